"""Answers that were given: kept so that they are sent once, their buttons work, and feedback knows what it is about."""

import json
import secrets
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date, datetime
from enum import StrEnum
from sqlite3 import Row
from typing import TypeAlias

from bot.answer import Choice
from bot.records.database import Database
from corpus.model import DocumentId

TABLES = """
CREATE TABLE IF NOT EXISTS given_answer (
    id TEXT PRIMARY KEY,
    update_id INTEGER,
    chat_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    message_id INTEGER,
    at TEXT NOT NULL,
    as_of TEXT NOT NULL,
    question TEXT NOT NULL,
    status TEXT NOT NULL,
    kind TEXT NOT NULL,
    html TEXT NOT NULL,
    cited TEXT NOT NULL,
    deadlines TEXT NOT NULL,
    choices TEXT NOT NULL,
    delivery TEXT NOT NULL,
    sent_messages TEXT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS given_answer_of_update ON given_answer (update_id);
CREATE INDEX IF NOT EXISTS given_answer_of_chat ON given_answer (chat_id, at);
CREATE INDEX IF NOT EXISTS given_answer_of_message ON given_answer (chat_id, message_id);
"""

AnswerId: TypeAlias = str


class Delivery(StrEnum):
    """How far the sending of an answer has come."""

    DUE = "due"  # nothing has left
    SENDING = "sending"  # the part behind those of `sent_messages` is leaving
    REPEATED = "repeated"  # it may be in the chat since before a restart, and is leaving once more
    SENT = "sent"
    UNCERTAIN = "uncertain"  # the connection broke while Telegram had it: it may or may not be in the chat


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """What a citation of a given answer points at: `text[start:end]` of the document with this digest."""

    document_id: DocumentId
    document_digest: str
    start: int
    end: int
    page: int | None
    locator: str = ""  # as printed; finds the place again when the document has changed


@dataclass(frozen=True, slots=True)
class ToldDeadline:
    """A deadline that a given answer told: the one whose expression of time is `text[start:end]` of the document."""

    document_id: DocumentId
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """One answer in one chat; `html` is what is sent, `choices` what its buttons ask instead."""

    id: AnswerId
    update_id: int | None
    chat_id: int
    user_id: int
    message_id: int | None  # of the question
    at: datetime  # UTC
    as_of: date
    question: str
    status: str
    kind: str
    html: str
    cited: tuple[CitedPlace, ...] = ()
    deadlines: tuple[ToldDeadline, ...] = ()
    choices: tuple[Choice, ...] = ()
    delivery: Delivery = Delivery.DUE
    sent_messages: tuple[int, ...] = ()  # ids of the parts that stand in the chat


def new_answer_id() -> AnswerId:
    """Eleven characters that nobody can guess."""
    return secrets.token_urlsafe(8)


class GivenAnswers:
    """The answers of all chats; whoever reads one for a button must check that the chat is the same."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, given: GivenAnswer) -> GivenAnswer:
        """The answer is kept; for an update that has one already, that one is given back and nothing changes."""
        with self._database.transaction():
            if given.update_id is not None and (earlier := self.of_update(given.update_id)):
                return earlier
            values = _values(given)
            self._database.run(f"INSERT INTO given_answer VALUES ({', '.join('?' * len(values))})", values)
        return given

    def get(self, answer_id: AnswerId, chat_id: int) -> GivenAnswer | None:
        """The answer, if it was given in this chat."""
        return self._one("id = ? AND chat_id = ?", (answer_id, chat_id))

    def of_update(self, update_id: int) -> GivenAnswer | None:
        """The answer to an update."""
        return self._one("update_id = ?", (update_id,))

    def of_message(self, chat_id: int, message_id: int) -> GivenAnswer | None:
        """The latest answer to a message, which may have been asked anew by editing it."""
        return self._one("chat_id = ? AND message_id = ? ORDER BY at DESC, rowid DESC", (chat_id, message_id))

    def sent_as(self, chat_id: int, message_id: int) -> GivenAnswer | None:
        """The answer of which this message of the bot is a part."""
        return self._one(
            "chat_id = ? AND EXISTS (SELECT 1 FROM json_each(sent_messages) WHERE value = ?) ORDER BY at DESC",
            (chat_id, message_id),
        )

    def latest_in(self, chat_id: int, user_id: int) -> GivenAnswer | None:
        """The last answer that this person was given in the chat."""
        return self._one("chat_id = ? AND user_id = ? ORDER BY at DESC, rowid DESC", (chat_id, user_id))

    def last_cited(self, document_id: DocumentId, since: datetime) -> list[GivenAnswer]:
        """The answers given since then that cite the document, oldest first."""
        rows = self._database.rows(
            "SELECT * FROM given_answer WHERE at >= ? AND instr(cited, ?) ORDER BY at", (since.isoformat(), document_id)
        )
        found = [_read(row) for row in rows]
        return [given for given in found if any(place.document_id == document_id for place in given.cited)]

    def documents_cited(self, since: datetime) -> set[DocumentId]:
        """The documents that answers given since then cite."""
        rows = self._database.rows(
            "SELECT DISTINCT json_extract(place.value, '$[0]') AS id FROM given_answer, json_each(cited) AS place"
            " WHERE at >= ?",
            (since.isoformat(),),
        )
        return {row["id"] for row in rows}

    def note_delivery(self, answer_id: AnswerId, delivery: Delivery, sent_messages: Sequence[int]) -> None:
        """How far the sending has come is known after a restart too."""
        self._database.run(
            "UPDATE given_answer SET delivery = ?, sent_messages = ? WHERE id = ?",
            (delivery, json.dumps(list(sent_messages)), answer_id),
        )

    def forget_chat(self, chat_id: int) -> int:
        """No answer of the chat is kept; how many were."""
        return self._database.run("DELETE FROM given_answer WHERE chat_id = ?", (chat_id,))

    def forget_before(self, moment: datetime) -> int:
        """No answer given before then is kept; how many were."""
        return self._database.run("DELETE FROM given_answer WHERE at < ?", (moment.isoformat(),))

    def _one(self, condition: str, values: Sequence[object]) -> GivenAnswer | None:
        row = self._database.row(f"SELECT * FROM given_answer WHERE {condition}", values)
        return _read(row) if row is not None else None


def _values(given: GivenAnswer) -> tuple[object, ...]:
    return (
        given.id,
        given.update_id,
        given.chat_id,
        given.user_id,
        given.message_id,
        given.at.isoformat(),
        given.as_of.isoformat(),
        given.question,
        given.status,
        given.kind,
        given.html,
        json.dumps([astuple(place) for place in given.cited], ensure_ascii=False),
        json.dumps([astuple(ref) for ref in given.deadlines], ensure_ascii=False),
        json.dumps([astuple(choice) for choice in given.choices], ensure_ascii=False),
        given.delivery,
        json.dumps(given.sent_messages),
    )


def _read(row: Row) -> GivenAnswer:
    return GivenAnswer(
        id=row["id"],
        update_id=row["update_id"],
        chat_id=row["chat_id"],
        user_id=row["user_id"],
        message_id=row["message_id"],
        at=datetime.fromisoformat(row["at"]),
        as_of=date.fromisoformat(row["as_of"]),
        question=row["question"],
        status=row["status"],
        kind=row["kind"],
        html=row["html"],
        cited=tuple(CitedPlace(*place) for place in json.loads(row["cited"])),
        deadlines=tuple(ToldDeadline(*ref) for ref in json.loads(row["deadlines"])),
        choices=tuple(Choice(*choice) for choice in json.loads(row["choices"])),
        delivery=Delivery(row["delivery"]),
        sent_messages=tuple(json.loads(row["sent_messages"])),
    )

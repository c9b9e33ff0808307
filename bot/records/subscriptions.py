"""What chats want to be reminded of: documents, units and topics, each with its digest and days before a deadline."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from sqlite3 import Row

from bot.records.database import Database
from bot.records.moments import read, read_optional, written
from corpus.model import DocumentId

TABLES = """
CREATE TABLE IF NOT EXISTS subscription (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    what TEXT NOT NULL,
    about TEXT NOT NULL,
    key TEXT NOT NULL,
    digest TEXT NOT NULL,
    days_before TEXT NOT NULL,
    since TEXT NOT NULL,
    ended_at TEXT,
    UNIQUE (chat_id, what, key)
);
"""

MOST_OF_A_CHAT = 20  # more would make the reminders of a morning unreadable
LONGEST_DAYS_BEFORE = 30


class Subject(StrEnum):
    """What kind of thing is followed."""

    DOCUMENT = "document"
    UNIT = "unit"
    TOPIC = "topic"


class Digest(StrEnum):
    """How often all that is due soon is listed."""

    NONE = "none"
    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that can be followed; `key` is equal for what is the same thing, however it was typed."""

    what: Subject
    about: str  # the id of the document; the unit or the words of the topic as typed
    key: str


@dataclass(frozen=True, slots=True)
class Pace:
    """When to remind: a digest, and so many days before the last allowed day of each deadline."""

    digest: Digest
    days_before: tuple[int, ...]

    def __post_init__(self) -> None:
        wrong = [one for one in self.days_before if not 0 <= one <= LONGEST_DAYS_BEFORE]
        if wrong:
            raise ValueError(f"days before a deadline are 0 to {LONGEST_DAYS_BEFORE}, found {wrong}")


@dataclass(frozen=True, slots=True)
class Subscription:
    """What one chat follows; what fell due before `since` is not told."""

    id: int
    chat_id: int
    user_id: int  # who asked for it last
    wish: Wish
    pace: Pace
    since: datetime  # from when its present pace holds
    ended_at: datetime | None = None

    @property
    def is_active(self) -> bool:
        """Whether it still reminds; one that was only offered never did."""
        return self.ended_at is None


class Subscriptions:
    """The subscriptions of all chats."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, chat_id: int, user_id: int, wish: Wish, pace: Pace, now: datetime) -> Subscription | None:
        """The chat follows it at this pace, once; None when the chat follows as much as it may."""
        with self._database.transaction():
            found = self.of_wish(chat_id, wish)
            if (found is None or not found.is_active) and len(self.of_chat(chat_id)) >= MOST_OF_A_CHAT:
                return None
            return self._write(chat_id, user_id, wish, pace, now, None)

    def offer(self, chat_id: int, user_id: int, wish: Wish, pace: Pace, now: datetime) -> Subscription:
        """A subscription for a button to begin; what the chat follows already stays as it is."""
        with self._database.transaction():
            found = self.of_wish(chat_id, wish)
            return found if found is not None else self._write(chat_id, user_id, wish, pace, now, now)

    def resume(self, subscription_id: int, chat_id: int, user_id: int, now: datetime) -> Subscription | None:
        """An offered or ended one of this chat reminds from now on; None when there is none, or no room."""
        found = self.get(subscription_id, chat_id)
        if found is None or found.is_active:
            return found
        return self.add(chat_id, user_id, found.wish, found.pace, now)

    def change(self, subscription_id: int, chat_id: int, pace: Pace, now: datetime) -> Subscription | None:
        """An active one of this chat has this pace from now on; None when there is none."""
        found = self.get(subscription_id, chat_id)
        if found is None or not found.is_active:
            return None
        return self._write(chat_id, found.user_id, found.wish, pace, now, None)

    def end(self, subscription_id: int, chat_id: int, now: datetime) -> Subscription | None:
        """It no longer reminds; None when it did not, or is not of this chat."""
        found = self.get(subscription_id, chat_id)
        if found is None or not found.is_active:
            return None
        self._database.run("UPDATE subscription SET ended_at = ? WHERE id = ?", (written(now), found.id))
        return replace(found, ended_at=now)

    def end_all(self, chat_id: int, now: datetime) -> list[Subscription]:
        """The chat follows nothing; what it did."""
        with self._database.transaction():
            ended = self.of_chat(chat_id)
            for one in ended:
                self.end(one.id, chat_id, now)
        return ended

    def get(self, subscription_id: int, chat_id: int) -> Subscription | None:
        """The subscription, active or not, if it is of this chat."""
        return self._one("id = ? AND chat_id = ?", (subscription_id, chat_id))

    def of_wish(self, chat_id: int, wish: Wish) -> Subscription | None:
        """The one of the chat that follows this thing, active or not."""
        return self._one("chat_id = ? AND what = ? AND key = ?", (chat_id, wish.what, wish.key))

    def of_chat(self, chat_id: int) -> list[Subscription]:
        """The active ones of the chat, oldest first."""
        return self._all("chat_id = ? AND ended_at IS NULL", (chat_id,))

    def of_document(self, document_id: DocumentId) -> list[Subscription]:
        """The active ones that follow the document."""
        return self._all("what = ? AND key = ? AND ended_at IS NULL", (Subject.DOCUMENT, document_id))

    def documents(self) -> set[DocumentId]:
        """The documents that somebody follows."""
        query = "SELECT DISTINCT key FROM subscription WHERE what = ? AND ended_at IS NULL"
        return {row["key"] for row in self._database.rows(query, (Subject.DOCUMENT,))}

    def all(self) -> list[Subscription]:
        """Every active one."""
        return self._all("ended_at IS NULL", ())

    def follow(self, old: DocumentId, new: DocumentId) -> None:
        """Who followed the document follows it under its new id."""
        with self._database.transaction():
            self._database.run(
                "UPDATE OR IGNORE subscription SET about = ?, key = ? WHERE what = ? AND key = ?",
                (new, new, Subject.DOCUMENT, old),
            )
            self._database.run("DELETE FROM subscription WHERE what = ? AND key = ?", (Subject.DOCUMENT, old))

    def stamp(self) -> tuple[object, ...]:
        """A value that differs after each change."""
        row = self._database.row(
            "SELECT count(*), count(ended_at), max(since), max(ended_at), sum(id) FROM subscription"
        )
        return tuple(row) if row is not None else ()

    def forget_chat(self, chat_id: int) -> int:
        """Nothing is kept of what the chat followed; how many there were."""
        return self._database.run("DELETE FROM subscription WHERE chat_id = ?", (chat_id,))

    def forget_before(self, moment: datetime) -> int:
        """None that ended before then is kept, offers included; how many were."""
        return self._database.run("DELETE FROM subscription WHERE ended_at < ?", (written(moment),))

    def _write(
        self, chat_id: int, user_id: int, wish: Wish, pace: Pace, since: datetime, ended_at: datetime | None
    ) -> Subscription:
        self._database.run(
            """
            INSERT INTO subscription (chat_id, user_id, what, about, key, digest, days_before, since, ended_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (chat_id, what, key) DO UPDATE SET user_id = excluded.user_id, about = excluded.about,
                digest = excluded.digest, days_before = excluded.days_before, since = excluded.since,
                ended_at = excluded.ended_at
            """,
            (
                *(chat_id, user_id, wish.what, wish.about, wish.key, pace.digest, json.dumps(pace.days_before)),
                *(written(since), None if ended_at is None else written(ended_at)),
            ),
        )
        made = self.of_wish(chat_id, wish)
        assert made is not None
        return made

    def _one(self, condition: str, values: Sequence[object]) -> Subscription | None:
        return next(iter(self._all(condition, values)), None)

    def _all(self, condition: str, values: Sequence[object]) -> list[Subscription]:
        rows = self._database.rows(f"SELECT * FROM subscription WHERE {condition} ORDER BY id", values)
        return [_read(row) for row in rows]


def _read(row: Row) -> Subscription:
    return Subscription(
        id=row["id"],
        chat_id=row["chat_id"],
        user_id=row["user_id"],
        wish=Wish(Subject(row["what"]), row["about"], row["key"]),
        pace=Pace(Digest(row["digest"]), tuple(json.loads(row["days_before"]))),
        since=read(row["since"]),
        ended_at=read_optional(row["ended_at"]),
    )

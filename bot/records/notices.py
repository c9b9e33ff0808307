"""The outbox of what the bot says unasked: each thing is told once, over restarts and broken connections.

A notice goes from due to sending, before its request leaves, and from there to sent. One that was being sent when the
process ended is uncertain: it may stand in the chat or not, so it is not sent again; a hint with a button is, and the
button shows it. What a notice tells is noted thing by thing (`covers`), so that no later notice tells it too.
"""

import hashlib
import json
from base64 import urlsafe_b64encode
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import astuple, dataclass
from datetime import datetime
from enum import StrEnum
from sqlite3 import Row

from bot.records.database import Database
from bot.records.moments import read, read_optional, written
from bot.screens.screen import Button

TABLES = """
CREATE TABLE IF NOT EXISTS notice (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    chat_id INTEGER NOT NULL,
    html TEXT NOT NULL,
    rows TEXT NOT NULL,
    due_at TEXT NOT NULL,
    lasts_until TEXT,
    is_hint INTEGER NOT NULL,
    state TEXT NOT NULL,
    sent_message INTEGER
);
CREATE INDEX IF NOT EXISTS notice_of_state ON notice (state, due_at);
CREATE TABLE IF NOT EXISTS told_thing (
    thing TEXT PRIMARY KEY,
    notice_id TEXT NOT NULL REFERENCES notice (id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS told_thing_of_notice ON told_thing (notice_id);
"""


class NoticeState(StrEnum):
    """How far a notice has come."""

    DUE = "due"  # to be sent, nothing has left
    SENDING = "sending"  # its request leaves, or is on the way
    SENT = "sent"
    UNCERTAIN = "uncertain"  # the connection or the process ended while Telegram had it
    DROPPED = "dropped"  # it cannot be sent: the chat has gone, or may not ask any more


@dataclass(frozen=True, slots=True)
class Notice:
    """One message that nobody asked for."""

    id: str  # stable: planned twice, it is the same
    chat_id: int
    html: str
    rows: tuple[tuple[Button, ...], ...]
    due_at: datetime
    covers: tuple[str, ...] = ()  # stable names of the things it tells
    lasts_until: datetime | None = None  # what it says is no longer true then: it is withdrawn and planned anew
    is_hint: bool = False  # it tells nothing, it only points at an uncertain one
    state: NoticeState = NoticeState.DUE
    sent_message: int | None = None

    @property
    def key(self) -> str:
        """Twelve characters that stand for it in buttons."""
        return urlsafe_b64encode(hashlib.sha256(self.id.encode()).digest()[:9]).decode()


class Notices:
    """The notices of all chats; whoever reads one for a button must check that the chat is the same."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def plan(self, notices: Iterable[Notice]) -> list[Notice]:
        """Those are to be sent that are new in every thing they tell; these are given back."""
        with self._database.transaction():
            return [one for one in notices if self._is_new(one) and self._insert(one)]

    def told(self, things: Collection[str]) -> set[str]:
        """Of these things those that a notice tells, sent or not."""
        found = self._database.rows(
            "SELECT thing FROM told_thing WHERE thing IN (SELECT value FROM json_each(?))", (json.dumps(list(things)),)
        )
        return {row["thing"] for row in found}

    def due(self, now: datetime) -> list[Notice]:
        """What is to be sent now, the longest due first."""
        condition = "state = ? AND due_at <= ? AND (lasts_until IS NULL OR lasts_until > ?)"
        return self._all(condition, (NoticeState.DUE, written(now), written(now)))

    def sending(self, notice_id: str) -> bool:
        """It is being sent, by whoever gets True; call it before the request leaves."""
        return self._move(notice_id, NoticeState.DUE, NoticeState.SENDING)

    def sent(self, notice_id: str, message_id: int) -> None:
        """It stands in the chat as this message."""
        self._database.run(
            "UPDATE notice SET state = ?, sent_message = ? WHERE id = ?", (NoticeState.SENT, message_id, notice_id)
        )

    def not_sent(self, notice_id: str) -> None:
        """It did not reach Telegram for sure (refused for a while, no connection): it is due again."""
        self._move(notice_id, NoticeState.SENDING, NoticeState.DUE)

    def dropped(self, notice_id: str) -> None:
        """It is never sent, nor what it tells in another notice."""
        self._database.run("UPDATE notice SET state = ? WHERE id = ?", (NoticeState.DROPPED, notice_id))

    def uncertain(self, notice_id: str, hint_of: Callable[[Notice], Notice]) -> None:
        """It may or may not have arrived: a hint is due in its place; a hint itself is due again."""
        with self._database.transaction():
            found = self._one("id = ? AND state = ?", (notice_id, NoticeState.SENDING))
            if found is None:
                return
            if found.is_hint:  # told twice it does no harm, told never the notice would be lost
                self.not_sent(notice_id)
            else:
                self._move(notice_id, NoticeState.SENDING, NoticeState.UNCERTAIN)
                self.plan([hint_of(found)])

    def after_restart(self, hint_of: Callable[[Notice], Notice]) -> list[Notice]:
        """All that was being sent is uncertain, see `uncertain`; call it before anything is sent. Those it was."""
        with self._database.transaction():
            found = self._all("state = ?", (NoticeState.SENDING,))
            for one in found:
                self.uncertain(one.id, hint_of)
        return found

    def of_key(self, key: str, chat_id: int) -> Notice | None:
        """The notice that a button stands for, if it is of this chat."""
        return self._one("key = ? AND chat_id = ?", (key, chat_id))

    def withdraw_outdated(self, now: datetime) -> int:
        """None that nobody began to send is kept past its time; what they told may be planned anew."""
        return self._delete("state = ? AND lasts_until <= ?", (NoticeState.DUE, written(now)))

    def forget_chat(self, chat_id: int) -> int:
        """No notice of the chat is kept; how many were."""
        return self._delete("chat_id = ?", (chat_id,))

    def forget_before(self, moment: datetime) -> int:
        """None that was due before then is kept unless it is still to be sent; how many were.

        Keep them for more than twice the longest reminder (`LONGEST_DAYS_BEFORE`): what is forgotten may be told again.
        """
        return self._delete("due_at < ? AND state NOT IN ('due', 'sending')", (written(moment),))

    def _is_new(self, notice: Notice) -> bool:
        is_known = self._one("id = ?", (notice.id,)) is not None
        return not is_known and not self.told(notice.covers)

    def _insert(self, notice: Notice) -> bool:
        lasts_until = None if notice.lasts_until is None else written(notice.lasts_until)
        rows = json.dumps([[astuple(button) for button in row] for row in notice.rows], ensure_ascii=False)
        values = (notice.id, notice.key, notice.chat_id, notice.html, rows, written(notice.due_at), lasts_until)
        self._database.run(
            "INSERT INTO notice VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
            (*values, int(notice.is_hint), NoticeState.DUE),
        )
        for thing in dict.fromkeys(notice.covers):
            self._database.run("INSERT INTO told_thing VALUES (?, ?)", (thing, notice.id))
        return True

    def _move(self, notice_id: str, old: NoticeState, new: NoticeState) -> bool:
        changed = self._database.run("UPDATE notice SET state = ? WHERE id = ? AND state = ?", (new, notice_id, old))
        return changed == 1

    def _delete(self, condition: str, values: Sequence[object]) -> int:
        with self._database.transaction():
            chosen = f"SELECT id FROM notice WHERE {condition}"
            self._database.run(f"DELETE FROM told_thing WHERE notice_id IN ({chosen})", values)
            return self._database.run(f"DELETE FROM notice WHERE {condition}", values)

    def _one(self, condition: str, values: Sequence[object]) -> Notice | None:
        return next(iter(self._all(condition, values)), None)

    def _all(self, condition: str, values: Sequence[object]) -> list[Notice]:
        found = self._database.rows(f"SELECT * FROM notice WHERE {condition} ORDER BY due_at, rowid", values)
        return [self._read(row) for row in found]

    def _read(self, row: Row) -> Notice:
        things = self._database.rows("SELECT thing FROM told_thing WHERE notice_id = ? ORDER BY thing", (row["id"],))
        return Notice(
            id=row["id"],
            chat_id=row["chat_id"],
            html=row["html"],
            rows=tuple(tuple(Button(*button) for button in buttons) for buttons in json.loads(row["rows"])),
            due_at=read(row["due_at"]),
            covers=tuple(thing["thing"] for thing in things),
            lasts_until=read_optional(row["lasts_until"]),
            is_hint=bool(row["is_hint"]),
            state=NoticeState(row["state"]),
            sent_message=row["sent_message"],
        )

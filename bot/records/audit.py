"""Who did what and when: ids and kinds, never the text of a question."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from sqlite3 import Row

from bot.records.database import Database
from bot.records.moments import read, written
from bot.records.outside_names import clean_name

TABLES = """
CREATE TABLE IF NOT EXISTS audit (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor_id INTEGER NOT NULL,
    chat_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    about TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS audit_by_time ON audit (at);
CREATE INDEX IF NOT EXISTS audit_by_actor ON audit (actor_id, kind, at);
"""


class AuditKind(StrEnum):
    """Everything that is noted."""

    PAIRING_ASKED = "pairing_asked"
    OWNERSHIP_CLAIMED = "ownership_claimed"
    APPROVED = "approved"
    REFUSED = "refused"
    REVOKED = "revoked"
    ROLE_CHANGED = "role_changed"
    GROUP_MOVED = "group_moved"
    ASKED = "asked"
    ACCESS_REFUSED = "access_refused"
    QUOTA_MET = "quota_met"
    PAUSED = "paused"
    RESUMED = "resumed"
    FORGOT = "forgot"
    UPLOADED = "uploaded"
    CORRECTED = "corrected"
    PUBLISHED = "published"
    DISCARDED = "discarded"
    UNDONE = "undone"
    EXPORTED = "exported"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One thing done; `about` is an id, a role or a number of a document."""

    at: datetime  # UTC
    actor_id: int
    chat_id: int
    kind: AuditKind
    about: str


class Audit:
    """Entries are added and grow old; none is ever changed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, now: datetime, actor_id: int, chat_id: int, what: AuditKind, about: str = "") -> None:
        """It is noted; `about` is cut to 64 characters: there is no room for a question."""
        self._database.run(
            "INSERT INTO audit (at, actor_id, chat_id, kind, about) VALUES (?, ?, ?, ?, ?)",
            (written(now), actor_id, chat_id, what, clean_name(about)),
        )

    def note_seldom(self, now: datetime, actor_id: int, chat_id: int, what: AuditKind, pause: timedelta) -> bool:
        """It is noted unless it was within the pause, so that a flood of messages leaves one line; whether it is."""
        with self._database.transaction():
            earlier = self._database.row(
                "SELECT 1 FROM audit WHERE actor_id = ? AND kind = ? AND chat_id = ? AND at > ?",
                (actor_id, what, chat_id, written(now - pause)),
            )
            if earlier is not None:
                return False
            self.note(now, actor_id, chat_id, what)
            return True

    def latest(self, count: int, kind: AuditKind | None = None, actor: int | None = None) -> list[AuditEntry]:
        """At most `count` entries, the newest first, of one kind or one person if given."""
        rows = self._database.rows(
            """
            SELECT * FROM audit WHERE (?1 IS NULL OR kind = ?1) AND (?2 IS NULL OR actor_id = ?2)
            ORDER BY at DESC, id DESC LIMIT ?3
            """,
            (kind, actor, count),
        )
        return [_read(row) for row in rows]

    def forget_before(self, moment: datetime) -> int:
        """No entry from before then is kept; how many were."""
        return self._database.run("DELETE FROM audit WHERE at < ?", (written(moment),))


def _read(row: Row) -> AuditEntry:
    return AuditEntry(read(row["at"]), row["actor_id"], row["chat_id"], AuditKind(row["kind"]), row["about"])

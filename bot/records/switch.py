"""The kill switch: whether the bot is paused, also after a restart."""

from dataclasses import dataclass
from datetime import datetime

from bot.records.audit import Audit, AuditKind
from bot.records.database import Database
from bot.records.moments import read, written
from bot.records.outside_names import clean_name

TABLES = """
CREATE TABLE IF NOT EXISTS pause (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    paused_by INTEGER NOT NULL,
    since TEXT NOT NULL,
    reason TEXT NOT NULL
);
"""


@dataclass(frozen=True, slots=True)
class Paused:
    """Who paused the bot, when and why; the reason, at most 64 characters, may be ""."""

    by: int
    since: datetime  # UTC
    reason: str


class Switch:
    """On unless somebody has paused the bot; each change is audited with it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._audit = Audit(database)

    def pause(self, by: int, now: datetime, reason: str = "") -> Paused:
        """The bot is paused; when it was before, since then and with the new reason, if one is given."""
        with self._database.transaction():
            earlier = self.state()
            said = clean_name(reason) or (earlier.reason if earlier else "")
            paused = Paused(earlier.by, earlier.since, said) if earlier else Paused(by, now, said)
            self._database.run(
                "INSERT OR REPLACE INTO pause VALUES (1, ?, ?, ?)", (paused.by, written(paused.since), said)
            )
            if earlier is None:
                self._audit.note(now, by, by, AuditKind.PAUSED)
            return paused

    def resume(self, by: int, now: datetime) -> bool:
        """The bot is not paused; whether it was."""
        with self._database.transaction():
            was_paused = self._database.run("DELETE FROM pause") > 0
            if was_paused:
                self._audit.note(now, by, by, AuditKind.RESUMED)
            return was_paused

    def state(self) -> Paused | None:
        """The pause at this moment, if there is one."""
        row = self._database.row("SELECT * FROM pause")
        return Paused(row["paused_by"], read(row["since"]), row["reason"]) if row is not None else None

"""What Telegram has sent: kept before it is acknowledged, so that nothing is lost and nothing is handled twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.records.database import Database
from bot.records.moments import written

TABLES = """
CREATE TABLE IF NOT EXISTS kept_update (
    update_id INTEGER PRIMARY KEY,
    kept_at TEXT NOT NULL,
    handled_at TEXT,
    payload TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS kept_update_pending ON kept_update (update_id) WHERE handled_at IS NULL;
CREATE INDEX IF NOT EXISTS kept_update_by_time ON kept_update (kept_at);
"""


@dataclass(frozen=True, slots=True)
class KeptUpdate:
    """An update that is not handled: its JSON as Telegram sent it."""

    update_id: int
    payload: str
    attempts: int = 0  # that ended with the process


class Updates:
    """The inbox of the bot; of what is handled only the id stays."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, update_id: int, payload: str, now: datetime) -> bool:
        """The update is on the disk; False when this id was kept before, whether or not it is handled."""
        inserted = self._database.run(
            "INSERT OR IGNORE INTO kept_update (update_id, kept_at, payload) VALUES (?, ?, ?)",
            (update_id, written(now), payload),
        )
        return inserted > 0

    def keep_all(self, updates: Sequence[KeptUpdate], now: datetime) -> list[KeptUpdate]:
        """All of them are on the disk; those that were not kept before."""
        with self._database.transaction():
            return [update for update in updates if self.keep(update.update_id, update.payload, now)]

    def pending(self) -> list[KeptUpdate]:
        """The updates that are not handled, in Telegram's order."""
        rows = self._database.rows("SELECT * FROM kept_update WHERE handled_at IS NULL ORDER BY update_id")
        return [KeptUpdate(row["update_id"], row["payload"], row["attempts"]) for row in rows]

    def begin(self, update_id: int) -> int:
        """One more attempt is counted; how many there are with it: an update that ends the process is known by them."""
        with self._database.transaction():
            self._database.run("UPDATE kept_update SET attempts = attempts + 1 WHERE update_id = ?", (update_id,))
            row = self._database.row("SELECT attempts FROM kept_update WHERE update_id = ?", (update_id,))
        return int(row["attempts"]) if row is not None else 0

    def handled(self, update_id: int, now: datetime) -> None:
        """The update is not pending and what it said is erased; its id is known."""
        self._database.run(
            "UPDATE kept_update SET payload = '', handled_at = ? WHERE update_id = ?", (written(now), update_id)
        )

    def last_id(self) -> int | None:
        """The id kept last; not the highest, for after a quiet week Telegram numbers from anywhere [1].

        [1] https://core.telegram.org/bots/api#update, update_id
        """
        row = self._database.row("SELECT update_id FROM kept_update ORDER BY kept_at DESC, update_id DESC LIMIT 1")
        return int(row["update_id"]) if row is not None else None

    def forget_before(self, moment: datetime) -> int:
        """No id of a handled update from before then is kept, but for the last and the highest; how many were."""
        return self._database.run(
            """
            DELETE FROM kept_update WHERE kept_at < ? AND handled_at IS NOT NULL AND update_id <> ?
                AND update_id < (SELECT max(update_id) FROM kept_update)
            """,
            (written(moment), self.last_id()),
        )

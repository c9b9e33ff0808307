"""The names by which Telegram still has files that were sent once, so that they need not be sent again."""

from bot.records.database import Database

TABLES = """
CREATE TABLE IF NOT EXISTS sent_file (
    cache_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    file_id TEXT NOT NULL,
    PRIMARY KEY (cache_key, kind)
);
"""


class SentFiles:
    """Telegram's file_id by what is in the file (`cache_key`) and how it was sent (`kind`: document or photo)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, cache_key: str, kind: str) -> str | None:
        """The file_id, which Telegram may have forgotten: then `forget` it and send the file."""
        row = self._database.row("SELECT file_id FROM sent_file WHERE cache_key = ? AND kind = ?", (cache_key, kind))
        return str(row["file_id"]) if row is not None else None

    def put(self, cache_key: str, kind: str, file_id: str) -> None:
        """From now on the file can be sent again by this id."""
        self._database.run("INSERT OR REPLACE INTO sent_file VALUES (?, ?, ?)", (cache_key, kind, file_id))

    def forget(self, cache_key: str, kind: str) -> None:
        """The file must be sent in full next time."""
        self._database.run("DELETE FROM sent_file WHERE cache_key = ? AND kind = ?", (cache_key, kind))

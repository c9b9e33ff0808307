"""What a conversation is about, so that "thế còn cấp xã?" is understood after a restart too."""

from datetime import datetime

from bot.records.database import Database
from bot.records.moments import written

TABLES = """
CREATE TABLE IF NOT EXISTS memory (
    chat_id INTEGER NOT NULL,
    thread INTEGER NOT NULL,
    json TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    PRIMARY KEY (chat_id, thread)
);
CREATE INDEX IF NOT EXISTS memory_by_time ON memory (updated_at);
"""

LARGEST_BYTES = 8192  # a few names and dates take a tenth; more is a mistake, or somebody filling the disk


class Memories:
    """One text for each conversation: thread 0 of a private chat; in a group a thread for each person, of that id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, chat_id: int, thread: int) -> str | None:
        """What was put last."""
        row = self._database.row("SELECT json FROM memory WHERE chat_id = ? AND thread = ?", (chat_id, thread))
        return str(row["json"]) if row is not None else None

    def put(self, chat_id: int, thread: int, json: str, now: datetime) -> bool:
        """It is remembered; a text of more than 8 KB is not, nor what was before, which would mislead."""
        if len(json.encode()) > LARGEST_BYTES:
            self.forget_thread(chat_id, thread)
            return False
        self._database.run("INSERT OR REPLACE INTO memory VALUES (?, ?, ?, ?)", (chat_id, thread, json, written(now)))
        return True

    def forget_thread(self, chat_id: int, thread: int) -> int:
        """Nothing of this conversation is remembered; whether something was."""
        return self._database.run("DELETE FROM memory WHERE chat_id = ? AND thread = ?", (chat_id, thread))

    def forget(self, chat_id: int) -> int:
        """Nothing of the chat is remembered; how many conversations were."""
        return self._database.run("DELETE FROM memory WHERE chat_id = ?", (chat_id,))

    def forget_user(self, user_id: int) -> int:
        """Nothing of the person's conversations in groups is remembered; how many were."""
        return self._database.run("DELETE FROM memory WHERE chat_id < 0 AND thread = ?", (user_id,))

    def forget_before(self, moment: datetime) -> int:
        """No conversation that rested since before then is remembered; how many were."""
        return self._database.run("DELETE FROM memory WHERE updated_at < ?", (written(moment),))

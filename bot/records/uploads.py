"""Files that administrators sent for the library: who, in which chat, and what of their fate was shown last."""

from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Row

from bot.records.database import Database
from bot.records.moments import read, written
from bot.records.outside_names import clean_name
from corpus.upload import Ticket

TABLES = """
CREATE TABLE IF NOT EXISTS upload (
    ticket TEXT PRIMARY KEY,
    chat_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    user_name TEXT NOT NULL,
    file_name TEXT NOT NULL,
    at TEXT NOT NULL,
    message_id INTEGER,
    shown TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    corrector_id INTEGER
);
CREATE INDEX IF NOT EXISTS upload_open ON upload (is_open);
CREATE INDEX IF NOT EXISTS upload_of_message ON upload (chat_id, message_id);
"""


@dataclass(frozen=True, slots=True)
class Upload:
    """One file; what is to become of it stands in the inbox folder, under its ticket."""

    ticket: Ticket
    chat_id: int
    user_id: int  # who sent it
    user_name: str
    file_name: str
    at: datetime  # UTC
    message_id: int | None = None  # of the message that shows how far it has come
    shown: str = ""  # which state that message shows
    is_open: bool = True  # whether it may change without anybody deciding
    corrector_id: int | None = None  # who has been asked for corrections


class Uploads:
    """The files of all chats; whoever acts on one must be allowed to, and in its chat."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, upload: Upload) -> None:
        """The file is known."""
        values = (
            upload.ticket,
            upload.chat_id,
            upload.user_id,
            clean_name(upload.user_name),
            upload.file_name,
            written(upload.at),
            upload.message_id,
            upload.shown,
            int(upload.is_open),
            upload.corrector_id,
        )
        self._database.run(f"INSERT INTO upload VALUES ({', '.join('?' * len(values))})", values)

    def get(self, ticket: Ticket, chat_id: int) -> Upload | None:
        """The file, if it was sent in this chat."""
        return self._one("ticket = ? AND chat_id = ?", ticket, chat_id)

    def of_message(self, chat_id: int, message_id: int) -> Upload | None:
        """The file that a message shows."""
        return self._one("chat_id = ? AND message_id = ?", chat_id, message_id)

    def awaiting_correction(self, chat_id: int, user_id: int) -> Upload | None:
        """The file that this person was last asked to correct."""
        return self._one("chat_id = ? AND corrector_id = ? ORDER BY at DESC, rowid DESC", chat_id, user_id)

    def open(self) -> list[Upload]:
        """Every file of which something new may have to be shown, oldest first."""
        return [_read(row) for row in self._database.rows("SELECT * FROM upload WHERE is_open = 1 ORDER BY at, rowid")]

    def place_message(self, ticket: Ticket, message_id: int) -> None:
        """What becomes of the file is shown in this message from now on."""
        self._database.run("UPDATE upload SET message_id = ? WHERE ticket = ?", (message_id, ticket))

    def note_shown(self, upload: Upload) -> None:
        """What `upload` says was shown is known after a restart too."""
        self._database.run(
            "UPDATE upload SET shown = ?, is_open = ? WHERE ticket = ?",
            (upload.shown, int(upload.is_open), upload.ticket),
        )

    def ask_correction(self, ticket: Ticket, corrector_id: int | None) -> None:
        """What this person writes next may correct the file; None: what nobody writes."""
        with self._database.transaction():
            if corrector_id is not None:
                self._database.run("UPDATE upload SET corrector_id = NULL WHERE corrector_id = ?", (corrector_id,))
            self._database.run("UPDATE upload SET corrector_id = ? WHERE ticket = ?", (corrector_id, ticket))

    def forget_before(self, moment: datetime) -> int:
        """No file sent before then is known; how many were."""
        return self._database.run("DELETE FROM upload WHERE at < ?", (written(moment),))

    def _one(self, condition: str, *values: object) -> Upload | None:
        row = self._database.row(f"SELECT * FROM upload WHERE {condition}", values)
        return None if row is None else _read(row)


def _read(row: Row) -> Upload:
    return Upload(
        ticket=row["ticket"],
        chat_id=row["chat_id"],
        user_id=row["user_id"],
        user_name=row["user_name"],
        file_name=row["file_name"],
        at=read(row["at"]),
        message_id=row["message_id"],
        shown=row["shown"],
        is_open=bool(row["is_open"]),
        corrector_id=row["corrector_id"],
    )

"""One SQLite connection for each thread that uses the library.

Not one shared connection behind a lock: readers would wait for each other, and without the lock two threads could
rebind the same cached statement between `bind` and `step`, where Python lets go of its interpreter lock. With
write-ahead logging readers never wait for the writer [1].
[1] https://www.sqlite.org/wal.html#concurrency
"""

import sqlite3
import threading
from pathlib import Path

from corpus.errors import LibraryBusy, LibraryError


class Connections:
    """Connections to one file; a thread gets the same one each time."""

    def __init__(self, path: Path, busy_timeout_seconds: float) -> None:
        self._path = path
        self._busy_timeout_seconds = busy_timeout_seconds
        self._of_this_thread = threading.local()
        self._lock = threading.Lock()
        self._opened: list[sqlite3.Connection] = []

    def current(self) -> sqlite3.Connection:
        """The connection of the calling thread, opened at its first use."""
        connection: sqlite3.Connection | None = getattr(self._of_this_thread, "connection", None)
        if connection is None:
            connection = self._open()
            self._of_this_thread.connection = connection
        return connection

    def close(self) -> None:
        """No connection is open."""
        with self._lock:
            for connection in self._opened:
                connection.close()
            self._opened.clear()
        self._of_this_thread = threading.local()

    def _open(self) -> sqlite3.Connection:
        # Transactions are begun by name (isolation_level=None); `close` may run in another thread than `_open`.
        try:
            connection = sqlite3.connect(
                self._path, timeout=self._busy_timeout_seconds, isolation_level=None, check_same_thread=False
            )
        except sqlite3.DatabaseError as error:
            raise translated(error, self._path) from error
        try:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA journal_mode = WAL")
            # In WAL mode NORMAL cannot corrupt; after a power cut the last documents may have to be added again.
            connection.execute("PRAGMA synchronous = NORMAL")
        except sqlite3.DatabaseError as error:
            connection.close()
            raise translated(error, self._path) from error
        with self._lock:
            self._opened.append(connection)
        return connection


def make_folder(folder: Path) -> None:
    """The folder is there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(f"Making the folder {folder}: {error.strerror}. Set DATA_DIR to another folder.") from error


def translated(error: sqlite3.DatabaseError, path: Path) -> LibraryError:
    """The error of this package for what SQLite met."""
    if error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return LibraryBusy(
            f"Writing to the library {path}: another process holds it. Wait for it to end and run again."
        )
    if error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return LibraryError(
            f"Opening the library {path}: {error}. Move the file away and build it again with "
            "`make setup`, or put a copy of it back."
        )
    return LibraryError(
        f"Using the library {path}: {error}. Check that its folder can be written to and that the disk has room."
    )

"""The file that holds the records: opened, brought to the present schema, changed in transactions."""

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from bot.errors import RecordsError

BUSY_TIMEOUT_SECONDS = 10.0  # `python -m bot feedback` may read while the bot writes


class Database:
    """One connection, used by one thread at a time; safe to call from any thread.

    The bot writes a few small rows a message, so one connection behind a lock is enough and nothing can deadlock.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._lock = threading.RLock()
        self.path = path

    @classmethod
    def open(cls, path: Path, tables: Iterable[str]) -> Self:
        """The records at `path`, made when there are none; every one of the tables is there."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(
                path, timeout=BUSY_TIMEOUT_SECONDS, isolation_level=None, check_same_thread=False
            )
        except (OSError, sqlite3.DatabaseError) as error:
            raise _unusable(path, error) from error
        try:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA journal_mode = WAL")
            # In WAL mode NORMAL cannot corrupt and loses nothing when the process is killed; FULL would wait for the
            # disk at each message.
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA secure_delete = ON")  # what people asked to be forgotten is overwritten
            connection.executescript("".join(tables))
        except sqlite3.DatabaseError as error:
            connection.close()
            raise _unusable(path, error) from error
        return cls(connection, path)

    def close(self) -> None:
        """The file is not open."""
        with self._lock:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All changes within happen, or none; within another transaction, its fate is theirs."""
        with self._lock:
            if self._connection.in_transaction:
                yield
                return
            self.run("BEGIN IMMEDIATE")
            try:
                yield
                self.run("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def run(self, statement: str, values: Sequence[object] = ()) -> int:
        """The statement has run; how many rows it changed."""
        with self._lock:
            try:
                return self._connection.execute(statement, values).rowcount
            except sqlite3.DatabaseError as error:
                raise _unusable(self.path, error) from error

    def rows(self, query: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        """All rows of the query."""
        with self._lock:
            try:
                return self._connection.execute(query, values).fetchall()
            except sqlite3.DatabaseError as error:
                raise _unusable(self.path, error) from error

    def row(self, query: str, values: Sequence[object] = ()) -> sqlite3.Row | None:
        """The first row of the query; None when it has none."""
        return next(iter(self.rows(query, values)), None)


def _unusable(path: Path, error: OSError | sqlite3.DatabaseError) -> RecordsError:
    return RecordsError(
        f"Using the records of the bot {path}: {error}. Check that its folder can be written to and that the disk has "
        "room; if the file is damaged, move it away: people must then be approved anew."
    )

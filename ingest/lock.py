"""One ingest at a time: two would overwrite each other's vectors."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.connections import make_folder
from corpus.errors import LibraryBusy


@contextmanager
def only_ingest(lock_path: Path) -> Iterator[None]:
    """Only this process changes the library; the system lets go of the lock when the process ends, killed or not."""
    make_folder(lock_path.parent)
    with lock_path.open("a+", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            lock.seek(0)
            holder = lock.read().strip() or "unknown"
            raise LibraryBusy(
                f"Locking {lock_path}: another ingest is running (process {holder}). Wait for it to end and run again."
            ) from error
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield

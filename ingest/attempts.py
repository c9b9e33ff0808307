"""Counts how often work was begun that ended the program: a file that does so each time must not stop all others."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

MOST_ATTEMPTS = 5


def name_of(path: Path) -> str:
    """Names the counter of a file, whatever characters its own name has."""
    return hashlib.sha256(os.fsencode(path.name)).hexdigest()[:16]


def begin(counter: Path) -> bool:
    """Whether the work may be begun; it is counted until `end`."""
    begun = _count(counter)
    counter.write_text(str(begun + 1), encoding="ascii")
    return begun < MOST_ATTEMPTS


def end(counter: Path) -> None:
    """The program has outlived the work."""
    counter.unlink(missing_ok=True)


def _count(counter: Path) -> int:
    with suppress(OSError, ValueError):
        return int(counter.read_text(encoding="ascii"))
    return 0

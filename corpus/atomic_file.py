"""Files that others read while they are written: whole before they have their name."""

import os
import secrets
import shutil
from pathlib import Path

TEMPORARY_PREFIX = ".writing-"


def write_whole(path: Path, content: bytes) -> None:
    """`path` holds exactly `content`, on the disk; whoever reads it meanwhile finds what was there before."""
    temporary = temporary_beside(path)
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def copy_whole(source: Path, path: Path) -> None:
    """`path` holds what `source` holds, on the disk, and its folder is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = temporary_beside(path)
    try:
        with source.open("rb") as read, temporary.open("xb") as written:
            shutil.copyfileobj(read, written)
            written.flush()
            os.fsync(written.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def temporary_beside(path: Path) -> Path:
    """A name in the same folder that nobody uses and every reader passes over."""
    return path.parent / f"{TEMPORARY_PREFIX}{secrets.token_hex(6)}"

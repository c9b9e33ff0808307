"""The inbox folder: how the bot hands files to the ingest and learns what became of them.

FOLDER/<ticket>/document.pdf    the file as received
FOLDER/<ticket>/request.json    by the bot, last: from then on the ingest may read
FOLDER/<ticket>/preview.json    by the ingest, anew after each correction
FOLDER/<ticket>/decision.json   by the bot, anew for each decision
FOLDER/<ticket>/outcome.json    by the ingest
FOLDER/.watching                by the ingest, every few seconds while it serves the folder

Each file is written whole. Anybody may put anything into the folder: what is not of this form is passed over, and
what cannot be understood is a value that says so.
"""

import fcntl
import os
import re
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from corpus.atomic_file import write_whole
from corpus.errors import InboxError
from corpus.upload import (
    LARGEST_FILE_BYTES,
    Decision,
    Outcome,
    Preview,
    Request,
    Ticket,
    UploadLook,
    UploadState,
    is_ticket,
)
from corpus.upload_state import state_of
from corpus.value_json import IncorrectJson, as_json, from_json

STEM = "document"
HEARTBEAT = ".watching"
DECIDING = ".deciding"
STALE_AFTER = timedelta(seconds=30)  # several times the beat, for a machine that is busy
_LARGEST_JSON_BYTES = 2 * 1024 * 1024

_OWN = re.compile(
    r"""
      document\.\w+                                # the file
    | (?:request|preview|decision|outcome)\.json   # what was told about it
    | former\.sqlite3(?:-wal|-shm)?                # the version that it took the place of
    | \.(?:writing-[\w-]+|attempts)                # left by a kill
    """,
    re.VERBOSE,
)

Value = TypeVar("Value")


class Serving(StrEnum):
    """What the ingest that serves the inbox is doing."""

    IDLE = "idle"
    WORKING = "working"
    WAITING = "waiting"  # for another ingest to end
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """When the ingest last said that it serves the inbox."""

    at: datetime
    pid: int
    serving: Serving


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file of the inbox that is not what it should be."""

    why: str  # for the operator


def new_ticket() -> Ticket:
    """Twelve characters that nobody can guess."""
    return secrets.token_urlsafe(9)


class Inbox:
    """One inbox folder; the bot and the ingest each have their own, in processes of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def prepare(self, ticket: Ticket, suffix: str) -> Path:
        """The place to write the file of a new upload to; nobody reads it before `submit`."""
        home = self._home(ticket)
        with _told(f"Making {home}"):
            home.mkdir(parents=True)
        return home / f"{STEM}{suffix}"

    def submit(self, request: Request) -> None:
        """The upload is handed over; its file, which is complete, is on the disk."""
        path = self.file_of(request)
        with _told(f"Handing over {path}"):
            size_bytes = path.stat().st_size
            if size_bytes > LARGEST_FILE_BYTES:
                raise InboxError(f"Handing over {path}: {size_bytes} bytes, more than {LARGEST_FILE_BYTES} are read.")
            with path.open("rb") as file:
                os.fsync(file.fileno())
        self._write(request.ticket, "request", request)

    def withdraw(self, ticket: Ticket) -> None:
        """Nothing is left of the upload."""
        shutil.rmtree(self._home(ticket), ignore_errors=True)

    def look(self, ticket: Ticket) -> UploadLook:
        """The upload as it is now."""
        if not is_ticket(ticket) or not _is_folder(self.folder / ticket):
            return UploadLook(UploadState.ABSENT)
        # The decision first: one that is answered meanwhile is then seen as answered.
        decision, request = self._read(ticket, "decision", Decision), self._read(ticket, "request", Request)
        preview, outcome = self._read(ticket, "preview", Preview), self._read(ticket, "outcome", Outcome)
        if isinstance(request, Request) and request.ticket != ticket:
            request = Unreadable(f"request.json is that of another ticket, {request.ticket}")
        read = (request, preview, decision, outcome)
        return state_of(
            _understood(request),
            _understood(preview),
            _understood(decision),
            _understood(outcome),
            problem="; ".join(one.why for one in read if isinstance(one, Unreadable)),
        )

    def decide(self, ticket: Ticket, decision: Decision) -> bool:
        """Whether the decision is handed over; not when another came before it, or it cannot be taken.

        Its number is the one after that of the preview or outcome which the administrator saw.
        """
        with self._deciding():
            look = self.look(ticket)
            if decision.kind not in look.may or decision.number != look.number + 1:
                return False
            self._write(ticket, "decision", decision)
            return True

    def tickets(self) -> list[Ticket]:
        """Every folder that may be an upload, in order of arrival as far as the file system knows."""
        try:
            found = [entry for entry in os.scandir(self.folder) if is_ticket(entry.name)]
            return [entry.name for entry in sorted(found, key=_arrival) if entry.is_dir(follow_symlinks=False)]
        except OSError as error:
            raise InboxError(f"Reading the inbox {self.folder}: {error.strerror}; check the folder.") from error

    def home(self, ticket: Ticket) -> Path:
        """The folder of the upload."""
        return self._home(ticket)

    def changed_ns(self, ticket: Ticket) -> int:
        """When something last came into the upload's folder, in nanoseconds since 1970; 0 when it is gone."""
        try:
            return self._home(ticket).stat().st_mtime_ns
        except OSError:
            return 0

    def is_own(self, ticket: Ticket) -> bool:
        """Whether the folder holds nothing but what an upload consists of: only then may it be removed."""
        with _told(f"Reading {self.folder}"):
            names = [path.name for path in self._home(ticket).iterdir()]
        return all(_OWN.fullmatch(name) for name in names)

    def file_of(self, request: Request) -> Path:
        """The place of the file as received."""
        return self._home(request.ticket) / f"{STEM}{request.suffix}"

    def write_preview(self, ticket: Ticket, preview: Preview) -> None:
        """The bot can show it."""
        self._write(ticket, "preview", preview)

    def write_outcome(self, ticket: Ticket, outcome: Outcome) -> None:
        """The bot can show it."""
        self._write(ticket, "outcome", outcome)

    def beat(self, heartbeat: Heartbeat) -> None:
        """The bot knows that the inbox is served."""
        with _told(f"Writing to the inbox {self.folder}"):
            write_whole(self.folder / HEARTBEAT, as_json(heartbeat).encode())

    def serving(self, now: datetime) -> Serving:
        """What the ingest is doing; STOPPED when it has not been heard of lately, or never."""
        beat = _read_value(self.folder / HEARTBEAT, Heartbeat)
        if not isinstance(beat, Heartbeat) or beat.at.tzinfo is None or abs(now - beat.at) > STALE_AFTER:
            return Serving.STOPPED
        return beat.serving

    def _home(self, ticket: Ticket) -> Path:
        if not is_ticket(ticket):
            raise InboxError(f"Looking for an upload: {ticket[:40]!r} is no ticket.")
        return self.folder / ticket

    def _read(self, ticket: Ticket, name: str, kind: type[Value]) -> Value | Unreadable | None:
        return _read_value(self.folder / ticket / f"{name}.json", kind)

    def _write(self, ticket: Ticket, name: str, value: object) -> None:
        path = self._home(ticket) / f"{name}.json"
        with _told(f"Writing {path}"):
            write_whole(path, as_json(value).encode())

    @contextmanager
    def _deciding(self) -> Iterator[None]:
        """One decision at a time: of two that press at once, the second finds what the first decided."""
        with _told(f"Locking the inbox {self.folder}"):
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = (self.folder / DECIDING).open("a")
        with lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _read_value(path: Path, kind: type[Value]) -> Value | Unreadable | None:
    """The value in the file; None when there is no file."""
    try:
        # Not through links, and never waiting for the other end of a pipe.
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return Unreadable(f"{path.name} is no regular file")
            content = file.read(_LARGEST_JSON_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        return Unreadable(f"{path.name} cannot be opened ({error.strerror})")
    if len(content) > _LARGEST_JSON_BYTES:
        return Unreadable(f"{path.name} is larger than anything that is written here")
    try:
        return from_json(kind, content)
    except IncorrectJson as error:
        return Unreadable(f"{path.name} is not understood: {error}")


def _understood(read: Value | Unreadable | None) -> Value | None:
    return None if isinstance(read, Unreadable) else read


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _arrival(entry: os.DirEntry[str]) -> float:
    try:
        return entry.stat(follow_symlinks=False).st_mtime
    except OSError:  # it has just gone
        return 0.0


@contextmanager
def _told(what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InboxError(
            f"{what}: {error.strerror}; check that the folder is there, open to us, and has room."
        ) from error

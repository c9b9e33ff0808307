"""What the bot and the ingest tell one another about a file that an administrator sent: values, nothing else.

The bot makes Requests and Decisions, the ingest Previews and Outcomes; `corpus.inbox` is how they are handed over.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import PurePosixPath
from typing import TypeAlias

from corpus.model import DocumentId, Form, RelationKind

Ticket: TypeAlias = str
"""Names an upload: short, and nobody can guess it."""

_TICKET = re.compile(r"[A-Za-z0-9_-]{8,16}")
# What the readers of `ingest` take.
SUFFIXES = (".pdf", ".docx", ".docm", ".html", ".htm", ".txt", ".md", ".markdown")
LARGEST_FILE_BYTES = 50 * 1024 * 1024  # as the readers
_LONGEST_NAME = 80  # characters: with three bytes each, and a suffix, still a name for a file
UNDO_WITHIN = timedelta(days=30)


def is_ticket(text: str) -> bool:
    """Whether the text has the form of a ticket, so that it may name a folder."""
    return _TICKET.fullmatch(text) is not None


def suffix_of(name: str) -> str | None:
    """The suffix by which a file of this name is stored and read; None when no reader takes it.

    >>> suffix_of("Kế hoạch.PDF"), suffix_of("../../etc/x.txt"), suffix_of("x.exe"), suffix_of("pdf")
    ('.pdf', '.txt', None, None)
    """
    suffix = PurePosixPath(shown_name(name)).suffix.lower()
    return suffix if suffix in SUFFIXES else None


def shown_name(name: str) -> str:
    r"""A name from outside as it is shown: no folders, nothing invisible, not long; never a path to anything.

    >>> shown_name("C:\\tmp\\..\\Kế hoạch\u202e.pdf"), shown_name("\n/")
    ('Kế hoạch.pdf', 'van-ban')
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    visible = "".join(character for character in last if unicodedata.category(character) not in {"Cf", "Cs", "Co"})
    shown = " ".join("".join(c if unicodedata.category(c) != "Cc" else " " for c in visible).split())
    if len(shown) > _LONGEST_NAME:
        stem, dot, suffix = shown.rpartition(".")
        shown = f"{stem[: _LONGEST_NAME - 12]}…{dot}{suffix}" if dot and len(suffix) < 10 else shown[:_LONGEST_NAME]
    return shown if shown.strip(". ") else "van-ban"


class RefusalCode(StrEnum):
    """Why a file is not taken or a decision not carried out; the words for people are the bot's."""

    MISSING = "missing"  # the file is not in the inbox
    UNREADABLE = "unreadable"
    ENCRYPTED = "encrypted"
    SCANNED = "scanned"
    UNSUPPORTED = "unsupported"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    ALREADY_HELD = "already_held"
    INCORRECT_CORRECTION = "incorrect_correction"
    PROGRAM_FAULT = "program_fault"
    KEEPS_CRASHING = "keeps_crashing"  # reading it ended the program several times
    CHANGED_SINCE = "changed_since"  # the library is no longer as it was when the preview or the outcome was made
    TOO_LATE = "too_late"  # to undo


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reason with the detail for the operator, in English."""

    code: RefusalCode
    detail: str


@dataclass(frozen=True, slots=True)
class Request:
    """A file to be read."""

    ticket: Ticket
    file_name: str  # as shown to people; never a path
    suffix: str  # of the file in the inbox
    size_bytes: int
    user_id: int
    at: datetime

    def __post_init__(self) -> None:
        if not is_ticket(self.ticket) or self.suffix not in SUFFIXES:
            raise ValueError(f"no request: ticket {self.ticket[:40]!r}, suffix {self.suffix[:20]!r}")


class Novelty(StrEnum):
    """How an upload stands to what the library holds."""

    NEW = "new"
    CHANGED = "changed"  # the same document is held, from another file with other content
    FULLER = "fuller"  # a digest or news item of it is held; this is the text as issued
    IDENTICAL = "identical"  # this very file is held
    WEAKER = "weaker"  # the text as issued is held; this is a digest or a news item


@dataclass(frozen=True, slots=True)
class HeldVersion:
    """The document of the library that an upload is the same as."""

    document_id: DocumentId
    digest: str
    number: str | None
    kind: str
    title: str
    issued_on: date | None
    form: Form


@dataclass(frozen=True, slots=True)
class PreviewRelation:
    """What the document does to another."""

    kind: RelationKind
    target: str  # number
    target_kind: str  # "Kế hoạch"; "" when not told
    target_title: str  # as far as the sentence gives it, or as held
    is_held: bool


@dataclass(frozen=True, slots=True)
class PreviewDeadline:
    """A deadline that was found."""

    when: str  # in Vietnamese
    task: str
    units: tuple[str, ...]
    quote: str  # shortened


@dataclass(frozen=True, slots=True)
class Preview:
    """What the library would hold if the upload were published under `corrections`; nothing is stored yet."""

    number: int  # of the decision that it answers; 0 before any
    at: datetime
    refusal: Refusal | None = None  # why it cannot be read; all else is then empty
    novelty: Novelty = Novelty.NEW
    held: HeldVersion | None = None
    document_id: DocumentId = ""
    document_number: str | None = None
    kind: str = ""
    title: str = ""
    issuer: str = ""
    issued_on: date | None = None
    signer: str = ""
    form: Form = Form.OFFICIAL
    pages: int = 0
    provisions: int = 0
    relations: tuple[PreviewRelation, ...] = ()
    deadlines: tuple[PreviewDeadline, ...] = ()  # the first ones
    deadline_count: int = 0
    warnings: tuple[str, ...] = ()  # in English, as `python -m ingest add` reports them
    corrections: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_publishable(self) -> bool:
        """Whether publishing it would change the library for the better."""
        return self.refusal is None and self.novelty not in {Novelty.IDENTICAL, Novelty.WEAKER}


class DecisionKind(StrEnum):
    """What an administrator may want of an upload."""

    CORRECT = "correct"  # preview it again under other corrections
    PUBLISH = "publish"
    DISCARD = "discard"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Decision:
    """What an administrator wants; `corrections` are those of `ingest add --set`, all that are to hold."""

    number: int  # from 1, growing with each decision on the ticket
    kind: DecisionKind
    user_id: int
    user_name: str  # as shown to the other administrators
    at: datetime
    corrections: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a decision; a correction that was carried out has a new preview instead."""

    number: int  # of the decision
    decision: DecisionKind
    at: datetime
    user_name: str  # who decided; of a publication that stays although somebody wanted to undo it, who published
    refusal: Refusal | None = None  # None: it is done
    document_id: DocumentId = ""  # the document that is held now, after a publication or the undoing of one
    published_at: datetime | None = None
    path: str = ""  # the file of a publication
    digest: str = ""  # of that file
    replaced: bool = False  # the publication took the place of a version held before, which an undo brings back
    report: Mapping[str, object] = field(default_factory=dict)  # of the publication, as `ingest add --json` prints it

    @property
    def is_published(self) -> bool:
        """Whether the upload is in the library: it was published, and nothing has undone that."""
        is_done = self.refusal is None
        return self.decision is (DecisionKind.PUBLISH if is_done else DecisionKind.UNDO)


class UploadState(StrEnum):
    """How far an upload has come, as its files tell."""

    ABSENT = "absent"  # there is no such upload
    DAMAGED = "damaged"  # its request cannot be read
    RECEIVED = "received"  # not read yet
    PREVIEWED = "previewed"
    REFUSED = "refused"  # it cannot be read
    DECIDED = "decided"  # a decision waits to be carried out
    PUBLISHED = "published"
    DISCARDED = "discarded"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class UploadLook:
    """An upload as its files are at one moment."""

    state: UploadState
    request: Request | None = None
    preview: Preview | None = None
    decision: Decision | None = None
    outcome: Outcome | None = None
    problem: str = ""  # what could not be read, for the operator

    @property
    def number(self) -> int:
        """Of the last decision that was carried out or refused."""
        return max(
            -1 if self.preview is None else self.preview.number, -1 if self.outcome is None else self.outcome.number
        )

    @property
    def may(self) -> frozenset[DecisionKind]:
        """What can be decided now."""
        match self.state:
            case UploadState.PREVIEWED if self.preview is not None and self.preview.novelty is not Novelty.IDENTICAL:
                publish = {DecisionKind.PUBLISH} if self.preview.is_publishable else set()
                return frozenset({DecisionKind.CORRECT, DecisionKind.DISCARD, *publish})
            case UploadState.PREVIEWED | UploadState.REFUSED:
                return frozenset({DecisionKind.DISCARD})
            case UploadState.PUBLISHED:
                return frozenset({DecisionKind.UNDO})
            case _:
                return frozenset()

"""Errors of ingest.

IngestError
├── RefusedSource               one file is not taken; the others are unharmed
│   ├── MissingSource           there is no such file or folder
│   ├── UnreadableSource        the bytes are not what the name says, are damaged, or cannot be opened
│   │   ├── EncryptedSource     opens only with a password
│   │   └── ScannedSource       pictures of pages, without their text
│   ├── UnsupportedFormat       no reader for this kind of file
│   ├── EmptySource             the file holds no text
│   ├── SourceTooLarge          larger than any document that we expect
│   ├── IncorrectManifest       manifest.toml is wrong about this file, or does not list it
│   └── AlreadyHeld             another file holds this document
├── IncorrectCorrection         `--set` or `--set-deadline` names what is not there or cannot be understood
├── DocumentNotHeld             the library has no document of this number, id or title
└── AmbiguousDocument           several documents answer to this number or title
"""

from collections.abc import Sequence
from pathlib import Path


class IngestError(Exception):
    """Base of all errors of this package; the message says what was done, found, and what to do."""


class RefusedSource(IngestError):
    """One file is not taken; `why` says what was found and what to do about it."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why


class MissingSource(RefusedSource):
    """There is no such file or folder."""


class UnreadableSource(RefusedSource):
    """The bytes are not what the name says, are damaged, or cannot be opened."""


class EncryptedSource(UnreadableSource):
    """The file opens only with a password."""


class ScannedSource(UnreadableSource):
    """The file holds pictures of pages, without their text."""


class UnsupportedFormat(RefusedSource):
    """No reader takes this kind of file."""


class EmptySource(RefusedSource):
    """The file holds no text."""


class SourceTooLarge(RefusedSource):
    """The file is larger than any document that we expect."""


class IncorrectManifest(RefusedSource):
    """manifest.toml is wrong about this file, or does not list it."""


class AlreadyHeld(RefusedSource):
    """Another file holds this document, and this one does not replace it."""


class IncorrectCorrection(IngestError):
    """A correction names an unknown key, or a value that cannot be understood."""


class DocumentNotHeld(IngestError):
    """The library has no document of this number, id or title."""


class AmbiguousDocument(IngestError):
    """Several documents answer to this number or title."""

    def __init__(self, named: str, candidates: Sequence[str]) -> None:
        listed = "".join(f"\n  {candidate}" for candidate in candidates)
        super().__init__(f"{named!r} names {len(candidates)} documents; use one of these ids:{listed}")
        self.named = named
        self.candidates = tuple(candidates)

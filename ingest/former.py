"""The version of a document that an upload took the place of: kept whole, so that an undo brings back exactly it.

It is kept as a library of one document. The file that it was read from is never touched.
"""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from corpus.atomic_file import temporary_beside
from corpus.ingest_log import CorrectionOrigin, DeadlineCorrection
from corpus.library import Library
from corpus.model import Document, DocumentRecord


@dataclass(frozen=True, slots=True)
class Former:
    """A record with everything that was corrected about it."""

    record: DocumentRecord
    corrections: tuple[tuple[CorrectionOrigin, tuple[tuple[str, str], ...]], ...]
    deadline_corrections: tuple[DeadlineCorrection, ...]


def former_of(head: Document, library: Library) -> Former:
    """The version that the library holds now."""
    record, log = library.record(head.id), library.ingest_log
    assert record is not None  # its head was just read
    return Former(
        record=record,
        corrections=tuple((origin, tuple(log.corrections(head.path, origin).items())) for origin in CorrectionOrigin),
        deadline_corrections=tuple(log.deadline_corrections(head.path)),
    )


def keep(former: Former, place: Path) -> None:
    """`place` holds the version, whole or not at all."""
    temporary = temporary_beside(place)
    try:
        with Library.open(temporary, create=True) as library:
            put_back(former, library)
        temporary.replace(place)
    finally:
        for leftover in place.parent.glob(f"{temporary.name}*"):
            with suppress(FileNotFoundError):
                leftover.unlink()


def kept_at(place: Path) -> Former | None:
    """The version kept at `place`; None when none is."""
    if not place.is_file():
        return None
    with Library.open(place, create=True) as library:  # brought to the present schema if need be
        return next((former_of(head, library) for head in library.document_heads()), None)


def put_back(former: Former, library: Library) -> None:
    """The library holds the version, under the corrections that it had."""
    path, log = former.record.document.path, library.ingest_log
    with library.transaction():
        library.add(former.record)
        for origin, corrections in former.corrections:
            log.keep_corrections(path, origin, dict(corrections))
        log.keep_deadline_corrections(path, former.deadline_corrections)

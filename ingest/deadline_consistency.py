"""`check`: whether deadlines still stand where they were read, and whether each correction of one still holds."""

from collections.abc import Iterator

from corpus.library import Library
from corpus.model import DocumentRecord
from ingest.consistency import REBUILD, Finding
from ingest.deadline_corrections import State, apply, warning_of
from ingest.deadlines import read_deadlines


def deadline_findings(library: Library) -> Iterator[Finding]:
    """Everything that is wrong, nothing when all is well."""
    for head in library.document_heads():
        record = library.record(head.id)
        if record is not None:
            yield from _misplaced(record)
            yield from _not_applied(record, library)


def _misplaced(record: DocumentRecord) -> Iterator[Finding]:
    document = record.document
    for index, one in enumerate(record.deadlines):
        if document.text[one.quote_start : one.quote_end] != one.quote:
            yield Finding(f"{document.id}: the quote of deadline {index} is not the text of its place", REBUILD)
        if not 0 <= one.provision < len(record.provisions):
            yield Finding(f"{document.id}: deadline {index} names a provision that is not there", REBUILD)


def _not_applied(record: DocumentRecord, library: Library) -> Iterator[Finding]:
    document = record.document
    corrections = library.ingest_log.deadline_corrections(document.path)
    if not corrections:
        return
    read, _ = read_deadlines(document, record.provisions)
    states = apply(document, record.provisions, read, corrections).states
    for correction, state in zip(corrections, states, strict=True):
        if state is not State.APPLIED:
            yield Finding(
                f"{document.id}: {warning_of(correction, state)}",
                f"look at `python -m ingest show {document.id}`, correct it again, "
                "or forget all with --forget-deadline-corrections",
                is_warning=True,
            )

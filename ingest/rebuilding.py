"""`rebuild`: everything derived is derived anew, from the files or, where one is gone, from the stored text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

from corpus.library import Library
from corpus.model import Document, DocumentRecord
from ingest.errors import RefusedSource
from ingest.pipeline import Pipeline
from ingest.report import FileReport, Status, held_report
from ingest.vectors import PassageVectors


@dataclass(frozen=True, slots=True)
class Rederived:
    """A document as it was held, and as it reads now."""

    held: Document
    record: DocumentRecord
    warnings: tuple[str, ...]


class Rebuilder:
    """Rebuilds a library in place; the documents change all at once, after the last vector is written."""

    def __init__(self, library: Library, vectors: PassageVectors, pipeline: Pipeline) -> None:
        self._library = library
        self._vectors = vectors
        self._pipeline = pipeline

    def run(self, heads: Iterable[Document]) -> Iterator[FileReport]:
        """Every document is as the present program reads it; `heads` are those of all documents; one report each."""
        self._vectors.start_over()
        rederived: list[Rederived] = []
        seconds: dict[str, float] = {}
        taken = {head.id for head in self._library.document_heads()}
        for head in heads:
            started = perf_counter()
            one = self._rederive(head, taken - {head.id})
            self._vectors.ensure(one.record.passages)
            rederived.append(one)
            taken.add(one.record.document.id)
            seconds[one.held.id] = round(perf_counter() - started, 3)
        self._library.replace_all([one.record for one in rederived])
        self._vectors.settle()
        for one in rederived:
            yield replace(self._report(one), seconds=seconds[one.held.id])

    def _rederive(self, head: Document, taken: set[str]) -> Rederived:
        try:
            record = self._pipeline.rederive(head)
            why = f"its file now holds {record.document.id}, which another file holds"
        except RefusedSource as error:
            record, why = None, error.why
        if record is not None and record.document.id not in taken:
            return Rederived(head, record, ())
        stored = self._library.record(head.id)
        assert stored is not None  # heads were just read, under the ingest lock
        return Rederived(head, self._pipeline.rederive_stored(stored), (f"rebuilt from the stored text: {why}",))

    def _report(self, one: Rederived) -> FileReport:
        document = one.record.document
        status = Status.UNCHANGED if document == _in_full(one.held, document) else Status.CHANGED
        return held_report(Path(document.path), status, document, self._library, list(one.warnings))


def _in_full(head: Document, document: Document) -> Document:
    """The head with text and pages lent by `document`, to compare everything else."""
    return replace(head, text=document.text, pages=document.pages)

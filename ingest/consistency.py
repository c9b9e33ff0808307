"""`check`: whether everything derived still agrees with what it was derived from."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import VectorIndexError
from corpus.library import Library
from corpus.model import DocumentRecord
from ingest.vectors import PassageVectors

REBUILD = "run `python -m ingest rebuild`"
MEND = "run `python -m ingest check --mend`"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be, and what to do; a warning alone does not fail the check."""

    what: str
    remedy: str
    is_warning: bool = False


def findings(library: Library, vectors: PassageVectors) -> Iterator[Finding]:
    """Everything that is wrong, nothing when all is well."""
    for problem in library.integrity_problems():
        yield Finding(f"SQLite: {problem}", "put a copy of the library back, or build it again with `make setup`")
    for head in library.document_heads():
        record = library.record(head.id)
        if record is not None:
            yield from _of_document(record)
    yield from _of_lexical_index(library)
    yield from _of_vectors(vectors)


def _of_document(record: DocumentRecord) -> Iterator[Finding]:
    document = record.document
    place = 0
    for provision in record.provisions:
        if provision.start != place or provision.end < provision.start:
            yield Finding(
                f"{document.id}: provision {provision.ordinal} covers {provision.start}–{provision.end}, "
                f"expected it to start at {place}",
                REBUILD,
            )
        place = provision.end
    if place != len(document.text):
        yield Finding(f"{document.id}: the provisions end at {place}, the text at {len(document.text)}", REBUILD)
    for passage in record.passages:
        if document.text[passage.start : passage.end] != passage.text:
            yield Finding(f"{document.id}: the text of passage {passage.ordinal} is not that of its place", REBUILD)
        if not 0 <= passage.first <= passage.last < len(record.provisions):
            yield Finding(f"{document.id}: passage {passage.ordinal} names provisions that are not there", REBUILD)
    if not Path(document.path).is_file():
        yield Finding(
            f"{document.id}: its file {document.path} is gone",
            f"nothing, or `python -m ingest remove {document.id}`; a rebuild uses the stored text",
            is_warning=True,
        )


def _of_lexical_index(library: Library) -> Iterator[Finding]:
    indexed, held = library.lexical.row_ids(), library.passage_row_ids()
    if unindexed := len(held - indexed):
        yield Finding(f"lexical index: {unindexed} passages are missing", REBUILD)
    if stale := len(indexed - held):
        yield Finding(f"lexical index: {stale} rows belong to no passage", REBUILD)


def _of_vectors(vectors: PassageVectors) -> Iterator[Finding]:
    try:
        vectors.check_model()
        missing, orphans = vectors.compare()
    except VectorIndexError as error:
        yield Finding(str(error), REBUILD)
        return
    if missing:
        yield Finding(f"vector index: {len(missing)} passages have no vector", MEND)
    if orphans:
        yield Finding(f"vector index: {len(orphans)} vectors belong to no passage", MEND)

"""The one truth: documents with everything derived from them, in one SQLite file.

Everything about a document, its rows in the lexical index and its syllables included, changes in one transaction.
"""

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from corpus import deadline_rows, rows, schema, statement_rows
from corpus.connections import Connections, make_folder, translated
from corpus.errors import LibraryMissing, LibraryOutdated
from corpus.ingest_log import IngestLog
from corpus.lexical_index import LexicalIndex, ReadTerms
from corpus.library_contents import LibraryContents
from corpus.model import Document, DocumentId, DocumentRecord, Passage
from corpus.recent import Recent
from corpus.syllable_model import RestoredTexts, SyllableModel

BUSY_TIMEOUT_SECONDS = 10.0  # a writer holds the file for well under a second a document

# Kept for what is read within `reading`: every hit of a search needs both. 2 kB each.
HEADS_KEPT = 2_000
PASSAGES_KEPT = 3_000


class Library(LibraryContents):
    """Open for reading from any thread; `transaction` is for one writer at a time."""

    def __init__(self, connections: Connections, path: Path) -> None:
        super().__init__(connections)
        self.path = path
        self._read_terms = ReadTerms(self.revision)
        self._restored = RestoredTexts(self.revision)
        self._readings = threading.local()
        self._heads_read: Recent[DocumentId, Document] = Recent(HEADS_KEPT)
        self._passages_read: Recent[int, Passage] = Recent(PASSAGES_KEPT)

    @classmethod
    def open(cls, path: Path, *, create: bool = False, busy_timeout_seconds: float = BUSY_TIMEOUT_SECONDS) -> Self:
        """The library at `path`; with `create`, made or brought to the present schema when it has to be."""
        if create:
            make_folder(path.parent)
        elif not path.is_file():
            raise _missing(path)
        connections = Connections(path, busy_timeout_seconds)
        try:
            _check_version(connections.current(), path, create=create)
        except sqlite3.DatabaseError as error:
            connections.close()
            raise translated(error, path) from error
        except BaseException:
            connections.close()
            raise
        return cls(connections, path)

    def close(self) -> None:
        """No connection is open."""
        self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def lexical(self) -> LexicalIndex:
        """The lexical index over the passages, in this library's transactions."""
        return LexicalIndex(self._connection, self._read_terms)

    @property
    def syllables(self) -> SyllableModel:
        """The syllables of the documents, in this library's transactions."""
        return SyllableModel(self._connection, self._restored)

    @property
    def ingest_log(self) -> IngestLog:
        """What ingest remembers, in this library's transactions."""
        return IngestLog(self._connection)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """What this thread reads within is all of one revision, whatever is written meanwhile.

        It is read sooner, too: SQLite looks once whether the file has changed, and heads and passages are kept.
        """
        connection = self._connection
        if connection.in_transaction:
            yield
            return
        connection.execute("BEGIN")
        try:
            self._readings.revision = super().revision()
            yield
        finally:
            self._readings.revision = None
            connection.execute("ROLLBACK")  # nothing was written

    def revision(self) -> int:
        """A number that grows with each change of the documents."""
        pinned = self._pinned
        return super().revision() if pinned is None else pinned

    def head(self, document_id: DocumentId) -> Document | None:
        """The document of this id without its text and pages."""
        pinned = self._pinned
        if pinned is None:
            return super().head(document_id)
        return self._heads_read.take_all(pinned, [document_id], self._heads_by_id).get(document_id)

    def passages_by_row(self, row_ids: Iterable[int]) -> dict[int, Passage]:
        """The passages with these row ids; ids that are not held are left out."""
        pinned = self._pinned
        if pinned is None:
            return super().passages_by_row(row_ids)
        return self._passages_read.take_all(pinned, list(row_ids), super().passages_by_row)

    @property
    def _pinned(self) -> int | None:
        """The revision of the `reading` that this thread is within."""
        return getattr(self._readings, "revision", None)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All changes within happen, or none; within another transaction, its fate is theirs."""
        if self._pinned is not None:
            raise RuntimeError("writing to the library within `reading`, at whose end it would be undone")
        connection = self._connection
        if connection.in_transaction:
            yield
            return
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise translated(error, self.path) from error
        try:
            yield
            connection.execute("COMMIT")
        except BaseException as error:
            if connection.in_transaction:  # SQLite itself rolls back when the disk is full
                connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.OperationalError):
                raise translated(error, self.path) from error
            raise

    def add(self, record: DocumentRecord) -> None:
        """The library holds `record`, and no other document of the same id or path."""
        document = record.document
        with self.transaction():
            for held in self._ids("SELECT id FROM document WHERE id = ? OR path = ?", (document.id, document.path)):
                self._delete(held)
            self._insert("document", [(*rows.document_row(document), record.derived_by)])
            self._insert("page", [rows.page_row(document.id, page) for page in document.pages])
            self._insert("provision", [rows.provision_row(document.id, provision) for provision in record.provisions])
            self._add_statements(record)
            self._add_deadlines(record)
            self._insert("warning", [(document.id, *pair) for pair in enumerate(record.warnings)])
            self._add_passages(record.passages)
            self.syllables.add(_vocabulary(document))
            self._grow()

    def remove(self, document_id: DocumentId) -> None:
        """The library does not hold this document."""
        with self.transaction():
            if self._ids("SELECT id FROM document WHERE id = ?", (document_id,)):
                self._delete(document_id)
                self._grow()

    def replace_all(self, records: Iterable[DocumentRecord]) -> None:
        """The library holds exactly `records`; the lexical index and the syllables are made anew."""
        with self.transaction():
            self._connection.execute("DELETE FROM document")
            self.lexical.clear()
            self.syllables.clear()
            for record in records:
                self.add(record)
            self._grow()

    def _insert(self, table: str, values: Sequence[rows.Row]) -> None:
        if values:
            places = ", ".join("?" * len(values[0]))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({places})", values)

    def _add_statements(self, record: DocumentRecord) -> None:
        of = record.document.id
        self._insert("relation", [statement_rows.relation_row(of, *pair) for pair in enumerate(record.relations)])
        self._insert("effect", [statement_rows.effect_row(of, *pair) for pair in enumerate(record.effects)])
        self._insert("reward_rate", [statement_rows.reward_rate_row(of, *pair) for pair in enumerate(record.rewards)])
        self._insert(
            "base_salary", [statement_rows.base_salary_row(of, *pair) for pair in enumerate(record.base_salaries)]
        )

    def _add_deadlines(self, record: DocumentRecord) -> None:
        of, numbered = record.document.id, list(enumerate(record.deadlines))
        self._insert("deadline", [deadline_rows.deadline_row(of, *pair) for pair in numbered])
        self._insert("deadline_unit", [row for pair in numbered for row in deadline_rows.unit_rows(of, *pair)])

    def _add_passages(self, passages: Sequence[Passage]) -> None:
        following = self._connection.execute("SELECT coalesce(max(id), 0) + 1 FROM passage").fetchone()[0]
        numbered = list(enumerate(passages, start=following))
        self._insert("passage", [(row_id, *rows.passage_row(passage)) for row_id, passage in numbered])
        self.lexical.add(numbered)

    def _delete(self, document_id: DocumentId) -> None:
        document = self.document(document_id)
        if document is None:
            return
        self.lexical.remove([row_id for row_id, _ in self.passages(document_id)])
        self.syllables.remove(_vocabulary(document))
        self._connection.execute("DELETE FROM document WHERE id = ?", (document_id,))

    def _grow(self) -> None:
        self._connection.execute("UPDATE state SET revision = revision + 1")


def _vocabulary(document: Document) -> str:
    """What the syllable model learns from a document: added and removed as the same text."""
    return f"{document.title}\n{document.text}"


def _check_version(connection: sqlite3.Connection, path: Path, *, create: bool) -> None:
    present, found = len(schema.migrations()), schema.version_of(connection)
    if found > present:
        raise LibraryOutdated(
            f"Opening the library {path}: it was written by a newer version of this program (schema {found}, this "
            f"program knows {present}). Update the program, or set DATA_DIR to another folder and run `make setup`."
        )
    if create:
        schema.migrate(connection)
    elif found == 0:
        raise _missing(path)
    elif found < present:
        raise LibraryOutdated(
            f"Opening the library {path}: it was written by an older version of this program (schema {found}, this "
            f"program needs {present}). Run `python -m ingest rebuild`."
        )


def _missing(path: Path) -> LibraryMissing:
    return LibraryMissing(
        f"Opening the library {path}: there is none. Run `make setup`, or "
        "`python -m ingest add corpus/documents`; if it is elsewhere, set DATA_DIR to its folder."
    )

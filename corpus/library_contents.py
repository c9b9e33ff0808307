"""What the library holds, for reading: every question that is asked of it has a method of its own."""

import json
from collections.abc import Collection, Iterable, Sequence

from corpus import rows
from corpus.identifier import DocumentNumber
from corpus.library_deadlines import LibraryDeadlines
from corpus.library_statements import of_serial
from corpus.model import Document, DocumentId, DocumentRecord, Page, Passage, Provision


class LibraryContents(LibraryDeadlines):
    """Reads from any thread, each through its own connection."""

    def document_heads(self) -> list[Document]:
        """Every document without its text and pages, by date (undated first), then id."""
        return self._heads("ORDER BY issued_on, id")

    def document_ids(self) -> list[DocumentId]:
        """The id of every document."""
        return self._ids("SELECT id FROM document", ())

    def newest_heads(self, limit: int) -> list[Document]:
        """The documents with the latest dates of issue, latest first, without text and pages."""
        return self._heads("WHERE issued_on IS NOT NULL ORDER BY issued_on DESC, id LIMIT ?", str(limit))

    def titles(self) -> list[tuple[DocumentId, str]]:
        """The id of every document with its kind, number, title and issuer in one line, latest issued first."""
        found = self._connection.execute(
            "SELECT id, kind || ' ' || coalesce(number, '') || ' ' || title || ' ' || issuer FROM document"
            " ORDER BY issued_on DESC, id"
        )
        return [(row[0], row[1]) for row in found]

    def head(self, document_id: DocumentId) -> Document | None:
        """The document of this id without its text and pages."""
        return next(iter(self._heads("WHERE id = ?", document_id)), None)

    def documents(self) -> list[Document]:
        """Every document in full."""
        return [document for head in self.document_heads() if (document := self.document(head.id))]

    def document(self, document_id: DocumentId) -> Document | None:
        """The document of this id in full."""
        row = self._connection.execute(
            f"SELECT {rows.DOCUMENT_COLUMNS} FROM document WHERE id = ?", (document_id,)
        ).fetchone()
        return None if row is None else rows.document_of(row, self._pages(document_id))

    def record(self, document_id: DocumentId) -> DocumentRecord | None:
        """The document of this id with everything derived from it."""
        document = self.document(document_id)
        if document is None:
            return None
        return DocumentRecord(
            document=document,
            provisions=tuple(self.provisions(document_id)),
            passages=tuple(passage for _, passage in self.passages(document_id)),
            relations=tuple(self.relations(document_id)),
            warnings=tuple(self.warnings(document_id)),
            effects=tuple(self.effects(document_id)),
            rewards=tuple(rate for _, rate in self.reward_rates(document_id)),
            base_salaries=tuple(salary for _, salary in self.base_salaries(document_id)),
            deadlines=tuple(self.deadlines(document_id)),
            derived_by=self.derived_by(document_id),
        )

    def by_number(self, number: DocumentNumber) -> list[Document]:
        """Heads of the documents with this number, whoever issued them."""
        return self._heads("WHERE number_key = ? ORDER BY issued_on, id", number.key)

    def by_serial(self, serial: int) -> list[Document]:
        """Heads of the documents whose number begins with this serial, of whatever kind and year."""
        return self._heads("WHERE number_key GLOB ? OR number_key GLOB ? ORDER BY issued_on, id", *of_serial(serial))

    def by_kind(self, kind: str) -> list[Document]:
        """Heads of the documents of this kind, by date (undated first), then id."""
        return self._heads("WHERE kind = ? ORDER BY issued_on, id", kind)

    def by_kinds_titled(self, kinds: Collection[str], words: Collection[str]) -> list[Document]:
        """Heads of the documents of these kinds whose title has one of the words, in small letters or capitals."""
        spellings = [spelling for word in words for spelling in (f"%{word}%", f"%{word.upper()}%")]
        condition = " OR ".join("title LIKE ?" for _ in spellings)
        return self._heads(
            f"WHERE kind IN (SELECT value FROM json_each(?)) AND ({condition}) ORDER BY issued_on, id",
            json.dumps(sorted(kinds)),
            *spellings,
        )

    def by_path(self, path: str) -> Document | None:
        """Head of the document that was read from `path`."""
        return next(iter(self._heads("WHERE path = ?", path)), None)

    def by_digest(self, digest: str) -> Document | None:
        """Head of the document that was read from a file of this SHA-256."""
        return next(iter(self._heads("WHERE digest = ? ORDER BY path", digest)), None)

    def provisions(self, document_id: DocumentId) -> list[Provision]:
        """The provisions of a document in order of ordinal."""
        found = self._connection.execute(
            "SELECT * FROM provision WHERE document_id = ? ORDER BY ordinal", (document_id,)
        )
        return [rows.provision_of(row) for row in found]

    def passages(self, document_id: DocumentId) -> list[tuple[int, Passage]]:
        """The passages of a document in order, each with its row id."""
        found = self._connection.execute("SELECT * FROM passage WHERE document_id = ? ORDER BY ordinal", (document_id,))
        return [(row["id"], rows.passage_of(row)) for row in found]

    def passages_by_row(self, row_ids: Iterable[int]) -> dict[int, Passage]:
        """The passages with these row ids; ids that are not held are left out."""
        found = self._connection.execute(
            "SELECT * FROM passage WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(row_ids)),)
        )
        return {row["id"]: rows.passage_of(row) for row in found}

    def digests_by_row(self, row_ids: Iterable[int]) -> dict[int, str]:
        """The digests of the passages with these row ids; ids that are not held are left out."""
        found = self._connection.execute(
            "SELECT id, digest FROM passage WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(row_ids)),)
        )
        return {row["id"]: row["digest"] for row in found}

    def digests_of(self, document_ids: Collection[DocumentId]) -> dict[int, str]:
        """The digests of all passages of these documents, by row id."""
        found = self._connection.execute(
            "SELECT id, digest FROM passage WHERE document_id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(document_ids)),),
        )
        return {row["id"]: row["digest"] for row in found}

    def rows_by_digest(self, digests: Collection[str]) -> dict[str, list[int]]:
        """The row ids of the passages with these digests; equal passages of several documents share a digest."""
        found = self._connection.execute(
            "SELECT digest, id FROM passage WHERE digest IN (SELECT value FROM json_each(?)) ORDER BY id",
            (json.dumps(list(digests)),),
        )
        row_ids: dict[str, list[int]] = {}
        for row in found:
            row_ids.setdefault(row["digest"], []).append(row["id"])
        return row_ids

    def passage_digests(self) -> set[str]:
        """The digests of all passages: the vectors that there must be."""
        return set(self._ids("SELECT DISTINCT digest FROM passage", ()))

    def passage_row_ids(self) -> set[int]:
        """The row ids of all passages: the rows that the lexical index must have."""
        return {row[0] for row in self._connection.execute("SELECT id FROM passage")}

    def warnings(self, document_id: DocumentId) -> list[str]:
        """What ingest was unsure of when it read a document."""
        return self._ids("SELECT text FROM warning WHERE document_id = ? ORDER BY ordinal", (document_id,))

    def count(self, table: str, document_id: DocumentId) -> int:
        """How many rows of `page`, `provision`, `passage`, `relation` or `deadline` a document has."""
        found = self._connection.execute(f'SELECT count(*) FROM "{table}" WHERE document_id = ?', (document_id,))
        return int(found.fetchone()[0])

    def derived_by(self, document_id: DocumentId) -> int:
        """The version of the reading that made the record of a document; 0 when none is held."""
        found = self._connection.execute("SELECT derived_by FROM document WHERE id = ?", (document_id,)).fetchone()
        return 0 if found is None else int(found[0])

    def revision(self) -> int:
        """A number that grows with each change of the documents."""
        return int(self._connection.execute("SELECT revision FROM state").fetchone()[0])

    def integrity_problems(self) -> list[str]:
        """What SQLite itself finds wrong with the file; empty when all is well."""
        problems = [row[0] for row in self._connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        return problems + [
            f"a row of {row['table']} refers to a missing row of {row['parent']}"
            for row in self._connection.execute("PRAGMA foreign_key_check")
        ]

    def _pages(self, document_id: DocumentId) -> list[Page]:
        found = self._connection.execute("SELECT * FROM page WHERE document_id = ? ORDER BY number", (document_id,))
        return [rows.page_of(row) for row in found]

    def _ids(self, query: str, parameters: Sequence[str]) -> list[str]:
        return [row[0] for row in self._connection.execute(query, parameters)]

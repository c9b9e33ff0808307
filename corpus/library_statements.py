"""What the held documents say of one another, of force and of rewards: questions by document and by number."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence

from corpus import rows, statement_rows
from corpus.connections import Connections
from corpus.model import BaseSalary, Document, DocumentId, Effect, Relation, RelationKind, RewardRate


class LibraryStatements:
    """Reads from any thread, each through its own connection."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    @property
    def _connection(self) -> sqlite3.Connection:
        return self._connections.current()

    def relations(self, document_id: DocumentId) -> list[Relation]:
        """What a document says about other documents, in order of place."""
        found = self._connection.execute(
            "SELECT * FROM relation WHERE document_id = ? ORDER BY ordinal", (document_id,)
        )
        return [statement_rows.relation_of(row) for row in found]

    def effects(self, document_id: DocumentId) -> list[Effect]:
        """What a document says of force, its own and that of others, in order of place."""
        found = self._connection.execute("SELECT * FROM effect WHERE document_id = ? ORDER BY ordinal", (document_id,))
        return [statement_rows.effect_of(row) for row in found]

    def mentions(
        self, number_key: str, kinds: Collection[RelationKind] = tuple(RelationKind)
    ) -> list[tuple[Document, Relation]]:
        """Who says something of these kinds about the number with this key: the head that does, and the relation."""
        return self._mentions(
            "target_key = ? AND kind IN (SELECT value FROM json_each(?))", number_key, json.dumps(sorted(kinds))
        )

    def different_mentions(self, number_key: str) -> list[tuple[Document, Relation]]:
        """Of `mentions` one of each kind that tells the same of the document: few, however often it is cited."""
        # Read from the index alone, in its order: a law may be the legal basis of every document there is.
        first = """
            SELECT min(document_id) AS document_id, ordinal FROM relation WHERE target_key = ?
            GROUP BY kind, target_issued_on, target_issuer, target_kind, target_title
        """
        found = self._connection.execute(
            f"SELECT relation.* FROM ({first}) JOIN relation USING (document_id, ordinal) ORDER BY 1, 2", (number_key,)
        )
        return self._with_heads(found.fetchall())

    def few_mentions(self, number_key: str, of_each_kind: int) -> list[tuple[Document, Relation]]:
        """The different mentions, and of the others at most so many of each kind, those first that tell a date."""
        few = self._few(((number_key, kind) for kind in RelationKind), of_each_kind)
        found = {(head.id, one.start, one.kind): (head, one) for head, one in self.different_mentions(number_key)}
        found |= {(head.id, one.start, one.kind): (head, one) for head, one in few}
        return [found[key] for key in sorted(found)]

    def mentions_by_serial(self, serial: int) -> list[tuple[Document, Relation]]:
        """Who refers to any number that begins with this serial."""
        return self._mentions("target_key GLOB ? OR target_key GLOB ?", *of_serial(serial))

    def few_mentions_by_serial(self, serial: int, of_each_kind: int) -> list[tuple[Document, Relation]]:
        """Of `mentions_by_serial` at most so many of each kind for each number."""
        pairs = self._connection.execute(
            "SELECT DISTINCT target_key, kind FROM relation WHERE target_key GLOB ? OR target_key GLOB ?",
            of_serial(serial),
        ).fetchall()
        return self._few(((key, RelationKind(kind)) for key, kind in pairs), of_each_kind)

    def acts_told(self, number_key: str) -> list[tuple[Document, Relation]]:
        """What other documents tell that the document of this number does."""
        return self._mentions("subject_key = ?", number_key)

    def acts(self, kinds: Collection[RelationKind]) -> list[tuple[Document, Relation]]:
        """Every relation of these kinds; reads the whole table, for `graph` and `check`."""
        return self._mentions("kind IN (SELECT value FROM json_each(?))", json.dumps(sorted(kinds)))

    def effects_told(self, number_key: str) -> list[tuple[Document, Effect]]:
        """What other documents say of the force of the document of this number."""
        found = self._connection.execute(
            "SELECT * FROM effect WHERE subject_key = ? ORDER BY document_id, ordinal", (number_key,)
        ).fetchall()
        heads = self._heads_by_id(row["document_id"] for row in found)
        return [(heads[row["document_id"]], statement_rows.effect_of(row)) for row in found]

    def reward_rates(self, document_id: DocumentId | None = None) -> list[tuple[DocumentId, RewardRate]]:
        """Every reward rate, or those of one document, with the document that sets it."""
        found = self._of("reward_rate", document_id)
        return [(row["document_id"], statement_rows.reward_rate_of(row)) for row in found]

    def base_salaries(self, document_id: DocumentId | None = None) -> list[tuple[DocumentId, BaseSalary]]:
        """Every base salary, or those of one document, with the document that sets it."""
        found = self._of("base_salary", document_id)
        return [(row["document_id"], statement_rows.base_salary_of(row)) for row in found]

    def _of(self, table: str, document_id: DocumentId | None) -> list[sqlite3.Row]:
        condition, parameters = ("", ()) if document_id is None else ("WHERE document_id = ?", (document_id,))
        return self._connection.execute(
            f"SELECT * FROM {table} {condition} ORDER BY document_id, ordinal", parameters
        ).fetchall()

    def _mentions(self, condition: str, *parameters: str) -> list[tuple[Document, Relation]]:
        found = self._connection.execute(
            f"SELECT * FROM relation WHERE {condition} ORDER BY document_id, ordinal", parameters
        )
        return self._with_heads(found.fetchall())

    def _few(self, pairs: Iterable[tuple[str, RelationKind]], most: int) -> list[tuple[Document, Relation]]:
        # In the order of the index, backwards: the rows without a date come last.
        query = """
            SELECT * FROM relation WHERE target_key = ? AND kind = ?
            ORDER BY target_issued_on DESC, target_issuer DESC LIMIT ?
        """
        found = [row for key, kind in pairs for row in self._connection.execute(query, (key, kind.value, most))]
        return self._with_heads(sorted(found, key=lambda row: (row["document_id"], row["ordinal"])))

    def _with_heads(self, found: Sequence[sqlite3.Row]) -> list[tuple[Document, Relation]]:
        heads = self._heads_by_id(row["document_id"] for row in found)
        return [(heads[row["document_id"]], statement_rows.relation_of(row)) for row in found]

    def _heads_by_id(self, identities: Iterable[DocumentId]) -> dict[DocumentId, Document]:
        listed = json.dumps(sorted(set(identities)))
        return {head.id: head for head in self._heads("WHERE id IN (SELECT value FROM json_each(?))", listed)}

    def _heads(self, clause: str, *parameters: str) -> list[Document]:
        found = self._connection.execute(f"SELECT {rows.HEAD_COLUMNS} FROM document {clause}", parameters)
        return [rows.document_of(row, ()) for row in found]


def of_serial(serial: int) -> tuple[str, str]:
    """Patterns of the number keys with this serial; GLOB with a fixed beginning uses the index."""
    return f"{serial}/*", f"{serial}-*"

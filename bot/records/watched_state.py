"""The last known state of each document that somebody asked about or follows, to be compared after a change."""

import json
from collections.abc import Collection, Iterable
from dataclasses import astuple, dataclass
from sqlite3 import Row

from bot.records.database import Database
from corpus.model import DocumentId

TABLES = """
CREATE TABLE IF NOT EXISTS watched_document (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    path TEXT NOT NULL,
    digest TEXT NOT NULL,
    derived_by INTEGER NOT NULL,
    acts TEXT NOT NULL,
    deadlines TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS watched_revision (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    revision INTEGER NOT NULL
);
"""


@dataclass(frozen=True, slots=True)
class KnownDeadline:
    """A deadline as it was told: the duty at its place, and when it was due."""

    locator: str
    task: str  # folded: what tells the duty from others
    wording: str  # of the rule


@dataclass(frozen=True, slots=True)
class DocumentState:
    """What was known of a document: the acts of others on it, and its deadlines."""

    id: DocumentId
    name: str
    path: str
    digest: str
    derived_by: int  # version of the reading
    acts: tuple[str, ...]  # a name for each, see `bot.reminders.document_state`
    deadlines: tuple[KnownDeadline, ...]


class WatchedState:
    """The states, and the revision of the library that they are of."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def revision(self) -> int | None:
        """The revision that all states are of; None before the first look."""
        row = self._database.row("SELECT revision FROM watched_revision")
        return None if row is None else int(row["revision"])

    def ids(self) -> set[DocumentId]:
        """The documents whose state is known."""
        return {row["id"] for row in self._database.rows("SELECT id FROM watched_document")}

    def all(self) -> list[DocumentState]:
        """Every state, by id."""
        return [_read(row) for row in self._database.rows("SELECT * FROM watched_document ORDER BY id")]

    def keep(self, states: Iterable[DocumentState], revision: int) -> None:
        """These are the last known states of their documents, and all states are of this revision."""
        with self._database.transaction():
            for state in states:
                values = (*astuple(state)[:5], _json(state.acts), _json([astuple(one) for one in state.deadlines]))
                self._database.run("INSERT OR REPLACE INTO watched_document VALUES (?, ?, ?, ?, ?, ?, ?)", values)
            self._database.run("INSERT OR REPLACE INTO watched_revision VALUES (1, ?)", (revision,))

    def forget(self, ids: Collection[DocumentId]) -> None:
        """Nothing is known of these."""
        self._database.run(
            "DELETE FROM watched_document WHERE id IN (SELECT value FROM json_each(?))", (_json(list(ids)),)
        )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _read(row: Row) -> DocumentState:
    return DocumentState(
        id=row["id"],
        name=row["name"],
        path=row["path"],
        digest=row["digest"],
        derived_by=row["derived_by"],
        acts=tuple(json.loads(row["acts"])),
        deadlines=tuple(KnownDeadline(*one) for one in json.loads(row["deadlines"])),
    )

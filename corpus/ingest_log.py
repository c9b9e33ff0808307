"""What ingest remembers from one run to the next: corrections, changes made, and whether the vectors are settled."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class CorrectionOrigin(StrEnum):
    """Who corrected what was read from a file."""

    MANIFEST = "manifest"
    OPERATOR = "operator"


class DeadlineAction(StrEnum):
    """What an officer corrected about a deadline."""

    DROP = "drop"  # it is none
    SET = "set"  # some of it reads otherwise
    NEW = "new"  # it was not found


@dataclass(frozen=True, slots=True)
class DeadlineCorrection:
    """A correction of one deadline, which is known by its words: places and numbers change with the text."""

    action: DeadlineAction
    quote: str  # of the deadline; verbatim in the text that it was made for
    expression: str  # of time, within the quote
    occurrence: int  # which of the deadlines alike, from 0, in order of the text
    text_digest: str  # SHA-256 of the text that it was made for
    assigned: tuple[tuple[str, str], ...] = ()  # what is set: field and value as typed

    @property
    def target(self) -> tuple[str, str, int]:
        """What tells the deadline from the others of its document."""
        return self.quote, self.expression, self.occurrence


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One change of the library."""

    at: datetime
    status: str
    document_id: str
    path: str
    digest: str


class IngestLog:
    """Lives in the library and takes part in its transactions."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def note(self, entry: LogEntry) -> None:
        """The change is on record."""
        self._connection.execute(
            "INSERT INTO ingest_log (at, status, document_id, path, digest) VALUES (?, ?, ?, ?, ?)",
            (entry.at.isoformat(timespec="seconds"), entry.status, entry.document_id, entry.path, entry.digest),
        )

    def entries(self) -> list[LogEntry]:
        """Every change, oldest first."""
        rows = self._connection.execute("SELECT at, status, document_id, path, digest FROM ingest_log ORDER BY id")
        return [LogEntry(datetime.fromisoformat(row["at"]), *tuple(row)[1:]) for row in rows]

    def corrections(self, path: str, origin: CorrectionOrigin) -> dict[str, str]:
        """What was last corrected for the file at `path` by `origin`."""
        rows = self._connection.execute(
            "SELECT key, value FROM correction WHERE path = ? AND origin = ? ORDER BY key", (path, origin.value)
        )
        return {row["key"]: row["value"] for row in rows}

    def keep_corrections(self, path: str, origin: CorrectionOrigin, corrections: Mapping[str, str]) -> None:
        """Exactly these corrections of `origin` hold for the file at `path`."""
        self._connection.execute("DELETE FROM correction WHERE path = ? AND origin = ?", (path, origin.value))
        self._connection.executemany(
            "INSERT INTO correction (path, origin, key, value) VALUES (?, ?, ?, ?)",
            [(path, origin.value, key, value) for key, value in corrections.items()],
        )

    def forget_corrections(self, path: str) -> None:
        """Nothing is corrected for the file at `path`, its deadlines included."""
        self._connection.execute("DELETE FROM correction WHERE path = ?", (path,))
        self._connection.execute("DELETE FROM deadline_correction WHERE path = ?", (path,))

    def deadline_corrections(self, path: str) -> list[DeadlineCorrection]:
        """What officers corrected about the deadlines of the file at `path`, in order of making."""
        rows = self._connection.execute("SELECT * FROM deadline_correction WHERE path = ? ORDER BY id", (path,))
        return [
            DeadlineCorrection(
                action=DeadlineAction(row["action"]),
                quote=row["quote"],
                expression=row["expression"],
                occurrence=row["occurrence"],
                text_digest=row["text_digest"],
                assigned=tuple(json.loads(row["assigned"]).items()),
            )
            for row in rows
        ]

    def keep_deadline_corrections(self, path: str, corrections: Iterable[DeadlineCorrection]) -> None:
        """Exactly these corrections hold for the deadlines of the file at `path`."""
        self._connection.execute("DELETE FROM deadline_correction WHERE path = ?", (path,))
        self._connection.executemany(
            "INSERT INTO deadline_correction (path, action, quote, expression, occurrence, text_digest, assigned)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    path,
                    one.action.value,
                    *one.target,
                    one.text_digest,
                    json.dumps(dict(one.assigned), ensure_ascii=False),
                )
                for one in corrections
            ],
        )

    @property
    def embedding_model(self) -> str | None:
        """The value of EMBEDDING_MODEL that the vectors were made with; None before the first vector."""
        value: str | None = self._connection.execute("SELECT embedding_model FROM state").fetchone()[0]
        return value

    def keep_embedding_model(self, name: str) -> None:
        """The vectors are those of this model."""
        self._connection.execute("UPDATE state SET embedding_model = ?", (name,))

    @property
    def vectors_are_settled(self) -> bool:
        """False from the first change of the vectors in a run to the sweep at its end."""
        return bool(self._connection.execute("SELECT vectors_are_settled FROM state").fetchone()[0])

    def mark_vectors(self, *, settled: bool) -> None:
        """The next run knows whether the vectors have to be compared with the passages."""
        self._connection.execute("UPDATE state SET vectors_are_settled = ?", (int(settled),))

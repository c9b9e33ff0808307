"""When something must be done, as the held documents say it: questions by document, by day and by unit."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from datetime import date

from corpus import deadline_rows, rows
from corpus.deadline import EVERY_MONTH, occurrences, running_from
from corpus.held_deadline import HeldDeadline
from corpus.library_statements import LibraryStatements
from corpus.model import Deadline, DocumentId
from corpus.unit_name import Cover, covers

# The unit of a deadline is looked up deadline by deadline: what the days let through is less than a group's deadlines.
_OF_UNIT = """
    EXISTS (SELECT 1 FROM deadline_unit WHERE deadline_unit.document_id = deadline.document_id
            AND deadline_unit.ordinal = deadline.ordinal AND unit_key IN (SELECT value FROM json_each(?)))
"""
_OF_DOCUMENT = "deadline.document_id IN (SELECT value FROM json_each(?))"
_BETWEEN = "deadline.months <> 0 AND last_day >= ? AND first_day <= ? AND months & ?"
# Each key once, found in the index by leaps: there are a hundred names to a key.
_UNIT_KEYS = """
    WITH RECURSIVE each(unit_key) AS (
        SELECT min(unit_key) FROM deadline_unit
        UNION ALL
        SELECT (SELECT min(unit_key) FROM deadline_unit WHERE unit_key > each.unit_key)
        FROM each WHERE unit_key IS NOT NULL
    )
    SELECT unit_key FROM each WHERE unit_key IS NOT NULL
"""


class LibraryDeadlines(LibraryStatements):
    """Reads from any thread, each through its own connection."""

    def deadlines(self, document_id: DocumentId) -> list[Deadline]:
        """The deadlines of a document in order of place."""
        found = self._connection.execute(
            "SELECT * FROM deadline WHERE document_id = ? ORDER BY ordinal", (document_id,)
        )
        return [deadline_rows.deadline_of(row) for row in found]

    def held_deadlines(
        self, *, unit_keys: Collection[str] | None = None, document_ids: Collection[DocumentId] | None = None
    ) -> list[HeldDeadline]:
        """The deadlines of these units and documents, of all where None, those without a day included, by place."""
        return self._held([], [], unit_keys, document_ids)

    def deadlines_between(
        self,
        first: date | None,
        last: date | None,
        unit_keys: Collection[str] | None = None,
        document_ids: Collection[DocumentId] | None = None,
    ) -> list[HeldDeadline]:
        """Of `held_deadlines` those that fall due between two days, both included, in order of the days; None is open.

        One that recurs and does not say since when begins on the day of its document.
        """
        start, end = first or date.min, last or date.max
        if start > end:
            return []
        held = self._held(
            [_BETWEEN], [start.isoformat(), end.isoformat(), _months(start, end)], unit_keys, document_ids
        )
        dated = [(day, one) for one in held if (day := _first_day_within(one, start, end)) is not None]
        dated.sort(key=lambda pair: pair[0])  # stable: by document and place within a day
        return [one for _, one in dated]

    def unit_keys(self) -> list[str]:
        """The key of every unit that a deadline names, each once."""
        return [row[0] for row in self._connection.execute(_UNIT_KEYS)]

    def unit_keys_meaning(self, asked: str) -> list[str]:
        """The keys of the names that can mean the unit asked for or a group it belongs to (see `unit_name.covers`)."""
        return [key for key in self.unit_keys() if covers(key, asked) is not Cover.NO]

    def _held(
        self,
        conditions: list[str],
        parameters: list[str | int],
        unit_keys: Collection[str] | None,
        document_ids: Collection[DocumentId] | None,
    ) -> list[HeldDeadline]:
        for condition, wanted in ((_OF_UNIT, unit_keys), (_OF_DOCUMENT, document_ids)):
            if wanted is not None:
                conditions, parameters = [*conditions, condition], [*parameters, json.dumps(sorted(wanted))]
        found = self._connection.execute(
            "SELECT deadline.*, provision.locator FROM deadline LEFT JOIN provision"
            " ON provision.document_id = deadline.document_id AND provision.ordinal = deadline.provision"
            f" WHERE {' AND '.join(conditions) or 'TRUE'} ORDER BY deadline.document_id, deadline.ordinal",
            parameters,
        )
        return self._with_documents(found.fetchall())

    def _with_documents(self, found: Iterable[sqlite3.Row]) -> list[HeldDeadline]:
        found = list(found)
        heads = self._heads_by_id(row["document_id"] for row in found)
        return [
            HeldDeadline(
                document=heads[row["document_id"]],
                locator=rows.locator_of(row["locator"] or "[]"),
                ordinal=row["ordinal"],
                deadline=deadline_rows.deadline_of(row),
            )
            for row in found
        ]


def _months(start: date, end: date) -> int:
    """The months from `start` to `end`, one bit each, January the lowest."""
    first, last = start.year * 12 + start.month - 1, end.year * 12 + end.month - 1
    return EVERY_MONTH if last - first >= 11 else sum(1 << month % 12 for month in range(first, last + 1))


def _first_day_within(one: HeldDeadline, start: date, end: date) -> date | None:
    """The last allowed day of the first occurrence within the days, the last of the calendar where it has none."""
    rule = running_from(one.deadline.rule, one.document.issued_on)
    occurrence = next(occurrences(rule, start, end), None)
    return None if occurrence is None else occurrence.last_allowed or date.max

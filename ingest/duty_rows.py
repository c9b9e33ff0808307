"""Rows of tables that state times: which column tells the task, who does it, who helps, and when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.folding import fold
from corpus.model import Document, Provision
from ingest.duty_units import begins_with_unit, split_units
from ingest.duty_words import HELP_COLUMN, PRODUCT_COLUMN, TASK_COLUMN, TIME_COLUMN, UNIT_COLUMN, words

_LONGEST_NAMES = 200  # characters
_MOST_NAMING = 2  # cells: who acts, who helps
_BULLETS = re.compile(r"(?:\A|\s)[-–•]\s")
_LIMIT = words("chậm nhất", "muộn nhất", "trước ngày", "trong thời hạn", "trong vòng")  # no name holds one
_PRICE_COLUMN = words("don gia", "thanh tien", "muc chi")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, with its place in the document's text; `text` is the slice."""

    head: str
    start: int
    text: str

    @property
    def end(self) -> int:
        """Exclusive."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class DutyRow:
    """The cells of one row by what they tell."""

    times: tuple[Cell, ...]
    units: tuple[Cell, ...]
    helpers: tuple[Cell, ...]
    tasks: tuple[Cell, ...]
    products: tuple[Cell, ...]
    others: tuple[Cell, ...]
    heads: tuple[str, ...]  # of all columns, also where the row is empty

    def task_beside(self, times: Sequence[Cell]) -> str:
        """The words of the task beside the cells of time: the first cell of words that names no unit.

        One under a head of tasks before others.
        """
        told = [cell.text for cell in (*self.tasks, *self.others) if cell not in times and len(cell.text.split()) > 1]
        plain = [text for text in told if not begins_with_unit(text)]
        return next(iter(plain or told), "")

    @property
    def headless(self) -> tuple[Cell, ...]:
        """The cells of columns without a head."""
        return tuple(cell for cell in self.others if not cell.head)

    def named_before(self, cell: Cell) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """In a table without heads, who the cells directly before one name: who acts, and who helps.

        "TT | việc | chủ trì | phối hợp | ngày": of two such cells the first acts and the second helps. The first
        cell of words tells the task, though it may begin with who does it.
        """
        in_words = [one for one in self.cells if one.end <= cell.start and len(one.text.split()) > 1]
        before = in_words[1:]
        named: list[tuple[str, ...]] = []
        while before and len(named) < _MOST_NAMING and len(before[-1].text) <= _LONGEST_NAMES:
            parts = [part for part in _BULLETS.split(before.pop().text) if part.strip()]
            if not parts or not begins_with_unit(parts[0]) or _LIMIT.search(parts[0]):
                break
            named.insert(0, tuple(unit for part in parts for unit in split_units(part)))
        return named[0] if named else (), named[1] if len(named) > 1 else ()

    @property
    def is_estimate(self) -> bool:
        """Whether the table counts costs: its times and rhythms multiply prices."""
        return any(_PRICE_COLUMN.search(fold(head)) for head in self.heads)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All of them, in the order of the text."""
        every = (*self.times, *self.units, *self.helpers, *self.tasks, *self.products, *self.others)
        return tuple(sorted(every, key=lambda cell: cell.start))


def duty_row(document: Document, provision: Provision) -> DutyRow:
    """The cells of a row provision, sorted by the heads of their columns."""
    times, units, helpers, tasks, products, others = [], [], [], [], [], []
    for cell in _cells(document, provision):
        head = fold(cell.head)
        if TIME_COLUMN.search(head):
            times.append(cell)
        elif PRODUCT_COLUMN.search(head):
            products.append(cell)
        elif HELP_COLUMN.search(head) and not re.search(r"chu tri", head):
            helpers.append(cell)
        elif TASK_COLUMN.search(head) and not UNIT_COLUMN.search(head):
            tasks.append(cell)
        elif UNIT_COLUMN.search(head):
            units.append(cell)
        else:
            others.append(cell)
    heads = tuple(head for head, _ in provision.columns)
    return DutyRow(tuple(times), tuple(units), tuple(helpers), tuple(tasks), tuple(products), tuple(others), heads)


def _cells(document: Document, provision: Provision) -> Iterator[Cell]:
    """The cells where they stand: their words are those of the text but for white space."""
    place = provision.start
    for head, written in provision.columns:
        syllables = written.split()
        if not syllables:
            continue
        found = re.compile(r"\s+".join(map(re.escape, syllables))).search(document.text, place, provision.end)
        if found is None:
            continue
        place = found.end()
        yield Cell(head, found.start(), found[0])

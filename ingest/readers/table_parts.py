"""One table from its parts on several pages."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.readers.characters import clean_line
from ingest.readers.page_layout import SAME_EDGE_POINTS, FoundCell, FoundTable
from ingest.readers.writer import CellText, RowText

_ORDINAL_HEAD = re.compile(r"^(?:STT|TT|Số\s*TT|Số\s+thứ\s+tự)\.?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TablePart:
    """What one page shows of a table."""

    page: int
    table: FoundTable

    def goes_on_in(self, other: "TablePart") -> bool:
        """The columns agree, wherever on its page each part stands."""
        first = [edge - self.table.left for edge in self.table.edges]
        second = [edge - other.table.left for edge in other.table.edges]
        return len(first) == len(second) and all(
            abs(one - two) <= SAME_EDGE_POINTS for one, two in zip(first, second, strict=True)
        )


def rows_of(parts: Iterable[TablePart]) -> Iterator[RowText]:
    """The rows of all parts: the head once, and a row that a page break cut in one piece."""
    head: RowText | None = None
    above: RowText | None = None
    for part in parts:
        rows = [_row(part, row) for row in part.table.rows]
        if head is not None and rows and _texts(rows[0]) == _texts(head):
            del rows[0]
        for position, row in enumerate(rows):
            if head is None:
                head = row
            if above is not None and position == 0 and above.page != row.page and _is_rest(row, above, head):
                above = _joined(above, row)
                continue
            if above is not None:
                yield above
            above = row
    if above is not None:
        yield above


def _row(part: TablePart, found: Sequence[FoundCell]) -> RowText:
    """The cells by column; a column in which none begins holds an empty cell, the rest of a merged one above."""
    edges = part.table.edges
    starts = {_column(edges, cell.left): cell for cell in found}
    cells: list[CellText] = []
    column = 0
    while column < len(edges):
        cell = starts.get(column)
        span = 1 if cell is None else max(1, _column(edges, cell.right) - column)
        cells.append(CellText("" if cell is None else cell.text, span))
        column += span
    return RowText(tuple(cells), part.page)


def _column(edges: Sequence[float], position: float) -> int:
    """The column that begins at `position`; for a right edge, the one that follows."""
    return sum(1 for edge in edges if edge < position - SAME_EDGE_POINTS)


def _texts(row: RowText) -> list[str]:
    return [clean_line(cell.text) for cell in row.cells]


def _is_rest(row: RowText, above: RowText, head: RowText) -> bool:
    """A page break cut the row: the column of ordinal numbers goes on empty."""
    ordinals = _ORDINAL_HEAD.match(_texts(head)[0])
    return ordinals is not None and not _texts(row)[0] and len(row.cells) == len(above.cells)


def _joined(above: RowText, rest: RowText) -> RowText:
    cells = (
        CellText(f"{upper.text} {lower.text}", upper.span) for upper, lower in zip(above.cells, rest.cells, strict=True)
    )
    return RowText(tuple(cells), above.page)

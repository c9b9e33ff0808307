"""Finds tables that lost their grid: a line "|" on each side of every cell, or the cells of a row on one line.

In the first form an empty cell and the end of a row look alike: both leave two bars with nothing between them. The
rows are the cheapest division of the cells, where a row costs nothing when it is as wide as the table and begins
with a label, more when it is narrower, wider or begins with nothing. Costs were chosen on flattened official annexes.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ingest.source_text import Cell, Row, Table

LONGEST_CELL = 6_000  # characters; more between two bars is text after a table, not a cell
WIDEST_TABLE = 24  # columns
_SAMPLE_OF_HEAD = 60  # cells among which a row that numbers the columns is looked for
_SAMPLE = 400  # cells on which the possible widths are compared

_BAR = re.compile(r"^[ \t]*\|[ \t]*(?:\n|\Z)", re.MULTILINE)
_ROW_LABEL = re.compile(
    r"""
    \(?\d{1,3}(?:\.\d{1,2})*\s*[.)]?   # 1  1.2  (3)  4.
  | [IVXL]{1,5}\s*[.)]?                # IV
  | [^\W\d_]\s*[.)]?                   # a  B.
  | [-–+*•]
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Gap:
    """What lies between two bars."""

    start: int
    end: int
    text: str

    @property
    def may_end_row(self) -> bool:
        return self.start == self.end


def is_row_label(text: str) -> bool:
    """Whether a cell holds nothing but the label of its row.

    >>> [is_row_label(text) for text in ("1.2", "IV", "-", "Sở Nội vụ", "2026")]
    [True, True, True, False, False]
    """
    return _ROW_LABEL.fullmatch(text.strip()) is not None


def find_tables(text: str, start: int, end: int) -> list[Table]:
    """The tables in `text[start:end]`, in order."""
    barred = list(_barred_tables(text, start, end))
    tables: list[Table] = []
    position = start
    for table in barred:
        tables += _line_tables(text, position, table.start)
        tables.append(table)
        position = table.end
    return tables + list(_line_tables(text, position, end))


def _barred_tables(text: str, start: int, end: int) -> Iterator[Table]:
    run: list[re.Match[str]] = []
    empty = 0  # cells without text directly before the bar; no row has more than a table has columns
    for bar in _BAR.finditer(text, start, end):
        if run:
            between = text[run[-1].end() : bar.start()]
            empty = 0 if between.strip() else empty + 1
            if _is_outside(between) or empty > WIDEST_TABLE + 1:
                yield from _table(text, run)
                run, empty = [], 0
        run.append(bar)
    yield from _table(text, run)


def _is_outside(between: str) -> bool:
    """Whether this, between two bars, is text between two tables and not a cell."""
    return len(between) > LONGEST_CELL or (between.startswith("\n") and bool(between.strip()))


def _table(text: str, bars: Sequence[re.Match[str]]) -> Iterator[Table]:
    gaps = [_Gap(left.end(), right.start(), text[left.end() : right.start()].strip()) for left, right in pairwise(bars)]
    if sum(bool(gap.text) for gap in gaps) < 2:
        return
    widths = _possible_widths(gaps)
    divisions = [(_divide(gaps[:_SAMPLE], width)[0], order, width) for order, width in enumerate(widths)]
    _, cuts = _divide(gaps, min(divisions)[2])
    rows: list[Row] = []
    for first, last in cuts:
        row_end = gaps[last + 1].end if last + 1 < len(gaps) else bars[len(gaps)].end()
        cells = tuple(_cell(text, gaps[index], index - first) for index in range(first, last + 1))
        rows.append(Row(rows[-1].end if rows else bars[0].start(), row_end, cells))
    yield Table(rows[0].start, rows[-1].end, tuple(rows))


def _cell(text: str, gap: _Gap, column: int) -> Cell:
    written = text[gap.start : gap.end]
    start = gap.start + len(written) - len(written.lstrip()) if gap.text else gap.start
    return Cell(start, start + len(gap.text), column)


def _possible_widths(gaps: Sequence[_Gap]) -> list[int]:
    """Widths worth trying: of a row that numbers the columns, else of most labelled rows and of the first row."""
    numbered = _numbered_width(gaps)
    if numbered:
        return [numbered]
    starts = [0] + [
        index + 1
        for index in range(len(gaps) - 1)
        if gaps[index].may_end_row and gaps[index + 1].text and is_row_label(gaps[index + 1].text)
    ]
    distances = Counter(later - earlier - 1 for earlier, later in pairwise(starts))
    first_row = next((index for index, gap in enumerate(gaps) if gap.may_end_row), len(gaps))
    candidates = [*(width for width, _ in distances.most_common(3)), first_row]
    # Two or three rows taken for one.
    multiples = {count * width + count - 1 for width in candidates if width > 1 for count in (2, 3)}
    widths = [width for width in dict.fromkeys(candidates) if 2 <= width <= WIDEST_TABLE and width not in multiples]
    return widths or [min(max(first_row, 2), WIDEST_TABLE)]


def _numbered_width(gaps: Sequence[_Gap]) -> int:
    """The length of a row 1 2 3 … or A B 1 2 … among the first cells; 0 where there is none."""
    run: list[str] = []
    for gap in gaps[:_SAMPLE_OF_HEAD]:
        name = gap.text.strip("()[] ").split("=")[0]
        if name == str(sum(part.isdigit() for part in run) + 1) or (
            len(name) == 1 and name in "ABC" and not "".join(run).isdigit()
        ):
            run.append(name)
        elif gap.may_end_row and sum(part.isdigit() for part in run) > 2:
            return len(run)
        else:
            run = [name] if name in ("1", "A") else []
    return 0


def _divide(gaps: Sequence[_Gap], width: int) -> tuple[float, list[tuple[int, int]]]:
    """The cheapest division into rows: its cost, and of each row the first and last index."""
    grid, count = _Grid(gaps), len(gaps)
    ends = [index for index, gap in enumerate(gaps) if gap.may_end_row and index > 0]
    if not ends or ends[-1] != count:
        ends.append(count)
    best: dict[int, tuple[float, int]] = {0: (0.0, -1)}
    pointer = 0
    for start in [0, *(end + 1 for end in ends[:-1])]:
        if start not in best:
            continue
        while pointer < len(ends) - 1 and ends[pointer] <= start:
            pointer += 1
        for offset, end in enumerate(ends[pointer : pointer + width + 4]):
            if offset and end - start > width + 4:
                break
            cost = best[start][0] + grid.row_cost(start, end, width)
            following = end + 1 if end < count else count
            if following not in best or cost < best[following][0]:
                best[following] = (cost, start)
    cuts: list[tuple[int, int]] = []
    position = count
    while position > 0:
        start = best[position][1]
        cuts.append((start, (count if position == count else position - 1) - 1))
        position = start
    return best[count][0], cuts[::-1]


class _Grid:
    """The cells with what the cost of a row asks of them, counted up to each."""

    def __init__(self, gaps: Sequence[_Gap]) -> None:
        self._gaps = gaps
        self._labelled = [bool(gap.text) and is_row_label(gap.text) for gap in gaps]
        self._filled = [0, *accumulate(bool(gap.text) for gap in gaps)]
        # A label after an empty cell may begin another row.
        self._beginnings = [
            0,
            0,
            *accumulate(
                before.may_end_row and is_label for before, is_label in zip(gaps, self._labelled[1:], strict=False)
            ),
        ]

    def row_cost(self, start: int, end: int, width: int) -> float:
        """The cost of a row `gaps[start:end]` in a table of `width` columns."""
        size, filled = end - start, self._filled[end] - self._filled[start]
        is_labelled = size > 0 and self._labelled[start]
        cost = 0.0
        if size < width:
            cost += 1.0 if filled <= 2 and (is_labelled or size <= 2) else 1.6
        elif size > width:
            cost += 2.0 + size - width
        if not size or not self._gaps[start].text:
            cost += 0.6 if size == width else 1.5
        elif not is_labelled:
            cost += 0.2
        if not filled:
            cost += 3.0
        if size > 2:
            cost += self._beginnings[end] - self._beginnings[start + 2]
        return cost


def _line_tables(text: str, start: int, end: int) -> Iterator[Table]:
    """Tables whose rows stand one a line: "| a | b |" or "a | b | c", at least two in a row."""
    rows: list[Row] = []
    bar = text.find("|", start, end)
    while bar >= 0:
        line_start = max(start, text.rfind("\n", start, bar) + 1)
        line_end = text.find("\n", bar, end) + 1 or end
        if rows and line_start != rows[-1].end:
            yield from _line_table(text, rows)
            rows = []
        if any(map(str.isalnum, text[line_start:line_end])) or rows:
            rows.append(_line_row(text, line_start, line_end))
        bar = text.find("|", line_end, end)
    yield from _line_table(text, rows)


def _line_row(text: str, start: int, end: int) -> Row:
    line = text[start:end]
    position = start + len(line) - len(line.lstrip(" \t"))
    line = line.strip()
    inside = line.removeprefix("|")
    position += len(line) - len(inside)
    inside = inside.removesuffix("|")
    cells = []
    for column, piece in enumerate(inside.split("|")):
        stripped = piece.strip()
        at = position + len(piece) - len(piece.lstrip()) if stripped else position
        cells.append(Cell(at, at + len(stripped), column))
        position += len(piece) + 1
    return Row(start, end, tuple(cells))


def _line_table(text: str, rows: Sequence[Row]) -> Iterator[Table]:
    written = [row for row in rows if not _is_rule(text, row)]
    if len(written) < 2 or max(len(row.cells) for row in written) < 2:
        return
    kept: list[Row] = []
    for row in rows:
        if _is_rule(text, row) and kept:
            kept[-1] = Row(kept[-1].start, row.end, kept[-1].cells)
        elif not _is_rule(text, row):
            kept.append(row)
    yield Table(kept[0].start, kept[-1].end, tuple(kept))


def _is_rule(text: str, row: Row) -> bool:
    return all(re.fullmatch(r":?-+:?|", text[cell.start : cell.end]) for cell in row.cells)

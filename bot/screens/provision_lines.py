"""The text of a provision as lines of HTML, the words that an answer quotes marked; cut into parts of a message."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.markup import escaped
from bot.open_document import OUTSIDE_BODY, OpenDocument
from bot.screens.written_lines import CLOSE, OPEN, joined_lines, pieces, plain, with_heading_apart
from corpus.model import Provision, ProvisionKind

LONGEST_PART_CHARACTERS = 2_800  # with headings, notes and neighbours below the 4,096 of a message

MOST_CELLS_IN_A_LINE, LONGEST_CELL_IN_A_LINE = 12, 160
_ITEM_IN_CELL = re.compile(r"(?<=[;.:]) (?=[-+•] )")
_LONGEST_HEADING_CHARACTERS = 240
_HEADED = frozenset({
    ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION, ProvisionKind.SUBSECTION, ProvisionKind.ARTICLE,
    ProvisionKind.HEADING, ProvisionKind.APPENDIX,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """`document.text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of HTML, well-formed in itself."""

    html: str
    length: int  # of what is shown
    is_marked: bool
    goes_on: bool = False  # belongs to the line above: a cell behind the first of its row


def provision_parts(opened: OpenDocument, provision: Provision, marked: Span | None = None) -> list[list[Line]]:
    """The provision with all that lies in it, in parts that fit a message; of a row of a table, the row alone."""
    parts: list[list[Line]] = [[]]
    for block in _blocks(_lines(opened, provision, marked)):
        size = sum(line.length + 1 for line in (*parts[-1], *block))
        if any(line.html for line in parts[-1]) and size > LONGEST_PART_CHARACTERS:
            parts.append([])
        parts[-1] += block
    return parts


def _blocks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Lines that stay together: a row of a table, as long as it fits a part."""
    block: list[Line] = []
    for line in lines:
        fits = sum(one.length for one in block) + line.length <= LONGEST_PART_CHARACTERS
        if block and not (line.goes_on and fits):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _lines(opened: OpenDocument, provision: Provision, marked: Span | None) -> Iterator[Line]:
    yield from _own_lines(opened, provision, marked)
    if provision.kind is not ProvisionKind.ROW or not provision.columns:
        for child in opened.children(provision):
            if child.kind is ProvisionKind.ROW:
                yield Line("", 0, is_marked=False)
                yield from _rows(opened, child, marked)
            else:
                yield from _lines(opened, child, marked)
        if provision.kind is ProvisionKind.TABLE:
            yield Line("", 0, is_marked=False)


def _rows(opened: OpenDocument, row: Provision, marked: Span | None) -> Iterator[Line]:
    """A row and the rows below it, an empty line between two."""
    yield from _own_lines(opened, row, marked)
    for child in opened.children(row):
        yield Line("", 0, is_marked=False)
        yield from _rows(opened, child, marked)


def _own_lines(opened: OpenDocument, provision: Provision, marked: Span | None) -> Iterator[Line]:
    if provision.kind is ProvisionKind.ROW and provision.columns:
        yield from _cells(opened, provision, marked)
        return
    raw = _with_ends(opened, provision, marked)
    if provision.kind is ProvisionKind.TABLE and any(one.columns for one in opened.children(provision)):
        raw = raw.partition("|")[0]  # the caption: the heads of the columns stand beside each cell
    raw = with_heading_apart(raw, provision.heading)
    lines = joined_lines(raw, keeps_breaks=provision.kind in OUTSIDE_BODY)
    is_heading = provision.kind in _HEADED and bool(opened.children(provision))
    is_open = False
    for line in lines:
        for piece in pieces(line, LONGEST_PART_CHARACTERS):
            told, is_open = _told(piece, is_open=is_open)
            if is_heading and not told.is_marked and len(raw) <= _LONGEST_HEADING_CHARACTERS:
                told = Line(f"<b>{told.html}</b>", told.length, is_marked=False)
            yield told


def _with_ends(opened: OpenDocument, provision: Provision, marked: Span | None) -> str:
    """Its own text, the ends of what is marked in it set."""
    text, start, end = opened.document.text, provision.start, provision.end
    first, last = (max(marked.start, start), min(marked.end, end)) if marked else (start, start)
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    if first >= last:
        return plain(text[start:end])
    return f"{plain(text[start:first])}{OPEN}{plain(text[first:last])}{CLOSE}{plain(text[last:end])}"


def _told(line: str, *, is_open: bool) -> tuple[Line, bool]:
    """The line as HTML, and whether the mark goes on behind it."""
    written, is_marked = "", False
    for place, piece in enumerate(re.split(f"({OPEN}|{CLOSE})", line)):
        if place % 2:
            is_open = piece == OPEN
        elif is_open and piece.strip():
            written, is_marked = f"{written}<u><b>{escaped(piece)}</b></u>", True
        else:
            written += escaped(piece)
    return Line(written.strip(), len(plain(line)), is_marked), is_open


def _cells(opened: OpenDocument, row: Provision, marked: Span | None) -> Iterator[Line]:
    """Each cell that is not empty behind the head of its column; those without a head side by side."""
    raw, place, goes_on = opened.document.text[row.start : row.end], 0, False
    beside: list[Line] = []
    for head, cell in row.columns:
        if not cell.strip():
            continue
        found = _found(raw, cell, place)
        start, place = found or (place, place)
        is_marked = bool(marked and found and marked.start < row.start + place and row.start + start < marked.end)
        told = list(_cell(" ".join(head.split()), cell, is_marked=is_marked))
        fits_beside = len(told) == 1 and told[0].length <= LONGEST_CELL_IN_A_LINE
        if not head.strip() and fits_beside and len(beside) < MOST_CELLS_IN_A_LINE:
            beside += told
            continue
        for line in (*_side_by_side(beside), *told):
            yield replace(line, goes_on=goes_on)
            goes_on = True
        beside = []
    yield from (replace(line, goes_on=goes_on) for line in _side_by_side(beside))


def _cell(head: str, cell: str, *, is_marked: bool) -> Iterator[Line]:
    """The cell, the items of a list in it on lines of their own."""
    name = f"<i>{escaped(head)}:</i> " if head else ""
    items = _ITEM_IN_CELL.sub("\n", cell).split("\n")
    for item in items:
        for piece in pieces(item, LONGEST_PART_CHARACTERS):
            told = f"<u><b>{escaped(piece)}</b></u>" if is_marked else escaped(piece)
            yield Line(f"{name}{told}", len(head) + 2 + len(piece), is_marked)
            name = ""


def _side_by_side(cells: list[Line]) -> list[Line]:
    if not cells:
        return []
    length = sum(cell.length + 1 for cell in cells)
    return [Line(" | ".join(cell.html for cell in cells), length, any(cell.is_marked for cell in cells))]


def _found(raw: str, cell: str, place: int) -> tuple[int, int] | None:
    """Where the cell stands in the row behind `place`, whatever the white space; None when it cannot be told."""
    pattern = r"\s+".join(map(re.escape, cell.split()))
    match = re.compile(pattern).search(raw, place)
    return match.span() if match else None

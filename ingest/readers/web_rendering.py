"""The text that a tree of elements shows: paragraphs and list items as lines, tables as tables."""

import re
from collections.abc import Iterator, Mapping

from ingest.readers.characters import clean_line, dash_for_bullet
from ingest.readers.layout_table import is_frame, is_layout
from ingest.readers.list_numbers import formatted
from ingest.readers.web_element import UNSEEN, WebElement, tag_of
from ingest.readers.writer import CellText, RowText, SourceTextWriter
from ingest.source_text import SourceText

# HTML's names, then those of trafilatura.
_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "o:p", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
    "tt", "u", "var", "wbr",
    "hi", "ref",
}  # fmt: skip
_BREAKS = {"br", "lb"}
_LISTS = {"ul", "ol", "list"}
_LIST_ITEMS = {"li", "item"}
_ROWS, _CELLS = {"tr", "row"}, {"td", "th", "cell"}
_NUMBER_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_WHITE_SPACE = re.compile(r"\s+")
# An author who types the label into the item switches the mark off with a style.
_LABELLED = re.compile(r"^\s*(?:[-–—+•*]|\(?\w{1,4}[.)])\s")


def render(root: WebElement, metadata: Mapping[str, str] | None = None, headline: str = "") -> SourceText:
    """The lines and tables that `root` shows, below the headline."""
    writer = SourceTextWriter()
    writer.lines(headline)
    for block in _blocks(root):
        if isinstance(block, str):
            writer.lines(dash_for_bullet(block))
        else:
            _write_table(block, writer)
    return writer.finish("html", metadata)


def _write_table(table: WebElement, writer: SourceTextWriter) -> None:
    cells = [cell for row in _found(table, _ROWS) for cell in _found(row, _CELLS)]
    rows = [_row(row) for row in _found(table, _ROWS)]
    writer.blank()
    if len(cells) == 1 or is_frame(rows):
        for cell in cells:
            for block in _blocks(cell):
                if isinstance(block, str):
                    writer.lines(dash_for_bullet(block))
                else:
                    _write_table(block, writer)
    elif is_layout(rows):
        writer.side_by_side(rows)
    else:
        writer.table(rows)
    writer.blank()


def _row(row: WebElement) -> RowText:
    return RowText(tuple(CellText("\n".join(_lines(cell)), _span(cell)) for cell in _found(row, _CELLS)))


def _lines(holder: WebElement) -> Iterator[str]:
    """The lines of a cell, those of tables inside it too."""
    for block in _blocks(holder):
        if isinstance(block, str):
            yield dash_for_bullet(block)
        else:
            for row in _found(block, _ROWS):
                yield " | ".join(filter(None, (clean_line(cell.text) for cell in _row(row).cells)))


def _span(cell: WebElement) -> int:
    written = cell.get("colspan") or cell.get("cols") or "1"
    return min(100, max(1, int(written))) if written.isascii() and written.isdigit() else 1


def _found(holder: WebElement, names: set[str]) -> Iterator[WebElement]:
    """The nearest descendants of these names, not those of a table inside."""
    for element in holder:
        if tag_of(element) in names:
            yield element
        elif tag_of(element) != "table":
            yield from _found(element, names)


def _blocks(root: WebElement) -> Iterator[str | WebElement]:
    """The lines and the tables below `root` in order."""
    line = ""
    for piece in _pieces(root):
        if not isinstance(piece, str):
            yield from filter(None, [line.strip()])
            line = ""
            yield piece
        elif piece == "\n":
            yield from filter(None, [line.strip()])
            line = ""
        else:
            line += piece
    yield from filter(None, [line.strip()])


def _pieces(holder: WebElement) -> Iterator[str | WebElement]:
    """Characters, single line ends and tables, in order."""
    yield _characters(holder.text)
    item = 0
    for element in holder:
        tag = tag_of(element)
        if tag in _BREAKS:
            yield "\n"
            # trafilatura puts the words after a break inside it.
            yield _characters(element.text)
        elif tag == "table":
            yield element
        elif tag in _LIST_ITEMS and tag_of(holder) in _LISTS:
            item += 1
            yield from _item(holder, element, item)
        elif tag in _INLINE:
            yield from _pieces(element)
        elif tag and tag not in UNSEEN:
            yield "\n"
            yield from _pieces(element)
            yield "\n"
        yield _characters(element.tail)


def _item(holder: WebElement, item: WebElement, position: int) -> Iterator[str | WebElement]:
    pieces = list(_pieces(item))
    words = "".join(piece for piece in pieces if isinstance(piece, str)).strip()
    yield "\n"
    if words and not _LABELLED.match(words):
        yield _mark(holder, item, position) + " "
        # The first line end would part the mark from its words.
        while isinstance(pieces[0], str) and not pieces[0].strip():
            del pieces[0]
    yield from pieces
    yield "\n"


def _mark(holder: WebElement, item: WebElement, position: int) -> str:
    """What a browser shows before the item: a number counted from `start`, or a bullet."""
    if tag_of(holder) != "ol" and holder.get("rend") != "ol":
        return "-"
    own, start = item.get("value") or "", holder.get("start") or "1"
    first = int(start) if start.isascii() and start.removeprefix("-").isdigit() else 1
    number = int(own) if own.isascii() and own.isdigit() else first + position - 1
    return formatted(number, _NUMBER_FORMATS.get(holder.get("type") or "", "decimal")) + "."


def _characters(text: str | None) -> str:
    return _WHITE_SPACE.sub(" ", text or "")

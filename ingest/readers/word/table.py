"""The rows and cells of a Word table (ECMA-376 part 1, 17.4)."""

from collections.abc import Callable, Iterable, Iterator

from ingest.readers.word.markup import Element, child, name_of, number_of, value_of
from ingest.readers.writer import CellText, RowText

_AROUND_ROWS = {"sdt", "sdtContent", "customXml", "ins", "moveTo"}


def rows_of(table: Element, paragraphs: Callable[[Element], Iterable[str]]) -> Iterator[RowText]:
    """The rows that are shown; a cell that continues the one above is empty."""
    for row in _found(table, "tr"):
        if child(row, "trPr", "del") is not None:
            continue
        before = number_of(child(row, "trPr", "gridBefore")) or 0
        cells = [CellText("", before)] if before > 0 else []
        for cell in _found(row, "tc"):
            merged = child(cell, "tcPr", "vMerge")
            continues = merged is not None and value_of(merged) != "restart"
            text = "" if continues else "\n".join(paragraphs(cell))
            cells.append(CellText(text, max(1, number_of(child(cell, "tcPr", "gridSpan")) or 1)))
        if cells:
            yield RowText(tuple(cells))


def _found(holder: Element, name: str) -> Iterator[Element]:
    for element in holder:
        if name_of(element) == name:
            yield element
        elif name_of(element) in _AROUND_ROWS:
            yield from _found(element, name)

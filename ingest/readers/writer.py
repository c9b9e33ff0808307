"""Writes a SourceText piece by piece, so that the offsets of pages, tables and cells are right by construction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.model import Page
from ingest.readers.characters import clean, clean_line
from ingest.source_text import Cell, Row, SourceText, Table


@dataclass(frozen=True, slots=True)
class CellText:
    """One cell as a reader finds it; `text` may have several lines."""

    text: str
    span: int = 1


@dataclass(frozen=True, slots=True)
class RowText:
    """One row as a reader finds it, and the page on which it stands where that is known."""

    cells: tuple[CellText, ...]
    page: int | None = None


class SourceTextWriter:
    """Takes lines, paragraphs and tables in the order of reading; `finish` gives the SourceText."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._blank_is_due = False
        self._tables: list[Table] = []
        self._page_starts: list[tuple[int, int]] = []

    def page(self, number: int) -> None:
        """What is written from here on stands on page `number`; pages that were passed over are empty."""
        last = self._page_starts[-1][0] if self._page_starts else 0
        self._page_starts += [(passed, self._length) for passed in range(last + 1, number + 1)]

    def blank(self) -> None:
        """An empty line stands before what comes next, unless nothing came before."""
        self._blank_is_due = self._length > 0

    def lines(self, text: str) -> None:
        """The lines of `text` stand as lines; a text of only white space leaves nothing."""
        for line in filter(None, map(clean_line, clean(text).split("\n"))):
            self._begin()
            self._put(line + "\n")

    def paragraph(self, pieces: Iterable[tuple[int, str]]) -> None:
        """The pieces, each with its page, stand on one line, joined by spaces."""
        written = False
        for page, text in pieces:
            piece = clean_line(text)
            if not piece:
                continue
            if written:
                self._put(" ")
            else:
                self._begin()
            self.page(page)
            self._put(piece)
            written = True
        if written:
            self._put("\n")

    def table(self, rows: Sequence[RowText]) -> None:
        """The rows stand one a line, their cells between bars, and are known as a table."""
        kept = [row for row in rows if any(clean_line(cell.text) for cell in row.cells)]
        if kept:
            self._keep_table([self._row(row) for row in kept])

    def side_by_side(self, rows: Sequence[RowText]) -> None:
        """The cells stand below one another with their own lines, a line "|" between them, and are known as a table.

        So stands a letterhead or a signature, whose cells are blocks of lines and not values.
        """
        kept = [row for row in rows if any(clean_line(cell.text) for cell in row.cells)]
        if kept:
            self._keep_table([self._row_of_blocks(row, is_last=row is kept[-1]) for row in kept])

    def finish(
        self, source_format: str, metadata: Mapping[str, str] | None = None, warnings: Sequence[str] = ()
    ) -> SourceText:
        """Everything that was written; each page ends where the next one starts."""
        ends = [start for _, start in self._page_starts[1:]] + [self._length]
        return SourceText(
            text="".join(self._pieces),
            format=source_format,
            pages=tuple(
                Page(number, start, end) for (number, start), end in zip(self._page_starts, ends, strict=False)
            ),
            tables=tuple(self._tables),
            metadata=dict(metadata or {}),
            warnings=tuple(warnings),
        )

    def _begin(self) -> None:
        if self._blank_is_due:
            self._put("\n")
            self._blank_is_due = False

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _keep_table(self, rows: list[Row]) -> None:
        self._tables.append(Table(rows[0].start, rows[-1].end, tuple(rows)))

    def _row(self, row: RowText) -> Row:
        self._begin()
        if row.page is not None:
            self.page(row.page)
        start, column, cells = self._length, 0, []
        for index, cell in enumerate(row.cells):
            text = clean_line(cell.text)
            if index:
                # An empty cell leaves no double space, and no space at the end of the line.
                self._put(" |" if self._length > start else "|")
                self._put(" " if text else "")
            cells.append(Cell(self._length, self._length + len(text), column, cell.span))
            self._put(text)
            column += cell.span
        self._put("\n")
        return Row(start, self._length, tuple(cells))

    def _row_of_blocks(self, row: RowText, *, is_last: bool) -> Row:
        self._begin()
        start, column, cells = self._length, 0, []
        for index, cell in enumerate(row.cells):
            text = "\n".join(filter(None, map(clean_line, clean(cell.text).split("\n"))))
            if index:
                self._put("|\n")
            cells.append(Cell(self._length, self._length + len(text), column, cell.span))
            self._put(text + "\n" if text else "")
            column += cell.span
        if not is_last:
            self._put("|\n")
        return Row(start, self._length, tuple(cells))

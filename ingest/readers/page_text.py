"""From the pages of a PDF to running text: heads and page numbers dropped, lines joined, tables continued."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ingest.readers.characters import clean_line, dash_for_bullet
from ingest.readers.layout_table import is_layout
from ingest.readers.page_layout import FoundTable, Line, PageContent
from ingest.readers.paragraphs import Paragraphs
from ingest.readers.reading_order import lines_of
from ingest.readers.table_parts import TablePart, rows_of
from ingest.readers.writer import RowText, SourceTextWriter

Block = Line | FoundTable

# Heads stand in the margins, which Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.4 makes 20 to 25 mm of 297; page numbers
# too, but programs put them lower.
_MARGIN_SHARE = 0.08
_NUMBER_SHARE = 0.1

_PAGE_NUMBER = re.compile(
    r"""
    ^[-–—\s]*(?:(?:Trang|Page|Tr\.)\s*:?\s*)?  # "Trang", dashes around
    \d{1,4}(?:\s*(?:/|of|trên)\s*\d{1,4})?     # 3, 3/12
    [-–—\s]*$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER_AT_END = re.compile(r"\d+(?:\s*/\s*\d+)?\s*$")  # a running head may end in the page number


def write_pages(pages: Sequence[PageContent], writer: SourceTextWriter) -> None:
    """The text of all pages is written: paragraphs on one line each, tables in their places and only there."""
    blocks = [_blocks(page) for page in map(_without_boxes, pages)]
    heads = _running_heads(pages, blocks)
    kept = [
        [block for block in on_page if not (isinstance(block, Line) and _is_marginal(block, page, heads))]
        for page, on_page in zip(pages, blocks, strict=True)
    ]
    paragraphs = Paragraphs([line for on_page in kept for line in on_page if isinstance(line, Line)])
    for run in _runs(pages, kept):
        parts = [part for part in run if isinstance(part, TablePart)]
        if parts:
            _write_table(list(rows_of(parts)), writer)
        for paragraph in paragraphs.join(line for line in run if isinstance(line, Line)):
            first, *others = [(line.page, line.text) for line in paragraph]
            writer.paragraph([(first[0], dash_for_bullet(first[1])), *others])
    if pages:
        writer.page(pages[-1].number)


def _without_boxes(page: PageContent) -> PageContent:
    """The page without tables of one column: a frame around text is no table."""
    tables = tuple(table for table in page.tables if len(table.edges) > 1 and _has_text(table))
    return PageContent(page.number, page.width, page.height, page.words, tables, page.has_pictures)


def _has_text(table: FoundTable) -> bool:
    return any(cell.text.strip() for row in table.rows for cell in row)


def _blocks(page: PageContent) -> list[Block]:
    blocks: list[Block] = list(lines_of(page))
    for table in sorted(page.tables, key=lambda found: found.top):
        below = (index for index, block in enumerate(blocks) if block.top >= table.top)
        blocks.insert(next(below, len(blocks)), table)
    return blocks


def _margin_lines(page: PageContent, blocks: Iterable[Block]) -> list[Line]:
    return [block for block in blocks if isinstance(block, Line) and _is_in_margin(block, page)]


def _is_in_margin(line: Line, page: PageContent) -> bool:
    """The line stands wholly above or below the text."""
    return line.bottom < page.height * _MARGIN_SHARE or line.top > page.height * (1 - _MARGIN_SHARE)


def _running_heads(pages: Sequence[PageContent], blocks: Sequence[Sequence[Block]]) -> set[str]:
    """The lines that stand in the margins of most pages, apart from the page number at their end."""
    counted = Counter(
        key
        for page, on_page in zip(pages, blocks, strict=True)
        for key in {_head_key(line) for line in _margin_lines(page, on_page)}
    )
    return {key for key, count in counted.items() if count > 1 and count * 2 >= len(pages)}


def _head_key(line: Line) -> str:
    return _NUMBER_AT_END.sub("#", clean_line(line.text))


def _is_marginal(line: Line, page: PageContent, heads: set[str]) -> bool:
    if _is_in_margin(line, page) and _head_key(line) in heads:
        return True
    # The first or last line of a page; numbers alone are seldom anything else there.
    near_edge = line.top < page.height * _NUMBER_SHARE or line.bottom > page.height * (1 - _NUMBER_SHARE)
    return near_edge and _PAGE_NUMBER.match(clean_line(line.text)) is not None


def _runs(pages: Sequence[PageContent], blocks: Sequence[Sequence[Block]]) -> Iterator[list[Line] | list[TablePart]]:
    """Lines that follow one another, over pages too, and the parts of one table, each with its page."""
    lines: list[Line] = []
    parts: list[TablePart] = []
    for page, on_page in zip(pages, blocks, strict=True):
        for position, block in enumerate(on_page):
            if isinstance(block, Line):
                if parts:
                    yield parts
                    parts = []
                lines.append(block)
                continue
            if lines:
                yield lines
                lines = []
            part = TablePart(page.number, block)
            if parts and not (position == 0 and parts[-1].goes_on_in(part)):
                yield parts
                parts = []
            parts.append(part)
    if lines:
        yield lines
    if parts:
        yield parts


def _write_table(rows: Sequence[RowText], writer: SourceTextWriter) -> None:
    writer.blank()
    if is_layout(rows):
        writer.side_by_side(rows)
    else:
        writer.table(rows)
    writer.blank()

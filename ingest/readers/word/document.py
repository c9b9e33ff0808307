"""Word documents, from the package to the SourceText: paragraphs and tables in document order."""

import re
from collections.abc import Iterator
from pathlib import Path

from ingest.readers.characters import clean_line, dash_for_bullet
from ingest.readers.layout_table import is_frame, is_layout
from ingest.readers.word.markup import Element, child, children, is_on, name_of, value_of
from ingest.readers.word.numbering import ListCounter
from ingest.readers.word.package import WordPackage, open_package
from ingest.readers.word.paragraph import Notes, ShownParagraph, is_mark_deleted, shown
from ingest.readers.word.styles import Styles
from ingest.readers.word.table import rows_of
from ingest.readers.writer import SourceTextWriter
from ingest.source_text import SourceText

# Elements around paragraphs and tables whose content is shown.
_BLOCKS = {"sdt", "sdtContent", "customXml", "ins", "moveTo", "body", "txbxContent"}
_ALTERNATIVES = "AlternateContent"
_RELATIONSHIPS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_NO_BOXES: tuple[Element, ...] = ()
_PAGE_NUMBER = re.compile(
    r"""
    ^[-–—\s]*(?:(?:Trang|Page|Tr\.)\s*)?   # "Trang", dashes around
    \d{0,4}(?:\s*(?:/|of|trên)\s*\d{1,4})? # 3, 3/12; none where Word has not counted yet
    [-–—\s]*$
    """,
    re.VERBOSE | re.IGNORECASE,
)


def read_word(path: Path, content: bytes) -> SourceText:
    """What the document shows when printed; pages are unknown, since Word counts them only on screen."""
    return WordReading(open_package(path, content)).source_text()


class WordReading:
    """One pass over one document: counters and notes advance as it goes."""

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        self._styles = Styles(package.styles)
        self._counter = ListCounter(package.numbering, self._styles)
        self._notes = Notes()
        self._writer = SourceTextWriter()

    def source_text(self) -> SourceText:
        """The header's words first, the body, the footer's words, then the notes."""
        body = child(self._package.body, "body")
        self._margin("headerReference")
        if body is not None:
            self._blocks(body)
        self._margin("footerReference")
        self._footnotes()
        return self._writer.finish("docx")

    def paragraphs(self, holder: Element) -> Iterator[str]:
        """The labelled text of each paragraph of a cell, a note or a box, those of tables inside it too."""
        for block in self._read(holder):
            if isinstance(block, ShownParagraph):
                yield block.text
                for box in block.boxes:
                    yield from self.paragraphs(box)
            else:
                for row in rows_of(block, self.paragraphs):
                    yield " | ".join(filter(None, (clean_line(cell.text) for cell in row.cells)))

    def _blocks(self, holder: Element) -> None:
        for block in self._read(holder):
            if not isinstance(block, ShownParagraph):
                self._table(block)
                continue
            if block.text.strip():
                self._writer.lines(block.text)
            else:
                self._writer.blank()
            for box in block.boxes:
                self._blocks(box)

    def _read(self, holder: Element) -> Iterator[Element | ShownParagraph]:
        """Tables as they stand, and paragraphs with their labels; one whose end was deleted runs into the next."""
        kept, boxes = "", _NO_BOXES
        for block in _blocks_of(holder):
            if name_of(block) == "tbl":
                yield block
                continue
            found = shown(block, self._notes, in_capitals=self._styles.is_in_capitals(block))
            kept, boxes = kept + found.text, boxes + found.boxes
            if is_mark_deleted(block):
                continue
            # Counted even when empty: Word does so too, and the numbers below depend on it.
            label = self._counter.label(block)
            text = dash_for_bullet(kept)
            yield ShownParagraph(f"{label} {text.lstrip()}" if label and text.strip() else text, boxes)
            kept, boxes = "", _NO_BOXES
        if kept or boxes:
            yield ShownParagraph(kept, boxes)

    def _table(self, table: Element) -> None:
        cells = [cell for row in children(table, "tr") for cell in children(row, "tc")]
        if len(cells) == 1:
            self._blocks(cells[0])  # a frame around text, which may hold tables of its own
            return
        rows = list(rows_of(table, self.paragraphs))
        self._writer.blank()
        if is_layout(rows):
            self._writer.side_by_side(rows)
        elif is_frame(rows):
            for row in rows:
                self._writer.lines(row.cells[0].text)
        else:
            self._writer.table(rows)
        self._writer.blank()

    def _margin(self, reference: str) -> None:
        """The words of the headers or footers that are in use; page numbers say nothing."""
        seen: set[str] = set()
        body = self._package.body
        said = {clean_line(shown(block, Notes()).text) for block in _body_blocks(body) if name_of(block) == "p"}
        for section in _sections(body):
            has_first = is_on(child(section, "titlePg"))
            for found in children(section, reference):
                kind = value_of(found, "type")
                margin = self._package.margins.get(_relationship(found))
                if margin is None or kind == "even" or (kind == "first" and not has_first):
                    continue
                for text in self.paragraphs(margin):
                    line = clean_line(text)
                    if not _PAGE_NUMBER.match(line) and line not in seen | said:
                        seen.add(line)
                        self._writer.lines(text)
        if seen:
            self._writer.blank()

    def _footnotes(self) -> None:
        parts = {"footnote": self._package.footnotes, "endnote": self._package.endnotes}
        notes = {(kind, value_of(note, "id")): note for kind, part in parts.items() for note in children(part, kind)}
        if self._notes.marks:
            self._writer.blank()
        for number, key in enumerate(self._notes.marks, 1):
            text = " ".join(filter(None, map(clean_line, self.paragraphs(notes[key])))) if key in notes else ""
            if text:
                self._writer.lines(f"[{number}] {text}")


def _blocks_of(holder: Element) -> Iterator[Element]:
    """The paragraphs and tables of `holder` in document order, those in content controls too."""
    for element in holder:
        name = name_of(element)
        if name in {"p", "tbl"}:
            yield element
        elif name in _BLOCKS:
            yield from _blocks_of(element)
        elif name == _ALTERNATIVES:
            for choice in children(element, "Choice"):
                yield from _blocks_of(choice)


def _body_blocks(root: Element) -> Iterator[Element]:
    for body in children(root, "body"):
        yield from _blocks_of(body)


def _sections(body: Element) -> Iterator[Element]:
    for block in _body_blocks(body):
        section = child(block, "pPr", "sectPr")
        if section is not None:
            yield section
    last = child(body, "body", "sectPr")
    if last is not None:
        yield last


def _relationship(reference: Element) -> str:
    return next(filter(None, (reference.get(f"{{{namespace}}}id") for namespace in _RELATIONSHIPS)), "")

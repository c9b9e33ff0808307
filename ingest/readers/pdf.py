"""Digital PDF: the only file that imports pdfplumber."""

import logging
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page
from pdfplumber.table import Table
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from ingest.errors import EncryptedSource, ScannedSource, UnreadableSource
from ingest.readers.page_layout import FoundCell, FoundTable, PageContent, Word
from ingest.readers.page_text import write_pages
from ingest.readers.writer import SourceTextWriter
from ingest.source_text import SourceText

# A scanned page may carry the stamp of a signing program or a page number as text, never a sentence.
_FEWEST_CHARACTERS = 20
# ISO 32000-1, 7.5.5: the end mark is the last line; servers and signing programs may add a little after it.
_END_MARK, _END_WITHIN_BYTES = b"%%EOF", 2048
# A space is narrower than this part of the letters' height; justified lines never squeeze it below.
_SPACE_RATIO = 0.15
# Letters printed twice, one on the other, are how some programs make text bold.
_DOUBLED_SHARE = 0.2
_NO_LETTER = "(cid:"  # what pdfminer writes for a glyph of which the font does not say the character

_DAMAGE = (
    PdfminerException,
    MalformedPDFException,
    PSException,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
    NotImplementedError,
    EOFError,
    struct.error,
    zlib.error,
)


def read_pdf(path: Path, content: bytes) -> SourceText:
    """The text in the order of reading, with its pages and tables; running heads and page numbers are left out."""
    # pdfminer logs each oddity of a file that it then reads well.
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        pages = list(_pages(content))
    except _DAMAGE as error:
        if _needs_password(error):
            raise EncryptedSource(
                path, "the PDF opens only with a password; open it, remove the password and save it again"
            ) from error
        raise UnreadableSource(
            path, f"a damaged PDF ({type(error).__name__}); open it to see whether it is whole, and fetch it again"
        ) from error
    if _END_MARK not in content[-_END_WITHIN_BYTES:] or not pages:
        raise UnreadableSource(path, "a PDF that is cut short: its end is missing; fetch it again")
    writer = SourceTextWriter()
    write_pages(pages, writer)
    return writer.finish("pdf", warnings=_check_text(path, pages))


def _pages(content: bytes) -> Iterator[PageContent]:
    with pdfplumber.open(BytesIO(content)) as document:
        for page in document.pages:
            yield _page_content(page)
            page.close()


def _page_content(page: Page) -> PageContent:
    if _is_doubled(page):
        page = page.dedupe_chars(tolerance=1)
    words = page.extract_words(x_tolerance_ratio=_SPACE_RATIO, keep_blank_chars=False)
    return PageContent(
        number=page.page_number,
        width=float(page.width),
        height=float(page.height),
        words=tuple(
            Word(str(word["text"]), float(word["x0"]), float(word["x1"]), float(word["top"]), float(word["bottom"]))
            for word in words
        ),
        tables=tuple(_found_table(table) for table in page.find_tables()),
        has_pictures=bool(page.images),
    )


def _is_doubled(page: Page) -> bool:
    places = {(char["text"], round(char["x0"]), round(char["top"])) for char in page.chars}
    return len(page.chars) - len(places) > _DOUBLED_SHARE * len(page.chars)


def _found_table(table: Table) -> FoundTable:
    texts = table.extract(x_tolerance_ratio=_SPACE_RATIO)
    rows = []
    for row, row_texts in zip(table.rows, texts, strict=True):
        cells = [
            FoundCell(text or "", float(box[0]), float(box[2]))
            for box, text in zip(row.cells, row_texts, strict=True)
            if box is not None
        ]
        rows.append(tuple(cells))
    left, top, right, bottom = table.bbox
    return FoundTable(float(left), float(top), float(right), float(bottom), tuple(rows))


def _needs_password(error: BaseException) -> bool:
    causes = (error, error.__cause__, error.__context__, *error.args)
    return any(isinstance(cause, PDFPasswordIncorrect) for cause in causes)


def _check_text(path: Path, pages: list[PageContent]) -> list[str]:
    """Warnings about pages without text; refuses a document that is only pictures, or letters without meaning."""
    characters = [sum(len(word.text) for word in page.words) for page in pages]
    scanned = [
        page.number
        for page, count in zip(pages, characters, strict=True)
        if page.has_pictures and count < _FEWEST_CHARACTERS
    ]
    if scanned and sum(characters) < _FEWEST_CHARACTERS * len(pages):
        raise ScannedSource(
            path,
            f"a scan: {len(scanned)} of {len(pages)} pages are pictures without text; scans are not read yet, "
            "so ask for the digital file or run text recognition (OCR) for Vietnamese on it first",
        )
    unknown = sum(word.text.count(_NO_LETTER) for page in pages for word in page.words)
    if unknown * 2 > sum(len(page.words) for page in pages) > 0:
        raise UnreadableSource(
            path, "the fonts of this PDF do not say which letters they show; ask for the Word file, or run OCR on it"
        )
    warnings = []
    if scanned:
        listed = ", ".join(map(str, scanned))
        warnings.append(f"pages without text, pictures only (a scan?): {listed}; what they say is not in the library")
    if unknown:
        warnings.append(f"{unknown} letters could not be read, because their font does not name them")
    return warnings

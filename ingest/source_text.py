"""What every reader makes of a file: plain text with pages and tables, before anything is understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.model import Page


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `text[start:end]` is its content without bars or outer white space."""

    start: int
    end: int
    column: int  # from 0
    span: int = 1  # columns it covers


@dataclass(frozen=True, slots=True)
class Row:
    """One row; its span covers its bars and its final line break."""

    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose cells lie in the text; rows are in order and do not overlap."""

    start: int
    end: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one file: NFC, line feeds only, no byte-order mark, no form feeds, no U+00A0.

    `metadata` holds what the file says about itself in a header of its own (front matter, HTML meta):
    keys among number, kind, title, issuer, issued_on (ISO), signer, source, form.
    """

    text: str
    format: str  # "txt", "md", "html", "docx", "pdf"
    pages: tuple[Page, ...] = ()
    tables: tuple[Table, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

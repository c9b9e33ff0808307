"""Reads small texts into provisions, and shows a tree as lines of locators."""

from corpus.model import Document, Form
from ingest.header import Header, read_header
from ingest.source_text import SourceText
from ingest.structure import read_structure


def header(text, form=Form.OFFICIAL, body=None, title=""):
    start, end = body or (0, len(text))
    return Header(None, "Kế hoạch", title, "", "", "", None, form, None, (), (), start, end, "", ())


def body(text, form=Form.OFFICIAL, tables=()):
    """The provisions of a text that is all body."""
    return read_structure(SourceText(text, "txt", tables=tables), header(text, form), "")


def whole(text):
    """The provisions of a document with letterhead and signature."""
    source = SourceText(text, "txt")
    read = read_header(source)
    return read_structure(source, read, read.title)


def locators(provisions):
    return [str(provision.locator) for provision in provisions]


def at(provisions, locator):
    return next(provision for provision in provisions if str(provision.locator) == locator)


def document(text, *, title="", kind="Kế hoạch", number=None, issued_on=None, form=Form.OFFICIAL, pages=()):
    return Document(
        id="d",
        number=number,
        kind=kind,
        title=title,
        issuer="",
        superior="",
        place="",
        issued_on=issued_on,
        form=form,
        signer=None,
        addressees=(),
        recipients=(),
        source="",
        path="",
        digest="",
        text=text,
        pages=pages,
    )

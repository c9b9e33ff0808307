"""Reads small texts into provisions, and shows a tree as lines of locators."""

from corpus.model import Form
from ingest.header import Header, read_header
from ingest.source_text import SourceText
from ingest.structure import read_structure
from tests import documents


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


def document(text, *, kind="Kế hoạch", **facts):
    """A plan, or what else it is said to be, with this text."""
    return documents.document(kind=kind, text=text, **facts)

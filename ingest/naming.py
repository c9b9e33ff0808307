"""Which document an operator names on the command line."""

import unicodedata

from corpus.identifier import DocumentNumber, parse_number
from corpus.library import Library
from corpus.model import Document
from ingest.errors import AmbiguousDocument, DocumentNotHeld


def named_document(library: Library, named: str) -> Document:
    """The head of the one document with this id, number or title; never the likeliest of several."""
    by_id = library.head(named)
    candidates = (
        ([by_id] if by_id else [])
        or _by_number(library, named)
        or [head for head in library.document_heads() if _plain(head.title) == _plain(named)]
    )
    if not candidates:
        raise DocumentNotHeld(
            f"Looking for {named!r}: the library has no document of this number, id or title; "
            "`python -m ingest list` shows what it has."
        )
    if len(candidates) > 1:
        raise AmbiguousDocument(named, [head.id for head in candidates])
    return candidates[0]


def named_number(named: str) -> DocumentNumber | None:
    """The number that is written, None when it is something else."""
    try:
        return parse_number(named)
    except ValueError:
        return None


def _by_number(library: Library, named: str) -> list[Document]:
    number = named_number(named)
    return library.by_number(number) if number else []


def _plain(title: str) -> str:
    return " ".join(unicodedata.normalize("NFC", title).casefold().split())

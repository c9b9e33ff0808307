"""Citations of what documents say of force and of one another."""

from bot.answer import Citation
from bot.open_document import Shelf
from corpus.chain import Link
from corpus.model import DocumentId, Effect, Relation
from corpus.standing import Dated, Statement

LONGEST_QUOTE_CHARACTERS = 500


def cite_statement(statement: Statement, shelf: Shelf) -> Citation | None:
    """The sentence that makes the statement; None when its document has just been removed."""
    stated = statement.effect if isinstance(statement, Dated) else statement.relation
    return _cite(statement.said_by.id, stated, shelf)


def cite_link(link: Link, shelf: Shelf) -> Citation | None:
    """The sentence that tells of the link; None when its document has just been removed."""
    return _cite(link.said_by.id, link.relation, shelf)


def _cite(document_id: DocumentId, stated: Effect | Relation, shelf: Shelf) -> Citation | None:
    opened = shelf.take(document_id)
    if opened is None:
        return None
    start = opened.document.text.rfind(stated.quote, 0, stated.end + len(stated.quote))
    end = start + len(stated.quote)
    if start < 0 or not start <= stated.start <= end or len(stated.quote) > LONGEST_QUOTE_CHARACTERS:
        start, end = stated.start, stated.end  # a sentence that fills a page says no more than its words
    return opened.cite(opened.provisions[stated.provision], start, end)

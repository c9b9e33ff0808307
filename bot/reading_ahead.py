"""Reads, while nobody asks, what the next questions would otherwise wait for: a third of what one costs.

The newest documents come first, as many as lie open at once; all of it is kept where a question would keep it.
"""

from collections.abc import Iterator

from bot.expressions import AnswerType, find_expressions
from bot.open_document import Shelf, Stated
from bot.statements import stated_in
from bot.terms import TEXTS_KEPT, Terms
from corpus.library import Library
from corpus.model import DocumentId
from corpus.retrieval import Retriever

PASSAGES_A_PIECE = 16


class ReadingAhead:
    """For one thread, that which answers."""

    def __init__(self, library: Library, retriever: Retriever, shelf: Shelf) -> None:
        self._library = library
        self._retriever = retriever
        self._shelf = shelf
        self._revision = library.revision()
        self._pieces = self._all()

    def step(self) -> bool:
        """A piece more is read, most in a millisecond, opening a document in some ten; False when there is no more.

        False too when the library has changed since the last step: before it is read again, documents that are
        added one after the other should all have come.
        """
        with self._library.reading():
            revision = self._library.revision()
            if revision != self._revision:
                self._revision, self._pieces = revision, self._all()
                return False
            return any(True for _ in self._pieces)  # takes one, unless there is none

    def _all(self) -> Iterator[None]:
        texts: set[str] = set()
        for head in self._library.newest_heads(self._shelf.capacity):
            opened = self._shelf.take(head.id)
            yield
            if opened is None:
                continue
            self._shelf.held_deadlines([head.id])
            yield from self._passages(head.id)
            for provision in opened.provisions:
                if len(texts) >= TEXTS_KEPT:  # what was read first would be forgotten
                    return
                texts |= _read(stated_in(opened, provision))
                yield

    def _passages(self, document_id: DocumentId) -> Iterator[None]:
        digests = list(self._library.digests_of([document_id]).items())
        for start in range(0, len(digests), PASSAGES_A_PIECE):
            self._retriever.read_ahead(dict(digests[start : start + PASSAGES_A_PIECE]))
            yield


def _read(stated: Stated) -> set[str]:
    """Whatever rating these statements takes is kept; the texts whose terms are."""
    if not stated.spans:
        return set()
    own = [text for _, _, text in stated.spans]
    for text in own:
        find_expressions(AnswerType.TIME, text)  # what most questions ask for
    texts = {stated.lead, stated.nearby, *own}
    for text in texts:
        Terms.of(text)
    return texts

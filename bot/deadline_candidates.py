"""The documents whose deadlines may be meant by a question that names none."""

from collections.abc import Callable, Collection
from typing import TypeAlias

from bot.answerers.evidence import Evidence, documents_of
from bot.applicability import Applicability
from bot.open_document import OpenDocument, Shelf
from bot.relevance import Focus
from corpus.held_deadline import HeldDeadline
from corpus.library import Library
from corpus.model import DocumentId

EvidenceOf: TypeAlias = Callable[[Collection[DocumentId] | None], Evidence]
"""The evidence in these documents, or in all that may answer at the time asked for."""

# Passages that share words with the question, beyond those that search has read: a date stands in few words, and the
# passages of one plan may be all that search reads although another plan fits as well.
PASSAGES_LOOKED_AT = 120
MOST_DOCUMENTS = 24  # of these, so many are opened: some 10 ms each


def candidates(
    focus: Focus, evidence_of: EvidenceOf, library: Library, shelf: Shelf, applicability: Applicability
) -> list[OpenDocument]:
    """The documents that search finds and those that share most words with the question, best first.

    Only such as may answer at the time asked for.
    """
    found = [one.document.id for one in documents_of(evidence_of(None))]
    rows = library.lexical.search(focus.question.reading.search_text, PASSAGES_LOOKED_AT)
    passages = library.passages_by_row([row_id for row_id, _ in rows])
    by_words = [
        passage.document_id
        for row_id, _ in rows
        if (passage := passages.get(row_id)) and applicability.objection(passage) is None
    ]
    ids = list(dict.fromkeys([*found, *by_words]))[:MOST_DOCUMENTS]
    return [opened for one in ids if (opened := shelf.take(one))]


def deadlines_of(documents: Collection[OpenDocument], shelf: Shelf, applicability: Applicability) -> list[HeldDeadline]:
    """Their deadlines that hold at the time asked for, in the order of the documents."""
    held = shelf.held_deadlines([one.document.id for one in documents])
    order = {one.document.id: place for place, one in enumerate(documents)}
    here = [one for one in held if applicability.objection_to(one.document.id, one.locator) is None]
    return sorted(here, key=lambda one: order[one.document.id])

"""A document that is not held and asked for its deadlines: a sentence that only cites it sets none of them."""

from collections.abc import Sequence
from datetime import date

from bot import messages
from bot.answer import AnswerStatus
from bot.answerers.missing import called
from bot.deadline_cues import LIMIT, deadline_sentence
from bot.deadline_question import deadline_asked
from bot.naming import Named, nearest_held
from bot.question import Question
from bot.reply import Reply
from bot.verification import numbers_in
from corpus.library import Library

_SAYS_SOMETHING = frozenset({AnswerStatus.ANSWERED, AnswerStatus.PARTIAL})


def with_cited_deadlines_only(
    reply: Reply, question: Question, named: Sequence[Named], library: Library, as_of: date
) -> Reply:
    """The reply, which answers of documents that are not held; where a deadline is asked for and none cited, who cites.

    What only cites the document does not set the deadline of a duty in it.
    """
    cited = next((one for one in named if one.mentions), None)
    if cited is None or not _asks_deadline(question, as_of):
        return reply
    if reply.status not in _SAYS_SOMETHING or _sets_deadline(reply, library):
        return reply
    told = messages.only_cited(
        called(cited.reference),
        [mention.document for mention in cited.mentions],
        nearest_held(cited, library),
    )
    return Reply(AnswerStatus.NOT_IN_CORPUS, told, computed=tuple(sorted(numbers_in([told]))))


def _asks_deadline(question: Question, as_of: date) -> bool:
    """Whether it asks when something is due, and not for a day of the document itself."""
    if deadline_asked(question, as_of) is None:
        return False
    return question.names_a_duty or LIMIT.search(deadline_sentence(question)) is not None


def _sets_deadline(reply: Reply, library: Library) -> bool:
    ids = {citation.document.id for citation in reply.citations}
    held = library.held_deadlines(document_ids=ids)
    return any(
        one.document.id == citation.document.id
        and one.deadline.quote_start < citation.end
        and citation.start < one.deadline.quote_end
        for citation in reply.citations
        for one in held
    )

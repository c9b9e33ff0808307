"""Answers when what the words describe is due, from the deadlines of all documents; beside what search found."""

from collections.abc import Sequence
from dataclasses import replace

from bot import deadline_answer_messages as messages
from bot.answer import AnswerStatus, Citation
from bot.answerers.deadline_changes import Changes
from bot.answerers.deadline_undated import tells_day
from bot.answerers.deadlines import documents_of, told_matches
from bot.answerers.joined import joined
from bot.deadline_focus import topic_focus
from bot.deadline_matching import MatchedDeadline
from bot.deadline_question import DeadlineForm, DeadlineQuestion
from bot.deadline_state import Today
from bot.described_deadlines import share_of_words
from bot.expressions import AnswerType, find_expressions
from bot.messages import designation
from bot.open_document import OpenDocument, Shelf
from bot.relevance import Focus, described
from bot.reply import Reply
from bot.titles import titles_in
from bot.verification import numbers_in
from corpus.deadline import sets_a_day
from corpus.folding import fold
from corpus.held_deadline import HeldDeadline

MOST_DOCUMENTS_TOLD = 5
# A statement that search chose stays when it has nearly as much of the topic: the wording of a rule says more.
NEARLY_AS_MUCH = 0.12
# So much more of the topic than any deadline: the duty stands there, and no time for it.
MUCH = 0.2


def answer_described(matches: Sequence[MatchedDeadline], today: Today, changes: Changes) -> Reply | None:
    """The deadlines, those of several documents under the name of each; of too many documents the person chooses."""
    documents = documents_of(matches)
    if not documents:
        return None
    if len(documents) == 1:
        lead = [messages.only_in(designation(documents[0]))] if len(matches) > 1 else []
        return told_matches(matches, today, changes, lead)
    if len(documents) > MOST_DOCUMENTS_TOLD:
        return Reply(AnswerStatus.NEEDS_CLARIFICATION, messages.which_document([]))
    replies = []
    for document in documents:
        own = [match for match in matches if match.held.document.id == document.id]
        if told := told_matches(own, today, changes):
            replies.append(headed(told, own[0].opened))
    return joined(replies)


def headed(reply: Reply, opened: OpenDocument) -> Reply:
    """The reply under the name of its document and who issued it."""
    document = opened.document
    name = ", ".join(filter(None, (designation(document), document.issuer)))
    return replace(reply, text=f"{name}:\n{reply.text}", computed=(*reply.computed, *sorted(numbers_in([name]))))


def tells_more(
    matches: Sequence[MatchedDeadline], reply: Reply, asked: DeadlineQuestion, focus: Focus, shelf: Shelf
) -> bool:
    """Whether the deadlines answer better than the statements that search chose.

    They do where these state no time that is a deadline, have clearly less of what is asked about, or leave out a title
    or a document that fits as well.
    """
    if not matches:
        return False
    timed = [one for one in reply.citations if _tells_time(one.quote)]
    about, best = topic_focus(asked, focus), max(one.share for one in matches)
    sets_day = any(sets_a_day(one.held.deadline.rule) for one in matches)
    if not timed or (sets_day and asked.form is DeadlineForm.WHEN and not tells_day(reply)):
        return best >= max((_share(about, one, shelf) for one in reply.citations), default=0.0) - MUCH
    if asked.handed_in and not any(word in fold(one.quote) for one in timed for word in asked.handed_in):
        return True
    if _titles(focus, [one.held.deadline.quote for one in matches]) - _titles(focus, [one.quote for one in timed]):
        return True
    told_of = {one.document.id for one in reply.citations}
    if any(_states(citation, match.held) for citation in timed for match in matches):
        return any(match.held.document.id not in told_of for match in matches)
    stated = max(_share(about, one, shelf) for one in timed)
    return best > stated + NEARLY_AS_MUCH if reply.deadlines else best >= stated - NEARLY_AS_MUCH


def _states(citation: Citation, held: HeldDeadline) -> bool:
    """Whether the quote holds the time that the deadline is read from."""
    deadline = held.deadline
    is_same = citation.document.id == held.document.id
    return is_same and citation.start <= deadline.start and deadline.end <= citation.end


def told_by(reply: Reply, shelf: Shelf) -> list[str]:
    """What the reply says with its sources: their quotes, the headings above, the documents."""
    return [text for one in reply.citations for text in (one.quote, *_leads(one, shelf), described(one.document))]


def _share(about: Focus, citation: Citation, shelf: Shelf) -> float:
    return share_of_words(about, citation.quote, _leads(citation, shelf), citation.document)


def _leads(citation: Citation, shelf: Shelf) -> list[str]:
    opened = shelf.take(citation.document.id)
    inner = [one for one in opened.provisions if one.start <= citation.start < one.end] if opened else []
    return [inner[-1].heading, *opened.leads(inner[-1])] if opened and inner else []


def _titles(focus: Focus, quotes: Sequence[str]) -> frozenset[int]:
    return focus.titles & frozenset(title for quote in quotes for title in titles_in(quote))


def _tells_time(text: str) -> bool:
    return any(find_expressions(kind, text) for kind in (AnswerType.TIME, AnswerType.DURATION))

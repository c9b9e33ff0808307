"""Beside an answer that was found by search: what its deadlines mean today."""

from dataclasses import replace

from bot import deadline_answer_messages as messages
from bot import deadline_cues as cues
from bot.answer import AnswerStatus, Citation
from bot.answerers.deadline_changes import Changes
from bot.deadline_lines import DeadlineLines, citation_of
from bot.deadline_matching import MatchedDeadline
from bot.deadline_question import DeadlineForm, DeadlineQuestion
from bot.deadline_state import Today, state_of
from bot.question import Question
from bot.reply import Reply
from bot.verification import numbers_in
from corpus.held_deadline import HeldDeadline
from corpus.library import Library

# A quote with more times than this is a table or a list: a note for each would drown the answer.
MOST_NOTES = 2
_FORMS = frozenset({DeadlineForm.WHEN, DeadlineForm.HOW_LONG, DeadlineForm.HOW_OFTEN})


def with_deadlines(reply: Reply, asked: DeadlineQuestion, question: Question, today: Today, changes: Changes) -> Reply:
    """The reply with the deadlines that its quotes state; of those asked for, the last day in time and how far off.

    Where the question asks to whom as well, that too. The choice of statements stays; nothing is added to an answer
    that states many times.
    """
    if asked.form not in _FORMS or reply.status is not AnswerStatus.ANSWERED:
        return reply
    cited = enumerate(reply.citations, 1)
    stated = [(mark, one) for mark, citation in cited for one in _stated_in(citation, changes.library)]
    held = tuple({(one.document.id, one.ordinal): one for _, one in stated}.values())
    told = replace(reply, deadlines=held)
    if not 0 < len(held) <= MOST_NOTES:
        return told
    asks_whom = cues.TO_WHOM.search(cues.deadline_sentence(question)) is not None
    return _with_notes(_with_addressees(told, stated) if asks_whom else told, stated, today, changes)


def with_responsible(reply: Reply, question: Question, library: Library) -> Reply:
    """Where the question asks who must do it, also the unit that a heading or another sentence has made responsible.

    Only where all deadlines that the reply quotes are theirs: else it would not be clear whose is whose.
    """
    if reply.status is not AnswerStatus.ANSWERED or not cues.WHO.search(cues.deadline_sentence(question)):
        return reply
    stated = [(mark, one) for mark, citation in enumerate(reply.citations, 1) for one in _stated_in(citation, library)]
    if len({one.deadline.responsible for _, one in stated}) != 1:
        return reply
    mark, held = stated[0]
    units = [unit for unit in held.deadline.responsible if unit not in reply.text]
    if not units:
        return reply
    line = f"{messages.responsible(units)} [{mark}]"
    return replace(reply, text=f"{reply.text}\n{line}", computed=(*reply.computed, *sorted(numbers_in([line]))))


def _with_addressees(reply: Reply, stated: list[tuple[int, HeldDeadline]]) -> Reply:
    """To whom each goes, where the reply does not say so; the words of the text."""
    lines = {
        f"{messages.goes_to(held.deadline.addressee)} [{mark}]"
        for mark, held in stated
        if held.deadline.addressee and held.deadline.addressee not in reply.text
    }
    return replace(
        reply,
        text="\n".join([reply.text, *sorted(lines)]),
        computed=(*reply.computed, *sorted(numbers_in(lines))),
    )


def _stated_in(citation: Citation, library: Library) -> list[HeldDeadline]:
    """The deadlines whose expression of time stands in the quote."""
    found = library.held_deadlines(document_ids=[citation.document.id])
    return [one for one in found if citation.start <= one.deadline.start and one.deadline.end <= citation.end]


def _with_notes(reply: Reply, stated: list[tuple[int, HeldDeadline]], today: Today, changes: Changes) -> Reply:
    """A line for each deadline; of one that a later document has changed its new day."""
    marks: dict[HeldDeadline, int] = {}
    for mark, held in stated:
        marks.setdefault(held, mark)
    later = changes.of([MatchedDeadline(held, changes.shelf) for held in marks])
    instead = [one.held for one in later.values()]
    lines, citations, deadlines = DeadlineLines(today), list(reply.citations), list(reply.deadlines)
    told = []
    for place, held in enumerate(marks):
        if place in later:
            new = later[place]
            citations.append(citation_of(new.held, new.opened))
            deadlines.append(new.held)
            told.append(f"{messages.now_due(lines.when(new), new.held.document)}. [{len(citations)}]")
        elif held not in instead and (note := messages.note(state_of(held, today), is_alone=len(marks) == 1)):
            told.append(f"{note}. [{marks[held]}]")
    return replace(
        reply,
        text="\n".join([reply.text, *map(lines.computed, dict.fromkeys(told))]),
        citations=tuple(citations),
        computed=(*reply.computed, *lines.numbers),
        deadlines=tuple(dict.fromkeys(deadlines)),
    )

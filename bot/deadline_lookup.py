"""From a question about deadlines to the answerer that fits: of a document, of a time, of what the words describe."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot import deadline_answer_messages as messages
from bot.answer import AnswerStatus
from bot.answerers.deadline_changes import Changes
from bot.answerers.deadline_notes import with_deadlines
from bot.answerers.deadline_undated import answer_undated, without_day
from bot.answerers.deadlines import answer_deadlines, documents_of, fitting, told_matches
from bot.answerers.deadlines_due import answer_due
from bot.answerers.evidence import Evidence
from bot.answerers.evidence import documents_of as documents_found
from bot.answerers.joined import joined
from bot.deadline_matching import beyond_name, has_topic, lacks_name
from bot.deadline_naming import without_units_as_issuers
from bot.deadline_question import DeadlineForm, DeadlineQuestion, deadline_asked
from bot.deadline_state import Today
from bot.deadline_window import Window
from bot.identifying import identified
from bot.messages import designation
from bot.naming import Named
from bot.open_document import OpenDocument, Shelf
from bot.relevance import Focus
from bot.reply import Reply
from bot.verification import numbers_in
from corpus.chain import Chain
from corpus.deadline_rule import Recurring
from corpus.held_deadline import HeldDeadline
from corpus.library import Library
from corpus.model import DocumentId
from corpus.register import Register
from corpus.working_days import WorkingDays

# In a library of so many documents all deadlines are looked through for the one that is meant.
MOST_SCANNED = 300
MOST_DOCUMENTS_SEARCHED = 6
MOST_DOCUMENTS_TOLD = 5
# How far a list reaches that no time bounds.
A_YEAR = timedelta(days=365)
# "Còn bao nhiêu ngày nữa" is about the last day of something: no sentence of a text tells it.
_NOTHING_FOUND = frozenset({AnswerStatus.NOT_IN_CORPUS, AnswerStatus.NEEDS_CLARIFICATION})
# Without a named document a deadline must cover this share of the topic to answer where search does not.
SURE_SHARE = 0.6
_FROM_RECORDS = frozenset({DeadlineForm.HOW_LONG, DeadlineForm.HOW_OFTEN})


@dataclass(frozen=True, slots=True)
class DeadlineLookup:
    """Over one library, by the calendar of one office."""

    library: Library
    register: Register
    chain: Chain
    shelf: Shelf
    calendar: WorkingDays

    def reply(
        self,
        focus: Focus,
        named: Sequence[Named],
        as_of: date,
        evidence_of: Callable[[Collection[DocumentId] | None], Evidence],
    ) -> Reply | None:
        """The answer from the deadlines of the library; None when another is asked for or texts must be searched."""
        asked = deadline_asked(focus.question, as_of)
        if asked is None:
            return None
        if named:
            settled = without_units_as_issuers(named, focus.question, self.library)
            return self._of_named(asked, focus, settled, as_of)
        if (due := self._bounded(asked, as_of)) is not None:
            return answer_due(due, focus, self._today(as_of), self._changes(as_of))
        if asked.points_back or asked.form in _FROM_RECORDS or not has_topic(asked, focus):
            return self._of_fitting(asked, focus, as_of, evidence_of)
        if asked.form is DeadlineForm.ALL:
            known = identified(focus, documents_found(evidence_of(None)))
            return self._of_document(asked, beyond_name(focus, known.document), known, as_of) if known else None
        return None

    def after_search(
        self,
        reply: Reply,
        focus: Focus,
        named: Sequence[Named],
        as_of: date,
        evidence_of: Callable[[Collection[DocumentId] | None], Evidence],
    ) -> Reply:
        """What search found, with what its deadlines mean today; where it found nothing, what the deadlines tell."""
        asked = deadline_asked(focus.question, as_of)
        if asked is None:
            return reply
        if reply.status is AnswerStatus.ANSWERED:
            reply = with_deadlines(reply, asked, self._today(as_of), self._changes(as_of))
            return without_day(reply) if named and asked.form is DeadlineForm.WHEN else reply
        if reply.status not in _NOTHING_FOUND or asked.form is not DeadlineForm.WHEN:
            return reply
        if named:
            opened = self.shelf.take(named[0].held[0].id) if len(named[0].held) == 1 else None
            told = answer_undated(focus, opened, evidence_of([opened.document.id])) if opened else None
        else:
            told = self._from_records(asked, focus, as_of, evidence_of)
        return told or reply

    def _from_records(
        self,
        asked: DeadlineQuestion,
        focus: Focus,
        as_of: date,
        evidence_of: Callable[[Collection[DocumentId] | None], Evidence],
    ) -> Reply | None:
        """Of one document whose deadlines cover all that is asked: "Tổng kết vào tháng 12" says little by itself."""
        held = self._candidates(asked, focus, as_of, evidence_of)
        matches = [
            one
            for one in fitting(asked, focus, held, self.shelf)
            if one.share >= SURE_SHARE and not lacks_name(focus, one)
        ]
        if not has_topic(asked, focus) or len(documents_of(matches)) != 1:
            return None
        return told_matches(matches, self._today(as_of), self._changes(as_of))

    def _of_named(self, asked: DeadlineQuestion, focus: Focus, named: Sequence[Named], as_of: date) -> Reply | None:
        """Of each document that is named; None unless each is held, alone of its number, and answers."""
        if any(len(one.held) != 1 for one in named):
            return None
        opened = [found for one in named if (found := self.shelf.take(one.held[0].id))]
        replies = [self._of_document(asked, beyond_name(focus, one.document), one, as_of) for one in opened]
        told = [reply for reply in replies if reply is not None]
        if len(told) < len(named):
            return None
        if len(told) == 1:
            return told[0]
        return joined([_headed(reply, one) for reply, one in zip(told, opened, strict=True)])

    def _of_document(self, asked: DeadlineQuestion, focus: Focus, opened: OpenDocument, as_of: date) -> Reply | None:
        held = self.library.held_deadlines(document_ids=[opened.document.id])
        return answer_deadlines(asked, focus, opened, held, self._today(as_of), self._changes(as_of))

    def _bounded(self, asked: DeadlineQuestion, as_of: date) -> DeadlineQuestion | None:
        """The question when a time bounds it; one that asks for all of a unit's looks a year ahead."""
        if asked.window is not None:
            return asked
        if asked.form is DeadlineForm.ALL and asked.units and not asked.points_back:
            return replace(asked, window=Window(0, 0, as_of, as_of + A_YEAR))
        return None

    def _of_fitting(
        self,
        asked: DeadlineQuestion,
        focus: Focus,
        as_of: date,
        evidence_of: Callable[[Collection[DocumentId] | None], Evidence],
    ) -> Reply | None:
        """Of the one document that fits; of several the person chooses, unless the topic says enough to search for."""
        held = self._candidates(asked, focus, as_of, evidence_of)
        matches = fitting(asked, focus, held, self.shelf)
        if asked.form is DeadlineForm.HOW_OFTEN:
            matches = [one for one in matches if isinstance(one.held.deadline.rule, Recurring)]
        documents = documents_of(matches)
        says_enough = has_topic(asked, focus) and not asked.points_back
        tells_which = asked.points_back or bool(asked.units)
        if (len(documents) == 1 and tells_which) or (says_enough and 0 < len(documents) <= MOST_DOCUMENTS_TOLD):
            lead = [] if says_enough else [messages.only_in(designation(documents[0]))]
            return told_matches(matches, self._today(as_of), self._changes(as_of), lead)
        if says_enough and not documents:
            return None
        near = documents if len(documents) <= MOST_DOCUMENTS_TOLD else []
        return Reply(AnswerStatus.NEEDS_CLARIFICATION, messages.which_document(near))

    def _candidates(
        self,
        asked: DeadlineQuestion,
        focus: Focus,
        as_of: date,
        evidence_of: Callable[[Collection[DocumentId] | None], Evidence],
    ) -> list[HeldDeadline]:
        """All deadlines of a small library that are in force, else those of the documents found."""
        if has_topic(asked, focus) and not asked.points_back:
            ids = [one.document.id for one in documents_found(evidence_of(None))[:MOST_DOCUMENTS_SEARCHED]]
        elif len(heads := self.library.document_heads()) <= MOST_SCANNED:
            ids = [head.id for head in heads]
        else:
            return []
        held = self.library.held_deadlines(document_ids=ids)
        return [one for one in held if not self.register.validity(one.document.id, as_of).is_expired]

    def _today(self, as_of: date) -> Today:
        return Today(as_of, self.calendar)

    def _changes(self, as_of: date) -> Changes:
        return Changes(self.library, self.register, self.chain, self.shelf, as_of)


def _headed(reply: Reply, opened: OpenDocument) -> Reply:
    """The reply under the name of its document."""
    name = designation(opened.document)
    return replace(reply, text=f"{name}:\n{reply.text}", computed=(*reply.computed, *sorted(numbers_in([name]))))

"""From a question about deadlines to the answerer that fits: of a document, of a time, of what the words describe."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from bot import deadline_answer_messages as messages
from bot.answer import AnswerStatus
from bot.answerers.deadline_changes import Changes
from bot.answerers.deadline_notes import with_deadlines, with_responsible
from bot.answerers.deadline_undated import answer_no_day_for_title, answer_undated, tells_day, tells_time, without_day
from bot.answerers.deadlines import (
    LISTING,
    answer_deadlines,
    answer_nearest,
    documents_of,
    fitting,
    told_matches,
)
from bot.answerers.deadlines_described import MOST_DOCUMENTS_TOLD, answer_described, headed, tells_more, told_by
from bot.answerers.deadlines_due import answer_due
from bot.answerers.joined import joined
from bot.applicability import Applicability
from bot.choices import choices_under
from bot.deadline_candidates import EvidenceOf, candidates, deadlines_of
from bot.deadline_focus import beyond_name, has_topic, topic_focus
from bot.deadline_matching import MatchedDeadline, are_of_others
from bot.deadline_naming import without_units_as_issuers
from bot.deadline_question import DeadlineForm, DeadlineQuestion, deadline_asked
from bot.deadline_state import Today
from bot.deadline_window import Window
from bot.described_deadlines import AskedPlace, described_deadlines
from bot.identifying import identified, meant_instead, nearest_described
from bot.messages import designation, topic_not_held
from bot.naming import Named
from bot.open_document import OpenDocument, Shelf
from bot.relevance import Focus, described
from bot.reply import Reply
from corpus.chain import Chain
from corpus.deadline_rule import Recurring
from corpus.library import Library
from corpus.recent import Recent
from corpus.register import Register
from corpus.working_days import WorkingDays

# In a library of so many documents all deadlines are looked through for the one that is meant.
MOST_SCANNED = 300
# How far a list reaches that no time bounds.
A_YEAR = timedelta(days=365)
_NOTHING_FOUND = frozenset({AnswerStatus.NOT_IN_CORPUS, AnswerStatus.NEEDS_CLARIFICATION, AnswerStatus.OUT_OF_SCOPE})
# "Còn bao nhiêu ngày nữa" is about the last day of something: no sentence of a text tells it.
_FROM_RECORDS = frozenset({DeadlineForm.HOW_LONG, DeadlineForm.HOW_OFTEN, DeadlineForm.ALL})
# What a sentence tells as well: it answers when it does so as well as a deadline.
_WHICH_DAY = frozenset({DeadlineForm.WHEN, DeadlineForm.TO_WHOM})
_OF_A_DAY = frozenset({DeadlineForm.WHEN, DeadlineForm.HOW_LONG})
_OF_A_TIME = _OF_A_DAY | {DeadlineForm.HOW_OFTEN}


@dataclass(frozen=True, slots=True)
class DeadlineLookup:
    """Over one library, by the calendar of one office."""

    library: Library
    register: Register
    chain: Chain
    shelf: Shelf
    calendar: WorkingDays
    # One question asks up to three times which documents may be meant.
    recent: Recent[tuple[Focus, Applicability], list[OpenDocument]] = field(default_factory=lambda: Recent(8))

    def reply(
        self,
        focus: Focus,
        named: Sequence[Named],
        applicability: Applicability,
        evidence_of: EvidenceOf,
    ) -> Reply | None:
        """The answer from the deadlines of the library; None when another is asked for or texts must be searched."""
        as_of = applicability.as_of
        asked = deadline_asked(focus.question, as_of)
        if asked is None:
            return None
        if named:
            settled = without_units_as_issuers(named, focus.question, self.library)
            return self._of_named(asked, focus, settled, as_of)
        if (due := self._bounded(asked, as_of)) is not None:
            return answer_due(due, focus, self._today(as_of), self._changes(as_of))
        if not has_topic(asked, focus):
            return self._of_fitting(asked, focus, as_of)
        if asked.points_back:
            matches = self._described(asked, focus, applicability, evidence_of)
            told = answer_described(matches, self._today(as_of), self._changes(as_of))
            return told if len(documents_of(matches)) == 1 else self._of_fitting(asked, focus, as_of)
        return self._of_topic(asked, focus, applicability, evidence_of) if asked.form in _FROM_RECORDS else None

    def after_search(
        self,
        reply: Reply,
        focus: Focus,
        named: Sequence[Named],
        applicability: Applicability,
        evidence_of: EvidenceOf,
    ) -> Reply:
        """What search found, with what its deadlines mean today; where it found nothing, what the deadlines tell."""
        as_of = applicability.as_of
        asked = deadline_asked(focus.question, as_of)
        if asked is None:
            return with_responsible(reply, focus.question, self.library)
        if reply.status is AnswerStatus.ANSWERED:
            reply = with_deadlines(reply, asked, focus.question, self._today(as_of), self._changes(as_of))
            if asked.form in _OF_A_DAY and are_of_others(asked, reply.deadlines, self.shelf):
                return self._of_unit_asked(reply, asked, focus, applicability)
            if not named and asked.form in _WHICH_DAY:
                matches = self._described(asked, focus, applicability, evidence_of)
                if tells_more(matches, reply, asked, focus, self.shelf):
                    return answer_described(matches, self._today(as_of), self._changes(as_of)) or reply
            if not named and asked.form in _OF_A_TIME and not _is_timed(reply, asked):
                reply = self._of_identified(asked, focus, applicability, evidence_of) or reply
            if not named and (told := self._of_meant(reply, asked, focus, applicability, evidence_of)):
                return told
            if named and asked.form in _OF_A_TIME and not tells_time(reply):
                nearest = self._nearest(asked, focus, named, as_of, evidence_of)
                reply = nearest if nearest and nearest.status is AnswerStatus.ANSWERED else reply
            if asked.form is DeadlineForm.HOW_LONG and not tells_time(reply):  # words without a time tell nothing of it
                return Reply(AnswerStatus.NOT_IN_CORPUS, topic_not_held([one.document for one in reply.citations[:1]]))
            return without_day(reply, focus, is_named=bool(named)) if asked.form is DeadlineForm.WHEN else reply
        if reply.status not in _NOTHING_FOUND:
            return reply
        if named:
            return self._nearest(asked, focus, named, as_of, evidence_of) or reply
        told = self._of_topic(asked, focus, applicability, evidence_of) if asked.form in _WHICH_DAY else None
        told = told or self._of_identified(asked, focus, applicability, evidence_of)
        if told:
            return told
        if focus.titles and asked.form in _OF_A_DAY:
            return answer_no_day_for_title()
        return self._not_strange(reply, asked, focus, applicability, evidence_of)

    def _of_unit_asked(
        self, reply: Reply, asked: DeadlineQuestion, focus: Focus, applicability: Applicability
    ) -> Reply:
        """What the document of the reply sets for the unit that is asked for; another unit's time would mislead."""
        told_of = {one.document.id: one.document for one in reply.citations}
        known = self.shelf.take(next(iter(told_of))) if len(told_of) == 1 else None
        told = self._of_known(asked, focus, known, applicability) if known else None
        return told or Reply(AnswerStatus.NOT_IN_CORPUS, topic_not_held([*told_of.values()]))

    def _not_strange(
        self, reply: Reply, asked: DeadlineQuestion, focus: Focus, applicability: Applicability, evidence_of: EvidenceOf
    ) -> Reply:
        """Not that the question is out of scope where a held document is on what it asks about."""
        if reply.status is not AnswerStatus.OUT_OF_SCOPE:
            return reply
        nearest = nearest_described(topic_focus(asked, focus), self._documents(focus, applicability, evidence_of))
        return Reply(AnswerStatus.NOT_IN_CORPUS, topic_not_held([nearest.document])) if nearest else reply

    def _nearest(
        self,
        asked: DeadlineQuestion,
        focus: Focus,
        named: Sequence[Named],
        as_of: date,
        evidence_of: EvidenceOf,
    ) -> Reply | None:
        """That the document named orders it and sets no day; else what it sets for that kind of duty."""
        opened = self.shelf.take(named[0].held[0].id) if len(named) == len(named[0].held) == 1 else None
        if opened is None or asked.form not in _OF_A_TIME:
            return None
        told = None
        if asked.form is DeadlineForm.WHEN:
            told = answer_undated(focus, opened, evidence_of([opened.document.id]))
        held = self.shelf.held_deadlines([opened.document.id])
        return told or answer_nearest(asked, opened, held, self._today(as_of), self._changes(as_of))

    def _of_topic(
        self, asked: DeadlineQuestion, focus: Focus, applicability: Applicability, evidence_of: EvidenceOf
    ) -> Reply | None:
        """Of what the words describe: all deadlines of one document where all are asked for, else those meant."""
        if asked.form is DeadlineForm.ALL:
            known = identified(focus, self._documents(focus, applicability, evidence_of))
            told = (
                self._of_document(asked, beyond_name(focus, known.document), known, applicability.as_of)
                if known
                else None
            )
            if told:
                return told
        matches = self._described(asked, focus, applicability, evidence_of)
        return answer_described(matches, self._today(applicability.as_of), self._changes(applicability.as_of))

    def _of_identified(
        self, asked: DeadlineQuestion, focus: Focus, applicability: Applicability, evidence_of: EvidenceOf
    ) -> Reply | None:
        """Of the one document that the words describe, where no deadline has them all."""
        if focus.titles:
            return None
        about, documents = topic_focus(asked, focus), self._documents(focus, applicability, evidence_of)
        known = identified(about, documents)
        if known is None or meant_instead(about, [described(known.document)], documents):
            return None
        return self._of_known(asked, focus, known, applicability)

    def _of_meant(
        self, reply: Reply, asked: DeadlineQuestion, focus: Focus, applicability: Applicability, evidence_of: EvidenceOf
    ) -> Reply | None:
        """Of the document that is meant where the reply is from another; None where it is from the right one."""
        about, documents = topic_focus(asked, focus), self._documents(focus, applicability, evidence_of)
        meant = meant_instead(about, told_by(reply, self.shelf), documents)
        if not meant or focus.titles:
            return None
        told = self._of_known(asked, focus, meant[0], applicability) if len(meant) == 1 else None
        return told or Reply(AnswerStatus.NOT_IN_CORPUS, topic_not_held([one.document for one in meant]))

    def _of_known(
        self, asked: DeadlineQuestion, focus: Focus, known: OpenDocument, applicability: Applicability
    ) -> Reply | None:
        held = self.shelf.held_deadlines([known.document.id])
        place = AskedPlace.of(focus, asked)
        here = [one for one in held if place.has(one, self.shelf)]
        if not here:
            return None
        today, changes = self._today(applicability.as_of), self._changes(applicability.as_of)
        told = answer_deadlines(asked, beyond_name(focus, known.document), known, here, today, changes)
        return told or (answer_nearest(asked, known, here, today, changes) if asked.form in _OF_A_TIME else None)

    def _documents(self, focus: Focus, applicability: Applicability, evidence_of: EvidenceOf) -> list[OpenDocument]:
        def read() -> list[OpenDocument]:
            return candidates(focus, evidence_of, self.library, self.shelf, applicability)

        return self.recent.take(self.library.revision(), (focus, applicability), read)

    def _described(
        self, asked: DeadlineQuestion, focus: Focus, applicability: Applicability, evidence_of: EvidenceOf
    ) -> list[MatchedDeadline]:
        held = deadlines_of(self._documents(focus, applicability, evidence_of), self.shelf, applicability)
        return described_deadlines(asked, focus, held, self.shelf)

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
        if asked.form in LISTING:  # each begins with its document
            return joined(told)
        return joined([headed(reply, one) for reply, one in zip(told, opened, strict=True)])

    def _of_document(self, asked: DeadlineQuestion, focus: Focus, opened: OpenDocument, as_of: date) -> Reply | None:
        held = self.shelf.held_deadlines([opened.document.id])
        return answer_deadlines(asked, focus, opened, held, self._today(as_of), self._changes(as_of))

    def _bounded(self, asked: DeadlineQuestion, as_of: date) -> DeadlineQuestion | None:
        """The question when a time bounds it; one that asks for all of a unit's looks a year ahead."""
        if asked.window is not None:
            return asked
        if asked.form is DeadlineForm.ALL and asked.units and not asked.points_back:
            return replace(asked, window=Window(0, 0, as_of, as_of + A_YEAR))
        return None

    def _of_fitting(self, asked: DeadlineQuestion, focus: Focus, as_of: date) -> Reply | None:
        """Of the one document that fits where the question says nothing else; of several the person chooses."""
        heads = self.library.document_heads()
        held = self.library.held_deadlines() if len(heads) <= MOST_SCANNED else []
        here = [one for one in held if not self.register.validity(one.document.id, as_of).is_expired]
        matches = fitting(asked, focus, here, self.shelf)
        if asked.form is DeadlineForm.HOW_OFTEN:
            matches = [one for one in matches if isinstance(one.held.deadline.rule, Recurring)]
        documents = documents_of(matches)
        if len(documents) == 1 and (asked.points_back or asked.units):
            lead = [messages.only_in(designation(documents[0]))]
            return told_matches(matches, self._today(as_of), self._changes(as_of), lead)
        near = documents if len(documents) <= MOST_DOCUMENTS_TOLD else []
        choices = choices_under([one for one in near if one.number], focus.question)
        return Reply(AnswerStatus.NEEDS_CLARIFICATION, messages.which_document(near), choices=choices)

    def _today(self, as_of: date) -> Today:
        return Today(as_of, self.calendar)

    def _changes(self, as_of: date) -> Changes:
        return Changes(self.library, self.register, self.chain, self.shelf, as_of)


def _is_timed(reply: Reply, asked: DeadlineQuestion) -> bool:
    """Whether the reply quotes a time that can answer: how long is left, only a deadline tells."""
    if asked.form is DeadlineForm.HOW_LONG:
        return bool(reply.deadlines)
    return tells_day(reply) if asked.form is DeadlineForm.WHEN else tells_time(reply)

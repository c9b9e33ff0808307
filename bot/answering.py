"""From a question to an answer: the visible list of steps."""

import logging
import time
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from bot import messages
from bot.answer import Answer, AnswerStatus
from bot.answerers.cited_only import with_cited_deadlines_only
from bot.answerers.document_facts import answer_document_fact, fact_asked
from bot.answerers.evidence import Evidence, EvidenceSearch, choose, documents_of, within
from bot.answerers.joined import joined_parts
from bot.answerers.mention import answer_from_mentions
from bot.answerers.missing import answer_ambiguous, answer_not_held, answer_nothing_found, answer_only_ended
from bot.answerers.provision_lookup import answer_provision, find_provision
from bot.answerers.rule_in_force import answer_rule_in_force, asks_if_rule_applies, on_the_rule
from bot.answerers.section import answer_section, answer_whole_list
from bot.answerers.summary import answer_summary
from bot.applicability import Applicability
from bot.asked_time import AskedTime, asked_time
from bot.composing import compose
from bot.deadline_lookup import DeadlineLookup
from bot.expressions import AnswerType
from bot.identifying import identified
from bot.judgement import is_enough
from bot.lookups import Asked, Lookups
from bot.naming import Named, ids_of, named_documents, with_years_settled
from bot.open_document import OpenDocument, Shelf
from bot.question import Question, QuestionKind, analyse, is_thanks
from bot.question_parts import parts, speaks_of_now
from bot.reading_ahead import ReadingAhead
from bot.relevance import Focus, focus_on, only_names, without
from bot.reply import Reply
from bot.successors import Successions
from bot.verification import problems
from corpus.chain import Chain
from corpus.library import Library
from corpus.model import DocumentId, Form
from corpus.register import Register
from corpus.retrieval import Objection, Retriever, SearchResult
from corpus.understanding import LONGEST_QUESTION_CHARACTERS, read_question
from corpus.working_days import WorkingDays

logger = logging.getLogger(__name__)

# What a sentence that only names a document seldom tells about it.
BEYOND_A_MENTION = frozenset(
    {AnswerType.TIME, AnswerType.DURATION, AnswerType.AMOUNT, AnswerType.UNIT, AnswerType.PERSON}
)


class Answering:
    """Answers questions from one library by the working days of one office; safe to call from several threads."""

    def __init__(self, library: Library, retriever: Retriever, calendar: WorkingDays) -> None:
        self._library = library
        self._retriever = retriever
        self._shelf = Shelf(library)
        self.reading_ahead = ReadingAhead(library, retriever, self._shelf)
        self._evidence = EvidenceSearch(library, retriever, self._shelf).evidence
        self._register = Register(library)
        chain = Chain(library, self._register)
        self._successions = Successions(library, self._register, chain)
        self._deadlines = DeadlineLookup(library, self._register, chain, self._shelf, calendar)
        self._lookups = Lookups(library, self._register, chain, self._shelf, self._deadlines)

    @property
    def library(self) -> Library:
        """The library that it answers from."""
        return self._library

    def answer(self, typed: str, as_of: date) -> Answer:
        """The answer to what was typed, verified against the stored text; every outcome is a status."""
        with self._library.reading():
            return self._answered(typed, as_of)

    def _answered(self, typed: str, as_of: date) -> Answer:
        started = time.perf_counter()
        if len(typed) > LONGEST_QUESTION_CHARACTERS:
            reply = Reply(AnswerStatus.NEEDS_CLARIFICATION, messages.question_too_long(LONGEST_QUESTION_CHARACTERS))
            return _answer(typed, None, QuestionKind.FACT, reply, as_of, started)
        question = self._successions.named(self._understood(typed), as_of)
        time_asked = asked_time(question, as_of)
        applicability = Applicability(self._register, time_asked, as_of)
        reply = self._reply_to_parts(question, time_asked, as_of) or self._reply(question, time_asked, applicability)
        reply = _verified(_with_notes(reply))
        understood = question.reading.text if question.reading.changed else None
        kind = QuestionKind.OUT_OF_SCOPE if reply.status is AnswerStatus.OUT_OF_SCOPE else question.kind
        return _answer(typed, understood, kind, reply, time_asked.day, started)

    def search(self, typed: str, limit: int, as_of: date) -> SearchResult:
        """The passages that the question would be answered from, best first, and what was rejected."""
        question = self._understood(typed)
        applicability = Applicability(self._register, asked_time(question, as_of), as_of)
        return self._retriever.search(question.reading.search_text, limit, None, applicability.objection)

    def evidence_for(self, typed: str, as_of: date) -> tuple[Focus, Evidence, bool]:
        """What an answer would rest on, and whether the document is known; for measuring the limits."""
        question = self._understood(typed)
        applicability = Applicability(self._register, asked_time(question, as_of), as_of)
        opened = self._opened(named_documents(question, self._library, applicability.applies))
        return self._weighed(self._focus(question), opened, applicability.objection)

    def _understood(self, typed: str) -> Question:
        return with_years_settled(analyse(read_question(typed, self._library.syllables)), self._library)

    def _reply_to_parts(self, question: Question, time_asked: AskedTime, as_of: date) -> Reply | None:
        """What is answered of the several things asked; None when one thing is asked, or none of them answered.

        A part that speaks of no time of its own is asked of the time of the whole.
        """
        asked = parts(question.reading.text)
        if len(asked) < 2:
            return None
        replies = []
        for part in map(self._understood, asked):
            own = asked_time(part, as_of)
            time = own if own.is_explicit or own.is_past or speaks_of_now(part) else time_asked
            replies.append(self._reply(part, time, Applicability(self._register, time, as_of)))
        return joined_parts(asked, replies)

    def _reply(self, question: Question, time_asked: AskedTime, applicability: Applicability) -> Reply:
        """The reply to one thing asked, its sources with their status at the time it is asked of."""
        return applicability.with_validity(self._reply_unmarked(question, time_asked, applicability))

    def _reply_unmarked(self, question: Question, time_asked: AskedTime, applicability: Applicability) -> Reply:
        if question.kind is QuestionKind.GREETING:
            told = messages.you_are_welcome() if is_thanks(question) else messages.greeting()
            return Reply(AnswerStatus.ANSWERED, told)
        if not question.content and not question.references:
            return Reply(AnswerStatus.NEEDS_CLARIFICATION, messages.empty_question())
        named = named_documents(question, self._library, applicability.applies)
        focus, objection = self._focus(question), applicability.objection
        asked = Asked(focus, named, time_asked, applicability.as_of)
        evidence_of = partial(self._evidence, focus, objection=objection)
        if found := self._lookups.reply(asked, evidence_of):
            return _with_namesake(applicability.with_ends_told(found), named)
        if ambiguous := next((known for known in named if len(known.held) > 1), None):
            return answer_ambiguous(ambiguous, question)
        opened = self._opened(named)
        if named and not opened:
            missing = self._reply_on_missing(focus, named, objection)
            return with_cited_deadlines_only(missing, question, named, self._library, applicability.as_of)
        reply = self._reply_on_document(focus, opened[0]) if opened else None
        reply = reply or self._reply_on_evidence(focus, opened, applicability)
        reply = self._deadlines.after_search(reply, focus, named, applicability, evidence_of)
        return _with_namesake(applicability.with_notes(reply), named)

    def _reply_on_document(self, focus: Focus, opened: OpenDocument) -> Reply | None:
        """What can be looked up: a provision, a fact of the document itself, its summary."""
        question = focus.question
        if reference := next(iter(question.provisions), None):
            return answer_provision(without(focus, opened.document), opened, reference)
        if reply := answer_document_fact(question, opened, self._library):
            return reply
        asks_for_all = question.kind is QuestionKind.SUMMARY or only_names(focus, opened.document)
        return answer_summary(opened) if asks_for_all else None

    def _reply_on_missing(self, focus: Focus, named: tuple[Named, ...], objection: Objection) -> Reply:
        mentioned = next((known for known in named if known.mentions), None)
        if mentioned is None:
            return answer_not_held(named[0], self._library)
        reply = answer_from_mentions(focus, mentioned, self._shelf)
        question = focus.question
        asks_of_itself = fact_asked(question) is not None or question.kind is QuestionKind.SUMMARY
        asks_beyond = question.wants in BEYOND_A_MENTION and mentioned.is_carried_out
        if asks_of_itself or not (asks_beyond or reply.status is AnswerStatus.PARTIAL):
            return reply
        # A plan that carries out the document may say what is asked, though the sentence that names it does not.
        around = [opened for m in mentioned.mentions if (opened := self._shelf.take(m.document.id))]
        evidence = self._evidence(focus, ids_of([opened.document for opened in around]), objection)
        if not is_enough(focus, evidence, is_named=False):
            return reply
        return replace(_composed(focus, evidence), warnings=reply.warnings)

    def _reply_on_evidence(self, focus: Focus, opened: list[OpenDocument], applicability: Applicability) -> Reply:
        objection = applicability.objection
        if not opened and asks_if_rule_applies(focus.question) and (told := self._rule_in_force(focus, applicability)):
            return told
        weighed, evidence, is_known = self._weighed(focus, opened, objection)
        if is_known and not opened:
            described = [evidence.ranked[0].statement.opened]
            reply = self._reply_on_document(focus, described[0])
            if reply or is_enough(weighed, evidence, is_named=True):
                return reply or _chosen(weighed, evidence, described)
            weighed, evidence, is_known = focus, self._evidence(focus, None, objection), False
        if not is_enough(weighed, evidence, is_named=is_known):
            if applicability.asks_what_was:
                return _as_of_today(self._reply_on_evidence(focus, opened, applicability.of_today()))
            return self._only_ended(focus, opened, applicability) or answer_nothing_found(
                focus.question, evidence, opened
            )
        return _chosen(weighed, evidence, opened or documents_of(evidence)[:3])

    def _rule_in_force(self, focus: Focus, applicability: Applicability) -> Reply | None:
        on_rule = on_the_rule(focus)
        evidence = self._evidence(on_rule, None, lambda _: None)
        if not is_enough(on_rule, evidence, is_named=False):
            return None
        return answer_rule_in_force(on_rule, evidence, applicability)

    def _only_ended(self, focus: Focus, opened: list[OpenDocument], applicability: Applicability) -> Reply | None:
        """Where nothing in force answers and a rule that has ended would: that it has ended, not what it said."""
        if opened:
            return None
        evidence = self._evidence(focus, None, lambda _: None)
        if not is_enough(focus, evidence, is_named=False):
            return None
        document = evidence.ranked[0].statement.opened.document
        return answer_only_ended(document, applicability) if applicability.is_expired(document) else None

    def _weighed(self, focus: Focus, opened: list[OpenDocument], objection: Objection) -> tuple[Focus, Evidence, bool]:
        """The evidence and the focus it is weighed by; a document that the question describes is searched alone."""
        evidence = self._evidence(focus, _ids(opened), objection)
        known = opened[0] if len(opened) == 1 else identified(focus, documents_of(evidence))
        if known is None:
            return focus, evidence, bool(opened)
        narrowed = without(focus, known.document)
        evidence = self._evidence(narrowed, _ids([known]), objection)
        reference = next(iter(focus.question.provisions), None)
        if reference and reference.locator and (provision := find_provision(known, reference.locator)):
            evidence = within(evidence, provision)
        return narrowed, evidence, True

    def _opened(self, named: Sequence[Named]) -> list[OpenDocument]:
        return [found for known in named for head in known.held if (found := self._shelf.take(head.id))]

    def _focus(self, question: Question) -> Focus:
        return focus_on(question, self._library.lexical.document_frequencies, self._library.lexical.passage_count())


def _ids(opened: Sequence[OpenDocument]) -> Collection[DocumentId] | None:
    return ids_of([found.document for found in opened]) or None


def _chosen(focus: Focus, evidence: Evidence, documents: list[OpenDocument]) -> Reply:
    """A whole section, a whole list, or the statements that answer."""
    return answer_section(focus, documents) or answer_whole_list(focus, evidence.ranked) or _composed(focus, evidence)


def _composed(focus: Focus, evidence: Evidence) -> Reply:
    composed = compose(focus, choose(focus, evidence))
    return Reply(AnswerStatus.ANSWERED, composed.text, composed.citations)


def _as_of_today(reply: Reply) -> Reply:
    """The reply on what is in force, for a question that asked what was before and found nothing."""
    if reply.status is not AnswerStatus.ANSWERED:
        return reply
    return replace(reply, warnings=(*reply.warnings, messages.no_earlier_rule()))


def _with_namesake(reply: Reply, named: tuple[Named, ...]) -> Reply:
    """The reply with a warning when another document bears the number that was asked for."""
    for known in named:
        if (mention := known.namesake) and mention.relation.target_issued_on:
            note = messages.namesake(str(mention.relation.target), mention.relation.target_issued_on, mention.document)
            return replace(reply, warnings=(*reply.warnings, note))
    return reply


def _with_notes(reply: Reply) -> Reply:
    """The reply with a note for each form of source that is not the official text."""
    forms = {citation.document.form for citation in reply.citations}
    notes = [messages.form_note(form) for form in (Form.DIGEST, Form.NEWS) if form in forms]
    return replace(reply, warnings=(*reply.warnings, *notes))


def _verified(reply: Reply) -> Reply:
    if found := problems(reply):
        logger.error("An answer was withheld: %s", "; ".join(found))
        return replace(reply, status=AnswerStatus.NOT_VERIFIED, text=messages.not_verified())
    return reply


def _answer(
    typed: str, understood: str | None, kind: QuestionKind, reply: Reply, as_of: date, started: float
) -> Answer:
    return Answer(
        question=typed,
        understood_as=understood,
        kind=kind,
        status=reply.status,
        as_of=as_of,
        text=reply.text,
        citations=reply.citations,
        warnings=reply.warnings,
        deadlines=reply.deadlines,
        choices=reply.choices,
        seconds=round(time.perf_counter() - started, 4),
    )

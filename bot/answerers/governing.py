"""Answers which instrument governs a matter on a day, with the chain of instruments that it stands in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot import governing_messages as messages
from bot.answer import AnswerStatus
from bot.answerers.chain_lines import ChainLines, InstrumentMarks
from bot.answerers.evidence import NEARLY
from bot.answerers.force_told import ForceTold
from bot.answerers.governing_candidates import Candidate, EvidenceOf, by_law, by_matter, laws_meant
from bot.answerers.history import answer_history
from bot.asked_time import AskedTime
from bot.clauses import without_label
from bot.composing import plain
from bot.governing_question import GoverningQuestion, HistoryQuestion, governing_asked
from bot.open_document import Shelf
from bot.relevance import Focus
from bot.reply import Reply
from bot.validity_messages import instrument_name, last_day, mark
from corpus.chain import Chain
from corpus.hierarchy import Hierarchy, is_for_a_branch, kind
from corpus.library import Library
from corpus.register import Register
from corpus.standing import Instrument
from corpus.written_date import written_date

__all__ = ["answer_governing", "governing_asked"]

MOST_OTHERS = 5
MOST_OTHER_PROVISIONS = 2


def answer_governing(
    asked: GoverningQuestion,
    focus: Focus,
    evidence_of: EvidenceOf,
    time: AskedTime,
    library: Library,
    register: Register,
    chain: Chain,
    shelf: Shelf,
) -> Reply | None:
    """The instrument in force on the day, its chain and what has changed; None when nothing held covers the matter.

    "Trước đây" without a day asks for the instruments that there have been.
    """
    if time.is_past and not time.is_explicit:
        history = HistoryQuestion(asked.kind, asked.topic, asked.law, asked.of_party, is_before=False)
        return answer_history(history, focus, (), time, library, register, chain, shelf)
    hierarchy = Hierarchy(register, chain)
    found = []
    for one in asked.each():
        laws = laws_meant(one, library)
        candidates, is_about_another = by_law(one, laws, hierarchy), False
        if not candidates:
            laws = []
            candidates, is_about_another = by_matter(one, focus, evidence_of, library, hierarchy)
        if candidates and (asked.further or not is_about_another):  # of several kinds one says more than another
            found.append((one, candidates, laws))
    governing = _Governing(register, hierarchy, shelf, time, InstrumentMarks(shelf))
    replies = [governing.reply(*each, with_chain=len(found) == 1) for each in found]
    return _together(replies) if replies else None


def _together(replies: Sequence[Reply]) -> Reply:
    """One after the other, those that found nothing in force last; all share their citations."""
    ordered = sorted(replies, key=lambda reply: reply.status is AnswerStatus.NOT_IN_CORPUS)
    statuses = {reply.status for reply in ordered}
    status = statuses.pop() if len(statuses) == 1 else AnswerStatus.PARTIAL
    citations = max((reply.citations for reply in ordered), key=len)
    computed = tuple(dict.fromkeys(text for reply in ordered for text in reply.computed))
    return Reply(status, "\n".join(reply.text for reply in ordered), citations, computed=computed)


@dataclass(frozen=True, slots=True)
class _Governing:
    register: Register
    hierarchy: Hierarchy
    shelf: Shelf
    time: AskedTime
    marks: InstrumentMarks

    def reply(
        self,
        asked: GoverningQuestion,
        candidates: Sequence[Candidate],
        laws: Sequence[Instrument],
        *,
        with_chain: bool = True,
    ) -> Reply:
        marks = self.marks
        standing = self._standing(candidates)
        if not standing:
            return self._none_applies(asked, candidates, marks)
        main = standing[0]
        in_turn = self._in_turn(main.instrument, candidates)
        lines = _in_turn_lines(self, in_turn, marks) if len(in_turn) > 1 else [self._first_line(main, marks)]
        if main.relevance is not None:
            lines.append(self._provision(main, marks))
        lines += self._others(main, standing, marks, is_by_law=bool(laws))
        chain_lines = ChainLines(self.register, self.hierarchy, marks, self.time.day)
        chain = chain_lines.around(main.instrument) if with_chain else []
        lines += [messages.CHAIN_HEAD, *chain] if chain else []
        is_sure = self.hierarchy.applies(main.instrument, self.time.day)
        status = AnswerStatus.ANSWERED if is_sure else AnswerStatus.PARTIAL
        return Reply(status, "\n".join(lines), marks.citations, computed=self._computed([main.instrument, *in_turn]))

    def _standing(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """Those that can govern on the day: what names the matter first, of these what is surely in force."""
        day = self.time.day
        return sorted(
            (one for one in candidates if self.hierarchy.can_stand(one.instrument, day)),
            key=lambda one: (not one.is_named, not self.hierarchy.applies(one.instrument, day)),
        )

    def _first_line(self, main: Candidate, marks: InstrumentMarks) -> str:
        instrument, day = main.instrument, self.time.day
        validity = self.register.validity_of(instrument, day)
        begins, status = self.hierarchy.begins(instrument), mark(validity)
        is_for_that_day = self.time.is_explicit or self.time.is_past
        told = [messages.in_force_since(begins)] if begins and begins <= day else []
        told.append(status if is_for_that_day else messages.status_on(day, status))
        force = ForceTold(self.register, self.hierarchy, marks)
        if end := force.ending(instrument, validity):
            told.append(force.ended(instrument, end))
        text = messages.governing(instrument, told)
        cited = [marks.link(main.link) if main.link else None, *force.of(instrument, validity)]
        return f"{messages.on_day(day, text) if is_for_that_day else text}{marks.of(cited)}"

    def _provision(self, candidate: Candidate, marks: InstrumentMarks) -> str:
        assert candidate.relevance is not None
        statement = candidate.relevance.statement
        start = statement.start + without_label(statement.text)
        citation = statement.opened.cite(statement.provision, start, statement.end)
        name = instrument_name(candidate.instrument)
        return f"{messages.provision(str(citation.locator), name, plain(citation.quote))}{marks.of([citation])}"

    def _others(
        self, main: Candidate, standing: Sequence[Candidate], marks: InstrumentMarks, *, is_by_law: bool
    ) -> list[str]:
        """What applies beside it: of the same kind, or with a provision of its own on the matter."""
        others = [
            one
            for one in standing
            if one.instrument.identity != main.instrument.identity
            and self.hierarchy.applies(one.instrument, self.time.day)
            and one.is_named >= main.is_named
        ]
        if not is_by_law:
            least = NEARLY * main.relevance.coverage if main.relevance else 0.0
            nearly = [one for one in others if one.relevance and one.relevance.coverage >= least]
            return [self._provision(one, marks) for one in nearly[:MOST_OTHER_PROVISIONS]]
        same = [one for one in others if kind(one.instrument) == kind(main.instrument)]
        lines = []
        for is_branch in (False, True):
            named = [
                f"{instrument_name(one.instrument)}{self._told_by(one, marks)}"
                for one in [one for one in same if is_for_a_branch(one.instrument) is is_branch][:MOST_OTHERS]
            ]
            lines += [messages.others(messages.others_head(is_branch), named)] if named else []
        return lines

    def _told_by(self, candidate: Candidate, marks: InstrumentMarks) -> str:
        validity = self.register.validity_of(candidate.instrument, self.time.day)
        link = marks.link(candidate.link) if candidate.link else None
        return marks.of([link, marks.statement(validity.cause)])

    def _in_turn(self, main: Instrument, candidates: Sequence[Candidate]) -> list[Instrument]:
        """What applied within the time asked for, one after the other; `main` alone when nothing changed."""
        known = {one.instrument.identity for one in candidates}
        before = [one for one in self.hierarchy.predecessors(main) if one.identity in known]
        after = [act.acting for act in self.hierarchy.ended_by(main) if kind(act.acting) == kind(main)]
        within = [one for one in [*before, main, *after[:1]] if self._applies_within(one)]
        return sorted(within, key=lambda one: self.hierarchy.begins(one) or date.min)

    def _applies_within(self, instrument: Instrument) -> bool:
        first, last, begins = self.time.first, self.time.last, self.hierarchy.begins(instrument)
        days = [first, last, *([begins] if begins and first <= begins <= last else [])]
        ends = self._end_of(instrument)
        has_ended_within = ends is not None and first < ends <= last  # until then it applied, whenever it began
        return has_ended_within or any(self.hierarchy.applies(instrument, day) for day in days)

    def _end_of(self, instrument: Instrument) -> date | None:
        return ForceTold(self.register, self.hierarchy, InstrumentMarks(self.shelf)).end_of(instrument, self.time.day)[
            0
        ]

    def _none_applies(self, asked: GoverningQuestion, candidates: Sequence[Candidate], marks: InstrumentMarks) -> Reply:
        day = self.time.day

        def distance(candidate: Candidate) -> int:
            begins, ends = self.hierarchy.begins(candidate.instrument), self._end_of(candidate.instrument)
            days = [abs((known - day).days) for known in (begins, ends) if known]
            return min(days, default=10**6)

        nearest = min(candidates, key=distance).instrument
        force = ForceTold(self.register, self.hierarchy, marks)
        ends, validity = force.end_of(nearest, day)
        begins = self.hierarchy.begins(nearest)
        told = ", ".join(messages.force(begins, ends))
        name = f"{messages.called(nearest)}{f' ({told})' if told else ''}"
        shown = f"{name}{marks.of(force.of(nearest, validity))}"
        text = messages.none_applies(asked.kind, day, shown)
        return Reply(AnswerStatus.NOT_IN_CORPUS, text, marks.citations, computed=self._computed([nearest]))

    def _computed(self, instruments: Sequence[Instrument]) -> tuple[str, ...]:
        """The days of the question, and the last days that follow from a stated first day no longer in force."""
        ends = [self._end_of(one) for one in instruments]
        ends += [self.register.validity_of(one, self.time.day).until for one in instruments]
        days = [self.time.day, self.time.first, self.time.last, *(last_day(end) for end in ends if end)]
        return tuple(dict.fromkeys(written_date(day) for day in days))


def _in_turn_lines(governing: _Governing, instruments: Sequence[Instrument], marks: InstrumentMarks) -> list[str]:
    """The instruments that applied within the time asked for, each with its time."""
    force = ForceTold(governing.register, governing.hierarchy, marks)
    lines = [messages.in_turn(governing.time.first, governing.time.last)]
    for instrument in instruments:
        ends, validity = force.end_of(instrument, governing.time.day)
        text = messages.period(instrument, governing.hierarchy.begins(instrument), ends)
        lines.append(f"{text}{marks.of(force.of(instrument, validity))}")
    return lines

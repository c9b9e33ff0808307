"""Answers how the rules on a matter have changed: a dated list, oldest first, along what replaced and amended what."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot import governing_messages as messages
from bot.answer import AnswerStatus, Citation
from bot.answerers.chain_lines import InstrumentMarks
from bot.answerers.force_told import ForceTold
from bot.answerers.governing_candidates import by_law, by_title, laws_meant, laws_named
from bot.asked_time import AskedTime
from bot.governing_question import HistoryQuestion, history_asked
from bot.open_document import Shelf
from bot.relevance import Focus
from bot.reply import Reply
from bot.validity_messages import instrument_name, last_day, mark
from corpus.chain import Chain, Link
from corpus.hierarchy import Hierarchy, is_for_a_branch, kind
from corpus.library import Library
from corpus.model import Document, RelationKind
from corpus.register import Register, instrument_of
from corpus.standing import Instrument
from corpus.written_date import written_date

__all__ = ["answer_history", "history_asked"]

MOST_LINES = 10


def answer_history(
    asked: HistoryQuestion,
    focus: Focus,
    documents: Sequence[Document],
    time: AskedTime,
    library: Library,
    register: Register,
    chain: Chain,
    shelf: Shelf,
) -> Reply | None:
    """The instruments that there have been, oldest first; None when none is known.

    `documents` are those that the question names by number: "trước NĐ … là nghị định nào" asks for what they ended.
    """
    hierarchy = Hierarchy(register, chain)
    history = _History(register, chain, hierarchy, InstrumentMarks(shelf), time.day)
    if documents:
        named = instrument_of(documents[0])
        found = hierarchy.predecessors(named) if asked.is_before else _closure([named], hierarchy)
        head = messages.before_head(instrument_name(named)) if asked.is_before else messages.history_head(named.kind)
        return history.reply(head, found)
    laws = laws_meant(asked, library) or laws_named(asked, library)
    candidates = by_law(asked, laws, hierarchy) or by_title(asked, focus, library)
    starts = [one.instrument for one in candidates if not is_for_a_branch(one.instrument)]
    return history.reply(messages.history_head(asked.kind), _closure(starts, hierarchy))


@dataclass(frozen=True, slots=True)
class _History:
    register: Register
    chain: Chain
    hierarchy: Hierarchy
    marks: InstrumentMarks
    day: date

    def reply(self, head: str, instruments: Sequence[Instrument]) -> Reply | None:
        """The list under its head; what only amends another is told there; of too many, those that are held."""
        known = {one.identity for one in instruments}
        amending = {one.identity: link for one in instruments if (link := self._amended(one, known))}
        amended: dict[str, list[Link]] = {}
        for one in sorted(instruments, key=_age):
            if link := amending.get(one.identity):
                amended.setdefault(link.target.identity, []).append(link)
        listed = [one for one in instruments if one.identity not in amending]
        shown = sorted(listed, key=lambda one: one.document is None)[:MOST_LINES]
        if not shown:
            return None
        lines: dict[str, list[Instrument]] = {}  # what is told, of whom
        marks: dict[str, list[Citation | None]] = {}
        for one in sorted(shown, key=_age):
            told, cited = self._told(one, amended.get(one.identity, []))
            # What is held has a line of its own: its title.
            key = f"{one.identity if one.document else ''}\n{told}"
            lines.setdefault(key, []).append(one)
            marks.setdefault(key, []).extend(cited)
        written = [
            f"{messages.history_line(told_of, key.partition(chr(10))[2])}{self.marks.of(marks[key])}"
            for key, told_of in lines.items()
        ]
        more = [messages.more_left_out()] if len(shown) < len(listed) else []
        computed = tuple(self._computed(instruments))
        return Reply(AnswerStatus.ANSWERED, "\n".join([head, *written, *more]), self.marks.citations, computed=computed)

    def _told(self, instrument: Instrument, amendments: Sequence[Link]) -> tuple[str, list[Citation | None]]:
        """What is told of one instrument, and the sentences that it rests on."""
        force = ForceTold(self.register, self.hierarchy, self.marks)
        told: list[str] = []
        cited: list[Citation | None] = []
        begins = self.hierarchy.begins(instrument)
        if begins:
            told.append(messages.in_force_since(begins))
            cited += force.begun(instrument)
        if amendments:
            told.append(messages.amended_by([(link.source, self.hierarchy.begins(link.source)) for link in amendments]))
            for link in amendments:
                cited += [self.marks.link(link), *force.begun(link.source)]
        validity = self.register.validity_of(instrument, self.day)
        act = next(iter(self.hierarchy.ended_by(instrument)), None)
        if act is not None:
            told.append(force.ended(instrument, act))
            cited += force.statement(act)
        elif validity.is_expired and validity.since:
            told.append(messages.ended_on(validity.since))
        else:
            status = messages.short_status(validity) if amendments and validity.changes else mark(validity)
            told.append(messages.status_on(self.day, status))
            cited += force.of(instrument, validity)
        cited.append(self.marks.statement(validity.cause))
        for link in self.chain.to_instrument(instrument, {RelationKind.CONTINUES}):
            told.append(messages.continued_by(link.source))
            cited.append(self.marks.link(link))
        return "; ".join(told), self.marks.own(instrument, cited)

    def _amended(self, instrument: Instrument, known: Collection[str]) -> Link | None:
        """What the instrument amends, when that is told of as well."""
        links = self.chain.from_instrument(instrument, {RelationKind.AMENDS})
        same_kind = [link for link in links if kind(link.target) == kind(instrument)]
        ends = self.hierarchy.predecessors(instrument)
        return next((link for link in same_kind if link.target.identity in known and not ends), None)

    def _computed(self, instruments: Iterable[Instrument]) -> Iterable[str]:
        yield written_date(self.day)
        for instrument in instruments:
            until = self.register.validity_of(instrument, self.day).until
            if until:
                yield written_date(last_day(until))


def _closure(starts: Sequence[Instrument], hierarchy: Hierarchy) -> list[Instrument]:
    """The starts with all that they replaced, continued or amended and that did so to them, step by step."""
    found = {one.identity: one for one in starts}
    waiting = list(starts)
    while waiting:
        for other in hierarchy.related(waiting.pop()):
            if other.identity not in found:
                found[other.identity] = other
                waiting.append(other)
    return list(found.values())


def _age(instrument: Instrument) -> tuple[date, str]:
    number = instrument.number
    year = date(number.year, 1, 1) if number and number.year else date.min
    return instrument.issued_on or year, str(number or "")

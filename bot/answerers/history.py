"""Answers how the rules on a matter have changed: a dated list, oldest first, along what replaced and amended what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot import governing_messages as messages
from bot.answer import AnswerStatus, Citation
from bot.answerers.chain_lines import Marks
from bot.answerers.force_told import ForceTold
from bot.answerers.governing_candidates import by_law, by_title, laws_meant
from bot.asked_time import AskedTime
from bot.governing_question import HistoryQuestion, history_asked
from bot.messages import written_date
from bot.open_document import Shelf
from bot.relevance import Focus
from bot.reply import Reply
from bot.validity_messages import last_day, mark
from corpus.chain import Chain, Link
from corpus.hierarchy import Hierarchy, identity, is_for_a_branch, kind
from corpus.library import Library
from corpus.model import Document, RelationKind
from corpus.register import Register, instrument_of
from corpus.standing import Instrument

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
    history = _History(register, chain, hierarchy, Marks(shelf), time.day)
    if documents:
        named = instrument_of(documents[0])
        found = hierarchy.predecessors(named) if asked.is_before else _closure([named], hierarchy)
        head = (
            messages.before_head(messages.instrument_name(named))
            if asked.is_before
            else messages.history_head(named.kind)
        )
        return history.reply(head, found)
    candidates = by_law(asked, laws_meant(asked, library), hierarchy) or by_title(asked, focus, library)
    starts = [one.instrument for one in candidates if not is_for_a_branch(one.instrument)]
    return history.reply(messages.history_head(asked.kind), _closure(starts, hierarchy))


@dataclass(frozen=True, slots=True)
class _History:
    register: Register
    chain: Chain
    hierarchy: Hierarchy
    marks: Marks
    day: date

    def reply(self, head: str, instruments: Sequence[Instrument]) -> Reply | None:
        """The list under its head; of too many, those that are held."""
        shown = list(instruments)
        if len(shown) > MOST_LINES:
            shown = sorted(shown, key=lambda one: one.document is None)[:MOST_LINES]
        if not shown:
            return None
        lines = [head, *(self._line(one) for one in sorted(shown, key=_age))]
        if len(shown) < len(instruments):
            lines.append(messages.more_left_out())
        return Reply(
            AnswerStatus.ANSWERED, "\n".join(lines), self.marks.citations, computed=tuple(self._computed(shown))
        )

    def _line(self, instrument: Instrument) -> str:
        force = ForceTold(self.register, self.hierarchy, self.marks)
        told: list[str] = []
        cited: list[Citation | None] = []
        for link in self._amended(instrument):
            told.append(messages.changes(link.target))
            cited.append(self.marks.link(link))
        begins = self.hierarchy.begins(instrument)
        if begins:
            told.append(messages.in_force_since(begins))
            cited += force.begun(instrument)
        validity = self.register.validity_of(instrument, self.day)
        act = next(iter(self.hierarchy.ended_by(instrument)), None)
        if act is not None:
            told.append(force.ended(instrument, act))
            cited += force.statement(act)
        elif validity.is_expired and validity.since:
            told.append(messages.ended_on(validity.since))
        else:
            told.append(messages.status_on(self.day, mark(validity)))
            cited += force.of(instrument, validity)
        cited.append(self.marks.statement(validity.cause))
        for link in self.chain.to_instrument(instrument, {RelationKind.CONTINUES}):
            told.append(messages.continued_by(link.source))
            cited.append(self.marks.link(link))
        return f"{messages.history_line(instrument, told)}{self.marks.of(self.marks.own(instrument, cited))}"

    def _amended(self, instrument: Instrument) -> list[Link]:
        links = self.chain.from_instrument(instrument, {RelationKind.AMENDS})
        return [link for link in links if kind(link.target) == kind(instrument)][:1]

    def _computed(self, instruments: Iterable[Instrument]) -> Iterable[str]:
        yield written_date(self.day)
        for instrument in instruments:
            until = self.register.validity_of(instrument, self.day).until
            if until:
                yield written_date(last_day(until))


def _closure(starts: Sequence[Instrument], hierarchy: Hierarchy) -> list[Instrument]:
    """The starts with all that they replaced, continued or amended and that did so to them, step by step."""
    found = {identity(one): one for one in starts}
    waiting = list(starts)
    while waiting:
        for other in hierarchy.related(waiting.pop()):
            if identity(other) not in found:
                found[identity(other)] = other
                waiting.append(other)
    return list(found.values())


def _age(instrument: Instrument) -> tuple[date, str]:
    number = instrument.number
    year = date(number.year, 1, 1) if number and number.year else date.min
    return instrument.issued_on or year, str(number or "")

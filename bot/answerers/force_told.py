"""What is told of the force of one instrument in a list, and the sentences that it rests on."""

from dataclasses import dataclass
from datetime import date

from bot import governing_messages as messages
from bot.answer import Citation
from bot.answerers.chain_lines import InstrumentMarks
from corpus.hierarchy import Hierarchy, kind
from corpus.register import Register
from corpus.standing import Act, Instrument, Statement, best
from corpus.turning_points import effective_day
from corpus.validity import Validity


@dataclass(frozen=True, slots=True)
class ForceTold:
    """Over one library and the citations of one answer."""

    register: Register
    hierarchy: Hierarchy
    marks: InstrumentMarks

    def begun(self, instrument: Instrument) -> list[Citation | None]:
        """Where the first day in force is told."""
        begins = best([one for one in self.register.standing_of(instrument).begins if not one.effect.places])
        return [self.marks.statement(one) for one in begins[:1]]

    def statement(self, statement: Statement | None) -> list[Citation | None]:
        """The sentence; of an act that gives no day also that of the acting instrument's first day."""
        cited = [self.marks.statement(statement)]
        is_undated = isinstance(statement, Act) and statement.relation.since is None
        return [*cited, *self.begun(statement.acting)] if isinstance(statement, Act) and is_undated else cited

    def of(self, instrument: Instrument, validity: Validity) -> list[Citation | None]:
        """The sentences that a told beginning, status and end rest on, at least one of them its own."""
        changes = [*validity.changes[-1:], *validity.coming[:1]] if validity.applies else []
        cited = self.begun(instrument)
        for statement in [validity.cause, validity.end, *changes, self.ending(instrument, validity)]:
            cited += self.statement(statement)
        return self.marks.own(instrument, cited)

    def ending(self, instrument: Instrument, validity: Validity) -> Act | None:
        """The act that will end the instrument on the day that its status tells."""
        acts = [act for act in self.hierarchy.ended_by(instrument) if effective_day(act) == validity.until]
        return acts[0] if acts and validity.until is not None else None

    def ended(self, instrument: Instrument, act: Act) -> str:
        """By what it ended, or will end, and when."""
        is_same_kind = kind(act.acting) == kind(instrument)
        return messages.ended(act.relation.kind, act.acting, effective_day(act), is_same_kind=is_same_kind)

    def end_of(self, instrument: Instrument, day: date) -> tuple[date | None, Validity]:
        """The first day on which it is known no longer to apply, and the status that tells it."""
        validity = self.register.validity_of(instrument, self.hierarchy.begins(instrument) or day)
        return (validity.since if validity.is_expired else validity.until), validity

"""Gathers what an answer about force rests on: marks of quoted statements, and figures that no quote can hold."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot import force_messages as messages
from bot.answer import AnswerStatus, Citation
from bot.citing import cite_link, cite_statement
from bot.composing import plain
from bot.marks import Marks
from bot.messages import only_mentioned
from bot.open_document import OpenDocument, Shelf
from bot.reply import Reply
from bot.verification import numbers_in
from corpus.chain import Link
from corpus.register import Register
from corpus.standing import Act, Instrument, Standing, Statement, best


def standing_of(instrument: Instrument, register: Register) -> Standing:
    """What is said of its force; of a held document the register keeps it."""
    return register.standing(instrument.document.id) if instrument.document else register.standing_of(instrument)


class ForceSources:
    """The sources of one answer, in the order of their first use."""

    def __init__(self, register: Register, shelf: Shelf) -> None:
        self._register = register
        self._shelf = shelf
        self._marks = Marks()
        self._known: set[str] = set()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """What was marked."""
        return self._marks.citations

    def of(self, statement: Statement | None) -> str:
        """The mark of a statement with a space before it, and of the one that gives an act its day."""
        if statement is None:
            return ""
        marks = self._mark(cite_statement(statement, self._shelf))
        if not isinstance(statement, Act):
            return marks
        if statement.relation.until is not None:
            self.day(statement.relation.until + timedelta(days=1))  # what is extended until a day ends on the next
        day = statement.since
        if day is None or statement.relation.since == day:
            self.know(statement.acting)  # an administrative document acts from the day of its issue
            return marks
        begins = best(standing_of(statement.acting, self._register).begins)
        told = next((one for one in begins if one.effect.on == day), None)
        more = self._mark(cite_statement(told, self._shelf)) if told else ""
        return marks if more in marks else f"{marks}{more}"

    def of_link(self, link: Link) -> str:
        """The mark of what tells of a link, with a space before it."""
        return self._mark(cite_link(link, self._shelf))

    def quote_of(self, statement: Statement) -> Citation | None:
        """The citation of a statement that is shown in its own words."""
        return cite_statement(statement, self._shelf)

    def quoted(self, citation: Citation) -> str:
        """A sentence in its own words with its mark."""
        return f"{plain(citation.quote)}{self._mark(citation)}"

    def opened(self, instrument: Instrument) -> OpenDocument | None:
        """The text of the instrument, when it is held."""
        return self._shelf.take(instrument.document.id) if instrument.document else None

    def know(self, instrument: Instrument) -> str:
        """The instrument as it is called, its number and date facts of the library."""
        self.computed(messages.dated(instrument))
        return messages.called(instrument)

    def computed(self, text: str) -> str:
        """The text, its figures calculated or given by the question rather than quoted."""
        self._known |= numbers_in([text])
        return text

    def reply(self, status: AnswerStatus, instrument: Instrument, lines: Sequence[str]) -> Reply:
        """The answer; one on an instrument that is not held says so."""
        documents = [citation.document for citation in self.citations]
        is_told_of = instrument.document is None and bool(documents)
        warnings = (only_mentioned(messages.called(instrument), documents),) if is_told_of else ()
        return Reply(status, "\n".join(filter(None, lines)), self.citations, warnings, tuple(sorted(self._known)))

    def day(self, day: date) -> date:
        """A day that the question gives or that follows from one: not quoted."""
        self.computed(f"{day:%d/%m/%Y}")
        return day

    def _mark(self, citation: Citation | None) -> str:
        return f" {self._marks.of(citation)}" if citation else ""

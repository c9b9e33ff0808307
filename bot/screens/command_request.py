"""What stands behind /hanchot and /lich: documents, a unit, a time, read as in a question."""

from dataclasses import dataclass
from datetime import date

from bot.deadline_units import MASK, units_asked
from bot.deadline_window import window_in
from bot.naming import named_documents, with_years_settled
from bot.question import Question, analyse
from bot.screens.actions import document_key
from bot.screens.holdings import Holdings
from corpus.folding import fold
from corpus.library import Library
from corpus.model import Document
from corpus.understanding import read_question


@dataclass(frozen=True, slots=True)
class CommandRequest:
    """What is asked for; nothing of all this is every deadline."""

    documents: tuple[Document, ...] = ()
    unit: str | None = None
    first: date | None = None
    last: date | None = None
    is_unknown: bool = False  # there are words, and none names anything that is held

    @property
    def key(self) -> str:
        """The key of the one document; "" without one."""
        return document_key(self.documents[0].id) if len(self.documents) == 1 else ""


def read_request(text: str, holdings: Holdings, as_of: date) -> CommandRequest:
    """What the text asks for on a day; a unit that no deadline names is none."""
    if not text.strip():
        return CommandRequest()
    question = understood(text, holdings.library)
    if documents := held_documents(question, holdings.library):
        return CommandRequest(documents)
    read = question.reading.text
    window = window_in(fold(read), as_of)
    if window is not None:  # folding keeps the length
        read = f"{read[: window.start]}{MASK * (window.end - window.start)}{read[window.end :]}"
    unit = _unit(read, holdings.library)
    if window is None and unit is None:
        return CommandRequest(is_unknown=True)
    if window is None:
        return CommandRequest(unit=unit)
    return CommandRequest(unit=unit, first=window.first, last=window.last)


def understood(text: str, library: Library) -> Question:
    """The text read as a question: abbreviations and diacritics restored, documents found."""
    return with_years_settled(analyse(read_question(text, library.syllables)), library)


def held_documents(question: Question, library: Library) -> tuple[Document, ...]:
    """The held documents that the question names by number or title, each once."""
    found = {head.id: head for named in named_documents(question, library) for head in named.held}
    return tuple(found.values())


def _unit(text: str, library: Library) -> str | None:
    """The first unit named that some deadline is for, alone or in a group; else the whole text, if that names one."""
    names = [one.name for one in units_asked(text)]
    return next((name for name in [*names, text.strip(f"{MASK} ")] if library.unit_keys_meaning(name)), None)

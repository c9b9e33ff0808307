"""What the screens read: the library with everything that opens, finds and judges its documents."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from bot.deadline_state import Today
from bot.open_document import OpenDocument, Shelf
from bot.screens.documents_by_key import DocumentsByKey
from bot.screens.folded_titles import FoldedTitles
from bot.screens.pictures import Pictures
from corpus.chain import Chain
from corpus.library import Library
from corpus.model import Document
from corpus.register import Register
from corpus.working_days import WorkingDays

# A screen shows one document; answers, which read many, are made in other processes.
DOCUMENTS_KEPT_OPEN = 6


@dataclass(frozen=True, slots=True)
class Holdings:
    """One library and the calendar of one office; safe to use from several threads."""

    library: Library
    shelf: Shelf
    register: Register
    chain: Chain
    keys: DocumentsByKey
    titles: FoldedTitles
    calendar: WorkingDays
    pictures: Pictures
    bot_username: str = ""  # for deep links; without it no document is linked

    @classmethod
    def of(cls, library: Library, calendar: WorkingDays, bot_username: str = "") -> Self:
        """All that reads this library."""
        register = Register(library)
        chain = Chain(library, register)
        keys, titles = DocumentsByKey(library), FoldedTitles(library)
        shelf = Shelf(library, DOCUMENTS_KEPT_OPEN)
        return cls(library, shelf, register, chain, keys, titles, calendar, Pictures(), bot_username)

    def today(self, day: date) -> Today:
        """The day by the calendar of the office."""
        return Today(day, self.calendar)

    def head(self, key: str) -> Document | None:
        """The held document with this key, without its text; None when it is gone."""
        document_id = self.keys.document_id(key)
        return self.library.head(document_id) if document_id else None

    def opened(self, key: str) -> OpenDocument | None:
        """The held document with this key, opened; None when it is gone."""
        document_id = self.keys.document_id(key)
        return self.shelf.take(document_id) if document_id else None

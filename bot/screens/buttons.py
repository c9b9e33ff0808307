"""The buttons of a document that several screens have, and how buttons are set in rows of a phone."""

from collections.abc import Iterable

from bot import screen_messages as messages
from bot.screens.actions import Verb, action, document_key, version_key
from bot.screens.screen import Button
from corpus.locator import Level, Locator
from corpus.model import Document, DocumentId

Row = tuple[Button, ...]

# Two buttons share the width of a phone; longer labels would be cut.
LONGEST_SHARED_LABEL = 22
LONGEST_LABEL = 46


def card_button(document_id: DocumentId) -> Button:
    """Opens the card of the document."""
    return Button(messages.CARD, action(Verb.CARD, document_key(document_id)))


def source_button(document_id: DocumentId, page: int | None = None) -> Button:
    """Sends the source file and tells the page."""
    return Button(messages.SOURCE_FILE, action(Verb.SOURCE, document_key(document_id), page or 0))


def calendar_button(document_id: DocumentId) -> Button:
    """Sends the deadlines of the document as a calendar file."""
    return Button(messages.CALENDAR, action(Verb.CALENDAR, document_key(document_id)))


def deadlines_button(document_id: DocumentId, label: str = messages.DEADLINES, page: int = 0) -> Button:
    """Lists the deadlines of the document."""
    return Button(label, action(Verb.DEADLINES, document_key(document_id), page))


def provision_button(label: str, document: Document, ordinal: int, part: int = 0) -> Button:
    """Opens the provision of the document as it is held now; `part` of a long one, from 0."""
    arguments = [document_key(document.id), ordinal, version_key(document.digest), *([part] if part else [])]
    return Button(label, action(Verb.PROVISION, *arguments))


def page_row(verb: Verb, document_id: DocumentId, page: int, pages: int) -> Row:
    """To the page before and behind, as far as there are such; pages count from 0."""
    key = document_key(document_id)
    back = [Button(messages.EARLIER_PAGE, action(verb, key, page - 1))] if page > 0 else []
    on = [Button(messages.LATER_PAGE, action(verb, key, page + 1))] if page + 1 < pages else []
    return (*back, *on)


def in_rows(buttons: Iterable[Button]) -> list[Row]:
    """In order, two short ones to a row, a long one alone."""
    rows: list[Row] = []
    for button in buttons:
        is_short = len(button.label) <= LONGEST_SHARED_LABEL
        if rows and len(rows[-1]) == 1 and is_short and len(rows[-1][0].label) <= LONGEST_SHARED_LABEL:
            rows[-1] = (*rows[-1], button)
        else:
            rows.append((button,))
    return rows


def cut_label(text: str, longest: int = LONGEST_LABEL) -> str:
    """The text cut behind a word with "…" when it is too long for a button.

    >>> cut_label("Kế hoạch phát động phong trào", 20)
    'Kế hoạch phát động…'
    """
    return text if len(text) <= longest else f"{text[: longest - 1].rsplit(' ', 1)[0].rstrip(' ,;:')}…"


def spoken_place(printed: str) -> str:
    """A printed locator as a button says it: people call a dash item "ý".

    >>> spoken_place("Mục III.2.a gạch đầu dòng 2")
    'Mục III.2.a ý 2'
    """
    return printed.replace(Level.ITEM, "ý")


def spoken_locator(locator: Locator) -> str:
    """The same of a locator."""
    return spoken_place(str(locator))

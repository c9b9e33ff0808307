"""/vanban: a document by its number, several to choose from by words of their titles, or the newest ones held."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot import screen_messages as messages
from bot.markup import bold, escaped
from bot.messages import ASK_ADMINISTRATOR, designation
from bot.naming import named_documents, nearest_held
from bot.screens.buttons import cut_label
from bot.screens.command_request import held_documents, understood
from bot.screens.document_card import document_button, document_card
from bot.screens.holdings import Holdings
from bot.screens.screen import Screen
from bot.sources import short_issuer
from corpus.model import Document
from corpus.written_date import written_date

MOST_DOCUMENTS = 10
LONGEST_TITLE_CHARACTERS = 110


def documents_command(text: str, holdings: Holdings, as_of: date) -> Screen:
    """/vanban: the card of the one document meant, else a list to choose from, else honestly nothing."""
    if not text.strip():
        newest = holdings.library.newest_heads(MOST_DOCUMENTS)
        return _listed(messages.NEWEST_HEADING, newest, messages.DOCUMENTS_USAGE if newest else messages.EMPTY_LIBRARY)
    question = understood(text, holdings.library)
    found = held_documents(question, holdings.library) or _titled(text, holdings)
    if len(found) == 1:
        return document_card(found[0], holdings, as_of)
    if found:
        return documents_screen(text, found)
    named = named_documents(question, holdings.library)
    near = nearest_held(named[0], holdings.library) if named else []
    nothing = f"{messages.no_document(text)} {ASK_ADMINISTRATOR}"
    if not near:
        return Screen(escaped(nothing))
    listed = _listed(messages.NEAREST, near, "")
    return replace(listed, html=f"{escaped(nothing)}\n\n{listed.html}")


def documents_screen(text: str, documents: Sequence[Document]) -> Screen:
    """Several documents that the text may mean, each with a button."""
    return _listed(messages.documents_found(text), documents[:MOST_DOCUMENTS], "")


def _listed(heading: str, documents: Sequence[Document], note: str) -> Screen:
    lines = [f"{place}. {_line(document)}" for place, document in enumerate(documents, 1)]
    listed = "\n".join([bold(heading), *lines]) if documents else ""
    buttons = [
        (document_button(document, f"{place}. {_label(document)}"),) for place, document in enumerate(documents, 1)
    ]
    return Screen("\n\n".join(filter(None, [listed, escaped(note)])), tuple(buttons))


def _line(document: Document) -> str:
    """The name in bold, date and issuer, then the title."""
    day = written_date(document.issued_on) if document.issued_on else ""
    name = designation(document) if document.number else document.kind
    told = ", ".join(filter(None, [day, short_issuer(document.issuer)]))
    title = cut_label(document.title, LONGEST_TITLE_CHARACTERS)
    return bold(name) + escaped(f"{f', {told}' if told else ''}: {title}")


def _label(document: Document) -> str:
    return cut_label(designation(document) if document.number else document.title, 40)


def _titled(text: str, holdings: Holdings) -> tuple[Document, ...]:
    """Those whose kind, number, title and issuer have every word of the text, the newest first."""
    found = (holdings.library.head(one) for one in holdings.titles.with_words(text, MOST_DOCUMENTS))
    return tuple(head for head in found if head is not None)

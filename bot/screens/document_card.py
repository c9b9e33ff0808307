"""The card of a document: what it is, whether it is in force, how it stands to others, what is due next."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot import messages as answer_messages
from bot import screen_messages as messages
from bot import validity_messages
from bot.markup import bold, escaped, italic, link
from bot.screens.actions import Verb, action, document_key
from bot.screens.buttons import (
    Row,
    calendar_button,
    card_button,
    cut_label,
    deadlines_button,
    in_rows,
    page_row,
    provision_button,
    source_button,
)
from bot.screens.deadline_entries import Entry, entries, entry_line
from bot.screens.holdings import Holdings
from bot.screens.reading_order import ReadingOrder
from bot.screens.relation_lines import held_once, of_each_head, related, relation_lines
from bot.screens.screen import Button, Screen
from bot.sources import address
from corpus.model import Document, Form, Signer
from corpus.standing import NEWS_KIND, Act
from corpus.validity import Reason
from corpus.written_date import written_date

RELATIONS_OF_A_HEAD, DEADLINES_SHOWN = 2, 3
RELATIONS_ON_A_PAGE = 8
DATED_FOR_TIMELINE = 2


def card_screen(key: str, holdings: Holdings, as_of: date) -> Screen:
    """The card of the document with this key."""
    head = holdings.head(key)
    return document_card(head, holdings, as_of) if head else Screen(escaped(messages.document_is_gone()))


def document_card(document: Document, holdings: Holdings, as_of: date) -> Screen:
    """The card of a held document as of a day."""
    listed = entries(holdings.library.held_deadlines(document_ids=[document.id]), holdings.today(as_of))
    paragraphs = ["\n".join(_facts(document, holdings, as_of))]
    all_related = related(document, holdings)
    shown = of_each_head(all_related, RELATIONS_OF_A_HEAD)
    if shown:
        lines = [bold(messages.RELATIONS_HEADING), *relation_lines(shown, holdings)]
        if len(shown) < len(all_related):
            lines.append(italic(messages.and_more(len(all_related) - len(shown))))
        paragraphs.append("\n".join(lines))
    coming = [entry for entry in listed if entry.head != messages.PAST] or listed
    if coming:
        told = [entry_line(entry) for entry in coming[:DEADLINES_SHOWN]]
        paragraphs.append("\n".join([bold(messages.NEAREST_DEADLINES), *told]))
    rows = _rows(document, holdings, listed, has_relations=bool(all_related))
    return Screen("\n\n".join(paragraphs), (*_successor(document, holdings, as_of), *rows))


def relations_screen(key: str, page: str, holdings: Holdings) -> Screen:
    """All relations of the document with this key, a page at a time, counted from 0; held documents have buttons."""
    head = holdings.head(key)
    if head is None:
        return Screen(escaped(messages.document_is_gone()))
    all_related = related(head, holdings)
    if not all_related:
        return Screen(escaped(messages.NO_RELATIONS), ((card_button(head.id),),))
    pages = -(-len(all_related) // RELATIONS_ON_A_PAGE)
    number = min(int(page), pages - 1) if page.isdecimal() else 0
    shown = all_related[number * RELATIONS_ON_A_PAGE : (number + 1) * RELATIONS_ON_A_PAGE]
    lines = [bold(messages.related_to(head)), *relation_lines(shown, holdings)]
    opening = in_rows(document_button(document) for document in held_once(shown))
    rows = [*opening, page_row(Verb.RELATIONS, head.id, number, pages), (card_button(head.id),)]
    return Screen("\n".join(lines), tuple(row for row in rows if row))


def document_button(document: Document, label: str = "") -> Button:
    """Opens the card of a document by its name."""
    name = label or answer_messages.designation(document)
    return replace(card_button(document.id), label=cut_label(name))


def _successor(document: Document, holdings: Holdings, as_of: date) -> list[Row]:
    """Opens what has ended the document, which whoever looks for an ended one mostly needs."""
    validity = holdings.register.validity(document.id, as_of)
    cause = validity.cause
    if not validity.is_expired or not isinstance(cause, Act) or cause.acting.document is None:
        return []
    ending = cause.acting.document
    return [(document_button(ending, messages.see(ending)),)]


def _facts(document: Document, holdings: Holdings, as_of: date) -> Iterator[str]:
    name = answer_messages.designation(document)
    yield link(bold(name), address(document))
    if document.title and document.title not in name:
        yield escaped(document.title)
    day = written_date(document.issued_on) if document.issued_on else ""
    if day or document.issuer:
        is_news = document.kind == NEWS_KIND or document.form is Form.NEWS
        told = messages.published if is_news else messages.issued
        yield escaped(told(day, document.issuer))
    if document.signer is not None:
        yield escaped(messages.signed(document.signer.name, _signing_title(document.signer)))
    validity = holdings.register.validity(document.id, as_of)
    if validity.reason is not Reason.NO_INSTRUMENT:
        yield escaped(_capitalised(validity_messages.explained(messages.THIS_DOCUMENT, validity)))
    if note := answer_messages.form_note(document.form):
        yield italic(note)


def _signing_title(signer: Signer) -> str:
    return ", ".join(filter(None, [signer.authority, signer.title]))


def _rows(document: Document, holdings: Holdings, listed: list[Entry], *, has_relations: bool) -> tuple[Row, ...]:
    buttons = []
    opened = holdings.shelf.take(document.id)
    first = ReadingOrder(opened).first() if opened else None
    if first is not None:
        buttons.append(provision_button(messages.FROM_THE_START, document, first.ordinal))
    buttons.append(source_button(document.id))
    key = document_key(document.id)
    if listed:
        buttons += [deadlines_button(document.id), calendar_button(document.id)]
    if sum(entry.has_day for entry in listed) >= DATED_FOR_TIMELINE:
        buttons.append(Button(messages.TIMELINE, action(Verb.TIMELINE, key)))
    if has_relations:
        buttons.append(Button(messages.ALL_RELATIONS, action(Verb.RELATIONS, key, 0)))
    buttons.append(Button(messages.SUBSCRIBE, action(Verb.SUBSCRIBE, "d", key)))
    return tuple(in_rows(buttons))


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]

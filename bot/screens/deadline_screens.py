"""Deadlines as screens: all of a document, page by page, and what /hanchot asks for."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot import deadline_answer_messages as words
from bot import screen_messages as messages
from bot.deadline_state import Today
from bot.markup import bold, escaped, italic
from bot.messages import designation
from bot.screens.actions import Verb
from bot.screens.buttons import calendar_button, card_button, cut_label, deadlines_button, page_row
from bot.screens.command_request import CommandRequest, read_request
from bot.screens.deadline_entries import Entry, entries, entry_line
from bot.screens.document_list import documents_screen
from bot.screens.holdings import Holdings
from bot.screens.screen import Button, Screen
from bot.sources import short_issuer
from corpus.deadline_search import DeadlineQuery, find_deadlines
from corpus.model import Document, DocumentId

DEADLINES_ON_A_PAGE = 8
DAYS_AHEAD = 30
MOST_DUE = 12
MOST_DOCUMENT_BUTTONS = 4


def document_deadlines_screen(key: str, page: str, holdings: Holdings, as_of: date) -> Screen:
    """All deadlines of the document with this key, a page at a time, counted from 0."""
    head = holdings.head(key)
    if head is None:
        return Screen(escaped(messages.document_is_gone()))
    listed = entries(holdings.library.held_deadlines(document_ids=[head.id]), holdings.today(as_of))
    if not listed:
        return Screen(escaped(messages.NO_DEADLINES), ((card_button(head.id),),))
    pages = -(-len(listed) // DEADLINES_ON_A_PAGE)
    number = min(int(page), pages - 1) if page.isdecimal() else 0
    shown = listed[number * DEADLINES_ON_A_PAGE : (number + 1) * DEADLINES_ON_A_PAGE]
    lines = [bold(messages.deadlines_of(head)), italic(messages.as_of(as_of, number + 1, pages)), *_under_heads(shown)]
    rows = [page_row(Verb.DEADLINES, head.id, number, pages), (calendar_button(head.id), card_button(head.id))]
    return Screen("\n".join(lines), tuple(row for row in rows if row))


def deadlines_command(text: str, holdings: Holdings, as_of: date) -> Screen:
    """/hanchot: what is due in the next 30 days, of a unit or in a time named, or all of a document."""
    request = read_request(text, holdings, as_of)
    if len(request.documents) > 1:
        return documents_screen(text, request.documents)
    if request.documents:
        return document_deadlines_screen(request.key, "0", holdings, as_of)
    if request.is_unknown:
        return Screen(escaped(messages.not_understood(text)))
    return _due(request, holdings, as_of)


def _due(request: CommandRequest, holdings: Holdings, as_of: date) -> Screen:
    first = request.first or as_of
    last = request.last or as_of + timedelta(DAYS_AHEAD)
    found = find_deadlines(holdings.library, holdings.register, DeadlineQuery(as_of, first, last, request.unit))
    listed = entries((one.held for one in found.found), Today(as_of, holdings.calendar, first, last))
    due = sorted((entry for entry in listed if _is_due(entry, first, last)), key=_last_day)
    span = words.span(first, last)
    if not due:
        text = escaped(words.nothing_due(request.unit or "", span))
        return Screen("\n\n".join(filter(None, [text, _rest(listed, due)])))
    lines = [bold(words.due_between(request.unit or "", span)), italic(messages.as_of(as_of, 1, 1))]
    listed_lines = [f"{entry_line(entry)}\n{italic(_source(entry.held.document))}" for entry in due[:MOST_DUE]]
    below = [escaped(words.more_deadlines(len(due) - MOST_DUE))] if len(due) > MOST_DUE else []
    documents = _documents(due[:MOST_DUE])
    rows = tuple((_deadlines_of(document),) for document in documents[:MOST_DOCUMENT_BUTTONS])
    paragraphs = ["\n".join(lines), *listed_lines, *below, _rest(listed, due)]
    return Screen("\n\n".join(filter(None, paragraphs)), rows)


def _under_heads(shown: Sequence[Entry]) -> Iterator[str]:
    head = ""
    for entry in shown:
        if entry.head != head:
            head = entry.head
            yield f"\n{bold(head)}"
        yield entry_line(entry)


def _is_due(entry: Entry, first: date, last: date) -> bool:
    """Whether its last day in time lies within the days; what only lasts through them is not due."""
    return entry.has_day and first <= _last_day(entry) <= last


def _last_day(entry: Entry) -> date:
    return entry.state.last_allowed or date.max


def _rest(listed: Sequence[Entry], due: Sequence[Entry]) -> str:
    count = len(listed) - len(due)
    return italic(messages.lasting(count)) if count else ""


def _source(document: Document) -> str:
    return ", ".join(filter(None, [designation(document), short_issuer(document.issuer)]))


def _documents(due: Sequence[Entry]) -> list[Document]:
    found: dict[DocumentId, Document] = {}
    for entry in due:
        found.setdefault(entry.held.document.id, entry.held.document)
    return list(found.values())


def _deadlines_of(document: Document) -> Button:
    return deadlines_button(document.id, cut_label(messages.deadlines_of(document)))

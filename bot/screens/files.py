"""Files that go with screens: the source of a document, its deadlines as a calendar or as a picture."""

import hashlib
import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from bot import screen_messages as messages
from bot.markup import escaped
from bot.messages import designation
from bot.records.given_answers import GivenAnswer
from bot.screens.command_request import read_request
from bot.screens.deadline_entries import entries
from bot.screens.document_card import DATED_FOR_TIMELINE
from bot.screens.document_list import documents_screen
from bot.screens.holdings import Holdings
from bot.screens.screen import Attachment, Screen
from corpus.deadline import sets_a_day
from corpus.deadline_search import DeadlineQuery, find_deadlines
from corpus.folding import fold
from corpus.held_deadline import HeldDeadline
from corpus.model import Document

LARGEST_FILE_MEGABYTES = 50  # https://core.telegram.org/bots/api#senddocument
# Telegram scales a picture down until its longer side has some 1,280 pixels: words in a taller one could not be read,
# so that it is sent as a file, which is not scaled.
TALLEST_PICTURE_PIXELS = 2_000
_PNG_HEIGHT = slice(20, 24)  # big-endian, in the first chunk: https://www.w3.org/TR/png/#11IHDR
MONTHS_AHEAD = 12
_BYTES_OF_A_MEGABYTE = 1_000_000  # Telegram counts so
_LONGEST_NAME_CHARACTERS = 80


def source_file(key: str, page: str, holdings: Holdings) -> Attachment | Screen:
    """The file that the document with this key was read from, byte for byte; else why it cannot be sent."""
    head = holdings.head(key)
    if head is None:
        return Screen(escaped(messages.document_is_gone()))
    path = Path(head.path)
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE_MEGABYTES * _BYTES_OF_A_MEGABYTE:
            megabytes = -(-size // _BYTES_OF_A_MEGABYTE)
            return Screen(escaped(messages.file_is_too_large(head, megabytes, LARGEST_FILE_MEGABYTES)))
        content = path.read_bytes()
    except OSError:
        return Screen(escaped(messages.file_is_missing(head)))
    if hashlib.sha256(content).hexdigest() != head.digest:
        return Screen(escaped(messages.file_has_changed(head)))
    told = [designation(head), messages.see_page(int(page)) if page.isdecimal() and int(page) else ""]
    caption = escaped(". ".join(filter(None, told)))
    return Attachment(f"{file_name(head)}{_suffix(path)}", content, caption, cache_key=head.digest)


def document_calendar(key: str, holdings: Holdings, now: datetime) -> Attachment | Screen:
    """The deadlines of the document with this key as a calendar file."""
    head = holdings.head(key)
    if head is None:
        return Screen(escaped(messages.document_is_gone()))
    held = holdings.library.held_deadlines(document_ids=[head.id])
    return _calendar(held, designation(head), file_name(head), now)


def answer_calendar(given: GivenAnswer, holdings: Holdings, now: datetime) -> Attachment | Screen:
    """The deadlines that a given answer told, as far as they are still held, as a calendar file."""
    told = {(one.document_id, one.start, one.end) for one in given.deadlines}
    digests = {one.document_id: one.document_digest for one in given.cited}
    held = holdings.library.held_deadlines(document_ids={document_id for document_id, _, _ in told})
    kept = [
        one
        for one in held
        if (one.document.id, one.deadline.start, one.deadline.end) in told
        and digests.get(one.document.id, one.document.digest) == one.document.digest
    ]
    if not kept and told:
        return Screen(escaped(messages.deadlines_have_changed()))
    return _calendar(kept, messages.ANSWER_DEADLINES, "thoi-han", now)


def calendar_command(text: str, holdings: Holdings, as_of: date, now: datetime) -> Attachment | Screen:
    """/lich: the calendar of a document, or of the coming 12 months of a unit."""
    request = read_request(text, holdings, as_of)
    if len(request.documents) > 1:
        return documents_screen(text, request.documents)
    if request.documents:
        return document_calendar(request.key, holdings, now)
    if request.unit is None:
        return Screen(escaped(messages.CALENDAR_USAGE))
    last = request.last or _months_later(as_of, MONTHS_AHEAD)
    first = request.first or as_of
    found = find_deadlines(holdings.library, holdings.register, DeadlineQuery(as_of, first, last, request.unit))
    name = messages.of_unit(request.unit, first, last)
    return _calendar([one.held for one in found.found], name, _slug(request.unit), now)


def timeline_picture(key: str, holdings: Holdings, as_of: date) -> Attachment | Screen:
    """The deadlines of the document with this key as a picture; a tall one as a file."""
    head = holdings.head(key)
    if head is None:
        return Screen(escaped(messages.document_is_gone()))
    held = holdings.library.held_deadlines(document_ids=[head.id])
    if sum(entry.has_day for entry in entries(held, holdings.today(as_of))) < DATED_FOR_TIMELINE:
        return Screen(escaped(messages.TOO_FEW_FOR_TIMELINE))
    content = holdings.pictures.timeline(designation(head), held, as_of)
    caption = escaped(messages.timeline_of(head, as_of))
    key_of_day = f"timeline:{head.digest}:{as_of.isoformat()}"
    is_legible = int.from_bytes(content[_PNG_HEIGHT]) <= TALLEST_PICTURE_PIXELS
    return Attachment(f"{file_name(head)}.png", content, caption, is_picture=is_legible, cache_key=key_of_day)


def file_name(document: Document) -> str:
    """A name without path, spaces or signs that a phone or an office computer dislikes: "12-KH-UBND"."""
    return _slug(str(document.number or document.title), keeps_case=document.number is not None) or "van-ban"


def _calendar(held: Sequence[HeldDeadline], name: str, file: str, now: datetime) -> Attachment | Screen:
    if not held:
        return Screen(escaped(messages.nothing_to_put_in_calendar(name)))
    from bot.calendar_file import calendar_file  # its library is slow to load too

    with_day = sum(sets_a_day(one.deadline.rule) for one in held)
    caption = escaped(messages.calendar_of(name, with_day, len(held) - with_day))
    return Attachment(f"{file}.ics", calendar_file(held, now), caption)


def _slug(text: str, *, keeps_case: bool = False) -> str:
    folded = fold(text)
    letters = folded.upper() if keeps_case else folded
    return re.sub(r"[^A-Za-z0-9]+", "-", letters).strip("-")[:_LONGEST_NAME_CHARACTERS].strip("-")


def _suffix(path: Path) -> str:
    """The suffix of the file, if it is one that a file name may have."""
    return path.suffix.lower() if re.fullmatch(r"\.[A-Za-z0-9]{1,5}", path.suffix) else ""


def _months_later(day: date, months: int) -> date:
    """The same day so many months on, the last of the month where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

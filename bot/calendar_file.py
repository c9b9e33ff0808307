"""Deadlines as a calendar file (RFC 5545) for the calendar of a phone or an office; the only import of `icalendar`.

All days are whole days, so no time zone is needed. Each deadline is one component, and none is left out: those without
a day of their own are tasks (VTODO) without a date. "Trước ngày 31/3" stands on 30/3, the last day that is in time.
"""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Event, Todo, vRecur

from bot.messages import designation
from bot.rendering import shortened
from corpus import deadline_rule as rules
from corpus.deadline import DayRange, Occurrence, days_of, last_allowed_day, next_occurrence, running_from, sets_a_day
from corpus.deadline_wording import wording
from corpus.held_deadline import HeldDeadline
from corpus.model import Product
from corpus.recurrence import calendar_recurrence, recurrence_text
from corpus.written_date import written_date

CALENDAR_NAME = "Thời hạn thi đua, khen thưởng"
LONGEST_SHOWN_PERIOD_DAYS = 31  # a longer bar across every week of a calendar hides all else; it becomes a task
_LONGEST_TASK_CHARACTERS = 120
_LONGEST_UNIT_CHARACTERS = 60

_CATEGORIES = {
    Product.REPORT: "Báo cáo",
    Product.DOSSIER: "Hồ sơ",
    Product.PLAN: "Kế hoạch",
    Product.REVIEW: "Sơ kết, tổng kết",
    Product.REGISTRATION: "Đăng ký",
    Product.OTHER: "Việc khác",
}


def calendar_file(entries: Iterable[HeldDeadline], now: datetime) -> bytes:
    """A calendar of exactly these deadlines, in their order, as UTF-8; `now` only stamps the components.

    A deadline bears the same UID in each file, so that a calendar that reads a later one updates what it has.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//emulation-regulations-bot//Deadlines//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", CALENDAR_NAME)
    alike: Counter[str] = Counter()
    for entry in entries:
        identity = _identity(entry)
        component = _component(entry, now.date())
        component.add("uid", _uid(identity, alike[identity]))
        component.add("dtstamp", now.astimezone(UTC))
        _describe(component, entry)
        calendar.add_component(component)
        alike[identity] += 1
    content: bytes = calendar.to_ical()
    return content


def _component(entry: HeldDeadline, today: date) -> Event | Todo:
    """The component with its days."""
    rule = entry.deadline.rule
    if isinstance(rule, rules.Recurring):
        return _recurring(rule, entry.document.issued_on or today)
    days = days_of(rule)
    if days is None:
        return Todo()
    last = last_allowed_day(rule)
    first = days.first or last
    if first is not None and last is not None and (last - first).days < LONGEST_SHOWN_PERIOD_DAYS:
        return _event(first, last)
    return _task(days)


def _recurring(rule: rules.Recurring, begins: date) -> Event | Todo:
    """On the last allowed day of each cycle; unless the rule says since when, from the document's day on."""
    running = running_from(rule, begins)
    first = next_occurrence(running, date.min)
    if first is None or first.last_allowed is None:  # its bounds leave no room for it
        return Todo()
    if not sets_a_day(rule):
        return _rhythm(running, first)
    event = _event(first.last_allowed, first.last_allowed)
    event.add("rrule", vRecur.from_ical(calendar_recurrence(running)))
    return event


def _rhythm(running: rules.Recurring, first: Occurrence) -> Todo:
    """A task of each cycle that is due on no day of it: it begins with the cycle, and nothing says when it ends."""
    task = Todo()
    task.add("dtstart", first.start or running.first or first.last_allowed)
    rule = recurrence_text(replace(running, times=1, first=None, last=None))
    until = f";UNTIL={running.last:%Y%m%d}" if running.last is not None else ""
    task.add("rrule", vRecur.from_ical(rule + until))
    return task


def _event(first: date, last: date) -> Event:
    event = Event()
    event.add("dtstart", first)
    if last < date.max:
        event.add("dtend", last + timedelta(days=1))  # exclusive by RFC 5545
    event.add("transp", "TRANSPARENT")  # a deadline does not make anybody busy
    return event


def _task(days: DayRange) -> Todo:
    task = Todo()
    if days.first is not None:
        task.add("dtstart", days.first)
    if days.last is not None:
        task.add("due", days.last)
    return task


def _describe(component: Event | Todo, entry: HeldDeadline) -> None:
    """The words of the component, each on a line of its own in the description."""
    document, deadline = entry.document, entry.deadline
    is_recurring = isinstance(deadline.rule, rules.Recurring)
    has_end = sets_a_day(deadline.rule) and (is_recurring or last_allowed_day(deadline.rule) is not None)
    units = "; ".join(deadline.responsible)
    issued = f" ngày {written_date(document.issued_on)}" if document.issued_on else ""
    address = _address(document.source)
    lines = {
        "Việc": deadline.task,
        "Cơ quan thực hiện": units,
        "Cơ quan phối hợp": "; ".join(deadline.coordinating),
        "Gửi": deadline.addressee,
        "Thời hạn": wording(deadline.rule),
        "Trích": f"“{_one_line(deadline.quote)}”",
        "Nguồn": ", ".join(filter(None, (f"{designation(document)}{issued}", document.issuer, str(entry.locator)))),
        "Địa chỉ": address,
    }
    task = shortened(_one_line(deadline.task or deadline.quote), _LONGEST_TASK_CHARACTERS)
    unit = f" – {shortened(_one_line(units), _LONGEST_UNIT_CHARACTERS)}" if units else ""
    component.add("summary", f"{'Hạn' if has_end else 'Việc'}: {task}{unit}")
    component.add("description", "\n".join(f"{name}: {_one_line(text)}" for name, text in lines.items() if text))
    component.add("categories", [_CATEGORIES[deadline.product], *([str(document.number)] if document.number else [])])
    if address:
        component.add("url", address)


def _identity(entry: HeldDeadline) -> str:
    """What stays the same when the document is read again, or an officer corrects the day: the words and their place.

    The rule is left out on purpose: a calendar that has the wrong day must be corrected, not given a second entry.
    """
    deadline = entry.deadline
    place = f"{deadline.start - deadline.quote_start}+{deadline.end - deadline.start}"
    return "\n".join([entry.document.id, str(entry.locator), place, deadline.quote, deadline.task])


def _uid(identity: str, earlier_alike: int) -> str:
    digest = hashlib.sha256(f"{identity}\n{earlier_alike}".encode()).hexdigest()
    return f"{digest[:40]}@emulation-regulations-bot"


def _one_line(text: str) -> str:
    """The text on one line, without the control characters that RFC 5545 does not allow."""
    return "".join(letter for letter in " ".join(text.split()) if unicodedata.category(letter) != "Cc")


def _address(source: str) -> str:
    """The source when a browser can open it, else "": a file's path is of no use to readers."""
    try:
        is_web = urlsplit(source).scheme in {"http", "https"} and source == _one_line(source) and " " not in source
    except ValueError:
        return ""
    return source if is_web else ""

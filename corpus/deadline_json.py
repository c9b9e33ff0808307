"""A deadline as JSON, in the shape that programs rely on (see README): answers, `deadlines` and `show` add to it."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from corpus.deadline import DayRange, days_of, is_past, next_occurrence, occurrences, running_from, sets_a_day
from corpus.deadline_kind import rule_kind
from corpus.deadline_rule import Limit, Period, Recurring, Rule, VariableYear
from corpus.deadline_wording import wording
from corpus.held_deadline import HeldDeadline
from corpus.recurrence import recurrence_text

DeadlineJson: TypeAlias = "dict[str, str | int | bool | list[str] | None]"


@dataclass(frozen=True, slots=True)
class AskedDays:
    """From when the next occurrence is looked for, and between which days, both included, all of them are told."""

    as_of: date
    first: date | None = None
    last: date | None = None

    @property
    def start(self) -> date:
        """The day from which the next occurrence is told."""
        return self.first or self.as_of


def deadline_as_json(held: HeldDeadline, days: AskedDays) -> DeadlineJson:
    """The deadline with its document and place; `next` and `occurrences` are last days on which it is still in time."""
    document, deadline = held.document, held.deadline
    rule = running_from(deadline.rule, document.issued_on)
    has_day = sets_a_day(deadline.rule)
    written, coming = written_days(deadline.rule), next_occurrence(rule, days.start) if has_day else None
    return {
        "document": str(document.number or document.title),
        "locator": str(held.locator),
        "task": deadline.task,
        "responsible": list(deadline.responsible),
        "rule": rule_kind(deadline.rule).value,
        "start": _iso(written.first),
        "end": _iso(written.last),
        "inclusive": is_inclusive(deadline.rule),
        "recurrence": recurrence_text(deadline.rule) if isinstance(deadline.rule, Recurring) else None,
        "quote": deadline.quote,
        "document_id": document.id,
        "document_title": document.title,
        "issued_on": _iso(document.issued_on),
        "form": document.form.value,
        "source": document.source,
        "coordinating": list(deadline.coordinating),
        "addressee": deadline.addressee,
        "product": deadline.product.value,
        "when": wording(deadline.rule),
        "next": None if coming is None else _iso(coming.last_allowed),
        "occurrences": _occurrences(rule, days) if has_day else None,
        "is_past": is_past(rule, days.as_of),
        "approximate": isinstance(deadline.rule, Period | Recurring) and deadline.rule.is_approximate,
        "year_origin": deadline.year_origin.value,
        "is_corrected": deadline.is_corrected,
    }


def written_days(rule: Rule) -> DayRange:
    """The first and last day as the text gives them; of what recurs, those between which it does.

    >>> written_days(Limit(date(2026, 3, 31), is_inclusive=False)).last
    datetime.date(2026, 3, 31)
    """
    if isinstance(rule, Recurring):
        return DayRange(rule.first, rule.last)
    return days_of(rule) or DayRange(None, None)


def is_inclusive(rule: Rule) -> bool:
    """Whether the last day as written is still in time: not after "trước ngày"."""
    return not isinstance(rule, Limit | Recurring | VariableYear) or rule.is_inclusive


def _occurrences(rule: Rule, days: AskedDays) -> list[str] | None:
    """The last days that lie between those asked for; None when these do not bound them."""
    if days.first is None or days.last is None:
        return None
    each = (one.last_allowed for one in occurrences(rule, days.first, days.last))
    return [day.isoformat() for day in each if day is not None and days.first <= day <= days.last]


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()

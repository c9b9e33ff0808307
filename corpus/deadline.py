"""What the rule of a deadline means on the calendar: its days, what comes next, what is past. Today is an argument.

Every function holds for every rule and every day; where the calendar itself ends, its last day stands.

A day that the text names is never moved, though it be no working day: Bộ luật Dân sự 2015, Điều 148 khoản 5 moves the
end of a time limit ("trong thời hạn …", see `due`), not a day that an authority has set ("trước ngày", "chậm nhất
ngày"). `falls_on_day_off` gives the reason for a warning.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import assert_never, overload

from corpus.cycles import Occurrence, day_of_month, recurring_occurrences
from corpus.deadline_rule import (
    Bearing,
    Cycle,
    CycleDay,
    Event,
    FixedDate,
    Limit,
    Ongoing,
    Period,
    Recurring,
    Relative,
    Rule,
    TimeUnit,
    VariableYear,
)
from corpus.working_days import WorkingDays

__all__ = [
    "EVERY_MONTH",
    "DayRange",
    "Occurrence",
    "bounds",
    "days_left",
    "days_of",
    "due",
    "each_year",
    "falls_on_day_off",
    "is_past",
    "last_allowed_day",
    "month_mask",
    "next_occurrence",
    "occurrences",
    "overlaps",
    "running_from",
    "sets_a_day",
]

EVERY_MONTH = 0b1111_1111_1111


@dataclass(frozen=True, slots=True)
class DayRange:
    """The first and the last day as written; None where the text sets none."""

    first: date | None
    last: date | None


def days_of(rule: Rule) -> DayRange | None:
    """The days as written of a date, limit, period or event with a day; None for all else.

    >>> days_of(Limit(date(2026, 3, 31), is_inclusive=False))
    DayRange(first=None, last=datetime.date(2026, 3, 31))
    """
    match rule:
        case FixedDate(day=day):
            return DayRange(day, day)
        case Limit(day=day):
            return DayRange(None, day)
        case Period(first=first, last=last):
            return DayRange(first, last)
        case Event(day=day):
            return None if day is None else DayRange(day, day)
        case Recurring() | Relative() | VariableYear() | Ongoing():
            return None
        case _:
            assert_never(rule)


def last_allowed_day(rule: Rule) -> date | None:
    """The last day on which the duty is still done in time: of "trước ngày …" the day before; None where there is none.

    >>> last_allowed_day(Limit(date(2026, 3, 31), is_inclusive=False))
    datetime.date(2026, 3, 30)
    """
    days = days_of(rule)
    if days is None or days.last is None:
        return None
    return _days_later(days.last, -1) if isinstance(rule, Limit) and not rule.is_inclusive else days.last


def occurrences(rule: Rule, first: date, last: date) -> Iterator[Occurrence]:
    """Each time the deadline falls due that touches the days from `first` to `last`, both included, in order.

    A limit touches by its last allowed day alone, a period or stretch by any of its days. Rules without a day of their
    own (relative, ongoing, an unknown year, an event whose day is not known) have no occurrence.
    """
    if first > last:
        return
    if isinstance(rule, Recurring):
        yield from recurring_occurrences(rule, first, last)
        return
    days = days_of(rule)
    if days is not None:
        occurrence = Occurrence(days.first, days.last, last_allowed_day(rule))
        if occurrence.touches(first, last):
            yield occurrence


def next_occurrence(rule: Rule, on_or_after: date) -> Occurrence | None:
    """The first occurrence that can still be met on that day, one under way included; None when none is left."""
    return next(occurrences(rule, on_or_after, date.max), None)


@overload
def running_from(rule: Recurring, day: date | None) -> Recurring: ...


@overload
def running_from(rule: Rule, day: date | None) -> Rule: ...


def running_from(rule: Rule, day: date | None) -> Rule:
    """A recurring rule that says nothing of its beginning begins on `day` (the document's); any other stays as it is.

    It settles which years "hai năm một lần" means, and that nothing fell due before the document was issued. A day of a
    year that differs from case to case ("của năm xét tặng") is looked at in each year.
    """
    if isinstance(rule, VariableYear):
        rule = each_year(rule)
    return replace(rule, first=day) if isinstance(rule, Recurring) and rule.first is None and day else rule


def each_year(rule: VariableYear) -> Recurring:
    """The day in every year, for whoever asks what it means in the year at hand."""
    place = CycleDay(rule.month, rule.day)
    return Recurring(Cycle.YEAR, None if rule.is_limit else place, place, rule.is_inclusive)


def sets_a_day(rule: Rule) -> bool:
    """Whether the text tells a day: not for "hằng năm" alone, "thường xuyên", or so long after an unknown day.

    The last day of a year in which something is done "hằng năm" is nobody's deadline.
    """
    if isinstance(rule, Recurring):
        return rule.cycle is Cycle.DAY or rule.opens is not None or rule.closes is not None
    return days_of(rule) is not None


def is_past(rule: Rule, today: date) -> bool:
    """Whether the last day has gone by, where it recurs that of the last occurrence; False without such a day."""
    return (isinstance(rule, Recurring) or days_of(rule) is not None) and next_occurrence(rule, today) is None


def days_left(rule: Rule, today: date) -> int | None:
    """Days from today to the last allowed day of the next occurrence, 0 on that day; None when past or without one."""
    coming = next_occurrence(rule, today)
    return None if coming is None or coming.last_allowed is None else (coming.last_allowed - today).days


def overlaps(rule: Rule, first: date, last: date) -> bool:
    """Whether an occurrence touches the days from `first` to `last`, both included."""
    return next(occurrences(rule, first, last), None) is not None


def bounds(rule: Rule) -> tuple[date | None, date | None]:
    """The days before and after which no occurrence lies; None where the rule sets no bound, or has no occurrence."""
    if not isinstance(rule, Recurring):
        days = days_of(rule)
        last = last_allowed_day(rule)
        return (None, None) if days is None else (days.first or last, last)
    first, last = rule.first, rule.last
    if first is not None:
        first = min((each.start or first for each in occurrences(rule, first, first)), default=first)
    if last is not None:
        last = max((each.last_allowed or last for each in occurrences(rule, last, last)), default=last)
    return first, last


def month_mask(rule: Rule) -> int:
    """The months in which an occurrence can lie, one bit each, January the lowest; all twelve where any is possible.

    Rules that do not recur have all twelve too: their `bounds` say enough.
    """
    if not isinstance(rule, Recurring) or rule.cycle in (Cycle.DAY, Cycle.WEEK):
        return EVERY_MONTH
    unending = replace(rule, last=None)
    mask = 0
    # Every so many months: the twelfth occurrence after the first stands in its month again.
    for occurrence in islice(occurrences(unending, rule.first or date(2000, 1, 1), date.max), 13):
        start, end = occurrence.start, occurrence.last_allowed
        if start is not None and end is not None:
            months = range(start.year * 12 + start.month - 1, end.year * 12 + end.month)
            mask |= sum({1 << month % 12 for month in months})
    return mask


def falls_on_day_off(day: date, calendar: WorkingDays) -> str | None:
    """Why `day` is no working day, in Vietnamese ("thứ Bảy", "Quốc khánh"); None when it is one."""
    return calendar.name_of_day_off(day)


def due(rule: Relative, event_day: date, calendar: WorkingDays) -> Period:
    """The days on which the duty is in time, once the day of its event is known (Bộ luật Dân sự 2015, Điều 146–148).

    The day of the event is not counted. WITHIN: from the event to the last day; one that is counted in days or more and
    ends on a weekend or holiday ends on the next working day. AFTER: from that day on. BEFORE: up to that day, counted
    back from the event and not moved, since a later day would come too near to it; "trước khi …" alone is the day
    before. Of hours, only whole days are kept, on the safe side.
    """
    match rule.bearing:
        case Bearing.WITHIN:
            end = _counted(event_day, rule.amount, rule.unit, calendar, rounds_up=False)
            if rule.unit is not TimeUnit.HOUR:
                end = calendar.on_or_after(end)
            return Period(event_day, max(event_day, end))
        case Bearing.AFTER:
            return Period(_counted(event_day, rule.amount, rule.unit, calendar, rounds_up=True), None)
        case Bearing.BEFORE:
            end = _counted(event_day, -rule.amount, rule.unit, calendar, rounds_up=False)
            return Period(None, _days_later(event_day, -1) if rule.amount == 0 else end)
        case _:
            assert_never(rule.bearing)


def _counted(day: date, amount: int, unit: TimeUnit, calendar: WorkingDays, *, rounds_up: bool) -> date:
    """The day so long after `day`, or before it when negative; the corresponding day of a month (Điều 148)."""
    match unit:
        case TimeUnit.HOUR:
            return _days_later(day, -(-amount // 24) if rounds_up else amount // 24)
        case TimeUnit.DAY:
            return _days_later(day, amount)
        case TimeUnit.WORKING_DAY:
            return calendar.add(day, amount)
        case TimeUnit.WEEK:
            return _days_later(day, amount * 7)
        case TimeUnit.MONTH:
            return day_of_month(day.year * 12 + day.month - 1 + amount, day.day)
        case TimeUnit.YEAR:
            return day_of_month((day.year + amount) * 12 + day.month - 1, day.day)
        case _:
            assert_never(unit)


def _days_later(day: date, amount: int) -> date:
    """So many days later, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + amount, 1), date.max.toordinal()))

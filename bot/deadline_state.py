"""How a deadline stands on a day: which occurrence counts, its last day, whether it is past, how many days are left."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from corpus.cycles import Occurrence
from corpus.deadline import bounds, days_of, falls_on_day_off, next_occurrence, occurrences, running_from
from corpus.deadline_rule import Cycle, Event, FixedDate, Limit, Period, Recurring, Rule
from corpus.held_deadline import HeldDeadline
from corpus.working_days import WorkingDays

# How long ago an occurrence may have passed to be told: whoever asks then may be late.
RECENT_DAYS = {
    Cycle.DAY: 0, Cycle.WEEK: 2, Cycle.MONTH: 7, Cycle.QUARTER: 15, Cycle.HALF_YEAR: 30, Cycle.YEAR: 45,
}  # fmt: skip
MOST_OCCURRENCES = 12  # what is due every day need not be told day by day


@dataclass(frozen=True, slots=True)
class DeadlineState:
    """One deadline on one day; no days where the text sets none."""

    rule: Rule
    opens: date | None
    last_allowed: date | None  # of the occurrence that counts
    is_past: bool  # no occurrence can be met any more
    is_under_way: bool  # a time with a first day, which has come
    days_left: int | None  # to the last allowed day; None when past or without one
    days_to_start: int | None  # to the first day of what lasts, while it is still to come
    day_off: str | None  # why the last allowed day is not worked
    last_days: tuple[date, ...] = ()  # of every occurrence within the time asked about
    just_passed: date | None = None  # of what recurs, the last day that was in time not long ago

    @property
    def order(self) -> tuple[bool, date]:
        """Sorts by the last day in time, what has none behind."""
        return self.last_allowed is None, self.last_allowed or date.max


@dataclass(frozen=True, slots=True)
class Today:
    """The day that is today, the calendar of the office, and the time asked about where there is one."""

    day: date
    calendar: WorkingDays
    first: date | None = None
    last: date | None = None


def state_of(held: HeldDeadline, today: Today) -> DeadlineState:
    """The state of the next occurrence, in a time asked about of the next one within it, else of the last one."""
    rule = running_from(held.deadline.rule, held.document.issued_on)
    occurrence = None if _is_any_time(rule) else _occurrence(rule, today)
    opens = occurrence.opens if occurrence else None
    last = occurrence.last_allowed if occurrence else None
    is_past = last is not None and last < today.day
    to_start = (opens - today.day).days if opens is not None and opens > today.day else None
    return DeadlineState(
        rule=held.deadline.rule,
        opens=opens,
        last_allowed=last,
        is_past=is_past,
        is_under_way=_is_stretch(rule, occurrence) and not is_past and to_start is None,
        days_left=(last - today.day).days if last is not None and not is_past else None,
        days_to_start=to_start if _is_stretch(rule, occurrence) else None,
        day_off=falls_on_day_off(last, today.calendar) if last is not None and _is_one_day(rule) else None,
        last_days=_last_days(rule, today) if occurrence else (),
        just_passed=_just_passed(rule, today) if occurrence else None,
    )


def _occurrence(rule: Rule, today: Today) -> Occurrence | None:
    """That which counts; of what has passed the last one."""
    if today.first is not None and today.last is not None:
        coming = next(occurrences(rule, max(today.day, today.first), today.last), None)
        if within := coming or next(occurrences(rule, today.first, today.last), None):
            return within
    coming = next_occurrence(rule, today.day)
    if coming is not None:
        return coming
    if isinstance(rule, Recurring):
        last = bounds(rule)[1]
        return Occurrence(None, last, last) if last else None
    days = days_of(rule)
    return next(occurrences(rule, date.min, date.max), None) if days is not None else None


def _just_passed(rule: Rule, today: Today) -> date | None:
    if not isinstance(rule, Recurring) or rule.opens is not None or today.first is not None:
        return None
    each = occurrences(rule, today.day - timedelta(RECENT_DAYS[rule.cycle]), today.day - timedelta(1))
    passed = [one.last_allowed for one in each if one.last_allowed and one.last_allowed < today.day]
    return passed[-1] if passed else None


def _last_days(rule: Rule, today: Today) -> tuple[date, ...]:
    if today.first is None or today.last is None:
        return ()
    each = islice(occurrences(rule, today.first, today.last), MOST_OCCURRENCES)
    return tuple(one.last_allowed for one in each if one.last_allowed and today.first <= one.last_allowed <= today.last)


def _is_any_time(rule: Rule) -> bool:
    """Whether it comes back without a day of its own: the last day of "hằng năm" is nobody's deadline."""
    return isinstance(rule, Recurring) and rule.opens is None and rule.closes is None


def _is_stretch(rule: Rule, occurrence: Occurrence | None) -> bool:
    """Whether it lasts from a first day on, not for one day alone."""
    if occurrence is None or occurrence.opens is None:
        return False
    return isinstance(rule, Period | Recurring) and occurrence.opens != occurrence.last_allowed


def _is_one_day(rule: Rule) -> bool:
    """Whether a day is set, by which an office must be open, not a month or a season."""
    if isinstance(rule, Recurring):
        return rule.closes is not None and rule.opens in (None, rule.closes)
    return isinstance(rule, FixedDate | Limit | Event)

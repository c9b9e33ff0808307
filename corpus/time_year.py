"""Terms of the calendar made days, and where a year that is not written comes from."""

import calendar
from dataclasses import dataclass
from datetime import date

from corpus.calendar_terms import Grain, Term
from corpus.deadline_rule import LAST_DAY, CycleDay, YearOrigin
from corpus.time_expression import TimeSetting, Unreadable


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day, both included, and where the year comes from."""

    first: date
    last: date
    origin: YearOrigin


def resolved(first: Term, last: Term, setting: TimeSetting) -> Days | Unreadable | None:
    """The days from the first of `first` to the last of `last`; None when no year is written or can be derived."""
    years = _years(first, last, setting)
    if years is None:
        return None
    first_year, last_year, origin = years
    begins = day_of(first.opens, first_year)
    ends = day_of(last.closes, last.last_year or last_year)
    if begins is None or ends is None:
        day, year = (first.opens, first_year) if begins is None else (last.closes, last_year)
        return Unreadable(first.start, last.end, f"{day.day:02d}/{day.month:02d}/{year} is no day of the calendar")
    if ends < begins:
        return Unreadable(first.start, last.end, f"a period cannot end on {ends}, before it begins on {begins}")
    return Days(begins, ends, origin)


def day_of(day: CycleDay, year: int) -> date | None:
    """The day of that year, or None when the year has no such day."""
    length = calendar.monthrange(year, day.month)[1]
    number = length if day.day == LAST_DAY else day.day
    return date(year, day.month, number) if number <= length else None


def _years(first: Term, last: Term, setting: TimeSetting) -> tuple[int, int, YearOrigin] | None:
    if first.year is not None:
        later = first.last_year or first.year
        runs_over = last.year is None and _order(last.closes) < _order(first.opens)
        return first.year, last.year or (later + 1 if runs_over else later), YearOrigin.WRITTEN
    if last.year is not None:
        # "từ tháng 10 đến tháng 3/2026" begins in the year before.
        return last.year - (_order(last.closes) < _order(first.opens)), last.year, YearOrigin.WRITTEN
    derived = _derived(first, setting)
    if derived is None:
        return None
    year, origin = derived
    return year, year + (_order(last.closes) < _order(first.opens)), origin


def _derived(term: Term, setting: TimeSetting) -> tuple[int, YearOrigin] | None:
    if setting.told_year is not None:
        return setting.told_year, YearOrigin.SENTENCE
    written_on = setting.written_on
    if setting.years is not None and setting.years[0] == setting.years[1]:
        year = setting.years[0]
        # A plan of November 2025 for 2025 that sets "trước ngày 15/01" means the January to come.
        is_past = written_on is not None and term.grain is Grain.DAY and _is_over(term, year, written_on)
        if not is_past:
            return year, YearOrigin.PERIOD
    if written_on is None:
        return None
    year = written_on.year
    while _is_over(term, year, written_on) and year < min(written_on.year + 8, 9990):  # 29/02 may be 8 years away
        year += 1
    return year, YearOrigin.ISSUE


def _is_over(term: Term, year: int, written_on: date) -> bool:
    last = day_of(term.closes, year)
    return last is None or last < written_on


def _order(day: CycleDay) -> tuple[int, int]:
    return day.month, 32 if day.day == LAST_DAY else day.day

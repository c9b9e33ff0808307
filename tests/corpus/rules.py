"""Rules of time typed in few characters, for tables."""

from datetime import date

from corpus.deadline_rule import (
    LAST_DAY,
    Bearing,
    Cycle,
    CycleDay,
    Event,
    FixedDate,
    Limit,
    Period,
    Recurring,
    Relative,
    TimeUnit,
    VariableYear,
)

DAY, WEEK, MONTH, QUARTER, HALF_YEAR, YEAR = Cycle
WORKING = TimeUnit.WORKING_DAY
END = LAST_DAY


def on(written):
    return FixedDate(date.fromisoformat(written))


def before(written):
    return Limit(date.fromisoformat(written), is_inclusive=False)


def until(written):
    return Limit(date.fromisoformat(written), is_inclusive=True)


def period(first, last, *, about=False):
    return Period(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None, about)


def every(cycle, **parts):
    return Recurring(cycle, **parts)


def every_before(cycle, month, day, **parts):
    return Recurring(cycle, closes=CycleDay(month, day), is_inclusive=False, **parts)


def every_until(cycle, month, day, **parts):
    return Recurring(cycle, closes=CycleDay(month, day), **parts)


def every_from_to(cycle, opens, closes, *, about=False, **parts):
    return Recurring(cycle, opens=CycleDay(*opens), closes=CycleDay(*closes), is_approximate=about, **parts)


def within(amount, event, unit=TimeUnit.DAY):
    return Relative(amount, unit, Bearing.WITHIN, event)


def after(amount, event, unit=TimeUnit.DAY):
    return Relative(amount, unit, Bearing.AFTER, event)


def ahead(amount, event, unit=TimeUnit.DAY):
    return Relative(amount, unit, Bearing.BEFORE, event)


def of_year(month, day, year, **parts):
    return VariableYear(month, day, year, **parts)


def occasion(name, day=None):
    return Event(name, date.fromisoformat(day) if day else None)

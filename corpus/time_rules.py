"""From the terms that are written to a rule: which side of the days is meant, in which year, or in every cycle."""

from dataclasses import dataclass
from datetime import date

from corpus.calendar_terms import DECEMBER_LAST, Grain, Term
from corpus.deadline_rule import (
    LAST_DAY,
    Cycle,
    CycleDay,
    FixedDate,
    Limit,
    Period,
    Recurring,
    Rule,
    VariableYear,
    YearOrigin,
)
from corpus.time_dated import Preposition, Stretch, next_day
from corpus.time_expression import TimeSetting, Unreadable
from corpus.time_rhythm import Rhythm
from corpus.time_year import resolved

NO_YEAR = "no year is given and none can be derived"


@dataclass(frozen=True, slots=True)
class Around:
    """What the sentence has said before: the rhythm that a day without a year belongs to."""

    cycle: Cycle | None = None
    place: int = -1  # where it says so


@dataclass(frozen=True, slots=True)
class Bounds:
    """From when and until when something recurs."""

    first: date | None = None
    last: date | None = None


def recurring(
    preposition: Preposition, stretch: Stretch, rhythm: Rhythm | None, around: Around, bounds: Bounds
) -> Recurring | None:
    """The rule of days that come again; None when the words do not say that they do."""
    first, last = stretch.first, stretch.last or stretch.first
    cycle = _cycle(last if last.is_cyclic else first, rhythm, around)
    if cycle is None or first.year is not None or last.year is not None or preposition.kind == "after":
        return None
    opens, closes = _within(first.opens, first, cycle), _within(last.closes, last, cycle)
    limits: tuple[CycleDay | None, CycleDay]
    match preposition.kind:
        case "before":
            limits = (None, opens)
        case "until":
            limits = (None, closes)
        case "since" if not stretch.is_range:
            limits = (opens, _LAST_OF[cycle])
        case _:
            limits = (opens, closes)
    is_counted = rhythm is not None and rhythm.cycle is cycle
    return Recurring(
        cycle,
        limits[0],
        limits[1],
        is_inclusive=preposition.kind != "before",
        every=rhythm.every if rhythm is not None and is_counted else 1,
        times=rhythm.times if rhythm is not None and is_counted else 1,
        first=bounds.first,
        last=bounds.last,
        is_approximate=limits[0] is not None and _is_approximate(preposition, stretch),
    )


_LAST_OF = {
    **{Cycle.DAY: CycleDay(1, 1), Cycle.WEEK: CycleDay(1, 7), Cycle.MONTH: CycleDay(1, LAST_DAY)},
    **{Cycle.QUARTER: CycleDay(3, LAST_DAY), Cycle.HALF_YEAR: CycleDay(6, LAST_DAY), Cycle.YEAR: DECEMBER_LAST},
}


def _cycle(term: Term, rhythm: Rhythm | None, around: Around) -> Cycle | None:
    """The cycle that the days of `term` are counted in, when it is told that they come again."""
    told = rhythm.cycle if rhythm is not None else around.cycle
    if term.cycle is Cycle.YEAR:
        is_told = told is not None and (rhythm is not None or told is Cycle.YEAR)
        return Cycle.YEAR if is_told or term.is_cyclic else None
    if term.is_cyclic:
        return term.cycle
    allowed = {
        Cycle.WEEK: (Cycle.WEEK,),
        Cycle.MONTH: (Cycle.MONTH, Cycle.QUARTER) if term.grain is Grain.DAY else (Cycle.MONTH,),
        Cycle.QUARTER: (Cycle.QUARTER, Cycle.HALF_YEAR) if term.grain is Grain.DAY else (Cycle.QUARTER,),
        Cycle.HALF_YEAR: (Cycle.QUARTER, Cycle.HALF_YEAR),
    }.get(term.cycle, (term.cycle,))
    return told if told in allowed else None


def _within(day: CycleDay, term: Term, cycle: Cycle) -> CycleDay:
    """The day as it stands in `cycle`: "ngày 15 hằng quý" is one of the month that closes the quarter."""
    if term.cycle is Cycle.MONTH and cycle is Cycle.QUARTER:
        return CycleDay(3, day.day)
    is_last_month = term.cycle is Cycle.QUARTER and not term.is_cyclic and day.month == 3
    return CycleDay(6, day.day) if is_last_month and cycle is Cycle.HALF_YEAR else day


def of_one_year(
    preposition: Preposition, stretch: Stretch, setting: TimeSetting, *, is_open_ended: bool
) -> tuple[Rule, YearOrigin] | Unreadable | None:
    """The rule of days of one year or of several; None when their year is told by nothing."""
    days = resolved(stretch.first, stretch.last or stretch.first, setting)
    if days is None or isinstance(days, Unreadable):
        return days
    if preposition.from_today:
        today = setting.written_on
        return Period(today if today is not None and today <= days.last else None, days.last), days.origin
    if stretch.last is None:
        today = setting.written_on
        return Period(days.first, today if today is not None and today >= days.first else None), days.origin
    is_vague = _is_approximate(preposition, stretch)
    rule: Rule
    match preposition.kind:
        case "before":
            rule = Limit(days.first, is_inclusive=False)
        case "until":
            rule = Limit(days.last, is_inclusive=True)
        case "after":
            rule = Period(next_day(days.last) or days.last, None)
        case _ if is_open_ended or (preposition.kind == "since" and not _has_two_ends(stretch)):
            rule = Period(days.first, None, preposition.is_approximate)
        case _ if stretch.first.grain is Grain.DAY and not stretch.is_range and not is_vague:
            rule = FixedDate(days.first)
        case _:
            rule = Period(days.first, days.last, is_vague)
    return rule, days.origin


def of_variable_year(preposition: Preposition, stretch: Stretch, year: str) -> VariableYear | None:
    """The rule of a day in a year that is only described."""
    day = stretch.first.closes
    if stretch.is_range or stretch.first.cycle is not Cycle.YEAR or day.day == LAST_DAY:
        return None
    is_limit = preposition.kind in ("before", "until")
    return VariableYear(day.month, day.day, year, is_limit, is_inclusive=preposition.kind != "before")


def bounds_of(rule: Rule) -> Bounds | None:
    """The days that a rule of one year sets to a recurrence: "giai đoạn 2026 - 2030", "từ năm 2026"."""
    match rule:
        case Period(first, last, False):
            return Bounds(first, last)
        case Limit(day, True):
            return Bounds(None, day)
        case _:
            return None


def _is_approximate(preposition: Preposition, stretch: Stretch) -> bool:
    terms = (stretch.first, stretch.last or stretch.first)
    return preposition.is_approximate or any(term.is_approximate for term in terms)


def _has_two_ends(stretch: Stretch) -> bool:
    return stretch.is_range or stretch.first.last_year is not None

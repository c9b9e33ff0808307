"""The days of a recurring duty: one occurrence in each cycle, cut to the lengths of the months."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from corpus.deadline_rule import LAST_DAY, Cycle, CycleDay, Recurring

MONTHS_OF = {Cycle.MONTH: 1, Cycle.QUARTER: 3, Cycle.HALF_YEAR: 6, Cycle.YEAR: 12}

CYCLE_BEGINS = CycleDay(1, 1)
CYCLE_ENDS = CycleDay(12, LAST_DAY)  # month 12 stands for the last month of any cycle


@dataclass(frozen=True, slots=True)
class Place:
    """A day counted from the beginning of a cycle, though it may lie in the one before or after."""

    cycles_later: int
    month: int  # within that cycle, from 1
    day: int  # of the month or week; from the end when negative: -1 the last, -2 the last but one


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that a deadline falls due; the one time of a deadline that does not recur."""

    opens: date | None  # None of a limit, which has no beginning
    closes: date | None  # as written; None of a period without an end
    last_allowed: date | None  # `closes`, or the last day before it where "trước ngày …" shuts that out

    @property
    def start(self) -> date | None:
        """The day from which it stands in a calendar: the opening day, of a limit the last allowed day."""
        return self.opens or self.last_allowed

    def touches(self, first: date, last: date) -> bool:
        """Whether it and the days from `first` to `last`, both included, have one in common."""
        return (self.start or date.min) <= last and (self.last_allowed or date.max) >= first


def recurring_occurrences(rule: Recurring, first: date, last: date) -> Iterator[Occurrence]:
    """The occurrences that touch both the days given and the rule's own bounds, in order.

    `every` counts from the cycle of `rule.first`; of a rule without it nobody knows which cycles are meant, and all
    are given.
    """
    earliest, latest = rule.first or date.min, rule.last or date.max
    # A stretch may reach into the next cycle, and the last allowed day may lie in the cycle before.
    lowest = max(cycle_index(rule.cycle, max(first, earliest)) - 1, cycle_index(rule.cycle, date.min))
    highest = min(cycle_index(rule.cycle, min(last, latest)) + 1, cycle_index(rule.cycle, date.max))
    step = max(rule.every, 1) if rule.first is not None else 1
    lowest += (cycle_index(rule.cycle, earliest) - lowest) % step
    for index in range(lowest, highest + 1, step):
        occurrence = _occurrence(rule, index)
        if occurrence.touches(first, last) and occurrence.touches(earliest, latest):
            yield occurrence


def cycle_index(cycle: Cycle, day: date) -> int:
    """Which cycle `day` lies in; neighbours differ by one, weeks begin on Monday, the first quarter in January."""
    if cycle is Cycle.DAY:
        return day.toordinal()
    if cycle is Cycle.WEEK:
        return (day.toordinal() - 1) // 7  # 0001-01-01 was a Monday
    return (day.year * 12 + day.month - 1) // MONTHS_OF[cycle]


def day_of_month(months: int, day: int) -> date:
    """That day, or the last one of a shorter month; from the end when negative: -1 is the last.

    `months` are counted from January of the year 0; outside the calendar lie its first and its last day.
    """
    year, month = divmod(months, 12)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    length = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day, length) if day > 0 else length + 1 + day)


def closing_place(rule: Recurring) -> Place:
    """Where in each cycle its closing day lies, as written; the end of the cycle when none is."""
    closes = rule.closes or CYCLE_ENDS
    ends_in_next_cycle = rule.opens is not None and _order(rule, closes) < _order(rule, rule.opens)
    return Place(int(ends_in_next_cycle), *_month_and_day(rule, closes))


def last_allowed_place(rule: Recurring) -> Place:
    """Where in each cycle the last allowed day lies: of "trước ngày 01 hằng tháng" the last day of the month before."""
    place = closing_place(rule)
    if rule.is_inclusive or rule.opens == rule.closes or rule.cycle is Cycle.DAY:
        return place
    if place.day != 1:  # "trước ngày 31" leaves all of a shorter month: the day before is counted, then cut
        return replace(place, day=place.day - 1)
    if rule.cycle is Cycle.WEEK:
        return Place(place.cycles_later - 1, 1, 7)
    if place.month > 1:
        return Place(place.cycles_later, place.month - 1, LAST_DAY)
    return Place(place.cycles_later - 1, MONTHS_OF[rule.cycle], LAST_DAY)


def _occurrence(rule: Recurring, index: int) -> Occurrence:
    opens = rule.opens or (CYCLE_BEGINS if rule.closes is None else None)
    first = None if opens is None else _day(rule.cycle, index, Place(0, *_month_and_day(rule, opens)))
    last_allowed = _day(rule.cycle, index, last_allowed_place(rule))
    return Occurrence(first, _day(rule.cycle, index, closing_place(rule)), max(first or date.min, last_allowed))


def _order(rule: Recurring, day: CycleDay) -> tuple[int, int]:
    """What tells which of two days of a cycle comes first."""
    month, number = _month_and_day(rule, day)
    return month, 31 if number == LAST_DAY else number


def _month_and_day(rule: Recurring, day: CycleDay) -> tuple[int, int]:
    """Month and day as the cycle has them: no quarter has a fourth month, no week an eighth day."""
    if rule.cycle is Cycle.DAY:
        return 1, 1
    if rule.cycle is Cycle.WEEK:
        return 1, 7 if day.day == LAST_DAY else min(day.day, 7)
    return min(day.month, MONTHS_OF[rule.cycle]), day.day


def _day(cycle: Cycle, index: int, place: Place) -> date:
    """That day of the cycle `index`, or the last one of a shorter month."""
    index += place.cycles_later
    if cycle is Cycle.DAY:
        return _day_of_ordinal(index)
    if cycle is Cycle.WEEK:
        return _day_of_ordinal(index * 7 + place.day)
    return day_of_month(index * MONTHS_OF[cycle] + place.month - 1, place.day)


def _day_of_ordinal(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))

"""A recurring rule as a recurrence of RFC 5545, section 3.3.10: as the text says it, and for calendar programs."""

from corpus.cycles import CYCLE_BEGINS, CYCLE_ENDS, MONTHS_OF, closing_place, last_allowed_place
from corpus.deadline import bounds
from corpus.deadline_rule import LAST_DAY, Cycle, Recurring

_FREQUENCY = {Cycle.DAY: "DAILY", Cycle.WEEK: "WEEKLY", Cycle.YEAR: "YEARLY"}  # all else counts months
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ALWAYS_THERE = 28  # every month has this day
_FEBRUARY = 2


def recurrence_text(rule: Recurring) -> str:
    """The recurrence with its closing day as written; a stretch of whole months as its months.

    "02 lần/năm" ends in COUNT_IN=2, which RFC 5545 does not know. The bounds of the recurrence are not in it, nor
    whether the day itself is still in time.

    >>> from corpus.deadline_rule import CycleDay
    >>> recurrence_text(Recurring(Cycle.QUARTER, closes=CycleDay(3, 15), is_inclusive=False))
    'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15'
    """
    parts = _parts_as_written(rule)
    if rule.times > 1:
        parts.append(f"COUNT_IN={rule.times}")
    return ";".join(parts)


def calendar_recurrence(rule: Recurring) -> str:
    """A valid RFC 5545 rule whose days, from the first occurrence on, are the last allowed days of all occurrences.

    >>> from corpus.deadline_rule import CycleDay
    >>> calendar_recurrence(Recurring(Cycle.MONTH, closes=CycleDay(1, 1), is_inclusive=False))
    'FREQ=MONTHLY;BYMONTHDAY=-1'
    """
    place = last_allowed_place(rule)
    match rule.cycle:
        case Cycle.DAY:
            parts = _frequency(rule)
        case Cycle.WEEK:
            parts = [*_frequency(rule), f"BYDAY={_WEEKDAYS[place.day - 1]}"]
        case Cycle.YEAR:
            parts = [*_frequency(rule), f"BYMONTH={place.month}", *_day_of_one_month(place.month, place.day)]
        case Cycle.MONTH | Cycle.QUARTER | Cycle.HALF_YEAR:
            parts = [*_frequency(rule), *_day_of_months(rule, place.month, place.day)]
    _, last = bounds(rule)
    if last is not None:
        parts.append(f"UNTIL={last:%Y%m%d}")
    return ";".join(parts)


def _parts_as_written(rule: Recurring) -> list[str]:
    if _is_any_time(rule) or rule.cycle is Cycle.DAY:
        return _frequency(rule)
    place = closing_place(rule)
    if rule.cycle is Cycle.WEEK:
        return [*_frequency(rule), f"BYDAY={_WEEKDAYS[place.day - 1]}"]
    day = f"BYMONTHDAY={place.day}"
    if rule.cycle is Cycle.MONTH:
        return [*_frequency(rule), day]
    if rule.cycle is not Cycle.YEAR and rule.every > 1:  # which months they are depends on the first
        return [*_frequency(rule), day]
    frequency = _frequency(rule) if rule.cycle is Cycle.YEAR else ["FREQ=YEARLY"]
    if _is_of_whole_months(rule):
        return [*frequency, f"BYMONTH={_in_each_cycle(rule, _months_of_stretch(rule))}"]
    return [*frequency, f"BYMONTH={_in_each_cycle(rule, [place.month])}", day]


def _frequency(rule: Recurring) -> list[str]:
    """FREQ, with INTERVAL when it is not 1: a quarter is three months."""
    every = max(rule.every, 1)
    if rule.cycle not in _FREQUENCY:
        every *= MONTHS_OF[rule.cycle]
    return [f"FREQ={_FREQUENCY.get(rule.cycle, 'MONTHLY')}", *([f"INTERVAL={every}"] if every > 1 else [])]


def _is_any_time(rule: Recurring) -> bool:
    """Whether no day is written, or the stretch is the whole cycle."""
    opens, closes = rule.opens or CYCLE_BEGINS, rule.closes or CYCLE_ENDS
    if rule.opens is None and rule.closes is not None:
        return False
    if rule.cycle is Cycle.WEEK:
        return opens.day == 1 and closes.day in (7, LAST_DAY)
    months = MONTHS_OF.get(rule.cycle, 1)
    return opens == CYCLE_BEGINS and closes.day == LAST_DAY and closes.month >= months


def _is_of_whole_months(rule: Recurring) -> bool:
    return rule.opens is not None and rule.opens.day == 1 and (rule.closes or CYCLE_ENDS).day == LAST_DAY


def _months_of_stretch(rule: Recurring) -> list[int]:
    """The months of a stretch within its cycle; one that ends in the next cycle goes on from the first."""
    first = (rule.opens or CYCLE_BEGINS).month
    place = closing_place(rule)
    length = MONTHS_OF[rule.cycle]
    last = place.month + place.cycles_later * length
    return sorted({(month - 1) % length + 1 for month in range(first, last + 1)})


def _in_each_cycle(rule: Recurring, months: list[int]) -> str:
    """The months of the year that these months of each cycle are."""
    length = MONTHS_OF[rule.cycle]
    return ",".join(str(start + month) for start in range(0, 12, length) for month in months)


def _day_of_one_month(month: int, day: int) -> list[str]:
    """The day of that month of every year; the last one when the month is shorter."""
    if month == _FEBRUARY:
        return [f"BYMONTHDAY={day if day <= _ALWAYS_THERE else LAST_DAY}"]
    length = 30 if month in (4, 6, 9, 11) else 31
    return [f"BYMONTHDAY={min(day, length) if day > 0 else length + 1 + day}"]


def _day_of_months(rule: Recurring, month: int, day: int) -> list[str]:
    """The day of whatever months the cycles bring; the last one of a month that is shorter."""
    if day == 31:
        return [f"BYMONTHDAY={LAST_DAY}"]
    if day <= _ALWAYS_THERE or (rule.cycle is not Cycle.MONTH and month != _FEBRUARY):
        return [f"BYMONTHDAY={day}"]
    # The earlier of the two. Thunderbird's reader (ical.js 2.2.1) does not know BYSETPOS here and adds the last day.
    return [f"BYMONTHDAY={day},{LAST_DAY}", "BYSETPOS=1"]

"""What a picture of deadlines shows: rows in order of time, their marks, and the days between which they lie. Pure."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate, islice

from corpus.deadline import bounds, days_left, is_past, next_occurrence, occurrences, running_from, sets_a_day
from corpus.deadline_rule import Recurring, Rule
from corpus.deadline_wording import wording
from corpus.held_deadline import HeldDeadline
from corpus.written_date import written_date

MOST_DUTIES_IN_A_ROW = 6  # more of the same time go on in a row of their own
MOST_MARKS = 24  # of a recurring deadline; more of them would run together, and are one band
NEAR_DAYS = 14
_FARTHEST_DAYS = 5 * 366  # from today, so that "tầm nhìn đến năm 2045" does not press all else into one corner
_SPAN_OF_RECURRING_DAYS = 365


@dataclass(frozen=True, slots=True)
class Mark:
    """One time on the axis: a day, or a stretch from its first to its last day."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Duty:
    """What is to be done, and by whom."""

    task: str
    units: str  # "" when the text names nobody


@dataclass(frozen=True, slots=True)
class Row:
    """All that is due at one time."""

    when: str  # in words
    state: str  # "còn 28 ngày", "đã qua"; "" when there is nothing to count
    is_past: bool
    is_near: bool  # due within NEAR_DAYS
    is_recurring: bool
    marks: tuple[Mark, ...]  # within the days shown; none of a row without a day
    goes_on: bool  # beyond the last day shown
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The rows of a picture."""

    first: date  # the days shown, whole months
    last: date
    dated: tuple[Row, ...]  # in order of time
    undated: tuple[Row, ...]  # in the order given


def timeline(entries: Iterable[HeldDeadline], today: date) -> Timeline:
    """The deadlines as rows, those of equal time together."""
    groups: dict[Rule, list[Duty]] = {}
    words: dict[Rule, str] = {}
    for entry in entries:
        deadline = entry.deadline
        duty = Duty(" ".join(deadline.task.split()), "; ".join(deadline.responsible))
        rule = running_from(deadline.rule, entry.document.issued_on)
        words[rule] = wording(deadline.rule)  # as written, without the day from which it runs
        duties = groups.setdefault(rule, [])
        if duty not in duties:
            duties.append(duty)
    dated = sorted((rule for rule in groups if _order(rule, today)), key=lambda rule: _order(rule, today) or date.max)
    first, last = _days_shown(dated, today)

    def rows(rule: Rule) -> Iterator[Row]:
        pattern = _row(rule, words[rule], first, last, today)
        for start in range(0, len(groups[rule]), MOST_DUTIES_IN_A_ROW):
            yield replace(pattern, duties=tuple(groups[rule][start : start + MOST_DUTIES_IN_A_ROW]))

    return Timeline(
        first,
        last,
        tuple(row for rule in dated for row in rows(rule)),
        tuple(row for rule in groups if _order(rule, today) is None for row in rows(rule)),
    )


def _order(rule: Rule, today: date) -> date | None:
    """The day by which a row is placed: the last of the next occurrence, or of the final one; None without a day."""
    if not sets_a_day(rule):
        return None
    coming = next_occurrence(rule, today) or next(occurrences(rule, date.min, date.max), None)
    if coming is None:
        return None
    if isinstance(rule, Recurring) and is_past(rule, today):
        return bounds(rule)[1]
    return coming.last_allowed or coming.start


def _days_shown(rules: Sequence[Rule], today: date) -> tuple[date, date]:
    """Whole months that hold today and every one-off day not too far off; a year when there are only recurring ones."""
    days = [today]
    for rule in rules:
        if not isinstance(rule, Recurring):
            days += [day for day in bounds(rule) if day is not None]
    near = [day for day in days if abs((day - today).days) <= _FARTHEST_DAYS]
    if len(days) > len(near):  # bars that leave the picture reach its edge
        near += [_shifted(today, _FARTHEST_DAYS if day > today else -_FARTHEST_DAYS) for day in days if day not in near]
    if any(isinstance(rule, Recurring) for rule in rules) and max(near) < _shifted(today, _SPAN_OF_RECURRING_DAYS):
        near.append(_shifted(today, _SPAN_OF_RECURRING_DAYS))
    first, last = min(near), max(near)
    month_after = _shifted(last.replace(day=1), 31).replace(day=1)
    return first.replace(day=1), _shifted(month_after, -1) if month_after > last else last


def _shifted(day: date, days: int) -> date:
    """So many days later, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _row(rule: Rule, words: str, first: date, last: date, today: date) -> Row:
    """A row of that time, still without duties."""
    marks = _marks(rule, first, last)
    end = bounds(rule)[1]
    left = days_left(rule, today)
    return Row(
        when=words[:1].upper() + words[1:],
        state=_state(rule, today),
        is_past=is_past(rule, today),
        is_near=left is not None and left <= NEAR_DAYS,
        is_recurring=isinstance(rule, Recurring),
        marks=marks,
        goes_on=bool(marks) and (end is None or end > last),
        duties=(),
    )


def _marks(rule: Rule, first: date, last: date) -> tuple[Mark, ...]:
    """Where the row has marks, cut to the days shown; a recurring whole cycle is marked where it ends."""
    found = list(islice(occurrences(rule, first, last), MOST_MARKS + 1))
    if isinstance(rule, Recurring) and len(found) > MOST_MARKS:
        begin, end = bounds(rule)
        return (Mark(max(first, begin or first), min(last, end or last)),)
    is_whole_cycle = isinstance(rule, Recurring) and rule.opens is None
    marks = []
    for occurrence in found:
        end = occurrence.last_allowed or last
        start = end if is_whole_cycle else occurrence.start or end
        if start <= last and end >= first and not (is_whole_cycle and end > last):
            marks.append(Mark(max(start, first), min(end, last)))
    return tuple(marks)


def _state(rule: Rule, today: date) -> str:
    if not sets_a_day(rule):
        return ""
    if is_past(rule, today):
        return "đã qua"
    coming, left = next_occurrence(rule, today), days_left(rule, today)
    if coming is None or coming.last_allowed is None or left is None:
        return ""
    counted = "hạn cuối hôm nay" if left == 0 else f"còn {left} ngày"
    if isinstance(rule, Recurring):
        return f"lần tới {written_date(coming.last_allowed)}, {counted}"
    is_under_way = coming.opens is not None and coming.opens <= today < coming.last_allowed
    return f"đang diễn ra, {counted}" if is_under_way else counted


def fitting(whole: Timeline, height: Callable[[Row], float], room: float) -> tuple[Timeline, int]:
    """The rows that fit into `room`, and how many duties are left out: first what is past, then what is far off."""
    coming = [row for row in whole.dated if not row.is_past]
    past = [row for row in whole.dated if row.is_past]
    rows = [*coming, *whole.undated, *reversed(past)]
    ends = accumulate(map(height, rows))
    kept = {id(row) for row, end in zip(rows, ends, strict=True) if end <= room}
    shown = replace(
        whole,
        dated=tuple(row for row in whole.dated if id(row) in kept),
        undated=tuple(row for row in whole.undated if id(row) in kept),
    )
    return shown, sum(len(row.duties) for row in rows if id(row) not in kept)

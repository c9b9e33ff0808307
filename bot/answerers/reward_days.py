"""For which days of decision a reward is reckoned: one day, or a period parted where the rate or the salary changes."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from bot.answerers.reward_evidence import Rate
from bot.answerers.salary_periods import SalaryPeriod, salary_periods
from bot.asked_time import AskedTime
from bot.open_document import Shelf
from bot.question import Question
from bot.time_expressions import times_in
from corpus.library import Library
from corpus.normalise import fold
from corpus.register import Register
from corpus.resolving import resolve
from corpus.turning_points import beginning, endings

_DAY = timedelta(days=1)
_BEFORE_AND_AFTER = re.compile(r"\btruoc(?: ngay)? (?:va|hay|hoac|voi|so voi) sau\b")
_SIDE_BY_SIDE = re.compile(r"\d (?:va|hay|hoac|voi|so voi|con)(?: (?:ngay|quyet dinh|qd|ky|cua|la|tai))* \d")
# Of a longer time the latest parts are told.
MOST_PARTS = 4


def decision_days(
    question: Question, time: AskedTime, rates: Sequence[Rate], library: Library, register: Register, shelf: Shelf
) -> list[tuple[date, date]]:
    """First and last day of each part of the time asked for; on all days of a part the rewards are equal.

    A document that sets the base salary, named without a time, means a day on which its salary applies.
    """
    periods = salary_periods(library, register, shelf)
    if days := _days_side_by_side(question, time):
        return [(day, day) for day in days]
    if not time.is_explicit:
        day = _day_of_named_salary(question, time.day, periods)
        return [(day, day)]
    turns = {one.first for one in periods if one.first} | {one.last + _DAY for one in periods if one.last}
    for one in rates:
        standing = register.standing(one.opened.document.id)
        place = one.provision.locator
        turns |= {point.day for point in (beginning(standing, place), *endings(standing, place)) if point and point.day}
    starts = [time.first, *sorted(day for day in turns if time.first < day <= time.last)]
    parts = list(zip(starts, [*(day - _DAY for day in starts[1:]), time.last], strict=True))
    return _merged(parts, rates, periods, register)[-MOST_PARTS:]


def _days_side_by_side(question: Question, time: AskedTime) -> list[date]:
    """Two days or more that the question compares: "ký 30/6/2026 và 01/7/2026", "trước và sau 01/7/2026"."""
    folded = fold(question.reading.text)
    days = [one.first for one in times_in(folded, time.day) if one.is_day]
    if time.first != time.last or not days:
        return []
    if len(days) == 1:
        return [days[0] - _DAY, days[0]] if _BEFORE_AND_AFTER.search(folded) else []
    return sorted(set(days))[:MOST_PARTS] if _SIDE_BY_SIDE.search(folded) else []


def _day_of_named_salary(question: Question, day: date, periods: Sequence[SalaryPeriod]) -> date:
    named = [one for one in periods if any(resolve(r, (one.document,)).documents for r in question.documents)]
    if not named or any(one.overlaps(day, day) for one in named):
        return day
    return named[-1].last or named[-1].first or day


def _merged(
    parts: Sequence[tuple[date, date]], rates: Sequence[Rate], periods: Sequence[SalaryPeriod], register: Register
) -> list[tuple[date, date]]:
    """Neighbours on which the same rates and salaries apply, as one."""
    merged: list[tuple[date, date]] = []
    before: object = None
    for first, last in parts:
        applying = [register.validity(one.opened.document.id, first, one.provision.locator).applies for one in rates]
        now = (applying, [one.amount for one in periods if one.overlaps(first, first)] if any(applying) else [])
        if merged and now == before:
            merged[-1] = (merged[-1][0], last)
        else:
            merged.append((first, last))
        before = now
    return merged

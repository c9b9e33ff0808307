"""Terms of the calendar, made of what their patterns matched: days, months, quarters, parts of them, years."""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from corpus.deadline_rule import LAST_DAY, Cycle, CycleDay


class Grain(StrEnum):
    """What kind of term is written: "11/2025" goes on from "tháng 10", and not from "ngày 10"."""

    DAY = "day"
    WEEKDAY = "weekday"
    MONTH = "month"
    QUARTER = "quarter"
    MONTHS = "months"  # 6 tháng đầu năm
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Term:
    """A stretch of a cycle from `opens` to `closes`, both included; of the year `year`, when one is written."""

    start: int
    end: int
    grain: Grain
    cycle: Cycle  # within which the days are counted: YEAR unless the term is "ngày 20", "thứ sáu", "tháng cuối quý"
    opens: CycleDay
    closes: CycleDay
    year: int | None = None
    last_year: int | None = None  # of "2026 - 2030"
    is_approximate: bool = False
    is_cyclic: bool = False  # it says itself that it comes again: "cuối mỗi quý"


@dataclass(frozen=True, slots=True)
class NoTerm:
    """Written like a term, but the calendar has no such day or month."""

    start: int
    end: int


JANUARY_FIRST, DECEMBER_LAST = CycleDay(1, 1), CycleDay(12, LAST_DAY)

_ORDINALS = {
    **{"đầu": 1, "đầu tiên": 1, "nhất": 1, "một": 1, "hai": 2, "giữa": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5},
    **{"sáu": 6, "chín": 9, "i": 1, "ii": 2, "iii": 3, "iv": 4},
}
_WEEKDAYS = {"hai": 1, "ba": 2, "tư": 3, "năm": 4, "sáu": 5, "bảy": 6}


def _term(match: re.Match[str], grain: Grain, opens: CycleDay, closes: CycleDay, cycle: Cycle = Cycle.YEAR) -> Term:
    return Term(match.start(), match.end(), grain, cycle, opens, closes, _year(match))


def _year(match: re.Match[str]) -> int | None:
    named = match.groupdict()
    written = named.get("year") or named.get("short_year")
    if written is None:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written)


def day_term(match: re.Match[str]) -> Term:
    """A day with its month; ValueError when the calendar has no such day."""
    year, month, day = _year(match), int(match["month"]), int(match["day"])
    date(2000 if year is None else year, month, day)  # 2000 has every day
    return _term(match, Grain.DAY, CycleDay(month, day), CycleDay(month, day))


def bare_day_term(match: re.Match[str]) -> Term | None:
    """A day written as numbers alone; what is no day then is a fraction or anything else, and not a slip."""
    try:
        return day_term(match)
    except ValueError:
        return None


def last_day_of_month(match: re.Match[str]) -> Term:
    """The last day of a month that is named, whatever its length."""
    day = CycleDay(int(match["month"]), LAST_DAY)
    return _term(match, Grain.DAY, day, day)


def day_within_cycle(match: re.Match[str]) -> Term:
    """Of a quarter or of six months: "ngày 15 của tháng cuối mỗi quý"."""
    is_half = match["unit"] is not None and match["unit"][-1] == "g"
    last = 6 if is_half else 3
    month = last if match["which"].startswith("cuối") else _ordinal(match["nth"] or match["which"])
    day = CycleDay(month, LAST_DAY if match["day"] is None else int(match["day"]))
    term = _term(match, Grain.DAY, day, day, Cycle.HALF_YEAR if is_half else Cycle.QUARTER)
    if match["unit"] is None and match["nth"] is not None:
        term = replace(term, cycle=Cycle.HALF_YEAR)  # "tháng thứ ba" may be that of six months, "tháng cuối" may not
    return replace(term, is_cyclic=match["unit"] is not None)


def last_day_of_cycle(match: re.Match[str]) -> Term | None:
    """The last day of the month, the quarter or the year."""
    if match["unit"] is None and match["very"] is None:
        return None
    cycle = {"tháng": Cycle.MONTH, "quý": Cycle.QUARTER, "năm": Cycle.YEAR}[(match["unit"] or "tháng").lower()]
    day = CycleDay({Cycle.MONTH: 1, Cycle.QUARTER: 3, Cycle.YEAR: 12}[cycle], LAST_DAY)
    return replace(_term(match, Grain.DAY, day, day, cycle), is_cyclic=match["each"] is not None)


def day_of_month(match: re.Match[str]) -> Term:
    """A day of whichever month: "ngày 20"."""
    day = CycleDay(1, int(match["day"]))
    return _term(match, Grain.DAY, day, day, Cycle.MONTH)


def weekday_term(match: re.Match[str]) -> Term:
    """A day of the week, Monday ("thứ hai") being the first."""
    named = match["weekday"]
    number = 7 if named is None else _WEEKDAYS.get(named.lower()) or int(named) - 1
    return _term(match, Grain.WEEKDAY, CycleDay(1, number), CycleDay(1, number), Cycle.WEEK)


def month_term(match: re.Match[str]) -> Term:
    """A month or a part of it."""
    month = int(match["month"])
    term = _term(match, Grain.MONTH, CycleDay(month, 1), CycleDay(month, LAST_DAY))
    return _part_of_month(match, term, month, calendar.monthrange(term.year or 2001, month)[1])


def _part_of_month(match: re.Match[str], term: Term, month: int, length: int) -> Term:
    """The vague parts as they are commonly understood: ten days, a week, a half."""
    named = match.groupdict()
    if week := named.get("week"):
        first, last = _days_of_week(week.lower().split(), length)
    elif part := named.get("part"):
        first, last = {
            "đầu": (1, 10), "giữa": (11, 20), "cuối": (21, LAST_DAY), "giữa cuối": (11, LAST_DAY),
            "nửa đầu": (1, 15), "nửa cuối": (16, LAST_DAY),
        }[_plain(part)]  # fmt: skip
    else:
        return term
    return replace(term, opens=CycleDay(month, first), closes=CycleDay(month, last), is_approximate=True)


def _days_of_week(words: list[str], length: int) -> tuple[int, int]:
    if words[0] == "cuối":
        return length - 6, LAST_DAY
    number = _ordinal(words[0] if words[0] != "thứ" else words[1])
    return 7 * number - 6, min(7 * number, length)


def quarter_term(match: re.Match[str]) -> Term:
    """A quarter or a part of it."""
    first = 3 * _ordinal(match["quarter"]) - 2
    opens, closes = _months_of(match.groupdict().get("part"), first, 3)
    term = _term(match, Grain.QUARTER, opens, closes)
    return replace(term, is_approximate=match.groupdict().get("part") is not None)


def _months_of(part: str | None, first: int, length: int) -> tuple[CycleDay, CycleDay]:
    """Of a quarter its first, second or third month; of a year Jan-Mar, May-Aug, Oct-Dec, or exactly a half."""
    match _plain(part or ""), length:
        case "", _:
            months = (1, length)
        case "đầu", _:
            months = (1, length // 4 or 1)
        case "cuối", _:
            months = (length - (length // 4 or 1) + 1, length)
        case "nửa đầu", 12:
            months = (1, 6)
        case "nửa cuối", 12:
            months = (7, 12)
        case "giữa", 12:
            months = (5, 8)
        case "giữa", _:
            months = (2, 2)
        case "giữa cuối", 12:
            months = (5, 12)
        case _:
            months = (2, 3) if length == 3 else (1, length)
    return CycleDay(first - 1 + months[0], 1), CycleDay(first - 1 + months[1], LAST_DAY)


def months_of_year(match: re.Match[str]) -> Term:
    """The first or the last months of a year: "6 tháng đầu năm"."""
    number = _ordinal(match["number"])
    last_part = (match["part"] or "").lower() == "cuối"
    first, last = (13 - number, 12) if last_part else (1, number)
    return _term(match, Grain.MONTHS, CycleDay(first, 1), CycleDay(last, LAST_DAY))


def year_term(match: re.Match[str]) -> Term:
    """A year or a part of it."""
    part = match.groupdict().get("part")
    opens, closes = _months_of(part, 1, 12)
    is_vague = part is not None and not _plain(part).startswith("nửa")
    return replace(_term(match, Grain.YEAR, opens, closes), is_approximate=is_vague)


def part_of_cycle(match: re.Match[str]) -> Term | None:
    """Without a number: "cuối mỗi quý", "đầu tháng", "cuối năm"."""
    unit = match["unit"].lower()
    cycle = {"tháng": Cycle.MONTH, "quý": Cycle.QUARTER, "năm": Cycle.YEAR}[unit]
    if cycle is Cycle.MONTH:
        term = _term(match, Grain.MONTH, CycleDay(1, 1), CycleDay(1, LAST_DAY), cycle)
        term = _part_of_month(match, term, 1, 31)
    elif match["part"] is None:
        return None
    else:
        opens, closes = _months_of(match["part"], 1, 3 if cycle is Cycle.QUARTER else 12)
        grain = Grain.QUARTER if cycle is Cycle.QUARTER else Grain.YEAR
        is_half = cycle is Cycle.YEAR and _plain(match["part"]).startswith("nửa")
        term = replace(_term(match, grain, opens, closes, cycle), is_approximate=not is_half)
    return replace(term, is_cyclic=match["each"] is not None)


def years_term(match: re.Match[str]) -> Term:
    """A run of years; ValueError when it ends before it begins."""
    first, last = int(match["first_year"]), int(match["last_year"])
    if first > last:
        raise ValueError(f"{first} comes after {last}")
    term = _term(match, Grain.YEAR, JANUARY_FIRST, DECEMBER_LAST)
    return replace(term, year=first, last_year=last)


def _ordinal(written: str) -> int:
    return int(written) if written.isdigit() else _ORDINALS[_plain(written)]


def _plain(written: str) -> str:
    return " ".join(written.lower().split())

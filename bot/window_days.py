"""The days that an expression of time in a question about deadlines means on a given day; see `bot.deadline_window`."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.time_expressions import day_before, times_in

SOON_DAYS = 30  # "sắp tới": what an office looks ahead
OVERDUE_DAYS = 365  # "đã quá hạn": what is older is no longer pursued
_FARTHEST_DAYS = 3_650


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day, both included."""

    first: date
    last: date
    is_yearless: bool = False  # the year is not written: the next such time is taken


_NAMES = {
    "gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5, "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
    "muoi mot": 11, "muoi hai": 12, "chap": 12,
}  # fmt: skip
_COUNTS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4}
_THIRDS = {"dau": (1, 10), "giua": (11, 20), "cuoi": (21, 31)}


def months_of(year: int, first: int, last: int, *, is_yearless: bool = False) -> Days:
    """All days of these months of the year."""
    return Days(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]), is_yearless)


def month(match: re.Match[str], as_of: date) -> Days:
    """A month, or its first, second or last ten days."""
    number = _number(match["month"])
    days = _settled(match, as_of, number, number)
    part = match.groupdict().get("part")
    if not part:
        return days
    first, last = _THIRDS[part]
    return Days(days.first.replace(day=first), min(days.last, days.first + timedelta(last - 1)), days.is_yearless)


def month_range(match: re.Match[str], as_of: date) -> Days | None:
    """From one month to another; a first month behind the last one is of the year before."""
    first, last = _number(match["month"]), int(match["last_month"])
    if match["last_year"]:
        year = int(match["last_year"])
        first_year = int(match["year"]) if match["year"] else year - (first > last)
        opens, closes = months_of(first_year, first, first).first, months_of(year, last, last).last
        return Days(opens, closes) if opens <= closes else None
    year = as_of.year if last >= as_of.month or first > last else as_of.year + 1
    closes = months_of(year + (first > last), last, last).last
    return Days(months_of(year, first, first).first, closes, is_yearless=True)


def quarter(match: re.Match[str], as_of: date) -> Days:
    """A quarter."""
    written = match["quarter"]
    number = int(written) if written.isdigit() else _QUARTERS[written]
    return _settled(match, as_of, 3 * number - 2, 3 * number)


def half(match: re.Match[str], as_of: date) -> Days:
    """The first or last six months of a year."""
    return _settled(match, as_of, *((1, 6) if match["half"] == "dau" else (7, 12)))


def day_range(match: re.Match[str], as_of: date) -> Days | None:
    """From one day to another."""
    last = _day(match["last_day"], match["last_month"], match["last_year"], as_of)
    first = _day(match["day"], match["month"], match["year"] or str(last.last.year), as_of) if last else None
    if first is None or last is None or first.first > last.last:
        return None
    return Days(first.first, last.last, last.is_yearless)


def one_day(match: re.Match[str], as_of: date) -> Days | None:
    """One day."""
    return _day(match["day"], match["month"], match["year"], as_of)


def until_day(match: re.Match[str], as_of: date) -> Days | None:
    """From today until that day, or with `before` until the day before it."""
    found = one_day(match, as_of)
    if found is None:
        return None
    last = day_before(found.last) if match.groupdict().get("before") else found.last
    return Days(as_of, last, found.is_yearless) if last >= as_of else None


def from_day(match: re.Match[str], as_of: date) -> Days | None:
    """From that day to the end of its year."""
    found = one_day(match, as_of)
    return Days(found.first, found.first.replace(month=12, day=31), found.is_yearless) if found else None


def until_month(match: re.Match[str], as_of: date) -> Days | None:
    """From today until the end of that month, or with `before` until it begins."""
    found = month(match, as_of)
    last = day_before(found.first) if match.groupdict().get("before") else found.last
    return Days(as_of, last, found.is_yearless) if last >= as_of else None


def until_year_end(match: re.Match[str], as_of: date) -> Days | None:
    """From today until the last day of the year."""
    year = int(match["year"] or as_of.year)
    return Days(as_of, date(year, 12, 31)) if year >= as_of.year else None


def coming(match: re.Match[str], as_of: date) -> Days:
    """So many days, weeks or months from today: "trong 10 ngày tới", "3 tháng tới"."""
    count = int(match["count"]) if match["count"].isdigit() else _COUNTS[match["count"]]
    days = {"ngay": 1, "hom": 1, "tuan": 7, "thang": 30}[match["unit"]]
    return Days(as_of, as_of + timedelta(days=min(count * days, _FARTHEST_DAYS)))


def beside_now(match: re.Match[str], as_of: date) -> Days:
    """The week, month or quarter that runs, comes or has gone."""
    unit, which = match["unit"], match["which"]
    offset = 0 if which == "nay" else 1 if which in {"toi", "sau"} else -1
    if unit == "tuan":
        monday = as_of + timedelta(days=7 * offset - as_of.weekday())
        return Days(monday, monday + timedelta(days=6))
    size = 1 if unit == "thang" else 3
    year, before = divmod(((as_of.year * 12 + as_of.month - 1) // size + offset) * size, 12)
    return months_of(year, before + 1, before + size)


def today(match: re.Match[str], as_of: date) -> Days:
    """Today, tomorrow or the day after."""
    day = as_of + timedelta(days={"nay": 0, "mai": 1, "kia": 2, "mot": 2}[match["which"]])
    return Days(day, day)


def year_end(match: re.Match[str], as_of: date) -> Days:
    """The last quarter of a year that is told by today: "cuối năm", "cuối năm sau"."""
    return months_of(as_of.year + (match["which"] in {"sau", "toi"}), 10, 12)


def year(match: re.Match[str], as_of: date) -> Days | None:
    """A year, or a part of it, that is written or told by today."""
    offsets = {"nam nay": 0, "nam toi": 1, "nam sau": 1, "sang nam": 1, "nam ngoai": -1}
    words = " ".join(match[0].split())
    if words in offsets:
        return months_of(as_of.year + offsets[words], 1, 12)
    found = times_in(match[0], as_of)
    return Days(found[0].first, found[0].last) if found else None


def soon(match: re.Match[str], as_of: date) -> Days:
    """What comes next."""
    return Days(as_of, as_of + timedelta(days=SOON_DAYS))


def overdue(match: re.Match[str], as_of: date) -> Days:
    """What is past, and not long."""
    return Days(as_of - timedelta(days=OVERDUE_DAYS), day_before(as_of))


def year_before(day: date) -> date:
    """The same day of the year before."""
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _NAMES[" ".join(written.split())]


def _settled(match: re.Match[str], as_of: date, first: int, last: int) -> Days:
    """These months of the year that is written, else of the next year in which they have not ended."""
    told = match.groupdict()
    if told.get("year"):
        return months_of(int(told["year"]), first, last)
    days = months_of(as_of.year, first, last, is_yearless=True)
    if told.get("this_year"):
        return Days(days.first, days.last)
    if told.get("next_year"):
        return months_of(as_of.year + 1, first, last)
    if told.get("gone"):
        return days if days.last < as_of else months_of(as_of.year - 1, first, last, is_yearless=True)
    return days if days.last >= as_of else months_of(as_of.year + 1, first, last, is_yearless=True)


def _day(day: str, month: str, year: str | None, as_of: date) -> Days | None:
    try:
        if year:
            written = date(int(year), int(month), int(day))
            return Days(written, written)
        found = date(as_of.year, int(month), int(day))
        found = found if found >= as_of else found.replace(year=as_of.year + 1)
    except ValueError:
        return None
    return Days(found, found, is_yearless=True)

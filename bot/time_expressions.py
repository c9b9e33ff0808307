"""Times written in a question, on folded text: days, months, quarters, years and parts of them, with their places."""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_YEAR = r"(?P<year>19[4-9]\d|20\d\d)"
_MONTH = r"(?P<month>0?[1-9]|1[0-2])"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
# What a bare number counts: "trồng 2000 cây" is no year.
_UNITS = (
    r"dong|nguoi|cay|ho|trieu|ty|nghin|ngan|tap\ the|ca\ nhan|bang\ khen|giay\ khen|don\ vi|suat|luot|m2|tan|km"
    r"|lao\ dong|xa|thon|mau|doanh\ nghiep|cong\ nhan|can\ bo|hoc\ sinh|lan"
)
_QUARTER = r"i{1,3}|iv|[1-4]|mot|hai|ba|bon|tu"
_HALF = r"\b(?:(?:6|sau)\s+thang|nua)\s+(?:nam\s+)?"
# What a number after it labels: "trang 2000".
_LABELS = r"(?<!trang\ )(?<!dieu\ )(?<!khoan\ )(?<!muc\ )(?<!dong\ )"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A time as written at `start`–`end` of the folded text: its first and its last day."""

    start: int
    end: int
    first: date
    last: date

    @property
    def is_day(self) -> bool:
        """A single day."""
        return self.first == self.last


def times_in(folded: str, as_of: date) -> list[Spoken]:
    """The times that the text writes, in order; none that the calendar does not have, none without a year."""
    found: list[Spoken] = []
    for pattern, period in _PATTERNS:
        for match in pattern.finditer(folded):
            days = period(match, as_of)
            if days is not None:
                found.append(Spoken(match.start(), match.end(), *days))
        # What is read is not read again in part: "tháng 6/2024" holds no second time.
        folded = pattern.sub(lambda match: "#" * len(match[0]), folded)
    return sorted(found, key=lambda one: one.start)


_Days = tuple[date, date]


def _day(match: re.Match[str], as_of: date) -> _Days | None:
    year = match["year"]
    try:
        day = date(int(year) if len(year) == 4 else 2000 + int(year), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    return day, day


def _month(match: re.Match[str], as_of: date) -> _Days:
    year, month = int(match["year"]), int(match["month"])
    first, last = _months(year, month, month)
    match match.groupdict().get("part"):
        case "dau":
            return first, first.replace(day=10)
        case "giua":
            return first.replace(day=11), first.replace(day=20)
        case "cuoi":
            return first.replace(day=21), last
        case _:
            return first, last


def _quarter(match: re.Match[str], as_of: date) -> _Days:
    return _months(int(match["year"]), *_months_of_quarter(match["quarter"]))


def _months_of_quarter(written: str) -> tuple[int, int]:
    numerals = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4}
    quarter = int(written) if written.isdigit() else numerals[written]
    return 3 * quarter - 2, 3 * quarter


def _half(match: re.Match[str], as_of: date) -> _Days:
    return _months(int(match["year"]), *((1, 6) if match["part"] == "dau" else (7, 12)))


def _part_of_year(match: re.Match[str], as_of: date) -> _Days:
    months = {"dau": (1, 3), "giua": (5, 8), "cuoi": (10, 12)}[match["part"]]
    return _months(int(match["year"]), *months)


def _year(match: re.Match[str], as_of: date) -> _Days:
    return _months(int(match["year"]), 1, 12)


def _relative_year(match: re.Match[str], as_of: date) -> _Days:
    return _months(as_of.year + _years_off(match[0]), 1, 12)


def _years_off(words: str) -> int:
    if words.endswith("nay"):
        return 0
    return -2 if words.endswith("kia") else 1 if words.endswith(("sang nam", "nam toi", "nam sau")) else -1


def _day_of_relative_year(match: re.Match[str], as_of: date) -> _Days | None:
    """A day of a year told by today: "15/3 năm nay"."""
    try:
        day = date(as_of.year + _years_off(match["which"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    return day, day


def _month_of_relative_year(match: re.Match[str], as_of: date) -> _Days:
    """A month of a year told by today: "tháng 5 năm nay", "t8 năm ngoái"."""
    month = int(match["month"])
    return _months(as_of.year + _years_off(match["which"]), month, month)


def _part_of_relative_year(match: re.Match[str], as_of: date) -> _Days:
    """The months of a part of a year told by today: "đầu năm nay", "nửa cuối năm ngoái"."""
    year = as_of.year + _years_off(match["which"])
    if quarter := match["quarter"]:
        return _months(year, *_months_of_quarter(quarter))
    halves, parts = {"dau": (1, 6), "cuoi": (7, 12)}, {"dau": (1, 3), "giua": (5, 8), "cuoi": (10, 12)}
    return _months(year, *(halves[match["half"]] if match["half"] else parts[match["part"]]))


def _months(year: int, first: int, last: int) -> _Days:
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def day_before(day: date) -> date:
    """The day before."""
    return day - timedelta(days=1)


def day_after(day: date) -> date:
    """The day after."""
    return day + timedelta(days=1)


def _compiled() -> Iterator[tuple[re.Pattern[str], Callable[[re.Match[str], date], _Days | None]]]:
    part = r"(?:(?P<part>dau|giua|cuoi)\s+)?"
    relative = r"\s+(?:cua\s+)?(?P<which>nam\s+(?:nay|ngoai|roi|kia|toi|sau)|sang\s+nam)\b"
    patterns: tuple[tuple[str, Callable[[re.Match[str], date], _Days | None]], ...] = (
        # 1/12/2025, ngày 01-12-2025, 31/12 năm 2025, 1/12/25
        (
            rf"(?:ngay\s+)? (?<![\d/.-]) {_DAY} \s*[/.-]\s* {_MONTH}"
            rf"(?: (?:\s*[/.-]\s*|\s+nam\s+) {_YEAR} (?![\d/]) )",
            _day,
        ),
        (r"(?:ngay\s+)? (?<![\d/.-]) (?P<day>\d{1,2}) / (?P<month>\d{1,2}) / (?P<year>\d\d) (?![\d/.,-])", _day),
        # ngày 1 tháng 12 năm 2025
        (rf"(?:ngay\s+)? (?<![\d/.-]) {_DAY} \s+thang\s+ {_MONTH} \s*,?\s* (?:nam\s+)? {_YEAR} (?!\d)", _day),
        # tháng 6/2024, tháng 6 năm 2024, đầu tháng 7/2025, T6/2024
        (rf"{part} (?:thang\s+|\bt) {_MONTH} (?: \s*[/.-]\s* | \s*,?\s+(?:nam\s+)? ) {_YEAR} (?![\d/])", _month),
        # 15/3 năm nay, ngày 15 tháng 3 năm ngoái
        (
            rf"(?:ngay\s+)? (?<![\d/.-]) {_DAY} (?: \s*[/.-]\s* | \s+thang\s+ ) {_MONTH} (?!\d) {relative}",
            _day_of_relative_year,
        ),
        # tháng 5 năm nay, t8 năm ngoái, tháng 2 sang năm
        (rf"(?:thang\s+|\bt) {_MONTH} (?!\d) {relative}", _month_of_relative_year),
        # hồi 6/2024: without the word only after one that asks for a time
        (
            rf"(?:(?<=\bhoi\ )|(?<=\bvao\ )|(?<=\btu\ )|(?<=\btruoc\ )|(?<=\bsau\ )|(?<=\bdau\ )|(?<=\bcuoi\ )"
            rf"|(?<=\bluc\ )|(?<=\btrong\ )) {_MONTH} / {_YEAR} (?![\d/])",
            _month,
        ),
        # quý III/2025, quý 3 năm 2025
        (
            rf"quy\s+ (?P<quarter>{_QUARTER}) (?: \s*[/.-]\s* | \s*,?\s+(?:cua\s+)?(?:nam\s+)? ) {_YEAR} (?!\d)",
            _quarter,
        ),
        # 6 tháng đầu năm 2025, nửa đầu năm 2025, nửa cuối của 2025
        (rf"{_HALF} (?P<part>dau|cuoi) \s+(?:cua\s+)?(?:nam\s+)? {_YEAR} (?!\d)", _half),
        # đầu năm nay, nửa cuối năm ngoái, quý II năm nay
        (
            rf"(?: quy\s+(?P<quarter>{_QUARTER}) | {_HALF}(?P<half>dau|cuoi) | \b(?P<part>dau|giua|cuoi) )"
            r"\s+(?:cua\s+)?(?P<which>nam\s+(?:nay|ngoai|roi|kia|toi|sau))\b",
            _part_of_relative_year,
        ),
        # đầu năm 2023, cuối 2023
        (rf"(?P<part>dau|giua|cuoi) \s+(?:nam\s+)? {_YEAR} (?![\d/.-])", _part_of_year),
        # năm 2024, and what is counted is not its number: "năm 2026 tập thể phải …"
        (rf"\bnam\s+ {_YEAR} (?!\w|\s*[/-]\s*\d|[.,]\d|\s?%) (?=\s+(?:{_UNITS})\b)", _year),
        # năm 2024, 2024
        (
            rf"(?: \bnam\s+ | (?<![\w/.,%-]) {_LABELS} ) {_YEAR} (?!\w|\s*[/-]\s*\d|[.,]\d|\s?%|\s+(?:{_UNITS})\b)",
            _year,
        ),
        # năm ngoái; "năm trước" alone is the year before that of a rule, unless the question begins with it
        (
            r"\bnam\s+(?:ngoai|kia|roi)\b | \A\s*nam\s+truoc\b | \bsang\s+nam\b | \bnam\s+toi\b"
            r"| (?:(?<=\bky\ )|(?<=\bvao\ )|(?<=\btrong\ )) nam\s+sau\b",
            _relative_year,
        ),
    )
    for pattern, period in patterns:
        yield re.compile(pattern, re.VERBOSE), period


_PATTERNS = tuple(_compiled())

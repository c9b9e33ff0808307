"""The time within which a question asks what is due: "tháng 12", "quý IV/2025", "tuần này", "từ nay đến cuối năm"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from bot import window_days as days
from bot.window_days import Days


@dataclass(frozen=True, slots=True)
class Window:
    """From the first to the last day, both included, as written at `start`–`end` of the folded question."""

    start: int
    end: int
    first: date
    last: date
    is_yearless: bool = False  # the year is not written: the next such time is taken

    def a_year_before(self) -> "Window":
        """The same time of the year before."""
        first, last = days.year_before(self.first), days.year_before(self.last)
        return Window(self.start, self.end, first, last, is_yearless=True)


def window_in(folded: str, as_of: date) -> Window | None:
    """The time that the folded question is about; None when it names none.

    A month or quarter without a year is the next one that has not ended; behind "vừa qua" the last one that has.

    >>> window_in("thang 12 so noi vu phai lam gi", date(2026, 11, 21)).last
    datetime.date(2026, 12, 31)
    """
    for pattern, read in _PATTERNS:
        for match in pattern.finditer(folded):
            if found := read(match, as_of):
                return Window(match.start(), match.end(), found.first, found.last, found.is_yearless)
    return None


def _a_day(day: str, month: str, year: str) -> str:
    return (
        rf"(?:ngay\s+)?(?<![\d/])(?P<{day}>0?[1-9]|[12]\d|3[01])\s?[/-]\s?(?P<{month}>0?[1-9]|1[0-2])(?!\d)"
        rf"(?:\s?[/-]\s?(?P<{year}>20\d\d)(?!\d))?(?![\d/])"
    )


_DAY, _LAST_DAY = _a_day("day", "month", "year"), _a_day("last_day", "last_month", "last_year")
_MONTH = (
    r"(?:thang\s|(?<!\w)t(?=\d))(?P<month>0?[1-9]|1[0-2]|gieng|chap|muoi\smot|muoi\shai|muoi|mot|hai|ba|tu|nam"
    r"|bay|tam|chin)(?![\w])"
)
_BEHIND = r"(?:\s?[/-]\s?|\s(?:cua\s)?(?:nam\s)?)"
_YEAR, _LAST_YEAR = rf"{_BEHIND}(?P<year>20\d\d)(?!\d)", rf"{_BEHIND}(?P<last_year>20\d\d)(?!\d)"
_WHICH_YEAR = (
    rf"(?:{_YEAR}|\s(?P<this_year>nam\snay)|\s(?P<next_year>nam\s(?:sau|toi)|sang\snam)"
    r"|\s(?P<gone>vua\s(?:qua|roi)|truoc|roi)(?!\w))?(?![\d/])"
)
_TO = r"\s?(?:den|toi|-|–)\s?(?:het\s|cuoi\s)?"
_NOW = r"tu\s(?:nay|gio|bay\sgio|hom\snay)"
_QUARTER = r"(?<!\w)quy\s(?P<quarter>i{1,3}|iv|[1-4]|mot|hai|ba|bon|tu)(?!\w)"
_COUNT = r"(?P<count>\d{1,3}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)"


def _compiled() -> Iterator[tuple[re.Pattern[str], Callable[[re.Match[str], date], Days | None]]]:
    patterns: tuple[tuple[str, Callable[[re.Match[str], date], Days | None]], ...] = (
        # từ 1/12 đến 15/12/2026
        (rf"(?:tu\s)?{_DAY}{_TO}{_LAST_DAY}", days.day_range),
        # từ tháng 11 đến tháng 2/2027
        (
            rf"(?:tu\s)?{_MONTH}(?:{_YEAR})?{_TO}(?:thang\s|t)?(?P<last_month>0?[1-9]|1[0-2])(?!\d)"
            rf"(?:{_LAST_YEAR})?(?!/\d)",
            days.month_range,
        ),
        # từ nay đến cuối năm, đến hết năm 2026
        (rf"(?:{_NOW}\s)?(?:den|toi)\s(?:het|cuoi)\snam(?:\snay)?(?:\s(?P<year>20\d\d))?(?!\d)", days.until_year_end),
        # từ nay đến tháng 12
        (rf"{_NOW}\s(?:den|toi)\s(?:het\s|cuoi\s)?{_MONTH}(?:{_YEAR})?(?![\d/])", days.until_month),
        # từ nay đến 31/12
        (rf"{_NOW}\s(?:den|toi)\s(?:het\s)?{_DAY}", days.until_day),
        (rf"(?P<before>(?<!\w)truoc)\s{_DAY}", days.until_day),
        (rf"(?<!\w)sau\s{_DAY}", days.from_day),
        (rf"(?P<before>(?<!\w)truoc)\s{_MONTH}(?:{_YEAR})?(?![\d/])", days.until_month),
        # ngày 15/12
        (_DAY, days.one_day),
        # đầu tháng 12/2026, tháng 12 năm nay, tháng 9 vừa qua, T12
        (rf"(?:(?<!\w)(?P<part>dau|giua|cuoi)\s)?{_MONTH}(?!\s(?:mot\s)?lan){_WHICH_YEAR}", days.month),
        # quý IV/2025
        (rf"{_QUARTER}{_WHICH_YEAR}", days.quarter),
        # 6 tháng cuối năm
        (rf"(?:6|sau)\sthang\s(?P<half>dau|cuoi)\snam(?:{_BEHIND}(?P<year>20\d\d)|\s(?P<this_year>nay))?", days.half),
        # trong 10 ngày tới
        (
            rf"(?<!\w){_COUNT}\s(?P<unit>ngay|hom|tuan|thang)\s(?:toi|nua|sap\stoi|tiep\stheo)(?!\w)",
            days.coming,
        ),
        # tuần này, tháng sau, quý vừa qua
        (
            r"(?<!\w)(?P<unit>tuan|thang|quy)\s(?P<which>nay|toi|sau|truoc|vua\squa|vua\sroi|roi|qua)(?!\w)",
            days.beside_now,
        ),
        (r"(?<!\w)(?:hom\s(?=nay)|ngay\s(?!nay))(?P<which>nay|mai|kia|mot)(?!\w)", days.today),
        (r"(?<!\w)cuoi\snam(?!\s(?:20|hoc))(?:\s(?P<which>nay|sau|toi))?(?!\w)", days.year_end),
        (
            r"(?<!\w)(?:(?:dau|giua|cuoi)\s(?:nam\s)?20\d\d|nam\s(?:20\d\d|nay|toi|sau|ngoai)|sang\snam)(?!\w)",
            days.year,
        ),
        (r"(?<!\w)(?:da\s|bi\s)?(?:qua|tre)\shan(?!\w)", days.overdue),
        (
            r"(?<!\w)(?:(?:sap|gan|chuan\sbi)\s(?:den|toi|het)(?:\shan)?|sap\stoi|toi\sday|thoi\sgian\stoi"
            r"|(?:den|toi)\shan)(?!\w)",
            days.soon,
        ),
    )
    for pattern, read in patterns:
        yield re.compile(pattern), read


_PATTERNS = tuple(_compiled())

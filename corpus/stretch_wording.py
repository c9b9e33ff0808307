"""How a stretch of days is written: "quý IV/2025", "đầu tháng 10/2024", "từ ngày … đến hết ngày …"."""

import calendar
from collections.abc import Iterator
from datetime import date

from corpus.deadline_rule import LAST_DAY, Period
from corpus.written_date import written_date, written_month

QUARTERS = ("I", "II", "III", "IV")
# First and last day of the vague parts of a month, as `corpus.time_reading` understands them.
PARTS_OF_MONTH = {
    (1, 10): "đầu", (11, 20): "giữa", (21, LAST_DAY): "cuối", (11, LAST_DAY): "giữa cuối",
    (1, 7): "tuần đầu", (8, 14): "tuần thứ hai", (15, 21): "tuần thứ ba", (22, 28): "tuần thứ tư",
    (1, 15): "nửa đầu", (16, LAST_DAY): "nửa cuối",
}  # fmt: skip
PARTS_OF_YEAR = {(1, 3): "đầu năm", (5, 8): "giữa năm", (10, 12): "cuối năm"}


def stretch_wording(period: Period) -> str:
    """The period in words, by the largest unit that it fills."""
    first, last = period.first, period.last
    about = "khoảng " if period.is_approximate else ""
    if last is None:
        return about + _from(first)
    if first is None:
        return f"{about}từ nay đến {_until(last)}"
    if period.is_approximate and (vague := _vague(first, last)) is not None:
        return vague
    filled = _filled(first, last)
    if filled is not None and period.is_approximate:
        return about + filled.removeprefix("trong ")
    return about + (filled or between(first, last))


def _from(first: date | None) -> str:
    if first is None:
        raise ValueError("a period needs a first or a last day")
    return f"từ năm {first.year}" if (first.month, first.day) == (1, 1) else f"từ ngày {written_date(first)}"


def _until(last: date) -> str:
    return f"hết năm {last.year}" if (last.month, last.day) == (12, 31) else f"hết ngày {written_date(last)}"


def between(first: date, last: date) -> str:
    """From the first day to the last, by months where these are whole."""
    if first == last:
        return f"từ ngày {written_date(first)} đến hết ngày {written_date(last)}"
    if first.day == 1 and _ends_month(last):
        year = "" if first.year == last.year else f"/{first.year}"
        return f"từ tháng {written_month(first.month)}{year} đến hết tháng {written_month(last.month)}/{last.year}"
    return f"từ ngày {written_date(first)} đến hết ngày {written_date(last)}"


def _filled(first: date, last: date) -> str | None:
    """The one unit, or the run of years, that the days fill exactly."""
    if first.day != 1 or not _ends_month(last):
        return None
    match first.month, last.month:
        case 1, 12:
            return f"năm {first.year}" if first.year == last.year else f"giai đoạn {first.year} - {last.year}"
        case _ if first.year != last.year:
            return None
        case 1, 6:
            return f"6 tháng đầu năm {first.year}"
        case 7, 12:
            return f"6 tháng cuối năm {first.year}"
        case begins, ends if ends - begins == 2 and begins % 3 == 1:
            return f"quý {QUARTERS[begins // 3]}/{first.year}"
        case begins, ends if begins == ends:
            return f"trong tháng {written_month(begins)}/{first.year}"
        case _:
            return None


def _vague(first: date, last: date) -> str | None:
    return next(_vague_parts(first, last), None) if first.year == last.year else None


def _vague_parts(first: date, last: date) -> Iterator[str]:
    if first.day == 1 and _ends_month(last) and (part := PARTS_OF_YEAR.get((first.month, last.month))):
        yield f"{part} {first.year}"
    if first.month == last.month:
        for days in ((first.day, LAST_DAY if _ends_month(last) else last.day), (first.day, last.day)):
            if part := PARTS_OF_MONTH.get(days):
                yield f"{part} tháng {written_month(first.month)}/{first.year}"
        if _ends_month(last) and last.day - first.day == 6:
            yield f"tuần cuối tháng {written_month(first.month)}/{first.year}"


def _ends_month(day: date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]

"""How a recurrence is written: "trước ngày 15/11 hằng năm", "ngày 15 của tháng cuối mỗi quý", "02 lần mỗi năm"."""

from collections.abc import Iterator

from corpus.deadline_rule import LAST_DAY, Cycle, CycleDay, Period, Recurring
from corpus.stretch_wording import PARTS_OF_MONTH, PARTS_OF_YEAR, QUARTERS, between, stretch_wording
from corpus.written_date import written_date, written_day_and_month, written_month

_EVERY = {
    **{Cycle.DAY: "hằng ngày", Cycle.WEEK: "hằng tuần", Cycle.MONTH: "hằng tháng", Cycle.QUARTER: "hằng quý"},
    **{Cycle.HALF_YEAR: "6 tháng một lần", Cycle.YEAR: "hằng năm"},
}
_UNITS = {
    **{Cycle.DAY: "ngày", Cycle.WEEK: "tuần", Cycle.MONTH: "tháng", Cycle.QUARTER: "quý", Cycle.HALF_YEAR: "6 tháng"},
    **{Cycle.YEAR: "năm"},
}
_WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
_PARTS_OF_QUARTER = ("đầu", "giữa", "cuối")
_ORDINALS = ("đầu", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "cuối")


def recurrence_wording(rule: Recurring) -> str:
    """The recurrence in words: its days, its rhythm and its bounds."""
    bounds = _bounds(rule)
    if (part := _part_of_cycle(rule)) is not None:
        return f"{part} mỗi {_UNITS[rule.cycle]}{', ' if bounds else ''}{bounds}"
    days = _days(rule)
    rhythm = _rhythm(rule, has_days=days is not None)
    joint = " " if rule.every == rule.times == 1 else ", "
    words = rhythm if days is None else f"{days}{joint}{rhythm}"
    return f"{words}, {bounds}" if bounds else words


def _part_of_cycle(rule: Recurring) -> str | None:
    """The vague part of every cycle that the days are: "đầu" of "đầu mỗi quý"."""
    opens, closes = rule.opens, rule.closes
    if opens is None or closes is None or not rule.is_approximate or rule.every > 1 or rule.times > 1:
        return None
    fills_months = opens.day == 1 and closes.day == LAST_DAY
    match rule.cycle:
        case Cycle.MONTH:
            return PARTS_OF_MONTH.get((opens.day, closes.day))
        case Cycle.QUARTER if fills_months and opens.month == closes.month:
            return _PARTS_OF_QUARTER[opens.month - 1]
        case Cycle.YEAR if fills_months:
            return PARTS_OF_YEAR.get((opens.month, closes.month), "").removesuffix(" năm") or None
        case _:
            return None


def _rhythm(rule: Recurring, *, has_days: bool) -> str:
    unit = _UNITS[rule.cycle]
    many = f"{rule.every} {unit}" if rule.every > 1 else unit
    if rule.times > 1:
        return f"{rule.times:02d} lần mỗi {many}"
    if rule.every > 1:
        return f"{many} một lần"
    return f"mỗi {unit}" if has_days and rule.cycle in (Cycle.QUARTER, Cycle.HALF_YEAR) else _EVERY[rule.cycle]


def _days(rule: Recurring) -> str | None:
    opens, closes = rule.opens, rule.closes
    if closes is None:
        return f"từ {_day(opens, rule.cycle)}" if opens is not None else None
    if opens is None:
        return f"{'chậm nhất' if rule.is_inclusive else 'trước'} {_day(closes, rule.cycle)}"
    if rule.is_approximate and (vague := next(_vague(opens, closes, rule.cycle), None)) is not None:
        return vague
    about = "khoảng " if rule.is_approximate else ""
    if rule.cycle is Cycle.YEAR and (filled := _filled(opens, closes)) is not None:
        return about + filled.removeprefix("trong ") if about else filled
    if opens == closes:
        return about + _day(opens, rule.cycle)
    return f"{about}từ {_day(opens, rule.cycle)} đến hết {_day(closes, rule.cycle)}"


def _day(day: CycleDay, cycle: Cycle) -> str:
    match cycle:
        case Cycle.WEEK:
            return _WEEKDAYS[day.day - 1]
        case Cycle.YEAR if day.day == LAST_DAY:
            return f"ngày cuối cùng của tháng {written_month(day.month)}"
        case Cycle.YEAR:
            return f"ngày {written_day_and_month(day.day, day.month)}"
        case Cycle.QUARTER | Cycle.HALF_YEAR:
            months = 3 if cycle is Cycle.QUARTER else 6
            month = "cuối" if day.month == months else _ORDINALS[day.month - 1]
            return f"{_number(day)} của tháng {month}"
        case _:
            return _number(day)


def _number(day: CycleDay) -> str:
    return "ngày cuối cùng" if day.day == LAST_DAY else f"ngày {day.day:02d}"


def _filled(opens: CycleDay, closes: CycleDay) -> str | None:
    """Whole months of the year."""
    if opens.day != 1 or closes.day != LAST_DAY:
        return None
    if opens.month == closes.month:
        return f"trong tháng {written_month(opens.month)}"
    if closes.month - opens.month == 2 and opens.month % 3 == 1:
        return f"trong quý {QUARTERS[opens.month // 3]}"
    return f"từ tháng {written_month(opens.month)} đến hết tháng {written_month(closes.month)}"


def _vague(opens: CycleDay, closes: CycleDay, cycle: Cycle) -> Iterator[str]:
    whole_months = opens.day == 1 and closes.day == LAST_DAY
    if cycle is Cycle.YEAR and whole_months and (part := PARTS_OF_YEAR.get((opens.month, closes.month))):
        yield part
    if cycle is Cycle.QUARTER and whole_months and opens.month == closes.month:
        yield f"{_PARTS_OF_QUARTER[opens.month - 1]} quý"
    part_of_month = PARTS_OF_MONTH.get((opens.day, closes.day)) if opens.month == closes.month else None
    if part_of_month and cycle is Cycle.YEAR:
        yield f"{part_of_month} tháng {written_month(opens.month)}"
    if part_of_month and cycle is Cycle.MONTH:
        yield f"{part_of_month} tháng"


def _bounds(rule: Recurring) -> str:
    first, last = rule.first, rule.last
    if first is None:
        if last is None:
            return ""
        is_year = (last.month, last.day) == (12, 31)
        return f"đến hết năm {last.year}" if is_year else f"đến hết ngày {written_date(last)}"
    if last is not None and ((first.month, first.day), (last.month, last.day)) != ((1, 1), (12, 31)):
        return between(first, last)
    return stretch_wording(Period(first, last))

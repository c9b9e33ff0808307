"""How a rule is written in Vietnamese: as a civil servant would, and so that `corpus.time_reading` reads it back."""

from typing import assert_never

from corpus.deadline_rule import (
    Bearing,
    Event,
    FixedDate,
    Limit,
    Ongoing,
    Period,
    Recurring,
    Relative,
    Rule,
    TimeUnit,
    VariableYear,
)
from corpus.occasion_days import day_of_occasion
from corpus.recurrence_wording import recurrence_wording
from corpus.stretch_wording import stretch_wording
from corpus.written_date import written_date, written_day_and_month

_UNITS = {
    **{TimeUnit.HOUR: "giờ", TimeUnit.DAY: "ngày", TimeUnit.WORKING_DAY: "ngày làm việc", TimeUnit.WEEK: "tuần"},
    **{TimeUnit.MONTH: "tháng", TimeUnit.YEAR: "năm"},
}
# An event that is a noun follows its preposition directly, one that is a clause takes "khi".
_NOUNS = ("ngày", "thời điểm", "kỳ", "phiên", "hội nghị", "cuộc họp", "lễ", "đợt", "thời hạn")


def wording(rule: Rule) -> str:
    """The rule in words: "trước ngày 31/3/2026", "quý IV/2025", "trước ngày 15/11 hằng năm", "thường xuyên".

    Reading the words as a stated time gives the rule again.

    >>> from datetime import date
    >>> wording(Limit(date(2026, 3, 31), is_inclusive=False))
    'trước ngày 31/3/2026'
    """
    match rule:
        case FixedDate(day):
            return f"ngày {written_date(day)}"
        case Limit(day, is_inclusive):
            return f"{_limit(is_inclusive)} ngày {written_date(day)}"
        case Period():
            return stretch_wording(rule)
        case Recurring():
            return recurrence_wording(rule)
        case Relative():
            return _relative(rule)
        case VariableYear():
            return _variable_year(rule)
        case Event(name, day):
            told = f" ({written_date(day)})" if day is not None and day_of_occasion(name) != day else ""
            return f"nhân dịp {name}{told}"
        case Ongoing(words):
            return words
        case _:
            assert_never(rule)


def _limit(is_inclusive: bool) -> str:
    return "chậm nhất" if is_inclusive else "trước"


def _relative(rule: Relative) -> str:
    since = rule.event if rule.event.lower().startswith(_NOUNS) else f"khi {rule.event}"
    amount = f"{rule.amount:02d} {_UNITS[rule.unit]}"
    match rule.bearing:
        case Bearing.BEFORE if rule.amount == 0:
            return f"trước {since}"
        case Bearing.AFTER if rule.amount == 0:
            if since.startswith(("ngày", "thời điểm")):
                return f"kể từ {since}"
            return f"sau {since}" if since.startswith("khi ") else f"ngay sau {since}"
        case Bearing.WITHIN:
            return f"chậm nhất {amount} kể từ {since}" if rule.event else f"trong thời hạn {amount}"
        case Bearing.AFTER:
            return f"sau {amount} kể từ {since}" if rule.event else f"sau {amount}"
        case Bearing.BEFORE:
            return f"chậm nhất {amount} trước {since}" if rule.event else f"trước {amount}"
        case _:
            assert_never(rule.bearing)


def _variable_year(rule: VariableYear) -> str:
    limit = f"{_limit(rule.is_inclusive)} " if rule.is_limit else ""
    of = "" if rule.year == "năm sau" else "của "
    return f"{limit}ngày {written_day_and_month(rule.day, rule.month)} {of}{rule.year}"

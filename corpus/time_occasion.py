"""Occasions as times: "nhân dịp 10/10", "vào dịp kỷ niệm 70 năm Ngày Giải phóng Thủ đô"."""

import re
from datetime import date

from corpus.calendar_terms import Grain, Term
from corpus.deadline_rule import Cycle, CycleDay, Event, YearOrigin
from corpus.occasion_days import anniversary_named, day_of_occasion
from corpus.time_expression import TimeExpression, TimeSetting
from corpus.time_relative import read_event
from corpus.time_terms import O, W, read_term
from corpus.time_year import Days, day_of, resolved

LONGEST_NAME = 18  # words


_OCCASION = re.compile(
    rf"""
    (?: (?:(?:nhân|vào|đúng|trong){W})?(?:chào{W}mừng{W})?dịp{W}   # vào dịp, nhân dịp, chào mừng dịp
      | nhân{W}(?=kỷ{W}niệm|ngày{W}[^\W\d]) )
    (?!này\b|đó\b|nào\b|khác\b|để\b|hè\b|đầu\b|cuối\b|giữa\b)
    (?=[^\W_])
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What goes on behind a name is another part of the sentence.
_BEHIND_NAME = re.compile(
    rf"{W}(?:cho|tại|với|trên|theo|do|nhằm|bằng|được|sẽ|đã|tổ{W}chức|trao|tặng|gắn|khen|biểu|xét|trình|góp|tiến{W}hành|phát)\b",
    re.IGNORECASE,
)
_IN_PARENTHESES = re.compile(rf"{O}\((?:ngày{W})?(?:[^()]{{1,40}}?(?:-|–|đến){O})?(?=\d)", re.IGNORECASE)
_WRITTEN_DAY = re.compile(r"(?<![\w/])\d{1,2}(?:/\d{1,2}(?!\d)|\s+tháng\s+\d)", re.IGNORECASE)


def read_occasion(text: str, place: int, setting: TimeSetting) -> TimeExpression | None:
    """The occasion that begins at `place`, with its day when a date, a number of years or the setting tells it."""
    match = _OCCASION.match(text, place)
    if match is None:
        return None
    end, name = read_event(text, match.end(), LONGEST_NAME)
    if behind := _BEHIND_NAME.search(text, match.end(), end):
        end, name = behind.start(), " ".join(text[match.end() : behind.start()].split())
    if not name:
        return None
    if (told := _told_in_parentheses(text, end)) is not None:
        day, origin = _day(name, told, setting)
        return TimeExpression(match.start(), text.index(")", told.end) + 1, Event(name, day), origin)
    day, origin = _day(name, _written_in(text, match.end(), end), setting)
    return TimeExpression(match.start(), end, Event(name, day), origin)


def _told_in_parentheses(text: str, place: int) -> Term | None:
    opened = _IN_PARENTHESES.match(text, place)
    term = read_term(text, opened.end(), is_bare=True) if opened else None
    return term if isinstance(term, Term) and re.match(r"\s?\)", text[term.end : term.end + 2]) else None


def _written_in(text: str, start: int, end: int) -> Term | None:
    """The last day written in the name: "02/9/1945 - 02/9/2025" is kept on the second."""
    found = None
    for match in _WRITTEN_DAY.finditer(text, start, end):
        term = read_term(text, match.start(), is_bare=True)
        found = term if isinstance(term, Term) and term.end <= end else found
    return found


def _day(name: str, told: Term | None, setting: TimeSetting) -> tuple[date | None, YearOrigin]:
    if told is not None and told.opens != told.closes:
        told = None
    if told is not None and told.year is not None:
        return day_of(told.opens, told.year), YearOrigin.WRITTEN
    month_and_day = told.opens if told is not None else None
    if (day := day_of_occasion(name, month_and_day)) is not None:
        return day, YearOrigin.WRITTEN
    known = anniversary_named(name)
    if month_and_day is None and known is not None:
        month_and_day = CycleDay(known.month, known.day)
    if month_and_day is None:
        return None, YearOrigin.WRITTEN
    term = Term(0, 0, Grain.DAY, Cycle.YEAR, month_and_day, month_and_day)
    found = resolved(term, term, setting)
    return (found.first, found.origin) if isinstance(found, Days) else (None, YearOrigin.WRITTEN)

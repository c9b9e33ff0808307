"""The expressions of time in Vietnamese text, read into the rules of `corpus.deadline_rule`. Pure and total."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.deadline_rule import Cycle, Ongoing, Recurring
from corpus.time_expression import TimeExpression, Times, TimeSetting, Unreadable
from corpus.time_found import Found, Scene, read_dated, read_recurring
from corpus.time_named_days import read_named_days
from corpus.time_occasion import read_occasion
from corpus.time_relative import read_relative, read_stated_relative
from corpus.time_rules import Around
from corpus.time_skipped import skipped_spans
from corpus.time_terms import REGULARLY, O, W

__all__ = ["TimeExpression", "TimeSetting", "Times", "Unreadable", "find_times", "read_stated_time"]

# Where an expression can begin: its first words, or a number that does not go on from another.
_BEGINNING = re.compile(
    r"""
    (?<![\w/])(?:
        (?:dự\s{1,9}kiến|khoảng|tầm|vào|trong|ngay|chậm|muộn|không\s{1,9}(?:quá|muộn|chậm)|thời\s{1,9}hạn|hạn|hết|cho|đến|tới
          |trước|sau|từ|kể|bắt\s{1,9}đầu|tính|ngày(?=\s{0,9}[\d.…_]|\s{1,9}(?:cuối|mùng|mồng|tháng))|mùng|mồng
          |tháng(?=\s{1,9}\d|\s{0,9}\()|quý|qúy|quí|năm|các|đầu|giữa|cuối|nửa|tuần|thứ|chủ|giai
          |nhiệm|thời|định|hằng|hàng|mỗi|từng|cứ|nhân|dịp|đúng|chào|ít|tối|một|hai|ba|bốn|sáu|bảy|tám|chín|mười)\b
      | (?-i:T)(?=\.?\s?\d) | (?-i:Q)(?=\.?\s?[IV\d])
      | (?<![.,\d-])\d
    )
    | \((?=\s{0,3}\d{4})
    """,
    re.VERBOSE | re.IGNORECASE,
)
_EACH = r"(?:hằng|hàng|mỗi|từng)"
_MARK = re.compile(
    rf"""
      (?P<month>{_EACH}{W}tháng\b)
    | (?P<quarter>{_EACH}{W}quý\b)
    | (?P<week>{_EACH}{W}tuần\b)
    | (?P<year>{REGULARLY}\b|{_EACH}{W}năm\b)
    | (?P<stop>[.;](?=\s)|\n{O}(?:\n|[-–+*•]))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CYCLES = {"month": Cycle.MONTH, "quarter": Cycle.QUARTER, "week": Cycle.WEEK, "year": Cycle.YEAR}
_BLANK = re.compile(
    r"ngày[\s.…_]{0,60}(?:\d{1,2}[\s.…_]{0,60})?tháng[\s.…_]{0,60}(?:\d{1,2}[\s.…_]{0,60})?năm(?:\s?\d{4}\b|[\s.…_]{0,60})",
    re.IGNORECASE,
)
# Letters for digits: l5/ll/2025, O5/12/2025
_MISREAD = re.compile(r"(?<![\w/])(?=[\dlIOo]{0,2}/?[\dlIOo]{0,2}[lIOo])(?:[\dlIOo]{1,2}/){2}[\dlIOo]{4}(?![\w/])")
_DITTO = re.compile(r"(?:n\.?t\.?|như\s+trên|[\W_]*)", re.IGNORECASE)
_BY_ANOTHER_PLAN = re.compile(rf"theo{W}", re.IGNORECASE)


def find_times(text: str, setting: TimeSetting) -> Times:
    """Every expression of time in NFC `text`, one sentence, list item or question, whether or not it sets a duty.

    Spans cover the whole expression with its preposition. A missing year is taken from `setting`; what is written like
    a time and has no meaning on the calendar is `unreadable` and never guessed.

    >>> found = find_times("Gửi báo cáo trước ngày 15/11 hằng năm.", TimeSetting())
    >>> [(one.start, one.end, one.rule.cycle.value) for one in found.expressions]
    [(12, 37, 'year')]
    """
    return _read(Scene(text, setting, is_bare=False))


def read_stated_time(text: str, setting: TimeSetting) -> Times:
    """What a label "Thời gian thực hiện: …" or a cell under "Thời gian" states: numbers alone are times too.

    Words without any date are one `Ongoing` over the trimmed text; an empty cell, "-" and "nt" state nothing.

    >>> read_stated_time(" Thường xuyên", TimeSetting()).expressions[0].rule
    Ongoing(words='Thường xuyên')
    """
    start, stop = len(text) - len(text.lstrip()), len(text.rstrip())
    stated = text[start:stop]
    if _DITTO.fullmatch(stated):
        return Times((), ())
    if (relative := read_stated_relative(text, start)) is not None:
        return Times((relative,), ())
    times = _read(Scene(text, setting, is_bare=True))
    is_other_plan = _BY_ANOTHER_PLAN.match(stated) is not None and all(map(_is_plain, times.expressions))
    if times.unreadable or (times.expressions and not is_other_plan):
        return times
    end = start + len(stated.rstrip(" .;,\n"))
    return Times((TimeExpression(start, end, Ongoing(" ".join(text[start:end].split()))),), ())


def _read(scene: Scene) -> Times:
    text = scene.text
    skipped, marks = skipped_spans(text), _Marks.of(text)
    misread = [match.span() for match in _MISREAD.finditer(text)]
    expressions: list[TimeExpression] = []
    unreadable = [Unreadable(*span, f"{text[slice(*span)]} has letters for digits") for span in misread]
    occupied = _Spans.of([*skipped, *misread])
    end = 0
    for match in _BEGINNING.finditer(text):
        place = match.start()
        if place < end or occupied.touches(place, place + 1):
            continue
        found = _read_at(scene, place, marks.around(place))
        if found is None or occupied.touches(place, found.end):
            continue
        end = found.end
        if expressions and found.relies_on >= expressions[-1].start and _gives_way(expressions[-1], found.relies_on):
            expressions.pop()
        expressions += found.expressions
        unreadable += found.unreadable
    return Times(tuple(expressions), tuple(sorted(unreadable, key=lambda one: one.start)))


def _read_at(scene: Scene, place: int, around: Around) -> Found | None:
    """The expression that begins at `place`, in the one order in which nothing is taken for a part of another."""
    if (occasion := read_occasion(scene.text, place, scene.setting)) is not None:
        return Found(occasion.end, (occasion,))
    if (found := read_dated(scene, place, around) or read_recurring(scene, place, around)) is not None:
        named = read_named_days(scene.text, place, found.end) if _is_yearly(found) else ()
        return Found(named[-1].end, named) if named else found
    if (relative := read_relative(scene.text, place)) is not None:
        return Found(relative.end, (relative,))
    if (blank := _BLANK.match(scene.text, place)) and any(map(str.isdigit, blank[0])):  # else a form to be filled in
        return Found(blank.end(), unreadable=(Unreadable(place, blank.end(), "a date left blank"),))
    return None


def _is_yearly(found: Found) -> bool:
    return [one.rule for one in found.expressions] == [Recurring(Cycle.YEAR)]


def _gives_way(expression: TimeExpression, place: int) -> bool:
    """The rhythm told before a day that comes again is that day's own: they are one duty, told by the day."""
    return expression.start <= place < expression.end and _is_plain(expression)


def _is_plain(expression: TimeExpression) -> bool:
    rule = expression.rule
    return isinstance(rule, Recurring) and rule == Recurring(rule.cycle)


@dataclass(frozen=True, slots=True)
class _Spans:
    """Spans of a text that do not overlap, in order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, spans: Sequence[tuple[int, int]]) -> "_Spans":
        ordered = sorted(spans)
        return cls(tuple(start for start, _ in ordered), tuple(end for _, end in ordered))

    def touches(self, start: int, end: int) -> bool:
        """Whether one of them has a place in common with `start`–`end`."""
        index = bisect_right(self.ends, start)
        return index < len(self.starts) and self.starts[index] < end


@dataclass(frozen=True, slots=True)
class _Marks:
    """The rhythms that a text tells and the ends of its sentences, by place."""

    places: tuple[int, ...]
    cycles: tuple[Cycle | None, ...]

    @classmethod
    def of(cls, text: str) -> "_Marks":
        marks = [(match.start(), _CYCLES.get(match.lastgroup or "")) for match in _MARK.finditer(text)]
        return cls(tuple(place for place, _ in marks), tuple(cycle for _, cycle in marks))

    def around(self, place: int) -> Around:
        """The rhythm told last before `place` in the same sentence."""
        index = bisect_left(self.places, place) - 1
        return Around(self.cycles[index], self.places[index]) if index >= 0 and self.cycles[index] else Around()

"""How terms of the calendar are written, and the one at a place of a text: "quý IV/2025", "cuối mỗi quý"."""

import re
from collections.abc import Callable

from corpus.calendar_terms import (
    Grain,
    NoTerm,
    Term,
    bare_day_term,
    day_of_month,
    day_term,
    day_within_cycle,
    last_day_of_cycle,
    last_day_of_month,
    month_term,
    months_of_year,
    part_of_cycle,
    quarter_term,
    weekday_term,
    year_term,
    years_term,
)

# White space within a term; a line may end there.
W = r"\s{1,9}"
O = r"\s{0,9}"  # noqa: E741 - the optional one
# "định kỳ", also where the font of a file has lost the last letter: no Vietnamese word is written with those.
REGULARLY = r"định\s{1,9}k[ỳì\u01c0-\u024f\ue000-\uf8ff]"
YEAR = r"(?:19[2-9]\d|20\d\d)(?!\d)"
_OF_YEAR = rf"(?: {O}[/.-]{O}(?P<short_year>{YEAR}) | {O},?{W}(?:của{W})?năm{W}(?P<year>{YEAR}) )"
_QUARTER = r"(?:I{1,3}|IV|[1-4]|một|hai|ba|bốn|tư)(?![\w])"
_PART = rf"""
    (?: (?P<part>(?:nửa{W})?(?:đầu|cuối)|giữa(?:{W}cuối)?)
      | tuần{W}(?P<week>đầu(?:{W}tiên)?|cuối(?:{W}cùng)?|(?:thứ{W})?(?:nhất|hai|ba|tư|bốn|[1-5])) )
    (?:{W}của)?{W}
"""
_EACH = r"(?:mỗi|từng|hằng|hàng)"
_NO_UNIT = (  # "2000 cây", "đến 2030 tỷ đồng" tell no year
    rf"(?!{O}%|[.,]\d|\w|{O}/|{W}(?:tỷ|triệu|nghìn|đồng|người|hộ|cây|tấn|ha|km|m|con|lượt|lần|suất|tập{W}thể|cá{W}nhân"
    rf"|doanh|đơn{W}vị|thôn|lao|học|cán|đại|chỉ|giấy|bằng|mô)\b)"
)

_Build = Callable[[re.Match[str]], Term | None]
_Patterns = tuple[tuple[re.Pattern[str], _Build], ...]


def read_term(text: str, place: int, *, is_bare: bool = False) -> Term | NoTerm | None:
    """The term that begins at `place`; with `is_bare` also one without its word: "15/12", "12/2025", "2026"."""
    lead = _LEAD.match(text, place)
    if lead is None:
        return None
    kind = lead.lastgroup or ""
    for pattern, build in _BY_LEAD[kind] if not is_bare else _BARE_BY_LEAD[kind]:
        match = pattern.match(text, place)
        if match is not None:
            return _built(match, build)
    return None


def read_next_term(text: str, place: int, grain: Grain) -> Term | NoTerm | None:
    """The term at `place` that goes on after one of `grain`: "11/2025" after "tháng 10", "IV/2025" after "quý III"."""
    if (term := read_term(text, place)) is not None:
        return term
    for pattern, build in _NEXT[grain]:
        match = pattern.match(text, place)
        if match is not None:
            return _built(match, build)
    return read_term(text, place, is_bare=True)


def _built(match: re.Match[str], build: _Build) -> Term | NoTerm | None:
    try:
        return build(match)
    except ValueError:
        return NoTerm(match.start(), match.end())


def _compiled(*patterns: tuple[str, _Build]) -> _Patterns:
    return tuple((re.compile(pattern, re.VERBOSE | re.IGNORECASE), build) for pattern, build in patterns)


_FULL_DAY = rf"(?P<day>\d{{1,2}}){O}(?P<mark>[/.-]){O}(?P<month>\d{{1,2}}){O}(?P=mark){O}(?P<year>{YEAR})(?!/)"
_WORDED_DAY = rf"(?P<day>\d{{1,2}}){W}tháng{W}(?P<month>\d{{1,2}})(?!\d)(?!{W}(?:ngày|tuần)\b)(?:{_OF_YEAR})?"
_TWO_YEARS = rf"(?P<first_year>{YEAR}){O}(?:-|–|—|đến|tới){O}(?:năm{W})?(?P<last_year>{YEAR})"
# The first word of a term tells which patterns can match: one look spares most of them.
_LEAD = re.compile(
    r"""
      (?P<day>ngày|mùng|mồng)\b
    | (?P<month>tháng)\b
    | (?P<quarter>quý|qúy|quí)\b
    | (?P<year>năm|các)\b
    | (?P<era>giai|nhiệm|thời)\b
    | (?P<part>đầu|giữa|cuối|nửa|tuần)\b
    | (?P<weekday>thứ|chủ)\b
    | (?P<short>(?-i:[TQ]))
    | (?P<opened>\()
    | (?P<number>\d|(?:ba|sáu|chín)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FULL = (rf"(?:ngày{W})?{_FULL_DAY}", day_term)  # ngày 31/12/2025, 22-8-2020, 31/\n12/2025
_SHORT_FULL = (r"(?:ngày\s{1,9})?(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d\d)(?![\d/.,-])", day_term)  # 01/7/25
_HALF_WORDED = (  # 31/12 năm 2025
    rf"(?:ngày{W})?(?P<day>\d{{1,2}})[/.-](?P<month>\d{{1,2}}){O},?{W}năm{W}(?P<year>{YEAR})",
    day_term,
)
_WORDED = (rf"(?:(?:ngày|mùng|mồng){W}){{0,2}}{_WORDED_DAY}", day_term)  # ngày 17 tháng 12 năm 2025, 17 tháng 12
_MONTH = (rf"(?:{_PART})?tháng{W}(?P<month>\d{{1,2}})(?!\d)(?:{_OF_YEAR})?", month_term)  # đầu tháng 10/2024
_QUARTER_OF_YEAR = (
    rf"(?:{_PART})?(?:quý|qúy|quí){W}(?P<quarter>{_QUARTER})(?:{_OF_YEAR})?",
    quarter_term,
)  # quý 4 năm 2005
_YEAR = (rf"(?:{_PART})?(?:các{W})?năm{W}(?P<year>{YEAR})(?!/)", year_term)  # cuối năm 2025
_YEARS = (  # giai đoạn 2026 - 2030, năm 2026-2030
    rf"(?:giai{W}đoạn|nhiệm{W}kỳ|thời{W}kỳ|(?:các{W})?năm)(?:{W}từ)?(?:{W}năm)?{W}{_TWO_YEARS}(?![\d/])",
    years_term,
)
_BY_LEAD = {
    "day": _compiled(
        _FULL,
        _SHORT_FULL,
        _HALF_WORDED,
        _WORDED,
        # ngày 20/11
        (r"ngày\s{1,9}(?P<day>\d{1,2})\s?/\s?(?P<month>\d{1,2})(?!\d)(?!\s?/\s?\d)", day_term),
        (r"ngày\s{1,9}(?P<day>\d{1,2})[.-](?P<month>\d{1,2})(?![\d/])(?![.-]\d)", bare_day_term),
        # ngày cuối cùng của tháng 3
        (rf"ngày{W}cuối(?:{W}cùng)?(?:{W}của)?{W}tháng{W}(?P<month>\d{{1,2}})(?!\d)(?:{_OF_YEAR})?", last_day_of_month),
        # ngày 15 của tháng cuối mỗi quý, ngày cuối cùng của tháng thứ 2 mỗi 6 tháng
        (
            rf"ngày{W}(?:(?P<day>\d{{1,2}})|cuối(?:{W}cùng)?)(?:{W}của)?{W}tháng{W}"
            rf"(?P<which>đầu(?:{W}tiên)?|giữa|cuối(?:{W}cùng)?|thứ{W}(?P<nth>[1-6]|nhất|hai|ba|tư|năm|sáu))\b"
            rf"(?:(?:{W}(?:của|trong))?(?:{W}{_EACH})?{W}(?P<unit>quý|0?6{W}tháng)(?!{W}(?:{_QUARTER}))"
            rf"(?:{W}(?:sau|tiếp{W}theo|kế{W}tiếp|liền{W}kề)\b)?)?",
            day_within_cycle,
        ),
        # ngày cuối tháng, ngày cuối cùng của quý
        (
            rf"ngày{W}cuối(?P<very>{W}cùng)?(?:(?:{W}của)?(?:{W}(?P<each>{_EACH}))?{W}(?P<unit>tháng|quý|năm)\b(?!{W}\d))?",
            last_day_of_cycle,
        ),
        # ngày 20
        (r"ngày\s{1,9}(?P<day>\d{1,2})(?![\w/])(?![.,-]\d)", day_of_month),
    ),
    "month": _compiled(_MONTH),
    "quarter": _compiled(_QUARTER_OF_YEAR),
    "year": _compiled(_YEARS, _YEAR),
    "era": _compiled(_YEARS),
    "part": _compiled(
        _MONTH,
        _QUARTER_OF_YEAR,
        _YEAR,
        # cuối mỗi quý, đầu tháng
        (rf"{_PART}(?:(?P<each>{_EACH}){W})?(?P<unit>tháng|quý|năm)\b(?!{W}(?:\d|{_QUARTER}))", part_of_cycle),
    ),
    "weekday": _compiled(
        # thứ sáu, chủ nhật
        (r"(?:thứ\s{1,9}(?P<weekday>hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s{1,9}nhật)(?!\w)", weekday_term),
    ),
    "short": _compiled((rf"T\.?{O}(?P<month>\d{{1,2}}){O}[/.-]{O}(?P<year>{YEAR})(?!/)", month_term)),  # T12/2025
    "opened": _compiled((rf"\({O}{_TWO_YEARS}{O}\)", years_term)),  # (2015 – 2024)
    "number": _compiled(
        _FULL,
        _SHORT_FULL,
        _HALF_WORDED,
        _WORDED,
        # 6 tháng đầu năm 2026, 9 tháng năm 2026
        (
            rf"(?P<number>0?[1-9]|1[01]|ba|sáu|chín){W}tháng{W}(?:(?P<part>đầu|cuối)(?:{W}của)?{W})?năm"
            rf"(?(part)(?:{W}(?P<year>{YEAR}))?|{W}(?P<short_year>{YEAR}))",
            months_of_year,
        ),
    ),
}
_BARE_DAY = (r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\w/])(?![.,]\d)", bare_day_term)
_BARE_MONTH = (rf"(?P<month>0?[1-9]|1[0-2]){O}[/.-]{O}(?P<year>{YEAR})(?![\w/])", month_term)
_BARE_YEAR = (rf"(?P<year>20\d\d){_NO_UNIT}(?!{O}-{O}\d)", year_term)
_BARE_BY_LEAD = _BY_LEAD | {
    "number": _BY_LEAD["number"]
    + _compiled(_BARE_MONTH, _BARE_DAY, (rf"{_TWO_YEARS}(?![\w/])", years_term), _BARE_YEAR),
    "short": _BY_LEAD["short"]
    + _compiled(
        (r"T\.?\s?(?P<month>\d{1,2})(?![\w/])", month_term),
        (rf"Q\.?\s?(?P<quarter>I{{1,3}}|IV|[1-4])\s?[/.-]\s?(?P<year>{YEAR})", quarter_term),
    ),
    "part": _BY_LEAD["part"] + _compiled((rf"(?P<part>đầu|giữa|cuối){W}(?P<year>20\d\d){_NO_UNIT}", year_term)),
}
_NEXT = {
    Grain.DAY: _compiled(_BARE_DAY),
    Grain.WEEKDAY: (),
    Grain.MONTH: _compiled(
        (
            rf"T?(?P<month>0?[1-9]|1[0-2])(?!\d)(?:{_OF_YEAR})?(?![\w/])(?!{W}(?:ngày|tháng|năm|tuần|lần|%)\b)",
            month_term,
        ),
    ),
    Grain.QUARTER: _compiled((rf"(?P<quarter>{_QUARTER})(?:{_OF_YEAR})?", quarter_term)),
    Grain.MONTHS: (),
    Grain.YEAR: _compiled(_BARE_YEAR),
}

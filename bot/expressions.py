"""Finds, in a text, the expressions that can answer a question: times, amounts, persons, units, documents, places.

What is found is verbatim: spans of the text. Nothing is computed from it.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from corpus.citation import find_references

Span: TypeAlias = tuple[int, int]


class AnswerType(StrEnum):
    """What kind of expression a question asks for."""

    TIME = "time"  # khi nào, trước ngày nào, bao giờ
    DURATION = "duration"  # bao lâu, mấy ngày
    AMOUNT = "amount"  # bao nhiêu, mấy, tỷ lệ
    PERSON = "person"  # ai
    UNIT = "unit"  # đơn vị nào, cơ quan nào
    DOCUMENT = "document"  # văn bản nào, kế hoạch nào
    PLACE = "place"  # ở đâu
    DEFINITION = "definition"  # là gì
    REASON = "reason"  # vì sao
    ENUMERATION = "enumeration"  # gồm những gì
    TEXT = "text"  # anything else: sentences


# A question for one of these is answered by a few words: a date, a duration, a number.
NARROW = frozenset({AnswerType.TIME, AnswerType.DURATION, AnswerType.AMOUNT})

_DATE = r"""
    (?:ngày\s+)? \d{1,2} \s*[/.-]\s* \d{1,2} \s*[/.-]\s* \d{4}              # 31/12/2026
  | (?:ngày\s+) \d{1,2} \s*/\s* \d{1,2} (?!\s*/)                            # ngày 31/12
  | \b\d{1,2}/\d{1,2}\b (?!\s*/|\w)                                         # 30/6
  | ngày\s+ \d{1,2} \s+tháng\s+ \d{1,2} (?:\s+năm\s+\d{4})?                 # ngày 15 tháng 8 năm 2026
  | ngày\s+ \d{1,2} (?=\s+h[ằà]ng\s+tháng)                                  # ngày 20 hằng tháng
  | tháng\s+ \d{1,2} (?:\s*/\s*\d{4} | \s+năm\s+\d{4})?                     # tháng 10/2024
  | quý\s+ (?:I{1,3}|IV|[1-4]) (?:\s*/\s*\d{4} | \s+năm\s+\d{4})?           # quý III/2026
  | (?:giai\s+đoạn\s+|nhiệm\s+kỳ\s+|năm\s+)? \b(?:19|20)\d{2}\s*[-–]\s*(?:19|20)\d{2}\b   # giai đoạn 2026 - 2030
  | năm\s+ (?:19|20)\d{2}                                                   # năm 2025
  | \b\d{1,2} \s* (?:giờ|h(?=\d|\b)) \s* (?:\d{2})?                         # 16 giờ 30, 16h30
"""

_RECURRENCE = r"h[ằà]ng\s+(?:ngày|tuần|tháng|quý|năm)"

_LEAD = r"""
    (?:chậm\s+nhất|muộn\s+nhất|trước|sau|đến\s+hết|đến|từ|kể\s+từ|trong|đầu|giữa|cuối|hết|vào|sáng|chiều|tối)
    (?:\s+(?:là|vào|ngày|năm|hết))*
"""

_TIME = re.compile(
    rf"""
    (?:
        (?:{_LEAD}\s+)* (?:{_DATE})
        (?:\s* (?:đến|[-–]) \s* (?:hết\s+)? (?:{_DATE}))?        # a range
        (?:\s+{_RECURRENCE})?
      | (?:định\s+kỳ\s+)? {_RECURRENCE}
      | \bthường\s+xuyên (?=\s*(?:[.;|\n]|$))            # "thực hiện thường xuyên.", not "thường xuyên chỉ đạo"
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)

_DURATION = re.compile(
    r"""
    (?: (?:không\s+quá|ít\s+nhất|tối\s+đa|tối\s+thiểu|trong\s+thời\s+hạn|trong\s+vòng|trong|sau|quá|từ)\s+ )?
    (?<![\d.,]) \d{1,3} (?:,\d+)? (?:\s*\(\w+\))?      # 10, 05 (năm), 7,5
    \s+ (?:ngày\s+làm\s+việc | ngày | tuần | tháng | năm | giờ | lần)\b
    (?:\s*/\s*(?:lần|năm|tháng))?
    """,
    re.VERBOSE | re.IGNORECASE,
)

# A duration that limits: "trong thời hạn 10 ngày làm việc", not "kỷ niệm 70 năm".
_LIMIT = re.compile(
    r"(?:trong\s+thời\s+hạn|trong\s+vòng|thời\s+hạn|sau|không\s+quá|chậm\s+nhất)\s+(?:là\s+)?" + _DURATION.pattern,
    re.VERBOSE | re.IGNORECASE,
)

_AMOUNT = re.compile(
    r"""
    (?<![\d/.,-])
    (?<!khoản\ )(?<!Điều\ )(?<!điều\ )(?<!điểm\ )(?<!Chương\ )              # "khoản 3 Điều này" counts nothing
    (?: \d{1,3} (?:\.\d{3})+ (?:,\d+)? | (?<![\d/.,-]) \d+ (?:,\d+)? (?![\d/])      # 2.530.000; 0,3; 60
      | (?<!\w)(?:một|hai|ba|bốn|sáu|bảy|tám|chín|mười)\ (?=(?:lần|người|bộ|bản|cấp|loại|hình\ thức)\b) )  # một lần
    """,
    re.VERBOSE,
)

_LABEL = re.compile(r"\s*\d+(?:\.\d+)*[.)]\s")  # the number of a clause counts nothing

_CAPITALS = "".join(letter for letter in map(chr, range(0x41, 0x1EFA)) if letter.isupper())
_NAME_WORD = rf"[{_CAPITALS}][^\W\d_{_CAPITALS}]+"
_PERSON = re.compile(
    rf"""
    (?: đồng\s+chí | đ/c | ông | bà | Bí\s+thư | Chủ\s+tịch | Giám\s+đốc | Bộ\s+trưởng | Thủ\s+tướng | Trưởng\s+\w+ )
    (?:\s+[\w,.–-]+){{0,8}}? \s+
    (?P<after_title>{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,4}})
  | (?P<alone>{_NAME_WORD}(?:\s+{_NAME_WORD}){{2,3}}) (?=\s*,\s*(?:Phó|Bí|Chủ|Giám|Trưởng|Bộ|Thứ|QUV|Ủy))
    """,
    re.VERBOSE,
)

_UNIT = re.compile(
    r"""
    \b(?: Sở | Bộ | UBND | Ủy\s+ban\s+nhân\s+dân | Uỷ\s+ban\s+nhân\s+dân | HĐND | Hội\s+đồng | Ban | Phòng | Công\s+an
        | Văn\s+phòng | Cục | Chi\s+cục | Trung\s+tâm | Thanh\s+tra | Kho\s+bạc | Báo | Đài | Mặt\s+trận | Ủy\s+ban
        | Đảng\s+ủy | Quận\s+ủy | Thành\s+ủy | Tỉnh\s+ủy | Cơ\s+quan | Các\s+[Ss]ở | Trường | Liên\s+đoàn | Chính\s+phủ
        | Thủ\s+tướng | Chủ\s+tịch | Hội )\b
    """,
    re.VERBOSE,
)

_DEFINITION = re.compile(r"^\W*(?:\d{1,2}\.|[a-zđ]\))?\s*[^.;:\n]{2,90}?\s(?:là|được\s+hiểu\s+là|gồm)\s", re.IGNORECASE)
_REASON = re.compile(r"\b(?:do|vì|bởi|nhằm|mục\s+đích|nguyên\s+nhân)\b", re.IGNORECASE)

_ENUMERATION = re.compile(
    r"""
      \b(?:gồm|bao\s+gồm|sau\s+đây|như\s+sau)\b     # what introduces a list
    | (?:[^;:]{3,80};){2}                            # or three members of one
    """,
    re.VERBOSE | re.IGNORECASE,
)

_PLACE = re.compile(r"\b(?:tại|ở|địa\s+điểm|trên\s+địa\s+bàn|trụ\s+sở)\b", re.IGNORECASE)


def find_expressions(kind: AnswerType, text: str) -> list[Span]:
    """All expressions of that kind in the text, in order, not overlapping; none for `TEXT`."""
    return [*_found(kind, text)]


@lru_cache(maxsize=8_000)  # most questions meet the same statements; some 5 MB
def _found(kind: AnswerType, text: str) -> Sequence[Span]:
    match kind:
        case AnswerType.TIME:
            return _own_times(text) or [*_spans(_LIMIT, text)]
        case AnswerType.DURATION:
            return [*_spans(_DURATION, text)]
        case AnswerType.AMOUNT:
            label = _LABEL.match(text)
            return [span for span in _spans(_AMOUNT, text) if label is None or span[0] >= label.end()]
        case AnswerType.PERSON:
            return [match.span(match.lastgroup or 0) for match in _PERSON.finditer(text)]
        case AnswerType.UNIT:
            return [*_spans(_UNIT, text)]
        case AnswerType.DOCUMENT:
            return [
                (reference.start, reference.end)
                for reference in find_references(text)
                if reference.number or reference.short or reference.title
            ]
        case AnswerType.PLACE:
            return [*_spans(_PLACE, text)]
        case AnswerType.DEFINITION:
            return [*_spans(_DEFINITION, text)]
        case AnswerType.REASON:
            return [*_spans(_REASON, text)]
        case AnswerType.ENUMERATION:
            return [*_spans(_ENUMERATION, text)]
        case AnswerType.TEXT:
            return []


# "(10/10/1954 - 10/10/2024)" names an anniversary; "ngày 05/5/2022" behind a document number is its date.
_ANNIVERSARY = re.compile(r"\([^()]*\d{4}\s*[-–][^()]*\d{4}\s*\)?")
_OF_A_DOCUMENT = 4  # characters between a number and the date that belongs to it
# "Đề án 6 trước ngày 20 hằng tháng": a limit or a rhythm is no document's date.
_LIMIT_OR_RHYTHM = re.compile(r"(?:trước|chậm\s+nhất|muộn\s+nhất|đến|định\s+kỳ|h[ằà]ng)\s", re.IGNORECASE)


def _own_times(text: str) -> list[Span]:
    """The times that the text states, without those that only tell which document or anniversary is meant."""
    taken = [match.span() for match in _ANNIVERSARY.finditer(text)]
    taken += [(reference.start, reference.end) for reference in find_references(text)]
    times = [
        (start, end, 0 if _LIMIT_OR_RHYTHM.match(text, start) else _OF_A_DOCUMENT) for start, end in _spans(_TIME, text)
    ]
    return [
        (start, end)
        for start, end, reach in times
        if not any(first <= start < last or 0 <= start - last < reach for first, last in taken)
    ]


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [match.span() for match in pattern.finditer(text)]

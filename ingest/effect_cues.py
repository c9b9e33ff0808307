"""The words by which a text says from when and until when a document is in force.

Forms: Luật Ban hành văn bản quy phạm pháp luật, the articles on effect; Nghị định 30/2020/NĐ-CP, Phụ lục I. The
patterns read lower-case text, as those of `relation_cues`.
"""

import re
from dataclasses import dataclass
from datetime import date

from corpus.model import EffectKind
from ingest.act_verbs import cue
from ingest.statement_dates import DAY, day_after, day_of

_MORE = r"(?: (?:thi hành|áp dụng|thực hiện|toàn bộ|một phần))*"
_FROM = r"\s*[:|,]?\s*(?:là )?(?:bắt đầu )?(?:(?:kể )?từ |vào )?"
_ISSUE = (
    r"(?:kể )?từ (?:ngày|khi) (?:\S+(?: \S+)? này )?(?:được )?(?:quốc hội )?"
    r"(?:ký|ban hành|thông qua)(?: ban hành)?(?!\w)"
)
# A day without its year is kept: the statement is made, the day cannot be read.
_YEARLESS = r"ngày \d{1,2}(?:/| tháng )\d{1,2}(?!\d|/| năm|\s*,? năm)"

_BEGINS = cue(
    rf"(?<!\w)(?<!hết\s)(?<!còn\s)(?<!dứt\s)hiệu lực{_MORE}(?P<from>{_FROM})(?:{DAY}|(?P<yearless>{_YEARLESS}))"
)
_BEGINS_AT_ISSUE = cue(rf"(?<!\w)(?<!hết\s)hiệu lực{_MORE},? (?P<issue>{_ISSUE})")
_BEGINS_AFTER = cue(
    rf"(?<!\w)(?<!hết\s)hiệu lực{_MORE},? sau (?P<days>\d{{1,3}})(?: \([^()]*\))? ngày,? (?P<issue>{_ISSUE})"
)
_BEGINS_OF = cue(rf"(?<!\w)ngày (?:có |bắt đầu có )?hiệu lực(?: thi hành)? của (?P<named>[^;]{{3,200}}?) là {DAY}")
_LASTS = cue(rf"(?<!\w)(?:có|tiếp tục có) hiệu lực{_MORE}[^;.]{{0,60}}? đến (?:hết )?{DAY}")
_ENDS = cue(
    rf"(?<!\w)(?:hết|chấm dứt|hết hạn) hiệu lực{_MORE}(?: theo [^;:|.]{{0,60}}?)?{_FROM}"
    rf"(?:{DAY}|(?P<yearless>{_YEARLESS}))"
)
_HOLDS = cue(rf"(?<!\w)(?:còn|đang có) hiệu lực{_MORE},? (?:tại |đến |vào |tính đến |cho đến )+(?:thời điểm )?{DAY}")
_HOLDS_BEFORE = cue(rf"(?<!\w)(?:đến|tại|tính đến|vào) (?:thời điểm )?{DAY},? [^;.]{{0,200}}?(?:còn|đang có) hiệu lực")

EXCEPTS = cue(r"(?<!\w)(?:trừ|ngoại trừ) ")
NOT_BEGUN = cue(r"(?<!\w)(?:trước|sau|đến|tại|từ|kể từ) (?:ngày|khi|thời điểm) \Z")
OTHERS_EFFECT = cue(
    r"(?<!\w)(?:bản án|hợp đồng|giấy phép|chứng nhận|chứng chỉ|thỏa thuận|giao dịch|di chúc|bảo hiểm|visa|thẻ)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Found:
    """One statement of effect in the words: what, when, where, and the place whose document it is about."""

    kind: EffectKind
    on: date | None
    start: int
    end: int
    named: tuple[int, int] | None = None  # where its document is named, when after the statement's beginning


def find_effects(lower: str, start: int, end: int, issued_on: date | None) -> list[Found]:
    """The statements of effect in `lower[start:end]`, in order."""
    found: list[Found] = []
    for match in _BEGINS_OF.finditer(lower, start, end):
        found.append(Found(EffectKind.BEGINS, day_of(match), match.start(), match.end(), match.span("named")))
    for match in _BEGINS_AFTER.finditer(lower, start, end):
        begins = day_after(issued_on, int(match["days"]))
        found.append(Found(EffectKind.BEGINS, begins, match.start(), match.end()))
    for match in _BEGINS_AT_ISSUE.finditer(lower, start, end):
        found.append(Found(EffectKind.BEGINS, issued_on, match.start(), match.end()))
    for match in _BEGINS.finditer(lower, start, end):
        if _says_when(match):
            found.append(Found(EffectKind.BEGINS, _day(match), match.start(), match.end()))
    for match in _ENDS.finditer(lower, start, end):
        found.append(Found(EffectKind.ENDS, _day(match), match.start(), match.end()))
    for match in _LASTS.finditer(lower, start, end):
        found.append(Found(EffectKind.ENDS, day_after(day_of(match)), match.start(), match.end()))
    for match in _HOLDS.finditer(lower, start, end):
        found.append(Found(EffectKind.HOLDS, day_of(match), match.start(), match.end()))
    for match in _HOLDS_BEFORE.finditer(lower, start, end):
        found.append(Found(EffectKind.HOLDS, day_of(match), match.end(), match.end()))
    return _apart(found)


def _says_when(match: re.Match[str]) -> bool:
    """Whether a preposition, a mark or the word "ngày" leads to the day."""
    label = match.string[max(0, match.start() - len("ngày có ")) : match.start()]
    return bool(match["from"].strip()) or "ngày" in match[0] or "ngày" in label


def _day(match: re.Match[str]) -> date | None:
    return None if match["yearless"] is not None else day_of(match)


def _apart(found: list[Found]) -> list[Found]:
    """In order; of two of one kind that overlap the first found stays."""
    kept: list[Found] = []
    for one in found:
        if not any(one.kind is other.kind and one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.end)

"""Numbers, percentages, durations, amounts and dates of a text, each with the value that it stands for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from corpus.folding import fold


class QuantityKind(StrEnum):
    """What is counted: only quantities of one kind can take each other's place."""

    DATE = "date"  # 31/12/2026, ngày 30/6, tháng 10/2024, năm 2025, quý III/2026
    DURATION = "duration"  # 10 ngày làm việc, 05 (năm) năm
    PERCENT = "percent"  # 90%, 1,5 phần trăm
    MONEY = "money"  # 2.530.000 đồng, 1,5 triệu đồng
    MULTIPLE = "multiple"  # 4,5 lần, gấp hai lần
    FRACTION = "fraction"  # 2/3 tổng số
    COUNT = "count"  # 60 hộ


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity; two ways of writing the same one have equal values ("05 ngày", "năm ngày")."""

    kind: QuantityKind
    value: str
    start: int
    end: int


_UNITS_OF_TIME = r"ngày\s+làm\s+việc|ngày|tuần|tháng|quý|năm|giờ|phút"
_WORD_NUMBERS: Mapping[str, int] = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_ROMAN: Mapping[str, int] = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_LARGE: Mapping[str, int] = {"nghin": 1_000, "ngan": 1_000, "trieu": 1_000_000, "ty": 10**9, "ti": 10**9}

_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?![\d/])"
_WORD_NUMBER = rf"\b(?i:{'|'.join(_WORD_NUMBERS)})"
_SPELT = r"(?:\s*\([^\W\d_]+(?:\s[^\W\d_]+){0,3}\))?"  # 05 (năm) ngày
_DAY = r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}"
_INSTRUMENT = r"(?:Luật|[Nn]ghị\s+(?:định|quyết)|[Tt]hông\s+tư|[Cc]hỉ\s+thị|[Qq]uyết\s+định|[Kk]ế\s+hoạch)"

_FOUND = re.compile(
    rf"""
    (?P<named>                                                            # counts nothing:
        (?:\b{_INSTRUMENT}\s+(?:số\s+)?)?
        \b\d{{1,6}}(?:/(?:19|20)\d\d)?[-/][A-ZĐ][\w&]*(?:[-/.][\w&]+)*      # Nghị định số 152/2025/NĐ-CP
        (?:\s*,?\s+ngày\s+(?:{_DAY}))?                                      # … ngày 14/6/2025
      | \b{_INSTRUMENT}\s+(?:số\s+)?\d+(?:/(?:19|20)\d\d)?(?![\d/%-]|[.,]\d)                 # Nghị định 98, Luật 2022
      | \b(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Cc]hương|[Mm]ục|[Pp]hần|[Pp]hụ\s+lục|[Mm]ẫu(?:\s+số)?|[Bb]iểu(?:\s+số)?)
        \s+\d[\d.]*[a-zđ]?(?!\w|\s*(?:%|triệu|nghìn|tỷ|đồng))               # khoản 1 Điều 29; not "khoản 5 triệu"
        (?:\s*(?:,|-|và|hoặc|đến)\s*\d{{1,3}}[a-zđ]?(?![\w.,/%]|\s*(?:{_UNITS_OF_TIME}|%|lần)\b))*
      | ^[ \t|]*(?:\(?\d{{1,3}}(?:\.\d{{1,3}})*[.)/](?=\s)|\d{{1,3}}\s*(?=\|))   # 1.  (2)  2.1.  a first cell "3 |"
    )
  | (?P<date>
        (?P<day>\d{{1,2}})\s*[/.-]\s*(?P<month>\d{{1,2}})\s*[/.-]\s*(?P<year>\d{{4}})          # 31/12/2026
      | (?P<day2>\d{{1,2}})\s+tháng\s+(?P<month2>\d{{1,2}})(?:\s+năm\s+(?P<year2>\d{{4}}))?    # 01 tháng 7 năm 2025
      | (?<=ngày\ )(?P<day3>\d{{1,2}})/(?P<month3>\d{{1,2}})(?![\d/])                          # ngày 30/6
      | (?P<day4>[12]\d|3[01])/(?P<month4>0?[1-9]|1[0-2])(?![\d/])                             # 31/12
      | (?P<day5>\d{{1,2}})/(?P<month5>0?[1-9]|1[0-2])(?=\s+h[ằà]ng\b|\s+của\s+năm\b)          # 5/6 hằng năm
      | [Tt]háng\s+(?P<month6>\d{{1,2}})(?:\s*/\s*|\s+năm\s+)(?P<year6>\d{{4}})                   # tháng 10/2024
      | [Qq]uý\s+(?P<quarter>I{{1,3}}|IV|[1-4])\b(?:(?:\s*/\s*|\s+năm\s+)(?P<year7>\d{{4}}))?     # quý III/2026
      | (?<![\d.,/])(?P<year8>(?:19|20)\d\d)(?![\d.,]*\d|/|\s*(?:{_UNITS_OF_TIME}|%|đồng|lần|hộ)\b)   # năm 2025
    )
  | (?P<percent>{_NUMBER})\s*(?:%|phần\s+trăm)
  | (?P<money>{_NUMBER})\s*(?P<large>nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?:đồng|VNĐ|VND)\b
  | (?P<multiple>{_NUMBER}|{_WORD_NUMBER}){_SPELT}\s+lần\b
  | (?P<duration>{_NUMBER}|{_WORD_NUMBER}){_SPELT}\s+(?P<unit>{_UNITS_OF_TIME})\b
  | (?P<fraction>\d{{1,3}}/\d{{1,3}})(?![\d/])
  | (?P<count>{_NUMBER}){_SPELT}
    """,
    re.VERBOSE | re.MULTILINE,
)


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of NFC `text`, in order; numbers of documents, articles and list items are none.

    >>> [(one.kind.value, one.value) for one in find_quantities("2. Trả hồ sơ trong 05 ngày làm việc (khoản 3 Điều 8)")]
    [('duration', '5 ngay lam viec')]
    """
    return tuple(
        Quantity(kind, _value(match, kind), match.start(), match.end())
        for match in _FOUND.finditer(text)
        if (kind := _kind(match)) is not None
    )


def names_in(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the numbers that name something: documents with their dates, articles, labels of list items."""
    return tuple(match.span() for match in _FOUND.finditer(text) if match["named"] is not None)


def _kind(match: re.Match[str]) -> QuantityKind | None:
    return next((kind for kind in QuantityKind if match[kind.value] is not None), None)


def _value(match: re.Match[str], kind: QuantityKind) -> str:
    written = match[kind.value]
    match kind:
        case QuantityKind.DATE:
            return _date_value(match)
        case QuantityKind.FRACTION:
            return "/".join(part.lstrip("0") or "0" for part in written.split("/"))
        case QuantityKind.MONEY:
            return _plain(_decimal(written) * _LARGE.get(fold(match["large"] or ""), 1))
        case QuantityKind.DURATION:
            return f"{_plain(_decimal(written))} {' '.join(fold(match['unit']).split())}"
        case _:
            return _plain(_decimal(written))


def _date_value(match: re.Match[str]) -> str:
    """Year, month or quarter, and day; "?" for what is not written."""
    parts = {name: value for name, value in match.groupdict().items() if value is not None}
    read = {name.rstrip("2345678"): value for name, value in parts.items()}
    if quarter := read.get("quarter"):
        return f"{read.get('year', '?')}-Q{_ROMAN.get(quarter.lower(), quarter)}"
    return "-".join((read.get(part) or "?").lstrip("0") for part in ("year", "month", "day"))


def _decimal(written: str) -> Decimal:
    if written.lower() in _WORD_NUMBERS:
        return Decimal(_WORD_NUMBERS[written.lower()])
    return Decimal(written.replace(".", "").replace(",", "."))


def _plain(number: Decimal) -> str:
    """Without zeros that say nothing: 1,0 is 1."""
    written = f"{number:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written

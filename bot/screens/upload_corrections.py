"""What an administrator writes to correct a preview: one field a line, in Vietnamese, with or without marks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot import upload_messages as messages
from corpus.folding import fold
from corpus.identifier import parse_number
from corpus.instrument_kinds import kind_named
from corpus.model import Form

LONGEST_VALUE = 500  # characters; longer titles are mistakes

# By folded name; the keys are those of `ingest add --set`.
_FIELDS: Mapping[str, str] = {
    **dict.fromkeys(("so", "so hieu", "so ky hieu", "so van ban", "ky hieu"), "number"),
    **dict.fromkeys(("ngay", "ngay ban hanh", "ngay ky", "ban hanh ngay"), "issued_on"),
    **dict.fromkeys(("ten", "trich yeu", "tieu de", "ten van ban", "ten goi"), "title"),
    **dict.fromkeys(("loai", "loai van ban", "the loai"), "kind"),
    **dict.fromkeys(("co quan", "co quan ban hanh", "noi ban hanh", "don vi ban hanh"), "issuer"),
    **dict.fromkeys(("hinh thuc", "dang", "loai ban"), "form"),
    **dict.fromkeys(("nguon", "dia chi", "duong dan"), "source"),
}
_FORMS: Mapping[str, Form] = {
    **dict.fromkeys(("ban chinh thuc", "chinh thuc", "nguyen van", "toan van", "ban day du"), Form.OFFICIAL),
    **dict.fromkeys(("ban tom luoc", "tom luoc", "ban tom tat", "tom tat"), Form.DIGEST),
    **dict.fromkeys(("ban tin", "tin", "tin tuc", "bai bao"), Form.NEWS),
}
_NONE = frozenset({"khong co", "khong", "trong", "-"})
_MAY_BE_NONE = frozenset({"number", "issued_on", "source"})

_LINE = re.compile(
    r"""
    \s* [–•*-]? \s*
    (?P<field>[^:=]{2,30}?)  # the name of the field
    \s* [:=] \s*             # what divides it from the value; a title may have colons of its own
    (?P<value>.*?) \s*
    """,
    re.VERBOSE,
)
_DAY = re.compile(
    r"""
    (?:ngay\s+)? (?P<day>\d{1,2}) \s*
    (?: [/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*                  # 5/3/
      | \s*thang\s+(?P<worded>\d{1,2})\s*(?:,?\s*nam|/)?\s* )  # 5 tháng 3 năm
    (?P<year>\d{4})
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Corrections:
    """What was understood, under the keys of `ingest add --set`, and a sentence for each line that was not."""

    values: Mapping[str, str]
    problems: tuple[str, ...]


def looks_like_corrections(text: str) -> bool:
    """Whether the text begins with a field that can be corrected; a question does not."""
    first = _LINE.fullmatch(text.strip().split("\n")[0])
    return first is not None and _key(first["field"]) is not None


def read_corrections(text: str) -> Corrections:
    r"""The corrections that the lines tell; a later line counts over an earlier one of the same field.

    >>> read_corrections("so: 12/kh-ubnd\nNgày ban hành: 5/3/2026").values
    {'number': '12/KH-UBND', 'issued_on': '2026-03-05'}
    """
    values: dict[str, str] = {}
    problems: list[str] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        match = _LINE.fullmatch(line)
        key = _key(match["field"]) if match else None
        if match is None or key is None:
            problems.append(messages.unknown_field(line[:60]))
            continue
        try:
            values[key] = _value(key, " ".join(match["value"].split()))
        except _NotUnderstood as error:
            problems.append(str(error))
    return Corrections(values, tuple(problems))


class _NotUnderstood(ValueError):
    """The sentence for the administrator."""


def _key(field: str) -> str | None:
    return _FIELDS.get(" ".join(re.sub(r"[^\w\s]", " ", fold(field)).split()))


def _value(key: str, value: str) -> str:
    if key in _MAY_BE_NONE and fold(value) in _NONE:
        return ""
    if not value:
        raise _NotUnderstood(messages.no_value(messages.FIELDS[key]))
    if len(value) > LONGEST_VALUE:
        raise _NotUnderstood(messages.too_long(messages.FIELDS[key], LONGEST_VALUE))
    match key:
        case "number":
            return _number(value)
        case "issued_on":
            return _day(value)
        case "form":
            form = _FORMS.get(fold(value))
            if form is None:
                raise _NotUnderstood(messages.no_form(value[:40]))
            return form.value
        case "kind":
            return kind_named(value) or value
        case _:
            return value


def _number(value: str) -> str:
    try:
        return str(parse_number(value))
    except ValueError as error:
        raise _NotUnderstood(messages.no_number(value[:40])) from error


def _day(value: str) -> str:
    match = _DAY.fullmatch(fold(value))
    try:
        if match is None:
            return date.fromisoformat(value).isoformat()
        return date(int(match["year"]), int(match["month"] or match["worded"]), int(match["day"])).isoformat()
    except ValueError as error:
        raise _NotUnderstood(messages.no_day(value[:40])) from error

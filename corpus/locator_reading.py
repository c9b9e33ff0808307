"""Reads the steps of a locator as they stand in a text: level names, abbreviations, labels, with offsets."""

import re
from dataclasses import dataclass

from corpus.folding import fold

_ORDINALS = ("nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi")
_ROMAN_ORDINALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")

# Longest names first: "Tiểu mục" before "Mục", "Phần mở đầu" before "Phần", "gạch đầu dòng" before "dòng".
_STEP = re.compile(
    r"""
    (?<!\w)
    (?:
        (?P<letterhead>phan\ dau\ van\ ban)
      | (?P<preamble>phan\ mo\ dau)
      | (?P<closing>noi\ nhan)
      | gach\ dau\ dong\s*(?:thu\s*)?(?P<item>\d{1,3}|nhat|hai|ba|tu|nam(?!\ \d{4})|[a-z])(?!\w)
      | chu\ thich\s*(?P<footnote>\d{1,3})(?!\w)
      | (?:dong|hang)\s*(?:so\s*|thu\s*)?(?P<row>\d{1,4})(?!\w)
      | bang\s*(?:so\s*)?(?P<table>\d{1,3})(?!\w)
      | doan\s*(?:thu\s*)?(?P<paragraph>\d{1,3}|nhat|hai|ba|tu|nam(?!\ \d{4}))(?!\w)
      | (?P<appendix_name>phu\ luc)(?:\s*(?:so\s*)?(?P<appendix>[ivx]+|\d{1,3}[a-z]?|[a-z])(?!\w))?
      | phan\s*(?:thu\s*)?(?P<part>[ivx]+|\d{1,2}|nhat|hai|ba|tu|nam(?!\ \d{4})|sau|bay|tam|chin|muoi|[a-e])(?!\w)
        # not the second word of "huân chương năm …"
      | (?<!huan\ )(?<!huy\ )(?<!niem\ )chuong\s*(?:thu\s*)?
        (?P<chapter>[ivxl]+|\d{1,2}|nhat|hai|ba|tu|nam(?!\ \d{4})|sau|bay|tam|chin|muoi)(?!\w)
      | tieu\ muc\s*(?P<subsection>[ivx]+|\d{1,3}|[a-z])(?!\w)
      | muc\s*(?:so\s*)?(?P<section>(?:[ivxl]+|\d{1,3}|[a-z])(?:\.(?:\d{1,3}|[ivx]{2,4}|[a-z])(?!\w))*)(?!\w)
      | (?:dieu\s*|d\.?(?=\d))(?P<article>\d{1,3}[a-z]?)(?!\w)        # "Điều 35", "Đ35", "Đ.35"
        (?:\.(?P<article_clause>\d{1,3})(?:\.?(?P<article_point>[a-z]))?(?!\w))?    # "Điều 35.1", "35.1a"
      | (?:khoan\s*|k\.?(?=\d))(?P<clause>\d{1,3}[a-z]?|[ivx]+)(?!\w)
      | diem\s*(?P<point>\d{1,3}(?:\.\d{1,3})*|[a-z]{1,2}\d?)(?!\w)
    )
    """,
    re.VERBOSE,
)
# A further label counts only before another, a higher level or a document: "Điều 5, 10 ngày sau" names one article.
_LABEL_FOLLOWS = (
    r"(?=\s*(?:,|$|(?:va|hoac|cua|khoan|dieu|nghi dinh|luat|bo luat|thong tu|quyet dinh|nghi quyet|nd|tt|qd|nq)(?!\w)))"
)
_FURTHER_NUMBER = re.compile(rf"(?:\s*,\s*|\s+(?:va|hoac)\s+)(?P<label>\d{{1,3}}[a-z]?)(?!\w){_LABEL_FOLLOWS}")
_FURTHER_POINT = re.compile(rf"(?:\s*,\s*|\s+(?:va|hoac)\s+)(?P<label>[a-z])(?!\w){_LABEL_FOLLOWS}")
_LABELLED = [
    "section",
    "article",
    "part",
    "chapter",
    "subsection",
    "clause",
    "point",
    "row",
    "table",
    "footnote",
    "item",
    "paragraph",
]
# Level names as they are written: "đồng 3" folds like "dòng 3" and is none.
_SPELLINGS = frozenset(
    [
        "phần",
        "đầu",
        "văn",
        "bản",
        "mở",
        "nơi",
        "nhận",
        "gạch",
        "dòng",
        "thứ",
        "chú",
        "thích",
        "hàng",
        "số",
        "bảng",
        "đoạn",
        "phụ",
        "lục",
        "chương",
        "tiểu",
        "mục",
        "điều",
        "đ",
        "khoản",
        "điểm",
        "nhất",
        "tư",
        "sáu",
        "bảy",
        "tám",
        "chín",
        "mười",
        "năm",
    ]
)


@dataclass(frozen=True, slots=True)
class Found:
    """The steps that one expression writes (names of `Level`, label), and where."""

    start: int
    end: int
    steps: tuple[tuple[str, str], ...]


def read_steps(text: str) -> list[Found]:
    """Every step written in `text` (NFC), in the order of the text; "điểm a, b và c" are three."""
    folded = fold(text)
    found: list[Found] = []
    for match in _STEP.finditer(folded):
        if not _is_spelt_so(text[match.start() : match.end()]):
            continue
        found.append(Found(match.start(), match.end(), _steps(match, text)))
        level = next((name for name in ("article", "clause", "point") if match[name]), None)
        if level is not None and match["article_clause"] is None:
            found += _enumerated(text, folded, match.end(), level)
    return found


def _enumerated(text: str, folded: str, position: int, level: str) -> list[Found]:
    """The further labels of "điểm a, b và c khoản 2", "Điều 35, 36 Nghị định"."""
    found = []
    pattern = _FURTHER_POINT if level == "point" else _FURTHER_NUMBER
    while (match := pattern.match(folded, position)) is not None:
        label = canonical_label(level.upper(), text[match.start("label") : match.end("label")])
        found.append(Found(match.start("label"), match.end("label"), ((level.upper(), label),)))
        position = match.end("label")
    return found


def canonical_label(level: str, label: str, *, is_first: bool = True) -> str:
    """The label as it is printed: no zeros in front, ordinals as numerals, capitals on the upper levels.

    >>> canonical_label("CHAPTER", "ii"), canonical_label("PART", "thứ nhất"), canonical_label("CLAUSE", "01.")
    ('II', 'I', '1')
    """
    label = label.strip(" .:()[]-–")
    folded = fold(label).removeprefix("thu ")
    if folded in _ORDINALS and len(folded) > 1:
        number = _ORDINALS.index(folded) + 1
        return _ROMAN_ORDINALS[number - 1] if level in ("PART", "CHAPTER") else str(number)
    if label[:1].isdigit():
        return re.sub(r"^0+(?=\d)", "", label.lower())
    is_capital = level in ("PART", "CHAPTER", "SUBSECTION", "APPENDIX") or (level == "SECTION" and is_first)
    is_roman = level in ("SECTION", "CLAUSE") and re.fullmatch("[ivx]{2,}", folded) is not None
    if is_capital or is_roman:
        return label.upper()
    return label if level == "SECTION" else label.lower()


def _is_spelt_so(written: str) -> bool:
    """Whether each word with diacritics in `written` is a level's name or an ordinal, spelt in full."""
    words = re.findall(r"[^\W\d_]+", written.lower().replace("ð", "đ"))
    return all(word.isascii() or word in _SPELLINGS for word in words)


def _steps(match: re.Match[str], text: str) -> tuple[tuple[str, str], ...]:
    def written(name: str) -> str:
        return text[match.start(name) : match.end(name)] if match[name] else ""

    for name in ("letterhead", "preamble", "closing"):
        if match[name]:
            return ((name.upper(), ""),)
    if match["appendix_name"]:
        return (("APPENDIX", canonical_label("APPENDIX", written("appendix"))),)
    name = next(name for name in _LABELLED if match[name])
    parts = written(name).split(".") if name == "section" else [written(name)]
    level = name.upper()
    steps = [(level, canonical_label(level, part, is_first=index == 0)) for index, part in enumerate(parts)]
    for name in ("article_clause", "article_point"):
        if match[name]:
            steps.append((name.removeprefix("article_").upper(), canonical_label("POINT", written(name))))
    return tuple(steps)

"""Recognises the labels that begin a line: "Điều 5.", "II.", "1.1.", "đ)", "–", "(2)", "Phụ lục I"."""

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus.locator import roman_value
from corpus.locator_reading import canonical_label


class Style(StrEnum):
    """Kinds of labels; those up to ARTICLE have a fixed order (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6)."""

    APPENDIX = "appendix"
    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    SUBSECTION = "subsection"
    ARTICLE = "article"
    CAPITAL = "capital"
    ROMAN = "roman"
    DIGIT = "digit"
    LETTER = "letter"
    SMALL_ROMAN = "small_roman"
    BULLET = "bullet"
    FOOTNOTE = "footnote"


RANK = {style: rank for rank, style in enumerate(Style) if rank <= list(Style).index(Style.ARTICLE)}
_ALPHABET = "abcdđefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Label:
    """A label; `words` is the position in the line where the words after it begin."""

    style: Style
    text: str  # without what surrounds it: "35", "1.1", "đ", "IV", "-"
    mark: str  # ")" in "a)", "()" in "(a)", "." in "a."; one list keeps one mark
    words: int

    @property
    def key(self) -> tuple[Style, str, int]:
        """Equal for the labels of one list."""
        return self.style, self.mark, self.text.count(".") if self.style is Style.DIGIT else 0

    @property
    def value(self) -> int:
        """The place in the list, from 1; 0 for bullets."""
        last = self.text.rsplit(".", 1)[-1]
        match self.style:
            case Style.ROMAN | Style.SMALL_ROMAN:
                return roman_value(self.text) or 0
            case Style.CAPITAL | Style.LETTER:
                return _ALPHABET.find(last[:1].lower()) + 1
            case Style.DIGIT:
                return int(last)
            case _:
                return 0


_STRUCTURAL = re.compile(
    r"""
    (?:
        (?P<part>Phần|PHẦN)\s+(?P<part_label>(?:thứ|THỨ)\s+\w+|[IVXL]+|\d{1,2}|[A-E])
      | (?P<chapter>Chương|CHƯƠNG)\s+(?P<chapter_label>[IVXL]+|\d{1,2})
      | (?P<subsection>Tiểu\ mục|TIỂU\ MỤC)\s+(?P<subsection_label>[IVX]+|\d{1,2}|[A-E])
      | (?P<section>Mục|MỤC)\s+(?P<section_label>[IVX]+|\d{1,2}|[A-E])
    )
    (?!\w)\s*(?P<mark>[.:–-]?)\s*
    """,
    re.VERBOSE,
)
_ARTICLE = re.compile(r"(?:Điều|ĐIỀU)\s+(?P<label>\d{1,3}[a-zđ]?)\s*(?:[.:]\s*|$|(?=\())")
_APPENDIX = re.compile(
    r"""
    (?: PHỤ\ LỤC | Phụ\ lục | (?:MẪU\ )?BIỂU | (?:Mẫu\ )?[Bb]iểu | MẪU | Mẫu )
    (?: \s+(?:(?:số|SỐ|Số)\s*:?\s*)?(?P<label>[IVX]+|\d{1,3}[A-Za-z]?|[A-Z])(?!\w) )?
    \s*(?P<rest>.*)
    """,
    re.VERBOSE,
)
_FOOTNOTE = re.compile(r"\[(?P<label>\d{1,3})\]\s*(?=\S)")
_NUMBERED = re.compile(
    r"""
    (?P<open>\()?
    (?:
        (?P<digit>\d{1,2}(?:\.[1-9]\d?){0,5})   # 1  1.1  2.10.3; never 2.530.000 or 05.2025
      | (?P<roman>[IVXL]{1,6})
      | (?P<capital>[A-ZĐ])
      | (?P<small_roman>[ivx]{2,5})
      | (?P<letter>[a-zđ]\d?)
    )
    (?P<close>\)|\s?[./:](?=\s|$|[^\W\d_a-z]|["“(])|\s[-–](?=\s))?
    """,
    re.VERBOSE,
)
_BULLET = re.compile(r"(?P<label>[-–—+*•●○▪■□✓✔])(?![-–—+*=_\d]|\s*$)\s*|(?P<letter>o)\s+(?=[^\W\d_a-z])")
# Marks that Markdown, quotations and scanned pages leave before a label.
_DECORATION = re.compile(r"[\s#>_]*(?:\*\*|__)?\s*")
_AFTER = re.compile(r"[\s*_]*")


def read_labels(line: str) -> tuple[Label, ...]:
    """The labels that may begin `line`, likeliest first; several where a letter is also a Roman numeral.

    >>> [(label.style.value, label.text) for label in read_labels("I. MỤC ĐÍCH")]
    [('roman', 'I'), ('capital', 'I')]
    >>> read_labels("10/10/1954 - 10/10/2024"), read_labels("2.530.000 đồng"), read_labels("30 tháng 4")
    ((), (), ())
    """
    decoration = _DECORATION.match(line)
    at = decoration.end() if decoration else 0
    if at >= len(line):
        return ()
    one = _structural(line, at) or _article(line, at) or _appendix(line, at) or _footnote(line, at)
    if one is not None:
        return (one,)
    return _numbered(line, at) or _bullet(line, at)


def _structural(line: str, at: int) -> Label | None:
    match = _STRUCTURAL.match(line, at)
    if match is None:
        return None
    words = _skip(line, match.end())
    # "Chương II của Luật này", "Mục 3, Phần I": a reference, not a heading.
    if words < len(line) and not match["mark"] and not line[words].isupper():
        return None
    name = next(name for name in ("part", "chapter", "section", "subsection") if match[name])
    return Label(Style(name), canonical_label(name.upper(), match[f"{name}_label"]), "", words)


def _article(line: str, at: int) -> Label | None:
    match = _ARTICLE.match(line, at) or _ARTICLE.match(line.replace("*", " "), at)
    if match is None:
        return None
    return Label(Style.ARTICLE, match["label"].lower(), "", _skip(line, match.end()))


def _appendix(line: str, at: int) -> Label | None:
    match = _APPENDIX.match(line, at)
    if match is None:
        return None
    rest, name = match["rest"].strip("* _"), line[at : at + 7].casefold()
    if match["label"] is None and (rest or not name.startswith("phụ lục")):
        return None
    if (rest and not (rest[0] in ".:–-([" or rest.isupper())) or len(rest) > 300:
        return None
    label = canonical_label("APPENDIX", match["label"] or "")
    return Label(Style.APPENDIX, label, "", _skip(line, match.start("rest")))


def _footnote(line: str, at: int) -> Label | None:
    match = _FOOTNOTE.match(line, at)
    return Label(Style.FOOTNOTE, match["label"], "", match.end()) if match else None


def _numbered(line: str, at: int) -> tuple[Label, ...]:
    match = _NUMBERED.match(line, at)
    if match is None or (match["open"] and match["close"] != ")"):
        return ()
    closing = (match["close"] or "").strip()
    words = _skip(line, match.end())
    following = line[words : words + 1]
    if not closing and not (match["digit"] and "." in match["digit"] and _begins_words(following)):
        return ()
    if closing == ":" and not (match["roman"] or match["capital"]):
        return ()
    mark = "()" if match["open"] else ")" if closing == ")" else "."
    return _readings(match, mark, words)


def _readings(match: re.Match[str], mark: str, words: int) -> tuple[Label, ...]:
    readings: list[Label] = []
    if match["digit"]:
        readings.append(Label(Style.DIGIT, re.sub(r"^0(?=\d)", "", match["digit"]), mark, words))
    roman = match["roman"] or ""
    if roman and roman_value(roman):
        readings.append(Label(Style.ROMAN, roman, mark, words))
    if match["capital"] or len(roman) == 1:
        readings.append(Label(Style.CAPITAL, match["capital"] or roman, mark, words))
    small = match["small_roman"] or match["letter"] or ""
    if roman_value(small):
        readings.append(Label(Style.SMALL_ROMAN, small, mark, words))
    if match["letter"]:
        readings.append(Label(Style.LETTER, match["letter"], mark, words))
    return tuple(readings)


def _bullet(line: str, at: int) -> tuple[Label, ...]:
    match = _BULLET.match(line, at)
    if match is None:
        return ()
    sign = match["label"] or match["letter"]
    kept = "-" if sign in "-–—" else sign
    return (Label(Style.BULLET, kept, kept, match.end()),)


def _begins_words(character: str) -> bool:
    return character.isupper() or character in ("“", '"', "(", "")


def _skip(line: str, position: int) -> int:
    match = _AFTER.match(line, position)
    return match.end() if match else position

"""How people cite a place: "Điều 35 khoản 1 điểm a", "Mục V.2.b". One canonical print, a tolerant parser."""

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus.locator_reading import Found, canonical_label, read_steps


class Level(StrEnum):
    """Levels from the outermost to the innermost; the value is the word that is printed."""

    LETTERHEAD = "Phần đầu văn bản"
    PREAMBLE = "Phần mở đầu"
    APPENDIX = "Phụ lục"
    PART = "Phần"
    CHAPTER = "Chương"
    SECTION = "Mục"  # of a law; also each level of a plan's numbering, printed "Mục V.2.b"
    SUBSECTION = "Tiểu mục"
    ARTICLE = "Điều"
    CLAUSE = "khoản"
    POINT = "điểm"
    TABLE = "bảng"
    ROW = "dòng"
    PARAGRAPH = "đoạn"
    ITEM = "gạch đầu dòng"
    FOOTNOTE = "chú thích"
    CLOSING = "Nơi nhận"


_RANK = {level: rank for rank, level in enumerate(Level)}
_ABOVE_ARTICLE = frozenset({Level.PART, Level.CHAPTER, Level.SECTION, Level.SUBSECTION})
# What people call one and the same level of a plan: "khoản 2 Mục III", "điểm 2 mục III", "mục 2 phần III".
_PLAN_LEVELS = _ABOVE_ARTICLE | {Level.CLAUSE, Level.POINT}


@dataclass(frozen=True, slots=True)
class Step:
    """One level with its label as numbered: (ARTICLE, "35"), (POINT, "đ"), (SECTION, "IV"); "" when unnumbered."""

    level: Level
    label: str = ""


@dataclass(frozen=True, slots=True)
class Locator:
    """A path from the outermost step to the innermost; the empty one is the whole document."""

    steps: tuple[Step, ...] = ()

    def __str__(self) -> str:
        printed = ""
        for index, step in enumerate(self.steps):
            continues_numbering = index > 0 and step.level is self.steps[index - 1].level is Level.SECTION
            if continues_numbering:
                printed += f".{step.label}"
            else:
                printed += f" {step.level} {step.label}".rstrip()
        return printed.strip()

    def child(self, level: Level, label: str = "") -> "Locator":
        """The place one step further in; a plan's "1.2" below "1" becomes the step "2".

        >>> str(parse_locator("Mục II.1").child(Level.SECTION, "1.2."))
        'Mục II.1.2'
        """
        parts = label.strip(" .:()[]-–").split(".") if level is Level.SECTION else [label]
        above = [step.label for step in self.steps if step.level is Level.SECTION]
        repeated = next((count for count in range(len(parts) - 1, 0, -1) if above[-count:] == parts[:count]), 0)
        steps = list(self.steps)
        for part in parts[repeated:]:
            is_first = steps == [] or steps[-1].level is not level
            steps.append(Step(level, canonical_label(level.name, part, is_first=is_first)))
        return Locator(tuple(steps))

    def contains(self, other: "Locator") -> bool:
        """Whether `other` is this place or lies in it; chapters and sections above an article need not be named.

        >>> parse_locator("Điều 35").contains(parse_locator("Chương V Điều 35 khoản 1"))
        True
        >>> parse_locator("mục 2 phần III").contains(parse_locator("Mục III.2.b"))
        True
        """
        mine, others = _path(self), _path(other)
        if others[: len(mine)] == mine:
            return True
        is_article_in_chapter = any(step.level is Level.ARTICLE for step in other.steps)
        is_chapter = bool(self.steps) and all(step.level in _ABOVE_ARTICLE for step in self.steps)
        return is_article_in_chapter and is_chapter and _is_subsequence(_structure(self), _structure(other))


def _structure(locator: Locator) -> list[tuple[str, str]]:
    """The steps as they are, labels comparable: a part above a chapter need not be named."""
    return [(step.level, _comparable(step.label, may_be_roman=True)) for step in locator.steps]


def _path(locator: Locator) -> list[tuple[str, str]]:
    """What is compared: article, clause and point alone in a law; the plain sequence of labels in a plan."""
    has_article = any(step.level is Level.ARTICLE for step in locator.steps)
    path: list[tuple[str, str]] = []
    for step in locator.steps:
        if has_article:
            if step.level not in _ABOVE_ARTICLE:
                path.append((step.level, _comparable(step.label, may_be_roman=False)))
            continue
        level = Level.SECTION if step.level in _PLAN_LEVELS else step.level
        is_outermost = all(name != Level.SECTION for name, _ in path)
        path.append((level, _comparable(step.label, may_be_roman=is_outermost or step.label.isupper())))
    return path


def _comparable(label: str, *, may_be_roman: bool) -> str:
    value = roman_value(label) if may_be_roman else None
    return str(value) if value is not None else label.lower().lstrip("0") or "0"


def _is_subsequence(inner: list[tuple[str, str]], outer: list[tuple[str, str]]) -> bool:
    remaining = iter(outer)
    return all(step in remaining for step in inner)


def roman_value(label: str) -> int | None:
    """The value of a Roman numeral up to 89, None for anything else; "C" and "D" are letters, as plans use them.

    >>> roman_value("XIV"), roman_value("iv"), roman_value("C")
    (14, 4, None)
    """
    match = re.fullmatch(r"(X{0,3}|XL|LX{0,3})(IX|IV|V?I{0,3})", label.upper())
    if match is None or not label:
        return None
    values = {"I": 1, "V": 5, "X": 10, "L": 50}
    digits = [values[letter] for letter in label.upper()]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-digit if digit < following else digit for digit, following in pairs)


def parse_locator(text: str) -> Locator:
    """The place that the whole of `text` names, in whichever order; raises ValueError when it names none.

    >>> str(parse_locator("điểm a khoản 1 Điều 35")), str(parse_locator("dieu 35.1")), str(parse_locator("mục v.2.b"))
    ('Điều 35 khoản 1 điểm a', 'Điều 35 khoản 1', 'Mục V.2.b')
    """
    found = read_steps(text)
    if not found or _leftover(text, found):
        raise ValueError(f"not a locator: {text!r}")
    return locator_of(found)


def locator_of(found: list[Found]) -> Locator:
    """The locator of the steps read, outermost first; raises ValueError when a level but Mục or a dash occurs twice."""
    groups = [[Step(Level[level], label) for level, label in one.steps] for one in found]
    levels = [step.level for group in groups for step in group if step.level not in (Level.SECTION, Level.ITEM)]
    if len(set(levels)) < len(levels):
        raise ValueError("several places: " + ", ".join(levels))
    groups.sort(key=lambda group: _RANK[group[0].level])
    return Locator(tuple(step for group in groups for step in group))


def _leftover(text: str, found: list[Found]) -> str:
    """What of `text` is no step and no separator between steps."""
    rest, position = "", 0
    for one in found:
        rest += text[position : one.start]
        position = one.end
    return re.sub(r"(?:[\s,;.:-]|của|cua|tại|tai)+", "", rest + text[position:])

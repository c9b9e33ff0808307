"""The numbers that Word writes before paragraphs and does not store in them (ECMA-376 part 1, 17.9)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ingest.readers.list_numbers import formatted
from ingest.readers.word.markup import Element, child, children, is_on, number_of, value_of
from ingest.readers.word.styles import Styles

_PLACE = re.compile(r"%([1-9])")  # 17.9.11: "%2" stands for the number of the second level
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list."""

    number_format: str = "decimal"
    text: str = ""
    start: int = 1
    restarts_after: int | None = None  # 17.9.10: the level, from 1, whose use restarts this one; 0 for none
    is_legal: bool = False  # 17.9.4: numbers of higher levels are shown as 1, 2, 3


@dataclass(frozen=True, slots=True)
class ListNumbering:
    """One use of a list: the levels, whose counters it shares, and where it restarts them."""

    family: str
    levels: Mapping[int, ListLevel]
    restarts: Mapping[int, int]


class ListCounter:
    """Gives each paragraph its label, in document order."""

    def __init__(self, numbering: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists = _read_lists(numbering)
        self._counts: dict[str, dict[int, int]] = {}
        self._restarted: set[tuple[str, int]] = set()

    def label(self, paragraph: Element) -> str:
        """The label of this paragraph, "" when it has none; counts it."""
        number_id, depth = self._styles.list_of(paragraph)
        used = self._lists.get(number_id)
        if used is None or depth not in used.levels:
            return ""
        level = used.levels[depth]
        if level.number_format == "bullet":
            return "+" if level.text.strip() == "+" else "-"
        self._count(number_id, used, depth)
        if level.number_format == "none" and "%" not in level.text:
            return level.text.strip()
        counts = self._counts[used.family]
        return _PLACE.sub(lambda place: _shown(used, counts, int(place[1]) - 1, level), level.text).strip()

    def _count(self, number_id: str, used: ListNumbering, depth: int) -> None:
        counts = self._counts.setdefault(used.family, {})
        if depth in used.restarts and (number_id, depth) not in self._restarted:
            self._restarted.add((number_id, depth))
            counts[depth] = used.restarts[depth]
        elif depth in counts:
            counts[depth] += 1
        else:
            counts[depth] = used.levels[depth].start
        for above in range(depth):
            # Word shows a level that was skipped as if it had been used once.
            counts.setdefault(above, used.levels.get(above, ListLevel()).start)
        for below in range(depth + 1, _LEVELS):
            after = used.levels.get(below, ListLevel()).restarts_after
            if after is None or depth < after:
                counts.pop(below, None)


def _shown(used: ListNumbering, counts: Mapping[int, int], depth: int, asked_by: ListLevel) -> str:
    level = used.levels.get(depth, ListLevel())
    count = counts.get(depth, level.start)
    return formatted(count, "decimal" if asked_by.is_legal else level.number_format)


def _read_lists(numbering: Element | None) -> dict[str, ListNumbering]:
    abstracts = {value_of(found, "abstractNumId"): found for found in children(numbering, "abstractNum")}
    by_style = {
        value_of(child(found, "styleLink")): identifier
        for identifier, found in abstracts.items()
        if child(found, "styleLink") is not None
    }
    lists = {}
    for used in children(numbering, "num"):
        family = value_of(child(used, "abstractNumId"))
        # 17.9.21: a list may be defined by a style, whose own list carries the levels.
        family = by_style.get(value_of(child(abstracts.get(family), "numStyleLink")), family)
        levels = _levels(abstracts.get(family))
        restarts = {}
        for override in children(used, "lvlOverride"):
            depth = number_of(override, "ilvl") or 0
            levels |= _levels(override)
            start = number_of(child(override, "startOverride"))
            if start is not None:
                restarts[depth] = start
        lists[value_of(used, "numId")] = ListNumbering(family, levels, restarts)
    return lists


def _levels(holder: Element | None) -> dict[int, ListLevel]:
    levels = {}
    for level in children(holder, "lvl"):
        start = number_of(child(level, "start"))
        levels[number_of(level, "ilvl") or 0] = ListLevel(
            number_format=value_of(child(level, "numFmt")) or "decimal",
            text=value_of(child(level, "lvlText")),
            start=1 if start is None else start,
            restarts_after=number_of(child(level, "lvlRestart")),
            is_legal=is_on(child(level, "isLgl")),
        )
    return levels

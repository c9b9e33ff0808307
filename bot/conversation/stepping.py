"""Messages that go on from the provision last read: "điều tiếp theo", "khoản trước đó", "mục cuối cùng"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot import conversation_messages as messages
from bot.conversation.memory import Memory
from bot.conversation.resolution import Rewritten, Unclear
from bot.conversation.said import Said
from corpus.folding import fold
from corpus.library import Library
from corpus.locator import Level, Locator, Step, parse_locator
from corpus.model import DocumentId

_LEVELS = {
    "dieu": Level.ARTICLE,
    "khoan": Level.CLAUSE,
    "diem": Level.POINT,
    "muc": Level.SECTION,
    "chuong": Level.CHAPTER,
    "phan": Level.PART,
}
_NEXT = (
    r"(?P<next>(?:lien\s+)?ke(?:\s+(?:tiep|sau))?|(?:lien\s+)?sau(?!\s+day)(?:\s+(?:do|nua))?|tiep(?:\s+(?:theo|nua))?)"
)
_BACK = r"(?P<back>(?:lien\s+|ke\s+|phia\s+)?truoc(?:\s+(?:do|nua))?|lien tren|o tren)"
_ENDS = r"(?P<first>dau(?:\s+tien)?)|(?P<last>cuoi(?:\s+cung)?|chot)"
_WHICH = rf"(?:{_NEXT}|{_BACK}|{_ENDS})(?!\w)(?!\s*(?:ngay|khi|thang|nam|han|\d))"
_STEP = re.compile(rf"(?<!\w)(?P<level>{'|'.join(_LEVELS)})\s+{_WHICH}")
# Without the level: that of the place last read.
_BARE = re.compile(
    rf"(?:(?:doc|xem|cho xem|qua|sang)\s+)?(?:(?:cai|doan|phan|noi dung)\s+)?{_NEXT}(?:\s+(?:la gi|noi gi|gi|di))*\W*"
)


@dataclass(frozen=True, slots=True)
class _Asked:
    level: Level
    by: int | None  # places on or back; None for an end
    is_last: bool


class Stepping:
    """Over the structures of the documents of one library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def on_or_back(self, said: Said, memory: Memory) -> Rewritten | Unclear | None:
        """The provision before or after the one last read, of the same document; None when none is asked for."""
        place = _parsed(memory.place)
        asked = _asked(said, place)
        if asked is None or len(memory.documents) != 1:
            return None
        [document] = memory.documents
        if document.id is None:
            return None
        siblings = self._siblings(self._all_of(document.id, asked.level), asked.level, place)
        own = next((step.label for step in reversed(place.steps) if step.level is asked.level), "")
        if asked.by is not None and own.isdigit():
            return self._numbered(int(own) + asked.by, siblings, asked.level, place, document.name)
        if not siblings or (asked.by is not None and not own and asked.level is Level.ARTICLE):
            return Unclear(messages.which_article())
        labels = [one.steps[-1].label.lower() for one in siblings]
        # Read as a whole: what comes next is the first within.
        at = labels.index(own.lower()) + (asked.by or 0) if own.lower() in labels else 0
        at = at if asked.by is not None else len(siblings) - 1 if asked.is_last else 0
        if not 0 <= at < len(siblings):
            return Unclear(messages.no_such_provision(document.name))
        return Rewritten(f"{_told(siblings[at])} {document.name} quy định gì")

    def _numbered(
        self, number: int, siblings: Sequence[Locator], level: Level, place: Locator, name: str
    ) -> Rewritten | Unclear:
        """The one with this number, which the library may not hold; none is before the first or after the last."""
        last = max((int(label) for one in siblings if (label := one.steps[-1].label).isdigit()), default=number)
        if not 0 < number <= last:
            return Unclear(messages.no_such_provision(name))
        levels = [step.level for step in place.steps]
        above = place.steps[: len(levels) - 1 - levels[::-1].index(level)]
        return Rewritten(f"{_told(Locator((*above, Step(level, str(number)))))} {name} quy định gì")

    def _all_of(self, document_id: DocumentId, level: Level) -> list[Locator]:
        provisions = self._library.provisions(document_id)
        found = (one.locator for one in provisions if one.locator.steps and one.locator.steps[-1].level is level)
        return list(dict.fromkeys(found))

    def _siblings(self, places: Sequence[Locator], level: Level, place: Locator) -> list[Locator]:
        """Those that stand beside the place: articles of the whole document, clauses of its article."""
        if level in {Level.ARTICLE, Level.CHAPTER, Level.PART}:
            return list(places)
        above = _above(place, level)
        if not above and level is not Level.SECTION:
            return []
        return [one for one in places if _comparable(one.steps[:-1]) == above]


def _asked(said: Said, place: Locator) -> _Asked | None:
    text = said.text
    found = _STEP.search(fold(text))
    level = _LEVELS[found["level"]] if found else None
    if found is None and place.steps:
        found = _BARE.fullmatch(fold(said.plain))
        numbered = [step.level for step in place.steps if step.level in _LEVELS.values()]
        level = numbered[-1] if numbered else None
        text = said.plain
    if found is None or level is None or "sáu" in text[found.start() : found.end()].lower():
        return None
    parts = found.groupdict()
    by = 1 if parts["next"] else -1 if parts.get("back") else None
    return _Asked(level, by, bool(parts.get("last")))


def _parsed(place: str) -> Locator:
    try:
        return parse_locator(place) if place else Locator()
    except ValueError:
        return Locator()


def _comparable(steps: Sequence[Step]) -> tuple[tuple[Level, str], ...]:
    """The steps from the article down; all of them where there is none."""
    levels = [step.level for step in steps]
    start = levels.index(Level.ARTICLE) if Level.ARTICLE in levels else 0
    return tuple((step.level, step.label.lower()) for step in steps[start:])


def _above(place: Locator, level: Level) -> tuple[tuple[Level, str], ...]:
    """The steps above the innermost one of the level; above where that would stand when the place has none."""
    steps = list(place.steps)
    levels = [step.level for step in steps]
    if level in levels:
        return _comparable(steps[: len(levels) - 1 - levels[::-1].index(level)])
    order = list(Level)
    return _comparable([step for step in steps if order.index(step.level) < order.index(level)])


def _told(place: Locator) -> str:
    levels = [step.level for step in place.steps]
    start = levels.index(Level.ARTICLE) if Level.ARTICLE in levels else 0
    return str(Locator(place.steps[start:]))

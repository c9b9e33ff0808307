"""The slots of a question: which document, whose duty, what time, which title; found, replaced, added, taken out."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.conversation import follow_up_cues as cues
from bot.deadline_units import MASK, units_asked
from bot.deadline_window import window_in
from bot.question_parts import TITLE
from bot.time_expressions import times_in
from corpus.citation import find_references
from corpus.folding import fold
from corpus.locator_reading import read_steps
from corpus.reference_context import read_context


class SlotKind(StrEnum):
    """What a message may change of the question before, in the order in which words are given to slots."""

    DOCUMENT = "document"
    PROVISION = "provision"
    TITLE = "title"
    TIME = "time"
    UNIT = "unit"
    PLACE = "place"  # a province
    LEVEL = "level"  # cấp tỉnh, toàn quốc
    GROUP = "group"  # tập thể, cá nhân
    RANK = "rank"  # hạng nhì
    PRODUCT = "product"  # báo cáo, hồ sơ, tổng kết


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands at `start`–`end` of a text."""

    kind: SlotKind
    start: int
    end: int
    written: str


def slots_in(text: str, as_of: date) -> tuple[Slot, ...]:
    """The slots of the text (NFC), none of which overlap, in its order."""
    found: list[Slot] = []
    for kind in SlotKind:
        found += [one for one in slots_of(kind, text, as_of) if not any(_overlap(one, other) for other in found)]
    return tuple(sorted(found, key=lambda one: one.start))


def slots_of(kind: SlotKind, text: str, as_of: date) -> list[Slot]:
    """The slots of this kind, also those that lie within another: the level within a title."""
    return [Slot(kind, start, end, text[start:end]) for start, end in _FINDERS[kind](text, as_of)]


def replaced(text: str, slot: Slot, written: str) -> str:
    """The text with these words in place of the slot."""
    return _tidy(f"{text[: slot.start]} {written} {text[slot.end :]}")


def taken_out(text: str, slots: tuple[Slot, ...]) -> str:
    """The text without the slots and the words that join them to it."""
    for slot in sorted(slots, key=lambda one: -one.start):
        before = text[: slot.start]
        joiner = cues.JOINER.search(fold(before))
        before = before[: joiner.start()] if joiner else before
        text = f"{before} {text[slot.end :]}"
    return _tidy(text)


def _tidy(text: str) -> str:
    text = " ".join(text.split())
    return re.sub(r"\s+([,?.;])", r"\1", text).strip(" ,;")


def _overlap(one: Slot, other: Slot) -> bool:
    return one.start < other.end and other.start < one.end


_PLACE_BEHIND = re.compile(rf"\s*,?\s*(?:cua\s+|o\s+|tai\s+)?(?:{cues.PLACE.pattern})")
_Spans = list[tuple[int, int]]


def _documents(text: str, as_of: date) -> _Spans:
    """Each document named, with its place, date and issuer as far as they follow it."""
    found = [one for one in find_references(text) if one.number or one.short or one.title]
    spans = []
    for reference in found:
        end = reference.end
        if reference.issuer or reference.issued_on:
            end = max(end, read_context(text, reference.end).end)
        if place := _PLACE_BEHIND.match(fold(text), end):
            end = place.end()
        spans.append((reference.start, min(end, len(text))))
    news = [(match.end() - len(match[0].removeprefix("theo ")), match.end()) for match in cues.HEADLINE.finditer(text)]
    spans = [one for one in spans if not any(start <= one[0] < end for start, end in news)] + news
    return list(dict.fromkeys(spans))


def _provisions(text: str, as_of: date) -> _Spans:
    steps = read_steps(text)
    return [(min(one.start for one in steps), max(one.end for one in steps))] if steps else []


def _titles(text: str, as_of: date) -> _Spans:
    found = [match.span() for match in TITLE.finditer(fold(text))]
    whole = [(start, start + len(re.sub(r"\s+(?:của|cho|do|cua)\Z", "", text[start:end]))) for start, end in found]
    return [(start, _end_of_branch(text, start, end)) for start, end in whole]


def _end_of_branch(text: str, start: int, end: int) -> int:
    """The end of the title with what its last word announces: "Kỷ niệm chương ngành Nội vụ", "hạng 3"."""
    folded = fold(text[start:end])
    if folded.endswith(" nganh") and (branch := re.match(r"\s+[^\W\d_]+\s+[^\W\d_]+", text[end:])):
        return end + branch.end()
    rank = cues.RANK.match(fold(text), end - len("hang")) if folded.endswith(" hang") else None
    return rank.end() if rank else end


def _times(text: str, as_of: date) -> _Spans:
    folded = _masked(text)
    spans = [(one.start, one.end) for one in times_in(folded, as_of)]
    if (window := window_in(folded, as_of)) and not cues.STATE_OF_A_LIMIT.search(folded[window.start : window.end]):
        spans.append((window.start, window.end))
    spans += [match.span() for cue in (cues.RELATIVE_TIME, cues.YEAR) for match in cue.finditer(folded)]
    longest_first = sorted(spans, key=lambda span: span[0] - span[1])
    kept: _Spans = []
    for start, end in longest_first:
        if not any(start < other_end and other_start < end for other_start, other_end in kept):
            kept.append((start, end))
    return sorted((_start_of_signing(folded, start), end) for start, end in kept)


def _start_of_signing(folded: str, start: int) -> int:
    """The start of a time, with "quyết định ký" before it."""
    signing = (match for match in cues.SIGNED.finditer(folded, 0, start) if match.end() == start)
    found = next(signing, None)
    return found.start() if found and (found.start() == 0 or not folded[found.start() - 1].isalnum()) else start


def _units(text: str, as_of: date) -> _Spans:
    masked = text
    for start, end in [*_documents(text, as_of), *_times(text, as_of)]:
        masked = f"{masked[:start]}{MASK * (end - start)}{masked[end:]}"
    found = units_asked(masked)
    cut = [cues.BEYOND_A_PLACE.match(fold(one.name)) for one in found]
    bodies = [match.span() for match in cues.CENTRAL_BODY.finditer(fold(masked))]
    named = [(one.start, one.start + end.end() if end else one.end) for one, end in zip(found, cut, strict=True)]
    whole = (cues.NAMED_LIKE_A_VERB.match(fold(masked), start) for start, _ in named)
    named = [(start, max(end, more.end()) if more else end) for (start, end), more in zip(named, whole, strict=True)]
    return sorted(
        set(named + [one for one in bodies if not any(one[0] < end and start < one[1] for start, end in named)])
    )


def _masked(text: str) -> str:
    folded = cues.HEADLINE.sub(lambda match: MASK * len(match[0]), text)
    folded = fold(folded)
    for reference in find_references(text):
        if reference.number or reference.short or reference.title:
            width = reference.end - reference.start
            folded = f"{folded[: reference.start]}{MASK * width}{folded[reference.end :]}"
    return folded


def _by(cue: re.Pattern[str]) -> Callable[[str, date], _Spans]:
    return lambda text, as_of: [match.span() for match in cue.finditer(fold(text))]


_FINDERS: dict[SlotKind, Callable[[str, date], _Spans]] = {
    SlotKind.DOCUMENT: _documents,
    SlotKind.PROVISION: _provisions,
    SlotKind.TITLE: _titles,
    SlotKind.TIME: _times,
    SlotKind.UNIT: _units,
    SlotKind.PLACE: _by(cues.PLACE),
    SlotKind.LEVEL: _by(cues.LEVEL),
    SlotKind.GROUP: _by(cues.GROUP),
    SlotKind.RANK: _by(cues.RANK),
    SlotKind.PRODUCT: _by(cues.PRODUCT),
}

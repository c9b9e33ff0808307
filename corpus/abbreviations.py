"""Abbreviations of the trade as people type them, and what they stand for. For questions; documents keep theirs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from corpus.abbreviation_table import AMBIGUOUS, BODIES, DOTTED, FIELD, PEOPLE, PLACES
from corpus.diacritics import is_syllable
from corpus.folding import fold
from corpus.instrument_kinds import kind_of_code

# What letters that are a place stand behind: a level, a body, "của", or the number of a document.
_BEFORE_A_PLACE = re.compile(
    r"(?:\b(?:của|cua|ở|tại|tai|tỉnh|tinh|tp|thành phố|thanh pho|ubnd|hđnd|hdnd)\.? ?|\d ?)\Z", re.IGNORECASE
)
# "BCH phòng thủ dân sự", "BCH quân sự" command; others are elected.
_BEFORE_A_COMMAND = re.compile(
    r"\s+(?:phòng|phong|quân sự|quan su|quân khu|quan khu|cứu|cuu|pccc|pctt|ptds|qs|thống nhất|thong nhat)(?!\w)",
    re.IGNORECASE,
)

_WRITTEN = re.compile(
    r"""
      (?P<number>\d+(?:/\d{4})?[/-][^\W\d_]\w*(?:[/-]\w+)*)     # a document number keeps its symbol: 88/KH-UBND
    | (?<![\w.])(?P<dotted>[QPHXqphx])\.(?=\s?[^\W_])           # Q. P. before a name
    | (?<![\w])(?P<hyphened>[^\W\d_]+-[^\W\d_]+)(?!\w)          # TĐ-KT
    | (?<![^\W_])(?P<plain>[^\W\d_]+)(?![^\W\d_])               # UBND; KH in KH88
    """,
    re.VERBOSE,
)
_NUMBER_FOLLOWS = re.compile(r"\.?\s*(?:(?:số|so)\b\s*:?\s*)?\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """One reading of an abbreviation at `text[start:end]`; an ambiguous one gives several."""

    start: int
    end: int
    written: str
    expansion: str


def expand(text: str) -> tuple[Abbreviation, ...]:
    """Every reading of every abbreviation in a question, typed with or without capitals and diacritics.

    >>> [found.expansion for found in expand("kh 88 cua ubnd")]
    ['kế hoạch', 'ủy ban nhân dân']
    """
    found = []
    for match in _WRITTEN.finditer(text):
        if match.lastgroup == "number" or (match.lastgroup == "plain" and _is_only_a_word(match[0])):
            continue
        for start, end in _pieces(match):
            readings = _readings(text, start, end, is_dotted=bool(match["dotted"]))
            found += [Abbreviation(start, end, text[start:end], expansion) for expansion in readings]
            if readings and match["hyphened"] and (start, end) == match.span():
                break
    return tuple(found)


def spell_out(text: str) -> str:
    """`text` with what each capitalised, unambiguous abbreviation stands for before it; the abbreviation stays.

    >>> spell_out("UBND phường trình HĐND")
    'ủy ban nhân dân UBND phường trình hội đồng nhân dân HĐND'
    """
    pieces, last = [], 0
    readings: dict[tuple[int, int], list[str]] = {}
    for found in expand(text):
        if found.written[:1].isupper():
            readings.setdefault((found.start, found.end), []).append(found.expansion)
    for (start, _), expansions in readings.items():
        if len(expansions) == 1:
            pieces += [text[last:start], expansions[0], " "]
            last = start
    return "".join([*pieces, text[last:]])


def _pieces(match: re.Match[str]) -> list[tuple[int, int]]:
    """The whole, then the parts of a hyphenated form: TĐ-KT is one abbreviation, UBND-HĐND two."""
    start, end = match.span("dotted") if match["dotted"] else match.span()
    if not match["hyphened"]:
        return [(start, end)]
    hyphen = start + match[0].index("-")
    return [(start, end), (start, hyphen), (hyphen + 1, end)]


def _readings(text: str, start: int, end: int, *, is_dotted: bool) -> tuple[str, ...]:
    written = text[start:end]
    if is_dotted:
        return DOTTED[written.upper()]
    place, folded, entries = _meanings(written)
    if place and _BEFORE_A_PLACE.search(text, max(0, start - 16), start):
        return (place,)
    if folded == "bch" and _BEFORE_A_COMMAND.match(text, end):
        return (BODIES["BCH"][1],)
    if not entries or not _is_meant(written, text):
        return ()
    if _NUMBER_FOLLOWS.match(text, end) and (kind := kind_of_code(written)):
        return (kind.lower(),)
    fitting = [readings for form, readings in entries if _agrees(written, form)]
    return tuple(dict.fromkeys(reading for readings in fitting for reading in readings))


@lru_cache(maxsize=20_000)  # the syllables of the language, most of which are no abbreviation
def _meanings(written: str) -> tuple[str | None, str, Sequence[tuple[str, tuple[str, ...]]]]:
    """The place that the letters stand for, the letters folded, and what else they may stand for."""
    folded = fold(written)
    return PLACES.get(written.upper()), folded, _table().get(folded, ())


@lru_cache(maxsize=20_000)
def _is_only_a_word(written: str) -> bool:
    """Whether the letters abbreviate nothing, wherever they stand: most words of a text."""
    place, folded, entries = _meanings(written)
    return place is None and folded != "bch" and not entries


def _is_meant(written: str, text: str) -> bool:
    """Letters that also make a syllable are an abbreviation in capitals only, and not where all is in capitals."""
    return not is_syllable(fold(written)) or (written.isupper() and not text.isupper())


def _agrees(written: str, form: str) -> bool:
    """Whether each diacritic of what was written is one of `form`: "nd" may be NĐ, "nđ" is not ND."""
    return all(letter in (wanted, fold(wanted)) for letter, wanted in zip(written.lower(), form.lower(), strict=True))


@cache
def _table() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    table: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
    for part in (FIELD, BODIES, PEOPLE, AMBIGUOUS):
        for form, readings in part.items():
            table[fold(form)] = (*table.get(fold(form), ()), (form, readings))
    return table


def written_out(text: str) -> str:
    """`text` with each abbreviation replaced by its most frequent reading.

    >>> written_out("CSTĐ cơ sở").split()
    ['chiến', 'sĩ', 'thi', 'đua', 'cơ', 'sở']
    """
    first: dict[tuple[int, int], str] = {}
    for found in expand(text):
        first.setdefault((found.start, found.end), found.expansion)
    for (start, end), expansion in sorted(first.items(), reverse=True):
        text = f"{text[:start]} {expansion} {text[end:]}"
    return text

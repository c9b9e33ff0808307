"""The place beside the number of a document, "KH 15 Bình Minh": a plan of another province is not meant."""

import re
from collections.abc import Sequence

from bot.deadline_units import provinces_in
from corpus.citation import Reference
from corpus.folding import fold
from corpus.model import Document
from corpus.unit_words import PROVINCES

_NAMES = "|".join(sorted(PROVINCES, key=len, reverse=True))
# Letters that stand for a place right beside a number or its level.
_LETTERS = r"hn|hcm|(?:tp)\.?[ ]?(?:hcm|hn)"
_LEVEL = r"(?:(?:ubnd|hdnd|uy[ ]ban[ ]nhan[ ]dan)[ ])?(?:(?:tinh|thanh[ ]pho|tp\.?)[ ]?)?"
# A province with its level, on folded text of one line.
PLACE = rf"{_LEVEL}(?:{_NAMES}|{_LETTERS})"
_BEHIND = re.compile(rf"[ ]?[,(-]?[ ]?(?:(?:cua|o|tai)[ ])?(?P<place>{PLACE})(?!\w)")
_BEFORE = re.compile(rf"(?<!\w)(?P<place>{_LEVEL}(?:{_NAMES}))[ ]?[,:]?[ ]?(?:thi[ ])?\Z")
_LISTS = re.compile(r"\s*[,;+&]?\s*(?:(?:va|voi|cung)\s+)?")
_FARTHEST_BEFORE = 60  # characters of a name with its level


def place_beside(reference: Reference, references: Sequence[Reference], text: str) -> str:
    """The province named right behind the reference or, where none is, right before it; "" when it names none.

    Of `references`, those of `text`, what is said behind the last of "KH 15, 16 và 23" is said of each. `text` is of
    one line, as a question is read.
    """
    folded = fold(text)
    end = reference.end
    for following in sorted(references, key=lambda one: one.start):
        if following.start >= end and _LISTS.fullmatch(folded, end, following.start):
            end = following.end
    if behind := _BEHIND.match(folded, end):
        return text[slice(*behind.span("place"))]
    start = max(0, reference.start - _FARTHEST_BEFORE)
    before = _BEFORE.search(folded, start, reference.start)
    return text[slice(*before.span("place"))] if before else ""


def of_the_place(documents: Sequence[Document], place: str) -> tuple[Document, ...]:
    """Those of that province, and those whose issuers name none: a decree applies everywhere."""
    asked = provinces_in(_written_out(place))
    if not asked:
        return tuple(documents)
    issued_in = [(one, provinces_in(fold(one.issuer))) for one in documents]
    return tuple(one for one, provinces in issued_in if not provinces or provinces & asked)


def _written_out(place: str) -> str:
    letters = re.search(r"(?:hn|hcm)\Z", fold(place))
    return {"hn": "ha noi", "hcm": "ho chi minh"}[letters[0]] if letters else fold(place)

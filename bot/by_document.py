"""A question that asks something of several documents, taken apart: of each its own, or of each the same."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.fact_cues import facts_asked, force_questions
from bot.named_place import PLACE
from bot.question import Question, analyse
from corpus.citation import Reference, find_references
from corpus.folding import fold

# Where what is asked of the next document begins.
_BREAK = re.compile(r"(?:[,;.?](?!\d)|(?<!\w)(?:va|con|roi))\s*")

# "sau khi có N1 thì N2 …": only N2 is asked about.
_SINCE = re.compile(r"(?:sau khi|tu khi|ke tu khi|khi|luc|bay gio|nay|gio)(?: da)?(?: co| ban hanh| ap dung| ra)? ")
_THEN = re.compile(r"(?: da)?(?: ra doi| ban hanh| co hieu luc| thay the)?(?: roi)?,? (?:thi|la) ")

# "KH 1 với KH 2", "KH 1 Bình Minh, KH 2 Sơn Khê", "KH 1; KH 2": what is asked behind the last is asked of each.
_LIST_GAP = re.compile(rf"(?P<own>\s*(?:cua\s+)?(?:{PLACE})?)(?P<joint>\s*[,;+&]?\s*(?:(?:va|voi|cung)\s+)?(?:ca\s+)?)")
_PLACE_BEHIND = re.compile(rf"\s*(?:cua\s+)?(?:{PLACE})(?!\w)")
_OF_EACH = re.compile(
    r"(?<!\w)(?:lan luot|theo thu tu|tuong ung|deu|(?:moi|tung) (?:cai|ke hoach|van ban|kh)|ca (?:hai|ba|bon|2|3|4)"
    r"(?: (?:cai|ke hoach|van ban|kh))?)(?!\w) ?"
)
_MOST_LISTED = 6


def same_of_each(text: str) -> tuple[str, ...]:
    """The question of `text` asked of each of the documents that it lists side by side; () when it lists none.

    >>> same_of_each("KH 15, 16 và 23 Cà Mau lần lượt nộp báo cáo ngày nào")[1]
    'Kế hoạch 16 Cà Mau nộp báo cáo ngày nào'
    """
    folded = fold(text)
    listed = [one for one in find_references(text) if one.number or one.short]
    if not 2 <= len(listed) <= _MOST_LISTED or any(one.locator for one in listed):
        return ()
    owns = []
    for before, after in pairwise(listed):
        gap = _LIST_GAP.fullmatch(folded, before.end, after.start)
        if gap is None or not gap["joint"].strip():
            return ()
        owns.append(text[slice(*gap.span("own"))])
    head, tail = text[: listed[0].start], text[listed[-1].end :]
    bare_tail = tail[behind.end() :] if (behind := _PLACE_BEHIND.match(fold(tail))) else tail
    return tuple(
        _without_each(f"{head}{_named(one)}{own + bare_tail if own.strip() else tail}")
        for one, own in zip(listed, [*owns, ""], strict=True)
    )


def asks_same_of_each(asked: Sequence[str]) -> bool:
    """Whether these are one question asked of several documents, as `same_of_each` takes it apart."""
    masked = set()
    for one in asked:
        named = [reference for reference in find_references(one) if reference.number or reference.short]
        if len(named) != 1:
            return False
        tail = one[named[0].end :]
        behind = _PLACE_BEHIND.match(fold(tail))
        masked.add((one[: named[0].start], tail[behind.end() :] if behind else tail))
    return len(asked) > 1 and len(masked) == 1


def _named(reference: Reference) -> str:
    """As written, with the kind where only the first of a list has it."""
    return f"{reference.kind} {reference.written}" if reference.written[0].isdigit() else reference.written


def _without_each(text: str) -> str:
    for match in reversed([*_OF_EACH.finditer(fold(text))]):
        text = text[: match.start()] + text[match.end() :]
    return text


def by_document(question: Question) -> list[Question]:
    """One question for each document named, when something is asked of each: "N1 hết khi nào, N2 do ai ký".

    Empty when the documents belong together ("N1 thay N2 khi nào") or one of them is asked nothing.
    """
    text, folded = question.reading.text, fold(question.reading.text)
    named = [one for one in question.references if one.number or one.short]
    if len(named) < 2:
        return []
    is_since = len(named) == 2 and _SINCE.fullmatch(folded, 0, named[0].start) is not None
    if is_since and (then := _THEN.fullmatch(folded, named[0].end, named[1].start)):
        return _of_one([_again(question, text[then.end() :])])
    starts = [0]
    for before, after in pairwise(named):
        breaks = [*_BREAK.finditer(folded, before.end, after.start)]
        if not breaks or breaks[-1].end() != after.start:
            return []
        starts.append(breaks[-1].start())
    pieces = [text[start:end].strip(" ,;.?") for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    return _of_one([_again(question, re.sub(r"^(?:và|va|còn|rồi)\s+", "", one)) for one in pieces])


def _again(question: Question, text: str) -> Question:
    return analyse(replace(question.reading, text=text))


def _of_one(asked: list[Question]) -> list[Question]:
    """These, when each names one document and asks something of it."""
    is_each_asked = all(facts_asked(one) or force_questions(one) for one in asked)
    return asked if is_each_asked and all(len(one.documents) == 1 for one in asked) else []

"""A question that asks something of one document and something of another, taken apart at the documents."""

import re
from dataclasses import replace
from itertools import pairwise

from bot.fact_cues import facts_asked, force_questions
from bot.question import Question, analyse
from corpus.folding import fold

# Where what is asked of the next document begins.
_BREAK = re.compile(r"(?:[,;.?](?!\d)|(?<!\w)(?:va|con|roi))\s*")

# "sau khi có N1 thì N2 …": only N2 is asked about.
_SINCE = re.compile(r"(?:sau khi|tu khi|ke tu khi|khi|luc|bay gio|nay|gio)(?: da)?(?: co| ban hanh| ap dung| ra)? ")
_THEN = re.compile(r"(?: da)?(?: ra doi| ban hanh| co hieu luc| thay the)?(?: roi)?,? (?:thi|la) ")


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

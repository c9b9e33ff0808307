"""Sentences in which a digest says of its own instrument that its force is not known, or must be looked at again."""

import re

from bot.answer import Citation
from bot.open_document import OpenDocument
from corpus.citation import find_references
from corpus.folding import fold
from corpus.model import Form
from corpus.normalise import sentences

_MUST_BE_CHECKED = re.compile(r"\b(?:can|phai) (?:kiem tra|doi chieu|ra soat|xem) lai\b")
_NOT_KNOWN = re.compile(
    r"\bchua (?:xac dinh|ro|kiem|tim thay|tim duoc|doi chieu|biet|xac nhan)\b|\bkhong (?:tim thay|ro|xac dinh duoc)\b"
)
# What is in doubt, before the instrument it is of.
_FORCE = re.compile(r"\b(?:tinh trang(?: hieu luc)?|hieu luc|ap dung|thay the|con dung)\b")
_REACH = 60


def told_doubts(opened: OpenDocument, *, is_known: bool) -> list[Citation]:
    """What the digest leaves open about the force of its instrument; where that is known, only what to look at again.

    A doubt about the force of another instrument, named behind the word, is none of its own.
    """
    if opened.document.form is not Form.DIGEST:
        return []
    found = []
    for provision in opened.provisions:
        own = opened.own_text(provision)
        for start, end in sentences(own):
            if _is_doubt(own[start:end], opened, is_known=is_known):
                found.append(opened.cite(provision, provision.start + start, provision.start + end))
    return found


def _is_doubt(said: str, opened: OpenDocument, *, is_known: bool) -> bool:
    folded = fold(said)
    is_doubtful = _MUST_BE_CHECKED.search(folded) or (not is_known and _NOT_KNOWN.search(folded))
    if not is_doubtful:
        return False
    others = [one for one in find_references(said) if one.number and one.number != opened.document.number]
    about = [match.end() for match in _FORCE.finditer(folded)]
    return any(not any(0 <= one.start - end <= _REACH for one in others) for end in about)

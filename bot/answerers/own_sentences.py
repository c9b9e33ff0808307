"""Sentences in which a document tells a fact of itself: a digest has neither letterhead nor signature to cite."""

import re
from collections.abc import Callable, Iterator

from bot.answer import Citation
from bot.open_document import OpenDocument
from bot.verification import numbers_in
from corpus.citation import find_references
from corpus.folding import fold
from corpus.model import Form
from corpus.normalise import sentences

# Another's word, passed on beside what the text itself holds to be so.
_HEARSAY = re.compile(r"\b(?:nguồn\s+khác|có\s+nguồn|nơi\s+khác|nguồn\s+\w+\s+\w+\s+\w+\s+ghi)\b", re.IGNORECASE)
_OF_ISSUE = re.compile(r"\b(?:ban\s+hành|thông\s+qua|ngày\s+ký|ký\s+ngày|ra\s+ngày)\b", re.IGNORECASE)
_OF_FORCE = re.compile(r"\bhiệu\s+lực\b", re.IGNORECASE)
_NOT_KNOWN = re.compile(r"\bchưa\s+(?:xác\s+định|kiểm|rõ|biết|đối\s+chiếu)", re.IGNORECASE)
_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")


def telling_signer(opened: OpenDocument) -> Citation | None:
    """The sentence that names the signer as such."""
    signer = opened.document.signer
    return _first(
        opened, lambda said: bool(signer and signer.name in said and re.search(r"\bký\b", said, re.IGNORECASE))
    )


def telling_issue_day(opened: OpenDocument) -> Citation | None:
    """The sentence that gives the day of issue as its own word; that it is not known, where there is none."""
    day = opened.document.issued_on
    if day is None:
        return _first(opened, lambda said: bool(_OF_ISSUE.search(said) and _NOT_KNOWN.search(said)))
    written = f"{day.day}/{day.month}/{day.year}"

    def tells(said: str) -> bool:
        return bool(_OF_ISSUE.search(said)) and written in numbers_in([said]) and not _HEARSAY.search(said)

    return _first(opened, tells)


def other_issue_days(opened: OpenDocument) -> list[Citation]:
    """The sentences of a digest that pass on another day of issue than the one that it holds to be right."""
    day = opened.document.issued_on
    if opened.document.form is not Form.DIGEST or day is None:
        return []

    def contradicts(said: str) -> bool:
        days = {one for one in numbers_in([said]) if _DAY.fullmatch(one)}
        is_of_issue = bool(_OF_ISSUE.search(said)) or not _OF_FORCE.search(said)
        return bool(_HEARSAY.search(said)) and is_of_issue and bool(days - {f"{day.day}/{day.month}/{day.year}"})

    return [citation for said, citation in _own(opened) if contradicts(said)]


def telling_issuer(opened: OpenDocument) -> Citation | None:
    """The sentence that says who issued it."""
    issuer = fold(opened.document.issuer)
    return _first(opened, lambda said: bool(issuer and issuer in fold(said) and _OF_ISSUE.search(said)))


def _first(opened: OpenDocument, tells: Callable[[str], bool]) -> Citation | None:
    return next((citation for said, citation in _own(opened) if tells(said)), None)


def _own(opened: OpenDocument) -> Iterator[tuple[str, Citation]]:
    """The sentences about the document: they name it first of all documents, or none."""
    for provision in opened.provisions:
        own = opened.own_text(provision)
        for start, end in sentences(own):
            said = own[start:end]
            named = next((one.number for one in find_references(said) if one.number), None)
            if named is None or named == opened.document.number:
                yield said, opened.cite(provision, provision.start + start, provision.start + end)

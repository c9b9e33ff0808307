"""What a document says of other documents: on which it is based, which it implements, which it cites."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from corpus.citation import Reference, find_references
from corpus.model import Document, Provision, ProvisionKind, Relation, RelationKind
from corpus.normalise import sentences

_SILENT = frozenset({ProvisionKind.LETTERHEAD, ProvisionKind.CLOSING})
_BASIS = re.compile(r"[\s\-–+*_]*Căn\s+cứ(?:\s+vào)?\b", re.IGNORECASE)
_IMPLEMENTS = re.compile(
    r"""
    \b(?: thực\ hiện | triển\ khai(?:\ thực\ hiện|\ thi\ hành)? | thi\ hành | hưởng\ ứng | cụ\ thể\ hóa )\b
    [^.;]{0,120}\Z        # in the same clause, before the reference
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "A ngày … về … và B": B stands beside A, not in A's title.
_BESIDE = re.compile(r"(?:[,;]|\bvà|\bcùng)\s*(?:các\s+|với\s+)?\Z", re.IGNORECASE)


def read_relations(document: Document, provisions: Sequence[Provision]) -> tuple[Relation, ...]:
    """One relation for each reference to a numbered document other than itself, in the order of the text."""
    return tuple(
        relation
        for provision in provisions
        if provision.kind not in _SILENT
        for relation in _relations(document, provision)
    )


def _relations(document: Document, provision: Provision) -> Iterator[Relation]:
    own = document.text[provision.start : provision.end]
    references = [reference for reference in find_references(own) if reference.number is not None]
    if not references:
        return
    spans = sentences(own)
    starts = [start for start, _ in spans]
    previous: tuple[int, Reference] | None = None
    for reference in references:
        index = max(0, bisect_right(starts, reference.start) - 1)
        start, end = spans[index]
        before = previous[1] if previous is not None and previous[0] == index else None
        previous = index, reference
        if reference.number is None or _is_itself(document, reference):
            continue
        yield Relation(
            kind=_kind(own, start, reference, before, may_implement=_speaks_for_document(provision)),
            target=reference.number,
            target_kind=reference.kind,
            target_title=reference.title,
            target_issuer=reference.issuer,
            target_issued_on=reference.issued_on,
            provision=provision.ordinal,
            start=provision.start + reference.start,
            end=provision.start + reference.end,
            quote=own[start : max(end, reference.end)],
        )


def _is_itself(document: Document, reference: Reference) -> bool:
    if document.number is None or reference.number is None or document.number.key != reference.number.key:
        return False
    # Two offices may give the same number; the date tells them apart.
    return reference.issued_on in {None, document.issued_on}


def _speaks_for_document(provision: Provision) -> bool:
    """Whether what the provision says to implement is what the whole document implements."""
    is_outermost_paragraph = provision.kind is ProvisionKind.PARAGRAPH and provision.parent is None
    return provision.kind is ProvisionKind.PREAMBLE or is_outermost_paragraph


def _kind(
    text: str, sentence: int, reference: Reference, before: Reference | None, *, may_implement: bool
) -> RelationKind:
    if before is not None and not _BESIDE.search(text[before.end : reference.start]):
        return RelationKind.CITES  # named in the title of the one before it
    if may_implement and _BASIS.match(text, sentence):
        return RelationKind.BASED_ON
    if may_implement and _IMPLEMENTS.search(text[sentence : reference.start]):
        return RelationKind.IMPLEMENTS
    return RelationKind.CITES

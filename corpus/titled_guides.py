"""Finds who details a law by its title alone: "Quy định chi tiết … của Luật A", when no legal basis numbers the law.

Until 2025 legal bases gave a law's date and not its number ("Căn cứ Luật A ngày 15 tháng 6 năm 2022"). Of several laws
of one name the latest that was issued before the document is meant: it was the one to detail.
"""

import re
from collections.abc import Iterator
from datetime import date

from corpus.folding import fold
from corpus.issuer_name import issuer_key
from corpus.library import Library
from corpus.model import Document, Relation, RelationKind

GUIDING_KINDS = ("Nghị định", "Thông tư", "Thông tư liên tịch", "Quyết định")
DETAILS = re.compile(
    r"(?<!\w)(?:quy dinh chi tiet|huong dan|bien phap(?: de)?(?: to chuc)?(?:,)?(?: \w+)? thi hanh|bien phap thi hanh)"
)


def guides_by_title(library: Library, law: Document) -> Iterator[tuple[Document, Relation]]:
    """The held documents whose title details the law, each with a relation that quotes the title."""
    if law.number is None or law.issued_on is None:
        return
    name = _name(law)
    issued = [one.issued_on for one in library.by_kind(law.kind) if one.issued_on and _name(one) == name]
    for head in library.by_kinds_titled(GUIDING_KINDS, ("chi tiết", "hướng dẫn", "thi hành")):
        details = DETAILS.search(fold(head.title)) and f" {name} " in f" {issuer_key(head.title)} "
        if details and _latest(issued, head.issued_on) == law.issued_on and (relation := _stated(library, head, law)):
            yield head, relation


def _name(law: Document) -> str:
    """The law's name with its kind, folded: "luat thi dua khen thuong"."""
    kind = fold(law.kind)
    return f"{kind} {issuer_key(law.title).removeprefix(f'{kind} ')}"


def _latest(issued: list[date], before: date | None) -> date | None:
    return max((day for day in issued if before is not None and day <= before), default=None)


def _stated(library: Library, head: Document, law: Document) -> Relation | None:
    document = library.document(head.id)
    if document is None or law.number is None:
        return None
    pattern = r"[\s*_#|]+".join(map(re.escape, head.title.split()))
    found = re.compile(pattern, re.IGNORECASE).search(document.text)
    if found is None:
        return None
    provision = next(one for one in library.provisions(head.id) if one.start <= found.start() < one.end)
    return Relation(
        kind=RelationKind.GUIDES,
        target=law.number,
        target_kind=law.kind,
        target_title=law.title,
        target_issuer=law.issuer,
        target_issued_on=law.issued_on,
        provision=provision.ordinal,
        start=found.start(),
        end=found.end(),
        quote=found[0],
    )

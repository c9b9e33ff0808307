"""References whose year looks wrong or is missing: kept as read, and told to the operator."""

from collections.abc import Iterator

from corpus.identifier import kind_of
from corpus.known import is_same_document
from corpus.library import Library
from corpus.model import Document, DocumentRecord, Relation
from corpus.near_numbers import other_years

# Legal normative documents alone, so always with a year (Nghị định 78/2025/NĐ-CP). A decision or a resolution
# without one is another instrument than the one with a year: 35/QĐ-UBND is not 35/2024/QĐ-UBND.
_ALWAYS_WITH_YEAR = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch"})


def wrong_years(record: DocumentRecord, library: Library) -> tuple[str, ...]:
    """One warning for each number that no document bears, while exactly one is held that differs in the year alone."""
    return tuple(_warnings(record, library))


def _warnings(record: DocumentRecord, library: Library) -> Iterator[str]:
    seen: set[str] = set()
    for relation in record.relations:
        if relation.target.key in seen:
            continue
        seen.add(relation.target.key)
        candidates = [head for head in other_years(relation.target, library) if not _is_of(record, head)]
        if len(candidates) == 1 and _may_mean(relation, candidates[0]) and not _is_known(relation, record, library):
            place = str(record.provisions[relation.provision].locator)
            yield (
                f"refers to {relation.target}{f' ({place})' if place else ''}, which is not held; "
                f"{candidates[0].number} is: perhaps it is meant; kept as read"
            )


def _is_known(relation: Relation, record: DocumentRecord, library: Library) -> bool:
    """The number is held, or another document speaks of the same document too."""
    return bool(library.by_number(relation.target)) or any(
        is_same_document(relation, other)
        for document, other in library.mentions(relation.target.key)
        if not _is_of(record, document)
    )


def _may_mean(relation: Relation, held: Document) -> bool:
    """Not when a date bears the year of the number out: serials begin anew each year, so that is another document."""
    if relation.target.year is None and kind_of(relation.target.symbol) not in _ALWAYS_WITH_YEAR:
        return False
    told, issued_on = relation.target_issued_on, held.issued_on
    if told is None or issued_on is None or told.year != relation.target.year:
        return True
    return (told.month, told.day) == (issued_on.month, issued_on.day)  # one slip, made in both


def _is_of(record: DocumentRecord, head: Document) -> bool:
    """The record itself as it was read before."""
    return head.id == record.document.id or head.path == record.document.path

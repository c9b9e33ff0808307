"""What changed between two versions of a rule, provision by provision."""

from dataclasses import dataclass

from corpus.alignment import Alignment, align
from corpus.correspondence import Statement, Version, statements_on
from corpus.differences import Difference, differences


@dataclass(frozen=True, slots=True)
class Compared:
    """Two aligned provisions, or one without counterpart; differences are spans of the two documents' texts."""

    alignment: Alignment
    differences: tuple[Difference, ...] = ()
    told_by_older: Statement | None = None  # what the older version itself says of the newer here
    told_by_newer: Statement | None = None  # … and the newer of the older

    @property
    def is_pair(self) -> bool:
        """Both versions have it."""
        return self.alignment.older is not None and self.alignment.newer is not None

    @property
    def is_unchanged(self) -> bool:
        """Both versions have it, in the same words and numbers."""
        return self.is_pair and not self.differences


def compare(older: Version, newer: Version) -> tuple[Compared, ...]:
    """Every provision of both bodies, in the order of `align`, with how the own texts of each pair differ.

    Sentences that speak of the other version are left out of the differences.
    """
    of_older = {one.provision.ordinal: one for one in statements_on(older, newer.number)}
    of_newer = {one.provision.ordinal: one for one in statements_on(newer, older.number)}
    return tuple(
        Compared(
            alignment,
            _differences(alignment, older, newer),
            of_older.get(alignment.older.ordinal) if alignment.older else None,
            of_newer.get(alignment.newer.ordinal) if alignment.newer else None,
        )
        for alignment in align(older, newer)
    )


def _differences(alignment: Alignment, older: Version, newer: Version) -> tuple[Difference, ...]:
    one, other = alignment.older, alignment.newer
    if one is None or other is None:
        return ()
    found = differences(older.text_without(one, newer.number), newer.text_without(other, older.number))
    return tuple(_moved(difference, one.start, other.start) for difference in found)


def _moved(difference: Difference, older: int, newer: int) -> Difference:
    """The difference with its spans counted from the beginning of the documents."""
    first, second = difference.older, difference.newer
    return Difference(
        difference.kind,
        (first[0] + older, first[1] + older) if first else None,
        (second[0] + newer, second[1] + newer) if second else None,
    )

"""Where words stand on a page, and the lines and tables that they form."""

from collections.abc import Iterable
from dataclasses import dataclass

# Edges of one column differ by the width of a ruling line.
SAME_EDGE_POINTS = 3.0


@dataclass(frozen=True, slots=True)
class Word:
    """One word and its box, in points from the upper left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class FoundCell:
    """One cell of a ruled table."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A ruled table; a row has only the cells that begin in it."""

    left: float
    top: float
    right: float
    bottom: float
    rows: tuple[tuple[FoundCell, ...], ...]

    @property
    def edges(self) -> tuple[float, ...]:
        """The left edges of the columns."""
        return distinct(cell.left for row in self.rows for cell in row)


@dataclass(frozen=True, slots=True)
class PageContent:
    """What was found on one page."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    tables: tuple[FoundTable, ...]
    has_pictures: bool


@dataclass(frozen=True, slots=True)
class Line:
    """Words at one height, from left to right."""

    page: int
    words: tuple[Word, ...]
    is_block_line: bool = False  # of a letterhead or a signature, whose lines stand for themselves

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        """Where the first word starts."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where the last word ends."""
        return self.words[-1].right

    @property
    def top(self) -> float:
        """The height of its highest letters."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """The height of its lowest letters."""
        return max(word.bottom for word in self.words)


def distinct(edges: Iterable[float]) -> tuple[float, ...]:
    """The edges in order, those nearly equal once."""
    kept: list[float] = []
    for edge in sorted(edges):
        if not kept or edge - kept[-1] > SAME_EDGE_POINTS:
            kept.append(edge)
    return tuple(kept)

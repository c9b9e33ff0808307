"""Held documents whose number differs from a written one in the year alone: what a wrong year may mean."""

from corpus.folding import fold
from corpus.identifier import DocumentNumber
from corpus.library import Library
from corpus.model import Document


def other_years(number: DocumentNumber, library: Library) -> list[Document]:
    """Heads of the held documents of the same serial and symbol and another year, by date; a missing year differs."""
    return [
        head for head in library.by_serial(number.serial) if head.number is not None and _is_near(head.number, number)
    ]


def _is_near(held: DocumentNumber, written: DocumentNumber) -> bool:
    is_same_otherwise = held.separator == written.separator and fold(held.symbol) == fold(written.symbol)
    return is_same_otherwise and held.year != written.year

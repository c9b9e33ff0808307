"""Decides which held documents a reference can mean: exactly one, several, or none, with the reason."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.folding import fold
from corpus.identifier import kind_of
from corpus.issuer_name import is_same_issuer, issuer_key
from corpus.model import Document

if TYPE_CHECKING:
    from corpus.citation import Reference


# What is said of a law that amends another, before the name of the other or after it.
_AMENDING = re.compile(
    r"^sua doi(?: bo sung)?(?: (?:mot so|cac) dieu)?(?: cua)?(?: luat)? | (?:sua doi(?: bo sung)?|bo sung)$"
)


@dataclass(frozen=True, slots=True)
class Resolution:
    """The documents that fit, and why there are that many."""

    documents: tuple[Document, ...]
    reason: str


def resolve(reference: "Reference", candidates: Iterable[Document]) -> Resolution:
    """The candidates that `reference` can mean; a date, an issuer or a year in it narrows, the likeliest never wins."""
    if reference.number is None and reference.short is None and not reference.title:
        return Resolution((), "the reference names no document")
    documents = tuple(_named(reference, tuple(candidates)))
    if not documents:
        return Resolution((), "no document has this number or name")
    for what, fits in _narrowings(reference):
        remaining = tuple(document for document in documents if fits(document))
        if not remaining and what == "date" and len(documents) == 1 and _bears_its_year(documents[0]):
            continue  # its number tells which document is meant: the day is another one, of which the text speaks
        if not remaining:
            return Resolution((), f"documents of this number or name have another {what}")
        documents = remaining
    return Resolution(documents, "one document fits" if len(documents) == 1 else "several documents fit")


def _named(reference: "Reference", candidates: tuple[Document, ...]) -> Iterable[Document]:
    number, short = reference.number, reference.short
    if number is not None:
        exact = [one for one in candidates if one.number == number]
        if exact or number.year is not None:
            return exact
        # "152/NĐ-CP": the year left out.
        return [
            one
            for one in candidates
            if one.number and one.number.serial == number.serial and fold(one.number.symbol) == fold(number.symbol)
        ]
    if short is not None:
        return [
            one for one in candidates if one.number and one.number.serial == short.serial and _is_kind(one, short.kind)
        ]
    return _titled(reference, candidates)


def _is_kind(document: Document, kind: str) -> bool:
    kinds = {fold(document.kind)} | ({fold(kind_of(document.number.symbol))} if document.number else set())
    return fold(kind) in kinds


def _titled(reference: "Reference", candidates: tuple[Document, ...]) -> list[Document]:
    """Documents of the reference's kind and title; else, and where none of these is of its year, those it is in."""
    wanted = issuer_key(reference.title)
    of_kind = [one for one in candidates if fold(one.kind) == fold(reference.kind)]
    titles = [(one, issuer_key(one.title).removeprefix(f"{fold(one.kind)} ")) for one in of_kind]
    exact = [one for one, title in titles if title == wanted]
    if exact and (reference.year is None or any(_is_of_year(one, reference.year) for one in exact)):
        return exact
    within = [one for one, title in titles if _is_in(wanted, title)]
    if not exact:
        return within
    # "Luật … năm 2013": the law of that year which amends the one of that title.
    return [one for one in within if reference.year in _years(one)] or exact


def _is_in(wanted: str, title: str) -> bool:
    """Whether the title contains the words; "Luật … sửa đổi" is one whose title begins with "sửa đổi …"."""
    name = _AMENDING.sub("", wanted)
    if name and name != wanted and title.startswith("sua doi"):
        return f" {name} " in f" {title} "
    return f" {wanted} " in f" {title} "


def _narrowings(reference: "Reference") -> list[tuple[str, Callable[[Document], bool]]]:
    """What the reference says besides the number; a document that does not say is not ruled out."""
    narrowings: list[tuple[str, Callable[[Document], bool]]] = []
    day, issuer, year = reference.issued_on, reference.issuer, reference.year
    if day is not None:
        narrowings.append(("date", lambda one: one.issued_on in (None, day)))
    elif year is not None:
        narrowings.append(("year", lambda one: _is_of_year(one, year)))
    if issuer:
        narrowings.append(("issuer", lambda one: not one.issuer or is_same_issuer(issuer, one.issuer)))
    return narrowings


def _is_of_year(document: Document, year: int | None) -> bool:
    """Whether it can be of that year: one that does not say when it was issued is not ruled out."""
    return year in _years(document) or not _years(document)


def _bears_its_year(document: Document) -> bool:
    return document.number is not None and document.number.year is not None


def _years(document: Document) -> set[int]:
    years = {document.number.year} if document.number and document.number.year else set()
    return years | ({document.issued_on.year} if document.issued_on else set())

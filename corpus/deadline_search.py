"""Finds the deadlines of the library by day, unit and document, and tells whether their documents are in force."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.held_deadline import HeldDeadline
from corpus.library import Library
from corpus.model import Deadline, DocumentId
from corpus.register import Register
from corpus.unit_name import Cover, covers
from corpus.validity import Validity


@dataclass(frozen=True, slots=True)
class DeadlineQuery:
    """What is asked for; None is no condition. The days are both included."""

    as_of: date
    first: date | None = None
    last: date | None = None
    unit: str | None = None
    document_ids: frozenset[DocumentId] | None = None


@dataclass(frozen=True, slots=True)
class FoundDeadline:
    """A deadline that was asked for, and how."""

    held: HeldDeadline
    validity: Validity  # of its document on the day asked for
    is_for_group: bool  # the unit asked for is meant as one of a group: "các sở, ban, ngành"
    is_helping: bool = False  # the unit asked for, or its group, only helps


@dataclass(frozen=True, slots=True)
class FoundDeadlines:
    """By date when days were asked for, else by document and place."""

    found: tuple[FoundDeadline, ...]
    expired: tuple[FoundDeadline, ...]  # left out: their documents have expired, and were not asked for by name


def find_deadlines(library: Library, register: Register, query: DeadlineQuery) -> FoundDeadlines:
    """The deadlines that fit every condition; without days also those that have none."""
    keys = None if query.unit is None else library.unit_keys_meaning(query.unit)
    if query.first is None and query.last is None:
        held = library.held_deadlines(unit_keys=keys, document_ids=query.document_ids)
    else:
        held = library.deadlines_between(query.first, query.last, keys, query.document_ids)
    told = [
        FoundDeadline(one, register.validity(one.document.id, query.as_of), cover is Cover.GROUP, is_helping)
        for one in held
        for cover, is_helping in [_cover_and_role(one.deadline, query.unit)]
        if cover is not Cover.NO
    ]
    if query.document_ids is not None:
        return FoundDeadlines(tuple(told), ())
    return FoundDeadlines(
        found=tuple(one for one in told if not one.validity.is_expired),
        expired=tuple(one for one in told if one.validity.is_expired),
    )


def unit_cover(deadline: Deadline, unit: str | None) -> Cover:
    """How the units that a deadline names stand to the one asked for; SAME when none is.

    Who must do it, if only as one of a group, goes before who helps.
    """
    return _cover_and_role(deadline, unit)[0]


def _cover_and_role(deadline: Deadline, unit: str | None) -> tuple[Cover, bool]:
    """How the names stand to the unit, and whether it only helps."""
    if unit is None:
        return Cover.SAME, False
    must = _best(deadline.responsible, unit)
    return (must, False) if must is not Cover.NO else (_best(deadline.coordinating, unit), True)


def _best(names: Sequence[str], unit: str) -> Cover:
    found = {covers(name, unit) for name in names}
    return next((cover for cover in Cover if cover in found), Cover.NO)

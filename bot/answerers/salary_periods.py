"""The base salaries that held documents set, each with the days between which it applies."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.answer import Citation
from bot.citing import cite_statement
from bot.open_document import Shelf
from corpus.library import Library
from corpus.model import BaseSalary, Document
from corpus.register import Register
from corpus.turning_points import TurningPoint, beginning, endings

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SalaryPeriod:
    """A base salary from its first to its last day; None where that is not known, or no end is."""

    stated: BaseSalary
    document: Document
    first: date | None
    last: date | None
    sources: tuple[Citation, ...]  # what sets it, what tells the first day, what ends it

    @property
    def amount(self) -> int:
        """Đồng a month."""
        return self.stated.amount

    def overlaps(self, first: date, last: date) -> bool:
        """Whether it applies on a day between the two, both included."""
        return (self.first is None or self.first <= last) and (self.last is None or self.last >= first)


def salary_periods(library: Library, register: Register, shelf: Shelf) -> list[SalaryPeriod]:
    """All that are held, earliest first; one ends at the latest where the next begins."""
    found = [
        period
        for document_id, stated in library.base_salaries()
        if (period := _period(document_id, stated, register, shelf)) is not None
    ]
    found.sort(key=lambda one: one.first or date.min)
    return [_cut(one, found[place + 1 :]) for place, one in enumerate(found)]


def _period(document_id: str, stated: BaseSalary, register: Register, shelf: Shelf) -> SalaryPeriod | None:
    opened = shelf.take(document_id)
    if opened is None:
        return None
    standing = register.standing(document_id)
    begin = beginning(standing, None)
    end = min((one for one in endings(standing, None) if one.day), key=lambda one: one.day or date.max, default=None)
    sources = [opened.cite(opened.provisions[stated.provision], stated.start, stated.end)]
    if stated.since is None:
        sources += _cited(begin, shelf)
    sources += _cited(end, shelf)
    first = stated.since or (begin.day if begin else None)
    last = end.day - _DAY if end and end.day else None
    return SalaryPeriod(stated, opened.document, first, last, tuple(dict.fromkeys(sources)))


def _cited(point: TurningPoint | None, shelf: Shelf) -> list[Citation]:
    found = cite_statement(point.statements[0], shelf) if point and point.day else None
    return [found] if found else []


def _cut(one: SalaryPeriod, later: Sequence[SalaryPeriod]) -> SalaryPeriod:
    following = next((other for other in later if other.first and other.first != one.first), None)
    if following is None or following.first is None or (one.last and one.last < following.first):
        return one
    return replace(one, last=following.first - _DAY, sources=(*one.sources, following.sources[0]))

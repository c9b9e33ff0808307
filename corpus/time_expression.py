"""What is read from expressions of time: frozen values, and where a missing year is to be taken from."""

from dataclasses import dataclass
from datetime import date

from corpus.deadline_rule import Rule, YearOrigin


@dataclass(frozen=True, slots=True)
class TimeSetting:
    """What a missing year is taken from."""

    written_on: date | None = None  # the day of the document, or the day a question is asked
    years: tuple[int, int] | None = None  # the first and the last year that the document is for
    told_year: int | None = None  # a year told by the heading above


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One expression of time at `start`–`end` of the text, preposition included, and what it means."""

    start: int
    end: int
    rule: Rule
    year_origin: YearOrigin = YearOrigin.WRITTEN


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What is written like a time at `start`–`end` and gives none."""

    start: int
    end: int
    what: str  # for a warning: "31/02/2026 is no day of the calendar"


@dataclass(frozen=True, slots=True)
class Times:
    """What one text says of time, in order; nothing overlaps."""

    expressions: tuple[TimeExpression, ...]
    unreadable: tuple[Unreadable, ...]

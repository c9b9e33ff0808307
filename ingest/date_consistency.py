"""`check` of the dates: whether issue, beginning, acts and end of each instrument follow one another."""

from collections.abc import Iterator
from datetime import date

from corpus.chain import Link
from corpus.model import Form, RelationKind
from corpus.register import Register
from corpus.standing import ENDING, Dated, Instrument, best, first_day
from ingest.consistency import Finding
from ingest.finding_words import CORRECT, act_told, is_doubtful, said_by
from ingest.instrument_links import InstrumentLinks, name

CONFLICT = (
    "nothing, when the sources do contradict one another: answers name them all; else correct the file that is wrong, "
    "or add the text as issued, which counts before a digest and before news"
)


def act_findings(link: Link, links: InstrumentLinks) -> Iterator[Finding]:
    """What is wrong with the days of one act of an instrument on another."""
    relation, told = link.relation, act_told(link, links)
    is_changing = relation.kind in ENDING or relation.kind is RelationKind.AMENDS
    if is_changing and relation.since and link.source.issued_on and relation.since < link.source.issued_on:
        # A list of what has ended tells of days gone by, and administrative documents order things afterwards.
        is_usual = relation.kind is RelationKind.ENDS or not link.source.is_regulation
        yield Finding(
            f"it takes effect on {relation.since}, before {name(link.source)} was issued "
            f"on {link.source.issued_on}: {told}",
            CORRECT,
            is_warning=is_usual or is_doubtful(link),
        )
    if relation.since and relation.until and relation.until < relation.since:
        yield Finding(
            f"it ends on {relation.until}, before it begins on {relation.since}: {told}",
            CORRECT,
            is_warning=is_doubtful(link),
        )
    if is_changing and not _ends_later(link) and _is_older(link.source, link.target):
        yield Finding(
            f"{_issued(link.source)} acts on {_issued(link.target)}, which is newer: {told}",
            CORRECT,
            is_warning=is_doubtful(link),
        )
    if relation.kind is RelationKind.GUIDES and _is_older(link.source, link.target):
        yield Finding(
            f"{_issued(link.source)} guides {_issued(link.target)}, which is newer: {told}", CORRECT, is_warning=True
        )
    if relation.kind in ENDING and not (relation.is_partial or relation.places):
        yield from _ended_before_it_begins(link, links)


def instrument_findings(
    instrument: Instrument, links: InstrumentLinks, register: Register, day: date
) -> Iterator[Finding]:
    """What is wrong with the first and last days that are told of one instrument."""
    standing, called = links.standing(instrument), name(instrument)
    certain = best([one for one in standing.begins if not one.effect.places])
    for one in _by_day(standing.begins):
        if instrument.issued_on and one.effect.on and one.effect.on < instrument.issued_on:
            yield Finding(
                f"{called} begins on {one.effect.on}, before it was issued on {instrument.issued_on}: "
                f"{said_by(one, links)}",
                CORRECT,
                is_warning=one not in certain or _is_doubtful(one),
            )
    begun = first_day(standing)
    for one in _by_day(standing.ends):
        if begun and one.effect.on and not one.effect.places and one.effect.on < begun:
            yield Finding(
                f"{called} ends on {one.effect.on}, before it begins on {begun}: {said_by(one, links)}",
                CORRECT,
                is_warning=_is_doubtful(one),
            )
    conflicting = register.validity_of(instrument, day).conflicting
    days = "; ".join(f"{one.effect.on} ({said_by(one, links)})" for one in conflicting if isinstance(one, Dated))
    if days:
        yield Finding(f"{called}: sources give different first days: {days}", CONFLICT, is_warning=True)


def _ended_before_it_begins(link: Link, links: InstrumentLinks) -> Iterator[Finding]:
    """Doubtful always: a law can be replaced before it comes into force."""
    begun, ended = first_day(links.standing(link.target)), links.effective_day(link)
    if begun and ended and ended < begun:
        yield Finding(
            f"{name(link.target)} is ended from {ended}, before it begins on {begun}: {act_told(link, links)}",
            CORRECT,
            is_warning=True,
        )


def _ends_later(link: Link) -> bool:
    """An instrument of limited time ends with itself, on a day it states, also what is issued under it later."""
    since, issued_on = link.relation.since, link.target.issued_on
    return link.relation.kind is RelationKind.ENDS and since is not None and (issued_on is None or issued_on < since)


def _by_day(statements: tuple[Dated, ...]) -> list[Dated]:
    """The best statement of each day."""
    found: dict[date | None, Dated] = {}
    for one in sorted(statements, key=lambda one: one.rank):
        found.setdefault(one.effect.on, one)
    return list(found.values())


def _is_doubtful(one: Dated) -> bool:
    return one.effect.is_disputed or one.said_by.form is Form.NEWS


def _is_older(one: Instrument, other: Instrument) -> bool:
    """By the dates of issue; where one is not known, by the years of the numbers."""
    if one.issued_on and other.issued_on:
        return one.issued_on < other.issued_on
    years = [instrument.number.year if instrument.number else None for instrument in (one, other)]
    return years[0] is not None and years[1] is not None and years[0] < years[1]


def _issued(instrument: Instrument) -> str:
    return f"{name(instrument)} of {instrument.issued_on}" if instrument.issued_on else name(instrument)

"""Everything that the held documents say of the force of one instrument, gathered; nothing is decided here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from corpus.identifier import DocumentNumber
from corpus.model import Document, Effect, Form, Relation, RelationKind

# What can end the force of a whole instrument, or of a part of it.
ENDING = frozenset({RelationKind.REPLACES, RelationKind.REPEALS, RelationKind.ENDS})
# What bears on the force or the wording of an instrument.
CHANGING = ENDING | {RelationKind.AMENDS, RelationKind.EXTENDS, RelationKind.CORRECTS, RelationKind.CONTINUES}

NEWS_KIND = "Tin"


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument as far as it is known: held, or only told of by others."""

    number: DocumentNumber | None
    kind: str
    title: str
    issuer: str
    issued_on: date | None
    document: Document | None  # the head, when it is held

    @property
    def is_regulation(self) -> bool:
        """Numbered with its year, as only legal normative documents are (Nghị định 78/2025/NĐ-CP; 34/2016/NĐ-CP).

        Its first day is never that of signing unless it says so; an administrative document's acts hold from then.
        """
        return self.number is not None and self.number.year is not None

    @property
    def earliest_issue(self) -> date | None:
        """The day before which it cannot have been issued: its date, else the first day of the year in its number."""
        if self.issued_on is not None or self.number is None or self.number.year is None:
            return self.issued_on
        return date(self.number.year, 1, 1)

    @property
    def identity(self) -> str:
        """Equal for what several documents tell of one instrument; numbers without a year begin anew every year."""
        if self.document is not None:
            return self.document.id
        number = self.number.key if self.number else ""
        return number if self.is_regulation else f"{number}|{self.issued_on or ''}"


@dataclass(frozen=True, slots=True)
class Dated:
    """A statement of effect and the document that makes it."""

    effect: Effect
    said_by: Document
    is_own: bool  # said by the document itself

    @property
    def rank(self) -> tuple[bool, int, bool]:
        """The less, the more it counts: the text as issued before a digest before news; of these, its own word."""
        return self.effect.is_disputed, _FORM_RANK[self.said_by.form], not self.is_own


@dataclass(frozen=True, slots=True)
class Act:
    """What one instrument does to another, and the document that says so."""

    relation: Relation
    said_by: Document
    acting: Instrument
    since: date | None  # the day stated, else the first day of the acting instrument

    @property
    def rank(self) -> tuple[bool, int, bool]:
        """As of a statement of effect; the acting instrument's own word counts before another's."""
        is_own = self.acting.document is not None and self.acting.document.id == self.said_by.id
        return self.relation.is_disputed, _FORM_RANK[self.said_by.form], not is_own

    @property
    def is_hearsay(self) -> bool:
        """Passed on as another's word, or by a news item: nothing beside what an instrument itself says."""
        return self.relation.is_disputed or self.said_by.form is Form.NEWS

    @property
    def is_whole(self) -> bool:
        """It concerns the whole instrument."""
        return not self.relation.is_partial and not self.relation.places


Statement: TypeAlias = Dated | Act

_FORM_RANK = {Form.OFFICIAL: 0, Form.DIGEST: 1, Form.NEWS: 2}


@dataclass(frozen=True, slots=True)
class Standing:
    """What is said of one instrument: first days, last days, and what others do to it."""

    instrument: Instrument
    begins: tuple[Dated, ...] = ()
    ends: tuple[Dated, ...] = ()
    holds: tuple[Dated, ...] = ()
    acts: tuple[Act, ...] = ()

    @property
    def is_of_whole(self) -> bool:
        """Nothing that is said of it concerns one place and not another."""
        told = [one.effect for one in (*self.begins, *self.ends, *self.holds)]
        return not self.acts and not any(effect.places or effect.exceptions for effect in told)

    def of_kinds(self, kinds: Iterable[RelationKind]) -> list[Act]:
        """The acts of these kinds, each acting instrument once for each set of places, best source first."""
        wanted = frozenset(kinds)
        found: dict[tuple[object, ...], Act] = {}
        for act in sorted((act for act in self.acts if act.relation.kind in wanted), key=lambda act: act.rank):
            found.setdefault((act.relation.kind, act.acting.identity, act.relation.places), act)
        return list(found.values())


def best(statements: Sequence[Dated]) -> list[Dated]:
    """The statements of the best rank that give a day."""
    dated = [one for one in statements if one.effect.on is not None]
    least = min((one.rank for one in dated), default=None)
    return [one for one in dated if one.rank == least]


def first_day(standing: Standing) -> date | None:
    """The first day in force of the whole instrument when its best sources agree on one."""
    whole = best([one for one in standing.begins if not one.effect.places])
    days = {one.effect.on for one in whole}
    return days.pop() if len(days) == 1 else None

"""Between what documents say of one another, of force and of rewards, and the rows of the library."""

import json
import sqlite3
from collections.abc import Sequence
from decimal import Decimal

from corpus.identifier import DocumentNumber, Locator, parse_number
from corpus.model import BaseSalary, Effect, EffectKind, Recipient, Relation, RelationKind, RewardRate
from corpus.rows import Row, date_of, date_text, json_text, locator_of, locator_text


def relation_row(document_id: str, ordinal: int, relation: Relation) -> Row:
    """The columns of `relation`."""
    return (
        document_id,
        ordinal,
        relation.kind.value,
        str(relation.target),
        relation.target.key,
        relation.target_kind,
        relation.target_title,
        relation.target_issuer,
        date_text(relation.target_issued_on),
        relation.provision,
        relation.start,
        relation.end,
        relation.quote,
        *_number_columns(relation.subject),
        date_text(relation.subject_issued_on),
        _places_text(relation.places),
        int(relation.is_partial),
        date_text(relation.since),
        date_text(relation.until),
        int(relation.is_disputed),
    )


def relation_of(row: sqlite3.Row) -> Relation:
    """The relation that a row of `relation` holds."""
    return Relation(
        kind=RelationKind(row["kind"]),
        target=parse_number(row["target"]),
        target_kind=row["target_kind"],
        target_title=row["target_title"],
        target_issuer=row["target_issuer"],
        target_issued_on=date_of(row["target_issued_on"]),
        provision=row["provision"],
        start=row["start"],
        end=row["end"],
        quote=row["quote"],
        subject=_number_of(row["subject"]),
        subject_issued_on=date_of(row["subject_issued_on"]),
        places=_places_of(row["places"]),
        is_partial=bool(row["is_partial"]),
        since=date_of(row["since"]),
        until=date_of(row["until"]),
        is_disputed=bool(row["is_disputed"]),
    )


def effect_row(document_id: str, ordinal: int, effect: Effect) -> Row:
    """The columns of `effect`."""
    return (
        document_id,
        ordinal,
        effect.kind.value,
        date_text(effect.on),
        effect.provision,
        effect.start,
        effect.end,
        effect.quote,
        *_number_columns(effect.subject),
        date_text(effect.subject_issued_on),
        _places_text(effect.places),
        _places_text(effect.exceptions),
        int(effect.has_exceptions),
        int(effect.is_disputed),
    )


def effect_of(row: sqlite3.Row) -> Effect:
    """The effect that a row of `effect` holds."""
    return Effect(
        kind=EffectKind(row["kind"]),
        on=date_of(row["on"]),
        provision=row["provision"],
        start=row["start"],
        end=row["end"],
        quote=row["quote"],
        subject=_number_of(row["subject"]),
        subject_issued_on=date_of(row["subject_issued_on"]),
        places=_places_of(row["places"]),
        exceptions=_places_of(row["exceptions"]),
        has_exceptions=bool(row["has_exceptions"]),
        is_disputed=bool(row["is_disputed"]),
    )


def reward_rate_row(document_id: str, ordinal: int, rate: RewardRate) -> Row:
    """The columns of `reward_rate`."""
    return (
        document_id,
        ordinal,
        rate.title,
        None if rate.recipient is None else rate.recipient.value,
        str(rate.coefficient),
        int(rate.is_ceiling),
        rate.provision,
        rate.start,
        rate.end,
        rate.quote,
    )


def reward_rate_of(row: sqlite3.Row) -> RewardRate:
    """The rate that a row of `reward_rate` holds."""
    return RewardRate(
        title=row["title"],
        recipient=None if row["recipient"] is None else Recipient(row["recipient"]),
        coefficient=Decimal(row["coefficient"]),
        is_ceiling=bool(row["is_ceiling"]),
        provision=row["provision"],
        start=row["start"],
        end=row["end"],
        quote=row["quote"],
    )


def base_salary_row(document_id: str, ordinal: int, salary: BaseSalary) -> Row:
    """The columns of `base_salary`."""
    return (
        document_id,
        ordinal,
        salary.amount,
        date_text(salary.since),
        salary.provision,
        salary.start,
        salary.end,
        salary.quote,
    )


def base_salary_of(row: sqlite3.Row) -> BaseSalary:
    """The base salary that a row of `base_salary` holds."""
    return BaseSalary(
        amount=row["amount"],
        since=date_of(row["since"]),
        provision=row["provision"],
        start=row["start"],
        end=row["end"],
        quote=row["quote"],
    )


def _number_columns(number: DocumentNumber | None) -> tuple[str | None, str | None]:
    return (None, None) if number is None else (str(number), number.key)


def _number_of(text: str | None) -> DocumentNumber | None:
    return None if text is None else parse_number(text)


def _places_text(places: Sequence[Locator]) -> str:
    return json_text([json.loads(locator_text(place)) for place in places])


def _places_of(text: str) -> tuple[Locator, ...]:
    return tuple(locator_of(json_text(place)) for place in json.loads(text))

"""What documents say of one another and of force, as JSON: relations, mentions, effects, rewards, validity."""

from datetime import date
from typing import TypeAlias

from corpus.chain import Link
from corpus.model import BaseSalary, Document, DocumentId, Effect, RewardRate
from corpus.standing import Statement
from corpus.validity import Validity
from ingest.instrument_links import InstrumentLinks, document_name, printed, told

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"


def mention_as_json(link: Link, links: InstrumentLinks) -> dict[str, Json]:
    """What another document says: who it is, what it says is done to which document, and where."""
    return {
        **_speaker(link.said_by),
        "kind": link.relation.kind.value,
        "target": str(link.relation.target),
        "locator": links.locator(link.said_by.id, link.relation.provision),
        "quote": link.relation.quote,
        **act_as_json(link, links),
    }


def act_as_json(link: Link, links: InstrumentLinks) -> dict[str, Json]:
    """What a relation tells of the act itself: by whom, from when, until when, on which places."""
    relation = link.relation
    return {
        "since": iso(links.since(link)),
        "until": iso(relation.until),
        "target_locators": list(printed(relation.places)),
        "is_partial": relation.is_partial,
        "subject": None if relation.subject is None else str(relation.subject),
        "is_disputed": relation.is_disputed,
    }


def effect_as_json(effect: Effect, said_by: DocumentId, links: InstrumentLinks) -> dict[str, Json]:
    """A statement of effect and where it stands."""
    return {
        "kind": effect.kind.value,
        "on": iso(effect.on),
        "subject": None if effect.subject is None else str(effect.subject),
        "locators": list(printed(effect.places)),
        "exceptions": list(printed(effect.exceptions)),
        "has_exceptions": effect.has_exceptions,
        "locator": links.locator(said_by, effect.provision),
        "quote": effect.quote,
        "is_disputed": effect.is_disputed,
    }


def told_effect_as_json(effect: Effect, said_by: Document, links: InstrumentLinks) -> dict[str, Json]:
    """A statement of effect that another document makes."""
    return {**_speaker(said_by), **effect_as_json(effect, said_by.id, links)}


def reward_as_json(rate: RewardRate, said_by: DocumentId, links: InstrumentLinks) -> dict[str, Json]:
    """A reward rate; the coefficient is a decimal number as text."""
    return {
        "title": rate.title,
        "recipient": None if rate.recipient is None else rate.recipient.value,
        "coefficient": str(rate.coefficient),
        "is_ceiling": rate.is_ceiling,
        "locator": links.locator(said_by, rate.provision),
        "quote": rate.quote,
    }


def base_salary_as_json(
    salary: BaseSalary, first: date | None, said_by: DocumentId, links: InstrumentLinks
) -> dict[str, Json]:
    """A base salary in đồng; from the day stated, else from the `first` day of the document."""
    return {
        "amount": salary.amount,
        "since": iso(salary.since or first),
        "locator": links.locator(said_by, salary.provision),
        "quote": salary.quote,
    }


def validity_as_json(validity: Validity, links: InstrumentLinks) -> dict[str, Json]:
    """A status on a day, with the statement that causes it."""
    return {
        "as_of": iso(validity.day),
        "status": validity.status.value,
        "reason": validity.reason.value,
        "since": iso(validity.since),
        "until": iso(validity.until),
        "cause": None if validity.cause is None else _cause(validity.cause, links),
    }


def iso(day: date | None) -> str | None:
    """The day as ISO 8601."""
    return None if day is None else day.isoformat()


def _cause(statement: Statement, links: InstrumentLinks) -> Json:
    return {
        "document": document_name(statement.said_by),
        "locator": links.place(statement),
        "quote": told(statement).quote,
    }


def _speaker(document: Document) -> dict[str, Json]:
    return {
        "id": document.id,
        "number": None if document.number is None else str(document.number),
        "title": document.title,
    }

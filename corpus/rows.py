"""Between the values of `corpus.model` and the rows of the library: each value comes back exactly as it went in."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import TypeAlias

from corpus.identifier import Level, Locator, Step, parse_number
from corpus.model import (
    Document,
    Form,
    Page,
    Passage,
    Provision,
    ProvisionKind,
    Signer,
)

Row: TypeAlias = tuple[str | int | None, ...]

# Headings and locators that the passages and deadlines of a library repeat, decoded once; some 2 MB.
DECODED_KEPT = 5_000

DOCUMENT_COLUMNS = (
    "id, number, number_key, kind, title, issuer, superior, place, issued_on, form, signer, addressees, recipients, "
    "source, path, digest, text"
)
HEAD_COLUMNS = DOCUMENT_COLUMNS.removesuffix("text") + "'' AS text"


def document_row(document: Document) -> Row:
    """The columns of `document`, in the order of DOCUMENT_COLUMNS."""
    number, signer = document.number, document.signer
    return (
        document.id,
        None if number is None else str(number),
        None if number is None else number.key,
        document.kind,
        document.title,
        document.issuer,
        document.superior,
        document.place,
        date_text(document.issued_on),
        document.form.value,
        None if signer is None else json_text([signer.name, signer.title, signer.authority]),
        json_text(document.addressees),
        json_text(document.recipients),
        document.source,
        document.path,
        document.digest,
        document.text,
    )


def document_of(row: sqlite3.Row, pages: Sequence[Page]) -> Document:
    """The document that a row of `document` holds, with these pages."""
    return Document(
        id=row["id"],
        number=None if row["number"] is None else parse_number(row["number"]),
        kind=row["kind"],
        title=row["title"],
        issuer=row["issuer"],
        superior=row["superior"],
        place=row["place"],
        issued_on=date_of(row["issued_on"]),
        form=Form(row["form"]),
        signer=None if row["signer"] is None else Signer(*json.loads(row["signer"])),
        addressees=tuple(json.loads(row["addressees"])),
        recipients=tuple(json.loads(row["recipients"])),
        source=row["source"],
        path=row["path"],
        digest=row["digest"],
        text=row["text"],
        pages=tuple(pages),
    )


def page_row(document_id: str, page: Page) -> Row:
    """The columns of `page`."""
    return (document_id, page.number, page.start, page.end)


def page_of(row: sqlite3.Row) -> Page:
    """The page that a row of `page` holds."""
    return Page(number=row["number"], start=row["start"], end=row["end"])


def provision_row(document_id: str, provision: Provision) -> Row:
    """The columns of `provision`."""
    return (
        document_id,
        provision.ordinal,
        provision.parent,
        provision.kind.value,
        provision.label,
        provision.heading,
        locator_text(provision.locator),
        provision.start,
        provision.end,
        provision.subtree_end,
        json_text(provision.columns),
    )


def provision_of(row: sqlite3.Row) -> Provision:
    """The provision that a row of `provision` holds."""
    return Provision(
        ordinal=row["ordinal"],
        parent=row["parent"],
        kind=ProvisionKind(row["kind"]),
        label=row["label"],
        heading=row["heading"],
        locator=locator_of(row["locator"]),
        start=row["start"],
        end=row["end"],
        subtree_end=row["subtree_end"],
        columns=tuple((head, cell) for head, cell in json.loads(row["columns"])),
    )


def passage_row(passage: Passage) -> Row:
    """The columns of `passage` without its id."""
    return (
        passage.document_id,
        passage.ordinal,
        passage.first,
        passage.last,
        passage.start,
        passage.end,
        passage.text,
        json_text(passage.headings),
        locator_text(passage.locator),
        passage.page,
        passage.digest,
    )


def passage_of(row: sqlite3.Row) -> Passage:
    """The passage that a row of `passage` holds."""
    return Passage(
        document_id=row["document_id"],
        ordinal=row["ordinal"],
        first=row["first"],
        last=row["last"],
        start=row["start"],
        end=row["end"],
        text=row["text"],
        headings=_headings_of(row["headings"]),
        locator=locator_of(row["locator"]),
        page=row["page"],
        digest=row["digest"],
    )


@lru_cache(maxsize=DECODED_KEPT)
def _headings_of(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


def json_text(values: Sequence[object]) -> str:
    """The values as a JSON list, letters as they are."""
    return json.dumps(values, ensure_ascii=False)


def date_text(day: date | None) -> str | None:
    """The day in ISO 8601."""
    return None if day is None else day.isoformat()


def date_of(text: str | None) -> date | None:
    """The day that `date_text` wrote."""
    return None if text is None else date.fromisoformat(text)


def locator_text(locator: Locator) -> str:
    """The locator as JSON: [[level, label], ...]."""
    return json_text([[step.level.value, step.label] for step in locator.steps])


@lru_cache(maxsize=DECODED_KEPT)
def locator_of(text: str) -> Locator:
    """The locator that `locator_text` wrote."""
    return Locator(tuple(Step(Level(level), label) for level, label in json.loads(text)))

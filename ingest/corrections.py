"""What a person says about a document overrides what was read from its file (`--set`, manifest.toml)."""

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date

from corpus.identifier import parse_number
from corpus.model import Form
from ingest.errors import IncorrectCorrection
from ingest.header import Header

CORRECTABLE = ("number", "kind", "title", "issuer", "issued_on", "form", "source")
EXPECTED = {
    "number": "expected a document number such as 88/KH-UBND, or nothing for a document without number",
    "issued_on": "expected a date written YYYY-MM-DD, or nothing when it is not known",
    "form": f"expected one of {', '.join(Form)}",
}


def parse_assignments(assignments: Iterable[str]) -> dict[str, str]:
    """The corrections written as key=value.

    >>> parse_assignments(["number=88/KH-UBND", "issued_on=2024-03-23"])
    {'number': '88/KH-UBND', 'issued_on': '2024-03-23'}
    """
    corrections = {}
    for assignment in assignments:
        key, equals, value = assignment.partition("=")
        if not equals:
            raise IncorrectCorrection(f"Reading --set {assignment!r}: expected key=value, {_allowed()}")
        corrections[key.strip()] = value.strip()
    check(corrections)
    return corrections


def check(corrections: Mapping[str, str]) -> None:
    """Each key is one that can be corrected, and each value can be understood."""
    for key, value in corrections.items():
        _check_one(key, value)


def corrected(header: Header, corrections: Mapping[str, str]) -> Header:
    """The header with `corrections` in place of what was read; an empty number or date means that there is none."""
    check(corrections)
    given = dict(corrections)
    if "number" in given:
        header = dataclasses.replace(header, number=parse_number(given["number"]) if given["number"] else None)
    if "issued_on" in given:
        issued_on = date.fromisoformat(given["issued_on"]) if given["issued_on"] else None
        header = dataclasses.replace(header, issued_on=issued_on)
    if "form" in given:
        header = dataclasses.replace(header, form=Form(given["form"]))
    return dataclasses.replace(
        header,
        kind=given.get("kind", header.kind),
        title=given.get("title", header.title),
        issuer=given.get("issuer", header.issuer),
        source=given.get("source", header.source),
    )


def _check_one(key: str, value: str) -> None:
    if key not in CORRECTABLE:
        raise IncorrectCorrection(f"Reading the correction {key}={value!r}: no such key, {_allowed()}")
    try:
        match key:
            case "number" if value:
                parse_number(value)
            case "issued_on" if value:
                date.fromisoformat(value)
            case "form":
                Form(value)
    except ValueError as error:
        raise IncorrectCorrection(f"Reading the correction {key}={value!r}: {EXPECTED[key]}") from error


def _allowed() -> str:
    return f"where key is one of {', '.join(CORRECTABLE)}"

"""Between deadlines and the rows of the library: each rule comes back exactly as it went in.

A rule is stored as JSON: its type under "type", then its fields by name; days in ISO 8601, a day of a cycle as
[month, day]. The columns beside it (kind, first and last day, months) only serve to find it.
"""

import json
import sqlite3
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from corpus.deadline import bounds, days_of, each_year, month_mask
from corpus.deadline_kind import rule_kind
from corpus.deadline_rule import (
    Bearing,
    Cycle,
    CycleDay,
    Event,
    FixedDate,
    Limit,
    Ongoing,
    Period,
    Recurring,
    Relative,
    Rule,
    TimeUnit,
    VariableYear,
    YearOrigin,
)
from corpus.model import Deadline, Product
from corpus.rows import Row, date_of, date_text, json_text
from corpus.unit_name import unit_key

Plain: TypeAlias = "str | int | bool | list[int] | None"
Value: TypeAlias = "Plain | date | CycleDay"


class UnitRole(StrEnum):
    """How a unit takes part in what a deadline asks for."""

    RESPONSIBLE = "responsible"
    COORDINATING = "coordinating"


def deadline_row(document_id: str, ordinal: int, deadline: Deadline) -> Row:
    """The columns of `deadline`."""
    return (
        document_id,
        ordinal,
        rule_kind(deadline.rule).value,
        rule_text(deadline.rule),
        *_days_to_search(deadline.rule),
        deadline.year_origin.value,
        deadline.provision,
        deadline.start,
        deadline.end,
        deadline.quote,
        deadline.quote_start,
        deadline.quote_end,
        deadline.task,
        deadline.product.value,
        json_text(deadline.responsible),
        json_text(deadline.coordinating),
        deadline.addressee,
        int(deadline.is_corrected),
    )


def unit_rows(document_id: str, ordinal: int, deadline: Deadline) -> list[Row]:
    """The rows of `deadline_unit`: each unit once in each role."""
    named = [(UnitRole.RESPONSIBLE, name) for name in deadline.responsible]
    named += [(UnitRole.COORDINATING, name) for name in deadline.coordinating]
    keys = dict.fromkeys((unit_key(name), role) for role, name in named)
    return [(key, document_id, ordinal, role.value) for key, role in keys if key]


def deadline_of(row: sqlite3.Row) -> Deadline:
    """The deadline that a row of `deadline` holds."""
    return Deadline(
        rule=rule_of(row["rule"]),
        year_origin=YearOrigin(row["year_origin"]),
        provision=row["provision"],
        start=row["start"],
        end=row["end"],
        quote=row["quote"],
        quote_start=row["quote_start"],
        quote_end=row["quote_end"],
        task=row["task"],
        product=Product(row["product"]),
        responsible=tuple(json.loads(row["responsible"])),
        coordinating=tuple(json.loads(row["coordinating"])),
        addressee=row["addressee"],
        is_corrected=bool(row["is_corrected"]),
    )


def rule_text(rule: Rule) -> str:
    """The rule as JSON.

    >>> rule_text(Limit(date(2026, 3, 31), is_inclusive=False))
    '{"type": "Limit", "day": "2026-03-31", "is_inclusive": false}'
    """
    written = {field.name: _plain(getattr(rule, field.name)) for field in fields(rule)}
    return json.dumps({"type": type(rule).__name__, **written}, ensure_ascii=False)


def rule_of(text: str) -> Rule:
    """The rule that `rule_text` wrote."""
    written = json.loads(text)
    match written["type"]:
        case "FixedDate":
            return FixedDate(date.fromisoformat(written["day"]))
        case "Limit":
            return Limit(date.fromisoformat(written["day"]), written["is_inclusive"])
        case "Period":
            return Period(date_of(written["first"]), date_of(written["last"]), written["is_approximate"])
        case "Recurring":
            return Recurring(
                cycle=Cycle(written["cycle"]),
                opens=_cycle_day(written["opens"]),
                closes=_cycle_day(written["closes"]),
                is_inclusive=written["is_inclusive"],
                every=written["every"],
                times=written["times"],
                first=date_of(written["first"]),
                last=date_of(written["last"]),
                is_approximate=written["is_approximate"],
            )
        case "Relative":
            unit, bearing = TimeUnit(written["unit"]), Bearing(written["bearing"])
            return Relative(written["amount"], unit, bearing, written["event"])
        case "VariableYear":
            return VariableYear(
                written["month"], written["day"], written["year"], written["is_limit"], written["is_inclusive"]
            )
        case "Event":
            return Event(written["name"], date_of(written["day"]))
        case "Ongoing":
            return Ongoing(written["words"])
        case unknown:
            raise ValueError(f"reading a date rule of the library: no rule is of the type {unknown!r}")


def _plain(value: Value) -> Plain:
    match value:
        case date():
            return value.isoformat()
        case CycleDay(month=month, day=day):
            return [month, day]
        case _:
            return value


def _cycle_day(pair: list[int] | None) -> CycleDay | None:
    return None if pair is None else CycleDay(*pair)


def _days_to_search(rule: Rule) -> tuple[str | None, str | None, int]:
    """First and last day and months in which it can fall due; open ends as the ends of the calendar, else no months."""
    if isinstance(rule, VariableYear):
        rule = each_year(rule)
    if not isinstance(rule, Recurring) and days_of(rule) is None:
        return None, None, 0
    first, last = bounds(rule)
    return date_text(first or date.min), date_text(last or date.max), month_mask(rule)

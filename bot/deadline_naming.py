"""Documents that a question on deadlines names with a unit right behind: "KH 5 Sở Tài chính gửi báo cáo khi nào".

Behind a number the reader of references takes a unit for the issuer; here it is mostly who must do what is asked.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.deadline_units import provinces_in, units_asked
from bot.question import Question
from corpus.citation import resolve
from corpus.folding import fold
from corpus.library import Library
from corpus.unit_reading import Unit, read_units
from corpus.unit_words import Kind

if TYPE_CHECKING:  # naming settles by this what a question on a duty names
    from bot.naming import Named

_COMMITTEE = re.compile(r"(?<!\w)(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan)(?!\w)")


def without_units_as_issuers(named: Sequence["Named"], question: Question, library: Library) -> tuple["Named", ...]:
    """What is named; where no document of the number has that issuer, the only one of the number and kind.

    An issuer that tells a place, or is the committee or council of a province, stays one: the document of another
    place is not meant. "KH 9 UBND xã nộp khi nào" names who must do it: of what commune the plan is, nobody tells.
    """
    return tuple(_settled(one, question, library) for one in named)


def _settled(named: "Named", question: Question, library: Library) -> "Named":
    reference, text = named.reference, question.reading.text
    if named.held or not reference.issuer or not (reference.short or reference.number):
        return named
    behind = text[reference.end :].lstrip()
    unit = next((one for one in units_asked(behind) if one.start == 0), None)
    if not behind.startswith(reference.issuer) or (unit and _can_issue(unit.name)) or provinces_in(fold(behind)):
        return named
    serial = reference.number.serial if reference.number else reference.short.serial if reference.short else 0
    found = resolve(replace(reference, issuer=""), library.by_serial(serial)).documents
    return replace(named, held=found) if len(found) == 1 else named


def _can_issue(name: str) -> bool:
    """Whether the unit is one whose plan may be meant: of a place, or a committee that is named as such."""
    units = [one for one in read_units(name) if isinstance(one, Unit)]
    return any(one.place or (_COMMITTEE.search(fold(name)) and _is_of_province(one)) for one in units)


def _is_of_province(unit: Unit) -> bool:
    return not unit.is_many and unit.kind not in {Kind.COMMUNE, Kind.DISTRICT}

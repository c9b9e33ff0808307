"""Which document a statement means that names it by its number: one number can be borne by several."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.folding import fold
from corpus.identifier import DocumentNumber
from corpus.issuer_name import is_same_issuer
from corpus.model import Document, Form
from corpus.standing import Act, Instrument
from corpus.turning_points import effective_day


@dataclass(frozen=True, slots=True)
class Telling:
    """What a statement tells of the document it is about, besides the number, and who makes it."""

    issued_on: date | None
    issuer: str
    said_by: Document | None
    is_disputed: bool = False  # passed on as another's word: a date then contradicts, and tells of no other document

    @property
    def tells_apart(self) -> bool:
        """It gives more than the number."""
        return bool(self.issued_on or self.issuer)


def is_unique(number: DocumentNumber | None) -> bool:
    """One document alone bears it: it has a year, and its symbol names one organ (CP, BNV), not one of each place."""
    return number is not None and number.year is not None and _organ(number) not in ("UBND", "HDND")


def can_mean(telling: Telling, instrument: Instrument, held: Sequence[Document]) -> bool:
    """Whether the statement can be about the instrument; `held` are all the held documents of its number.

    Of a number that one organ alone gives, a wrong date or issuer is a slip. A date tells numbers without a year
    apart, for they begin anew every year; others only where several are held.
    """
    if is_unique(instrument.number) and len(held) < 2:
        return True
    if telling.issuer and instrument.issuer and not is_same_issuer(telling.issuer, instrument.issuer):
        return False
    if telling.issued_on and instrument.issued_on and telling.issued_on != instrument.issued_on:
        is_another = any(head.issued_on == telling.issued_on for head in held)
        return (instrument.is_regulation or telling.is_disputed) and not is_another
    if telling.tells_apart or telling.said_by is None:
        return True
    # Nothing but the number: of several the saying organ's own is meant, else nobody knows which.
    if is_same_issuer(telling.said_by.issuer, instrument.issuer):
        return True
    return len(held) < 2 if instrument.document else not held


def can_change(act: Act, instrument: Instrument) -> bool:
    """Whether the act can concern the force of the instrument that bears its target's number.

    Nothing changes itself or what is issued after it, and a news item changes nothing. Where nothing but a number is
    told, an organ means its own series: Kế hoạch 57/KH-UBND of one province does not replace that of another.
    """
    acting = act.acting
    if is_same(acting, instrument) or (acting.document is not None and acting.document.form is Form.NEWS):
        return False
    if instrument.document is not None and _lies_before(act, instrument.issued_on):
        return False
    if act.relation.target_issued_on or act.relation.target_issuer or not (acting.issuer and instrument.issuer):
        return True
    return _organ(acting.number) != _organ(instrument.number) or is_same_issuer(acting.issuer, instrument.issuer)


def _lies_before(act: Act, issued_on: date | None) -> bool:
    """The act was done and worked before the instrument was issued: its target is another one, or misread."""
    works, acted = effective_day(act), act.acting.issued_on
    return bool(issued_on and works and works < issued_on and (acted is None or acted < issued_on))


def is_same(one: Instrument, other: Instrument) -> bool:
    """Whether both are one document."""
    if one.document is not None and other.document is not None:
        return one.document.id == other.document.id
    if one.document is None and other.document is None:
        return one.identity == other.identity
    return one.number == other.number and one.issued_on == other.issued_on


def _organ(number: DocumentNumber | None) -> str:
    """The organ as the number abbreviates it: "UBND" of 57/KH-UBND, "HDND" of 83/2025/NQ-HĐND."""
    return fold(number.symbol).upper().split("-")[-1] if number else ""

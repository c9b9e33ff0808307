"""Whether an instrument, or a provision of it, is in force on a day: from what documents say, never guessed.

Where the best sources disagree, or an act gives no day, the status on the days in question is `unknown`.
An instrument ends when its time is over, when it is replaced or repealed; amended or partly repealed it has ended in
part (Luật Ban hành văn bản quy phạm pháp luật 80/2015/QH13, Điều 154 khoản 1–3).
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from corpus.identifier import Locator
from corpus.model import Form, RelationKind
from corpus.standing import ENDING, NEWS_KIND, Act, Standing, Statement, best
from corpus.turning_points import (
    TurningPoint,
    beginning,
    effective_day,
    endings,
    touches,
)


class ValidityStatus(StrEnum):
    """The status of a document or provision on a day."""

    IN_FORCE = "in_force"
    NOT_YET = "not_yet"
    EXPIRED = "expired"
    PARTLY_REPLACED = "partly_replaced"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """Why a status is what it is."""

    BEGUN = "begun"  # its first day has come, and nothing ends it
    HOLDS = "holds"  # a source says that it is in force
    NOT_ISSUED = "not_issued"  # the day lies before its issue
    NOT_BEGUN = "not_begun"  # issued, its first day has not come
    TIME_IS_OVER = "time_is_over"  # a stated last day has passed
    ENDED_BY_ACT = "ended_by_act"  # replaced, repealed or ended by another instrument
    CHANGED_IN_PART = "changed_in_part"  # amended, or a part of it replaced or repealed
    NOTHING_SAID = "nothing_said"  # no held document says from when it is in force
    NO_DAY_GIVEN = "no_day_given"  # an act ends it, and its day is not known
    CONTRADICTION = "contradiction"  # sources of equal rank give different days, and the day asked for lies between
    NO_INSTRUMENT = "no_instrument"  # a news item has no force


APPLYING = frozenset({ValidityStatus.IN_FORCE, ValidityStatus.PARTLY_REPLACED})
# Acts that take away a part or change its wording.
_PARTIAL = ENDING | {RelationKind.AMENDS}


@dataclass(frozen=True, slots=True)
class Validity:
    """A status on a day, with the reason, the statement that causes it and what else a reader must know."""

    status: ValidityStatus
    reason: Reason
    day: date
    cause: Statement | None = None
    since: date | None = None  # from when the status holds, when that is known
    until: date | None = None  # the first day on which it is known to end
    end: Statement | None = None  # what will end it then
    changes: tuple[Act, ...] = ()  # in effect on the day: amendments, partial repeals
    coming: tuple[Act, ...] = ()  # changes known for later days
    transitions: tuple[Act, ...] = ()  # cases to which an ended instrument still applies on the day
    conflicting: tuple[Statement, ...] = ()  # statements that give different days for one beginning

    @property
    def applies(self) -> bool:
        """In force, wholly or in part."""
        return self.status in APPLYING

    @property
    def is_expired(self) -> bool:
        """No longer in force as a whole."""
        return self.status is ValidityStatus.EXPIRED


def validity_on(standing: Standing, day: date, locator: Locator | None = None) -> Validity:
    """The status on `day` of the instrument, or of the provision at `locator` as the held text words it."""
    document = standing.instrument.document
    if document is not None and (document.form is Form.NEWS or document.kind == NEWS_KIND):
        return Validity(ValidityStatus.UNKNOWN, Reason.NO_INSTRUMENT, day)
    place = locator if locator is not None and locator.steps else None
    begin, ends = beginning(standing, place), endings(standing, place)
    validity = (
        _not_issued(standing, begin, day)
        or _expired(standing, ends, day)
        or _not_begun(begin, day)
        or _uncertain(standing, begin, ends, day)
        or _running(standing, begin, ends, day, place)
    )
    return replace(validity, conflicting=_conflicting(standing))


def _not_issued(standing: Standing, begin: TurningPoint | None, day: date) -> Validity | None:
    earliest = standing.instrument.earliest_issue
    if earliest is None or day >= earliest:
        return None
    coming = _not_begun(begin, day)
    cause, until = (coming.cause, coming.until) if coming else (None, begin.day if begin else None)
    return Validity(ValidityStatus.NOT_YET, Reason.NOT_ISSUED, day, cause, until=until)


def _not_begun(begin: TurningPoint | None, day: date) -> Validity | None:
    if begin is None or begin.has_come(day) is not False:
        return None
    return Validity(ValidityStatus.NOT_YET, Reason.NOT_BEGUN, day, begin.statements[0], until=begin.day)


def _expired(standing: Standing, ends: list[TurningPoint], day: date) -> Validity | None:
    come = [end for end in ends if end.has_come(day)]
    if not come:
        return None
    # Of several ends on one day the one that names the instrument tells more.
    first = min(come, key=lambda end: (max(known for known in end.days if known), not _is_ending(end.statements[0])))
    cause = first.statements[0]
    reason = Reason.ENDED_BY_ACT if _is_ending(cause) else Reason.TIME_IS_OVER
    return Validity(
        ValidityStatus.EXPIRED,
        reason,
        day,
        cause,
        since=max(known for known in first.days if known),
        transitions=_transitions(standing, day),
    )


def _uncertain(standing: Standing, begin: TurningPoint | None, ends: list[TurningPoint], day: date) -> Validity | None:
    """Unknown: nothing tells of its beginning, or the sources do not tell whether its end has come."""
    doubtful = next((end for end in ends if end.has_come(day) is None), None)
    if doubtful is not None:
        reason = Reason.NO_DAY_GIVEN if None in doubtful.days else Reason.CONTRADICTION
        return Validity(ValidityStatus.UNKNOWN, reason, day, doubtful.statements[0])
    if begin is not None and begin.has_come(day):
        return None
    if any(one.effect.on is not None and one.effect.on <= day for one in best(standing.holds)):
        return None
    changes = _changes(standing, None, day)
    if begin is None:
        return Validity(ValidityStatus.UNKNOWN, Reason.NOTHING_SAID, day, changes=changes)
    return Validity(ValidityStatus.UNKNOWN, Reason.CONTRADICTION, day, begin.statements[0], changes=changes)


def _running(
    standing: Standing, begin: TurningPoint | None, ends: list[TurningPoint], day: date, place: Locator | None
) -> Validity:
    changes = _changes(standing, place, day)
    end = min((end for end in ends if end.day is not None), key=lambda end: end.day or day, default=None)
    cause = begin.statements[0] if begin and begin.has_come(day) else best(standing.holds)[0]
    running = Validity(
        ValidityStatus.IN_FORCE,
        Reason.BEGUN if begin and begin.has_come(day) else Reason.HOLDS,
        day,
        cause,
        since=begin.day if begin else None,
        until=end.day if end else None,
        end=end.statements[0] if end else None,
        coming=_coming(standing, place, day),
    )
    if not changes:
        return running
    days = [known for act in changes if (known := effective_day(act))]
    return replace(
        running,
        status=ValidityStatus.PARTLY_REPLACED,
        reason=Reason.CHANGED_IN_PART,
        cause=changes[-1],
        since=max(days, default=None),
        changes=changes,
    )


def _partial_acts(standing: Standing, place: Locator | None) -> list[Act]:
    acts = [
        act
        for act in standing.of_kinds(_PARTIAL)
        if (act.relation.kind is RelationKind.AMENDS or not act.is_whole) and (place is None or touches(act, place))
    ]
    return sorted(acts, key=_working_from)


def _changes(standing: Standing, place: Locator | None, day: date) -> tuple[Act, ...]:
    """The partial acts that work on the day; one without a day from the issue of the instrument that acts."""
    return tuple(act for act in _partial_acts(standing, place) if _working_from(act) <= day)


def _coming(standing: Standing, place: Locator | None, day: date) -> tuple[Act, ...]:
    return tuple(act for act in _partial_acts(standing, place) if (known := effective_day(act)) and known > day)


def _transitions(standing: Standing, day: date) -> tuple[Act, ...]:
    return tuple(
        act
        for act in standing.of_kinds({RelationKind.EXTENDS})
        if (act.relation.until is None or day <= act.relation.until)
        and (effective_day(act) is None or (effective_day(act) or day) <= day)
    )


def _conflicting(standing: Standing) -> tuple[Statement, ...]:
    """All statements of the first day, disputed ones too, when they do not agree; one for each day, best first."""
    found: dict[date, Statement] = {}
    for one in sorted(standing.begins, key=lambda one: one.rank):
        if one.effect.on is not None and not one.effect.places:
            found.setdefault(one.effect.on, one)
    return tuple(found.values()) if len(found) > 1 else ()


def _working_from(act: Act) -> date:
    return effective_day(act) or act.acting.earliest_issue or date.min


def _is_ending(statement: Statement) -> bool:
    return isinstance(statement, Act) and statement.relation.kind in ENDING

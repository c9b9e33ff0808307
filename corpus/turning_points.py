"""The days on which the force of an instrument, or of a place in it, begins and ends, as its best sources give them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.identifier import Locator
from corpus.model import RelationKind
from corpus.standing import ENDING, Act, Dated, Standing, Statement, best

_KIND_ORDER = (RelationKind.REPLACES, RelationKind.ENDS, RelationKind.REPEALS)


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """One beginning or end: the days that the best sources give; several when they disagree, None for no day."""

    days: frozenset[date | None]
    statements: tuple[Statement, ...]
    not_before: date | None = None  # of a day that is not given: it cannot lie earlier

    def has_come(self, day: date) -> bool | None:
        """Whether it has come by `day`; None when the sources do not tell."""
        told = {known <= day for known in self.days if known is not None}
        if None in self.days and (self.not_before is None or self.not_before <= day):
            return None
        if not told:
            return False
        return told.pop() if len(told) == 1 else None

    @property
    def day(self) -> date | None:
        """The day, when there is exactly one."""
        return next(iter(self.days)) if len(self.days) == 1 else None


def beginning(standing: Standing, place: Locator | None) -> TurningPoint | None:
    """When the instrument, or the place, comes into force; None when nothing is said."""
    whole = [one for one in standing.begins if not one.effect.places]
    if place is not None:
        own = best([one for one in standing.begins if _covers(one.effect.places, place)])
        if own:
            return _point(own)
        if any(_covers(one.effect.exceptions, place) for one in best(whole)):
            return None  # the place is excepted, and nothing tells from when it is in force
    found = best(whole)
    return _point(found) if found else None


def endings(standing: Standing, place: Locator | None) -> list[TurningPoint]:
    """When the instrument, or the place as it was worded, ends: its own time, and each instrument that ends it."""
    over = best([one for one in standing.ends if not one.effect.places])
    points = [_extended(standing, _point(over))] if over else []
    if place is not None:
        partly = best([one for one in standing.ends if _covers(one.effect.places, place)])
        points += [_point(partly)] if partly else []
    return points + [
        _end_by_acts(acts)
        for acts in _acts_to_hear(standing).values()
        if acts[0].is_whole or (place is not None and _covers(acts[0].relation.places, place))
    ]


def _acts_to_hear(standing: Standing) -> dict[tuple[object, ...], list[Act]]:
    """What ends the whole or a place, by who does it and to what; hearsay of an instrument only when alone."""
    by_acting: dict[object, list[Act]] = defaultdict(list)
    for act in standing.acts:
        if act.relation.kind in ENDING | {RelationKind.AMENDS}:
            by_acting[act.acting.identity].append(act)
    ending: dict[tuple[object, ...], list[Act]] = defaultdict(list)
    for acting, acts in by_acting.items():
        for act in [act for act in acts if not act.is_hearsay] or acts:
            if act.relation.kind in ENDING:
                ending[acting, act.is_whole, act.relation.places].append(act)
    return ending


def effective_day(act: Act) -> date | None:
    """From when an act works: the day given, or for an administrative document the day of its issue."""
    return act.since or (None if act.acting.is_regulation else act.acting.issued_on)


def touches(act: Act, place: Locator) -> bool:
    """Whether a partial act can concern the place: it names it, a part of it, what holds it, or nothing."""
    places = act.relation.places
    return not places or any(one.contains(place) or place.contains(one) for one in places)


def _covers(places: Iterable[Locator], place: Locator) -> bool:
    return any(one.contains(place) for one in places)


def _point(statements: Sequence[Dated]) -> TurningPoint:
    return TurningPoint(frozenset(one.effect.on for one in statements), tuple(statements))


def _end_by_acts(acts: Sequence[Act]) -> TurningPoint:
    least = min(act.rank for act in acts)
    counted = sorted((act for act in acts if act.rank == least), key=lambda act: _KIND_ORDER.index(act.relation.kind))
    first, statements = counted[0], tuple(counted)
    if first.relation.is_disputed:  # no source says so but as another's word
        return TurningPoint(frozenset({None}), statements, effective_day(first) or first.acting.earliest_issue)
    stated = [act for act in counted if act.relation.since] or counted  # a day that is stated tells more
    return TurningPoint(frozenset(effective_day(act) for act in stated), statements, first.acting.earliest_issue)


def _extended(standing: Standing, end: TurningPoint) -> TurningPoint:
    """The end put off by another instrument that extends the whole (an end and "vẫn áp dụng" of one hand do not)."""
    ending_hands = {act.acting.identity for act in standing.acts if act.relation.kind in ENDING}
    extensions = [
        act
        for act in standing.of_kinds({RelationKind.EXTENDS})
        if act.is_whole and act.acting.identity not in ending_hands
    ]
    if not extensions or end.day is None:
        return end
    sure = [act for act in extensions if not act.relation.is_disputed]
    untils = [act.relation.until for act in sure or extensions]
    if None in untils:
        return TurningPoint(frozenset({None}), tuple(extensions), not_before=end.day)
    last = max(end.day, max(until for until in untils if until is not None) + timedelta(days=1))
    if not sure:
        return TurningPoint(frozenset({end.day, last}), (*end.statements, *extensions))
    return TurningPoint(frozenset({last}), tuple(sure))

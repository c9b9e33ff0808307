"""Expressions made of calendar terms: a limit, a day, a stretch, a list; in one year, every year or from a year on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from corpus.calendar_terms import DECEMBER_LAST, JANUARY_FIRST, Grain, NoTerm, Term
from corpus.deadline_rule import LAST_DAY, Cycle, CycleDay
from corpus.time_terms import O, W, read_next_term, read_term


@dataclass(frozen=True, slots=True)
class Preposition:
    """What stands before a term and says which side of it is meant."""

    end: int
    kind: str  # "before", "until", "since", "after" or "" for the time itself
    is_approximate: bool
    from_today: bool = False  # từ nay đến …


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one term to another; the same term twice is that term, and none as the last is "đến nay"."""

    start: int
    end: int
    first: Term
    last: Term | None

    @property
    def is_range(self) -> bool:
        """Two terms with "đến" or a dash between them."""
        return self.last is not self.first


_PREPOSITION = re.compile(
    rf"""
    (?:(?P<expected>dự{W}kiến|khoảng|tầm){O}:?{O})?
    (?:
        (?: (?P<before> (?:(?:chậm|muộn){W}nhất{W}(?:là{W})?)?(?:(?:cho{W})?đến{W}|xong{W})?trước )
          | (?P<today> (?:kể{W})?từ{W}nay{W}(?:cho{W})?(?:đến|tới)(?:{W}hết)? )
          | (?P<until>
                (?:chậm|muộn){W}nhất(?:{W}(?:là|vào|trong|đến|hết)){{0,3}}
              | không{W}(?:quá|muộn{W}hơn|chậm{W}(?:quá|hơn))
              | (?:thời{W})?hạn{W}(?:cuối(?:{W}cùng)?|chót)(?:{W}(?:là|vào|đến))?{O}:?
              | (?:cho{W})?(?:đến|tới)(?:{W}hết)? | hết )
          | (?P<since> (?:(?:kể|bắt{W}đầu|tính){W})?từ )
          | (?P<after> sau )
          | (?:ngay{W})?(?:trong|vào)(?:{W}(?:thời{W}gian|thời{W}điểm))?
        ) (?:{W}(?P<about>khoảng|dự{W}kiến))? {W}
    )?
    (?: \d{{1,2}}{O}(?:h|g|giờ|:){O}(?:\d{{2}})?(?:{W}phút)?                  # 16h00
        (?:{W}(?:sáng|chiều|tối|trưa))?{O},?{O}(?=ngày|\d{{1,2}}[/.-]) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TO = re.compile(
    rf"{O}(?:,{O})?(?:(?:-|–|—)|(?:cho{W})?(?:đến|tới)\b(?:{W}hết\b)?(?:{W}(?:khoảng|trước)\b)?){O}", re.IGNORECASE
)
_TO_NOW = re.compile(rf"{O}(?:-|–|đến|tới){W}nay\b", re.IGNORECASE)
_AND = re.compile(rf"{O}(?:,|;|và\b|hoặc\b|&)(?:{O}và\b)?{O}(?:trước\b{O})?", re.IGNORECASE)
# "từ ngày 10 đến ngày 12/10/2025", "ngày 10 - 12/10/2025": the first day borrows its month
_FIRST_DAY = re.compile(
    rf"(?:ngày{W})?(?P<day>\d{{1,2}}){O}(?=(?:-|–|—|đến|tới|và|,){O}(?:hết{W})?(?:ngày{W})?\d{{1,2}}(?:{O}[/.-]|{W}tháng\b))",
    re.IGNORECASE,
)


def read_preposition(text: str, place: int) -> Preposition:
    """What stands at `place` before a term; an empty one when nothing does."""
    match = _PREPOSITION.match(text, place)
    if match is None:
        return Preposition(place, "", is_approximate=False)
    kind = next((name for name in ("before", "until", "since", "after") if match[name]), "")
    is_approximate = bool(match["expected"] or match["about"])
    return Preposition(match.end(), kind, is_approximate, from_today=match["today"] is not None)


def read_stretches(text: str, place: int, *, is_bare: bool) -> tuple[Stretch, ...] | NoTerm | None:
    """The terms at `place`, in order: one, a range, or a list of them, of which neighbours make one stretch."""
    first = _first(text, place, is_bare=is_bare)
    if not isinstance(first, Term):
        return first
    stretch = _range(text, first)
    if isinstance(stretch, NoTerm):
        return stretch
    stretches = [stretch]
    while (following := _following(text, stretches[-1])) is not None:
        stretches.append(following)
    return tuple(_merged(stretches))


def _first(text: str, place: int, *, is_bare: bool) -> Term | NoTerm | None:
    if (partial := _FIRST_DAY.match(text, place)) is not None and (is_bare or "ngày" in partial[0].lower()):
        joint = _TO.match(text, partial.end()) or _AND.match(text, partial.end())
        second = read_term(text, joint.end(), is_bare=True) if joint else None
        if isinstance(second, NoTerm):
            return NoTerm(place, second.end)
        if second is not None and second.grain is Grain.DAY and second.cycle == "year":
            if not 1 <= int(partial["day"]) <= 31:
                return NoTerm(place, second.end)
            day = CycleDay(second.opens.month, int(partial["day"]))
            return Term(place, partial.end(), Grain.DAY, second.cycle, day, day, second.year)
    return read_term(text, place, is_bare=is_bare)


def _range(text: str, first: Term) -> Stretch | NoTerm:
    if (now := _TO_NOW.match(text, first.end)) is not None:
        return Stretch(first.start, now.end(), first, None)
    joint = _TO.match(text, first.end)
    if joint is None or first.last_year is not None:
        return Stretch(first.start, first.end, first, first)
    last = read_next_term(text, joint.end(), first.grain)
    if isinstance(last, NoTerm):
        return NoTerm(first.start, last.end)
    if last is None or not _can_join(first, last):
        return Stretch(first.start, first.end, first, first)
    return Stretch(first.start, last.end, first, last)


def _can_join(first: Term, last: Term) -> bool:
    """Days of one cycle; "tháng đầu" says not of which, before "tháng cuối mỗi quý" does."""
    months = (Cycle.QUARTER, Cycle.HALF_YEAR)
    return first.cycle is last.cycle or (not first.is_cyclic and first.cycle in months and last.cycle in months)


def _following(text: str, before: Stretch) -> Stretch | None:
    if before.last is None:
        return None
    joint = _AND.match(text, before.end)
    if joint is None:
        return None
    term = read_next_term(text, joint.end(), before.last.grain)
    if not isinstance(term, Term) or term.grain is not before.last.grain or term.cycle is not before.last.cycle:
        return None
    following = _range(text, term)
    return following if isinstance(following, Stretch) and following.last is not None else None


def _merged(stretches: list[Stretch]) -> Iterator[Stretch]:
    """Neighbours as one stretch: "quý III, IV năm 2025"; what stands apart takes the year that is written last."""
    year = stretches[-1].last.year if stretches[-1].last else None
    pending: Stretch | None = None
    for stretch in stretches:
        one = stretch if len(stretches) == 1 else _with_year(stretch, year)
        if pending is not None and _touch(pending.last or pending.first, one.first) and _is_single(one):
            pending = Stretch(pending.start, one.end, pending.first, one.last)
            continue
        if pending is not None:
            yield pending
        pending = one
    if pending is not None:
        yield pending


def _is_single(stretch: Stretch) -> bool:
    """One term that is no run of years: two runs stay two."""
    return not stretch.is_range and stretch.first.last_year is None


def _with_year(stretch: Stretch, year: int | None) -> Stretch:
    first, last = stretch.first, stretch.last
    if year is None or last is None or last.year is not None:
        return stretch
    if first is last:
        term = replace(first, year=year)
        return replace(stretch, first=term, last=term)
    return replace(stretch, last=replace(last, year=year))


def _touch(first: Term, second: Term) -> bool:
    """Whether the second begins on the day after the first, of months, quarters and years without vague parts."""
    if first.grain not in (Grain.MONTH, Grain.QUARTER, Grain.YEAR) or first.is_approximate or second.is_approximate:
        return False
    if first.last_year is not None:
        return False
    if first.closes.day != LAST_DAY or second.opens.day != 1:
        return False
    first_year, second_year = first.year, second.year
    if first.closes.month == 12 and second.opens.month == 1:
        return first_year is not None and second_year is not None and first_year + 1 == second_year
    return first_year == second_year and first.closes.month + 1 == second.opens.month


def is_whole_years(stretch: Stretch) -> bool:
    """Years and nothing smaller: what can bound a recurrence."""
    last = stretch.last
    return (
        last is not None and stretch.first.grain is Grain.YEAR
        and stretch.first.opens == JANUARY_FIRST and last.closes == DECEMBER_LAST
    )  # fmt: skip


def next_day(day: date) -> date | None:
    """The day after, or None behind the last day that can be written."""
    return day + timedelta(days=1) if day < date.max else None

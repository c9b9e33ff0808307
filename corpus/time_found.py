"""One expression of time at a place of a text, dated or recurring, with all that belongs to it behind."""

import re
from dataclasses import dataclass, replace

from corpus.calendar_terms import Grain, NoTerm
from corpus.deadline_rule import Cycle, Recurring
from corpus.time_dated import Preposition, Stretch, is_whole_years, read_preposition, read_stretches
from corpus.time_expression import TimeExpression, TimeSetting, Unreadable
from corpus.time_relative import read_event
from corpus.time_rhythm import Rhythm, read_next_rhythm, read_rhythm
from corpus.time_rules import NO_YEAR, Around, Bounds, bounds_of, of_one_year, of_variable_year, recurring
from corpus.time_terms import O, W


@dataclass(frozen=True, slots=True)
class Scene:
    """The text that is read and how."""

    text: str
    setting: TimeSetting
    is_bare: bool  # numbers alone are times too, as in a cell under "Thời gian"


@dataclass(frozen=True, slots=True)
class Found:
    """What was read at a place, up to `end`."""

    end: int
    expressions: tuple[TimeExpression, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    relies_on: int = -1  # the place of the rhythm told before that gave the cycle


_AND_ON = re.compile(
    rf"{O},?{O}(?:(?:và|cùng){W})?(?:(?:các|những){W}năm{W}(?:tiếp{W}theo|kế{W}tiếp|sau|tiếp|về{W}sau)(?:{W}đó)?|trở{W}(?:đi|về{W}sau))",
    re.IGNORECASE,
)
_JOINT = re.compile(rf"{O}(?:[,:]{O}\(?|\()?{O}(?:của{W})?", re.IGNORECASE)
_BOUND_JOINT = re.compile(rf"{O}(?:,{O}\(?|\()?{O}(?:trong{W}|(?:bắt{W}đầu{W})(?=từ))?(?:cả{W})?", re.IGNORECASE)
_CLOSED = re.compile(rf"{O}\)")
_SPACE = re.compile(O)
_VARIABLE_YEAR = re.compile(
    rf"""
    {O},?{O}(?:
        của{W}(?P<described>năm\b(?!{W}\d)(?!{W}nay\b))
      | (?P<named>năm{W}(?:xét|sau|trước|tới|liền|kế|tiếp|đó|báo|đề{W}nghị|kế{W}hoạch|có|học)\b)
      | (?:của{W})?(?P<now>năm{W}nay)\b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SHORT_YEAR = re.compile(
    rf"năm{W}(?:sau|trước|tới|đó|liền{W}(?:kề|sau|trước)|(?:kế|liền){W}tiếp|tiếp{W}theo|xét{W}tặng|báo{W}cáo)"
    rf"(?!{W}(?:với|năm|kỳ|khi|thời|liền|kề|danh|giải|khen))(?!\w)",
    re.IGNORECASE,
)


def read_dated(scene: Scene, place: int, around: Around) -> Found | None:
    """An expression that begins with a preposition or a term: "trước ngày 15/11 hằng năm"."""
    preposition = read_preposition(scene.text, place)
    is_bare = scene.is_bare or preposition.end > place
    stretches = read_stretches(scene.text, preposition.end, is_bare=is_bare)
    if stretches is None:
        return None
    if isinstance(stretches, NoTerm):
        written = " ".join(scene.text[preposition.end : stretches.end].split())
        what = f"{written} is no day of the calendar"
        return Found(stretches.end, unreadable=(Unreadable(place, stretches.end, what),))
    if bounded := _bounded_rhythm(scene, place, preposition, stretches):
        return bounded
    end = stretches[-1].end
    rhythm = _rhythm_behind(scene.text, end) if _is_yearless(stretches) else None
    if rhythm is not None:
        bounds, end = _bounds(scene, rhythm.end)
        return _recurring(scene, place, preposition, stretches, rhythm, around, bounds, end)
    if _is_yearless(stretches) and any(stretch.last and stretch.last.is_cyclic for stretch in stretches):
        bounds, end = _bounds(scene, end)
        return _recurring(scene, place, preposition, stretches, None, Around(), bounds, end)
    return _without_rhythm(scene, place, preposition, stretches, around)


def read_recurring(scene: Scene, place: int, around: Around) -> Found | None:
    """A rhythm with its days and its bounds: "hằng năm (trước ngày 15 tháng 11)"; and the rhythms listed behind it."""
    rhythm = read_rhythm(scene.text, place)
    if rhythm is None:
        return None
    found = _with_days(scene, rhythm)
    expressions = list(found.expressions)
    while (following := read_next_rhythm(scene.text, found.end)) is not None:
        found = _with_days(scene, following)
        expressions += found.expressions
    return Found(found.end, tuple(expressions))


def _with_days(scene: Scene, rhythm: Rhythm) -> Found:
    found = _days_behind(scene, rhythm) if rhythm.times == 1 else None
    if found is not None:
        return found
    bounds, end = _bounds(scene, rhythm.end)
    rule = Recurring(rhythm.cycle, every=rhythm.every, times=rhythm.times, first=bounds.first, last=bounds.last)
    return Found(end, (TimeExpression(rhythm.start, end, rule),))


def _days_behind(scene: Scene, rhythm: Rhythm) -> Found | None:
    """The rhythm with the days told right behind it: "hàng tháng (trước ngày 16 hàng tháng)"."""
    text, joint = scene.text, _JOINT.match(scene.text, rhythm.end)
    if joint is None:
        return None
    preposition = read_preposition(text, joint.end())
    stretches = read_stretches(text, preposition.end, is_bare=preposition.end > joint.end())
    if not isinstance(stretches, tuple) or not _is_yearless(stretches) or not _fits(rhythm, stretches, joint[0]):
        return None
    if preposition.kind == "since" and not stretches[0].is_range:
        return None  # "định kỳ hằng năm tính từ ngày 15/12 năm trước …" begins another statement
    end = stretches[-1].end
    again = read_rhythm(text, space.end()) if (space := _SPACE.match(text, end)) else None
    if again is not None and again.cycle is rhythm.cycle:
        end = again.end
    bounds, end = _bounds(scene, _closed(text, end, joint[0]))
    return _recurring(scene, rhythm.start, preposition, stretches, rhythm, Around(), bounds, end)


def _fits(rhythm: Rhythm, stretches: tuple[Stretch, ...], joint: str) -> bool:
    """Days of a year behind "hằng quý," are another thing; in parentheses they tell when."""
    cycle = stretches[0].first.cycle
    is_yearly = rhythm.cycle in (Cycle.YEAR, Cycle.HALF_YEAR)
    return "(" in joint or (is_yearly if cycle is Cycle.YEAR else True)


def _bounded_rhythm(scene: Scene, place: int, preposition: Preposition, stretches: tuple[Stretch, ...]) -> Found | None:
    """Years before a rhythm, which bound it: "từ năm 2026, hằng năm"."""
    if len(stretches) != 1 or not is_whole_years(stretches[0]) or preposition.kind not in ("", "since"):
        return None
    if preposition.kind == "" and stretches[0].first.last_year is None:
        return None
    joint = re.compile(rf"{O},{O}").match(scene.text, stretches[0].end)
    rhythm = read_rhythm(scene.text, joint.end()) if joint else None
    ruled = of_one_year(preposition, stretches[0], scene.setting, is_open_ended=False)
    if rhythm is None or not isinstance(ruled, tuple) or (bounds := bounds_of(ruled[0])) is None:
        return None
    inner = _with_days(scene, rhythm)
    expressions = tuple(
        replace(one, start=place, rule=replace(one.rule, first=bounds.first, last=bounds.last))
        if index == 0 and isinstance(one.rule, Recurring) else one
        for index, one in enumerate(inner.expressions)
    )  # fmt: skip
    return replace(inner, expressions=expressions)


def _recurring(
    scene: Scene,
    place: int,
    preposition: Preposition,
    stretches: tuple[Stretch, ...],
    rhythm: Rhythm | None,
    around: Around,
    bounds: Bounds,
    end: int,
) -> Found | None:
    expressions = []
    for index, stretch in enumerate(stretches):
        rule = recurring(preposition, stretch, rhythm, around, bounds)
        if rule is None:
            return None
        start = place if index == 0 else stretch.start
        expressions.append(TimeExpression(start, end if index == len(stretches) - 1 else stretch.end, rule))
    relies_on = around.place if rhythm is None else -1
    return Found(end, tuple(expressions), relies_on=relies_on)


def _without_rhythm(
    scene: Scene, place: int, preposition: Preposition, stretches: tuple[Stretch, ...], around: Around
) -> Found | None:
    text, end = scene.text, stretches[-1].end
    variable = _VARIABLE_YEAR.match(text, end) if _is_yearless(stretches) and len(stretches) == 1 else None
    if variable is not None and variable["now"] is not None:
        if scene.setting.written_on is not None:
            scene = replace(scene, setting=TimeSetting(told_year=scene.setting.written_on.year))
        end = variable.end()
    elif variable is not None:
        start = variable.start("described") if variable["described"] else variable.start("named")
        short = _SHORT_YEAR.match(text, start)
        end, year = (short.end(), short[0]) if short else read_event(text, start, 24)
        if around.cycle is not Cycle.YEAR or preposition.kind == "since":
            rule = of_variable_year(preposition, stretches[0], " ".join(year.split()))
            return Found(end, (TimeExpression(place, end, rule),) if rule else ())
    if _is_yearless(stretches):
        found = _recurring(scene, place, preposition, stretches, None, around, Bounds(), end)
        if found is not None:
            return found
    if stretches[0].first.cycle is not Cycle.YEAR:
        return None
    and_on = _AND_ON.match(text, end)
    return _of_one_year(scene, place, preposition, stretches, and_on.end() if and_on else end, and_on is not None)


def _of_one_year(
    scene: Scene, place: int, preposition: Preposition, stretches: tuple[Stretch, ...], end: int, is_open_ended: bool
) -> Found:
    expressions, unreadable = [], []
    for index, stretch in enumerate(stretches):
        is_last = index == len(stretches) - 1
        start, stop = place if index == 0 else stretch.start, end if is_last else stretch.end
        ruled = of_one_year(preposition, stretch, scene.setting, is_open_ended=is_open_ended and is_last)
        if isinstance(ruled, Unreadable):
            unreadable.append(replace(ruled, start=start, end=stop))
        elif ruled is not None:
            expressions.append(TimeExpression(start, stop, ruled[0], ruled[1]))
        elif _tells_a_number(scene.text, stretch):
            unreadable.append(Unreadable(start, stop, NO_YEAR))
    return Found(end, tuple(expressions), tuple(unreadable))


def _tells_a_number(text: str, stretch: Stretch) -> bool:
    """Whether a missing year leaves a gap: of "tháng 10" it does, "cuối năm" is a turn of speech."""
    written = text[stretch.start : stretch.end]
    return any(map(str.isdigit, written)) or stretch.first.grain is Grain.QUARTER


def _is_yearless(stretches: tuple[Stretch, ...]) -> bool:
    return all(
        stretch.first.year is None and stretch.last is not None and stretch.last.year is None for stretch in stretches
    )


def _rhythm_behind(text: str, place: int) -> Rhythm | None:
    joint = _JOINT.match(text, place)
    rhythm = read_rhythm(text, joint.end()) if joint else None
    if rhythm is None or joint is None or "(" not in joint[0]:
        return rhythm
    closed = _CLOSED.match(text, rhythm.end)
    return replace(rhythm, end=closed.end()) if closed else None


def _bounds(scene: Scene, place: int) -> tuple[Bounds, int]:
    """The years that bound a rhythm that ends at `place`: ", giai đoạn 2026 - 2030"; and where they end."""
    joint = _BOUND_JOINT.match(scene.text, place)
    if joint is None:
        return Bounds(), place
    preposition = read_preposition(scene.text, joint.end())
    stretches = read_stretches(scene.text, preposition.end, is_bare=preposition.kind == "since" or "(" in joint[0])
    if not isinstance(stretches, tuple) or len(stretches) != 1 or preposition.kind in ("before", "after"):
        return Bounds(), place
    stretch = stretches[0]
    is_written = stretch.first.year is not None and (stretch.last is None or stretch.last.year is not None)
    if not is_written or (preposition.kind == "" and not is_whole_years(stretch)):
        return Bounds(), place
    ruled = of_one_year(preposition, stretch, scene.setting, is_open_ended=False)
    bounds = bounds_of(ruled[0]) if isinstance(ruled, tuple) else None
    return (bounds, _closed(scene.text, stretch.end, joint[0])) if bounds is not None else (Bounds(), place)


def _closed(text: str, end: int, joint: str) -> int:
    if "(" in joint and (closed := _CLOSED.match(text, end)):
        return closed.end()
    return end

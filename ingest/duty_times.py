"""The expressions of time in the words of a duty: those of cited documents and mere sums left out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.citation import find_references
from corpus.deadline_rule import LAST_DAY, Cycle, CycleDay, FixedDate, Ongoing, Period, Recurring, YearOrigin
from corpus.folding import fold
from corpus.time_reading import TimeExpression, Times, TimeSetting, find_times, read_stated_time
from ingest.duty_words import WITHOUT_A_DAY

_OF_A_DOCUMENT = 4  # characters between a number and the date that belongs to it
_LONGEST_CELL = 60  # characters
_MOST_LETTERS_BESIDE = 12  # "08 tháng (từ tháng 3 đến tháng 10)"
# Without one of these nothing in a sentence is a time.
_MAY_HOLD_A_TIME = re.compile(
    r"\d{1,2}\s*[/.-]\s*\d|[lO]\d/|"
    r"(?<!\w)(?:ngày|tháng|năm|quý|tuần|h[ằà]ng|mỗi|định\s+k|thời\s+hạn|chậm\s+nhất|ngay\s+sau|dịp|lần|đợt|giờ)(?!\w)",
    re.IGNORECASE,
)


def times_in(text: str, setting: TimeSetting) -> Times:
    """The times of a running sentence; none that belongs to a cited document."""
    return _own(text, find_times(text, setting)) if _MAY_HOLD_A_TIME.search(text) else Times((), ())


def times_stated(text: str, setting: TimeSetting) -> Times:
    """The times that a label or a cell under "Thời gian" states; words alone where it gives no day of its own."""
    times = read_stated_time(text, setting)
    own = _own(text, times)
    if not own.expressions and times.expressions and not isinstance(times.expressions[0].rule, Ongoing):
        words = Ongoing(" ".join(text.split()).rstrip(" .;"))
        return Times((TimeExpression(0, len(text.rstrip()), words),), times.unreadable)
    return own


def times_of_whole_cell(text: str, setting: TimeSetting, *, follows_unit: bool) -> Times | None:
    """The times that a cell of a column without a head consists of; None when it holds anything else.

    A bare year counts only behind the cell that names who acts: alone it may be anything.
    """
    if len(text) > _LONGEST_CELL or (text.strip().isdigit() and not follows_unit):
        return None
    times = times_stated(text, setting)
    rest = "".join(text[one.start : one.end] for one in times.expressions)
    left_over = sum(map(str.isalpha, text)) - sum(map(str.isalpha, rest))
    is_time = bool(times.expressions) and not any(isinstance(one.rule, Ongoing) for one in times.expressions)
    return times if is_time and left_over <= _MOST_LETTERS_BESIDE else None


def each_year(time: TimeExpression, setting: TimeSetting) -> TimeExpression:
    """Months told as a rhythm without a year, in a document for several years, come back each year."""
    rule, years = time.rule, setting.years
    is_for_years = years is not None and years[0] < years[1]
    if not (isinstance(rule, Period) and rule.first and rule.last and time.year_origin is YearOrigin.ISSUE):
        return time
    if not is_for_years:
        return time
    opens, closes = CycleDay(rule.first.month, rule.first.day), CycleDay(rule.last.month, LAST_DAY)
    return replace(time, rule=Recurring(Cycle.YEAR, opens, closes), year_origin=YearOrigin.WRITTEN)


def _own(text: str, times: Times) -> Times:
    cited = [(one.start, one.end) for one in find_references(text)] if times.expressions else []
    kept = [one for one in times.expressions if not _is_cited(one, cited) and not _tells_no_time(one)]
    return Times(_without_sums(text, kept), times.unreadable)


def _is_cited(one: TimeExpression, cited: Sequence[tuple[int, int]]) -> bool:
    """Whether the time stands in the reference to a document, or is the day that directly follows one."""
    after = _OF_A_DOCUMENT if isinstance(one.rule, FixedDate) else 0
    return not isinstance(one.rule, Ongoing) and any(start <= one.start < end + after for start, end in cited)


def _tells_no_time(one: TimeExpression) -> bool:
    """Words that are none of those by which texts say when without a day: a number, a kind of sample."""
    return isinstance(one.rule, Ongoing) and not WITHOUT_A_DAY.search(fold(one.rule.words))


def _without_sums(text: str, times: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """Without what only adds up the rhythm before it: "02 đợt/tháng (18 đợt/năm)"."""
    kept: list[TimeExpression] = []
    for one in times:
        counts = isinstance(one.rule, Recurring) and one.rule.times > 1
        if not (kept and counts and text[kept[-1].end : one.start].strip() == "("):
            kept.append(one)
    return tuple(kept)

"""When something must be done, as the text says it: the rules of deadlines. Frozen values, no reading, no deciding.

Every day is a civil day of Việt Nam. What a rule means on the calendar is in `corpus.deadline`, how it is written in
`corpus.deadline_wording`, how it is read in `corpus.time_reading`.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

LAST_DAY = -1  # of a month, whatever its length


class Cycle(StrEnum):
    """How often a recurring duty comes back."""

    DAY = "day"  # hằng ngày
    WEEK = "week"  # hằng tuần
    MONTH = "month"  # hằng tháng
    QUARTER = "quarter"  # hằng quý
    HALF_YEAR = "half_year"  # 6 tháng
    YEAR = "year"  # hằng năm


class TimeUnit(StrEnum):
    """What a relative time limit is counted in (Bộ luật Dân sự 2015, Điều 146–147; working days by the calendar)."""

    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working_day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Bearing(StrEnum):
    """On which side of its event a relative time lies."""

    WITHIN = "within"  # trong thời hạn 10 ngày kể từ ngày …: between the event and then
    AFTER = "after"  # sau 10 ngày kể từ ngày …: not before then
    BEFORE = "before"  # chậm nhất 05 ngày trước khi họp: then at the latest


@dataclass(frozen=True, slots=True)
class FixedDate:
    """On one day: "ngày 15/3/2026"."""

    day: date


@dataclass(frozen=True, slots=True)
class Limit:
    """Up to a day: "trước ngày 31/3/2026" excludes it, "chậm nhất ngày …" and "đến hết năm 2025" include it."""

    day: date  # as written
    is_inclusive: bool


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both included: a month, a quarter, "từ … đến hết …", "giai đoạn 2026 - 2030".

    `is_approximate`: the text is vague ("đầu tháng 10/2024"), and the days are how it is commonly understood.
    """

    first: date | None
    last: date | None
    is_approximate: bool = False

    def __post_init__(self) -> None:
        if self.first is None and self.last is None:
            raise ValueError("a period needs a first or a last day")
        if self.first is not None and self.last is not None and self.first > self.last:
            raise ValueError(f"a period cannot end on {self.last}, before it begins on {self.first}")


@dataclass(frozen=True, slots=True)
class CycleDay:
    """A day of every cycle: its month, counted within the cycle from 1, and its day of the month or LAST_DAY.

    Of a week the day is 1 (Monday) to 7 and the month 1; of a month the month is 1. Month 3 of a quarter is its last.
    """

    month: int
    day: int

    def __post_init__(self) -> None:
        if not 1 <= self.month <= 12 or not (self.day == LAST_DAY or 1 <= self.day <= 31):
            raise ValueError(f"no day of a cycle: month {self.month}, day {self.day}")


@dataclass(frozen=True, slots=True)
class Recurring:
    """Again in each cycle: "trước ngày 20 hằng tháng", "hằng quý", "từ tháng 3 đến tháng 11 hằng năm".

    `opens` and `closes` bound the time within the cycle: only `closes` for a limit, both alike for one day, both for a
    stretch (one that closes before it opens ends in the next cycle), neither for any time of the cycle.
    """

    cycle: Cycle
    opens: CycleDay | None = None
    closes: CycleDay | None = None
    is_inclusive: bool = True  # False for "trước ngày …": `closes` itself is too late
    every: int = 1  # 2 of "hai năm một lần"
    times: int = 1  # 2 of "02 lần/năm"
    first: date | None = None  # the recurrence itself begins, when the text says so: "từ năm 2026, hằng năm …"
    last: date | None = None
    is_approximate: bool = False  # "đầu mỗi quý"


@dataclass(frozen=True, slots=True)
class Relative:
    """So long after or before an event whose day the text does not give: "trong thời hạn 10 ngày kể từ ngày nhận …".

    An amount of 0 is "ngay sau khi …" (AFTER) or "trước khi …" (BEFORE).
    """

    amount: int
    unit: TimeUnit
    bearing: Bearing
    event: str  # as written, without "kể từ", "sau khi": "ngày nhận đủ hồ sơ"


@dataclass(frozen=True, slots=True)
class VariableYear:
    """A day of a year that differs from case to case: "chậm nhất ngày 15 tháng 8 của năm xét tặng"."""

    month: int
    day: int
    year: str  # as written: "năm xét tặng", "năm sau"
    is_limit: bool = True  # False: on that day
    is_inclusive: bool = True


@dataclass(frozen=True, slots=True)
class Event:
    """At an occasion: "nhân dịp 10/10", "vào dịp kỷ niệm 70 năm Ngày Giải phóng Thủ đô"."""

    name: str  # as written, without "nhân dịp"
    day: date | None = None  # the day of the occasion, when it is known


@dataclass(frozen=True, slots=True)
class Ongoing:
    """No day at all: "thường xuyên", "theo lộ trình của Bộ, ngành"."""

    words: str  # as written


Rule: TypeAlias = FixedDate | Limit | Period | Recurring | Relative | VariableYear | Event | Ongoing


class YearOrigin(StrEnum):
    """Where the year of a deadline comes from."""

    WRITTEN = "written"  # it stands in the expression, or none is needed
    SENTENCE = "sentence"  # it stands elsewhere in the sentence or the heading
    PERIOD = "period"  # the one year that the document is for
    ISSUE = "issue"  # the first such day on or after the day of the document

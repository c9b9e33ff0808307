"""Days told by name behind a yearly rhythm: "hằng năm gồm: Ngày Môi trường thế giới (05/6), Tuần lễ … (01 - 08/6)"."""

import calendar
import re

from corpus.deadline_rule import Cycle, CycleDay, Recurring, YearOrigin
from corpus.time_expression import TimeExpression
from corpus.time_terms import O, W

_LISTED = re.compile(rf"{O}(?:(?:bao{W})?gồm|như|là|vào{W}các{W}dịp)?{O}:?{O}(?=(?:Ngày|Tuần{W}lễ)\s)")
_NAMED_DAY = re.compile(
    rf"(?:Ngày|Tuần{W}lễ)(?:\s+[^\W\d_]+){{1,14}}\s*"
    rf"\((?:từ{W})?(?:ngày{W})?(?:(?P<first>\d{{1,2}}){O}[-–]{O})?(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})\)"
)
_AND = re.compile(rf"{O}[,;]?{O}(?:và{W})?")


def read_named_days(text: str, start: int, place: int) -> tuple[TimeExpression, ...]:
    """The days listed at `place`, behind a yearly rhythm that begins at `start`; none when no list follows.

    Each comes back every year; the first span begins with the rhythm. A list with a day that no month has is not read.
    """
    listed = _LISTED.match(text, place)
    if listed is None:
        return ()
    found: list[TimeExpression] = []
    place = listed.end()
    while (named := _NAMED_DAY.match(text, place)) is not None:
        month, last, first = (int(named[part] or named["day"]) for part in ("month", "day", "first"))
        if not (_is_day(month, first) and _is_day(month, last) and first <= last):
            return ()
        rule = Recurring(Cycle.YEAR, CycleDay(month, first), CycleDay(month, last))
        found.append(TimeExpression(start if not found else named.start(), named.end(), rule, YearOrigin.WRITTEN))
        joint = _AND.match(text, named.end())
        place = joint.end() if joint else named.end()
    return tuple(found)


def _is_day(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(2000, month)[1]  # 2000 has every day

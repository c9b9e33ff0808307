"""The days that a statement gives: from when, until when."""

import re
from datetime import date, timedelta

from corpus.reference_context import calendar_date
from ingest.act_verbs import cue

DAY = (
    r"(?:ngày )?(?P<day>\d{1,2})(?:\s*[/.-]\s*| tháng )(?P<month>\d{1,2})"
    r"(?:\s*[/.-]\s*|\s*,? năm )(?P<year>\d{4})(?!\d)"
)
"""01/7/2025, ngày 01 tháng 7 năm 2025; to stand in a larger pattern for `cue`."""

_SINCE = cue(rf"(?<!\w)(?:kể )?từ (?:ngày |khi )?{DAY}")
_SINCE_ISSUE = cue(r"(?<!\w)(?:kể )?từ (?:ngày|khi) (?:ký|ban hành|được (?:ký|thông qua)|thông qua)(?!\w)")
_UNTIL = cue(rf"(?<!\w)đến (?:hết )?(?:ngày )?{DAY}")
_UNTIL_YEAR = cue(r"(?<!\w)đến hết năm (?P<year>\d{4})(?!\d)")


def since(words: str, issued_on: date | None) -> date | None:
    """The first day that `words` give as "từ ngày …"; `issued_on` for "từ ngày ký"; None for none.

    >>> since("bị thay thế kể từ ngày 01/7/2025", None)
    datetime.date(2025, 7, 1)
    """
    day, issue = _SINCE.search(words), _SINCE_ISSUE.search(words)
    if issue is not None and (day is None or issue.start() < day.start()):
        return issued_on
    return day_of(day) if day is not None else None


def until(words: str) -> date | None:
    """The last day that `words` give as "đến hết ngày …" or "đến hết năm …"; None for none.

    >>> until("đến hết năm 2026")
    datetime.date(2026, 12, 31)
    """
    day = _UNTIL.search(words)
    if day is not None:
        return day_of(day)
    year = _UNTIL_YEAR.search(words)
    return calendar_date(int(year["year"]), 12, 31) if year is not None else None


def day_of(match: re.Match[str]) -> date | None:
    """The day in the groups of a match of `DAY`, None when the calendar has none such."""
    return calendar_date(int(match["year"]), int(match["month"]), int(match["day"]))


def day_after(day: date | None, days: int = 1) -> date | None:
    """So many days later; None for None and for a day that the calendar no longer reaches."""
    return day + timedelta(days=days) if day is not None and (date.max - day).days >= days else None

from datetime import date, datetime
from itertools import islice

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.deadline import occurrences
from corpus.deadline_rule import LAST_DAY, Cycle, CycleDay, Recurring
from corpus.recurrence import calendar_recurrence, recurrence_text

DAY, WEEK, MONTH, QUARTER, HALF_YEAR, YEAR = Cycle


def closing(cycle, month, day, **more):
    return Recurring(cycle, closes=CycleDay(month, day), **more)


def stretch(cycle, opens, closes, **more):
    return Recurring(cycle, CycleDay(*opens), CycleDay(*closes), **more)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (Recurring(DAY), "FREQ=DAILY"),
        (Recurring(DAY, every=2), "FREQ=DAILY;INTERVAL=2"),
        (Recurring(WEEK), "FREQ=WEEKLY"),
        (Recurring(WEEK, every=2), "FREQ=WEEKLY;INTERVAL=2"),
        (closing(WEEK, 1, 5), "FREQ=WEEKLY;BYDAY=FR"),  # thứ Sáu hằng tuần
        (closing(WEEK, 1, LAST_DAY), "FREQ=WEEKLY;BYDAY=SU"),
        (stretch(WEEK, (1, 1), (1, 7)), "FREQ=WEEKLY"),  # the whole week
        (stretch(WEEK, (1, 1), (1, 5)), "FREQ=WEEKLY;BYDAY=FR"),
        (Recurring(MONTH), "FREQ=MONTHLY"),
        (closing(MONTH, 1, 20, is_inclusive=False), "FREQ=MONTHLY;BYMONTHDAY=20"),  # the day as written
        (closing(MONTH, 1, 20, every=2), "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=20"),
        (closing(MONTH, 1, LAST_DAY), "FREQ=MONTHLY;BYMONTHDAY=-1"),
        (stretch(MONTH, (1, 1), (1, 10), is_approximate=True), "FREQ=MONTHLY;BYMONTHDAY=10"),  # đầu tháng
        (Recurring(MONTH, times=2), "FREQ=MONTHLY;COUNT_IN=2"),  # 02 đợt/tháng
        (Recurring(QUARTER), "FREQ=MONTHLY;INTERVAL=3"),
        (Recurring(QUARTER, every=2), "FREQ=MONTHLY;INTERVAL=6"),
        (closing(QUARTER, 3, 15, is_inclusive=False), "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15"),
        (closing(QUARTER, 3, 15, every=2), "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=15"),
        (stretch(QUARTER, (3, 1), (3, LAST_DAY)), "FREQ=YEARLY;BYMONTH=3,6,9,12"),  # tháng cuối quý
        (Recurring(HALF_YEAR), "FREQ=MONTHLY;INTERVAL=6"),
        (closing(HALF_YEAR, 6, 15), "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15"),
        (Recurring(YEAR), "FREQ=YEARLY"),
        (Recurring(YEAR, every=2), "FREQ=YEARLY;INTERVAL=2"),  # hai năm một lần
        (Recurring(YEAR, times=2), "FREQ=YEARLY;COUNT_IN=2"),  # 02 lần/năm
        (Recurring(YEAR, first=date(2026, 1, 1), last=date(2030, 12, 31)), "FREQ=YEARLY"),  # bounds stand elsewhere
        (closing(YEAR, 11, 15, is_inclusive=False), "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15"),
        (closing(YEAR, 11, 15, every=2), "FREQ=YEARLY;INTERVAL=2;BYMONTH=11;BYMONTHDAY=15"),
        (stretch(YEAR, (10, 10), (10, 10)), "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=10"),
        (stretch(YEAR, (3, 1), (11, LAST_DAY)), "FREQ=YEARLY;BYMONTH=3,4,5,6,7,8,9,10,11"),
        (stretch(YEAR, (1, 1), (3, LAST_DAY)), "FREQ=YEARLY;BYMONTH=1,2,3"),  # quý I hằng năm
        (stretch(YEAR, (11, 1), (2, LAST_DAY)), "FREQ=YEARLY;BYMONTH=1,2,11,12"),
        (stretch(YEAR, (1, 1), (12, LAST_DAY)), "FREQ=YEARLY"),
        (stretch(YEAR, (9, 1), (9, 14)), "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=14"),  # a stretch of days: its end
    ],
)
def test_a_recurrence_is_written_as_the_text_says_it(rule, text):
    assert recurrence_text(rule) == text


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (closing(YEAR, 7, 1, is_inclusive=False), "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30"),  # trước ngày 01/7 hằng năm
        (closing(YEAR, 3, 1, is_inclusive=False), "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
        (closing(YEAR, 1, 1, is_inclusive=False), "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31"),
        (closing(MONTH, 1, 1, is_inclusive=False), "FREQ=MONTHLY;BYMONTHDAY=-1"),  # trước ngày 1 hằng tháng
        (closing(MONTH, 1, 20, is_inclusive=False), "FREQ=MONTHLY;BYMONTHDAY=19"),
        (closing(MONTH, 1, 30), "FREQ=MONTHLY;BYMONTHDAY=30,-1;BYSETPOS=1"),  # 28/02 in February
        (closing(QUARTER, 3, 30), "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=30"),  # no February among the last months
        (closing(QUARTER, 3, 31), "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"),
        (closing(WEEK, 1, 1, is_inclusive=False), "FREQ=WEEKLY;BYDAY=SU"),  # trước thứ Hai
        (Recurring(QUARTER), "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"),  # at the end of the quarter
        (Recurring(MONTH, times=2), "FREQ=MONTHLY;BYMONTHDAY=-1"),  # RFC 5545 has no word for "twice in it"
        (
            closing(YEAR, 12, 15, first=date(2026, 1, 1), last=date(2030, 12, 31)),
            "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15;UNTIL=20301231",
        ),
    ],
)
def test_the_recurrence_of_a_calendar_stands_on_the_last_allowed_day(rule, text):
    assert calendar_recurrence(rule) == text


@st.composite
def recurring_rules(draw):
    cycle = draw(st.sampled_from(Cycle))
    days = st.builds(CycleDay, st.integers(1, 12), st.integers(1, 31) | st.just(LAST_DAY))
    opens, closes = draw(st.none() | days), draw(st.none() | days)
    first = draw(st.dates(date(1990, 1, 1), date(2060, 1, 1)))
    return Recurring(
        cycle,
        opens,
        closes,
        # "trước …" bounds a limit; the text of a stretch includes its last day.
        is_inclusive=opens is not None or draw(st.booleans()),
        every=draw(st.integers(1, 3)),
        first=first,
        last=draw(st.none() | st.dates(first, date(2070, 1, 1))),
    )


@settings(max_examples=200, deadline=None)
@given(recurring_rules())
def test_an_independent_reader_of_the_recurrence_finds_the_same_days(rule):
    expected = [each.last_allowed for each in islice(occurrences(rule, date(1900, 1, 1), date(2200, 1, 1)), 30)]
    found = []
    if expected:
        start = datetime.combine(expected[0], datetime.min.time())
        found = [moment.date() for moment in islice(rrulestr(calendar_recurrence(rule), dtstart=start), 30)]
    assert found == expected

"""`corpus.deadline.due`: time limits that run from, or up to, the day of an event."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.deadline import due
from corpus.deadline_rule import Bearing, Period, Relative, TimeUnit
from corpus.working_days import WorkingDays

CALENDAR = WorkingDays()
HOUR, DAY, WORKING_DAY, WEEK, MONTH, YEAR = TimeUnit


@pytest.mark.parametrize(
    ("amount", "unit", "event", "last"),
    [
        (10, DAY, date(2026, 3, 2), date(2026, 3, 12)),  # the day of the event is not counted (Điều 147)
        (5, DAY, date(2026, 3, 2), date(2026, 3, 9)),  # 07/3 is a Saturday: the next working day (Điều 148)
        (10, DAY, date(2026, 2, 5), date(2026, 2, 23)),  # would end on a Sunday, and then comes Tết
        (0, DAY, date(2026, 3, 2), date(2026, 3, 2)),
        (5, WORKING_DAY, date(2026, 3, 2), date(2026, 3, 9)),
        (20, WORKING_DAY, date(2026, 2, 2), date(2026, 3, 9)),  # Tết does not count
        (2, WEEK, date(2026, 3, 2), date(2026, 3, 16)),
        (1, MONTH, date(2026, 3, 2), date(2026, 4, 2)),
        (1, MONTH, date(2025, 10, 31), date(2025, 12, 1)),  # 30/11, the last day of the month, is a Sunday
        (6, MONTH, date(2026, 9, 15), date(2027, 3, 15)),
        (1, YEAR, date(2024, 2, 29), date(2025, 2, 28)),
        (24, HOUR, date(2026, 3, 6), date(2026, 3, 7)),  # hours run on over the weekend (Điều 147 khoản 1)
        (12, HOUR, date(2026, 3, 6), date(2026, 3, 6)),
        (10**15, DAY, date(2026, 3, 2), date.max),
        (10**15, MONTH, date(2026, 3, 2), date.max),
    ],
)
def test_a_duty_within_a_time_limit_is_due_on_its_last_day(amount, unit, event, last):
    assert due(Relative(amount, unit, Bearing.WITHIN, "ngày nhận"), event, CALENDAR) == Period(event, last)


@pytest.mark.parametrize(
    ("amount", "unit", "event", "first"),
    [
        (0, DAY, date(2026, 3, 2), date(2026, 3, 2)),  # ngay sau khi …
        (10, DAY, date(2026, 3, 4), date(2026, 3, 14)),  # a Saturday: a beginning is not moved
        (2, WORKING_DAY, date(2026, 3, 6), date(2026, 3, 10)),
        (36, HOUR, date(2026, 3, 2), date(2026, 3, 4)),
    ],
)
def test_a_duty_after_a_time_may_begin_then(amount, unit, event, first):
    assert due(Relative(amount, unit, Bearing.AFTER, "ngày ký"), event, CALENDAR) == Period(first, None)


@pytest.mark.parametrize(
    ("amount", "unit", "event", "last"),
    [
        (0, DAY, date(2026, 3, 20), date(2026, 3, 19)),  # trước khi họp
        (5, DAY, date(2026, 3, 20), date(2026, 3, 15)),  # a Sunday: a later day would be too late
        (2, WORKING_DAY, date(2026, 3, 16), date(2026, 3, 12)),
        (10, WORKING_DAY, date(2026, 3, 2), date(2026, 2, 9)),  # back over Tết
        (1, MONTH, date(2026, 3, 31), date(2026, 2, 28)),
        (12, HOUR, date(2026, 3, 20), date(2026, 3, 19)),
    ],
)
def test_a_duty_before_an_event_is_counted_back(amount, unit, event, last):
    assert due(Relative(amount, unit, Bearing.BEFORE, "khi họp"), event, CALENDAR) == Period(None, last)


@given(
    st.integers(0, 10**18),
    st.sampled_from(TimeUnit),
    st.sampled_from(Bearing),
    st.dates() | st.sampled_from([date.min, date.max]),
)
def test_any_time_limit_from_any_day_has_an_end(amount, unit, bearing, event):
    days = due(Relative(amount, unit, bearing, "ngày nhận"), event, CALENDAR)
    assert days.first is not None or days.last is not None

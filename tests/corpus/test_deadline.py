from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.deadline import (
    EVERY_MONTH,
    DayRange,
    bounds,
    days_left,
    days_of,
    falls_on_day_off,
    is_past,
    last_allowed_day,
    month_mask,
    next_occurrence,
    occurrences,
    overlaps,
    running_from,
)
from corpus.deadline_rule import (
    LAST_DAY,
    Bearing,
    Cycle,
    CycleDay,
    Event,
    FixedDate,
    Limit,
    Ongoing,
    Period,
    Recurring,
    Relative,
    TimeUnit,
    VariableYear,
)
from corpus.working_days import WorkingDays

DAY, WEEK, MONTH, QUARTER, HALF_YEAR, YEAR = Cycle
BEFORE_31_MARCH = Limit(date(2026, 3, 31), is_inclusive=False)
WITHOUT_A_DAY = [
    Relative(10, TimeUnit.DAY, Bearing.WITHIN, "ngày nhận Kế hoạch này"),
    VariableYear(8, 15, "năm xét tặng"),
    Event("ngày hội"),
    Ongoing("thường xuyên"),
]


def closing(cycle, month, day, **more):
    return Recurring(cycle, closes=CycleDay(month, day), **more)


def stretch(cycle, opens, closes, **more):
    return Recurring(cycle, CycleDay(*opens), CycleDay(*closes), **more)


def months(*numbers):
    return sum(1 << number - 1 for number in numbers)


@pytest.mark.parametrize(
    ("rule", "days", "last_allowed"),
    [
        (FixedDate(date(2026, 3, 15)), (date(2026, 3, 15), date(2026, 3, 15)), date(2026, 3, 15)),
        (BEFORE_31_MARCH, (None, date(2026, 3, 31)), date(2026, 3, 30)),  # "trước ngày" shuts the day out
        (Limit(date(2025, 12, 10), is_inclusive=True), (None, date(2025, 12, 10)), date(2025, 12, 10)),
        (Limit(date(2027, 1, 1), is_inclusive=False), (None, date(2027, 1, 1)), date(2026, 12, 31)),
        (Limit(date.min, is_inclusive=False), (None, date.min), date.min),  # the calendar has no day before
        (
            Period(date(2026, 4, 1), date(2026, 4, 30)),
            (date(2026, 4, 1), date(2026, 4, 30)),
            date(2026, 4, 30),
        ),
        (Period(date(2025, 7, 1), None), (date(2025, 7, 1), None), None),
        (Event("10/10", date(2024, 10, 10)), (date(2024, 10, 10), date(2024, 10, 10)), date(2024, 10, 10)),
    ],
)
def test_a_rule_with_days_of_its_own_tells_them(rule, days, last_allowed):
    assert days_of(rule) == DayRange(*days)
    assert last_allowed_day(rule) == last_allowed


@pytest.mark.parametrize("rule", WITHOUT_A_DAY)
def test_a_rule_without_a_day_has_neither_days_nor_occurrences(rule):
    assert days_of(rule) is None
    assert last_allowed_day(rule) is None
    assert list(occurrences(rule, date.min, date.max)) == []
    assert bounds(rule) == (None, None)
    assert not is_past(rule, date.max)
    assert days_left(rule, date(2026, 1, 1)) is None


# What is due in 2026, as (opens, closes, last allowed).
@pytest.mark.parametrize(
    ("rule", "first", "due"),
    [
        (closing(YEAR, 11, 15, is_inclusive=False), 1, [(None, "11-15", "11-14")]),
        (closing(YEAR, 7, 1, is_inclusive=False), 1, [(None, "07-01", "06-30")]),
        (stretch(YEAR, (3, 1), (11, LAST_DAY)), 1, [("03-01", "11-30", "11-30")]),
        (stretch(YEAR, (10, 10), (10, 10)), 1, [("10-10", "10-10", "10-10")]),
        (Recurring(YEAR), 1, [("01-01", "12-31", "12-31")]),
        (Recurring(YEAR, times=2), 1, [("01-01", "12-31", "12-31")]),
        (closing(HALF_YEAR, 6, 15), 1, [(None, "06-15", "06-15"), (None, "12-15", "12-15")]),
        (Recurring(QUARTER), 10, [("10-01", "12-31", "12-31")]),
        (closing(QUARTER, 3, 15, is_inclusive=False), 7, [(None, "09-15", "09-14"), (None, "12-15", "12-14")]),
        (closing(MONTH, 1, 20), 11, [(None, "11-20", "11-20"), (None, "12-20", "12-20")]),
        (closing(MONTH, 1, LAST_DAY), 11, [(None, "11-30", "11-30"), (None, "12-31", "12-31")]),
        (closing(MONTH, 1, 31), 11, [(None, "11-30", "11-30"), (None, "12-31", "12-31")]),
        (closing(WEEK, 1, 5), 12, [(None, f"12-{day}", f"12-{day}") for day in ("04", "11", "18", "25")]),
        (stretch(MONTH, (1, 25), (1, 31)), 12, [("12-25", "12-31", "12-31")]),
        (closing(YEAR, 12, 15, first=date(2027, 1, 1)), 1, []),  # it begins later
        (closing(YEAR, 12, 15, last=date(2025, 12, 31)), 1, []),  # it has ended
        (closing(YEAR, 12, 15, first=date(2025, 1, 1), every=2), 1, []),  # 2025, 2027, …
        (closing(YEAR, 12, 15, first=date(2024, 6, 1), every=2), 1, [(None, "12-15", "12-15")]),
        (closing(YEAR, 12, 15, every=2), 1, [(None, "12-15", "12-15")]),  # which years is not known: none is left out
    ],
)
def test_a_recurring_deadline_falls_due_in_each_cycle(rule, first, due):
    found = list(occurrences(rule, date(2026, first, 1), date(2026, 12, 31)))
    written = [tuple(day and f"{day:%m-%d}" for day in (each.opens, each.closes, each.last_allowed)) for each in found]
    assert written == due


@pytest.mark.parametrize(
    ("rule", "opens", "closes"),
    [
        (stretch(YEAR, (12, 15), (1, 15)), date(2025, 12, 15), date(2026, 1, 15)),  # over the end of the year
        (stretch(WEEK, (1, 6), (1, 1)), date(2026, 1, 10), date(2026, 1, 12)),  # from Saturday to Monday
        (stretch(MONTH, (1, 25), (1, 5)), date(2025, 12, 25), date(2026, 1, 5)),
        (stretch(QUARTER, (3, 20), (1, 10)), date(2025, 12, 20), date(2026, 1, 10)),
    ],
)
def test_a_stretch_that_closes_before_it_opens_ends_in_the_next_cycle(rule, opens, closes):
    found = next_occurrence(rule, closes)
    assert (found.opens, found.closes) == (opens, closes)


@pytest.mark.parametrize(
    ("year", "last_allowed"), [(2026, date(2026, 2, 28)), (2028, date(2028, 2, 29)), (2100, date(2100, 2, 28))]
)
def test_a_day_that_a_month_lacks_is_its_last(year, last_allowed):
    for rule in (closing(MONTH, 1, 31), closing(MONTH, 1, 30), closing(MONTH, 1, LAST_DAY), closing(YEAR, 2, 29)):
        assert next_occurrence(rule, date(year, 2, 1)).last_allowed == last_allowed
    # All of February is before its 30th day, had it one.
    assert next_occurrence(closing(MONTH, 1, 30, is_inclusive=False), date(year, 2, 1)).last_allowed == last_allowed


@pytest.mark.parametrize(
    ("rule", "today", "left", "past"),
    [
        (BEFORE_31_MARCH, date(2026, 3, 1), 29, False),
        (BEFORE_31_MARCH, date(2026, 3, 30), 0, False),  # the last allowed day
        (BEFORE_31_MARCH, date(2026, 3, 31), None, True),
        (Period(date(2026, 4, 1), date(2026, 4, 30)), date(2026, 4, 29), 1, False),
        (Period(date(2026, 4, 1), None), date(2030, 4, 29), None, False),
        (closing(MONTH, 1, 20, is_inclusive=False), date(2026, 3, 20), 30, False),  # 19/4
        (closing(YEAR, 12, 15, last=date(2026, 12, 31)), date(2026, 12, 16), None, True),
        (Ongoing("thường xuyên"), date(2026, 3, 1), None, False),
    ],
)
def test_days_left_are_counted_to_the_last_allowed_day(rule, today, left, past):
    assert days_left(rule, today) == left
    assert is_past(rule, today) == past


@pytest.mark.parametrize(
    ("rule", "first", "last", "answer"),
    [
        (BEFORE_31_MARCH, date(2026, 3, 31), date(2026, 4, 30), False),
        (BEFORE_31_MARCH, date(2026, 3, 1), date(2026, 3, 30), True),
        (BEFORE_31_MARCH, date(2026, 1, 1), date(2026, 1, 31), False),  # due later, though already to be worked on
        (Period(date(2025, 10, 1), date(2026, 3, 31)), date(2026, 1, 1), date(2026, 1, 31), True),
        (Period(date(2025, 7, 1), None), date(2040, 1, 1), date(2040, 1, 31), True),
        (Period(None, date(2025, 7, 1)), date(2025, 1, 1), date(2025, 1, 31), False),  # without a beginning: a limit
        (BEFORE_31_MARCH, date(2026, 3, 31), date(2026, 3, 1), False),  # no day lies in an empty range
    ],
)
def test_a_deadline_overlaps_the_days_it_touches(rule, first, last, answer):
    assert overlaps(rule, first, last) is answer


@pytest.mark.parametrize(
    ("rule", "mask"),
    [
        (closing(YEAR, 11, 15), months(11)),
        (closing(YEAR, 7, 1, is_inclusive=False), months(6)),
        (stretch(YEAR, (3, 1), (11, LAST_DAY)), months(*range(3, 12))),
        (stretch(YEAR, (12, 15), (1, 15)), months(12, 1)),
        (closing(HALF_YEAR, 6, 15), months(6, 12)),
        (closing(QUARTER, 3, 15), months(3, 6, 9, 12)),
        (closing(QUARTER, 3, 15, every=2, first=date(2026, 1, 1)), months(3, 9)),
        (closing(MONTH, 1, 20), EVERY_MONTH),
        (closing(WEEK, 1, 5), EVERY_MONTH),
        (Recurring(YEAR), EVERY_MONTH),
        (BEFORE_31_MARCH, EVERY_MONTH),
    ],
)
def test_the_month_mask_has_the_months_of_all_occurrences(rule, mask):
    assert month_mask(rule) == mask


def test_a_recurrence_without_a_beginning_runs_from_the_day_given():
    rule = closing(YEAR, 11, 15, every=2)
    running = running_from(rule, date(2025, 11, 18))
    assert [each.closes.year for each in islice(occurrences(running, date.min, date.max), 3)] == [2027, 2029, 2031]
    assert running_from(running, date(2030, 1, 1)) is running
    assert running_from(rule, None) is rule
    assert running_from(BEFORE_31_MARCH, date(2025, 11, 18)) is BEFORE_31_MARCH


def test_a_fixed_limit_on_a_day_off_is_not_moved_but_told():
    limit = Limit(date(2026, 3, 7), is_inclusive=True)
    assert last_allowed_day(limit) == date(2026, 3, 7)
    assert falls_on_day_off(last_allowed_day(limit), WorkingDays()) == "thứ Bảy"
    assert falls_on_day_off(date(2026, 9, 2), WorkingDays()) == "Quốc khánh"
    assert falls_on_day_off(date(2026, 3, 6), WorkingDays()) is None


@st.composite
def rules(draw):
    day = st.dates() | st.sampled_from([date.min, date.max])
    cycle_day = st.builds(CycleDay, st.integers(1, 12), st.integers(1, 31) | st.just(LAST_DAY))
    return draw(
        st.builds(FixedDate, day)
        | st.builds(Limit, day, st.booleans())
        | st.builds(lambda a, b: Period(min(a, b), max(a, b)), day, day)
        | st.builds(lambda a, begins: Period(a if begins else None, None if begins else a), day, st.booleans())
        | st.builds(
            Recurring,
            st.sampled_from(Cycle),
            st.none() | cycle_day,
            st.none() | cycle_day,
            st.booleans(),
            st.integers(1, 400),
            st.integers(1, 4),
            st.none() | day,
            st.none() | day,
        )
        | st.sampled_from(WITHOUT_A_DAY)
    )


@settings(max_examples=300, deadline=None)
@given(rules(), st.dates() | st.sampled_from([date.min, date.max]))
def test_every_function_holds_for_every_rule_and_day(rule, day):
    coming = next_occurrence(rule, day)
    if coming is not None:
        assert (coming.last_allowed or date.max) >= day
        assert coming in list(islice(occurrences(rule, day, date.max), 1))
    later = date.fromordinal(min(day.toordinal() + 800, date.max.toordinal()))
    first, last = bounds(rule)
    mask = month_mask(rule)
    for each in occurrences(rule, day, later):
        assert each.touches(day, later)
        assert (first or date.min) <= (each.start or date.min)
        assert (each.last_allowed or date.max) <= (last or date.max)
        assert each.last_allowed is None or mask >> each.last_allowed.month - 1 & 1
        assert each.start is None or mask >> each.start.month - 1 & 1
    assert overlaps(rule, day, day) == any(True for _ in occurrences(rule, day, day))
    assert is_past(rule, day) <= (days_left(rule, day) is None)


def test_two_hundred_years_of_days_are_walked_one_by_one_and_no_faster():
    every_day = occurrences(Recurring(DAY), date(1900, 1, 1), date(2099, 12, 31))
    assert sum(1 for _ in every_day) == (date(2099, 12, 31) - date(1900, 1, 1)) // timedelta(days=1) + 1

from datetime import date

import pytest

from bot.timeline_rows import Duty, Mark, fitting, timeline
from corpus.deadline_rule import (
    LAST_DAY,
    Bearing,
    Cycle,
    CycleDay,
    FixedDate,
    Limit,
    Ongoing,
    Period,
    Recurring,
    Relative,
    TimeUnit,
)
from tests.bot.held_deadlines import held_deadline

TODAY = date(2026, 3, 2)
BEFORE_31_MARCH = Limit(date(2026, 3, 31), is_inclusive=False)
PAST = FixedDate(date(2025, 12, 15))
UNDATED = Relative(10, TimeUnit.DAY, Bearing.WITHIN, "ngày nhận Kế hoạch này")


def only_row(rule):
    shown = timeline([held_deadline(rule)], TODAY)
    (row,) = (*shown.dated, *shown.undated)
    return row


def tasks(rows):
    return [[duty.task for duty in row.duties] for row in rows]


def test_rows_stand_in_order_of_their_last_day_and_those_without_a_day_below():
    rules = [Ongoing("thường xuyên"), Period(date(2026, 1, 1), date(2026, 12, 31)), BEFORE_31_MARCH, PAST, UNDATED]
    shown = timeline([held_deadline(rule, task=str(number)) for number, rule in enumerate(rules)], TODAY)
    assert tasks(shown.dated) == [["3"], ["2"], ["1"]]
    assert tasks(shown.undated) == [["0"], ["4"]]


def test_a_recurring_deadline_stands_where_it_is_next_due():
    monthly = Recurring(Cycle.MONTH, closes=CycleDay(1, 20))
    entries = [held_deadline(rule, task=str(rule)) for rule in (BEFORE_31_MARCH, monthly, PAST)]
    assert tasks(timeline(entries, TODAY).dated) == [[str(PAST)], [str(monthly)], [str(BEFORE_31_MARCH)]]


def test_deadlines_of_equal_time_share_a_row_of_at_most_six():
    entries = [held_deadline(BEFORE_31_MARCH, task=f"việc {number}") for number in range(8)]
    rows = timeline([*entries, entries[0]], TODAY).dated
    assert [len(row.duties) for row in rows] == [6, 2]
    assert rows[0].duties[0] == Duty("việc 0", "Sở Nội vụ")
    assert rows[0].marks == rows[1].marks == (Mark(date(2026, 3, 30), date(2026, 3, 30)),)


@pytest.mark.parametrize(
    ("rule", "state", "is_past", "is_near"),
    [
        (PAST, "đã qua", True, False),
        (BEFORE_31_MARCH, "còn 28 ngày", False, False),
        (Limit(date(2026, 3, 10), is_inclusive=True), "còn 8 ngày", False, True),
        (FixedDate(TODAY), "hạn cuối hôm nay", False, True),
        (Period(date(2026, 1, 1), date(2026, 4, 30)), "đang diễn ra, còn 59 ngày", False, False),
        (Period(date(2026, 1, 1), None), "", False, False),
        (
            Recurring(Cycle.YEAR, closes=CycleDay(7, 1), is_inclusive=False),
            "lần tới 30/6/2026, còn 120 ngày",
            False,
            False,
        ),
        (UNDATED, "", False, False),
    ],
)
def test_a_row_says_how_long_there_is(rule, state, is_past, is_near):
    row = only_row(rule)
    assert (row.state, row.is_past, row.is_near) == (state, is_past, is_near)


def test_a_period_is_a_bar_and_one_without_an_end_goes_on():
    whole = timeline([held_deadline(Period(date(2026, 1, 15), None)), held_deadline(BEFORE_31_MARCH)], TODAY)
    (open_ended,) = [row for row in whole.dated if row.goes_on]
    assert open_ended.marks == (Mark(date(2026, 1, 15), date(2026, 3, 31)),)
    assert (whole.first, whole.last) == (date(2026, 1, 1), date(2026, 3, 31))


def test_a_recurring_deadline_has_a_mark_for_each_time_within_a_year():
    row = only_row(Recurring(Cycle.QUARTER, closes=CycleDay(3, LAST_DAY)))
    ends = [date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30), date(2026, 12, 31), date(2027, 3, 31)]
    assert row.marks == tuple(Mark(end, end) for end in ends)
    assert row.goes_on


def test_a_daily_duty_is_one_band():
    assert only_row(Recurring(Cycle.DAY)).marks == (Mark(date(2026, 3, 1), date(2027, 3, 31)),)


def test_a_day_far_off_does_not_press_the_others_together():
    shown = timeline([held_deadline(Limit(date(2045, 12, 31), is_inclusive=True)), held_deadline(PAST)], TODAY)
    assert (shown.first, shown.last) == (date(2025, 12, 1), date(2031, 3, 31))
    assert shown.dated[1].marks == ()


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_can_be_shown(day):
    for today in (day, TODAY):
        shown = timeline([held_deadline(FixedDate(day)), held_deadline(Recurring(Cycle.YEAR))], today)
        assert shown.first <= today <= shown.last


def test_what_does_not_fit_is_left_out_the_past_first():
    rules = [PAST, BEFORE_31_MARCH, Limit(date(2027, 1, 1), is_inclusive=False), UNDATED]
    whole = timeline([held_deadline(rule, task=str(number)) for number, rule in enumerate(rules)], TODAY)
    shown, left_out = fitting(whole, lambda _: 10, 35)
    assert (tasks(shown.dated), tasks(shown.undated), left_out) == ([["1"], ["2"]], [["3"]], 1)
    shown, left_out = fitting(whole, lambda _: 10, 15)
    assert (tasks(shown.dated), tasks(shown.undated), left_out) == ([["1"]], [], 3)

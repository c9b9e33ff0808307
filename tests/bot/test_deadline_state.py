"""How a deadline is told on a day: what it means today, beside the words of the text."""

from datetime import date

import pytest

from bot import deadline_answer_messages as messages
from bot.deadline_state import Today, state_of
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
    YearOrigin,
)
from corpus.held_deadline import HeldDeadline
from corpus.locator import Locator
from corpus.model import Deadline, Product
from corpus.working_days import WorkingDays
from tests.documents import document

TODAY = date(2026, 11, 21)


def state(rule, first=None, last=None):
    deadline = Deadline(rule, YearOrigin.WRITTEN, 0, 0, 0, "", 0, 0, "nộp sổ", Product.OTHER, (), (), "")
    held = HeldDeadline(document(issued_on=date(2025, 1, 6)), Locator(()), 0, deadline)
    return state_of(held, Today(TODAY, WorkingDays(), first, last))


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (FixedDate(date(2026, 12, 15)), "Ngày 15/12/2026 (còn 24 ngày)"),
        (FixedDate(date(2026, 11, 21)), "Ngày 21/11/2026 (rơi vào thứ Bảy; hôm nay là ngày cuối)"),
        (FixedDate(date(2026, 11, 20)), "Ngày 20/11/2026 (đã qua)"),
        (Limit(date(2026, 12, 1), is_inclusive=True), "Chậm nhất ngày 01/12/2026 (còn 10 ngày)"),
        (
            Limit(date(2026, 12, 1), is_inclusive=False),
            "Trước ngày 01/12/2026 (muộn nhất là 30/11/2026; còn 9 ngày)",
        ),
        (
            Period(date(2026, 10, 1), date(2026, 12, 31)),
            "Quý IV/2026 (đang thực hiện, còn 40 ngày)",
        ),
        (Period(date(2027, 1, 1), date(2027, 1, 31)), "Trong tháng 01/2027 (bắt đầu sau 41 ngày)"),
        (Period(date(2024, 10, 1), date(2024, 10, 10), is_approximate=True), "Khoảng đầu tháng 10/2024 (đã qua)"),
        (
            Recurring(Cycle.MONTH, closes=CycleDay(1, 20), is_inclusive=False),
            "Trước ngày 20 hằng tháng (kỳ 19/11/2026 đã qua; kỳ tới muộn nhất là 19/12/2026, rơi vào thứ Bảy; "
            "còn 28 ngày)",
        ),
        (
            Recurring(Cycle.YEAR, opens=CycleDay(3, 1), closes=CycleDay(11, LAST_DAY)),
            "Từ tháng 3 đến hết tháng 11 hằng năm (đợt này đến hết 30/11/2026; đang thực hiện, còn 9 ngày)",
        ),
        (Recurring(Cycle.YEAR), "Hằng năm (văn bản không nêu ngày cụ thể)"),
        (
            Relative(10, TimeUnit.DAY, Bearing.WITHIN, "ngày nhận đủ hồ sơ"),
            "Chậm nhất 10 ngày kể từ ngày nhận đủ hồ sơ (văn bản không nêu ngày cụ thể)",
        ),
        (
            VariableYear(8, 15, "năm xét tặng"),
            "Chậm nhất ngày 15/8 của năm xét tặng (nếu năm đó là 2027 thì muộn nhất là 15/8/2027; còn 267 ngày)",
        ),
        (Event("lễ hội sông Lụa"), "Nhân dịp lễ hội sông Lụa"),
        (Ongoing("thường xuyên"), "Thường xuyên (văn bản không nêu ngày cụ thể)"),
    ],
)
def test_the_words_of_the_text_come_first_then_what_they_mean_today(rule, told):
    assert messages.when(state(rule), YearOrigin.WRITTEN) == told


def test_in_a_time_asked_about_each_of_its_occurrences_is_told():
    quarterly = Recurring(Cycle.QUARTER, closes=CycleDay(3, 20))
    within = state(quarterly, date(2026, 1, 1), date(2026, 6, 30))
    assert within.last_days == (date(2026, 3, 20), date(2026, 6, 20))
    assert within.is_past


def test_in_a_time_asked_about_the_next_occurrence_counts_not_one_that_has_passed():
    monthly = Recurring(Cycle.MONTH, closes=CycleDay(1, 20), is_inclusive=False)
    within = state(monthly, date(2026, 10, 1), date(2026, 12, 31))
    assert (within.last_allowed, within.is_past, within.days_left) == (date(2026, 12, 19), False, 28)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2026, 12, 1), date(2026, 12, 31), "trong tháng 12/2026"),
        (date(2026, 1, 1), date(2026, 12, 31), "trong năm 2026"),
        (date(2026, 12, 15), date(2026, 12, 15), "ngày 15/12/2026"),
        (date(2026, 11, 16), date(2026, 11, 22), "từ 16/11/2026 đến 22/11/2026"),
    ],
)
def test_the_time_asked_about_is_named_as_people_do(first, last, told):
    assert messages.span(first, last) == told

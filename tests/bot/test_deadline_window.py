"""The time within which a question asks what is due, as people write it."""

from datetime import date

import pytest

from bot.deadline_window import window_in
from corpus.folding import fold

TODAY = date(2026, 11, 21)  # a Saturday

ROWS = [
    ("tháng 12 Sở Nội vụ phải làm gì", "2026-12-01", "2026-12-31"),  # the next one
    ("tháng 11 có việc gì", "2026-11-01", "2026-11-30"),  # under way
    ("tháng 3 phải báo cáo gì", "2027-03-01", "2027-03-31"),  # this year's has gone
    ("tháng 9 vừa qua có hạn nào", "2026-09-01", "2026-09-30"),
    ("tháng 3 năm nay đã có những hạn gì", "2026-03-01", "2026-03-31"),
    ("tháng 12/2025 các sở phải làm gì", "2025-12-01", "2025-12-31"),
    ("tháng tư năm 2026", "2026-04-01", "2026-04-30"),
    ("đầu tháng 12 có gì", "2026-12-01", "2026-12-10"),
    ("cuối tháng 12/2026", "2026-12-21", "2026-12-31"),
    ("T12 có gì phải nộp", "2026-12-01", "2026-12-31"),
    ("tháng này", "2026-11-01", "2026-11-30"),
    ("tháng sau phải nộp gì", "2026-12-01", "2026-12-31"),  # not "tháng sáu"
    ("tháng trước", "2026-10-01", "2026-10-31"),
    ("quý IV/2025 Sở Tư pháp phải làm gì", "2025-10-01", "2025-12-31"),
    ("quý 1 năm sau", "2027-01-01", "2027-03-31"),
    ("quý này", "2026-10-01", "2026-12-31"),
    ("quý tới", "2027-01-01", "2027-03-31"),
    ("tuần này có hạn nào", "2026-11-16", "2026-11-22"),
    ("tuần tới", "2026-11-23", "2026-11-29"),
    ("hôm nay", "2026-11-21", "2026-11-21"),
    ("ngày mai có gì phải nộp", "2026-11-22", "2026-11-22"),
    ("ngày 15/12 có hạn gì", "2026-12-15", "2026-12-15"),
    ("ngày 15/10/2026", "2026-10-15", "2026-10-15"),
    ("từ 1/12 đến 15/12", "2026-12-01", "2026-12-15"),
    ("từ tháng 11 đến tháng 2", "2026-11-01", "2027-02-28"),
    ("từ tháng 10/2025 đến tháng 3/2026", "2025-10-01", "2026-03-31"),
    ("từ nay đến cuối năm", "2026-11-21", "2026-12-31"),
    ("từ giờ tới hết năm 2027", "2026-11-21", "2027-12-31"),
    ("từ nay đến tháng 1", "2026-11-21", "2027-01-31"),
    ("từ nay đến 30/11", "2026-11-21", "2026-11-30"),
    ("trước 31/12 phải nộp gì", "2026-11-21", "2026-12-30"),  # the day itself is too late
    ("6 tháng cuối năm", "2026-07-01", "2026-12-31"),
    ("năm 2026 có những hạn nào", "2026-01-01", "2026-12-31"),
    ("năm nay", "2026-01-01", "2026-12-31"),
    ("cuối năm phải nộp gì", "2026-10-01", "2026-12-31"),
    ("trong 10 ngày tới", "2026-11-21", "2026-12-01"),
    ("hai tuần tới", "2026-11-21", "2026-12-05"),
    ("sắp tới có việc gì", "2026-11-21", "2026-12-21"),
    ("việc gì sắp đến hạn", "2026-11-21", "2026-12-21"),
    ("những việc đã quá hạn", "2025-11-21", "2026-11-20"),
]


@pytest.mark.parametrize(("asked", "first", "last"), ROWS)
def test_the_time_that_a_question_names_is_read_as_its_days(asked, first, last):
    window = window_in(fold(asked), TODAY)
    assert (window.first.isoformat(), window.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "asked",
    [
        "mấy tháng báo cáo một lần",
        "KH 57 báo cáo khi nào",
        "còn bao nhiêu ngày nữa",
        "tháng 13 phải làm gì",  # not in the calendar
        "ngày 31/2 có gì",
        "trong KH này",
    ],
)
def test_a_question_without_a_time_has_no_window(asked):
    assert window_in(fold(asked), TODAY) is None


def test_a_month_without_a_year_can_be_that_of_the_year_before():
    window = window_in("thang 2 phai lam gi", date(2027, 3, 1))
    assert (window.first, window.last) == (date(2028, 2, 1), date(2028, 2, 29))
    assert (window.a_year_before().first, window.a_year_before().last) == (date(2027, 2, 1), date(2027, 2, 28))


def test_a_month_with_its_year_is_no_other():
    assert not window_in("thang 12/2026", TODAY).is_yearless

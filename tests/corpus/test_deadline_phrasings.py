"""The wordings of time collected from real plans and decisions, each read into the rule that it means."""

from datetime import date

import pytest

from corpus.deadline_rule import Ongoing, TimeUnit
from corpus.time_reading import TimeSetting, find_times, read_stated_time
from tests.corpus.rules import (
    END,
    HALF_YEAR,
    MONTH,
    QUARTER,
    WORKING,
    YEAR,
    after,
    ahead,
    before,
    every,
    every_before,
    every_from_to,
    every_until,
    occasion,
    of_year,
    period,
    until,
    within,
)

PLAN = TimeSetting(date(2025, 11, 18))  # a plan of November 2025


def found(text, setting=PLAN):
    return [one.rule for one in find_times(text, setting).expressions]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("trước ngày 31/3/2026", before("2026-03-31")),
        ("trước ngày 15/12/2026", before("2026-12-15")),
        ("Hoàn thành trước ngày 19/9/2025", before("2025-09-19")),
        ("xong trước ngày 05 tháng 12 năm 2025", before("2025-12-05")),
        ("chậm nhất ngày 10 tháng 12 năm 2025", until("2025-12-10")),
        ("chậm nhất ngày 24/5/2025", until("2025-05-24")),
        ("định kỳ hàng năm báo cáo chậm nhất ngày 17 tháng 12", every_until(YEAR, 12, 17)),
        ("hoàn thành trước ngày 01 tháng 01 năm 2027", before("2027-01-01")),
        ("đến hết ngày 31 tháng 12 năm 2025", until("2025-12-31")),
        (
            "chậm nhất vào ngày 31 tháng 12 của năm liền kề với năm có quyết định tặng danh hiệu",
            of_year(12, 31, "năm liền kề với năm có quyết định tặng danh hiệu"),
        ),
        ("trước ngày 22-8-2020", before("2020-08-22")),
        ("chậm nhất ngày 15/3 năm sau", of_year(3, 15, "năm sau")),
    ],
)
def test_a_day_that_is_told_is_read(text, rule):
    assert found(text) == [rule]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("hằng năm (trước ngày 15 tháng 11)", every_before(YEAR, 11, 15)),
        ("hằng năm (trước ngày 15 tháng 12)", every_before(YEAR, 12, 15)),
        ("trước ngày 15/11 hằng năm", every_before(YEAR, 11, 15)),
        ("định kỳ báo cáo kết quả thực hiện trước ngày 20/11", every_before(YEAR, 11, 20)),
        ("đến hết ngày 14 tháng 9 hằng năm", every_until(YEAR, 9, 14)),
        ("Từ ngày 01 tháng 9 đến hết ngày 14 tháng 9 hằng năm", every_from_to(YEAR, (9, 1), (9, 14))),
        ("Từ tháng 3 đến tháng 11 hằng năm", every_from_to(YEAR, (3, 1), (11, END))),
        ("chậm nhất là ngày 15 tháng 8 của năm xét tặng", of_year(8, 15, "năm xét tặng")),
        ("Trước ngày 31 tháng 7 của năm xét tặng", of_year(7, 31, "năm xét tặng", is_inclusive=False)),
        ("chậm nhất vào ngày 30 tháng 6 hằng năm", every_until(YEAR, 6, 30)),
        ("chậm nhất vào ngày 31 tháng 12 hằng năm", every_until(YEAR, 12, 31)),
        ("trước ngày 10/8 hằng năm", every_before(YEAR, 8, 10)),
        ("trước ngày 20 hằng tháng", every_before(MONTH, 1, 20)),
        ("trước ngày 15 hằng tháng", every_before(MONTH, 1, 15)),
        ("trước ngày 16 hàng tháng", every_before(MONTH, 1, 16)),
        ("định kỳ hằng quý", every(QUARTER)),
        ("trước ngày 15 tháng cuối của quý", every_before(QUARTER, 3, 15)),
    ],
)
def test_what_comes_again_is_read(text, rule):
    assert found(text) == [rule]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (
            "Định kỳ hàng tháng (trước ngày 16 hàng tháng), 6 tháng (trước ngày 16/6), tổng kết năm (trước ngày 20/11)",
            [every_before(MONTH, 1, 16), every_before(YEAR, 6, 16), every_before(YEAR, 11, 20)],
        ),
        (
            "6 tháng (trước ngày 16/6), tổng kết năm (trước ngày 20/11 hàng năm)",
            [every_before(YEAR, 6, 16), every_before(YEAR, 11, 20)],
        ),
        (
            "06 tháng (trước ngày 05 tháng 6) và hằng năm (trước ngày 05 tháng 12)",
            [every_before(YEAR, 6, 5), every_before(YEAR, 12, 5)],
        ),
        ("báo cáo 06 tháng, hằng năm", [every(HALF_YEAR), every(YEAR)]),
        ("đến năm 2030, tầm nhìn đến năm 2045", [until("2030-12-31"), until("2045-12-31")]),
    ],
)
def test_several_times_of_one_clause_are_several_expressions(text, rules):
    assert found(text) == rules


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("từ tháng 5 đến hết tháng 9/ 2024", period("2024-05-01", "2024-09-30")),
        ("từ tháng 4 đến tháng 10/2024", period("2024-04-01", "2024-10-31")),
        ("từ tháng 10 năm 2025 đến hết tháng 3 năm 2026", period("2025-10-01", "2026-03-31")),
        ("giai đoạn 2023 – 2025", period("2023-01-01", "2025-12-31")),
        ("(2015 – 2024)", period("2015-01-01", "2024-12-31")),
        ("từ nay đến hết năm 2025", period("2025-11-18", "2025-12-31")),
        ("vào đầu tháng 10/2024", period("2024-10-01", "2024-10-10", about=True)),
        ("Tổng kết vào tháng 4 năm 2026", period("2026-04-01", "2026-04-30")),
        ("xong trong tháng 12/2025", period("2025-12-01", "2025-12-31")),
        ("hoàn thành trong tháng 11/2025", period("2025-11-01", "2025-11-30")),
        ("Hoàn thành trong năm 2025", period("2025-01-01", "2025-12-31")),
        ("Quý IV năm 2025 và các năm tiếp theo", period("2025-10-01", None)),
        ("cuối tháng 12 năm 2025", period("2025-12-21", "2025-12-31", about=True)),
        ("Giữa cuối tháng 12 năm 2025", period("2025-12-11", "2025-12-31", about=True)),
        ("trong quý 1/2026", period("2026-01-01", "2026-03-31")),
        ("trong tháng 3.2026", period("2026-03-01", "2026-03-31")),
        ("Quý 4 năm 2005", period("2005-10-01", "2005-12-31")),
        ("hoàn thành 80% các chỉ tiêu năm 2020", period("2020-01-01", "2020-12-31")),
    ],
)
def test_a_stretch_of_days_is_read(text, rule):
    assert found(text) == [rule]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này", within(10, "ngày nhận Kế hoạch này")),
        (
            "chậm nhất 05 ngày làm việc kể từ ngày nhận được kiến nghị, các sở",
            within(5, "ngày nhận được kiến nghị", WORKING),
        ),
        ("chậm nhất 02 ngày sau khi công bố điểm", within(2, "công bố điểm")),
        ("chậm nhất là 10 ngày trước khi họp", ahead(10, "họp")),
        ("150 ngày kể từ ngày nhận đủ hồ sơ hợp lệ", within(150, "ngày nhận đủ hồ sơ hợp lệ")),
        ("có hiệu lực kể từ ngày ký", after(0, "ngày ký")),
        (
            "trong vòng 05 ngày làm việc kể từ ngày có quyết định thưởng",
            within(5, "ngày có quyết định thưởng", WORKING),
        ),
        (
            "trong thời hạn 20 ngày làm việc, kể từ ngày nhận đủ hồ sơ theo quy định",
            within(20, "ngày nhận đủ hồ sơ theo quy định", WORKING),
        ),
        ("trong thời hạn 30 ngày làm việc (40 ngày làm việc đối với …)", within(30, "", WORKING)),
        ("ít nhất 10 ngày làm việc trước khi họp Hội đồng", ahead(10, "họp Hội đồng", WORKING)),
        ("trước 06 tháng", ahead(6, "", TimeUnit.MONTH)),
        ("trong thời gian 7 ngày kể từ khi đăng tải thông tin", within(7, "đăng tải thông tin")),
        ("trong thời hạn 10 ngày làm việc kể từ khi đăng tải", within(10, "đăng tải", WORKING)),
        ("gởi trước ngày trao thưởng ít nhất 07 ngày", ahead(7, "ngày trao thưởng")),
        ("trong phạm vi không quá 05 ngày làm việc", within(5, "", WORKING)),
        ("có hiệu lực sau 10 ngày kể từ ngày ký", after(10, "ngày ký")),
    ],
)
def test_a_time_that_is_counted_from_an_event_is_read(text, rule):
    assert found(text) == [rule]


def test_an_occasion_has_the_day_that_its_count_of_years_tells():
    text = "vào dịp kỷ niệm 70 năm Ngày Giải phóng Thủ đô./."
    assert found(text) == [occasion("kỷ niệm 70 năm Ngày Giải phóng Thủ đô", "2024-10-10")]


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện thường xuyên",
        "Triển khai đảm bảo theo lộ trình, hướng dẫn của Bộ, ngành",
        "đảm bảo tiến độ",
        "trường hợp thay đổi thời gian sẽ có thông báo",
        "hoàn thành trước thời hạn",
    ],
)
def test_words_without_a_day_are_ongoing_where_a_time_is_stated_and_nothing_elsewhere(text):
    assert found(text) == []
    assert [one.rule for one in read_stated_time(text, PLAN).expressions] == [Ongoing(text)]

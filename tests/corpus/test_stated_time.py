import time
from datetime import date

import pytest

from corpus.deadline_rule import Ongoing
from corpus.time_reading import TimeSetting, find_times, read_stated_time
from tests.corpus.rules import HALF_YEAR, YEAR, after, every, on, period, until, within

PLAN = TimeSetting(date(2025, 11, 18))


def stated(text, setting=PLAN):
    return [one.rule for one in read_stated_time(text, setting).expressions]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("2026", [period("2026-01-01", "2026-12-31")]),
        ("2025 - 2035", [period("2025-01-01", "2035-12-31")]),
        ("2026, 2027", [period("2026-01-01", "2027-12-31")]),
        ("12/2025", [period("2025-12-01", "2025-12-31")]),
        ("10/2025-3/2026", [period("2025-10-01", "2026-03-31")]),
        ("Quý IV/2025", [period("2025-10-01", "2025-12-31")]),
        ("Quý IV-2025", [period("2025-10-01", "2025-12-31")]),
        ("Q4/2025", [period("2025-10-01", "2025-12-31")]),
        ("Quý IV/2025 - Quý II/2026", [period("2025-10-01", "2026-06-30")]),
        ("T10/2025", [period("2025-10-01", "2025-10-31")]),
        ("T3-T5/2026", [period("2026-03-01", "2026-05-31")]),
        ("Tháng 3-5", [period("2026-03-01", "2026-05-31")]),
        ("15-20/12/2025", [period("2025-12-15", "2025-12-20")]),
        ("30/6 và 31/12", [on("2026-06-30"), on("2025-12-31")]),
        ("Đến 2030", [until("2030-12-31")]),
        ("2026 trở đi", [period("2026-01-01", None)]),
        ("Năm 2025 và các năm tiếp theo.", [period("2025-01-01", None)]),
        ("Hàng năm", [every(YEAR)]),
        ("Thường xuyên, hằng năm", [every(YEAR)]),
        ("Hằng năm (2026 - 2030)", [every(YEAR, first=date(2026, 1, 1), last=date(2030, 12, 31))]),
        ("6 tháng/lần", [every(HALF_YEAR)]),
        ("03 lần/năm", [every(YEAR, times=3)]),
        ("150 ngày", [within(150, "")]),
        ("Sau khi Nghị định được ban hành.", [after(0, "Nghị định được ban hành")]),
        ("Sau khi Luật và Nghị định được ban hành", [after(0, "Luật và Nghị định được ban hành")]),
        ("Thường xuyên", [Ongoing("Thường xuyên")]),
        ("Khi có yêu cầu.", [Ongoing("Khi có yêu cầu")]),
        ("Theo kế hoạch công tác tư pháp hàng năm", [Ongoing("Theo kế hoạch công tác tư pháp hàng năm")]),
        ("01 ngày/hội nghị", [Ongoing("01 ngày/hội nghị")]),
        ("Năm học 2025-2026", [Ongoing("Năm học 2025-2026")]),
        ("24/7", [Ongoing("24/7")]),
        ("", []),
        (" - ", []),
        ("nt", []),
    ],
)
def test_a_cell_under_the_heading_of_time_is_read(text, rules):
    assert stated(text) == rules


def test_a_cell_without_a_year_that_could_be_meant_is_not_guessed():
    times = read_stated_time("Tháng 3-5", TimeSetting())
    assert times.expressions == ()
    assert [one.what for one in times.unreadable] == ["no year is given and none can be derived"]


def test_the_words_of_a_stated_time_are_covered_without_the_space_around_them():
    text = "  Theo lộ trình\ncủa Bộ ; "
    [one] = read_stated_time(text, PLAN).expressions
    assert text[one.start : one.end] == "Theo lộ trình\ncủa Bộ"
    assert one.rule == Ongoing("Theo lộ trình của Bộ")


HOSTILE = ["ngày ", "31/12/", "(((", "từ tháng ", "1", " ", "ngày 1/1 ", "hằng năm, ", "định kỳ (", "trước a b c ",
           "10 ngày ", "từ ngày 1 đến ", "tháng 1, ", "….", "2026, ", "dịp kỷ niệm ",
           "ngày tháng năm ", "của năm "]  # fmt: skip


@pytest.mark.parametrize("read", [find_times, read_stated_time])
@pytest.mark.parametrize("piece", HOSTILE)
def test_twice_the_text_takes_about_twice_the_time(read, piece):
    def seconds(length):
        text = piece * (length // len(piece))
        began = time.process_time()
        read(text, PLAN)
        return time.process_time() - began

    short = min(seconds(8_000) for _ in range(3))
    long = min(seconds(32_000) for _ in range(3))
    assert long <= 4 * 3 * short + 0.02

"""Days that a yearly rhythm lists by name."""

from corpus.deadline_rule import Cycle, CycleDay, Recurring
from corpus.time_expression import TimeSetting
from corpus.time_reading import find_times

ACTS = "tuyên truyền cao điểm hàng năm bao gồm: "


def found(text):
    return [(text[one.start : one.end], one.rule) for one in find_times(text, TimeSetting()).expressions]


def each_year(month, first, last):
    return Recurring(Cycle.YEAR, CycleDay(month, first), CycleDay(month, last))


def test_each_named_day_comes_back_every_year():
    assert found(f"{ACTS}Ngày Nước (22/3), Ngày Rừng (21/3) và Tuần lễ Biển xanh (01 - 08/6).") == [
        ("hàng năm bao gồm: Ngày Nước (22/3)", each_year(3, 22, 22)),
        ("Ngày Rừng (21/3)", each_year(3, 21, 21)),
        ("Tuần lễ Biển xanh (01 - 08/6)", each_year(6, 1, 8)),
    ]


def test_a_day_that_no_month_has_makes_no_list():
    assert found(f"{ACTS}Ngày Nước (31/6).") == [("hàng năm", Recurring(Cycle.YEAR))]


def test_a_day_named_without_a_rhythm_is_not_read():
    assert found("truyền thống Ngày Nước (22/3) của tỉnh") == []

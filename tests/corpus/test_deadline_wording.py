from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.deadline_rule import (
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
from corpus.deadline_wording import wording
from corpus.time_reading import TimeSetting, read_stated_time
from tests.corpus.rules import (
    END,
    HALF_YEAR,
    MONTH,
    QUARTER,
    WEEK,
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
    on,
    period,
    until,
    within,
)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (on("2026-03-15"), "ngày 15/3/2026"),
        (on("2025-07-01"), "ngày 01/7/2025"),
        (on("2024-02-05"), "ngày 05/02/2024"),
        (on("2024-10-10"), "ngày 10/10/2024"),
        (before("2026-03-31"), "trước ngày 31/3/2026"),
        (until("2025-12-10"), "chậm nhất ngày 10/12/2025"),
        (period("2025-12-01", "2025-12-31"), "trong tháng 12/2025"),
        (period("2025-10-01", "2025-12-31"), "quý IV/2025"),
        (period("2026-01-01", "2026-06-30"), "6 tháng đầu năm 2026"),
        (period("2025-01-01", "2025-12-31"), "năm 2025"),
        (period("2026-01-01", "2030-12-31"), "giai đoạn 2026 - 2030"),
        (period("2024-05-01", "2024-09-30"), "từ tháng 5 đến hết tháng 9/2024"),
        (period("2025-10-01", "2026-03-31"), "từ tháng 10/2025 đến hết tháng 3/2026"),
        (period("2026-09-01", "2026-09-14"), "từ ngày 01/9/2026 đến hết ngày 14/9/2026"),
        (period("2025-07-01", None), "từ ngày 01/7/2025"),
        (period("2026-01-01", None), "từ năm 2026"),
        (period(None, "2025-12-31"), "từ nay đến hết năm 2025"),
        (period("2024-10-01", "2024-10-10", about=True), "đầu tháng 10/2024"),
        (period("2026-03-01", "2026-03-31", about=True), "khoảng tháng 3/2026"),
        (period("2026-10-01", "2026-12-31", about=True), "cuối năm 2026"),
        (every_before(YEAR, 11, 15), "trước ngày 15/11 hằng năm"),
        (every_until(YEAR, 6, 30), "chậm nhất ngày 30/6 hằng năm"),
        (every_before(QUARTER, 3, 15), "trước ngày 15 của tháng cuối mỗi quý"),
        (every_before(MONTH, 1, 20), "trước ngày 20 hằng tháng"),
        (every_from_to(WEEK, (1, 5), (1, 5)), "thứ sáu hằng tuần"),
        (every_from_to(YEAR, (3, 1), (11, END)), "từ tháng 3 đến hết tháng 11 hằng năm"),
        (every_from_to(YEAR, (9, 1), (9, 14)), "từ ngày 01/9 đến hết ngày 14/9 hằng năm"),
        (every_from_to(QUARTER, (1, 1), (1, END), about=True), "đầu mỗi quý"),
        (every_from_to(YEAR, (10, 1), (12, END), about=True), "cuối mỗi năm"),
        (every(QUARTER), "hằng quý"),
        (every(HALF_YEAR), "6 tháng một lần"),
        (every(YEAR, every=2), "2 năm một lần"),
        (every(YEAR, times=2), "02 lần mỗi năm"),
        (every(YEAR, first=date(2026, 1, 1), last=date(2030, 12, 31)), "hằng năm, giai đoạn 2026 - 2030"),
        (
            every(MONTH, times=2, first=date(2026, 3, 1), last=date(2026, 10, 31)),
            "02 lần mỗi tháng, từ tháng 3 đến hết tháng 10/2026",
        ),
        (within(10, "ngày nhận đủ hồ sơ", WORKING), "chậm nhất 10 ngày làm việc kể từ ngày nhận đủ hồ sơ"),
        (within(30, "", WORKING), "trong thời hạn 30 ngày làm việc"),
        (within(2, "công bố điểm"), "chậm nhất 02 ngày kể từ khi công bố điểm"),
        (ahead(5, "họp Hội đồng"), "chậm nhất 05 ngày trước khi họp Hội đồng"),
        (ahead(7, "ngày trao thưởng"), "chậm nhất 07 ngày trước ngày trao thưởng"),
        (after(10, "ngày ký"), "sau 10 ngày kể từ ngày ký"),
        (after(0, "ngày ký"), "kể từ ngày ký"),
        (after(0, "có hướng dẫn"), "sau khi có hướng dẫn"),
        (of_year(8, 15, "năm xét tặng"), "chậm nhất ngày 15/8 của năm xét tặng"),
        (of_year(3, 15, "năm sau"), "chậm nhất ngày 15/3 năm sau"),
        (occasion("10/10"), "nhân dịp 10/10"),
        (occasion("kỷ niệm 80 năm Quốc khánh", "2025-09-02"), "nhân dịp kỷ niệm 80 năm Quốc khánh"),
        (occasion("Quốc khánh", "2026-09-02"), "nhân dịp Quốc khánh (02/9/2026)"),
        (Ongoing("thường xuyên"), "thường xuyên"),
    ],
)  # fmt: skip
def test_a_rule_is_written_as_a_civil_servant_would(rule, words):
    assert wording(rule) == words


DAYS = st.dates(date(2000, 1, 1), date(2049, 12, 31))
EVENTS = st.sampled_from(["ngày nhận đủ hồ sơ", "họp Hội đồng", "công bố điểm", "kỳ họp"])


def _period(first, last, *, is_approximate, open_end):
    first, last = sorted((first, last))
    bounds = {"first": (None, last), "last": (first, None), None: (first, last)}[open_end]
    return Period(*bounds, is_approximate and open_end is None)


PERIODS = st.builds(
    _period, DAYS, DAYS, is_approximate=st.booleans(), open_end=st.sampled_from([None, None, "first", "last"])
)
MONTHS_AND_DAYS = {
    Cycle.WEEK: (1, [*range(1, 8)]),
    Cycle.MONTH: (1, [*range(1, 32), END]),
    Cycle.QUARTER: (3, [*range(1, 32), END]),
    Cycle.HALF_YEAR: (6, [*range(1, 32), END]),
    Cycle.YEAR: (12, [*range(1, 29), END]),
}


@st.composite
def recurrences(draw):
    cycle = draw(st.sampled_from([*MONTHS_AND_DAYS]))
    months, days = MONTHS_AND_DAYS[cycle]
    cycle_days = st.builds(CycleDay, st.integers(1, months), st.sampled_from(days))
    closes = draw(cycle_days)
    opens, closes, is_inclusive, is_approximate = draw(
        st.one_of(
            st.just((None, None, True, False)),
            st.tuples(st.none(), st.just(closes), st.booleans(), st.just(False)),
            st.tuples(st.just(closes), st.just(closes), st.just(True), st.booleans()),
            st.tuples(cycle_days, st.just(closes), st.just(True), st.booleans()),
        )
    )
    # Three and six months are a quarter and a half year, so no rule counts them in months.
    every = draw(st.sampled_from({Cycle.MONTH: [1, 2, 4], Cycle.HALF_YEAR: [1]}.get(cycle, [1, 2, 5])))
    first, last = sorted((draw(DAYS), draw(DAYS)))
    times, first, last = (
        draw(st.integers(1, 3)),
        draw(st.sampled_from([None, first])),
        draw(st.sampled_from([None, last])),
    )
    return Recurring(cycle, opens, closes, is_inclusive, every, times, first, last, is_approximate)


RULES = st.one_of(
    st.builds(FixedDate, DAYS),
    st.builds(Limit, DAYS, st.booleans()),
    PERIODS,
    recurrences(),
    st.builds(Recurring, st.just(Cycle.DAY)),
    st.builds(Relative, st.integers(1, 400), st.sampled_from(TimeUnit), st.sampled_from(Bearing), EVENTS),
    st.builds(Relative, st.just(0), st.just(TimeUnit.DAY), st.just(Bearing.AFTER), EVENTS),
    st.builds(
        lambda day, year, limit: VariableYear(day.month, day.day, year, limit[0], limit[1]),
        DAYS,
        st.sampled_from(["năm xét tặng", "năm sau", "năm kế tiếp", "năm liền kề với năm có quyết định"]),
        st.sampled_from([(True, True), (True, False), (False, True)]),
    ),
    st.builds(Event, st.sampled_from(["Tết Nguyên đán", "kỷ niệm ngày thành lập ngành", "10/10"]), st.none() | DAYS),
    st.builds(Ongoing, st.sampled_from(["thường xuyên", "Theo lộ trình của Bộ, ngành", "Khi có yêu cầu"])),
)


@given(RULES)
@settings(max_examples=300)
def test_the_words_of_a_rule_are_read_as_that_rule(rule):
    words = wording(rule)
    [one] = read_stated_time(words, TimeSetting()).expressions
    assert (words[one.start : one.end], one.rule) == (words, rule)

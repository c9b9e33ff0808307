from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.deadline_rule import TimeUnit, YearOrigin
from corpus.time_reading import TimeSetting, find_times, read_stated_time
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
    occasion,
    of_year,
    on,
    period,
    until,
    within,
)

PLAN = TimeSetting(date(2025, 11, 18))


def found(text, setting=PLAN):
    """What each expression covers, with its rule."""
    return [(text[one.start : one.end], one.rule) for one in find_times(text, setting).expressions]


def rules(text, setting=PLAN):
    return [rule for _, rule in found(text, setting)]


@pytest.mark.parametrize(
    ("text", "expression", "rule"),
    [
        ("ngày 29/7/2025 của Tỉnh ủy", "ngày 29/7/2025", on("2025-07-29")),
        ("ngày 15-12-2025", "ngày 15-12-2025", on("2025-12-15")),
        ("họp 15.12.2025 tại", "15.12.2025", on("2025-12-15")),
        ("ngày 17\ntháng 11 năm 2025", "ngày 17\ntháng 11 năm 2025", on("2025-11-17")),
        ("xong 31/\n12/2025", "31/\n12/2025", on("2025-12-31")),
        ("lúc 16h00 ngày 15/12/2025", "16h00 ngày 15/12/2025", on("2025-12-15")),
        ("Đến 12h00 ngày 21/11/2025, toàn tỉnh", "Đến 12h00 ngày 21/11/2025", until("2025-11-21")),
        ("hạn cuối ngày 05/12/2025", "hạn cuối ngày 05/12/2025", until("2025-12-05")),
        ("không quá ngày 05/12/2025", "không quá ngày 05/12/2025", until("2025-12-05")),
        ("muộn nhất vào ngày 05/12/2025", "muộn nhất vào ngày 05/12/2025", until("2025-12-05")),
        ("xong trước tháng 6/2026", "trước tháng 6/2026", before("2026-06-01")),
        ("trước quý II/2026", "trước quý II/2026", before("2026-04-01")),
        ("trước năm 2030", "trước năm 2030", before("2030-01-01")),
        ("đến hết tháng 6/2026", "đến hết tháng 6/2026", until("2026-06-30")),
        ("đến cuối năm 2026", "đến cuối năm 2026", until("2026-12-31")),
        ("chậm nhất tháng 6/2026", "chậm nhất tháng 6/2026", until("2026-06-30")),
        ("chậm nhất trong quý I/2026", "chậm nhất trong quý I/2026", until("2026-03-31")),
        ("Việt Nam đến 2030, tầm nhìn", "đến 2030", until("2030-12-31")),
        ("trong 6 tháng đầu năm 2026", "trong 6 tháng đầu năm 2026", period("2026-01-01", "2026-06-30")),
        ("Trong giai đoạn 2026–2030, tỉnh", "Trong giai đoạn 2026–2030", period("2026-01-01", "2030-12-31")),
        ("nhiệm kỳ 2026 - 2031", "nhiệm kỳ 2026 - 2031", period("2026-01-01", "2031-12-31")),
        ("Từ năm 2025 đến hết năm 2030.", "Từ năm 2025 đến hết năm 2030", period("2025-01-01", "2030-12-31")),
        ("Từ năm 2026 - 2030", "Từ năm 2026 - 2030", period("2026-01-01", "2030-12-31")),
        ("từ 01/9 đến 14/9/2026", "từ 01/9 đến 14/9/2026", period("2026-09-01", "2026-09-14")),
        ("từ ngày 15 đến ngày 20/12/2025", "từ ngày 15 đến ngày 20/12/2025", period("2025-12-15", "2025-12-20")),
        ("ngày 10 - 12/10/2025", "ngày 10 - 12/10/2025", period("2025-10-10", "2025-10-12")),
        ("tháng 10-11/2025", "tháng 10-11/2025", period("2025-10-01", "2025-11-30")),
        ("quý III, IV năm 2025", "quý III, IV năm 2025", period("2025-07-01", "2025-12-31")),
        ("tháng 10, 11/2025", "tháng 10, 11/2025", period("2025-10-01", "2025-11-30")),
        ("từ tháng 10 đến tháng 3/2026", "từ tháng 10 đến tháng 3/2026", period("2025-10-01", "2026-03-31")),
        ("Từ 01/7/2025", "Từ 01/7/2025", period("2025-07-01", None)),
        ("từ năm 2026", "từ năm 2026", period("2026-01-01", None)),
        ("Từ tháng 10/2025 đến khi xong", "Từ tháng 10/2025", period("2025-10-01", None)),
        ("giai đoạn 2026-2030 và những năm tiếp theo", None, period("2026-01-01", None)),
        ("trong tuần đầu tháng 9/2026", None, period("2026-09-01", "2026-09-07", about=True)),
        ("tuần thứ hai tháng 9/2026", None, period("2026-09-08", "2026-09-14", about=True)),
        ("tuần cuối tháng 9/2026", None, period("2026-09-24", "2026-09-30", about=True)),
        ("cuối quý I/2026", None, period("2026-03-01", "2026-03-31", about=True)),
        ("giữa năm 2026", None, period("2026-05-01", "2026-08-31", about=True)),
        ("nửa đầu tháng 3/2026", None, period("2026-03-01", "2026-03-15", about=True)),
        ("nửa đầu năm 2026", None, period("2026-01-01", "2026-06-30")),
        ("dự kiến trong tháng 3/2026", None, period("2026-03-01", "2026-03-31", about=True)),
        ("Trước ngày 15 tháng 12 hàng năm, báo cáo", "Trước ngày 15 tháng 12 hàng năm", every_before(YEAR, 12, 15)),
        ("b) Định kỳ hằng năm (trước ngày 15 tháng 12)", "Định kỳ hằng năm (trước ngày 15 tháng 12)",
         every_before(YEAR, 12, 15)),
        ("định kỳ (hằng năm) đánh giá", "định kỳ (hằng năm)", every(YEAR)),
        ("Định kỳ hằng năm báo cáo trước ngày 15/12", "trước ngày 15/12", every_before(YEAR, 12, 15)),
        ("trước ngày 15 của tháng cuối quý", None, every_before(QUARTER, 3, 15)),
        ("trước ngày 10 của tháng đầu quý sau", None, every_before(QUARTER, 1, 10)),
        ("ngày 25 hằng tháng", None, every_from_to(MONTH, (1, 25), (1, 25))),
        ("thứ sáu hằng tuần", None, every_from_to(WEEK, (1, 5), (1, 5))),
        ("Chủ nhật hàng tuần", None, every_from_to(WEEK, (1, 7), (1, 7))),
        ("quý I hằng năm", None, every_from_to(YEAR, (1, 1), (3, END))),
        ("trong tháng 12 hằng năm", None, every_from_to(YEAR, (12, 1), (12, END))),
        ("Định kỳ hằng năm tổng kết vào cuối năm", "vào cuối năm", every_from_to(YEAR, (10, 1), (12, END), about=True)),
        ("đầu mỗi quý", None, every_from_to(QUARTER, (1, 1), (1, END), about=True)),
        ("2 năm một lần", None, every(YEAR, every=2)),
        ("05 năm/lần", None, every(YEAR, every=5)),
        ("mỗi quý một lần", None, every(QUARTER)),
        ("họp định kỳ 06 tháng một lần", "định kỳ 06 tháng một lần", every(HALF_YEAR)),
        ("họp 03 tháng một lần", "03 tháng một lần", every(QUARTER)),
        ("02 lần/năm", None, every(YEAR, times=2)),
        ("02\nđợt/tháng", None, every(MONTH, times=2)),
        ("hai đợt mỗi năm", None, every(YEAR, times=2)),
        ("hằng năm, giai đoạn 2026-2030", None, every(YEAR, first=date(2026, 1, 1), last=date(2030, 12, 31))),
        ("Từ năm 2026, hằng năm tổ chức", "Từ năm 2026, hằng năm", every(YEAR, first=date(2026, 1, 1))),
        ("trong thời hạn 10 (mười) ngày làm việc, kể từ ngày nhận đủ hồ sơ, Sở", None, within(10,
         "ngày nhận đủ hồ sơ", WORKING)),
        ("trong 10 ngày làm việc kể từ ngày nhận đủ hồ sơ.", None, within(10, "ngày nhận đủ hồ sơ", WORKING)),
        ("Bộ có 10 ngày làm việc để trình", "10 ngày làm việc", within(10, "", WORKING)),
        ("Thời hạn đó là 40 ngày làm việc đối với", "Thời hạn đó là 40 ngày làm việc", within(40, "", WORKING)),
        ("không quá 24 giờ kể từ khi xảy ra thiên tai", None, within(24, "xảy ra thiên tai", TimeUnit.HOUR)),
        ("trước khi họp Hội đồng 05 ngày", None, ahead(5, "họp Hội đồng")),
        ("trước khi họp Hội đồng Thi đua - Khen thưởng 05 ngày", None, ahead(5, "họp Hội đồng Thi đua - Khen thưởng")),
        ("chậm nhất 05 ngày trước kỳ họp", None, ahead(5, "kỳ họp")),
        ("Ngay sau khi có văn bản hướng dẫn của Trung ương, Sở", None, after(0, "có văn bản hướng dẫn của Trung ương")),
        ("trong thời hạn 30 ngày kể từ ngày bản án có hiệu lực pháp luật, cơ quan", None, within(30,
         "ngày bản án có hiệu lực pháp luật")),
        ("nhân dịp 10/10, quận tổ chức", "nhân dịp 10/10", occasion("10/10", "2026-10-10")),
        ("vào dịp Quốc khánh 2/9 tổ chức", "vào dịp Quốc khánh 2/9", occasion("Quốc khánh 2/9", "2026-09-02")),
        ("dịp Tết Nguyên đán Bính Ngọ 2026", None, occasion("Tết Nguyên đán Bính Ngọ 2026")),
        ("nhân dịp kỷ niệm 80 năm Quốc khánh (02/9/1945 - 02/9/2025) và", None,
         occasion("kỷ niệm 80 năm Quốc khánh", "2025-09-02")),
        ("đến ngày 14/12 năm báo cáo", None, of_year(12, 14, "năm báo cáo")),
        ("ngày 05/6 của năm kế tiếp", None, of_year(6, 5, "năm kế tiếp", is_limit=False)),
        ("trước 31/12 năm nay", None, before("2025-12-31")),
    ],
)  # fmt: skip
def test_an_expression_is_read_with_its_preposition(text, expression, rule):
    [(covered, read)] = found(text)
    assert read == rule
    assert expression is None or covered == expression


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Báo cáo định kỳ hằng quý, 6 tháng, năm", [every(QUARTER), every(HALF_YEAR), every(YEAR)]),
        ("báo cáo định kỳ (tháng, quý, năm)", [every(MONTH), every(QUARTER), every(YEAR)]),
        ("hằng năm (trước ngày 15/6 và ngày 15/12)", [every_before(YEAR, 6, 15), every_before(YEAR, 12, 15)]),
        ("giai đoạn 2025 - 2030 và giai đoạn 2031 - 2035", [period("2025-01-01", "2030-12-31"),
         period("2031-01-01", "2035-12-31")]),
        ("đến tháng 6 năm 2026 và đến hết năm 2030", [until("2026-06-30"), until("2030-12-31")]),
        ("kiểm tra hằng năm; báo cáo trước ngày 15/12/2025", [every(YEAR), before("2025-12-15")]),
        ("kế hoạch hằng năm và định kỳ báo cáo trước ngày 20/11", [every(YEAR), every_before(YEAR, 11, 20)]),
    ],
)  # fmt: skip
def test_times_side_by_side_stay_apart(text, expected):
    assert rules(text) == expected


@pytest.mark.parametrize(
    ("text", "setting", "rule", "origin"),
    [
        ("trước ngày 20/12", PLAN, before("2025-12-20"), YearOrigin.ISSUE),
        ("trước ngày 15/01", PLAN, before("2026-01-15"), YearOrigin.ISSUE),
        ("trong tháng 11", PLAN, period("2025-11-01", "2025-11-30"), YearOrigin.ISSUE),
        ("trong tháng 3", TimeSetting(date(2025, 11, 18), (2026, 2026)), period("2026-03-01", "2026-03-31"),
         YearOrigin.PERIOD),
        ("trước ngày 15/01", TimeSetting(date(2025, 11, 18), (2025, 2025)), before("2026-01-15"), YearOrigin.ISSUE),
        ("trước ngày 20/12", TimeSetting(date(2025, 11, 18), (2026, 2030)), before("2025-12-20"), YearOrigin.ISSUE),
        ("trước ngày 20/12", TimeSetting(told_year=2027), before("2027-12-20"), YearOrigin.SENTENCE),
        ("từ tháng 4 đến tháng 10/2024", TimeSetting(), period("2024-04-01", "2024-10-31"), YearOrigin.WRITTEN),
        ("từ ngày 15/12 đến ngày 10/01", PLAN, period("2025-12-15", "2026-01-10"), YearOrigin.ISSUE),
    ],
)  # fmt: skip
def test_a_missing_year_comes_from_where_the_setting_tells(text, setting, rule, origin):
    [one] = find_times(text, setting).expressions
    assert (one.rule, one.year_origin) == (rule, origin)


def test_the_year_of_a_cited_document_is_not_borrowed():
    text = "Thực hiện Kế hoạch số 5/KH-UBND ngày 01/02/2024, báo cáo trước ngày 20/12"
    assert rules(text, TimeSetting()) == [on("2024-02-01")]
    [gap] = find_times(text, TimeSetting()).unreadable
    assert gap.what == "no year is given and none can be derived"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("trước ngày 31/02/2026", "31/02/2026 is no day of the calendar"),
        ("ngày 30/13/2025", "30/13/2025 is no day of the calendar"),
        ("ngày 29 tháng 02 năm 2025", "29 tháng 02 năm 2025 is no day of the calendar"),
        ("trong tháng 13/2025", "tháng 13/2025 is no day of the calendar"),
        ("từ tháng 10/2026 đến tháng 3/2026", "a period cannot end on 2026-03-31, before it begins on 2026-10-01"),
        ("ngày 45 - 12/10/2025", "45 - 12/10/2025 is no day of the calendar"),
        ("giai đoạn 2030 - 2026", "giai đoạn 2030 - 2026 is no day of the calendar"),
        ("ngày…tháng…năm 2025", "a date left blank"),
        ("ngày ... tháng ... năm 2025", "a date left blank"),
        ("trước l5/ll/2025", "l5/ll/2025 has letters for digits"),
        ("O5/12/2025", "O5/12/2025 has letters for digits"),
    ],
)
def test_what_the_calendar_does_not_have_is_no_rule(text, what):
    times = find_times(text, PLAN)
    assert times.expressions == ()
    assert [one.what.removeprefix("ngày ") for one in times.unreadable] == [what]


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định 1899/QĐ-TTg",
        "Điều 12/2025",
        "Nghị định 152/2025/NĐ-CP",
        "Thông tư số 12/2025/TT-BNV",
        "ngày ... tháng ... năm ...",
        "trực 24/7",
        "trên 3/4 số phiếu tán thành",
        "đạt 98% kế hoạch",
        "điện thoại 0243 123 4567",
        "Mẫu 11 cho",
        "gồm 01/01 ban",
        "năm học 2025 - 2026",
        "tại Việt Nam, quỹ 1 tỷ đồng",
        "trồng 2000 cây trong 5 năm qua",
        "gương mẫu, kịp thời báo cáo theo quy định",
    ],
)
def test_numbers_that_name_or_count_are_no_times(text):
    times = find_times(text, PLAN)
    assert (times.expressions, times.unreadable) == ((), ())


TIMES_AND_NOISE = st.lists(
    st.sampled_from("ngày tháng năm quý 31 45 0 12 2025 / - . , ( ) trước từ đến hằng mỗi IV lần dịp kể sau".split())
    | st.sampled_from(["…", "\n", "đầu", "cuối", "giai đoạn", "định kỳ", "của", "T", "kỷ niệm", "Quốc khánh"])
    | st.text(max_size=3),
    max_size=25,
).map(" ".join)  # fmt: skip


@given(TIMES_AND_NOISE)
def test_any_text_is_read_without_overlaps_and_within_its_bounds(text):
    for read in (find_times, read_stated_time):
        times = read(text, PLAN)
        spans = [(one.start, one.end) for one in times.expressions]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(before_end <= start for (_, before_end), (start, _) in pairwise(spans))

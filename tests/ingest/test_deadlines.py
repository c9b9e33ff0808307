"""What plans order done by when: each row a wording, each negative a date that orders nothing."""

from datetime import date

import pytest

from corpus.deadline_rule import (
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
    YearOrigin,
)
from corpus.model import Product
from tests.ingest.plans import deadlines, plan

DUTIES = "II. TỔ CHỨC THỰC HIỆN\n\n"


def only(body, **more):
    found = deadlines(body, **more)
    assert len(found) == 1, [(one.quote, one.rule) for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("1. Các sở, ban, ngành gửi báo cáo về Sở Nội vụ trước ngày 15/12/2025.", Limit(date(2025, 12, 15), False)),
        ("1. Sở Nội vụ tham mưu tổng kết, hoàn thành chậm nhất ngày 20/12/2025.", Limit(date(2025, 12, 20), True)),
        ("1. UBND các xã xây dựng kế hoạch xong trong tháng 12/2025.", Period(date(2025, 12, 1), date(2025, 12, 31))),
        (
            "1. Phong trào được triển khai từ tháng 11 năm 2025 đến hết tháng 3 năm 2026.",
            Period(date(2025, 11, 1), date(2026, 3, 31)),
        ),
        (
            "1. Sở Nội vụ tổng kết phong trào vào đầu tháng 4/2026.",
            Period(date(2026, 4, 1), date(2026, 4, 10), is_approximate=True),
        ),
        ("1. Sở Tài chính thẩm định dự toán, hoàn thành trong năm 2026.", Period(date(2026, 1, 1), date(2026, 12, 31))),
        (
            "1. Các đơn vị báo cáo kết quả trước ngày 15 hằng tháng.",
            Recurring(Cycle.MONTH, closes=CycleDay(1, 15), is_inclusive=False),
        ),
        (
            "1. Các đơn vị báo cáo kết quả thực hiện hằng năm (trước ngày 15 tháng 11).",
            Recurring(Cycle.YEAR, closes=CycleDay(11, 15), is_inclusive=False),
        ),
        ("1. Hằng quý, Sở Nội vụ kiểm tra việc thực hiện.", Recurring(Cycle.QUARTER)),
        ("1. Thường trực Hội đồng họp 03 tháng một lần.", Recurring(Cycle.QUARTER)),
        (
            "1. Các sở gửi kế hoạch về Sở Nội vụ trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này.",
            Relative(10, TimeUnit.DAY, Bearing.WITHIN, "ngày nhận Kế hoạch này"),
        ),
        (
            "1. Sở Nội vụ công khai danh sách chậm nhất 05 ngày làm việc trước khi họp Hội đồng.",
            Relative(5, TimeUnit.WORKING_DAY, Bearing.BEFORE, "họp Hội đồng"),
        ),
        ("1. Lễ phát động được tổ chức vào ngày 25/11/2025.", FixedDate(date(2025, 11, 25))),
    ],
)
def test_a_sentence_that_orders_something_by_a_time_is_a_deadline(sentence, rule):
    assert only(DUTIES + sentence).rule == rule


@pytest.mark.parametrize(
    "sentence",
    [
        # dates of other documents
        "1. Các sở triển khai Quyết định số 77/QĐ-UBND ngày 20/12/2025 của UBND tỉnh.",
        "1. Thực hiện kết luận tại Thông báo số 12/TB-UBND ngày 05/11/2025.",
        # what is over
        "1. Năm 2024, tỉnh đã tổ chức 12 hội nghị; từ tháng 3 đến tháng 6/2025 đã khen thưởng 30 tập thể.",
        # targets and names of plans
        "1. Đến năm 2030, 100% cơ quan đạt danh hiệu công sở kiểu mẫu.",
        "1. Phấn đấu trong năm 2026 có 80% đơn vị hoàn thành.",
        "1. Lồng ghép với Chương trình phát triển kinh tế - xã hội giai đoạn 2026 - 2030.",
        "1. Tham mưu thực hiện nhiệm vụ phát triển kinh tế - xã hội năm 2026.",
        # a rhythm that only qualifies a noun
        "1. Sở Tài chính bố trí kinh phí trong dự toán ngân sách hằng năm.",
        "1. Đưa kết quả vào đánh giá, xếp loại cán bộ hằng năm.",
        # adverbs without a rhythm
        "1. Các đơn vị thường xuyên rà soát, kịp thời báo cáo theo quy định.",
        "1. UBND các xã định kỳ báo cáo theo quy định.",
        # force, counting, parts of numbers
        "1. Quy chế này có hiệu lực từ ngày 01/01/2026.",
        "1. Số liệu báo cáo được tính từ ngày 15/12/2025 đến ngày 14/12/2026.",
        "1. Thực hiện khoản 3 Điều 12/2025 và Mẫu 11.",
    ],
)
def test_a_date_that_orders_nothing_is_no_deadline(sentence):
    assert deadlines(DUTIES + sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "1. Các sở gửi báo cáo trước ngày 31/02/2026.",
        "1. Các sở gửi báo cáo trước ngày 30/13/2025.",
        "1. Các sở gửi báo cáo từ ngày 20/12/2025 đến ngày 10/12/2025.",
        "1. Các sở gửi báo cáo trước ngày … tháng … năm 2025.",
        "1. Các sở gửi báo cáo trước ngày l5/ll/2025.",
    ],
)
def test_a_date_that_cannot_be_read_becomes_a_warning_and_no_deadline(sentence):
    record = plan(DUTIES + sentence)
    assert record.deadlines == ()
    assert [warning for warning in record.warnings if "a time was not read" in warning and "Các sở gửi" in warning]


def test_a_date_broken_over_lines_is_read():
    found = only(DUTIES + "1. Các sở gửi báo cáo trước ngày 15\ntháng 12 năm 2025.")
    assert found.rule == Limit(date(2025, 12, 15), False)


def test_two_dates_of_one_clause_are_two_deadlines():
    found = deadlines(DUTIES + "1. Sở Nội vụ nhận hồ sơ trước ngày 10/12/2025 và trình Hội đồng trước ngày 20/12/2025.")
    assert [one.rule for one in found] == [Limit(date(2025, 12, 10), False), Limit(date(2025, 12, 20), False)]


def test_a_year_that_is_not_written_comes_from_the_day_of_the_plan():
    found = deadlines(DUTIES + "1. Các sở gửi báo cáo trước ngày 20/12.\n\n2. Sở Nội vụ tổng hợp trước ngày 15/01.")
    assert [(one.rule, one.year_origin) for one in found] == [
        (Limit(date(2025, 12, 20), False), YearOrigin.ISSUE),
        (Limit(date(2026, 1, 15), False), YearOrigin.ISSUE),
    ]


def test_a_deadline_bears_task_units_addressee_and_quote():
    body = DUTIES + (
        "1. Các sở, ban, ngành chủ trì, phối hợp với Ban Dân vận tổ chức phong trào; "
        "báo cáo kết quả về UBND tỉnh (qua Sở Nội vụ) trước ngày 15/12/2025 để tổng hợp."
    )
    record = plan(body)
    (found,) = record.deadlines
    assert found.responsible == ("Các sở, ban, ngành",)
    assert found.coordinating == ("Ban Dân vận",)
    assert found.addressee == "UBND tỉnh (qua Sở Nội vụ)"
    assert found.product is Product.REPORT
    assert found.task.startswith("báo cáo kết quả về UBND tỉnh")
    assert record.document.text[found.start : found.end] == "trước ngày 15/12/2025"
    assert record.document.text[found.quote_start : found.quote_end] == found.quote
    assert "phong trào; báo cáo" in found.quote


@pytest.mark.parametrize(
    ("body", "units"),
    [
        # the heading is the unit
        ("1. Sở Nội vụ\n\n- Tham mưu tổ chức tổng kết trước ngày 20/12/2025.", ("Sở Nội vụ",)),
        # the sentence before names it
        (
            "1. Sở Nội vụ là cơ quan thường trực. Báo cáo UBND tỉnh trước ngày 20/12/2025.",
            ("Sở Nội vụ",),
        ),
        # the item above names it
        (
            "1. Các cơ quan, đơn vị căn cứ Kế hoạch này:\n\n- Báo cáo kết quả trước ngày 20/12/2025.",
            ("Các cơ quan, đơn vị",),
        ),
        # the time stands before it
        ("1. Trước ngày 20/12/2025, Sở Y tế báo cáo kết quả.", ("Sở Y tế",)),
        # nobody is named
        ("1. Tổ chức tổng kết phong trào trước ngày 20/12/2025.", ()),
    ],
)
def test_the_unit_is_taken_from_where_the_plan_names_it(body, units):
    assert only(DUTIES + body).responsible == units


BLOCK = """\
II. NHIỆM VỤ

1. Hoàn thiện quy chế thi đua

a) Nhiệm vụ: Rà soát, hoàn thiện quy chế thi đua của tỉnh.

b) Cơ quan thực hiện:

- Đơn vị chủ trì: Sở Nội vụ.

- Đơn vị phối hợp: Các sở, ban, ngành.

c) Thời gian thực hiện: {time}

2. Tuyên truyền

- Tuyên truyền điển hình tiên tiến trên địa bàn tỉnh.

Đơn vị thực hiện: Báo và Phát thanh, Truyền hình tỉnh.

Thời gian thực hiện: Thường xuyên.
"""


def test_a_labelled_block_gives_task_units_and_time():
    first, second = deadlines(BLOCK.format(time="Hoàn thành trong quý I năm 2026."))
    assert (first.rule, first.task) == (
        Period(date(2026, 1, 1), date(2026, 3, 31)),
        "Rà soát, hoàn thiện quy chế thi đua của tỉnh",
    )
    assert (first.responsible, first.coordinating) == (("Sở Nội vụ",), ("Các sở, ban, ngành",))
    assert (second.rule, second.responsible) == (Ongoing("Thường xuyên"), ("Báo và Phát thanh, Truyền hình tỉnh",))
    assert second.task == "Tuyên truyền điển hình tiên tiến trên địa bàn tỉnh"


@pytest.mark.parametrize("time", ["01 ngày/lớp.", "12 buổi/đợt."])
def test_the_length_of_an_event_is_no_deadline(time):
    assert [one.rule for one in deadlines(BLOCK.format(time=time))] == [Ongoing("Thường xuyên")]


TABLE = """\
|
TT
|
Nội dung
|
Đơn vị chủ trì
|
Đơn vị phối hợp
|
Thời gian
|
|
1
|
Ban hành hướng dẫn bình xét thi đua
|
Sở Nội vụ
|
Các sở, ban, ngành
|
Trước 30/12/2025
|
|
2
|
Tuyên truyền gương người tốt, việc tốt
|
UBND các xã, phường
|
|
Thường xuyên
|
"""


def test_a_row_of_a_table_gives_task_units_and_time():
    first, second = deadlines("II. NHIỆM VỤ\n\n" + TABLE)
    assert (first.task, first.responsible, first.coordinating, first.rule) == (
        "Ban hành hướng dẫn bình xét thi đua",
        ("Sở Nội vụ",),
        ("Các sở, ban, ngành",),
        Limit(date(2025, 12, 30), False),
    )
    assert (second.responsible, second.rule) == (("UBND các xã, phường",), Ongoing("Thường xuyên"))


def test_to_publish_a_report_hands_none_in():
    assert only(DUTIES + "1. Sở Y tế công bố báo cáo thi đua trong tháng 12/2025.").product is Product.OTHER


def test_a_table_of_costs_states_no_deadlines():
    costs = TABLE.replace("Đơn vị phối hợp", "Đơn giá").replace("Trước 30/12/2025", "3 lần/năm")
    assert deadlines("III. KINH PHÍ\n\n" + costs) == ()


def test_a_plan_states_its_own_period_after_a_heading_of_time():
    found = only("II. NỘI DUNG\n\n1. Chủ đề: Công sở kiểu mẫu.\n\n2. Thời gian thực hiện: Từ nay đến hết năm 2026.")
    assert found.rule == Period(date(2025, 11, 10), date(2026, 12, 31))
    assert found.responsible == ()


def test_targets_below_their_heading_are_no_deadlines():
    body = "I. MỤC TIÊU\n\n1. Trong năm 2026, hoàn thành xây dựng 12 công sở.\n\n2. Hằng năm khen thưởng 30 tập thể."
    assert deadlines(body) == ()


def test_a_rhythm_recurs_within_the_period_stated_beside_it():
    found = deadlines(DUTIES + "1. Sở Y tế kiểm tra 02 lần/tháng, từ tháng 3 đến tháng 10 năm 2026.")
    assert Recurring(Cycle.MONTH, times=2, first=date(2026, 3, 1), last=date(2026, 10, 31)) in [
        one.rule for one in found
    ]

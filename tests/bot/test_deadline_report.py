"""A list of deadlines for people: by day, then those without one, then those past."""

from datetime import date

import pytest

from bot.deadline_report import deadline_as_json, deadlines_as_text
from corpus.deadline_json import AskedDays
from corpus.deadline_search import DeadlineQuery, find_deadlines
from corpus.model import Form
from corpus.register import Register
from tests.instruments import library_of
from tests.plans import always, before, duty, monthly, on, plan

AS_OF = date(2026, 3, 10)
PLAN = plan(
    "12/KH-UBND",
    "2026-01-05",
    duty("báo cáo kết quả", "trước ngày 31/3/2026", before("2026-03-31"), "Sở Nội vụ", addressee="UBND tỉnh"),
    duty("tổng hợp", "trước ngày 31 hằng tháng", monthly(31), "Các sở, ban, ngành", coordinating=("Công an tỉnh",)),
    duty("tuyên truyền", "thường xuyên", always()),
    duty("xây dựng kế hoạch", "ngày 20/01/2026", on("2026-01-20"), "Sở Nội vụ", is_corrected=True),
)
NEWS = plan(
    "", "2026-01-05", duty("tổng kết", "ngày 30/3/2026", on("2026-03-30"), "Phường"), title="Tin mẫu", form=Form.NEWS
)


@pytest.fixture
def listed(tmp_path):
    with library_of(tmp_path, PLAN, NEWS) as library:
        yield lambda **asked: find_deadlines(library, Register(library), DeadlineQuery(AS_OF, **asked)).found


def test_the_list_is_by_the_last_day_in_time(listed):
    text = deadlines_as_text(listed(), AskedDays(AS_OF))
    assert [line for line in text.splitlines() if line and not line.startswith(" ")] == [
        "30/3/2026 (thứ Hai)",
        "Không có ngày cụ thể",
        "Đã qua",
        "20/01/2026 (thứ Ba)",
    ]


def test_each_deadline_has_unit_task_time_document_and_place(listed):
    lines = deadlines_as_text(listed(unit="Sở Nội vụ"), AskedDays(AS_OF)).splitlines()
    assert lines[1].startswith("  • Sở Nội vụ: báo cáo kết quả, gửi UBND tỉnh (trước ngày 31/3/2026)")
    assert lines[2].startswith("    Kế hoạch 12/KH-UBND, 05/01/2026, Điều 1")
    assert lines[3].startswith("  • Các sở, ban, ngành (giao chung; phối hợp: Công an tỉnh): tổng hợp (")


def test_what_names_nobody_and_what_a_news_item_tells_say_so(listed):
    text = deadlines_as_text(listed(), AskedDays(AS_OF))
    assert "  • Không nêu đơn vị: tuyên truyền (thường xuyên)" in text
    assert "bản tin, chưa có văn bản gốc" in text
    assert "cán bộ đã chỉnh" in text


def test_days_asked_for_in_the_past_are_listed_as_past(listed):
    days = AskedDays(AS_OF, date(2026, 1, 1), date(2026, 1, 31))
    text = deadlines_as_text(listed(first=days.first, last=days.last), days)
    assert [line for line in text.splitlines() if line and not line.startswith(" ")] == [
        "Đã qua",
        "20/01/2026 (thứ Ba)",
        "30/01/2026 (thứ Sáu)",  # of the monthly one
    ]


def test_nothing_is_an_empty_list():
    assert deadlines_as_text([], AskedDays(AS_OF)) == ""


def test_for_programs_the_status_of_the_document_and_the_group_are_told(listed):
    group = next(one for one in listed(unit="Sở Nội vụ") if one.is_for_group)
    shown = deadline_as_json(group, AskedDays(AS_OF))
    assert (shown["validity"], shown["is_for_group"], shown["task"]) == ("unknown", True, "tổng hợp")

"""Lists of what is due over several plans: nothing dropped in silence, nothing from plans that have ended."""

from datetime import date

import pytest

from bot.answer import AnswerStatus
from tests.bot.deadline_plans import opened_plans, plan

TODAY = date(2026, 11, 21)

_DAYS = [f"{day:02d}" for day in (2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16, 17, 18, 21, 22, 23, 24, 25)]
_TASKS = [
    "nộp danh sách đèn", "gửi ảnh cổng làng", "nộp phiếu đo đường", "gửi sổ tay tổ điện", "nộp bản vẽ cột đèn",
    "gửi thư mời hội làng", "nộp dự toán dây điện", "gửi biên bản họp thôn", "nộp kết quả chấm ngõ",
    "gửi lịch thắp đèn",
    "nộp thống kê bóng hỏng", "gửi tên tổ trưởng", "nộp bản cam kết", "gửi bản tin làng", "nộp sơ đồ ngõ",
    "gửi số đo điện", "nộp giấy nhận đèn", "gửi phiếu góp ý",
]  # fmt: skip
BUSY = plan(
    61,
    "ngày 05 tháng 10 năm 2026",
    "Kiểm kê đèn đường",
    "I. NHIỆM VỤ\n1. Các thôn\n"
    + "\n".join(f"- {task.capitalize()} trước ngày {day}/12/2026." for task, day in zip(_TASKS, _DAYS, strict=True)),
)
_MORE_TASKS = [
    "nộp tờ khai ao cá", "gửi ảnh giếng nước", "nộp sổ vịt đẻ", "gửi bản kê ghe xuồng", "nộp giấy mượn loa",
    "gửi danh sách cờ", "nộp đơn xin trống", "gửi bảng giờ bơi", "nộp phiếu mượn chiếu", "gửi thẻ đội chèo",
    "nộp bản đồ bến", "gửi sổ nước", "nộp vé thuyền", "gửi lịch phiên chợ", "nộp thư cảm ơn",
]  # fmt: skip
BUSIER = plan(
    64,
    "ngày 06 tháng 10 năm 2026",
    "Hội bơi trải",
    "I. NHIỆM VỤ\n1. Các thôn\n"
    + "\n".join(
        f"- {task.capitalize()} trước ngày {day}/12/2026." for task, day in zip(_MORE_TASKS, _DAYS, strict=False)
    ),
)
ENDED = plan(
    5,
    "ngày 10 tháng 01 năm 2025",
    "Thi đua nuôi ong",
    """
I. NHIỆM VỤ
1. Sở Tài chính
- Gửi báo cáo kinh phí nuôi ong về Ủy ban nhân dân tỉnh trước ngày 10/12 hằng năm.
""",
)
NEW = plan(
    62,
    "ngày 01 tháng 9 năm 2026",
    "Thi đua nuôi ong lấy mật rừng",
    """
I. NHIỆM VỤ
1. Sở Tài chính
- Gửi báo cáo kinh phí nuôi ong về Ủy ban nhân dân tỉnh trước ngày 20/12 hằng năm.
2. Sở Công Thương
- Mở phiên chợ mật ong trong tháng 12/2026.
II. ĐIỀU KHOẢN
Kế hoạch này thay thế Kế hoạch số 5/KH-UBND ngày 10/01/2025 kể từ ngày 01/9/2026.
""",
)
WITHOUT_YEARS = plan(
    63,
    "ngày 02 tháng 11 năm 2026",
    "Dọn lòng suối",
    """
I. NHIỆM VỤ
1. Công an tỉnh
- Gửi báo cáo kết quả dọn suối về Sở Nông nghiệp và Môi trường trước ngày 15/01.
""",
)
FILES = {"busy.md": BUSY, "busier.md": BUSIER, "ended.md": ENDED, "new.md": NEW, "years.md": WITHOUT_YEARS}


@pytest.fixture(scope="module")
def answering(tmp_path_factory):
    with opened_plans(tmp_path_factory.mktemp("lists"), FILES) as opened:
        yield opened


@pytest.fixture
def ask(answering):
    return lambda typed, as_of=TODAY: answering.answer(typed, as_of)


def test_of_too_many_the_nearest_are_listed_and_the_others_counted(ask):
    answer = ask("tháng 12 các thôn phải nộp gì")
    lines = answer.text.split("\n")
    assert answer.status is AnswerStatus.PARTIAL
    listed = [line for line in lines if line.startswith("• ")]
    assert len(listed) == 30
    assert listed[0].startswith("• Trước ngày 02/12/2026 (")
    assert not any("25/12/2026" in line for line in listed)
    assert len(answer.text) < 4096  # one message of Telegram
    assert lines[-1] == "Còn 3 mốc khác chưa nêu ở đây. Xin hỏi theo đơn vị, tháng hoặc số văn bản để xem đủ."


def test_all_of_one_plan_are_listed_though_they_are_many(ask):
    answer = ask("KH 61 có những mốc thời gian nào")
    assert answer.status is AnswerStatus.ANSWERED
    assert answer.text.count("\n• ") == 18
    assert len(answer.deadlines) == 18


def test_a_plan_that_has_ended_is_left_out_and_named(ask):
    answer = ask("tháng 12 Sở Tài chính phải làm gì")
    assert "trước ngày 20/12 hằng năm" in answer.text
    assert "10/12" not in answer.text
    assert answer.text.endswith("Không tính các mốc trong văn bản đã hết hiệu lực: Kế hoạch 5/KH-UBND.")


def test_of_a_plan_that_was_replaced_the_new_day_is_told_too(ask):
    lines = ask("KH 5/KH-UBND báo cáo kinh phí nuôi ong trước ngày nào").text.split("\n")
    assert lines[0] == (
        "Trước ngày 10/12 hằng năm → trước ngày 20/12 hằng năm (kỳ tới muộn nhất là 19/12/2026, rơi vào thứ Bảy; "
        "còn 28 ngày), theo Kế hoạch 62/KH-UBND. [1][2]"
    )
    assert lines[-1] == (
        "Kế hoạch 5/KH-UBND đã hết hiệu lực từ ngày 01/9/2026, được thay thế bằng Kế hoạch 62/KH-UBND."
    )


def test_while_it_was_in_force_it_is_listed(ask):
    answer = ask("tháng 12/2025 Sở Tài chính phải làm gì", date(2025, 11, 1))
    assert "trước ngày 10/12 hằng năm (" in answer.text.lower()
    assert "20/12" not in answer.text


def test_a_unit_gets_nothing_of_another(ask):
    answer = ask("tháng 12 Sở Công Thương phải làm gì")
    assert [str(one.document.number) for one in answer.deadlines] == ["62/KH-UBND"]
    assert "phiên chợ mật ong" in answer.text


def test_a_year_that_the_text_does_not_write_is_told_to_be_derived(ask):
    answer = ask("KH 63 báo cáo trước ngày nào")
    assert answer.text.split("\n")[0] == (
        "Trước ngày 15/01/2027 (muộn nhất là 14/01/2027; năm lấy từ ngày ban hành văn bản; còn 54 ngày). [1]"
    )


def test_a_day_off_that_the_office_sets_is_told(answering, tmp_path):
    from bot.answering import Answering
    from corpus.working_days import WorkingDays

    calendar = WorkingDays(extra_days_off=frozenset({date(2027, 1, 14)}))
    lent = Answering(answering._library, answering._retriever, calendar)
    assert "rơi vào ngày nghỉ theo thông báo" in lent.answer("KH 63 báo cáo trước ngày nào", TODAY).text

"""Questions on deadlines that name no document: by topic, place, unit and title, over plans of invented provinces."""

from datetime import date

import pytest

from bot.answer import AnswerStatus
from tests.bot.deadline_plans import opened_plans, plan

TODAY = date(2026, 11, 21)


def of_province(text, name):
    return text.replace("BÌNH MINH", name.upper()).replace("Bình Minh", name)


BEES = plan(
    61,
    "ngày 05 tháng 01 năm 2026",
    "Phát triển nghề nuôi ong mật trên địa bàn tỉnh Bình Minh giai đoạn 2026 - 2030",
    """
I. NHIỆM VỤ
1. Sở Khoa học và Công nghệ
- Xây dựng cơ chế đặt hàng nghiên cứu giống ong chúa, hoàn thành trước ngày 30/9/2027.
- Tuyển chọn chuyên gia trưởng về thú y ong, hoàn thành trước ngày 15/6/2026.
2. Các sở, ban, ngành
- Báo cáo kết quả thực hiện về Ủy ban nhân dân tỉnh trước ngày 10/12 hằng năm.
3. Ủy ban nhân dân các xã
- Tập huấn kỹ thuật quay mật cho các hộ.
""",
)
OTHER_BEES = of_province(
    plan(
        18,
        "ngày 20 tháng 02 năm 2026",
        "Phát triển nghề nuôi ong mật trên địa bàn tỉnh Bình Minh năm 2026",
        """
I. NHIỆM VỤ
1. Các sở, ban, ngành
- Báo cáo kết quả thực hiện về Ủy ban nhân dân tỉnh trước ngày 25/11/2026.
""",
    ),
    "Sông Lụa",
)
TITLES = plan(
    70,
    "ngày 06 tháng 01 năm 2026",
    "Công tác xét khen thưởng cuối năm 2026",
    """
I. THỜI HẠN
1. Hồ sơ đề nghị danh hiệu “Chiến sĩ thi đua toàn quốc” gửi Sở Nội vụ trước ngày 12/12/2026 của năm sau năm được tặng
 danh hiệu Chiến sĩ thi đua cấp tỉnh.
2. Hồ sơ đề nghị “Cờ thi đua của Chính phủ” gửi Sở Nội vụ trước ngày 15/01/2027.
3. Hồ sơ đề nghị Cờ thi đua của Chính phủ của ngành giáo dục gửi Sở Nội vụ trước ngày 20/8/2027.
""",
)
LAUNCH = plan(
    82,
    "ngày 02 tháng 9 năm 2026",
    "Tổ chức đợt thi đua cao điểm “Cầu tre nối xóm”",
    """
I. NỘI DUNG
1. Lễ phát động đợt thi đua cao điểm “Cầu tre nối xóm” diễn ra vào ngày 10/9/2026 tại nhà văn hóa.
2. Các thôn ghép sức dựng cầu tre.
""",
)
FILES = {"launch.md": LAUNCH, "bees.md": BEES, "other.md": OTHER_BEES, "titles.md": TITLES}


@pytest.fixture(scope="module")
def answering(tmp_path_factory):
    with opened_plans(tmp_path_factory.mktemp("topics"), FILES) as opened:
        yield opened


@pytest.fixture
def ask(answering):
    return lambda typed, as_of=TODAY: answering.answer(typed, as_of)


# One deadline that the words describe


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("cơ chế đặt hàng nghiên cứu giống ong chúa phải xây dựng xong năm nào, ai chủ trì", "30/9/2027"),
        ("co che dat hang nghien cuu giong ong chua phai xong khi nao", "30/9/2027"),
        ("tuyển chọn chuyên gia trưởng thú y ong hạn xong khi nào, giờ trễ chưa", "15/6/2026 (muộn nhất là 14/6/2026"),
        ("tuyển chọn chuyên gia trưởng về thú y ong ở Bình Minh hoàn thành trước ngày nào", "15/6/2026"),
        ("còn bao nhiêu ngày nữa hết hạn báo cáo nghề nuôi ong mật của tỉnh Bình Minh", "còn 18 ngày"),
        ("nghề nuôi ong mật Bình Minh báo cáo bao lâu một lần", "10/12 hằng năm"),
    ],
)
def test_a_deadline_is_found_by_its_topic(ask, typed, told):
    answer = ask(typed)
    assert answer.status is AnswerStatus.ANSWERED
    assert told in answer.text


def test_what_is_past_is_said_to_be_past(ask):
    assert "đã qua" in ask("tuyển chọn chuyên gia trưởng thú y ong hạn xong khi nào").text


# The same of another place


def test_the_same_rule_of_two_provinces_is_told_of_both_under_their_names(ask):
    text = ask("kế hoạch phát triển nghề nuôi ong mật hạn báo cáo ngày nào").text
    assert "61/KH-UBND, Ủy ban nhân dân tỉnh Bình Minh:" in text
    assert "18/KH-UBND, Ủy ban nhân dân tỉnh Sông Lụa:" in text
    assert "10/12 hằng năm" in text
    assert "25/11/2026" in text


def test_of_a_place_that_is_named_only_its_own_is_told(ask):
    text = ask("kế hoạch nuôi ong mật của tỉnh Sông Lụa hạn báo cáo ngày nào").text
    assert "25/11/2026" in text
    assert "10/12" not in text


def test_a_place_without_such_a_plan_gets_no_day_of_another(ask):
    answer = ask("kế hoạch nuôi ong mật của tỉnh Lâm Đồng hạn báo cáo ngày nào")
    assert answer.status is not AnswerStatus.ANSWERED
    assert "10/12" not in answer.text
    assert "25/11" not in answer.text


def test_a_duty_without_a_day_gets_no_day_of_another_duty(ask):
    answer = ask("nghề nuôi ong mật Bình Minh tập huấn quay mật cho các hộ vào ngày nào")
    assert "10/12" not in answer.text
    assert "30/9" not in answer.text


def test_a_province_tells_whose_plans_are_meant_though_their_duties_do_not_repeat_its_name(tmp_path):
    told = OTHER_BEES.replace("tại Sông Lụa", "").replace("Sông Lụa", "Lâm Đồng").replace("SÔNG LỤA", "LÂM ĐỒNG")
    second = told.replace("Số: 18", "Số: 19").replace("nuôi ong mật trên địa bàn tỉnh Lâm Đồng", "nuôi tằm")
    with opened_plans(tmp_path, {"bees.md": told, "worms.md": second}) as answering:
        text = answering.answer("tỉnh Lâm Đồng tháng 11/2026 có hạn báo cáo nào", TODAY).text
    assert "18/KH-UBND" in text
    assert "19/KH-UBND" in text


# All of one document that the words describe


def test_all_deadlines_of_a_plan_that_the_words_describe_are_listed(ask):
    text = ask("kế hoạch phát triển nghề nuôi ong mật tỉnh Bình Minh giai đoạn 2026-2030 có những hạn nào").text
    assert all(day in text for day in ("15/6/2026", "30/9/2027", "10/12 hằng năm"))
    assert "25/11" not in text


# What holds for one title holds for no other


@pytest.mark.parametrize(
    "typed",
    [
        "hồ sơ CSTĐ cơ sở phải nộp trước ngày nào",
        "hạn nộp hồ sơ Bằng khen của Thủ tướng Chính phủ",
        "hồ sơ Huân chương Lao động gửi chậm nhất ngày nào",
        "ho so chien si thi dua co so nop khi nao",
    ],
)
def test_no_day_of_another_title_is_told(ask, typed):
    answer = ask(typed)
    assert not answer.deadlines
    assert not any(day in answer.text for day in ("12/12", "15/01", "20/8"))
    assert "không nêu" in answer.text


def test_of_two_titles_both_are_told(ask):
    text = ask("hạn nộp CSTĐ toàn quốc và cờ thi đua chính phủ, cái nào trước").text
    assert "12/12/2026" in text
    assert "15/01/2027" in text or "15/1/2027" in text


def test_what_the_question_leaves_out_is_left_out(ask):
    text = ask("hồ sơ Cờ thi đua của Chính phủ hạn gửi còn mấy ngày, không phải ngành giáo dục").text
    assert "15/01/2027" in text or "15/1/2027" in text
    assert "20/8" not in text


# Nothing is known


def test_the_day_of_a_launch_is_not_told_for_the_end(ask):
    answer = ask("đợt thi đua cao điểm Cầu tre nối xóm kết thúc ngày nào")
    assert answer.status is not AnswerStatus.ANSWERED
    assert answer.text.startswith("Văn bản không nêu ngày")


def test_a_question_on_nothing_held_is_refused(ask):
    answer = ask("lịch thi đấu bóng đá của đội tuyển hôm nào bắt đầu")
    assert answer.status is AnswerStatus.OUT_OF_SCOPE


def test_a_topic_that_is_held_is_not_out_of_scope(ask):
    answer = ask("kế hoạch phát triển nghề nuôi ong mật tỉnh Sông Lụa mở lớp dạy quay mật ngày nào")
    assert answer.status is not AnswerStatus.OUT_OF_SCOPE

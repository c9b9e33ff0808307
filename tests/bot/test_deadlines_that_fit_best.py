"""What is told where no deadline has all words of a question, and of several that fit which ones."""

from datetime import date

import pytest

from bot.answer import AnswerStatus
from tests.bot.deadline_plans import opened_plans, plan

TODAY = date(2026, 11, 21)
PONDS = plan(
    58,
    "ngày 20 tháng 01 năm 2026",
    "Quan trắc nước ao làng năm 2026",
    """
I. NHIỆM VỤ
1. Sở Nông nghiệp và Môi trường
- Lấy mẫu nước ao từ tháng 3 đến tháng 10 năm 2026.
- Hằng năm đánh giá chất lượng nước ao.
- Công bố báo cáo nước ao trong tháng 11 năm 2026.
- Rà soát bản đồ ao. Hoàn thành trước ngày 10/12/2026.
2. Các xã, phường
- Gửi báo cáo nước ao về Sở Nông nghiệp và Môi trường trước ngày 05/12/2026; khi có cá chết thì báo ngay.
""",
)
ROADS = plan(
    61,
    "ngày 22 tháng 01 năm 2026",
    "Quét dọn đường phố Bình Minh",
    """
I. NHIỆM VỤ
1. Các xã, phường
- Xây dựng kế hoạch quét dọn, gửi Sở Xây dựng trong thời hạn 15 ngày kể từ ngày nhận Kế hoạch này.
- Hằng năm báo cáo việc quét dọn đường phố.
""",
)


DYKES = plan(
    71,
    "ngày 20 tháng 01 năm 2026",
    "Thực hiện Chiến lược bảo vệ bờ kè, đê điều đến năm 2030",
    """
I. NHIỆM VỤ
1. Sở Nông nghiệp và Môi trường
- Kiểm tra bờ kè; chậm nhất ngày 17 tháng 12 hằng năm báo cáo kết quả về Ủy ban nhân dân tỉnh.
""",
)
MARKETS = plan(
    72,
    "ngày 22 tháng 01 năm 2026",
    "Lộ trình phát triển chợ, siêu thị, kinh tế đêm",
    """
I. NHIỆM VỤ
1. Các sở, ban, ngành
- Xây dựng kế hoạch phát triển kinh tế đêm, định kỳ báo cáo kết quả thực hiện kế hoạch kinh tế về Sở Công Thương
trước ngày 20/11 hằng năm.
""",
)
FILES = {"ponds.md": PONDS, "roads.md": ROADS, "dykes.md": DYKES, "markets.md": MARKETS}


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with opened_plans(tmp_path_factory.mktemp("plans"), FILES) as answering:
        yield lambda typed, as_of=TODAY: answering.answer(typed, as_of)


def lines_of(answer):
    return answer.text.split("\n")


def test_where_no_deadline_has_the_words_the_nearest_of_its_kind_is_told_as_such(ask):
    lines = lines_of(ask("KH 61 xã gửi kế hoạch rửa cầu cống còn bao nhiêu ngày"))
    assert lines[0] == (
        "Kế hoạch 61/KH-UBND không nêu riêng thời hạn theo các từ trong câu hỏi; thời hạn mà văn bản nêu:"
    )
    assert lines[1].startswith("Trong thời hạn 15 ngày kể từ ngày nhận Kế hoạch này")


def test_without_unit_and_kind_of_duty_nothing_is_nearest(ask):
    assert ask("KH 61 còn bao nhiêu ngày để rửa cầu cống").status is AnswerStatus.NOT_IN_CORPUS


@pytest.mark.parametrize(
    "typed",
    ["thời hạn trong KH 58 và KH 61 khác nhau thế nào", "so sánh thời hạn của KH 58 với KH 61"],
)
def test_of_two_plans_whose_limits_are_compared_all_are_listed(ask, typed):
    lines = lines_of(ask(typed))
    assert "Thời hạn trong Kế hoạch 58/KH-UBND:" in lines
    assert "Thời hạn trong Kế hoạch 61/KH-UBND:" in lines


def test_who_must_do_it_is_told_where_only_a_heading_names_them(ask):
    answer = ask("ai phải gửi báo cáo nước ao về Sở Nông nghiệp và Môi trường trước ngày 05/12/2026")
    assert lines_of(answer)[-1] == "Đơn vị thực hiện: Các xã, phường. [1]"


def test_from_when_to_when_asks_for_what_has_both_ends(ask):
    answer = ask("nước ao làng lấy mẫu từ tháng mấy đến tháng mấy", date(2026, 2, 1))
    assert [one.deadline.rule.first for one in answer.deadlines] == [date(2026, 3, 1)]


def test_how_long_is_left_is_told_of_what_has_a_day(ask):
    answer = ask("KH 58 Sở Nông nghiệp và Môi trường còn bao nhiêu ngày")
    assert "Hằng năm" not in answer.text
    assert "còn 18 ngày" in answer.text


def test_a_day_is_preferred_to_a_rhythm(ask):
    answer = ask("báo cáo nước ao làng nộp khi nào")
    assert "trước ngày 05/12/2026" in answer.text.lower()


def test_the_sentences_of_the_same_place_say_what_a_time_is_for(ask):
    assert "trước ngày 10/12/2026" in ask("KH 58 bản đồ ao xong trước ngày nào").text.lower()


def test_a_word_that_only_looks_like_one_that_points_back_does_not(ask):
    answer = ask("phong trào đô thị quét dọn đường phố Bình Minh gửi kế hoạch khi nào")
    assert answer.status is not AnswerStatus.NEEDS_CLARIFICATION


@pytest.mark.parametrize(
    "typed",
    ["kế hoạch kinh tế đê điều Bình Minh báo cáo khi nào", "kế hoạch phát triển kinh tế bờ kè báo cáo kết quả khi nào"],
)
def test_a_plan_on_something_else_does_not_answer_for_the_one_whose_subject_is_named(ask, typed):
    assert {str(one.document.number) for one in ask(typed).citations} == {"71/KH-UBND"}


def test_words_without_a_time_do_not_tell_how_long_there_is(ask):
    assert ask("bản đồ cầu cống Bình Minh còn bao nhiêu ngày nữa").status in {
        AnswerStatus.NOT_IN_CORPUS,
        AnswerStatus.NEEDS_CLARIFICATION,
        AnswerStatus.OUT_OF_SCOPE,
    }

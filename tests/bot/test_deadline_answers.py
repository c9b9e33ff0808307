"""Questions on deadlines, answered over a small library of invented plans."""

from datetime import date

import pytest

from bot.answer import AnswerStatus
from bot.rendering import answer_as_json
from tests.bot.deadline_plans import opened_plans

TODAY = date(2026, 11, 21)  # a Saturday


@pytest.fixture(scope="module")
def answering(tmp_path_factory):
    with opened_plans(tmp_path_factory.mktemp("plans")) as opened:
        yield opened


@pytest.fixture
def ask(answering):
    return lambda typed, as_of=TODAY: answering.answer(typed, as_of)


def lines_of(answer):
    return answer.text.split("\n")


# One duty of a plan that is named


@pytest.mark.parametrize(
    ("typed", "first_line"),
    [
        ("KH 21 bao giờ tổng kết", "Trong tháng 12/2026 (bắt đầu sau 10 ngày). [1]"),  # not the interim review
        ("kh 21 bao gio tong ket", "Trong tháng 12/2026 (bắt đầu sau 10 ngày). [1]"),
        ("KH 21 đăng ký thi đua hạn nào", "Chậm nhất ngày 20/3/2026 (đã qua). [1]"),
        ("KH 21 bao giờ phát động", "Trong tháng 02/2026 (đã qua). [1]"),
        (
            "KH 21 báo cáo hằng năm trước ngày nào",
            "Trước ngày 15/11 hằng năm (kỳ 14/11/2026 đã qua; kỳ tới muộn nhất là 14/11/2027, rơi vào Chủ nhật; "
            "còn 358 ngày). [1]",
        ),
        (
            "KH 33 thẩm định kinh phí trong bao lâu",
            "Trong thời hạn 10 ngày kể từ ngày nhận đủ hồ sơ (văn bản không nêu ngày cụ thể). [1]",
        ),
        ("KH 21 Báo Bình Minh tuyên truyền đến khi nào", "Thường xuyên (văn bản không nêu ngày cụ thể). [1]"),
        (
            "KH 33 mấy tháng báo cáo một lần",
            "Trước ngày 20 của tháng cuối mỗi quý (kỳ tới muộn nhất là 19/12/2026, rơi vào thứ Bảy; còn 28 ngày). [1]",
        ),
        (
            "KH 21 báo cáo gửi cho ai",
            "Gửi Ủy ban nhân dân tỉnh (qua Sở Nội vụ), trước ngày 15/11 hằng năm (kỳ 14/11/2026 đã qua; "
            "kỳ tới muộn nhất là 14/11/2027, rơi vào Chủ nhật; còn 358 ngày). [1]",
        ),
    ],
)
def test_the_date_comes_first(ask, typed, first_line):
    answer = ask(typed)
    assert (answer.status, lines_of(answer)[0]) == (AnswerStatus.ANSWERED, first_line)


@pytest.mark.parametrize(
    ("as_of", "note"),
    [
        ("2026-03-01", "muộn nhất là 15/3/2026, rơi vào Chủ nhật; còn 14 ngày"),
        ("2026-03-15", "muộn nhất là 15/3/2026, rơi vào Chủ nhật; hôm nay là ngày cuối"),
        ("2026-03-16", "muộn nhất là 15/3/2026, rơi vào Chủ nhật; đã qua"),  # "trước ngày 16" shuts the 16th out
    ],
)
def test_what_a_limit_means_depends_on_today(ask, as_of, note):
    answer = ask("KH 21/KH-UBND các sở gửi kế hoạch trước ngày nào", date.fromisoformat(as_of))
    assert lines_of(answer) == [
        f"Trước ngày 16/3/2026 ({note}). [1]",
        "Xây dựng kế hoạch thực hiện phong trào, gửi Sở Nội vụ trước ngày 16/3/2026. "
        "Đơn vị thực hiện: Các sở, ban, ngành.",
    ]


@pytest.mark.parametrize(
    "typed",
    ["KH 21 xã phường báo cáo trước ngày nào", "KH 21 các xã báo cáo hạn nào"],
)
def test_a_unit_behind_the_number_is_whom_it_asks_for(ask, typed):
    assert lines_of(ask(typed))[0].startswith("Trước ngày 15/11 hằng năm")


@pytest.mark.parametrize(
    "typed",
    [
        "kh 21 xã gửi hồ sơ khen thưởng chậm nhất ngày nào",
        "KH 21 UBND xã gửi hồ sơ khen thưởng trước ngày nào",
        "xã gửi hồ sơ khen thưởng phong trào đường quê sáng đèn trước ngày nào",
    ],
)
def test_a_unit_is_not_told_the_day_of_another_units_duty_whose_words_fit_better(ask, typed):
    answer = ask(typed)
    assert answer.status is AnswerStatus.ANSWERED
    assert "không nêu riêng" in lines_of(answer)[0]
    assert "30/11/2026" in answer.text  # of the communes; the department sums up until 31/12
    assert "31/12/2026" not in answer.text


def test_a_unit_that_the_plan_gives_no_such_duty_is_told_so(ask):
    answer = ask("KH 21 Sở Tài chính trình hồ sơ khen thưởng trước ngày nào")
    assert answer.status is AnswerStatus.NOT_IN_CORPUS


def test_the_plan_of_another_place_is_not_answered_from_one_of_the_same_number(ask):
    assert ask("KH 21 UBND xã Cồn Sậy bao giờ tổng kết").deadlines == ()


def test_the_source_is_the_sentence_that_lays_down_the_duty(ask):
    [citation] = ask("KH 21 đăng ký thi đua hạn nào").citations
    assert citation.quote == "- Đăng ký thi đua gửi về Sở Nội vụ chậm nhất ngày 20/3/2026."
    assert citation.document.text[citation.start : citation.end] == citation.quote


def test_an_answer_carries_its_deadlines_as_data(ask):
    [told] = answer_as_json(ask("KH 21 đăng ký thi đua hạn nào"))["deadlines"]
    assert {name: told[name] for name in ("document", "responsible", "rule", "end", "inclusive", "is_past")} == {
        "document": "21/KH-UBND",
        "responsible": ["Các sở, ban, ngành"],
        "rule": "before",
        "end": "2026-03-20",
        "inclusive": True,
        "is_past": True,
    }


def test_an_answer_about_something_else_carries_none(ask):
    assert ask("mục đích của KH 21 là gì").deadlines == ()


def test_a_duty_without_a_date_is_said_to_have_none(ask):
    answer = ask("KH 9 các thôn nạo vét giếng cổ khi nào")
    assert answer.status is AnswerStatus.PARTIAL
    assert lines_of(answer)[0] == "Văn bản không nêu ngày cụ thể cho việc này."
    assert "Các thôn nạo vét giếng cổ" in answer.citations[0].quote


def test_a_plan_without_any_deadline_is_said_to_have_none(ask):
    answer = ask("KH 9 có những mốc thời gian nào")
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert answer.text == "Kế hoạch 9/KH-UBND không nêu ngày hoặc thời hạn cụ thể nào."


def test_a_duty_that_the_plan_does_not_order_has_no_date_either(ask):
    assert ask("KH 9 báo cáo trước ngày nào").status is AnswerStatus.NOT_IN_CORPUS


# A later plan sets another day


def test_the_old_day_and_the_new_one_are_both_told(ask):
    answer = ask("KH 21/KH-UBND gửi hồ sơ đề nghị tặng Bằng khen trước ngày nào")
    assert lines_of(answer)[0] == (
        "Trước ngày 30/11/2026 → trước ngày 20/12/2026 (muộn nhất là 19/12/2026, rơi vào thứ Bảy; còn 28 ngày), "
        "theo Kế hoạch 47/KH-UBND. [1][2]"
    )
    assert [str(one.document.number) for one in answer.citations] == ["21/KH-UBND", "47/KH-UBND"]


def test_before_the_later_plan_was_issued_the_old_day_holds(ask):
    answer = ask("KH 21/KH-UBND gửi hồ sơ đề nghị tặng Bằng khen trước ngày nào", date(2026, 10, 1))
    assert lines_of(answer)[0].startswith("Trước ngày 30/11/2026 (")
    assert "→" not in answer.text


def test_what_is_left_is_counted_to_the_new_day(ask):
    answer = ask("hồ sơ Bằng khen KH 21 còn mấy ngày nữa", date(2026, 11, 30))
    assert "còn 19 ngày" in answer.text


# All of a plan, and what is due in a time


def test_all_deadlines_of_a_plan_are_listed_by_date(ask):
    answer = ask("các mốc thời gian của KH 21", date(2026, 10, 1))
    assert lines_of(answer)[0] == "Thời hạn trong Kế hoạch 21/KH-UBND:"
    assert [line[2:].split(" (")[0] for line in lines_of(answer)[1:]] == [
        "Trong tháng 02/2026",
        "Trước ngày 16/3/2026",
        "Chậm nhất ngày 20/3/2026",
        "Trong tháng 7/2026",
        "Quý III/2026",
        "Trước ngày 15/11 hằng năm",
        "Trước ngày 30/11/2026",
        "Trước ngày 31/12/2026",
        "Trong tháng 12/2026",
        "Thường xuyên",
    ]
    assert answer.text.count("đã qua") == 5


def test_each_line_names_the_unit_the_task_and_the_source(ask):
    answer = ask("các mốc thời gian của KH 21", date(2026, 3, 1))
    assert (
        "• Chậm nhất ngày 20/3/2026 (còn 19 ngày) – Các sở, ban, ngành: đăng ký thi đua gửi về Sở Nội vụ chậm nhất "
        "ngày 20/3/2026. [3]"
    ) in lines_of(answer)


def test_what_a_unit_must_do_in_a_month_comes_from_all_plans_by_date(ask):
    assert lines_of(ask("tháng 12 Sở Nội vụ phải làm gì")) == [
        "Việc đến hạn của Sở Nội vụ trong tháng 12/2026:",
        "Kế hoạch 33/KH-UBND:",
        "• Trước ngày 05/12/2026 (muộn nhất là 04/12/2026; còn 13 ngày) – Sở Nội vụ: gửi báo cáo khen thưởng trồng cây "
        "về Ủy ban nhân dân tỉnh trước ngày 05/12/2026. [1]",
        "• Trước ngày 20 của tháng cuối mỗi quý (kỳ này muộn nhất là 19/12/2026, rơi vào thứ Bảy; còn 28 ngày) – "
        "Các sở, ban, ngành (giao chung): định kỳ hằng quý báo cáo tiến độ trồng cây về Sở Nông nghiệp và Môi trường "
        "trước ngày 20 của tháng cuối quý. [2]",
        "Kế hoạch 21/KH-UBND:",
        "• Trước ngày 31/12/2026 (muộn nhất là 30/12/2026; còn 39 ngày) – Sở Nội vụ: tổng hợp hồ sơ khen thưởng "
        "phong trào, trình Ủy ban nhân dân tỉnh trước ngày 31/12/2026. [3]",
    ]


def test_every_occurrence_in_the_time_is_told(ask):
    answer = ask("từ tháng 4/2026 đến tháng 12/2026 các sở phải báo cáo gì", date(2026, 4, 1))
    assert "các kỳ muộn nhất là 19/6/2026, 19/9/2026, 19/12/2026" in answer.text


@pytest.mark.parametrize(
    ("typed", "heading"),
    [
        ("tháng 3 các sở phải làm gì", "Việc đến hạn của các sở trong tháng 3/2027:"),  # what recurs
        ("tháng 7 có việc gì phải làm theo KH 21", "Thời hạn trong Kế hoạch 21/KH-UBND, trong tháng 7/2026:"),
        ("tuần này có việc gì đến hạn", "Không có việc nào đến hạn từ 16/11/2026 đến 22/11/2026."),
        ("từ nay đến cuối năm Sở Nội vụ có những hạn nào", "Việc đến hạn của Sở Nội vụ từ 21/11/2026 đến 31/12/2026:"),
        ("những việc nào đã quá hạn", "Việc đến hạn từ 21/11/2025 đến 20/11/2026:"),
    ],
)
def test_the_time_asked_about_is_repeated(ask, typed, heading):
    assert lines_of(ask(typed))[0] == heading


def test_a_unit_without_a_deadline_in_the_time_is_told_so(ask):
    answer = ask("tháng 5/2027 Trường Tiểu học Mây phải nộp gì")
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert answer.text.startswith(
        "Trong kho văn bản không có thời hạn nào giao cho Trường Tiểu học Mây trong tháng 5/2027."
    )


# Without a document


def test_a_question_that_fits_one_plan_only_names_it(ask):
    answer = ask("hạn nộp báo cáo của UBND phường trong KH này")
    assert lines_of(answer)[0] == "Theo Kế hoạch 21/KH-UBND:"
    assert lines_of(answer)[1].startswith("Trước ngày 15/11 hằng năm")


@pytest.mark.parametrize("typed", ["còn mấy ngày nữa", "hạn đó là khi nào", "báo cáo này nộp khi nào"])
def test_a_question_that_fits_several_asks_back(ask, typed):
    answer = ask(typed)
    assert answer.status is AnswerStatus.NEEDS_CLARIFICATION
    assert "– Kế hoạch 21/KH-UBND: Phát động phong trào thi đua “Đường quê sáng đèn” năm 2026" in lines_of(answer)


def test_a_plan_can_be_told_by_its_subject(ask):
    answer = ask("khi nào tổng kết phong trào Đường quê sáng đèn")
    assert lines_of(answer)[0] == "Trong tháng 12/2026 (bắt đầu sau 10 ngày). [1]"


def test_how_often_is_found_by_the_subject(ask):
    answer = ask("bao lâu báo cáo tiến độ trồng cây một lần")
    assert lines_of(answer)[0].startswith("Trước ngày 20 của tháng cuối mỗi quý")


def test_a_statement_found_by_search_is_followed_by_what_it_means_today(ask):
    answer = ask("báo cáo khen thưởng trồng cây ven sông gửi Ủy ban nhân dân tỉnh trước ngày nào")
    assert lines_of(answer)[-1] == "Muộn nhất là 04/12/2026 (còn 13 ngày). [1]"
    assert [str(one.document.number) for one in answer.deadlines] == ["33/KH-UBND"]


def test_several_plans_are_told_one_after_the_other(ask):
    lines = lines_of(ask("kh 21 và kh 33 báo cáo khi nào"))
    assert lines.index("Kế hoạch 21/KH-UBND:") < lines.index("Kế hoạch 33/KH-UBND:")

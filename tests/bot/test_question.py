import pytest

from bot.expressions import AnswerType
from bot.question import QuestionKind, analyse, content_words
from corpus.understanding import Reading


def asked(text: str):
    return analyse(Reading(typed=text, text=text, search_text=text, changed=False))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("xin chào", QuestionKind.GREETING),
        ("Cảm ơn bạn nhiều nhé!", QuestionKind.GREETING),
        ("bạn là ai", QuestionKind.GREETING),
        ("chào bạn, hồ sơ khen thưởng gồm những gì", QuestionKind.DOSSIER),  # a greeting before a question
        ("hồ sơ gửi trước ngày nào?", QuestionKind.DOSSIER),
        ("khi nào tổng kết phong trào", QuestionKind.DEADLINE),
        ("han nop bao cao la ngay nao", QuestionKind.DEADLINE),  # no diacritics
        ("kế hoạch này thực hiện chỉ thị nào", QuestionKind.DIRECTIVE),
        ("đơn vị nào chủ trì tập huấn", QuestionKind.RESPONSIBLE),
        ("Sở Nội vụ làm gì", QuestionKind.RESPONSIBLE),
        ("tiêu chuẩn lao động tiên tiến", QuestionKind.STANDARD),
        ("Điều 5 Nghị định 1/2020/NĐ-CP nói gì", QuestionKind.PROVISION),
        ("tóm tắt Kế hoạch 7/KH-UBND", QuestionKind.SUMMARY),
        ("liệt kê các hình thức khen thưởng", QuestionKind.LIST),
        ("có 60 hoạt động nào không", QuestionKind.FACT),
    ],
)
def test_the_kind_of_a_question_is_seen_from_its_words(text, kind):
    assert asked(text).kind is kind


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        ("bao giờ tổng kết", AnswerType.TIME),
        ("thời hạn trả lời là bao lâu", AnswerType.DURATION),
        ("bao nhiêu ngày làm việc", AnswerType.DURATION),  # days, not an amount
        ("tặng bao nhiêu cờ thi đua", AnswerType.AMOUNT),
        ("ai ký kế hoạch", AnswerType.PERSON),
        ("cơ quan nào chủ trì", AnswerType.UNIT),
        ("thực hiện kế hoạch nào của thành phố", AnswerType.DOCUMENT),
        ("tổ chức ở đâu", AnswerType.PLACE),
        ("mục đích của phong trào", AnswerType.TEXT),
        ("danh hiệu thôn văn hóa bao lâu xét một lần", AnswerType.TIME),  # "hằng năm" answers
        ("hội đồng mấy tháng họp một lần", AnswerType.DURATION),
        ("ai báo cáo trước ngày 20 hằng tháng", AnswerType.PERSON),  # the day is told
    ],
)
def test_the_expression_asked_for_is_seen_from_the_question_word(text, wants):
    assert asked(text).wants is wants


def test_content_leaves_out_question_words():
    assert content_words("Ai phát động phong trào vậy ạ?") == ("phát", "động", "phong", "trào")


@pytest.mark.parametrize(
    ("text", "in_field"),
    [
        ("tiền thưởng bằng khen là bao nhiêu", True),
        ("tdkt quy dinh gi", True),
        ("giá vàng hôm nay", False),
        ("thời tiết ngày mai thế nào", False),
    ],
)
def test_a_question_is_in_the_field_by_its_words(text, in_field):
    assert asked(text).in_field is in_field

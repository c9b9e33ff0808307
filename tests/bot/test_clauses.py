import pytest

from bot.clauses import READABLE_CHARACTERS, TOO_LONG_CHARACTERS, answering_span, without_label
from tests.bot.questions import focus

LONG = (
    "1. Các ấp vận động bà con dọn kênh rạch, thả cá giống và trồng lại hàng bần ven sông bị sạt lở từ mùa lũ trước; "
    "Đoàn thanh niên xã nộp bảng tổng hợp số cây đã trồng và số cây còn sống ở từng ấp cho văn phòng Ủy ban xã "
    "trước ngày 08/9/2025; "
    "Hội Người cao tuổi kể chuyện giữ làng, giữ nghề đan lát và đắp đê ngày trước cho học sinh các lớp cuối cấp nghe "
    "vào mỗi buổi chiều thứ bảy."
)


def shown(question, text):
    start, end = answering_span(focus(question), text)
    return text[start:end]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- Chủ trì tập huấn", "Chủ trì tập huấn"),
        ("– Chủ trì tập huấn", "Chủ trì tập huấn"),
        ("+ Chủ trì tập huấn", "Chủ trì tập huấn"),
        ("a) Chủ trì tập huấn", "Chủ trì tập huấn"),
        ("đ) Chủ trì tập huấn", "Chủ trì tập huấn"),
        ("(2) Chủ trì tập huấn", "Chủ trì tập huấn"),
        ("1.2. Chủ trì tập huấn", "Chủ trì tập huấn"),
        ("IV. Chủ trì tập huấn", "Chủ trì tập huấn"),
        ("| - Chủ trì tập huấn", "Chủ trì tập huấn"),  # in a cell
        ("Chủ trì tập huấn", "Chủ trì tập huấn"),
        ("2025 là năm đầu", "2025 là năm đầu"),  # a year is no label
        ("-20 độ", "-20 độ"),  # nor is a minus
    ],
)
def test_a_list_label_is_left_out(text, words):
    assert text[without_label(text) :] == words


def test_a_short_sentence_is_shown_whole():
    text = "Gửi báo cáo về Sở Nội vụ; tổ chức lễ phát động; trước ngày 25/11/2026."
    assert shown("Báo cáo trước ngày nào?", text) == text


@pytest.mark.parametrize(
    ("question", "beginning", "end"),
    [
        (  # the clause in the middle
            "Đoàn thanh niên xã nộp bảng tổng hợp số cây đã trồng trước ngày nào?",
            "Đoàn thanh niên xã",
            "08/9/2025",
        ),
        ("Hội Người cao tuổi kể chuyện giữ làng cho ai nghe?", "Hội Người cao tuổi", "thứ bảy."),  # the last one
    ],
)
def test_of_a_long_sentence_the_clause_that_answers_is_shown(question, beginning, end):
    part = shown(question, LONG)
    assert (part.startswith(beginning), part.endswith(end)) == (True, True), part
    assert len(part) < READABLE_CHARACTERS


def test_a_clause_too_short_to_be_understood_keeps_its_neighbour():
    text = LONG.replace(" và số cây còn sống ở từng ấp cho văn phòng Ủy ban xã", "")
    part = shown("Đoàn thanh niên xã nộp bảng tổng hợp số cây đã trồng trước ngày nào?", text)
    assert part.startswith("Đoàn thanh niên xã nộp bảng tổng hợp số cây đã trồng trước ngày 08/9/2025; Hội")


def test_a_semicolon_in_brackets_or_quotation_marks_ends_no_clause():
    text = (
        "Hội đồng xét tặng cho các ấp có phong cảnh đẹp (đường sạch, không rác thải; kênh thông, không bèo lục bình; "
        "nhà có hàng rào xanh quanh năm) và “nếp sống văn minh; tình làng nghĩa xóm đậm đà; lời ăn tiếng nói hòa nhã” "
        "theo kết quả chấm điểm chéo giữa các ấp trong xã vào dịp cuối năm."
    )
    assert len(text) > READABLE_CHARACTERS
    assert shown("Hội đồng xét tặng cho các ấp nào?", text) == text


def test_a_text_that_is_too_long_even_so_is_cut_at_its_commas():
    clauses = [f"tổ công tác số {number} đi kiểm tra các tuyến đường làng ngõ xóm" for number in range(1, 13)]
    text = ", ".join([*clauses[:6], "đội văn nghệ quần chúng biểu diễn chèo cổ tại sân đình", *clauses[6:]])
    assert len(text) > TOO_LONG_CHARACTERS
    part = shown("Đội văn nghệ biểu diễn chèo cổ như thế nào?", text)
    assert "biểu diễn chèo cổ tại sân đình" in part
    assert len(part) < READABLE_CHARACTERS

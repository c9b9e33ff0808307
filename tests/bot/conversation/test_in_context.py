"""Messages that no rule knows are read under what is talked about, and only what answers them counts."""

import pytest

from tests.bot.deadline_plans import FILES, LAMPS

SIGNER = "KH 21 ai ký"
LIMIT = "KH 21 các xã báo cáo trước ngày nào"
# A plan of another province on the same matter, with a number of its own.
LANES = (
    LAMPS.replace("BÌNH MINH", "LÀO CAI")
    .replace("Bình Minh", "Lào Cai")
    .replace("Số: 21", "Số: 58")
    .replace("Đặng Thị Hải Yến", "Trần Văn Lộc")
)


DOCUMENTS = {**FILES, "lanes.md": LANES}


@pytest.mark.parametrize(
    ("before", "typed", "understood"),
    [
        (SIGNER, "bắt đầu từ tháng mấy", "Kế hoạch 21/KH-UBND bắt đầu từ tháng mấy"),
        (SIGNER, "tháng mấy thì tổng kết phong trào", "tháng mấy thì tổng kết phong trào theo Kế hoạch 21/KH-UBND"),
        # words of the centre and the south
        (SIGNER, "văn bản ni còn hiệu lực hông", "Kế hoạch 21/KH-UBND còn hiệu lực không"),
        (LIMIT, "gửi về mô rứa", "KH 21 các xã báo cáo gửi về đâu"),
        # a serial number in a sentence
        (SIGNER, "cái 33 cũng người đó ký à", "Kế hoạch 33/KH-UBND cũng người đó ký"),
        (LIMIT, "à lộn, mình hỏi ai ký cơ", "Kế hoạch 21/KH-UBND ai ký"),
    ],
)
def test_a_message_that_leaves_out_its_document_is_asked_of_the_one_talked_about(talk, before, typed, understood):
    assert talk.understood(before.replace("KH 21", "KH 21 Bình Minh"), typed) == understood.replace(
        "KH 21 ", "KH 21 Bình Minh "
    )


def test_who_asks_is_no_part_of_what_is_remembered(talk):
    talk("Em mới vào làm ở xã nên bỡ ngỡ, cho em hỏi KH 33 ai ký ạ")
    assert talk.memory.questions == ("KH 33 ai ký",)
    assert talk.understood("còn KH 47 thì sao") == "KH 47 ai ký"


def test_a_plan_named_before_the_leave_to_ask_is_not_dropped(talk):
    told = talk("Theo Kế hoạch 9/KH-UBND, cho em hỏi các xã báo cáo kết quả thắp sáng đường làng trước ngày nào")
    assert str(told.status) == "not_in_corpus"  # another plan says it


def test_a_question_after_thanks_is_answered(talk):
    talk("KH 21 Bình Minh các xã báo cáo trước ngày nào")
    assert "30/11/2026" in talk("hiểu rồi, còn hạn gửi hồ sơ").text


@pytest.mark.parametrize("typed", ["hiểu rồi, cảm ơn em nhiều nha", "vâng em ghi lại rồi, cảm ơn ạ"])
def test_thanks_change_nothing_however_long_they_are(talk, typed):
    talk(SIGNER)
    before = talk.memory
    assert talk(typed).text.startswith("Rất vui được hỗ trợ")
    assert talk.memory == before


@pytest.mark.parametrize(
    "typed",
    [
        "giá vàng hôm nay bao nhiêu",
        "ở Quảng Ngãi thì đường làng thắp sáng ra sao",  # no plan talked about is of that province
        "Sở Y tế thì thắp sáng đường làng ra sao",  # the plan does not name it
        "đường làng thắp sáng lúc mấy giờ",  # no hour is told
        "phong trào thắp sáng 40 km đường ra sao",  # nor that number
    ],
)
def test_what_does_not_speak_of_all_that_was_typed_is_no_answer(talk, typed):
    talk("KH 21 Bình Minh ai ký")
    assert str(talk(typed).status) not in {"answered", "partial"}


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("bên Lào Cai thì ai", "Kế hoạch 58/KH-UBND ai ký"),
        ("không, ý mình là của Lào Cai cơ", "Kế hoạch 58/KH-UBND ai ký"),
    ],
)
def test_another_province_is_asked_by_its_plan_on_the_same_matter(talk, typed, understood):
    assert talk.understood("KH 21 ai ký", typed) == understood


def test_a_plan_of_another_province_on_another_matter_is_offered_and_not_taken_for_it(talk):
    talk("Kế hoạch 33/KH-UBND ai ký")  # on trees; the only plan of Lào Cai is on lamps
    told = talk("bên Lào Cai thì ai")
    assert str(told.status) == "needs_clarification"
    assert [one.question for one in told.choices] == ["Kế hoạch 58/KH-UBND ai ký"]


@pytest.mark.parametrize(
    ("before", "typed"),
    [
        ("KH 33 ai ký", "bên Quảng Ngãi thì ai"),
        ("KH 33 ai ký", "còn của Quảng Ngãi"),
        ("KH 21 Bình Minh các xã báo cáo trước ngày nào", "ở Quảng Ngãi thì trước ngày nào"),
    ],
)
def test_a_province_of_which_nothing_is_held_is_not_told_the_plan_of_another(talk, before, typed):
    talk(before)
    told = talk(typed)
    assert str(told.status) not in {"answered", "partial"}
    assert not told.citations


def test_one_can_go_back_to_an_earlier_matter(talk):
    talk("hồ sơ đề nghị tặng bằng khen phong trào đường quê sáng đèn gửi khi nào")
    talk("KH 9 ai ký")
    understood = talk.understood("quay lại vụ sáng đèn, tổng kết tháng mấy")
    assert "sáng đèn" in understood
    assert understood.endswith("tổng kết tháng mấy")

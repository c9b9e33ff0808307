from datetime import date

import pytest

from bot.answer import AnswerStatus
from bot.answerers.comparison import MOST_LINES, answer_comparison, asks_comparison
from bot.comparison_cues import matter
from bot.open_document import OpenDocument
from bot.verification import problems
from corpus.model import Form
from tests.bot.factories import document
from tests.bot.questions import asked
from tests.corpus.rule_versions import NEWER, OLDER
from tests.ingest.outlines import body

QUESTION = "Nghị định 8/2021/NĐ-CP khác gì Nghị định 7/2015/NĐ-CP?"


def opened(text, number, day, form=Form.OFFICIAL):
    held = document(number, kind="Nghị định", title="Vườn ươm kiểu mẫu", form=form, issued_on=day, text=text)
    return OpenDocument(held, body(text, form))


def older(text=OLDER, form=Form.OFFICIAL):
    return opened(text, "7/2015/NĐ-CP", date(2015, 2, 3), form)


def newer(text=NEWER, form=Form.OFFICIAL):
    return opened(text, "8/2021/NĐ-CP", date(2021, 4, 5), form)


def lines(reply):
    assert problems(reply) == []
    return reply.text.split("\n")


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Nghị định 152 khác Nghị định 98 thế nào về thời hạn trả hồ sơ?", True),
        ("nghi dinh 152 khac gi nghi dinh 98", True),  # no diacritics
        ("so sanh nd 98/2023/ND-CP va nd 152/2025/ND-CP", True),
        ("So sánh NĐ 98 và NĐ 152 về tiền thưởng", True),
        ("Điểm mới của Nghị định 152/2025/NĐ-CP", True),  # what was before it is known to the library
        ("những điểm mới nổi bật của Thông tư 15/2025/TT-BNV", True),
        ("NĐ 152 có gì mới", True),
        ("Nghị định 152 thay đổi gì so với Nghị định 98", True),
        ("thời hạn trả hồ sơ có thay đổi gì trong Nghị định 152/2025/NĐ-CP", True),
        ("Nghị định 152/2025/NĐ-CP sửa những gì", True),
        ("nghị định mới có điểm gì khác nghị định cũ", True),  # neither is named
        ("Luật Thi đua, khen thưởng 2022 có gì mới so với luật 2003", True),
        ("Điều 35 Nghị định 152/2025/NĐ-CP khác gì Điều 32 Nghị định 98/2023/NĐ-CP", True),
        ("Chiến sĩ thi đua cơ sở khác gì Lao động tiên tiến", False),  # two titles, no documents
        ("Theo Nghị định 152, Chiến sĩ thi đua cơ sở khác gì Lao động tiên tiến", False),  # the same, with a source
        ("Có hình thức khen thưởng nào khác không", False),
        ("Quy định mới nhất về tiền thưởng", False),
        ("Nghị định 152/2025/NĐ-CP ban hành ngày nào", False),
        ("Kế hoạch 88/KH-UBND còn nội dung gì khác", False),
        ("", False),
    ],
)
def test_a_question_for_what_changed_is_known_by_its_words(text, asks):
    assert asks_comparison(asked(text)) is asks


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nghị định 152 khác Nghị định 98 thế nào về thời hạn trả hồ sơ?", "thời hạn trả hồ sơ"),
        ("So sánh NĐ 98 và NĐ 152 về tiền thưởng", "tiền thưởng"),
        ("Mức thưởng thay đổi thế nào từ Nghị định 98 sang Nghị định 152", "mức thưởng"),
        ("Điểm mới nổi bật của Nghị định 152/2025/NĐ-CP", ""),
        ("Luật Thi đua, khen thưởng 2022 có gì mới so với luật 2003", ""),
        ("Nghị định mới có gì khác nghị định cũ về hành chính", "hành chính"),
    ],
)
def test_the_matter_is_what_remains_without_documents_and_cues(text, words):
    assert " ".join(matter(asked(text))) == words


def test_numbers_and_dates_come_first_then_what_is_new_then_what_is_gone():
    reply = answer_comparison(asked(QUESTION), older(), newer())
    assert reply.status is AnswerStatus.ANSWERED
    assert lines(reply) == [
        "Nghị định 8/2021/NĐ-CP (05/04/2021) so với Nghị định 7/2015/NĐ-CP (03/02/2015):",
        "– 80% [1] → 85% [2]: Tỷ lệ cây sống đạt ít nhất 85%. (Điều 2 khoản 2 → Điều 3 khoản 2)",
        "– 15/9 [3] → 30/9 [4]: Hợp tác xã nộp đơn tại bộ phận một cửa trước ngày 30/9 hằng năm. "
        "(Điều 3 khoản 1 → Điều 4 khoản 1)",
        "– 5 ngày làm việc [5] → 10 ngày làm việc [6]: Hồ sơ thiếu giấy tờ được trả lại trong 10 ngày làm việc. "
        "(Điều 3 khoản 2 → Điều 4 khoản 2)",
        "– Mới có: Điều 2. Quỹ hỗ trợ giống [7]",
        "– Không còn: Điều 4. Sổ theo dõi [8]",
        "– Mới có: Điều 3 khoản 3 – Không dùng thuốc trừ cỏ gần nguồn nước. [9]",
    ]
    assert reply.citations[4].quote == "2. Hồ sơ thiếu giấy tờ được trả lại trong 5 ngày làm việc."
    assert reply.warnings == ()


def test_a_matter_named_is_all_that_is_compared():
    question = asked(
        "Nghị định 8/2021/NĐ-CP khác Nghị định 7/2015/NĐ-CP thế nào về thời hạn trả lại hồ sơ thiếu giấy tờ?"
    )
    reply = answer_comparison(question, older(), newer())
    assert [line[:47] for line in lines(reply)[1:]] == ["– 5 ngày làm việc [1] → 10 ngày làm việc [2]: H"]


def test_what_stayed_the_same_on_the_matter_is_shown_as_such():
    question = asked("Nghị định 8/2021/NĐ-CP khác gì Nghị định 7/2015/NĐ-CP về số luống cây giống?")
    reply = answer_comparison(question, older(), newer())
    assert lines(reply)[1:] == ["– Giữ nguyên: Có từ 40 luống cây giống trở lên. [1] [2]"]


def test_words_that_changed_on_the_matter_are_shown_side_by_side():
    reworded = NEWER.replace("Có từ 40 luống cây giống trở lên", "Có từ 40 luống cây giống khỏe, thẳng hàng trở lên")
    question = asked("Nghị định 8/2021/NĐ-CP khác gì Nghị định 7/2015/NĐ-CP về số luống cây giống?")
    reply = answer_comparison(question, older(), newer(reworded))
    assert lines(reply)[1:] == [
        "– Trước: Có từ 40 luống cây giống trở lên. [1]",
        "  Nay: Có từ 40 luống cây giống khỏe, thẳng hàng trở lên. [2]",
    ]


def test_a_provision_named_is_all_that_is_compared():
    question = asked("Điều 4 Nghị định 8/2021/NĐ-CP có gì khác Nghị định 7/2015/NĐ-CP?")
    reply = answer_comparison(question, older(), newer())
    assert [line.split(" [")[0] for line in lines(reply)[1:]] == ["– 15/9", "– 5 ngày làm việc"]


@pytest.mark.parametrize(
    ("form_of_older", "form_of_newer", "new", "gone"),
    [
        (Form.OFFICIAL, Form.OFFICIAL, True, True),
        (Form.DIGEST, Form.OFFICIAL, False, True),  # the older may have had it all the same
        (Form.OFFICIAL, Form.DIGEST, True, False),  # the newer may still have it
        (Form.DIGEST, Form.DIGEST, False, False),
    ],
)
def test_absence_from_a_digest_says_nothing(form_of_older, form_of_newer, new, gone):
    reply = answer_comparison(asked(QUESTION), older(form=form_of_older), newer(form=form_of_newer))
    assert ("Mới có" in reply.text, "Không còn" in reply.text) == (new, gone)
    assert "5 ngày làm việc [5] → 10 ngày làm việc [6]" in reply.text
    assert bool(reply.warnings) is (Form.DIGEST in {form_of_older, form_of_newer})
    assert problems(reply) == []


def test_of_digests_that_differ_in_no_number_no_other_difference_is_claimed():
    retold = OLDER.replace("ghi sổ tưới nước mỗi tuần", "chép sổ tưới nước theo tuần")
    reply = answer_comparison(asked(QUESTION), older(form=Form.DIGEST), newer(retold, form=Form.DIGEST))
    assert (reply.status, len(lines(reply))) == (AnswerStatus.PARTIAL, 1)
    assert "không khác" in reply.text


def test_rewording_of_official_texts_is_shown():
    reworded = OLDER.replace("giữ sổ tại nhà kho", "giữ sổ tại trạm bơm")
    reply = answer_comparison(asked(QUESTION), older(), newer(reworded))
    assert lines(reply)[1:] == [
        "– Đổi lời văn (Điều 4 → Điều 4): “Chủ vườn ghi sổ tưới nước mỗi tuần và giữ sổ tại nhà kho.” [1] → "
        "“Chủ vườn ghi sổ tưới nước mỗi tuần và giữ sổ tại trạm bơm.” [2]"
    ]


def test_identical_texts_have_no_difference():
    reply = answer_comparison(asked(QUESTION), older(), newer(OLDER))
    assert (reply.status, lines(reply)) == (
        AnswerStatus.ANSWERED,
        ["Nghị định 8/2021/NĐ-CP (05/04/2021) không có điểm khác so với Nghị định 7/2015/NĐ-CP (03/02/2015). [1] [2]"],
    )


def test_many_differences_are_cut_and_leave_room_for_what_is_new_and_gone():
    fees = "".join(f"Điều {n}. Lệ phí {name}\nLệ phí {name} là {{}}.000 đồng.\n" for n, name in enumerate(NAMES, 1))
    before = fees.format(*range(10, 20)) + "Điều 30. Chợ phiên\nChợ họp cạnh đình làng.\n"
    after = fees.format(*range(30, 40)) + "Điều 31. Bãi giữ xe\nXe đạp dựng sát hàng rào.\n"
    reply = answer_comparison(asked(QUESTION), older(before), newer(after))
    written = lines(reply)
    assert len(written) == 1 + MOST_LINES + 1
    assert [line.split(":")[0] for line in written[-3:-1]] == ["– Mới có", "– Không còn"]
    assert written[-1].startswith("Còn các điểm khác")


NAMES = ["đò ngang", "chợ đêm", "bến cá", "sân phơi", "kho lúa", "trạm bơm", "cầu tre", "ao sen", "lò gạch", "bãi sậy"]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Điều 1. Bến thuyền\nThuyền thúng đậu phía nam cầu tàu.\n", Form.OFFICIAL),  # another matter
        ("", Form.OFFICIAL),
        (NEWER, Form.NEWS),  # a report is no version of what it reports
    ],
)
def test_what_has_nothing_in_common_is_not_compared(text, form):
    reply = answer_comparison(asked(QUESTION), older(), newer(text, form))
    assert (reply.status, reply.citations) == (AnswerStatus.NOT_IN_CORPUS, ())
    assert "Chưa so sánh được" in reply.text


def test_a_matter_that_neither_speaks_of_is_not_compared():
    question = asked("Nghị định 8/2021/NĐ-CP khác gì Nghị định 7/2015/NĐ-CP về bảo hiểm tàu biển?")
    reply = answer_comparison(question, older(), newer())
    assert reply.status is AnswerStatus.NOT_IN_CORPUS
    assert "về nội dung này" in reply.text


def test_what_a_digest_tells_of_the_newer_document_is_quoted_with_what_it_speaks_of():
    told = (
        "Điều 7. Cờ luân lưu\n1. Cờ luân lưu trao cho xã dẫn đầu. "
        "Điều 9 Nghị định 8/2021/NĐ-CP nay giao tỉnh quy định việc ấy.\n"
    )
    now = NEWER + "Điều 9. Phân cấp\nTỉnh tự đặt phần thưởng tập thể.\n"
    reply = answer_comparison(asked(QUESTION), older(told, Form.DIGEST), newer(now))
    assert (
        "– Cờ luân lưu trao cho xã dẫn đầu. Điều 9 Nghị định 8/2021/NĐ-CP nay giao tỉnh quy định việc ấy. [1]"
        in lines(reply)
    )


def test_the_dates_of_issue_themselves_are_no_difference():
    before = "Bản này ban hành ngày 03/02/2015.\n\nThư viện mở cửa 3 buổi.\n"
    after = "Bản này ban hành ngày 05/4/2021.\n\nThư viện mở cửa 5 buổi.\n"
    reply = answer_comparison(asked(QUESTION), older(before, Form.DIGEST), newer(after, Form.DIGEST))
    assert [line.split(":")[0] for line in lines(reply)[1:]] == ["– 3 [1] → 5 [2]"]


def test_a_document_is_not_compared_with_itself():
    assert answer_comparison(asked(QUESTION), older(), older()) is None

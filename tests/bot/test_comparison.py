import re
from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from bot.answer import AnswerStatus
from bot.answerers.comparison import MOST_LINES, answer_comparison, asks_comparison
from bot.comparison_cues import matter
from bot.open_document import OpenDocument
from bot.verification import problems
from corpus.library import Library
from corpus.model import Form
from corpus.register import Register
from tests.bot.factories import document
from tests.bot.questions import asked
from tests.corpus.rule_versions import NEWER, OLDER
from tests.ingest.outlines import body
from tests.instruments import instrument, replaces

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


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    """Compares two documents as they are with an empty library, which tells of no end."""
    with Library.open(tmp_path_factory.mktemp("empty") / "library.sqlite3", create=True) as library:
        yield partial(answer_comparison, register=Register(library), day=date(2026, 11, 21))


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
        ("Mức tiền thưởng từ Nghị định 98 sang Nghị định 152 chuyển từ điều nào sang điều nào?", True),
        ("muc tien thuong tu nd 98 sang nd 152 chuyen tu dieu nao sang dieu nao", True),
        ("lương cơ sở NĐ 161/2026 tăng so với NĐ 73/2024 từ bao nhiêu lên bao nhiêu", True),
        ("nđ 161/2026 cao hơn nđ 73/2024 bao nhiêu tiền", True),
        ("NĐ 98 sang NĐ 152 thì hồ sơ thế nào", True),
        ("Điều 34 NĐ 98 nay là điều nào của NĐ 152", True),
        ("dieu 54 nd 98 nam o dieu may nd 152", True),
        ("NĐ 152 bỏ những quy định nào của NĐ 98", True),
        ("NĐ 152 và NĐ 98 giống nhau chỗ nào", True),
        ("NĐ 152 bãi bỏ những quy định nào của NĐ 98", False),  # what it does to the other
        ("NĐ 152 thay thế NĐ 98 từ bao giờ", False),
        ("Hồ sơ nộp theo NĐ 98 có được chuyển sang giải quyết theo NĐ 152 không", False),
        ("Tiền thưởng theo NĐ 152 cao hơn hay thấp hơn mức nào", False),  # one document
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
        ("hồ sơ xét CSTĐCS ở NĐ 152 có gì thay đổi so với nđ 98", "hồ sơ xét chiến sĩ thi đua cơ sở"),
        ("Mức tiền thưởng từ Nghị định 98 sang Nghị định 152 chuyển từ điều nào sang điều nào?", "mức tiền thưởng"),
        ("lương cơ sở theo NĐ 161/2026 tăng so với NĐ 73/2024 từ bao nhiêu lên bao nhiêu", "lương cơ sở"),
        ("Mức chi từ Nghị định 98 sáng Nghị định 152 chuyển từ điều nào sáng điều nào?", "mức chi"),  # wrongly restored
        ("hs xét BK của bộ từ nđ 98 sang nđ 152", "hồ sơ xét khen bộ"),
        ("so sánh giúp em nđ 98 vs nđ 152", ""),
        ("NĐ 152 rút ngắn bao nhiêu ngày trả HS so với NĐ 98", "trả hồ sơ"),
    ],
)
def test_the_matter_is_what_remains_without_documents_and_cues(text, words):
    assert " ".join(matter(asked(text))) == words


def test_numbers_and_dates_come_first_then_what_is_new_then_what_is_gone(compared):
    reply = compared(asked(QUESTION), older(), newer())
    assert reply.status is AnswerStatus.ANSWERED
    assert lines(reply) == [
        "Nghị định 8/2021/NĐ-CP (05/4/2021) so với Nghị định 7/2015/NĐ-CP (03/02/2015):",
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


def test_a_matter_named_is_all_that_is_compared(compared):
    question = asked(
        "Nghị định 8/2021/NĐ-CP khác Nghị định 7/2015/NĐ-CP thế nào về thời hạn trả lại hồ sơ thiếu giấy tờ?"
    )
    reply = compared(question, older(), newer())
    assert [line[:47] for line in lines(reply)[1:]] == ["– 5 ngày làm việc [1] → 10 ngày làm việc [2]: H"]


def test_what_stayed_the_same_on_the_matter_is_shown_as_such(compared):
    question = asked("Nghị định 8/2021/NĐ-CP khác gì Nghị định 7/2015/NĐ-CP về số luống cây giống?")
    reply = compared(question, older(), newer())
    assert lines(reply)[1:] == ["– Giữ nguyên: Có từ 40 luống cây giống trở lên. [1] [2]"]


def test_words_that_changed_on_the_matter_are_shown_side_by_side(compared):
    reworded = NEWER.replace("Có từ 40 luống cây giống trở lên", "Có từ 40 luống cây giống khỏe, thẳng hàng trở lên")
    question = asked("Nghị định 8/2021/NĐ-CP khác gì Nghị định 7/2015/NĐ-CP về số luống cây giống?")
    reply = compared(question, older(), newer(reworded))
    assert lines(reply)[1:] == [
        "– Trước: Có từ 40 luống cây giống trở lên. [1]",
        "  Nay: Có từ 40 luống cây giống khỏe, thẳng hàng trở lên. [2]",
    ]


def test_a_provision_named_is_all_that_is_compared(compared):
    question = asked("Điều 4 Nghị định 8/2021/NĐ-CP có gì khác Nghị định 7/2015/NĐ-CP?")
    reply = compared(question, older(), newer())
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
def test_absence_from_a_digest_says_nothing(compared, form_of_older, form_of_newer, new, gone):
    reply = compared(asked(QUESTION), older(form=form_of_older), newer(form=form_of_newer))
    assert ("Mới có" in reply.text, "Không còn" in reply.text) == (new, gone)
    assert "5 ngày làm việc [5] → 10 ngày làm việc [6]" in reply.text
    assert bool(reply.warnings) is (Form.DIGEST in {form_of_older, form_of_newer})
    assert problems(reply) == []


def test_of_digests_that_differ_in_no_number_no_other_difference_is_claimed(compared):
    retold = OLDER.replace("ghi sổ tưới nước mỗi tuần", "chép sổ tưới nước theo tuần")
    reply = compared(asked(QUESTION), older(form=Form.DIGEST), newer(retold, form=Form.DIGEST))
    assert (reply.status, len(lines(reply))) == (AnswerStatus.PARTIAL, 1)
    assert "không cho thấy điểm khác" in reply.text


def test_rewording_of_official_texts_is_shown(compared):
    reworded = OLDER.replace("giữ sổ tại nhà kho", "giữ sổ tại trạm bơm")
    reply = compared(asked(QUESTION), older(), newer(reworded))
    assert lines(reply)[1:] == [
        "– Đổi lời văn (Điều 4 → Điều 4): “Chủ vườn ghi sổ tưới nước mỗi tuần và giữ sổ tại nhà kho.” [1] → "
        "“Chủ vườn ghi sổ tưới nước mỗi tuần và giữ sổ tại trạm bơm.” [2]"
    ]


def test_identical_texts_have_no_difference(compared):
    reply = compared(asked(QUESTION), older(), newer(OLDER))
    assert (reply.status, lines(reply)) == (
        AnswerStatus.ANSWERED,
        ["Nghị định 8/2021/NĐ-CP (05/4/2021) không có điểm khác so với Nghị định 7/2015/NĐ-CP (03/02/2015). [1] [2]"],
    )


def test_many_differences_are_cut_and_leave_room_for_what_is_new_and_gone(compared):
    fees = "".join(f"Điều {n}. Lệ phí {name}\nLệ phí {name} là {{}}.000 đồng.\n" for n, name in enumerate(NAMES, 1))
    before = fees.format(*range(10, 20)) + "Điều 30. Chợ phiên\nChợ họp cạnh đình làng.\n"
    after = fees.format(*range(30, 40)) + "Điều 31. Bãi giữ xe\nXe đạp dựng sát hàng rào.\n"
    reply = compared(asked(QUESTION), older(before), newer(after))
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
def test_what_has_nothing_in_common_is_not_compared(compared, text, form):
    reply = compared(asked(QUESTION), older(), newer(text, form))
    assert (reply.status, reply.citations) == (AnswerStatus.NOT_IN_CORPUS, ())
    assert "Chưa so sánh được" in reply.text


def test_a_matter_that_neither_speaks_of_is_not_compared(compared):
    question = asked("Nghị định 8/2021/NĐ-CP khác gì Nghị định 7/2015/NĐ-CP về bảo hiểm tàu biển?")
    reply = compared(question, older(), newer())
    assert reply.status is AnswerStatus.NOT_IN_CORPUS
    assert "về nội dung này" in reply.text


def test_what_a_digest_tells_of_the_newer_document_is_quoted_with_what_it_speaks_of(compared):
    told = (
        "Điều 7. Cờ luân lưu\n1. Cờ luân lưu trao cho xã dẫn đầu. "
        "Điều 9 Nghị định 8/2021/NĐ-CP nay giao tỉnh quy định việc ấy.\n"
    )
    now = NEWER + "Điều 9. Phân cấp\nTỉnh tự đặt phần thưởng tập thể.\n"
    reply = compared(asked(QUESTION), older(told, Form.DIGEST), newer(now))
    assert (
        "– Cờ luân lưu trao cho xã dẫn đầu. Điều 9 Nghị định 8/2021/NĐ-CP nay giao tỉnh quy định việc ấy. [2]"
        in lines(reply)
    )


def test_the_dates_of_issue_themselves_are_no_difference(compared):
    before = "Bản này ban hành ngày 03/02/2015.\n\nThư viện mở cửa 3 buổi.\n"
    after = "Bản này ban hành ngày 05/4/2021.\n\nThư viện mở cửa 5 buổi.\n"
    reply = compared(asked(QUESTION), older(before, Form.DIGEST), newer(after, Form.DIGEST))
    assert [line.split(":")[0] for line in lines(reply)[1:]] == ["– 3 [1] → 5 [2]"]


def test_a_document_is_not_compared_with_itself(compared):
    assert compared(asked(QUESTION), older(), older()) is None


def test_a_paragraph_of_a_text_without_articles_is_compared_with_any_provision_of_the_other(compared):
    before = "Quy định về ghe.\n\nPhí neo ghe tại bến là 20.000 đồng mỗi ngày.\n"
    after = (
        "Điều 1. Phạm vi\nQuy định này nói về ghe.\n"
        "Điều 2. Phí neo ghe\n1. Người có ghe nộp phí cho ban quản lý.\n"
        "2. Phí neo ghe tại bến là 30.000 đồng mỗi ngày.\n"
    )
    question = asked("phí neo ghe của NĐ 8/2021/NĐ-CP tăng so với NĐ 7/2015/NĐ-CP từ bao nhiêu lên bao nhiêu")
    reply = compared(question, older(before, Form.DIGEST), newer(after, Form.DIGEST))
    assert lines(reply)[1].startswith("– 20.000 đồng [1] → 30.000 đồng [2]: Phí neo ghe tại bến")


def test_a_change_told_without_its_place_is_quoted(compared):
    told = (
        "Khi xét “Xóm sạch”, Nghị định số 7/2015/NĐ-CP đòi 40% số nhà; "
        "Nghị định số 8/2021/NĐ-CP nâng tỷ lệ đó lên 60%.\n"
    )
    now = "Điều 1. Xóm sạch\nXóm sạch có ít nhất 60% số nhà trồng hoa.\n"
    question = asked("Tỷ lệ nhà để được Xóm sạch: Nghị định 7/2015/NĐ-CP và Nghị định 8/2021/NĐ-CP khác nhau thế nào?")
    head, line = lines(compared(question, older(told, Form.DIGEST), newer(now, Form.DIGEST)))
    assert head.endswith(": [1]")
    assert "đòi 40% số nhà; Nghị định số 8/2021/NĐ-CP nâng tỷ lệ đó lên 60%. [2]" in line


def test_the_head_tells_what_has_ended(tmp_path):
    ending = instrument(
        "8/2021/NĐ-CP", "2021-04-05", replaces("7/2015/NĐ-CP", since="2021-06-01"), title="Vườn ươm kiểu mẫu"
    )
    with Library.open(tmp_path / "library.sqlite3", create=True) as library:
        library.add(ending)
        ended = instrument("7/2015/NĐ-CP", "2015-02-03", title="Vườn ươm kiểu mẫu")
        library.add(ended)
        before = replace(older(), document=replace(older().document, id=ended.document.id))
        reply = answer_comparison(asked(QUESTION), before, newer(), Register(library), date(2026, 11, 21))
    assert (
        "so với Nghị định 7/2015/NĐ-CP (03/02/2015; hết hiệu lực từ ngày 01/6/2021, được thay thế bằng "
        "Nghị định 8/2021/NĐ-CP):"
    ) in lines(reply)[0]


def test_a_digest_that_alone_speaks_of_the_matter_is_not_said_to_agree(compared):
    now = NEWER + "Điều 9. Sáng kiến\nSáng kiến do tỉnh công nhận.\n"
    question = asked("Nghị định 8/2021/NĐ-CP khác gì Nghị định 7/2015/NĐ-CP về sáng kiến?")
    reply = compared(question, older(form=Form.DIGEST), newer(now, Form.DIGEST))
    assert reply.status is AnswerStatus.NOT_IN_CORPUS
    assert "về nội dung này" in reply.text


def test_the_counterpart_that_a_document_tells_of_is_cited_too(compared):
    told = "Điều 7. Cờ luân lưu\nNay việc trao cờ ở Điều 9 Nghị định 8/2021/NĐ-CP.\n"
    now = NEWER + "Điều 9. Cờ luân lưu\nTỉnh trao cờ.\n"
    question = asked("Cờ luân lưu từ Nghị định 7/2015/NĐ-CP sang Nghị định 8/2021/NĐ-CP là điều mấy?")
    reply = compared(question, older(told, Form.DIGEST), newer(now, Form.DIGEST))
    assert lines(reply)[1] == "– Nay việc trao cờ ở Điều 9 Nghị định 8/2021/NĐ-CP. [1] [2]"
    assert [str(one.locator) for one in reply.citations] == ["Điều 7", "Điều 9"]


def test_an_answer_stays_short_enough_to_be_read_on_a_telephone(compared):
    rule = "Điều {}. Lệ phí {}\nLệ phí {} " + "rất " * 30 + "là {{}}.000 đồng.\n"
    rules = "".join(rule.format(number, name, name) for number, name in enumerate(NAMES, 1))
    before, after = rules.format(*range(10, 20)), rules.format(*range(30, 40))
    reply = compared(asked(QUESTION), older(before), newer(after))
    assert len(reply.text) <= 1_100
    assert reply.text.endswith("xin hỏi rõ nội dung cần so sánh.")
    assert problems(reply) == []
    assert {f"[{n}]" for n in range(1, len(reply.citations) + 1)} == set(re.findall(r"\[\d+\]", reply.text))

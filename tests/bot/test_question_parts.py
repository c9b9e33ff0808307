"""Several things asked in one message: where it is parted, and what is answered, over an invented library."""

from datetime import date

import pytest

from bot.answer import AnswerStatus
from bot.answerers.joined import joined_parts
from bot.question_parts import parts
from bot.reply import Reply
from corpus.validity import ValidityStatus
from tests.bot.factories import citation
from tests.bot.letterhead import DECREE_HEAD
from tests.bot.opened import opened

DECREE = (
    DECREE_HEAD.format(number="41/2031/NĐ-CP", day="02 tháng 6 năm 2031", title="Quy định về khen thưởng nghề dệt")
    + """\
Điều 1. Phiếu bầu
1. Cờ thi đua của Chính phủ phải đạt từ 83% phiếu đồng ý trở lên.
2. Hội đồng dệt lụa trung ương họp định kỳ 04 tháng một lần.
Điều 2. Thời hạn gửi hồ sơ
1. Hồ sơ đề nghị Cờ thi đua của Chính phủ gửi đến Bộ Nội vụ chậm nhất ngày 17/4 hằng năm.
2. Hồ sơ đề nghị Chiến sĩ thi đua toàn quốc gửi đến Bộ Nội vụ chậm nhất ngày 19/9 hằng năm.
Điều 3. Mức tiền thưởng
Tiền thưởng sau khi nhân hệ số được làm tròn lên hàng chục nghìn đồng.
1. Đối với cá nhân:
a) “Chiến sĩ thi đua toàn quốc”: tiền thưởng 4,0 lần mức lương cơ sở;
b) “Lao động tiên tiến”: tiền thưởng 0,5 lần mức lương cơ sở.
2. Đối với tập thể:
a) Cờ thi đua của Chính phủ: tiền thưởng 11,0 lần mức lương cơ sở.
Điều 4. Hiệu lực thi hành
1. Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2031.
2. Nghị định số 17/2027/NĐ-CP ngày 05 tháng 3 năm 2027 hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành.
TM. CHÍNH PHỦ
THỦ TƯỚNG
Nguyễn Văn Giả Định
"""
)
EARLIER = (
    DECREE_HEAD.format(number="17/2027/NĐ-CP", day="05 tháng 3 năm 2027", title="Quy định về khen thưởng nghề dệt lụa")
    + """\
Điều 1. Phạm vi
Nghị định này quy định về khen thưởng nghề dệt lụa.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 4 năm 2027.
"""
)
SALARY = (
    DECREE_HEAD.format(number="20/2030/NĐ-CP", day="01 tháng 6 năm 2030", title="Quy định mức lương cơ sở")
    + """\
Điều 1. Mức lương cơ sở
Từ ngày 01/7/2030, mức lương cơ sở là 3.000.000 đồng/tháng.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2030.
"""
)
TODAY = date(2034, 1, 10)


@pytest.fixture(scope="module")
def answering(tmp_path_factory):
    texts = {"decree.txt": DECREE, "earlier.txt": EARLIER, "salary.txt": SALARY}
    with opened(tmp_path_factory.mktemp("parts"), texts) as (_, answering):
        yield answering


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("cstđtq gửi hồ sơ trước ngày nào và được thưởng bao nhiêu", ("19/9 hằng năm", "12.000.000 đồng")),
        ("cstdtq gui ho so truoc ngay nao va duoc thuong bao nhieu", ("19/9 hằng năm", "12.000.000 đồng")),
        ("được thưởng bao nhiêu và cstđtq gửi hồ sơ trước ngày nào", ("12.000.000 đồng", "19/9 hằng năm")),
        (
            "Cờ thi đua Chính phủ cần bao nhiêu % phiếu và hạn nộp bộ nội vụ là khi nào",
            ("83% phiếu đồng ý", "17/4 hằng năm"),
        ),
        ("cờ thi đua chính phủ hạn gửi hồ sơ khi nào? thưởng mấy đồng?", ("17/4 hằng năm", "33.000.000 đồng")),
        ("hội đồng dệt lụa trung ương bao lâu họp 1 lần, nđ 17/2027 còn dùng k", ("04 tháng", "Đã hết hiệu lực")),
        ("lương cơ sở hiện nay bao nhiêu và lđtt được thưởng bao nhiêu", ("3.000.000 đồng/tháng", "1.500.000 đồng")),
        (
            "cstđtq gửi hồ sơ trước ngày nào, thưởng bao nhiêu và ai ký nghị định 41/2031/NĐ-CP",
            ("19/9 hằng năm", "12.000.000 đồng", "Nguyễn Văn Giả Định"),
        ),
    ],
)
def test_each_thing_asked_is_answered_in_the_order_of_the_question(answering, question, told):
    answer = answering.answer(question, TODAY)
    assert answer.status is AnswerStatus.ANSWERED
    places = [answer.text.find(one) for one in told]
    assert -1 not in places
    assert places == sorted(places)
    assert {int(mark) for mark in range(1, len(answer.citations) + 1)} == {
        mark for mark in range(1, 20) if f"[{mark}]" in answer.text
    }


def test_of_the_parts_the_one_without_an_answer_is_named(answering):
    answer = answering.answer("lđtt được thưởng bao nhiêu và ai ký nghị định 99/2029/NĐ-CP", TODAY)
    assert answer.status is AnswerStatus.PARTIAL
    assert "1.500.000 đồng" in answer.text
    assert answer.text.split("\n")[-1] == "Phần chưa tìm thấy trong kho: “ai ký nghị định 99/2029/NĐ-CP”."


def test_a_part_is_asked_of_the_time_that_the_message_names(answering):
    answer = answering.answer("năm 2029 cstđtq thưởng bao nhiêu và gửi hồ sơ trước ngày nào", TODAY)
    assert "12.000.000" not in answer.text
    assert "19/9" not in answer.text


def test_the_sources_of_each_part_bear_their_status_at_the_time_that_it_is_asked_of(answering):
    answer = answering.answer("nđ 17/2027 năm 2029 còn hiệu lực không? hiện nay lđtt được thưởng bao nhiêu?", TODAY)
    statuses = {citation.document.issued_on: citation.validity.status for citation in answer.citations}
    assert "1.500.000 đồng" in answer.text
    assert statuses[date(2027, 3, 5)] is ValidityStatus.IN_FORCE
    assert statuses[date(2031, 6, 2)] is ValidityStatus.IN_FORCE
    assert statuses[date(2030, 6, 1)] is ValidityStatus.IN_FORCE


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        (
            "bằng khen thủ tướng hồ sơ gồm gì với thưởng bao nhiêu ạ",
            ("bằng khen thủ tướng hồ sơ gồm gì", "bằng khen thủ tướng thưởng bao nhiêu ạ"),
        ),
        (
            "huan chuong lao dong hang ba ai tang, thuong may trieu",
            ("huan chuong lao dong hang ba ai tang", "huan chuong lao dong hang ba thuong may trieu"),
        ),
        (
            "cờ thi đua của bộ, ban, ngành, tỉnh thưởng bao nhiêu, ai tặng",
            ("cờ thi đua của bộ, ban, ngành, tỉnh thưởng bao nhiêu", "cờ thi đua của bộ, ban, ngành, tỉnh ai tặng"),
        ),
        ("giấy khen xã, thưởng bao nhiêu, ai tặng", ("giấy khen xã, thưởng bao nhiêu", "giấy khen xã ai tặng")),
        (
            "lđtt tiêu chuẩn thế nào? hồ sơ gồm những gì? thưởng nhiêu?",
            ("lđtt tiêu chuẩn thế nào", "lđtt hồ sơ gồm những gì", "lđtt thưởng nhiêu"),
        ),
        ("KH 88 ngân sách lấy ở đâu; sở nào chủ trì", ("KH 88 ngân sách lấy ở đâu", "KH 88 sở nào chủ trì")),
        (
            "xét danh hiệu người dệt giỏi: hội đồng cần mấy người, phiếu kín thế nào, hồ sơ trình gồm gì",
            (
                "xét danh hiệu người dệt giỏi: hội đồng cần mấy người",
                "xét danh hiệu người dệt giỏi: phiếu kín thế nào",
                "xét danh hiệu người dệt giỏi: hồ sơ trình gồm gì",
            ),
        ),
        (
            "hội đồng tđkt tỉnh họp mấy tháng một lần và chủ tịch hội đồng là ai",
            ("hội đồng tđkt tỉnh họp mấy tháng một lần", "hội đồng tđkt tỉnh chủ tịch hội đồng là ai"),
        ),
        ("kỷ niệm chương bộ ai tặng? được mấy đồng?", ("kỷ niệm chương bộ ai tặng", "kỷ niệm chương bộ được mấy đồng")),
        (
            "hồ sơ không đủ điều kiện trả lại trong mấy ngày và ai ký nđ 41/2031",
            ("hồ sơ không đủ điều kiện trả lại trong mấy ngày", "ai ký nđ 41/2031"),
        ),
    ],
)
def test_a_later_clause_takes_over_what_the_message_is_about(question, asked):
    assert parts(question) == asked


@pytest.mark.parametrize(
    "question",
    [
        "cstđcs thưởng bao nhiêu",
        # one thing asked of several, or several of one kind
        "chiến sĩ thi đua cơ sở và lao động tiên tiến thưởng bao nhiêu",
        "cờ thi đua cần bao nhiêu % phiếu và bao nhiêu % thành viên",
        "co thi dua can bao nhieu % phieu va bao nhieu % thanh vien",
        "đơn vị nào chủ trì và đơn vị nào phối hợp thực hiện kế hoạch 88",
        "vừa được cstđcs vừa được giấy khen thì lĩnh bao nhiêu và tính thế nào",
        # facts and the force of one document are told together already
        "NĐ 41/2031 có hiệu lực khi nào và ai ký vậy",
        "chỉ thị 41 do ai kí, ngày nào",
        # the later clause points at the answer of the earlier one
        "nghị định nào hướng dẫn luật tđkt và ai ký",
        "TT 01/2024 hết hiệu lực khi nào, thông tư thay thế có hiệu lực từ bao giờ",
        "QĐ 09/2020/QĐ-UBND còn dùng được không ạ, có cái mới chưa",
        "năm 2030 làm khen thưởng theo luật nào, nghị định nào",
        # it says too little of its own
        "hội đồng dệt lụa có mấy thành viên và ai làm chủ tịch",
        "lương cơ sở năm 2030 thay đổi thế nào, tăng bao nhiêu",
        "họp khi nào và ở đâu",
        "trước đây cstđcs khống chế 15% đúng không, giờ còn không",
        # what differs is one question
        "nđ 17/2027 và nđ 41/2031 khác gì nhau, mức thưởng nào cao hơn",
        # too many for one answer
        "cstđtq ai tặng, thưởng bao nhiêu, hồ sơ gồm gì, gửi hồ sơ khi nào",
    ],
)
def test_what_asks_one_thing_stays_whole(question):
    assert parts(question) == (question,)


def test_nothing_is_joined_when_no_part_is_answered_or_one_must_be_asked_again():
    nothing = Reply(AnswerStatus.NOT_IN_CORPUS, "Không có.")
    told, unclear = Reply(AnswerStatus.ANSWERED, "Có."), Reply(AnswerStatus.NEEDS_CLARIFICATION, "Xin nói rõ.")
    assert joined_parts(("một", "hai"), (nothing, nothing)) is None
    assert joined_parts(("một", "hai"), (told, unclear)) is None


def test_a_refusal_that_says_which_instrument_applied_is_kept():
    told = Reply(AnswerStatus.ANSWERED, "Hạn là 19/9.")
    ended = Reply(AnswerStatus.NOT_IN_CORPUS, "Văn bản áp dụng ngày đó: Nghị định 17/2027/NĐ-CP.")
    joined = joined_parts(("một", "hai"), (told, ended))
    assert (joined.status, joined.text) == (AnswerStatus.PARTIAL, f"{told.text}\n{ended.text}")


def test_a_number_that_only_repeats_the_question_needs_no_quote_in_an_answer_to_two_parts(answering):
    asked = "hồ sơ Cờ thi đua của Chính phủ gửi trước ngày nào, nuôi mấy con trâu theo Nghị định 17/2027/NĐ-CP"
    answer = answering.answer(asked, date(2031, 8, 1))
    assert answer.status is AnswerStatus.PARTIAL
    assert "17/4" in answer.text
    assert "17/2027/NĐ-CP" in answer.text


def test_a_note_that_a_document_numbers_itself_is_no_mark_of_the_answer():
    said = Reply(AnswerStatus.ANSWERED, "Theo chú thích [9] thì tăng. [1]", (citation("Theo chú thích [9] thì tăng."),))
    other = Reply(AnswerStatus.ANSWERED, "Giảm dần. [1]", (citation("Giảm dần."),))
    assert joined_parts(("một", "hai"), (said, other)).text == "Theo chú thích [9] thì tăng. [1]\nGiảm dần. [2]"

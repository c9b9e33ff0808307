import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.answer import AnswerStatus
from tests.bot.factories import TODAY
from tests.bot.libraries import opened_library

ANSWERED, PARTIAL = AnswerStatus.ANSWERED, AnswerStatus.PARTIAL
NOT_IN_CORPUS, OUT_OF_SCOPE = AnswerStatus.NOT_IN_CORPUS, AnswerStatus.OUT_OF_SCOPE
NEEDS_CLARIFICATION = AnswerStatus.NEEDS_CLARIFICATION


@pytest.fixture(scope="module")
def answering(tmp_path_factory):
    with opened_library(tmp_path_factory.mktemp("answering")) as (_, opened):
        yield opened


@pytest.fixture(scope="module")
def ask(answering):
    return lambda question: answering.answer(question, TODAY)


def sources(answer):
    return [(str(cited.document.number or cited.document.title), str(cited.locator)) for cited in answer.citations]


# Question, what the text must hold, the place that must be cited, and why the row exists.
ANSWERABLE = [
    ("Tỉnh Bình Minh tặng bao nhiêu Cờ thi đua?", "25 Cờ", "57/KH-UBND", "Mục II.2"),  # an amount
    ("Mỗi xã trồng bao nhiêu cây bóng mát?", "1.200 cây", "57/KH-UBND", "Mục II.1"),  # a thousand is one number
    (
        "Các xã gửi báo cáo kết quả phong trào Bình Minh xanh trước ngày nào?",
        "trước ngày 25/11/2026",
        "57/KH-UBND",
        "Mục III.3 gạch đầu dòng 1",
    ),  # a deadline
    ("hạn đăng ký thi đua nuôi tôm sạch là ngày nào?", "20/5/2025", "57/KH-UBND", "Mục II.1"),  # asked with "hạn"
    ("Làng nghề xanh là gì?", "xử lý hết nước thải của mình", "41/2019/NĐ-CP", "Điều 2 khoản 1"),  # a definition
    (
        "Thời hạn trả lời hồ sơ làng nghề xanh là bao lâu?",
        "15 ngày làm việc",
        "41/2019/NĐ-CP",
        "Điều 4 khoản 2",
    ),  # a duration
    (
        "Hồ sơ đề nghị danh hiệu làng nghề xanh gồm những gì?",
        "tờ trình, báo cáo thành tích và biên bản họp dân",
        "41/2019/NĐ-CP",
        "Điều 4 khoản 1",
    ),  # a dossier
    (
        "Tiêu chuẩn danh hiệu làng nghề xanh là gì?",
        "c) Không có vụ cháy nào trong ba năm liền",
        "41/2019/NĐ-CP",
        "Điều 3",
    ),  # the whole section with its items
    ("Mục đích của phong trào Bình Minh xanh là gì?", "giữ nguồn nước", "57/KH-UBND", "Mục I.1"),
    ("Ai ký Kế hoạch 57/KH-UBND của tỉnh Bình Minh?", "Đặng Thị Hải Yến", "57/KH-UBND", "Nơi nhận"),
    ("Nghị định 41/2019/ND-CP do ai ký?", "Nguyễn Văn Giả Định", "41/2019/NĐ-CP", "Nơi nhận"),  # D for Đ
    ("NĐ 41 nói về gì?", "Quy định về công nhận làng nghề xanh", "41/2019/NĐ-CP", "Phần đầu văn bản"),  # short form
    (
        "Kế hoạch 57/KH-UBND của tỉnh Bình Minh căn cứ văn bản nào?",
        "Nghị định số 41/2019/NĐ-CP",
        "57/KH-UBND",
        "Phần mở đầu",
    ),  # its legal basis
    (
        "Phường Lụa Vàng tổng kết thi đua dệt lụa khi nào?",
        "giữa tháng 12/2025",
        "Phường Lụa Vàng phát động thi đua dệt lụa",
        "đoạn 3",
    ),  # from a news item
    (
        "Đơn vị nào chủ trì mở lớp tập huấn kỹ thuật ươm cây giống?",
        "Chủ trì: Sở Khoa học và Công nghệ",
        "57/KH-UBND",
        "Phụ lục dòng 1",
    ),  # a table row, with its column heads
    ("Thi tuyên truyền viên giỏi khi nào?", "Thời gian: Quý III/2025", "57/KH-UBND", "Phụ lục dòng 2"),
]

HOSTILE = [
    "' OR 1=1; DROP TABLE passage; --",
    "Robert'); DELETE FROM document WHERE ('1'='1",
    '"thi đua" AND NEAR(khen* OR -thưởng) ^ ( : {}',
    'thi đua*"',
    "%_%' thi đua",
    "<b>thi đua</b> &amp; <script>alert(1)</script>",
    "[1] thi đua [99] khen thưởng",  # marks of the answer
    "{0} %s %d thi đua",
    "thi\x00đua",
    "thi đua \ud800",  # half of a character
    "\u202ekhen thưởng",  # text direction turned round
    "Điều 999999999999999999999 khoản 0",
    "Kế hoạch 99999999999999999999/KH-UBND nói gì?",  # a serial beyond 64 bits
    "Kế hoạch ²/KH-UBND",
    "Kế hoạch 57/KH-UBND ngày 31/02/2025 nói gì?",  # a day that is none
    "thi đua " * 180,
    "(" * 1_000,
]

REFUSED = [
    ("giá vàng hôm nay", OUT_OF_SCOPE),
    ("thời tiết ngày mai thế nào", OUT_OF_SCOPE),
    ("Kế hoạch 999/KH-UBND quy định gì?", NOT_IN_CORPUS),  # a number nobody bears
    ("Tỉnh Sơn Khê tặng bao nhiêu Cờ thi đua?", NOT_IN_CORPUS),  # held for another province only
    ("Tại xã Sơn Khê, các ấp đăng ký thi đua nuôi tôm sạch chậm nhất ngày nào?", NOT_IN_CORPUS),  # all but the place
    ("Phường Sơn Khê phát động đợt thi đua dệt lụa với bao nhiêu hộ dân tham gia?", NOT_IN_CORPUS),
    ("Điều 9 Nghị định 41/2019/NĐ-CP quy định gì?", NOT_IN_CORPUS),  # no such article
    ("Điều 3 khoản 7 Nghị định 41/2019/NĐ-CP quy định gì?", NOT_IN_CORPUS),  # the article has no such clause
    ("báo cáo trước ngày nào?", NEEDS_CLARIFICATION),  # whose report?
    ("", NEEDS_CLARIFICATION),
    (" \n\t ", NEEDS_CLARIFICATION),
    ("?!…", NEEDS_CLARIFICATION),
    ("😀👩‍💻🇻🇳", NEEDS_CLARIFICATION),
    ("thi đua " * 625, NEEDS_CLARIFICATION),  # 5,000 characters
    ("a" * 5_000, NEEDS_CLARIFICATION),
]


@pytest.mark.parametrize(("question", "fact", "document", "locator"), ANSWERABLE)
def test_what_a_document_says_is_answered_with_its_place(ask, question, fact, document, locator):
    answer = ask(question)
    assert answer.status is ANSWERED
    assert fact in answer.text
    assert sources(answer) == [(document, locator)]


@pytest.mark.parametrize(("question", "status"), REFUSED)
def test_what_cannot_be_answered_is_refused_without_a_source(ask, question, status):
    answer = ask(question)
    assert answer.status is status
    assert answer.text
    assert answer.citations == ()


@pytest.mark.parametrize(
    ("question", "line"),
    [
        (  # two headings of one plan: the right one
            "Đơn vị nào hướng dẫn các xã đăng ký danh hiệu thi đua?",
            "Sở Nội vụ: Chủ trì hướng dẫn các xã đăng ký danh hiệu thi đua. [1]",
        ),
        (
            "Đơn vị nào kiểm tra việc chi tiền thưởng tại các xã?",
            "Sở Tài chính: Kiểm tra việc chi tiền thưởng tại các xã. [1]",
        ),
    ],
)
def test_a_dash_item_is_shown_with_the_unit_that_heads_it(ask, question, line):
    assert ask(question).text == line


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "Điều 3 khoản 1 điểm b Nghị định 41/2019/NĐ-CP quy định gì?",
            "Điều 3 khoản 1 điểm b Nghị định 41/2019/NĐ-CP:\nb) Có bể lọc nước thải dùng chung; [1]",
        ),
        (  # short, and a clause without points
            "Điều 2 khoản 2 NĐ 41 nói gì?",
            "Điều 2 khoản 2 Nghị định 41/2019/NĐ-CP:\n2. Nghệ nhân là người truyền nghề từ mười năm trở lên. [1]",
        ),
        (  # without diacritics
            "dieu 2 khoan 2 nd 41/2019/nd-cp quy dinh gi",
            "Điều 2 khoản 2 Nghị định 41/2019/NĐ-CP:\n2. Nghệ nhân là người truyền nghề từ mười năm trở lên. [1]",
        ),
    ],
)
def test_a_named_provision_is_looked_up_and_shown_as_written(ask, question, text):
    assert ask(question).text == text


def test_a_named_article_is_shown_with_its_clauses(ask):
    answer = ask("Điều 2 Nghị định 41/2019/NĐ-CP quy định gì?")
    assert answer.text.splitlines()[1:] == [
        "Điều 2. Giải thích từ ngữ",
        "1. Làng nghề xanh là làng nghề xử lý hết nước thải của mình.",
        "2. Nghệ nhân là người truyền nghề từ mười năm trở lên. [1]",
    ]


def test_a_provision_that_is_not_there_is_said_to_be_missing(ask):
    assert "Nghị định 41/2019/NĐ-CP trong kho không có Điều 9." in ask("Điều 9 Nghị định 41/2019/NĐ-CP nói gì?").text


def test_a_summary_names_the_document_and_its_main_headings(ask):
    answer = ask("Tóm tắt Nghị định 41/2019/NĐ-CP")
    assert answer.status is ANSWERED
    assert answer.text.splitlines() == [
        "Nghị định 41/2019/NĐ-CP: “Quy định về công nhận làng nghề xanh” (Chính phủ ban hành ngày 20/6/2019). "
        "Nội dung chính:",
        "– Chương I QUY ĐỊNH CHUNG [1]",
        "– Chương II TIÊU CHUẨN VÀ HỒ SƠ [2]",
    ]


def test_a_document_that_is_not_held_is_refused_with_the_nearest_by_number(ask):
    answer = ask("Quyết định 57/QĐ-TTg quy định gì?")
    assert answer.status is NOT_IN_CORPUS
    assert "Trong kho không có Quyết định 57/QĐ-TTg." in answer.text
    assert (
        "Kế hoạch 57/KH-UBND, 12/02/2025, Ủy ban nhân dân tỉnh Bình Minh; Kế hoạch 57/KH-UBND, 03/4/2025" in answer.text
    )


def test_a_refusal_for_another_place_names_the_nearest_document(ask):
    assert "Kế hoạch 57/KH-UBND, 12/02/2025" in ask("Tỉnh Sơn Khê tặng bao nhiêu Cờ thi đua?").text


def test_a_number_that_two_issuers_used_is_ambiguous_and_lists_both(ask):
    answer = ask("Kế hoạch 57/KH-UBND quy định gì?")
    assert answer.status is AnswerStatus.AMBIGUOUS
    assert answer.citations == ()
    assert "12/02/2025, Ủy ban nhân dân tỉnh Bình Minh" in answer.text
    assert "03/4/2025, Ủy ban nhân dân xã Cồn Sậy" in answer.text


@pytest.mark.parametrize(
    ("question", "signer"),
    [
        ("Kế hoạch 57/KH-UBND của tỉnh Bình Minh ai ký?", "Đặng Thị Hải Yến"),  # by place
        ("Kế hoạch 57/KH-UBND của xã Cồn Sậy ai ký?", "Võ Văn Lúa"),
        ("ai ky ke hoach 57/kh-ubnd cua xa con say", "Võ Văn Lúa"),  # by place, without diacritics
        ("Kế hoạch 57/KH-UBND ngày 03/4/2025 ai ký?", "Võ Văn Lúa"),  # by date
    ],
)
def test_place_or_date_decides_between_two_of_a_number(ask, question, signer):
    answer = ask(question)
    assert answer.status is ANSWERED
    assert signer in answer.text


def test_a_document_that_is_only_mentioned_is_answered_from_the_mention_and_says_so(ask):
    answer = ask("Kế hoạch 613/KH-UBND ban hành ngày nào?")
    assert answer.status is ANSWERED
    assert "08/5/2025" in answer.text
    assert sources(answer) == [("Phường Lụa Vàng phát động thi đua dệt lụa", "đoạn 2")]
    assert any("Kế hoạch 613/KH-UBND chưa có văn bản gốc trong kho" in warning for warning in answer.warnings)


def test_what_the_mention_does_not_tell_is_a_partial_answer(ask):
    answer = ask("Kế hoạch 613/KH-UBND nói về gì?")
    assert answer.status is PARTIAL
    assert any("chưa có văn bản gốc" in warning for warning in answer.warnings)


def test_an_answer_from_a_news_item_says_that_it_is_one(ask):
    assert ask("Phường Lụa Vàng tổng kết thi đua dệt lụa khi nào?").warnings == (
        "Nguồn là bản tin, chưa có văn bản gốc trong kho.",
    )


@pytest.mark.parametrize("greeting", ["xin chào", "Chào bạn!", "hello"])
def test_a_greeting_is_returned(ask, greeting):
    answer = ask(greeting)
    assert (answer.status, answer.kind) == (ANSWERED, "greeting")
    assert answer.text.startswith("Xin chào.")


@pytest.mark.parametrize("thanks", ["cảm ơn bạn nhiều", "ok cam on nhe", "Thanks!", "Tạm biệt"])
def test_thanks_are_answered_as_such(ask, thanks):
    answer = ask(thanks)
    assert (answer.status, answer.kind) == (ANSWERED, "greeting")
    assert answer.text.startswith("Rất vui")


def test_a_question_without_diacritics_is_answered_and_its_reading_shown(ask):
    answer = ask("cac xa gui bao cao ket qua phong trao binh minh xanh truoc ngay nao")
    assert answer.understood_as == "các xã gửi báo cáo kết quả phong trào bình minh xanh trước ngày nào"
    assert "25/11/2026" in answer.text


def test_a_question_typed_in_full_has_no_other_reading(ask):
    assert ask("Tỉnh Bình Minh tặng bao nhiêu Cờ thi đua?").understood_as is None


def test_an_answer_repeats_what_was_asked_for_which_day(ask):
    answer = ask("  Tỉnh Bình Minh tặng bao nhiêu Cờ thi đua? ")
    assert (answer.question, answer.as_of) == ("  Tỉnh Bình Minh tặng bao nhiêu Cờ thi đua? ", TODAY)
    assert answer.seconds > 0


@pytest.mark.parametrize("letter", ["a", "Đ", "1", "ơ"])
def test_one_letter_is_never_answered(ask, letter):
    answer = ask(letter)
    assert answer.status in {NEEDS_CLARIFICATION, OUT_OF_SCOPE}
    assert answer.citations == ()


@pytest.mark.parametrize("question", HOSTILE)
def test_signs_with_a_meaning_elsewhere_are_only_text(ask, question):
    assert ask(question).status not in {AnswerStatus.FAILED, AnswerStatus.NOT_VERIFIED}


@pytest.mark.parametrize("question", ["DROP TABLE passage", "<script>alert(1)</script>"])
def test_commands_of_other_languages_are_out_of_scope(ask, question):
    assert ask(question).status is OUT_OF_SCOPE


def test_hostile_questions_leave_the_library_as_it_was(ask, answering):
    before = ask("Làng nghề xanh là gì?").text
    for question in HOSTILE:
        ask(question)
        answering.search(question, 5, TODAY)
    assert ask("Làng nghề xanh là gì?").text == before


ALL_QUESTIONS = [*(row[0] for row in ANSWERABLE), *(row[0] for row in REFUSED), *HOSTILE]


@pytest.mark.parametrize("question", ALL_QUESTIONS)
def test_every_quote_stands_verbatim_in_its_document(ask, question):
    answer = ask(question)
    assert [
        cited.quote
        for cited in answer.citations
        if not cited.quote or cited.document.text[cited.start : cited.end] != cited.quote
    ] == []


@pytest.mark.parametrize(("question", "fact"), [(row[0], row[1]) for row in ANSWERABLE])
def test_the_numbers_of_a_fact_stand_in_its_quotes(ask, question, fact):
    quoted = " ".join(cited.quote for cited in ask(question).citations)
    assert [number for number in re.findall(r"\d[\d./]*", fact) if number not in quoted] == []


@pytest.mark.parametrize("question", [row[0] for row in ANSWERABLE])
def test_every_mark_of_an_answer_has_a_source_and_every_source_a_mark(ask, question):
    answer = ask(question)
    marks = {int(mark) for mark in re.findall(r"\[(\d+)\]", answer.text)}
    assert marks == set(range(1, len(answer.citations) + 1))


def test_questions_of_several_threads_get_the_answers_of_one(ask):
    questions = [row[0] for row in ANSWERABLE] * 3
    with ThreadPoolExecutor(4) as threads:
        together = [answer.text for answer in threads.map(ask, questions)]
    assert together == [ask(question).text for question in questions]


def test_search_gives_as_many_passages_as_were_asked_for_best_first(answering):
    hits = answering.search("tập huấn ươm cây giống", 2, TODAY).hits
    assert len(hits) == 2
    assert "ươm cây giống" in hits[0].passage.text
    assert hits[0].score >= hits[1].score


def test_a_number_alone_is_answered_with_a_summary(ask):
    answer = ask("Nghị định 41/2019/NĐ-CP")
    assert answer.status is ANSWERED
    assert "Nội dung chính" in answer.text


def test_a_duty_without_its_plan_is_asked_back(ask):
    assert ask("báo cáo trước ngày nào").status is AnswerStatus.NEEDS_CLARIFICATION

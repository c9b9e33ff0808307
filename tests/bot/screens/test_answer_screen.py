from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.answer import AnswerStatus, Choice
from bot.records.database import Database
from bot.records.given_answers import TABLES, GivenAnswers
from bot.screens.actions import Verb, read_action
from bot.screens.answer_screen import answer_screen, buttons_of, given_answer
from bot.screens.provision_screen import citation_screen
from tests.bot.factories import answer, citation, document
from tests.bot.libraries import FILES
from tests.bot.screens.opened import TODAY, holdings_of, titled
from tests.bot.screens.telegram_html import faults_of, labels

ID = "abcdefghijk"
NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    with holdings_of(tmp_path_factory.mktemp("library"), FILES) as opened:
        yield opened


@pytest.fixture
def holdings(library):
    return library[0]


def asked(library, question):
    return library[1].answer(question, TODAY)


def given(of):
    return given_answer(of, ID, update_id=7, chat_id=1, user_id=2, message_id=3, now=NOW, html="…")


def test_an_answer_has_buttons_for_what_it_cites_the_document_the_calendar_and_feedback(library, holdings):
    told = asked(library, "Hạn gửi báo cáo của Kế hoạch 57/KH-UBND tỉnh Bình Minh là khi nào?")
    shown = answer_screen(ID, told, holdings)
    assert labels(shown) == [
        ["[1] Xem Mục III.3 ý 1"],
        ["Thẻ văn bản", "Đưa vào lịch"],
        ["Đúng", "Sai", "Thiếu"],
    ]
    assert faults_of(shown.html) == []


def test_the_button_of_a_citation_opens_the_words_that_are_cited(library, holdings):
    told = asked(library, "Điều 4 Nghị định 41/2019/NĐ-CP khoản 2 quy định gì?")
    [[button], *_] = answer_screen(ID, told, holdings).rows
    action = read_action(button.callback)
    assert (action.verb, action.arguments) == (Verb.CITATION, (ID, "1"))
    shown = citation_screen(given(told), "1", holdings, TODAY)
    assert "Cơ quan tiếp nhận trả lời trong thời hạn 15 ngày làm việc" in shown.html


def test_the_buttons_are_the_same_when_they_are_made_from_the_record_after_a_restart(library, holdings, tmp_path):
    choices = (Choice("Tỉnh Bình Minh", "Kế hoạch 57 của tỉnh Bình Minh?"), Choice("Xã Cồn Sậy", "Kế hoạch 57 của xã?"))
    told = replace(asked(library, "Kế hoạch 57/KH-UBND tỉnh Bình Minh giao Sở Nội vụ việc gì?"), choices=choices)
    path = tmp_path / "records.sqlite3"
    with Database.open(path, [TABLES]) as database:
        GivenAnswers(database).keep(given(told))
    with Database.open(path, [TABLES]) as database:
        kept = GivenAnswers(database).get(ID, chat_id=1)
    assert kept == given(told)
    assert buttons_of(kept, holdings) == answer_screen(ID, told, holdings).rows
    assert labels(answer_screen(ID, told, holdings))[:2] == [["Tỉnh Bình Minh"], ["Xã Cồn Sậy"]]


def test_at_most_five_citations_have_a_button(holdings):
    cited = [citation(f"Lời {number}.", of=document(), locator=f"Điều {number}") for number in range(1, 9)]
    assert labels(answer_screen(ID, answer("A [1]", *cited), holdings))[:3] == [
        ["[1] Xem Điều 1", "[2] Xem Điều 2"],
        ["[3] Xem Điều 3", "[4] Xem Điều 4"],
        ["[5] Xem Điều 5"],
    ]


def test_a_long_place_has_a_row_of_its_own_and_is_not_cut_inside_a_word(holdings):
    cited = [
        citation("A.", locator="Điều 35 khoản 1 điểm a"),
        citation("B.", locator="Mục III.2.a gạch đầu dòng 12"),
        citation("C.", locator="Điều 1"),
    ]
    assert labels(answer_screen(ID, answer("A [1]", *cited), holdings))[:3] == [
        ["[1] Xem Điều 35 khoản 1 điểm a"],
        ["[2] Xem Mục III.2.a ý 12"],
        ["[3] Xem Điều 1"],
    ]


@pytest.mark.parametrize(
    ("status", "cited", "rows"),
    [
        (AnswerStatus.NOT_IN_CORPUS, [], [["Đúng", "Sai", "Thiếu"]]),
        (AnswerStatus.ANSWERED, [], []),  # a greeting
        (AnswerStatus.FAILED, [], []),
        (AnswerStatus.NEEDS_CLARIFICATION, [], []),
        (AnswerStatus.OUT_OF_SCOPE, [], []),
    ],
)
def test_only_what_can_be_judged_asks_for_feedback(holdings, status, cited, rows):
    assert labels(answer_screen(ID, answer("Câu trả lời.", *cited, status=status), holdings)) == rows


def test_several_documents_have_no_common_card(holdings):
    cited = [citation("A.", of=document("1/KH-UBND")), citation("B.", of=document("2/KH-UBND"))]
    assert labels(answer_screen(ID, answer("A [1] [2]", *cited), holdings)) == [
        ["[1] Xem trích dẫn", "[2] Xem trích dẫn"],
        ["Đúng", "Sai", "Thiếu"],
    ]


def test_quotes_of_one_place_are_opened_by_one_button(holdings):
    plan = document("1/KH-UBND")
    cited = [
        citation("A.", of=plan, locator="Mục II.2"),
        citation("B.", of=plan, locator="Mục III"),
        citation("C.", of=plan, locator="Mục II.2"),
    ]
    [places, *_] = labels(answer_screen(ID, answer("A [1] B [2] C [3]", *cited), holdings))
    assert places == ["[1][3] Xem Mục II.2", "[2] Xem Mục III"]


@pytest.mark.parametrize("mark", ["0", "2", "x", "-1", "99999999999999999999"])
def test_a_forged_mark_opens_nothing(library, holdings, mark):
    told = asked(library, "Điều 1 Nghị định 41/2019/NĐ-CP quy định gì?")
    assert len(told.citations) == 1
    assert citation_screen(given(told), mark, holdings, TODAY).html == "Nút này không còn dùng được. Xin hỏi lại."


def test_the_record_tells_where_the_cited_words_stand(library, holdings):
    told = asked(library, "Điều 1 Nghị định 41/2019/NĐ-CP quy định gì?")
    [place] = given(told).cited
    text = holdings.library.document(titled(holdings, "41/2019").id).text
    assert text[place.start : place.end] == told.citations[0].quote
    assert place.locator == "Điều 1"

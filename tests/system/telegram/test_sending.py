"""Nothing is lost and nothing comes twice, whatever happens on the way to the chat."""

import logging

import pytest

from bot.logs import RedactingFilter
from bot.telegram.progress import Pace
from tests.bot.factories import answer, citation, document
from tests.system.telegram.running_bot import AN, BINH, PATIENCE_SECONDS
from tests.telegram_server.faults import dropped_after, dropped_before, flood, server_error
from tests.telegram_server.server import TOKEN, utf16_units

# The library announces a change of type that FloodControl is ready for.
pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after:telegram.warnings.PTBDeprecationWarning")


@pytest.mark.parametrize(
    "question",
    ['<b>Ai & "ai"</b> </i>', "&lt;b&gt; &amp;amp;", "'; DROP TABLE passages; --", "a*b_c`d[e](f) ~ | {}",
     "😀👩\u200d💻", "x < y > z"],
)  # fmt: skip
def test_what_looks_like_markup_reaches_the_core_and_comes_back_as_it_was_typed(scripted, question):
    with scripted.running():
        scripted.an.says(question)
        assert scripted.chat.bot.answers_with("Trả lời").shown == f"Trả lời: {question}"
    assert scripted.conversations.asked == [question]


def test_a_long_answer_comes_in_parts_that_telegram_takes_with_the_buttons_under_the_last(scripted):
    paragraphs = [f"Đoạn {number}: " + "các đơn vị & cơ quan báo cáo 😀; " * 30 + "hết." for number in range(12)]
    scripted.conversations.script["Dài?"] = answer("\n\n".join(paragraphs), citation("Các đơn vị báo cáo."))
    with scripted.running():
        scripted.an.says("Dài?")
        scripted.chat.bot.answers_with("Nguồn", buttons=("[1]", "Đúng"))
    parts = scripted.server.messages_in(AN)
    assert len(parts) == 4
    assert all(utf16_units(part.shown) <= 4096 for part in parts)
    assert "\n\n".join(part.shown for part in parts).split("\n\nNguồn")[0].split("\n\n") == paragraphs
    assert [bool(part.keyboard) for part in parts] == [False, False, False, True]


def test_an_edit_that_needs_a_longer_answer_is_answered_below_in_full(scripted):
    scripted.conversations.script["Dài?"] = answer("\n\n".join(["các đơn vị báo cáo; " * 100] * 3))
    with scripted.running():
        scripted.an.says("Ngắn?")
        first = scripted.chat.bot.answers_with("Trả lời: Ngắn?")
        scripted.an.edits("Dài?")
        assert scripted.chat.bot.edits_to("Câu hỏi đã được sửa") is first
        scripted.chat.bot.answers_with("các đơn vị báo cáo")
        scripted.chat.bot.answers_with("các đơn vị báo cáo")
        scripted.an.edits("Ngắn thôi?")
        scripted.chat.bot.answers_with("Trả lời: Ngắn thôi?")
    assert scripted.conversations.asked == ["Ngắn?", "Dài?", "Ngắn thôi?"]


def test_long_sources_are_split_with_their_tags_closed(scripted):
    cited = [citation("Các đơn vị báo cáo kết quả. " * 20, of=document(f"{number}/KH-UBND")) for number in range(1, 60)]
    scripted.conversations.script["Nguồn?"] = answer("Có.", *cited)
    with scripted.running():
        scripted.an.says("Nguồn?")
        scripted.chat.bot.answers_with("[59]")
    parts = scripted.server.messages_in(AN)
    assert len(parts) > 1
    assert "".join(part.written for part in parts).count("<blockquote expandable>") == 59


def test_markup_that_telegram_cannot_read_is_sent_without(scripted, caplog):
    refusal = {"ok": False, "error_code": 400, "description": "Bad Request: can't parse entities: unexpected end tag"}
    with scripted.running():
        scripted.server.refuse_next("sendMessage", 400, refusal)
        scripted.an.says("x < y")
        sent = scripted.chat.bot.answers_with("Trả lời: x < y")
    assert sent.written == "Trả lời: x < y"
    assert "Telegram could not read our markup" in caplog.text


@pytest.mark.parametrize("fault", [flood(1), server_error(500), server_error(502)])
def test_an_answer_that_did_not_get_through_is_sent_again_and_stands_there_once(scripted, fault):
    with scripted.running():
        scripted.server.faults.next("sendMessage", fault)
        scripted.an.says("Hạn báo cáo?")
        scripted.chat.bot.answers_with("Trả lời: Hạn báo cáo?")
        scripted.chat.bot.stays_quiet()
    assert scripted.server.called().count("sendMessage") == 2


@pytest.mark.parametrize(("fault", "already_there"), [(dropped_after(), 1), (dropped_before(), 0)])
def test_when_the_connection_breaks_nothing_comes_twice_unasked_and_a_button_brings_it(scripted, fault, already_there):
    with scripted.running():
        scripted.server.faults.next("sendMessage", fault)
        scripted.an.says("Hạn báo cáo?")
        scripted.chat.bot.answers_with("bị gián đoạn", buttons=("Gửi lại câu trả lời",))
        told = [message.shown for message in scripted.server.messages_in(AN)]
        assert told.count("Trả lời: Hạn báo cáo?") == already_there
        scripted.an.presses("Gửi lại câu trả lời")
        scripted.chat.bot.answers_with("Trả lời: Hạn báo cáo?")
    assert scripted.conversations.asked == ["Hạn báo cáo?"]


def test_a_slow_question_of_one_person_does_not_hold_up_another_and_shows_typing(scripted):
    scripted.conversations = type(scripted.conversations)(held=["Chậm?"])
    with scripted.running():
        scripted.an.says("Chậm?")
        assert scripted.conversations.began["Chậm?"].wait(PATIENCE_SECONDS)
        scripted.chat.bot.types()
        scripted.binh.says("Nhanh?")
        scripted.chat.bot.answers_with("Trả lời: Nhanh?")
        assert scripted.server.messages_in(AN) == []
        scripted.conversations.released["Chậm?"].set()
        scripted.chat.bot.answers_with("Trả lời: Chậm?", to=scripted.an)


def test_a_note_says_that_it_takes_long_and_goes_when_the_answer_comes(scripted):
    scripted.conversations = type(scripted.conversations)(held=["Chậm?"])
    scripted.pace = Pace(sign_after=0.0, note_after=0.0)
    with scripted.running():
        scripted.an.says("Chậm?")
        note = scripted.chat.bot.answers_with("vẫn đang tra cứu")
        scripted.conversations.released["Chậm?"].set()
        scripted.chat.bot.answers_with("Trả lời: Chậm?")
        assert note.is_deleted


def test_a_core_that_breaks_is_apologised_for_with_a_reference_and_the_next_question_is_answered(scripted, caplog):
    scripted.conversations.script["Ai được khen?"] = RuntimeError("no table for 'Ai được khen?'")
    caplog.handler.addFilter(RedactingFilter([TOKEN]))
    with caplog.at_level(logging.DEBUG, "bot"), scripted.running():
        scripted.an.says_at_once("Ai được khen?", "Hạn báo cáo?")
        apology = scripted.chat.bot.answers_with("hệ thống gặp lỗi").shown
        scripted.chat.bot.answers_with("Trả lời: Hạn báo cáo?")
    assert f"reference {apology.split()[-1].rstrip('.')}" in caplog.text
    assert "RuntimeError: no table for '[user text]?'" in caplog.text
    assert "được khen" not in caplog.text
    assert TOKEN not in caplog.text


def test_a_message_that_telegram_refuses_is_apologised_for(scripted, caplog):
    with scripted.running():
        scripted.server.refuse_next(
            "sendMessage", 400, {"ok": False, "error_code": 400, "description": "Bad Request: ?"}
        )
        scripted.an.says("Hạn báo cáo?")
        apology = scripted.chat.bot.answers_with("hệ thống gặp lỗi").shown
    assert f"reference {apology.split()[-1].rstrip('.')}" in caplog.text


def test_a_person_who_blocked_the_bot_disturbs_nobody(scripted):
    with scripted.running():
        scripted.an.says("Một?")
        scripted.chat.bot.answers_with("Trả lời: Một?")
        scripted.an.blocks_the_bot()
        with scripted.server.telegram.changed:
            scripted.chat.private(AN).is_blocked = False  # what was written before the block still arrives
            scripted.server.people.says(AN, "Hai?")
            scripted.chat.private(AN).is_blocked = True
        scripted.binh.says("Ba?")
        scripted.chat.bot.answers_with("Trả lời: Ba?")
        scripted.chat.bot.stays_quiet(to=scripted.an)
    assert [message.chat_id for message in scripted.server.messages] == [AN, BINH]

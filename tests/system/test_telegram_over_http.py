"""The real application over real HTTP, with a scripted core behind it and a strict Bot API server before it."""

import asyncio
import logging
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.logs import RedactingFilter
from bot.settings import Settings
from bot.telegram.application import TelegramBot, run_telegram
from tests.bot.factories import HeldAnswers, ScriptedAnswers, answer, citation, document, today
from tests.system.bot_api_server import PATIENCE_SECONDS, TOKEN, BotApiServer, too_many_requests, utf16_units

ROOT = Path(__file__).resolve().parents[2]

# The library announces a change of type that FloodControl is ready for.
pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after:telegram.warnings.PTBDeprecationWarning")


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def server():
    with BotApiServer().serving() as server:
        yield server


def settings_for(server, users="7, 8", token=TOKEN):
    return Settings.from_environment(
        {"TELEGRAM_BOT_TOKEN": token, "TELEGRAM_ALLOWED_USERS": users, "TELEGRAM_API_BASE_URL": server.url}
    )


@contextmanager
def running(server, answers=None, users="7, 8"):
    """The bot is polling; afterwards it has stopped in good order."""
    failures = []
    bot = TelegramBot(settings_for(server, users), answers or ScriptedAnswers(), today)

    def run():
        try:
            asyncio.run(bot.run())
        except BaseException as error:
            failures.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        server.wait_for_call("getUpdates")
        yield
    finally:
        bot.stop()
        thread.join(PATIENCE_SECONDS)
    assert not thread.is_alive()
    assert failures == []


def shown(server, count):
    return [message.shown for message in server.wait_for_messages(count)]


def test_a_question_is_answered_with_its_source_under_it(server):
    plan = document("0124/KH-UBND", source="https://hoaan.example/124")
    scripted = answer("Trước ngày 15/11. [1]", citation("Gửi trước ngày 15/11.", of=plan, locator="Mục II.2", page=2))
    with running(server, ScriptedAnswers(**{"Hạn báo cáo?": scripted})):
        server.user_sends("Hạn báo cáo?")
        [message] = server.wait_for_messages(1)
    assert message.chat_id == 7
    assert message.shown == (
        "Trước ngày 15/11. [1]\n\n"
        "Nguồn\n[1] Kế hoạch 0124/KH-UBND, 18/11/2025, UBND tỉnh Hòa An, Mục II.2 (trang 2)\n“Gửi trước ngày 15/11.”"
    )
    assert '<a href="https://hoaan.example/124">' in message.written
    assert "<blockquote expandable>" in message.written


def test_the_questions_of_one_person_are_answered_in_order(server):
    questions = [f"Câu hỏi thứ {number}?" for number in range(12)]
    for question in questions:
        server.user_sends(question)
    with running(server):
        assert shown(server, 12) == [f"Trả lời: {question}" for question in questions]


def test_a_slow_question_of_one_person_does_not_hold_up_another(server):
    answers = HeldAnswers("Chậm?")
    with running(server, answers):
        server.user_sends("Chậm?", user_id=7)
        assert answers.began["Chậm?"].wait(PATIENCE_SECONDS)
        server.user_sends("Nhanh?", user_id=8)
        assert shown(server, 1) == ["Trả lời: Nhanh?"]
        answers.released["Chậm?"].set()
        assert shown(server, 2)[1] == "Trả lời: Chậm?"


def test_the_chat_shows_typing_before_the_answer_is_there(server):
    answers = HeldAnswers("Chậm?")
    with running(server, answers):
        server.user_sends("Chậm?")
        server.wait_for_call("sendChatAction")
        assert server.messages == []
        answers.released["Chậm?"].set()
        server.wait_for_messages(1)
    assert next(parameters for method, parameters in server.calls if method == "sendChatAction") == {
        "chat_id": "7",
        "action": "typing",
    }


@pytest.mark.parametrize(
    "question",
    [
        '<b>Ai & "ai"</b> </i>',
        "&lt;b&gt; &amp;amp;",
        "'; DROP TABLE passages; --",
        "a*b_c`d[e](f) ~ | {}",
        "😀👩\u200d💻",
        "x < y > z",
    ],
)
def test_what_looks_like_markup_reaches_the_core_and_comes_back_as_it_was_typed(server, question):
    answers = ScriptedAnswers()
    with running(server, answers):
        server.user_sends(question)
        assert shown(server, 1) == [f"Trả lời: {question}"]
    assert [asked for asked, _ in answers.asked] == [question]


def test_a_long_answer_comes_in_parts_that_telegram_takes(server):
    paragraphs = [f"Đoạn {number}: " + "các đơn vị & cơ quan báo cáo 😀; " * 30 + "hết." for number in range(12)]
    with running(server, ScriptedAnswers(**{"Dài?": answer("\n\n".join(paragraphs))})):
        server.user_sends("Dài?")
        server.wait_until(lambda it: any("Đoạn 11" in message.shown for message in it.messages), "the last part")
    parts = [message.shown for message in server.messages]
    assert len(parts) == 3
    assert all(utf16_units(part) <= 4096 for part in parts)
    assert "\n\n".join(parts).split("\n\n") == paragraphs


def test_long_sources_are_split_with_their_tags_closed(server):
    cited = [citation("Các đơn vị báo cáo kết quả. " * 20, of=document(f"{number}/KH-UBND")) for number in range(1, 20)]
    with running(server, ScriptedAnswers(**{"Nguồn?": answer("Có.", *cited)})):
        server.user_sends("Nguồn?")
        server.wait_until(lambda it: any("[19]" in message.shown for message in it.messages), "the last source")
    assert len(server.messages) > 1
    assert "".join(message.written for message in server.messages).count("<blockquote expandable>") == 19


def test_a_stranger_learns_the_id_to_pass_on_and_the_core_is_not_asked(server):
    answers = ScriptedAnswers()
    with running(server, answers):
        for text in ("Hạn báo cáo?", "/start", "/help"):
            server.user_sends(text, user_id=99)
        replies = shown(server, 3)
    assert all("chưa được phép" in reply and "99" in reply for reply in replies)
    assert answers.asked == []


def test_with_no_list_nobody_may_ask_and_the_log_says_so(server, caplog):
    with caplog.at_level(logging.INFO), running(server, users=""):
        server.user_sends("Hạn báo cáo?")
        assert "chưa được phép" in shown(server, 1)[0]
    assert "No one may ask yet: set TELEGRAM_ALLOWED_USERS" in caplog.text


def test_with_a_list_the_log_tells_how_many_may_ask(server, caplog):
    with caplog.at_level(logging.INFO), running(server):
        pass
    assert "@test_bot is answering; 2 people may ask" in caplog.text
    assert "No one may ask" not in caplog.text


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("/start", "Tôi trả lời câu hỏi về thi đua, khen thưởng"),
        ("/start from-a-link", "Tôi trả lời câu hỏi về thi đua, khen thưởng"),
        ("/help", "Tôi trả lời câu hỏi về thi đua, khen thưởng"),
        ("/xoa", "Tôi không có lệnh này."),
    ],
)
def test_commands_are_answered_without_asking_the_core(server, text, beginning):
    answers = ScriptedAnswers()
    with running(server, answers):
        server.user_sends(text)
        assert shown(server, 1)[0].startswith(beginning)
    assert answers.asked == []


def test_the_commands_are_in_the_menu(server):
    with running(server):
        pass
    [parameters] = [parameters for method, parameters in server.calls if method == "setMyCommands"]
    assert '"start"' in parameters["commands"]
    assert '"help"' in parameters["commands"]


@pytest.mark.parametrize(
    "content",
    [
        {"sticker": {"file_id": "a", "file_unique_id": "a", "type": "regular", "width": 1, "height": 1,
                     "is_animated": False, "is_video": False}},
        {"photo": [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}], "caption": "Đây là gì?"},
        {"voice": {"file_id": "a", "file_unique_id": "a", "duration": 1}},
        {"document": {"file_id": "a", "file_unique_id": "a"}},
        {"location": {"latitude": 21.0, "longitude": 105.8}},
    ],
    ids=lambda content: next(iter(content)),
)  # fmt: skip
def test_what_is_not_text_is_answered_politely(server, content):
    answers = ScriptedAnswers()
    with running(server, answers):
        server.user_sends("", **content)
        assert shown(server, 1) == ["Tôi chỉ đọc được tin nhắn dạng chữ. Xin gõ câu hỏi và gửi lại."]
    assert answers.asked == []


def test_an_edited_message_is_answered_politely(server):
    edited = {"message_id": 5, "date": 1_700_000_000, "edit_date": 1_700_000_009, "text": "/start",
              "chat": {"id": 7, "type": "private"}, "from": {"id": 7, "is_bot": False, "first_name": "An"}}  # fmt: skip
    with running(server):
        server.push({"edited_message": edited})
        assert shown(server, 1)[0].startswith("Tôi không đọc lại tin nhắn đã sửa.")


@pytest.mark.parametrize("chat_type", ["group", "supergroup"])
def test_messages_in_groups_are_ignored(server, chat_type):
    answers = ScriptedAnswers()
    with running(server, answers):
        for text in ("Hạn báo cáo?", "/start", "/help", "/xoa"):
            server.user_sends(text, chat_type=chat_type)
        server.user_sends("Riêng?")
        assert shown(server, 1) == ["Trả lời: Riêng?"]
    assert [question for question, _ in answers.asked] == ["Riêng?"]
    assert server.called().count("sendMessage") == 1


def test_a_pinned_message_in_a_private_chat_is_no_question(server):
    with running(server):
        server.user_sends("", pinned_message={"message_id": 3, "date": 0, "chat": {"id": 7, "type": "private"}})
        server.user_sends("Riêng?")
        assert shown(server, 1) == ["Trả lời: Riêng?"]


def test_a_core_that_breaks_is_apologised_for_with_a_reference_and_the_next_question_is_answered(server, caplog):
    answers = ScriptedAnswers(**{"Ai được khen?": RuntimeError("no table for 'Ai được khen?'")})
    caplog.handler.addFilter(RedactingFilter([TOKEN]))
    with caplog.at_level(logging.DEBUG, "bot"), running(server, answers):
        server.user_sends("Ai được khen?")
        server.user_sends("Hạn báo cáo?")
        apology, answered = shown(server, 2)
    assert "hệ thống gặp lỗi" in apology
    assert answered == "Trả lời: Hạn báo cáo?"
    reference = apology.split()[-1].rstrip(".")
    assert f"reference {reference}" in caplog.text
    assert "RuntimeError: no table for '[user text]?'" in caplog.text
    assert "được khen" not in caplog.text


def test_a_message_that_telegram_refuses_is_apologised_for(server, caplog):
    refusal = {"ok": False, "error_code": 400, "description": "Bad Request: something new"}
    with running(server):
        server.refuse_next("sendMessage", 400, refusal)
        server.user_sends("Hạn báo cáo?")
        [apology] = shown(server, 1)
    assert "hệ thống gặp lỗi" in apology
    assert f"reference {apology.split()[-1].rstrip('.')}" in caplog.text


def test_a_person_who_blocked_the_bot_is_not_written_to_again(server, caplog):
    refusal = {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"}
    with running(server):
        server.refuse_next("sendMessage", 403, refusal)
        server.user_sends("Hạn báo cáo?", user_id=7)
        server.wait_for_call("sendMessage")
        server.user_sends("Riêng?", user_id=8)
        assert [message.chat_id for message in server.wait_for_messages(1)] == [8]
    assert "blocked by the user" in caplog.text


def test_an_answer_refused_for_flooding_is_sent_after_the_wait(server):
    with running(server):
        server.refuse_next("sendMessage", 429, too_many_requests(1))
        server.user_sends("Hạn báo cáo?")
        assert shown(server, 1) == ["Trả lời: Hạn báo cáo?"]
    assert server.called().count("sendMessage") == 2


def test_polling_goes_on_after_network_drops_and_nonsense(server, caplog):
    with running(server):
        server.refuse_next("getUpdates", 502, {"ok": False, "error_code": 502, "description": "Bad Gateway"})
        server.refuse_next("getUpdates", 200, b"<html>captive portal</html>")
        server.user_sends("Một?")  # ends the poll that is waiting
        server.user_sends("Hai?")
        assert shown(server, 2) == ["Trả lời: Một?", "Trả lời: Hai?"]
        server.wait_until(lambda it: it.has_refused_all(), "both refusals met")
        server.user_sends("Ba?")
        assert shown(server, 3)[2] == "Trả lời: Ba?"
    assert "Fetching messages failed and will be tried again: Bad Gateway" in caplog.text
    assert "captive portal" not in caplog.text


def test_garbage_updates_do_not_stop_the_others(server):
    server.push({"message": {}})
    server.push({"message": {"message_id": 1, "date": 0, "chat": None, "text": "x"}})
    server.push({"message": "text"})
    server.push({"something_of_next_year": {"id": 1}})
    server.push({"channel_post": {"message_id": 1, "date": 0, "chat": {"id": -1, "type": "channel"}, "text": "x"}})
    server.push({"edited_message": {"message_id": 1, "date": 0, "chat": {"id": 5, "type": "private"}}})
    server.push({})
    last = server.user_sends("Hạn báo cáo?")
    with running(server):
        assert shown(server, 1) == ["Trả lời: Hạn báo cáo?"]
        server.wait_until(
            lambda it: any(parameters.get("offset") == str(last + 1) for _, parameters in it.calls), "all confirmed"
        )


def test_a_wrong_token_ends_with_two_and_one_message_without_the_token(server, caplog):
    token = "4242:another-token"
    assert run_telegram(settings_for(server, token=token), ScriptedAnswers(), today) == 2
    [record] = caplog.records
    assert "rejected TELEGRAM_BOT_TOKEN" in record.getMessage()
    assert token not in caplog.text


def test_a_missing_token_ends_with_two_and_says_what_to_set(caplog):
    assert run_telegram(Settings.from_environment({}), ScriptedAnswers(), today) == 2
    [record] = caplog.records
    assert "TELEGRAM_BOT_TOKEN is not set" in record.getMessage()


def test_a_server_out_of_reach_ends_with_two_and_names_the_address(caplog):
    with BotApiServer().serving() as gone:
        settings = settings_for(gone)
    assert run_telegram(settings, ScriptedAnswers(), today) == 2
    [record] = caplog.records
    assert gone.url in record.getMessage()
    assert "TELEGRAM_API_BASE_URL" in record.getMessage()


def test_a_server_that_is_no_bot_api_server_ends_with_two(server, caplog):
    server.refuse_next("getMe", 200, b"<html>hello</html>")
    assert run_telegram(settings_for(server), ScriptedAnswers(), today) == 2
    assert server.url in caplog.records[-1].getMessage()


def test_a_token_revoked_while_running_ends_the_bot_with_two(server, caplog):
    revoked = {"ok": False, "error_code": 401, "description": "Unauthorized"}
    server.refuse_next("getUpdates", 401, revoked)
    with ThreadPoolExecutor(1) as threads:
        exit_code = threads.submit(run_telegram, settings_for(server), ScriptedAnswers(), today)
        assert exit_code.result(PATIENCE_SECONDS) == 2
    assert "rejected TELEGRAM_BOT_TOKEN" in caplog.records[-1].getMessage()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_process_with_zero_after_what_was_begun(server, number):
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.system.scripted_telegram", server.url, TOKEN],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        server.user_sends("Hạn báo cáo?")
        assert shown(server, 1) == ["Trả lời: Hạn báo cáo?"]
        process.send_signal(number)
        _, printed = process.communicate(timeout=PATIENCE_SECONDS)
    finally:
        process.kill()
        process.wait()
    assert process.returncode == 0
    assert "@test_bot is answering; 1 person may ask" in printed
    assert "Answered user 7 in" in printed
    assert "Hạn báo cáo" not in printed
    assert TOKEN not in printed
    assert "Traceback" not in printed

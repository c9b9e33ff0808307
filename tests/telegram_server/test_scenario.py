"""The language of scenarios, with a bot of a few lines."""

import re
import threading

import pytest

from tests.telegram_server.calling import Caller
from tests.telegram_server.scenario import Scenario
from tests.telegram_server.server import PATIENCE_SECONDS, BotApiServer


class SmallBot:
    """Echoes, edits when its button is pressed, and says nothing to what begins with a dot."""

    def __init__(self, server):
        self._caller = Caller(server)
        self._stopped = threading.Event()
        self._server = server

    def __enter__(self):
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._stopped.set()
        self._server.push({"poll": {}})  # ends the poll that waits
        self._thread.join(PATIENCE_SECONDS)
        self._caller.__exit__()

    def _run(self):
        offset = 0
        while not self._stopped.is_set():
            for update in self._caller.result("getUpdates", offset=offset, timeout=10):
                offset = update["update_id"] + 1
                self._answer(update)

    def _answer(self, update):
        call = self._caller.result
        if "callback_query" in update:
            query = update["callback_query"]
            place = {"chat_id": query["message"]["chat"]["id"], "message_id": query["message"]["message_id"]}
            call("editMessageText", **place, text="Điều 35. Hình thức")
            call("answerCallbackQuery", callback_query_id=query["id"], text="Đã mở")
        elif "inline_query" in update:
            content = {"message_text": "x"}
            article = {"type": "article", "id": "1", "title": "Hạn báo cáo", "input_message_content": content}
            call("answerInlineQuery", inline_query_id=update["inline_query"]["id"], results=[article])
        elif "message" in update or "edited_message" in update:
            message = update.get("message") or update["edited_message"]
            text = message.get("text", message.get("caption", ""))
            keyboard = {"inline_keyboard": [[{"text": "Xem Điều 35", "callback_data": "p"}]]}
            if "document" in message:
                name = message["document"]["file_name"]
                call("sendDocument", {"document": (f"bản sao {name}", b"x")}, chat_id=str(message["chat"]["id"]))
            elif not text.startswith("."):
                call("sendMessage", chat_id=message["chat"]["id"], text=f"Trả lời: {text}", reply_markup=keyboard)


@pytest.fixture
def chat(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with BotApiServer(clock=lambda: 1_795_248_000.0).serving() as server, SmallBot(server):
        yield Scenario(server)


def test_a_conversation_reads_as_it_was_held(chat):
    an = chat.person("An", 7)
    an.says("Ai ký?")
    chat.bot.answers_with("Trả lời", "Ai ký?", buttons=("Xem",))
    an.presses("Xem Điều 35")
    chat.bot.edits_to("Hình thức")
    chat.bot.notices("Đã mở")
    an.edits("Ai ký vậy?")
    chat.bot.answers_with("Ai ký vậy?")
    an.sends_file("a.pdf", b"%PDF", "Xem giúp")
    chat.bot.sends_file("bản sao a.pdf")
    an.asks_inline("hạn")
    chat.bot.offers("Hạn báo cáo")
    assert chat.transcript(an) == (
        "08:00 An (edited 08:00): Ai ký vậy?\n"
        "08:00 Bot (edited 08:00): Điều 35. Hình thức\n"
        "08:00 An presses [Xem Điều 35] → “Đã mở”\n"
        "08:00 Bot: Trả lời: Ai ký vậy?\n"
        "      [Xem Điều 35]\n"
        "08:00 An: <file a.pdf, 4 bytes>\n"
        "      Xem giúp\n"
        "08:00 Bot: <file bản sao a.pdf, 1 bytes>"
    )


def test_a_group_and_a_private_chat_are_told_apart(chat):
    an, binh = chat.person("An", 7), chat.person("Bình", 8)
    office = chat.group("Phòng", an, binh)
    an.says("Chào Bình", to=office)
    chat.bot.stays_quiet()
    binh.says("/hoi Hạn?", to=office)
    chat.bot.answers_with("/hoi Hạn?", to=office)
    an.replies("Còn cấp xã?", to=office)
    chat.bot.answers_with("Còn cấp xã?", to=office)
    assert chat.server.messages_in(7) == []


def test_what_the_bot_offers_inline_is_sent_into_a_group_and_told_to_the_bot(chat):
    an = chat.person("An", 7)
    office = chat.group("Phòng", an)
    an.asks_inline("hạn")
    chat.bot.offers("Hạn")
    an.chooses("Hạn báo cáo", to=office)
    chat.bot.answers_with("Trả lời: x", to=office)


def test_several_messages_at_once_are_each_answered(chat):
    an = chat.person("An", 7)
    an.says_at_once("Một", "Hai", ".", "Ba")
    for text in ("Một", "Hai", "Ba"):
        chat.bot.answers_with(text)
    chat.bot.stays_quiet()


def test_a_failure_prints_the_chat(chat):
    chat.server.patience_seconds = 0.2
    an = chat.person("An", 7)
    an.says("Ai ký?")
    with pytest.raises(AssertionError, match=re.compile(r"answers with \('Chủ tịch',\).*An: Ai ký\?", re.DOTALL)):
        chat.bot.answers_with("Chủ tịch")
    an.says("Ai ký?")
    with pytest.raises(AssertionError, match="was not quiet"):
        _wait_and_be_quiet(chat)


def _wait_and_be_quiet(chat):
    chat.server.wait_until(lambda server: len(server.messages) == 2, "the second answer")
    chat.bot.stays_quiet()

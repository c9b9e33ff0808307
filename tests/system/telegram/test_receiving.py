"""Each update is handled once, in the order of its chat, however Telegram tells it."""

import pytest

from tests.system.telegram.running_bot import AN
from tests.telegram_server.faults import dropped_before, garbage, server_error

GARBAGE = (
    {"message": {}},
    {"message": {"message_id": 1, "date": 0, "chat": None, "text": "x"}},
    {"message": "text"},
    {"something_of_next_year": {"id": 1}},
    {"channel_post": {"message_id": 1, "date": 0, "chat": {"id": -1, "type": "channel"}, "text": "x"}},
    {"edited_message": {"message_id": 1, "date": 0, "chat": {"id": 5, "type": "private"}}},
    {"callback_query": {"id": "1", "from": {"id": 7, "is_bot": False, "first_name": "An"}, "chat_instance": "1"}},
    {},
)


def shown(office):
    return [message.shown for message in office.server.messages_in(AN)]


def test_the_questions_of_one_person_are_answered_in_order(scripted):
    questions = [f"Câu hỏi thứ {number}?" for number in range(12)]
    scripted.an.says_at_once(*questions)
    with scripted.running():
        scripted.chat.bot.answers_with(questions[-1])
    assert shown(scripted) == [f"Trả lời: {question}" for question in questions]


def test_updates_told_twice_and_out_of_order_are_answered_once(scripted):
    scripted.server.disorder(twice=1.0, shuffled=1.0, seed=5)
    questions = [f"Câu hỏi thứ {number}?" for number in range(12)]
    with scripted.running():
        scripted.an.says_at_once(*questions)
        for question in questions:
            scripted.chat.server.wait_until(
                lambda _, told=f"Trả lời: {question}": told in shown(scripted), f"an answer to {question}"
            )
        scripted.server.disorder()
        scripted.an.says("Cuối?")
        scripted.chat.bot.answers_with("Trả lời: Cuối?")
    assert sorted(shown(scripted)) == sorted(f"Trả lời: {question}" for question in [*questions, "Cuối?"])


def test_garbage_does_not_stop_what_can_be_read(scripted):
    for update in GARBAGE:
        scripted.server.push(update)
    scripted.an.says("Hạn báo cáo?")
    with scripted.running():
        scripted.chat.bot.answers_with("Trả lời: Hạn báo cáo?")
        scripted.server.wait_until_all_confirmed()
    assert shown(scripted) == ["Trả lời: Hạn báo cáo?"]


@pytest.mark.parametrize("fault", [server_error(502), garbage(), dropped_before()])
def test_polling_goes_on_after_what_breaks_it(scripted, caplog, fault):
    with scripted.running():
        scripted.server.faults.next("getUpdates", fault)
        scripted.an.says_at_once("Một?", "Hai?")
        scripted.chat.bot.answers_with("Trả lời: Hai?")
        scripted.server.wait_until(lambda it: it.has_refused_all(), "the fault was met")
        scripted.an.says("Ba?")
        scripted.chat.bot.answers_with("Trả lời: Ba?")
    assert "captive portal" not in caplog.text
    assert shown(scripted) == ["Trả lời: Một?", "Trả lời: Hai?", "Trả lời: Ba?"]


def test_what_came_while_the_bot_was_away_is_answered_when_it_is_back(scripted):
    with scripted.running():
        scripted.an.says("Một?")
        scripted.chat.bot.answers_with("Trả lời: Một?")
    scripted.an.says("Hai?")
    with scripted.running():
        scripted.chat.bot.answers_with("Trả lời: Hai?")
    assert shown(scripted) == ["Trả lời: Một?", "Trả lời: Hai?"]

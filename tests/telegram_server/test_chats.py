"""What the bot is told of people and groups, and what pressing and asking inline come to."""

import pytest


def told(bot):
    return bot.result("getUpdates", offset=101)


@pytest.mark.parametrize(
    ("text", "reaches"),
    [
        ("Hạn báo cáo?", False),
        ("/hoi Hạn báo cáo?", True),
        ("/hoi@test_bot Hạn?", True),
        ("/hoi@other_bot Hạn?", False),
        ("@test_bot hạn báo cáo?", False),
    ],
)
def test_with_privacy_mode_only_what_is_meant_for_the_bot_comes_from_a_group(server, bot, text, reaches):
    server.people.group(-5, "Phòng", 7)
    server.people.says(7, text, chat_id=-5)
    assert [update["message"]["text"] for update in told(bot)] == [text] * reaches


@pytest.mark.parametrize(
    ("text", "reaches"),
    [("@test_bot hạn?", True), ("hỏi @Test_Bot xem", True), ("@test_bottle hạn?", False)],
)
def test_mentions_come_in_privacy_mode_when_that_is_asked_for(server, bot, text, reaches):
    server.telegram.mentions_come_in_privacy_mode = True
    server.people.group(-5, "Phòng", 7)
    server.people.says(7, text, chat_id=-5)
    assert len(told(bot)) == reaches


def test_a_reply_to_the_bot_comes_with_what_it_replies_to(server, bot):
    server.people.group(-5, "Phòng", 7, 8)
    sent = bot.result("sendMessage", chat_id=-5, text="Trước ngày 15/11.")
    server.people.says(8, "Ai ký?", chat_id=-5, reply_to=server.messages[0])
    [update] = told(bot)
    assert update["message"]["reply_to_message"]["message_id"] == sent["message_id"]
    assert update["message"]["reply_to_message"]["from"]["is_bot"]


def test_without_privacy_mode_everything_comes(server, bot):
    server.telegram.privacy_mode = False
    server.people.group(-5, "Phòng", 7)
    server.people.says(7, "Chào cả nhà", chat_id=-5)
    assert len(told(bot)) == 1
    assert bot.result("getMe")["can_read_all_group_messages"]


def test_the_bot_learns_where_it_is_added_and_removed(server, bot):
    server.people.group(-5, "Phòng", 7)
    server.people.adds_bot(-5, 7)
    server.people.removes_bot(-5, 7)
    added, joined, removed = told(bot)
    assert added["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert joined["message"]["new_chat_members"][0]["username"] == "test_bot"
    assert removed["my_chat_member"]["new_chat_member"]["status"] == "kicked"


def test_a_person_who_blocked_the_bot_and_came_back_can_be_written_to(server, bot):
    server.people.blocks(7)
    assert bot.refusal("sendMessage", chat_id=7, text="x") == "Forbidden: bot was blocked by the user"
    server.people.unblocks(7)
    bot.result("sendMessage", chat_id=7, text="x")
    assert [update["my_chat_member"]["new_chat_member"]["status"] for update in told(bot)] == ["kicked", "member"]


def test_message_ids_grow_through_all_private_chats_and_start_anew_in_a_supergroup(server, bot):
    server.people.says(8, "/start")
    server.people.group(-1005, "Phòng", 7)
    ids = [bot.result("sendMessage", chat_id=chat, text="x")["message_id"] for chat in (7, 8, -1005, 7, -1005)]
    assert ids == [3, 4, 1, 5, 2]


def test_a_message_in_a_topic_is_answered_in_it(server, bot):
    server.people.group(-5, "Phòng", 7, topics={12: "Khen thưởng"})
    server.people.says(7, "/hoi Hạn?", chat_id=-5, thread_id=12)
    assert told(bot)[0]["message"]["message_thread_id"] == 12
    bot.result("sendMessage", chat_id=-5, message_thread_id=12, text="Trước 15/11.")
    assert "Bot #Khen thưởng: Trước 15/11." in server.transcript(-5)


def test_a_button_that_was_sent_is_pressed_and_answered_once(server, bot):
    keyboard = {"inline_keyboard": [[{"text": "Xem Điều 35", "callback_data": "p:1"}]]}
    bot.result("sendMessage", chat_id=7, text="Có.", reply_markup=keyboard)
    press = server.people.presses(server.messages[0], "điều 35", 7)
    [update] = told(bot)
    query = update["callback_query"]
    assert (query["data"], query["from"]["id"], query["message"]["text"]) == ("p:1", 7, "Có.")
    assert bot.refusal("answerCallbackQuery", callback_query_id=query["id"], text="x" * 201) == (
        "Bad Request: MESSAGE_TOO_LONG"
    )
    bot.result("answerCallbackQuery", callback_query_id=query["id"], text="Đã ghi")
    assert press.notice == "Đã ghi"
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert bot.refusal("answerCallbackQuery", callback_query_id=query["id"]) == too_old
    assert bot.refusal("answerCallbackQuery", callback_query_id="1") == too_old
    with pytest.raises(ValueError, match="no button 'Xoá'"):
        server.people.presses(server.messages[0], "Xoá", 7)


def test_a_query_answered_too_late_is_refused(server, bot):
    server.api.methods.queries.patience_seconds = -1
    server.push({"callback_query": {"id": "5", "from": {"id": 7}, "data": "forged"}})
    assert bot.refusal("answerCallbackQuery", callback_query_id="5").startswith("Bad Request: query is too old")


def article(number, text="x", **more):
    content = {"message_text": text}
    return {"type": "article", "id": str(number), "title": "Hạn", "input_message_content": content, **more}


@pytest.mark.parametrize(
    ("results", "reason"),
    [
        ([article(number) for number in range(51)], "RESULTS_TOO_MUCH"),
        ([article(1), article(1)], "RESULT_ID_DUPLICATE"),
        ([article("đ" * 33)], "RESULT_ID_INVALID"),
        ([article("")], "RESULT_ID_INVALID"),
        ([article(1, "x" * 4097)], "MESSAGE_TOO_LONG"),
        ([article(1, "")], "message text is empty"),
        ([article(1, title="")], 'can\'t parse inline query result: Can\'t find field "title"'),
        ([article(1, input_message_content=None)],
         'can\'t parse inline query result: Can\'t find field "input_message_content"'),
    ],
)  # fmt: skip
def test_inline_results_that_telegram_would_not_show_are_refused(server, bot, results, reason):
    query = server.people.asks_inline(7, "hạn")
    assert bot.refusal("answerInlineQuery", inline_query_id=query.query_id, results=results) == f"Bad Request: {reason}"
    assert not query.is_answered


def test_inline_results_are_kept_with_their_cache(server, bot):
    query = server.people.asks_inline(7, "hạn")
    assert told(bot)[0]["inline_query"]["query"] == "hạn"
    bot.result(
        "answerInlineQuery", inline_query_id=query.query_id, results=[article(1)], cache_time=0, is_personal=True
    )
    assert (query.is_answered, query.cache_seconds, query.is_personal) == (True, 0, True)
    assert bot.refusal("answerInlineQuery", inline_query_id=query.query_id, results=[]).startswith(
        "Bad Request: query is too old"
    )

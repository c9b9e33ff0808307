"""What Telegram refuses, and in which words; what it takes beside it."""

import json

import httpx
import pytest

from tests.telegram_server.calling import Caller

PNG = b"\x89PNG\r\n\x1a\n"


def buttons(*rows):
    return {"inline_keyboard": [list(row) for row in rows]}


def button(text="Xem", **more):
    return {"text": text, **(more or {"callback_data": "x"})}


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({"chat_id": 7}, "Bad Request: message text is empty"),
        ({"text": "x"}, "Bad Request: chat_id is empty"),
        ({"chat_id": 7, "text": "<b> </b>", "parse_mode": "HTML"}, "Bad Request: text must be non-empty"),
        ({"chat_id": 7, "text": "\u200b\u200d"}, "Bad Request: text must be non-empty"),
        ({"chat_id": 7, "text": "x" * 4097}, "Bad Request: message is too long"),
        ({"chat_id": 7, "text": "😀" * 2049}, "Bad Request: message is too long"),
        ({"chat_id": 7, "text": "x", "parse_mode": "RTF"}, "Bad Request: unsupported parse_mode"),
        ({"chat_id": 999, "text": "x"}, "Bad Request: chat not found"),
        ({"chat_id": "@nobody", "text": "x"}, "Bad Request: chat not found"),
        ({"chat_id": 8, "text": "x"}, "Forbidden: bot can't initiate conversation with a user"),
        ({"chat_id": 9, "text": "x"}, "Forbidden: bot was blocked by the user"),
        ({"chat_id": -5, "text": "x"}, "Forbidden: bot was kicked from the supergroup chat"),
        ({"chat_id": -6, "text": "x"}, "Forbidden: bot is not a member of the group chat"),
        ({"chat_id": 7, "text": "x", "reply_parameters": {"message_id": 999}},
         "Bad Request: message to be replied not found"),
        ({"chat_id": 7, "text": "x", "message_thread_id": 3}, "Bad Request: message thread not found"),
        ({"chat_id": 7, "text": "x", "reply_markup": "{"}, "Bad Request: can't parse reply markup JSON object"),
        ({"chat_id": 7, "text": "x", "reply_markup": buttons([button(callback_data="đ" * 33)])},
         "Bad Request: BUTTON_DATA_INVALID"),
        ({"chat_id": 7, "text": "x", "reply_markup": buttons([button(callback_data="")])},
         "Bad Request: BUTTON_DATA_INVALID"),
        ({"chat_id": 7, "text": "x", "reply_markup": buttons([button(" ")])},
         "Bad Request: can't parse inline keyboard button: Text must be non-empty"),
        ({"chat_id": 7, "text": "x", "reply_markup": buttons([{"text": "Xem"}])},
         "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        ({"chat_id": 7, "text": "x", "reply_markup": buttons([button(url="/srv/plan.pdf")])},
         "Bad Request: inline keyboard button URL '/srv/plan.pdf' is invalid: Wrong HTTP URL"),
        ({"chat_id": 7, "text": "x", "reply_markup": buttons(*[[button()]] * 101)},
         "Bad Request: reply markup is too long"),
    ],
)  # fmt: skip
def test_a_message_that_telegram_would_not_send_is_refused(server, bot, parameters, reason):
    server.telegram.user(8, "Binh")
    server.people.blocks(9)
    server.people.group(-5, "Phòng", 7)
    server.people.removes_bot(-5, 7)
    server.people.group(-6, "Tổ", 7, kind="group")
    bot.result("leaveChat", chat_id=-6)
    assert bot.refusal("sendMessage", **parameters) == reason
    assert server.messages == []


@pytest.mark.parametrize(
    "parameters",
    [
        {"text": "x" * 4096},
        {"text": "😀" * 2048},
        {"text": f"<b>{'x' * 4096}</b>", "parse_mode": "HTML"},  # counted after parsing
        {"text": "x", "reply_parameters": {"message_id": 999, "allow_sending_without_reply": True}},
        {"text": "x", "reply_parameters": {"message_id": 1}},
        {"text": "x", "reply_markup": buttons([button(callback_data="x" * 64)], [button(url="https://a.vn")])},
        {"text": "x", "reply_markup": buttons(*[[button()]] * 100)},
    ],
)
def test_a_message_at_the_edge_is_sent(server, bot, parameters):
    bot.result("sendMessage", chat_id=7, **parameters)
    assert len(server.messages) == 1
    assert server.warnings == []


def test_a_migrated_group_is_refused_with_its_new_id(server, bot):
    server.people.group(-5, "Phòng", 7, kind="group")
    server.people.migrates(-5, -1005)
    body = bot.answer("sendMessage", chat_id=-5, text="x").json()
    assert body["error_code"] == 400
    assert body["parameters"] == {"migrate_to_chat_id": -1005}
    bot.result("sendMessage", chat_id=-1005, text="x")


def test_fields_that_no_method_has_are_warnings(server, bot):
    bot.result("sendMessage", chat_id=7, text="x", reply_to=3, parsemode="HTML")
    assert sorted(server.warnings) == ["sendMessage has no field 'parsemode'", "sendMessage has no field 'reply_to'"]


def test_more_buttons_in_a_row_than_are_shown_are_a_warning(server, bot):
    bot.result("sendMessage", chat_id=7, text="x", reply_markup=buttons([button()] * 9))
    assert server.warnings == ["9 buttons in a row: Telegram shows 8"]


def test_white_space_is_taken_off_and_entities_move(server, bot):
    sent = bot.result("sendMessage", chat_id=7, text="\n\n <b>Đậm</b> \n", parse_mode="HTML")
    assert sent["text"] == "Đậm"
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 3}]


def test_the_same_call_is_read_from_an_address_a_form_and_json(server, bot):
    url, keyboard = bot.url("sendMessage"), json.dumps(buttons([button()]))
    parameters = {"chat_id": "7", "text": "x", "reply_markup": keyboard}
    with httpx.Client(trust_env=False) as http:
        http.get(url, params=parameters)
        http.post(url, data=parameters)
        http.post(url, json={**parameters, "chat_id": 7, "reply_markup": buttons([button()])})
    assert [message.labels() for message in server.messages] == [["Xem"]] * 3


def test_edits_are_refused_where_telegram_refuses_them(server, bot):
    sent = bot.result("sendMessage", chat_id=7, text="<b>a</b>", parse_mode="HTML", reply_markup=buttons([button()]))
    number = sent["message_id"]
    same = {"chat_id": 7, "message_id": number, "text": "<b>a</b>", "parse_mode": "HTML"}
    assert bot.refusal("editMessageText", **same, reply_markup=buttons([button()])).startswith(
        "Bad Request: message is not modified: specified new message content"
    )
    assert bot.refusal("editMessageText", chat_id=7, message_id=1, text="b") == "Bad Request: message can't be edited"
    assert (
        bot.refusal("editMessageText", chat_id=7, message_id=99, text="b") == "Bad Request: message to edit not found"
    )
    assert bot.refusal("editMessageText", chat_id=7, text="b") == "Bad Request: message identifier is not specified"
    assert bot.refusal("editMessageCaption", chat_id=7, message_id=number, caption="b").endswith(
        "there is no caption in the message to edit"
    )
    bot.result("editMessageText", **same)  # without its buttons it is another message
    assert server.messages[0].keyboard == []
    bot.result("editMessageReplyMarkup", chat_id=7, message_id=number, reply_markup=buttons([button("Mới")]))
    assert server.messages[0].labels() == ["Mới"]


def test_a_deleted_message_is_gone(server, bot):
    number = bot.result("sendMessage", chat_id=7, text="Nhầm")["message_id"]
    bot.result("deleteMessage", chat_id=7, message_id=number)
    assert bot.refusal("deleteMessage", chat_id=7, message_id=number) == "Bad Request: message to delete not found"
    assert "Nhầm" not in server.transcript(7)


def test_files_are_sent_again_by_their_id_and_come_back_whole(server, bot):
    sent = bot.result("sendDocument", {"document": ("Kế hoạch.pdf", b"%PDF", "application/pdf")}, chat_id="7")
    file_id = sent["document"]["file_id"]
    assert sent["document"]["file_name"] == "Kế hoạch.pdf"
    bot.result("sendDocument", chat_id=7, document=file_id, caption="<b>Lại</b>", parse_mode="HTML")
    assert server.messages[1].shown == "Lại"
    assert bot.downloaded(bot.result("getFile", file_id=file_id)["file_path"]) == b"%PDF"


@pytest.mark.parametrize(
    ("method", "files", "parameters", "reason"),
    [
        ("sendDocument", None, {}, "Bad Request: there is no document in the request"),
        ("sendDocument", {"document": ("a", b"")}, {}, "Bad Request: file must be non-empty"),
        ("sendDocument", None, {"document": "AgAD"},
         "Bad Request: wrong remote file identifier specified: Wrong character in the string"),
        ("sendDocument", {"document": ("a", b"x" * (50 * 1024 * 1024 + 1))}, {}, "Request Entity Too Large"),
        ("sendDocument", {"document": ("a", b"x")}, {"caption": "x" * 1025},
         "Bad Request: message caption is too long"),
        ("sendPhoto", {"photo": ("a.png", PNG + b"x" * 10 * 1024 * 1024)}, {},
         "Bad Request: file of size 10485768 bytes is too big for a photo; the maximum size is 10485760 bytes"),
        ("sendPhoto", {"photo": ("a.pdf", b"%PDF")}, {}, "Bad Request: IMAGE_PROCESS_FAILED"),
        ("getFile", None, {"file_id": "AgAD"}, "Bad Request: wrong file_id or the file is temporarily unavailable"),
        ("sendChatAction", None, {"action": "thinking"}, "Bad Request: wrong parameter action in request"),
    ],
)  # fmt: skip
def test_files_that_telegram_would_not_take_are_refused(bot, method, files, parameters, reason):
    chat = {} if method == "getFile" else {"chat_id": "7"}
    assert bot.refusal(method, files, **chat, **parameters) == reason


def test_a_file_over_twenty_megabytes_cannot_be_fetched(server, bot):
    message = server.people.sends_file(7, "to.pdf", b"x" * (20 * 1024 * 1024 + 1))
    assert bot.refusal("getFile", file_id=message.file.file_id) == "Bad Request: file is too big"


@pytest.mark.parametrize(
    ("commands", "reason"),
    [
        ([{"command": "Hỏi", "description": "x"}], "Bad Request: BOT_COMMAND_INVALID"),
        ([{"command": "x" * 33, "description": "x"}], "Bad Request: BOT_COMMAND_INVALID"),
        ([{"command": "hoi", "description": ""}], "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "hoi", "description": "x" * 257}], "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "hoi", "description": "x"}] * 101, "Bad Request: BOT_COMMANDS_TOO_MUCH"),
    ],
)
def test_commands_that_telegram_would_not_list_are_refused(bot, commands, reason):
    assert bot.refusal("setMyCommands", commands=commands) == reason


def test_commands_are_kept_by_scope(bot):
    everyone = [{"command": "hoi", "description": "Hỏi"}]
    admin = [*everyone, {"command": "duyet", "description": "Duyệt"}]
    bot.result("setMyCommands", commands=everyone)
    bot.result("setMyCommands", commands=admin, scope={"type": "chat", "chat_id": 7})
    assert bot.result("getMyCommands") == everyone
    assert bot.result("getMyCommands", scope={"type": "chat", "chat_id": 7}) == admin
    bot.result("deleteMyCommands", scope={"type": "chat", "chat_id": 7})
    assert bot.result("getMyCommands", scope={"type": "chat", "chat_id": 7}) == []
    assert bot.refusal("setMyCommands", commands=everyone, scope={"type": "chat", "chat_id": 99}) == (
        "Bad Request: chat not found"
    )


def test_descriptions_have_their_lengths(bot):
    bot.result("setMyDescription", description="x" * 512)
    bot.result("setMyShortDescription", short_description="x" * 120)
    assert bot.refusal("setMyDescription", description="x" * 513) == "Bad Request: description is too long"
    assert bot.refusal("setMyShortDescription", short_description="x" * 121).endswith("is too long")


def test_reactions_are_those_that_telegram_has(server, bot):
    bot.result("setMessageReaction", chat_id=7, message_id=1, reaction=[{"type": "emoji", "emoji": "👍"}])
    assert server.telegram.chats[7].messages[1].reactions == ["👍"]
    wrong = [{"type": "emoji", "emoji": "✅"}]
    assert bot.refusal("setMessageReaction", chat_id=7, message_id=1, reaction=wrong) == "Bad Request: REACTION_INVALID"


def test_an_unknown_method_and_a_wrong_token_are_told_apart(server, bot):
    assert bot.answer("sendMesage").status_code == 404
    with Caller(server, token="4242:another") as stranger:
        assert stranger.refusal("getMe") == "Unauthorized"
        assert stranger.answer("getMe").status_code == 401

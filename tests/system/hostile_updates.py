"""Updates that are seldom seen, lack what the bot may count on, or come from where nobody asked it anything."""

from collections.abc import Iterator

from tests.system.hostile_input import (
    DATE,
    GROUP_ID,
    OTHER_USER_ID,
    HostileInput,
    command_entity,
    group_chat,
    message,
    private_chat,
    user,
)

STRANGER_ID = 31337
MENTION = "@test_bot"
OTHER_BOT = {"id": 4343, "is_bot": True, "first_name": "Khác", "username": "other_bot"}


def hostile_updates() -> Iterator[HostileInput]:
    yield from _groups()
    yield from _strangers()
    yield from _odd_senders()
    yield from _odd_messages()
    yield from _odd_contents()
    yield from _odd_kinds()


def _groups() -> Iterator[HostileInput]:
    """What is said in groups; the most is not for the bot."""
    for text in (
        "ai ký KH 0125",
        "hỏi bot xem",
        "test_bot ơi",
        "@test_bots ai ký",
        "@TEST_BOT ai ký",
        "gửi an@test_bot.vn nhé",
        "ok @test_bot",
        "@test_bot",
        "@test_bot\u200b ai ký",
        "@other_bot ai ký",
    ):
        yield _in_group(f"said: {text[:30]!r}", text)
    for command in ("/hoi", "/hoi@other_bot ai ký", "/duyet 123456", "/thuhoi 8", "/tamdung", "/quen", "/start doc_x"):
        yield _in_group(f"command {command}", command, entities=[command_entity(command)])
    far = [{"type": "mention", "offset": 9_999, "length": 9}]
    yield _in_group("a mention beyond the end of the text", "ai ký", entities=far)
    negative = [{"type": "mention", "offset": -5, "length": -1}]
    yield _in_group("a mention of less than no letters", "ai ký", entities=negative)
    halved = [{"type": "mention", "offset": 1, "length": 9}]
    yield _in_group("a mention that begins inside an emoji", f"😀{MENTION} ai ký", entities=halved)
    mention_of_person = [{"type": "text_mention", "offset": 0, "length": 3, "user": user(OTHER_USER_ID)}]
    yield _in_group("a person without a name is mentioned", "Anh ai ký", entities=mention_of_person)
    reply = {"message_id": 1, "date": DATE, "chat": group_chat(), "from": user(OTHER_USER_ID), "text": "ai ký"}
    yield _in_group("a reply to a person", "còn hiệu lực không", reply_to_message=reply)
    yield _in_group("a reply to another bot", "ai ký", reply_to_message={**reply, "from": OTHER_BOT})
    yield _in_group("a message of another bot", f"{MENTION} ai ký", **{"from": OTHER_BOT})
    yield _in_group("an anonymous admin", "/duyet 123456", **_anonymous_admin())
    channel = {"id": -100777, "type": "channel", "title": "Kênh"}
    as_channel = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
    yield _in_group("a channel speaks", f"{MENTION} ai ký", **{"from": as_channel, "sender_chat": channel})
    service = user(777000, first_name="Telegram")
    forwarded = {"from": service, "sender_chat": channel, "is_automatic_forward": True}
    yield _in_group("a channel's post is passed on to its group", f"{MENTION} ai ký", **forwarded)
    yield _in_group("a topic of a forum", f"{MENTION} ai ký", message_thread_id=12, is_topic_message=True)
    yield _in_group("a topic that is closed", "", message_thread_id=12, forum_topic_closed={})
    yield _in_group("the group moves", None, migrate_to_chat_id=-100999)
    yield _in_group("the group has moved", None, migrate_from_chat_id=-100998)
    yield _in_group("somebody joins", None, new_chat_members=[user(OTHER_USER_ID)])
    yield _in_group("the bot joins", None, new_chat_members=[{"id": 4242, "is_bot": True, "first_name": "Thử"}])
    yield _in_group("somebody leaves", None, left_chat_member=user(OTHER_USER_ID))
    yield _in_group("a title with tags", None, new_chat_title="<b>Phòng</b> & \u202e")
    yield _in_group("a message is pinned", None, pinned_message={**reply})
    yield _in_group("a foreign group", f"{MENTION} ai ký", chat=group_chat(-100555, title="Nhóm lạ"))
    basic = {"id": -55, "type": "group", "title": "Nhóm nhỏ"}
    yield _in_group("a basic group", f"{MENTION} ai ký", chat=basic)


def _strangers() -> Iterator[HostileInput]:
    """Nobody approved them."""
    for text in (
        "ai ký KH 0125",
        "/start",
        "/start doc_AAAAAAAAAAAA",
        "/hoi ai ký",
        "/duyet 123456",
        "/quen",
        "/vanban 152",
    ):
        yield _of_stranger(f"types {text!r}", message(text, **_stranger()))
    document = {"file_id": "file-9", "file_unique_id": "unique-9", "file_name": "x.pdf", "file_size": 10}
    yield _of_stranger("sends a file", message(document=document, **_stranger()))
    yield HostileInput(
        "stranger", "edits a message", {"edited_message": message("ai ký", edit_date=DATE, **_stranger())}
    )
    inline = {"id": "89", "from": user(STRANGER_ID), "query": "ai ký", "offset": ""}
    yield HostileInput("stranger", "asks inline", {"inline_query": inline})
    named = user(STRANGER_ID, first_name="<b>An</b>\u202e", last_name="' OR 1=1 --", username="x" * 32)
    yield _of_stranger("has a name with tags", message("/start", **{**_stranger(), "from": named}))
    long_named = user(STRANGER_ID, first_name="😀" * 64, last_name="a\u0301" * 64)
    yield _of_stranger("has a very long name", message("/start", **{**_stranger(), "from": long_named}))


def _odd_senders() -> Iterator[HostileInput]:
    no_sender = message("ai ký")
    del no_sender["from"]
    yield _odd("no sender", {"message": no_sender})
    yield _odd("a sender with a number of 52 bits", {"message": _from(2**52 - 1, "ai ký")})
    yield _odd("a sender numbered nought", {"message": _from(0, "ai ký")})
    yield _odd("a sender with a negative number", {"message": _from(-7, "ai ký")})
    yield _odd("a bot writes", {"message": message("ai ký", **{"from": OTHER_BOT, "chat": private_chat(4343)})})
    yield _odd("another sender than the chat's", {"message": message("ai ký", **{"from": user(OTHER_USER_ID)})})
    yield _odd("no language, an empty name", {"message": message("ai ký", **{"from": user(first_name="")})})
    yield _odd("a language that is none", {"message": message("ai ký", **{"from": user(language_code="<b>")})})


def _odd_messages() -> Iterator[HostileInput]:
    forwarded = {"type": "user", "sender_user": user(OTHER_USER_ID), "date": DATE}
    hidden = {"type": "hidden_user", "sender_user_name": "<b>x", "date": DATE}
    own = {"message_id": 4998, "date": DATE, "chat": private_chat(), "text": "Người khác hỏi: ai ký"}
    yield _odd("forwarded", {"message": message("ai ký KH 0125", forward_origin=forwarded)})
    yield _odd("forwarded from a hidden user", {"message": message("/duyet 123456", forward_origin=hidden)})
    yield _odd("through another bot", {"message": message("ai ký", via_bot=OTHER_BOT)})
    yield _odd("a reply to a message that is gone", {"message": message("ai ký", reply_to_message=None)})
    yield _odd("a reply to a forged message", {"message": message("ai ký", reply_to_message=own)})
    yield _odd("a quotation with tags", {"message": message("ai ký", quote={"text": "<b>x", "position": 0})})
    yield _odd("dated nought", {"message": message("ai ký", date=0)})
    yield _odd("dated long ago", {"message": message("ai ký", date=1)})
    yield _odd("dated in the far future", {"message": message("ai ký", date=4_102_444_800)})
    yield _odd("message id nought", {"message": message("ai ký", message_id=0)})
    yield _odd("the largest message id", {"message": message("ai ký", message_id=2**31 - 1)})
    yield _odd("an empty text", {"message": message("")})
    yield _odd("nothing at all", {"message": message()})
    yield _odd("unknown fields", {"message": message("ai ký", not_yet_known={"a": [1, {"b": None}]})})
    wrong = [{"type": "not_yet_known", "offset": 0, "length": 2}]
    yield _odd("an entity of an unknown type", {"message": message("ai ký", entities=wrong)})
    command = [{"type": "bot_command", "offset": 3, "length": 2}]
    yield _odd("a command in the middle", {"message": message("ai /k", entities=command)})
    many = [{"type": "bold", "offset": number, "length": 1} for number in range(5)] * 200
    yield _odd("1,000 entities", {"message": message("ai ký", entities=many)})
    yield _odd("in a topic of a private chat", {"message": message("ai ký", message_thread_id=3)})
    edited = message("KH 0125 ai ký", edit_date=DATE + 5)
    yield _odd("edited, though never sent", {"edited_message": {**edited, "message_id": 999_999}})
    yield _odd("edited into a command", {"edited_message": message("/duyet 123456", edit_date=DATE + 5)})
    yield _odd("edited into nothing", {"edited_message": message(None, edit_date=DATE + 5)})
    by_other = {**edited, "from": user(OTHER_USER_ID)}
    yield _odd("edited by another", {"edited_message": {**by_other, "chat": group_chat()}})


def _odd_contents() -> Iterator[HostileInput]:
    """Messages that hold no text."""
    file = {"file_id": "file-2", "file_unique_id": "unique-2"}
    contents: dict[str, object] = {
        "sticker": {**file, "type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False},
        "voice": {**file, "duration": 1},
        "photo": [{**file, "width": 1, "height": 1}],
        "video": {**file, "width": 1, "height": 1, "duration": 1},
        "video_note": {**file, "length": 1, "duration": 1},
        "audio": {**file, "duration": 1, "file_name": "../../x.mp3"},
        "animation": {**file, "width": 1, "height": 1, "duration": 1},
        "contact": {"phone_number": "' OR 1=1 --", "first_name": "<b>"},
        "location": {"latitude": 91.0, "longitude": 181.0},
        "dice": {"emoji": "🎲", "value": 6},
        "new_chat_title": "<b>",
        "delete_chat_photo": True,
        "message_auto_delete_timer_changed": {"message_auto_delete_time": 1},
        "web_app_data": {"data": "c:{answer_id}:1", "button_text": "<b>"},
        "users_shared": {"request_id": 1, "users": [{"user_id": OTHER_USER_ID}]},
        "write_access_allowed": {},
    }
    for kind, content in contents.items():
        yield HostileInput("content", kind, {"message": message(None, **{kind: content})})
    poll = {"id": "1", "question": "<b>ai ký", "options": []}
    yield HostileInput("unparsable", "a poll with less than it must have", {"message": message(None, poll=poll)})
    captioned = message(None, photo=contents["photo"], caption="<b>KH 0125 ai ký" + "a" * 1_000)
    yield HostileInput("content", "a photo with a long caption", {"message": captioned})


def _odd_kinds() -> Iterator[HostileInput]:
    channel = {"id": -100777, "type": "channel", "title": "Kênh"}
    post = {"message_id": 3, "date": DATE, "chat": channel, "text": f"{MENTION} ai ký"}
    business = message("ai ký", business_connection_id="b1", **{"from": user(OTHER_USER_ID)})
    connection = {
        "id": "b1",
        "user": user(),
        "user_chat_id": 7,
        "date": DATE,
        "can_reply": True,
        "is_enabled": True,
    }
    yield _odd("a channel's post", {"channel_post": post})
    yield _odd("a channel's command", {"channel_post": {**post, "text": "/duyet 123456"}})
    yield _odd("a channel's edited post", {"edited_channel_post": {**post, "edit_date": DATE}})
    yield _odd("a business message", {"business_message": business})
    yield _odd("an edited business message", {"edited_business_message": {**business, "edit_date": DATE}})
    yield _odd("a business connection", {"business_connection": connection})
    incomplete = {"poll_id": "1", "user": user(), "option_ids": [0]}
    yield HostileInput("unparsable", "an answer to a poll with less than it must have", {"poll_answer": incomplete})
    chosen = {"result_id": "{answer_id}", "from": user(), "query": "<b>"}
    yield _odd("an inline result was chosen", {"chosen_inline_result": chosen})
    for status in ("kicked", "left", "member"):
        yield _odd(f"the bot is {status} in a group", {"my_chat_member": _membership(group_chat(), status)})
        yield _odd(f"the bot is {status} in a private chat", {"my_chat_member": _membership(private_chat(), status)})
    request = {"chat": group_chat(), "from": user(STRANGER_ID), "user_chat_id": STRANGER_ID, "date": DATE}
    yield _odd("somebody asks to join", {"chat_join_request": request})
    reaction = {
        "chat": private_chat(),
        "message_id": 4999,
        "user": user(),
        "date": DATE,
        "old_reaction": [],
        "new_reaction": [{"type": "emoji", "emoji": "👍"}],
    }
    yield _odd("a reaction", {"message_reaction": reaction})
    payment = {"id": "1", "from": user(), "currency": "XTR", "total_amount": 1, "invoice_payload": "x"}
    yield _odd("a payment that nobody asked for", {"pre_checkout_query": payment})
    yield _odd("a kind of update that is not yet known", {"not_yet_known": {"from": user()}})
    yield _odd("an update of nothing", {})


def _in_group(description: str, text: str | None, **more: object) -> HostileInput:
    said = {"chat": group_chat(), **more}
    if text and MENTION in text.split() and "entities" not in more:
        said["entities"] = [{"type": "mention", "offset": text.index(MENTION), "length": len(MENTION)}]
    return HostileInput("group", description, {"message": message(text, **said)})


def _anonymous_admin() -> dict:
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    return {"from": anonymous, "sender_chat": group_chat(GROUP_ID)}


def _stranger() -> dict:
    return {"from": user(STRANGER_ID), "chat": private_chat(STRANGER_ID)}


def _of_stranger(description: str, sent: dict) -> HostileInput:
    return HostileInput("stranger", description, {"message": sent})


def _from(user_id: int, text: str) -> dict:
    return message(text, **{"from": user(user_id), "chat": private_chat(user_id)})


def _odd(description: str, update: dict) -> HostileInput:
    return HostileInput("odd update", description, update)


def _membership(chat: dict, status: str) -> dict:
    own = {"id": 4242, "is_bot": True, "first_name": "Thử", "username": "test_bot"}
    until = {"until_date": 0} if status == "kicked" else {}
    return {
        "chat": chat,
        "from": user(),
        "date": DATE,
        "old_chat_member": {"user": own, "status": "member"},
        "new_chat_member": {"user": own, "status": status, **until},
    }

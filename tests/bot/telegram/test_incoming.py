"""What updates say to the bot: whom they are for, and what is left of the text."""

import pytest
from telegram import Update

from bot.telegram.incoming import Joined, Moved, Pressed, Said, TypedInline, incoming

BOT_ID, BOT_NAME = 4242, "test_bot"
AN = {"id": 7, "is_bot": False, "first_name": "An", "last_name": "Lê", "username": "an_le"}
BOT = {"id": BOT_ID, "is_bot": True, "first_name": "Thử", "username": BOT_NAME}
PRIVATE = {"id": 7, "type": "private"}
GROUP = {"id": -100, "type": "supergroup", "title": "Phòng Nội vụ"}


def message(text, chat=PRIVATE, **more):
    return {"message_id": 1, "date": 1_700_000_000, "chat": chat, "from": AN, "text": text, **more}


def mention(text, name):
    start = len(text[: text.index(name)].encode("utf-16-le")) // 2
    return {"entities": [{"type": "mention", "offset": start, "length": len(name)}]}


def read(**update):
    return incoming(Update.de_json({"update_id": 5, **update}, None), BOT_ID, BOT_NAME)


def said(text, chat=PRIVATE, **more):
    return read(message=message(text, chat, **more))


@pytest.mark.parametrize(
    ("text", "command", "rest"),
    [
        ("Hạn nộp hồ sơ?", "", "Hạn nộp hồ sơ?"),
        ("/hoi Hạn nộp hồ sơ?", "hoi", "Hạn nộp hồ sơ?"),
        ("/HOI\nHạn nộp?", "hoi", "Hạn nộp?"),
        ("/hoi@Test_Bot hạn nộp", "hoi", "hạn nộp"),
        ("/moi", "moi", ""),
        ("141/KH-UBND", "", "141/KH-UBND"),
        ("/ 12", "", "/ 12"),
        ("/tmp/x", "", "/tmp/x"),
    ],
)
def test_commands_and_their_text(text, command, rest):
    found = said(text)
    assert (found.command, found.text) == (command, rest)


def test_in_a_private_chat_everything_is_for_the_bot():
    found = said("ai ký?")
    assert isinstance(found, Said)
    assert found.is_addressed
    assert (found.sender.name, found.sender.username, found.place.is_private) == ("An Lê", "an_le", True)


@pytest.mark.parametrize(
    ("text", "more", "is_addressed", "rest"),
    [
        ("mai họp lúc 8 giờ nhé", {}, False, "mai họp lúc 8 giờ nhé"),
        ("/hoi hạn nộp", {}, True, "hạn nộp"),
        ("@test_bot hạn nộp?", mention("@test_bot hạn nộp?", "@test_bot"), True, "hạn nộp?"),
        ("👩‍💻 ơi @Test_Bot hạn?", mention("👩‍💻 ơi @Test_Bot hạn?", "@Test_Bot"), True, "👩‍💻 ơi   hạn?"),
        ("@test_bottle hạn?", mention("@test_bottle hạn?", "@test_bottle"), False, "@test_bottle hạn?"),
        ("viết test_bot vào đây", {}, False, "viết test_bot vào đây"),
        ("ai ký?", {"reply_to_message": {**message("…", GROUP), "from": BOT}}, True, "ai ký?"),
        ("ai ký?", {"reply_to_message": message("…", GROUP)}, False, "ai ký?"),
    ],
)
def test_in_a_group_only_what_speaks_to_the_bot(text, more, is_addressed, rest):
    found = said(text, GROUP, **more)
    assert (found.is_addressed, found.text) == (is_addressed, rest)


@pytest.mark.parametrize(
    "update",
    [
        {"message": message("/hoi@other_bot hạn?", GROUP)},
        {"message": {**message("x", GROUP), "from": BOT}},
        {"message": {**message("x"), "from": None}},
        {"message": message("x", via_bot={**BOT, "id": 1})},
        {"message": message("x", {"id": -5, "type": "channel", "title": "Kênh"})},
        {"channel_post": message("x", {"id": -5, "type": "channel", "title": "Kênh"})},
        {"callback_query": {"id": "1", "from": AN, "chat_instance": "1", "data": "c:x:1"}},
        {},
    ],
)
def test_what_does_not_concern_the_bot_is_nothing(update):
    assert read(**update) is None


def test_an_anonymous_administrator_of_a_group_is_heard():
    stand_in = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    found = read(message={**message("/hoi hạn?", GROUP), "from": stand_in, "sender_chat": GROUP})
    assert (found.text, found.place.chat_id) == ("hạn?", -100)


def test_an_edited_message_is_known_as_such():
    assert read(edited_message=message("Hạn nộp?", edit_date=1_700_000_001)).is_edited


def test_a_topic_of_a_forum_is_kept():
    found = said("/hoi hạn?", GROUP, message_thread_id=9, is_topic_message=True)
    assert found.place.thread_id == 9


def test_a_file_comes_with_its_caption():
    document = {"file_id": "F", "file_unique_id": "U", "file_name": "ke hoach.pdf", "file_size": 12}
    found = read(message={**message(""), "caption": "kế hoạch mới", "document": document})
    assert (found.file.name, found.file.size, found.text) == ("ke hoach.pdf", 12, "kế hoạch mới")


def test_a_pressed_button_a_typed_query_a_move_and_a_group_joined():
    query = {"id": "1", "from": AN, "chat_instance": "1", "data": "d:x", "message": message("…", GROUP)}
    assert isinstance(read(callback_query=query), Pressed)
    assert isinstance(read(inline_query={"id": "1", "from": AN, "query": "hạn", "offset": ""}), TypedInline)
    assert read(message=message("", GROUP, migrate_to_chat_id=-200)) == Moved(-100, -200)
    member = {"chat": GROUP, "from": AN, "date": 1_700_000_000, "old_chat_member": {"status": "left", "user": BOT}}
    change = {**member, "new_chat_member": {"status": "member", "user": BOT}}
    assert isinstance(read(my_chat_member=change), Joined)


def test_a_command_that_is_passed_on_commands_nothing():
    origin = {"type": "user", "date": 1_700_000_000, "sender_user": {**AN, "id": 9}}
    assert said("/duyet 123456", forward_origin=origin).command == ""


def test_a_post_of_a_channel_that_a_group_shows_is_not_heard():
    service = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
    channel = {"id": -5, "type": "channel", "title": "Kênh"}
    assert read(message={**message("/hoi hạn?", GROUP), "from": service, "sender_chat": channel}) is None


def test_odd_names_and_entities_are_read_all_the_same():
    broken = {"entities": [{"type": "mention", "offset": 1, "length": 2}]}
    found = read(message={**message("👩 hạn?", GROUP, **broken), "from": {**AN, "first_name": "", "last_name": None}})
    assert (found.is_addressed, found.sender.name) == (False, "")


def test_half_a_character_is_made_whole():
    assert said("hạn \ud83d nộp?").text == "hạn \ufffd nộp?"

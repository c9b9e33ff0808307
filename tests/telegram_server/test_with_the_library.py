"""What the server answers is what the library that the bot uses understands."""

import asyncio

import pytest
from telegram import (
    Bot,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputFile,
    InputTextMessageContent,
    ReplyParameters,
)
from telegram.error import BadRequest, Forbidden, RetryAfter

from tests.telegram_server.faults import flood

# The library announces a change of type.
pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after:telegram.warnings.PTBDeprecationWarning")


def bot_of(server):
    return Bot(server.token, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot")


def test_messages_edits_files_and_settings(server):
    async def session():
        async with bot_of(server) as bot:
            assert bot.username == "test_bot"
            keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Xem", callback_data="c:1")]])
            sent = await bot.send_message(
                7, "<b>Đậm</b>", parse_mode="HTML", reply_markup=keyboard, reply_parameters=ReplyParameters(1)
            )
            assert (sent.text, sent.reply_to_message.message_id, sent.entities[0].type) == ("Đậm", 1, "bold")
            edited = await bot.edit_message_text("Khác", 7, sent.message_id)
            assert (edited.text, edited.reply_markup) == ("Khác", None)
            document = await bot.send_document(7, InputFile(b"%PDF", "Kế hoạch.pdf"), caption="Nguồn")
            assert document.document.file_name == "Kế hoạch.pdf"
            again = await bot.send_document(7, document.document.file_id)
            fetched = await (await bot.get_file(again.document.file_id)).download_as_bytearray()
            assert bytes(fetched) == b"%PDF"
            photo = await bot.send_photo(7, b"\x89PNG\r\n\x1a\n")
            assert photo.photo[-1].file_id
            await bot.set_my_commands([("hoi", "Hỏi")], scope=BotCommandScopeChat(7))
            assert [command.command for command in await bot.get_my_commands(BotCommandScopeChat(7))] == ["hoi"]
            await bot.set_my_description("Trả lời")
            await bot.set_message_reaction(7, 1, "👍")
            await bot.send_chat_action(7, "typing")
            assert (await bot.get_chat(7)).first_name == "An"
            assert await bot.delete_message(7, sent.message_id)

    asyncio.run(session())
    assert server.warnings == []


def test_updates_of_every_sort(server):
    async def session():
        async with bot_of(server) as bot:
            keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Xem", callback_data="c:1")]])
            await bot.send_message(7, "Có.", reply_markup=keyboard)
            people = server.people
            people.group(-5, "Phòng", 7)
            people.adds_bot(-5, 7)
            people.edits(people.says(7, "/hoi", chat_id=-5), "/hoi@test_bot Hạn?")
            people.sends_file(7, "a.pdf", b"%PDF")
            people.presses(server.messages[0], "Xem", 7)
            people.asks_inline(7, "hạn")
            people.blocks(7)
            updates = await bot.get_updates(offset=101, timeout=5)
            pressed = next(update.callback_query for update in updates if update.callback_query)
            await pressed.answer("Đã mở")
            asked = next(update.inline_query for update in updates if update.inline_query)
            await asked.answer([InlineQueryResultArticle("1", "Hạn", InputTextMessageContent("x"))], cache_time=0)
            return [update.to_dict() for update in updates]

    told = asyncio.run(session())
    assert [set(update) - {"update_id"} for update in told] == [
        {"my_chat_member"}, {"message"}, {"message"}, {"edited_message"}, {"message"}, {"callback_query"},
        {"inline_query"}, {"my_chat_member"},
    ]  # fmt: skip
    assert server.warnings == []


def test_refusals_are_the_librarys_errors(server):
    async def session():
        async with bot_of(server) as bot:
            server.faults.next("sendMessage", flood(3))
            with pytest.raises(RetryAfter):
                await bot.send_message(7, "x")
            with pytest.raises(BadRequest, match="Can't parse entities"):
                await bot.send_message(7, "<b>x", parse_mode="HTML")
            server.people.blocks(7)
            with pytest.raises(Forbidden, match="blocked by the user"):
                await bot.send_message(7, "x")

    asyncio.run(session())

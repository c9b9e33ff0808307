"""What the bot changes in a chat: editMessageText, editMessageCaption, editMessageReplyMarkup, deleteMessage, pins."""

import time

from tests.telegram_server.chats import Chat, Message, Version
from tests.telegram_server.html_text import Formatted
from tests.telegram_server.keyboards import Keyboard, checked_keyboard
from tests.telegram_server.parameters import Parameters
from tests.telegram_server.refusal import bad_request
from tests.telegram_server.sending import LONGEST_CAPTION, LONGEST_TEXT, read_text
from tests.telegram_server.telegram import Telegram

LONGEST_LIFE_TO_DELETE_SECONDS = 48 * 3600

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


class Editing:
    """Each method takes the call's parameters and gives the result, or raises Refused."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    def edit_message_text(self, call: Parameters) -> object:
        formatted = read_text(self._telegram, call, "text", "entities", LONGEST_TEXT)
        if call.has("inline_message_id"):
            return True
        message = self._own(call)
        if message.file is not None:
            raise bad_request("there is no text in the message to edit")
        return self._edit(message, call, formatted, call.text("text"))

    def edit_message_caption(self, call: Parameters) -> object:
        formatted = read_text(self._telegram, call, "caption", "caption_entities", LONGEST_CAPTION)
        message = self._own(call)
        if message.file is None:
            raise bad_request("there is no caption in the message to edit")
        return self._edit(message, call, formatted, call.text("caption"))

    def edit_message_reply_markup(self, call: Parameters) -> object:
        if call.has("inline_message_id"):
            return True
        message = self._own(call)
        return self._edit(message, call, Formatted(message.shown, message.entities), message.written)

    def _own(self, call: Parameters) -> Message:
        chat = self._telegram.chat_to_write(call.text("chat_id"))
        message = _named(chat, call, "edit")
        if not message.is_from_bot:
            raise bad_request("message can't be edited")
        return message

    def _edit(self, message: Message, call: Parameters, formatted: Formatted, written: str) -> object:
        keyboard: Keyboard = checked_keyboard(call.structure("reply_markup"), self._telegram.warnings)
        now = (message.shown, message.entities, message.keyboard)
        if now == (formatted.text, formatted.entities, keyboard):
            raise bad_request(_NOT_MODIFIED)
        telegram = self._telegram
        telegram.flow.count(message.chat.id, is_group=not message.chat.is_private, now=time.monotonic())
        if (message.shown, message.entities) != (formatted.text, formatted.entities):
            message.earlier.append(Version(message.edited_at or message.sent_at, message.shown, message.written))
            message.edited_at = telegram.clock()
        message.shown, message.entities, message.written = formatted.text, formatted.entities, written
        message.keyboard = keyboard
        telegram.record_edit(message)
        return message.as_json()

    def delete_message(self, call: Parameters) -> object:
        chat = self._telegram.chat_to_write(call.text("chat_id"))
        message = _named(chat, call, "delete")
        is_old = self._telegram.clock() - message.sent_at > LONGEST_LIFE_TO_DELETE_SECONDS
        if is_old or (not message.is_from_bot and not chat.is_private and chat.bot_status != "administrator"):
            raise bad_request("message can't be deleted")
        message.is_deleted = True
        self._telegram.changed.notify_all()
        return True

    def pin_chat_message(self, call: Parameters) -> object:
        chat = self._may_pin(call)
        chat.pinned.append(_named(chat, call, "pin").message_id)
        return True

    def unpin_chat_message(self, call: Parameters) -> object:
        chat = self._may_pin(call)
        message_id = call.number("message_id") if call.has("message_id") else next(iter(chat.pinned[-1:]), 0)
        if message_id in chat.pinned:
            chat.pinned.remove(message_id)
        return True

    def unpin_all_chat_messages(self, call: Parameters) -> object:
        self._may_pin(call).pinned.clear()
        return True

    def _may_pin(self, call: Parameters) -> Chat:
        chat = self._telegram.chat_to_write(call.text("chat_id"))
        if not chat.is_private and chat.bot_status != "administrator":
            raise bad_request("not enough rights to manage pinned messages in the chat")
        return chat


def _named(chat: Chat, call: Parameters, act: str) -> Message:
    if not call.has("message_id"):
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(call.number("message_id"))
    if message is None or message.is_deleted:
        raise bad_request(f"message to {act} not found")
    return message

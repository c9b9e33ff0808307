"""What people do in their chats; each act is told to the bot when Telegram would tell it."""

import mimetypes
import re

from tests.telegram_server.chats import BotStatus, Chat, Message, StoredFile, Version
from tests.telegram_server.coming_and_going import ComingAndGoing
from tests.telegram_server.found_entities import found_entities
from tests.telegram_server.html_text import parsed_html
from tests.telegram_server.telegram import InlineQuery, Press
from tests.telegram_server.utf16 import part_of


class People(ComingAndGoing):
    """Everything here may be called from any thread."""

    def says(
        self,
        user_id: int,
        text: str,
        *,
        chat_id: int | None = None,
        reply_to: Message | None = None,
        thread_id: int | None = None,
        file: StoredFile | None = None,
        more: dict[str, object] | None = None,
    ) -> Message:
        """The message is in the chat; in a private chat the bot may write back from now on."""
        telegram = self._telegram
        with telegram.changed:
            chat = self._chat(user_id, chat_id)
            message = Message(
                chat=chat,
                message_id=telegram.next_message_id(chat),
                sender=telegram.user(user_id),
                sent_at=telegram.clock(),
                shown=text,
                written=text,
                entities=tuple(found_entities(text)),
                file=file,
                reply_to=reply_to,
                thread_id=thread_id,
                more=more or {},
            )
            telegram.keep_message(message)
            if self.reaches_bot(message):
                telegram.push({"message": message.as_json()})
            return message

    def _chat(self, user_id: int, chat_id: int | None) -> Chat:
        telegram = self._telegram
        if chat_id is None or chat_id == user_id:
            chat = telegram.private_chat(user_id)
            chat.may_be_written_to = True
            return chat
        chat = telegram.chats[chat_id]
        if user_id not in chat.members:
            raise ValueError(f"{user_id} is not a member of the group {chat_id}: add it with joins()")
        return chat

    def reaches_bot(self, message: Message) -> bool:
        """Whether the bot is told: https://core.telegram.org/bots/features#privacy-mode."""
        chat = message.chat
        if chat.is_private:
            return not chat.is_blocked
        if chat.bot_status in {BotStatus.LEFT, BotStatus.KICKED} or chat.migrated_to is not None:
            return False
        if not self._telegram.privacy_mode or chat.bot_status == BotStatus.ADMINISTRATOR:
            return True
        if "via_bot" in message.more or (message.reply_to is not None and message.reply_to.is_from_bot):
            return True
        return self._addresses_bot(message)

    def _addresses_bot(self, message: Message) -> bool:
        name = f"@{self._telegram.bot.username}".lower()
        for entity in message.entities:
            covered = part_of(message.shown, int(str(entity["offset"])), int(str(entity["length"]))).lower()
            if entity["type"] == "mention" and covered == name and self._telegram.mentions_come_in_privacy_mode:
                return True
            if entity["type"] == "bot_command" and entity["offset"] == 0 and ("@" not in covered or name in covered):
                return True
        return False

    def edits(self, message: Message, text: str) -> int | None:
        """The person's message says `text` now; the id of the update, None when the bot is not told."""
        telegram = self._telegram
        with telegram.changed:
            message.earlier.append(Version(message.edited_at or message.sent_at, message.shown, message.written))
            message.edited_at = telegram.clock()
            message.shown, message.written, message.entities = text, text, tuple(found_entities(text))
            telegram.changed.notify_all()
            return telegram.push({"edited_message": message.as_json()}) if self.reaches_bot(message) else None

    def sends_file(
        self, user_id: int, name: str, content: bytes, *, caption: str = "", chat_id: int | None = None
    ) -> Message:
        """A document is in the chat; the bot can download it by its file_id."""
        mime_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        with self._telegram.changed:
            file = self._telegram.keep_file(name, content, mime_type, "document")
            return self.says(user_id, caption, chat_id=chat_id, file=file)

    def presses(self, message: Message, label_part: str, user_id: int) -> Press:
        """The person presses the button of a message that the bot really sent; ValueError when there is none such."""
        telegram = self._telegram
        with telegram.changed:
            button = button_of(message, label_part)
            if button is None or message.is_deleted:
                raise ValueError(f"no button {label_part!r} under the message; there are {message.labels()}")
            if "callback_data" not in button:
                raise ValueError(f"the button {button['text']!r} opens an address: {button.get('url')}")
            data = str(button["callback_data"])
            user = telegram.user(user_id)
            press = Press(telegram.next_query_id(), user, message, str(button["text"]), data, telegram.clock())
            telegram.push(
                {
                    "callback_query": {
                        "id": press.query_id,
                        "from": user.as_json(),
                        "message": message.as_json(),
                        "chat_instance": str(message.chat.id * 7919),
                        "data": data,
                    }
                }
            )
            press.order = telegram.next_order()
            telegram.presses[press.query_id] = press
            return press

    def asks_inline(self, user_id: int, query: str, *, offset: str = "") -> InlineQuery:
        """The person has typed the bot's name and this in some chat."""
        telegram = self._telegram
        with telegram.changed:
            user = telegram.user(user_id)
            asked = InlineQuery(telegram.next_query_id(), user, query, telegram.clock())
            told = {"id": asked.query_id, "from": user.as_json(), "query": query, "offset": offset}
            telegram.push({"inline_query": {**told, "chat_type": "sender"}})
            telegram.inline_queries[asked.query_id] = asked
            return asked

    def chooses(self, query: InlineQuery, title_part: str, *, chat_id: int | None = None) -> Message:
        """What the bot offered is sent by the person into the chat; ValueError when it offered no such thing."""
        with self._telegram.changed:
            result = next((it for it in query.results if title_part in str(it.get("title"))), None)
            if result is None:
                raise ValueError(f"no {title_part!r} offered; there are {[it.get('title') for it in query.results]}")
            content = result.get("input_message_content")
            text = str(content.get("message_text")) if isinstance(content, dict) else str(result.get("title"))
            if isinstance(content, dict) and str(content.get("parse_mode", "")).upper() == "HTML":
                text = parsed_html(text).text
            via = {"via_bot": self._telegram.bot.as_json()}
            return self.says(query.user.id, text, chat_id=chat_id, more=dict(via))

    def reacts(self, user_id: int, message: Message, emoji: str) -> None:
        """The person's reaction stands under the message; told only to a bot that asked for such updates."""
        with self._telegram.changed:
            reaction = [{"type": "emoji", "emoji": emoji}]
            self._telegram.push(
                {
                    "message_reaction": {
                        "chat": message.chat.as_json(),
                        "message_id": message.message_id,
                        "user": self._telegram.user(user_id).as_json(),
                        "date": int(self._telegram.clock()),
                        "old_reaction": [],
                        "new_reaction": reaction,
                    }
                }
            )


def button_of(message: Message, label_part: str) -> dict[str, object] | None:
    """The first button whose label holds this, without regard to case."""
    wanted = re.compile(re.escape(label_part), re.IGNORECASE)
    buttons = [button for row in message.keyboard for button in row]
    return next((button for button in buttons if wanted.search(str(button["text"]))), None)

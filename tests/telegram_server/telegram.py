"""Everything that Telegram keeps for one bot: people, chats, messages, files, updates; and what the bot did wrong."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count

from tests.telegram_server.chats import BotStatus, Chat, Message, StoredFile, User
from tests.telegram_server.limits import Flow, Limits
from tests.telegram_server.mailbox import Mailbox
from tests.telegram_server.refusal import Refused, bad_request, forbidden

BOT = User(4242, "Thử", "test_bot", is_bot=True)


@dataclass(slots=True)
class Press:
    """A button that was pressed, and what the bot told the person about it."""

    query_id: str
    user: User
    message: Message | None
    label: str
    data: str
    at: float
    answered_at: float | None = None
    notice: str = ""
    is_alert: bool = False
    order: int = 0


@dataclass(slots=True)
class InlineQuery:
    """What a person typed after the bot's name, and what the bot offers."""

    query_id: str
    user: User
    query: str
    at: float
    is_answered: bool = False
    results: list[dict[str, object]] = field(default_factory=list)
    cache_seconds: int = 300
    is_personal: bool = False
    next_offset: str = ""
    button: object = None


class Telegram:
    """Whoever reads or changes it holds `changed`, which is notified of every change."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self.changed = threading.Condition(threading.RLock())
        self.clock = clock
        self.bot = BOT
        self.privacy_mode = True
        # BotFather says that mentions come in privacy mode; those who tried found that they do not [1], [2].
        # [1] https://github.com/telegramdesktop/tdesktop/issues/2117
        # [2] https://github.com/archestra-ai/archestra/pull/6562
        self.mentions_come_in_privacy_mode = False
        self.flow = Flow(None)
        self.mailbox = Mailbox(clock)
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.presses: dict[str, Press] = {}
        self.inline_queries: dict[str, InlineQuery] = {}
        self.commands: dict[str, list[dict[str, str]]] = {}
        self.descriptions: dict[str, str] = {}
        self.sent: list[Message] = []  # by the bot, in order
        self.shown: list[Message] = []  # the same, once more for each edit: what came to people's eyes, in order
        self.warnings: list[str] = []  # what Telegram would have dropped without a word
        self.refusals: list[tuple[str, str]] = []  # (method, description)
        self.on_update: Callable[[], None] = lambda: None
        self._message_ids = count(1)
        self._query_ids = count(1)
        self._orders = count(1)

    def limit(self, limits: Limits | None) -> None:
        """The limits hold from now on; None takes them away."""
        self.flow = Flow(limits)

    # Updates.

    def push(self, update: dict[str, object]) -> int:
        """Any update, however odd, waits for the bot; chats and people that it tells of are known afterwards."""
        with self.changed:
            self._learn_chats(update)
            self._learn_content(update)
            update_id = self.mailbox.push(update)
            self.changed.notify_all()
        self.on_update()
        return update_id

    def _learn_chats(self, value: object) -> None:
        if isinstance(value, list):
            for part in value:
                self._learn_chats(part)
        if not isinstance(value, dict):
            return
        chat = value.get("chat")
        if isinstance(chat, dict) and isinstance(chat.get("id"), int) and chat["id"] not in self.chats:
            if chat.get("type") == "private":
                self.private_chat(chat["id"]).may_be_written_to = True
            else:
                self.chats[chat["id"]] = Chat(chat["id"], str(chat.get("type")), str(chat.get("title", "")))
        for part in value.values():
            self._learn_chats(part)

    def _learn_content(self, update: dict[str, object]) -> None:
        # What a test pushes is as real to the bot as what a person did: it may be answered and replied to.
        for kind in ("message", "edited_message"):
            self._learn_message(update.get(kind))
        pressed = update.get("callback_query")
        if isinstance(pressed, dict) and "id" in pressed:
            query_id = str(pressed["id"])
            message = self._message_of(pressed.get("message"))
            user = self._user_of(pressed.get("from"))
            self.presses[query_id] = Press(query_id, user, message, "", str(pressed.get("data", "")), self.clock())
        asked = update.get("inline_query")
        if isinstance(asked, dict) and "id" in asked:
            query_id, query = str(asked["id"]), str(asked.get("query", ""))
            self.inline_queries[query_id] = InlineQuery(query_id, self._user_of(asked.get("from")), query, self.clock())

    def _learn_message(self, told: object) -> None:
        if not isinstance(told, dict) or self._message_of(told) is not None:
            return
        chat = told.get("chat")
        chat_id = chat.get("id") if isinstance(chat, dict) else None
        message_id = told.get("message_id")
        if chat_id in self.chats and isinstance(message_id, int):
            text = str(told.get("text", ""))
            sender = self._user_of(told.get("from"))
            self.keep_message(Message(self.chats[chat_id], message_id, sender, self.clock(), text, text))

    def _message_of(self, told: object) -> Message | None:
        if not isinstance(told, dict) or not isinstance(told.get("chat"), dict):
            return None
        chat = self.chats.get(told["chat"].get("id"))
        return chat.messages.get(told.get("message_id", 0)) if chat else None

    def _user_of(self, told: object) -> User:
        if isinstance(told, dict) and isinstance(told.get("id"), int):
            return self.bot if told["id"] == self.bot.id else self.user(told["id"], str(told.get("first_name", "")))
        return User(0, "?")

    # People and chats.

    def user(self, user_id: int, first_name: str = "", username: str = "") -> User:
        """The person, made when not known; a name given later is taken over."""
        user = self.users.setdefault(user_id, User(user_id, first_name or "An", username))
        user.first_name = first_name or user.first_name
        user.username = username or user.username
        return user

    def private_chat(self, user_id: int) -> Chat:
        if user_id not in self.chats:
            self.chats[user_id] = Chat(user_id, "private", user=self.user(user_id))
        return self.chats[user_id]

    def next_message_id(self, chat: Chat) -> int:
        """Supergroups count for themselves; all other chats share the bot's mailbox."""
        if chat.type == "supergroup":
            return max(chat.messages, default=0) + 1
        return next(number for number in self._message_ids if number not in chat.messages)

    def next_order(self) -> int:
        """Greater for what happened later, whatever the clock says."""
        return next(self._orders)

    def next_query_id(self) -> str:
        return str(4_242_000_000 + next(self._query_ids))

    def keep_message(self, message: Message) -> Message:
        message.order = self.next_order()
        message.chat.messages[message.message_id] = message
        if message.is_from_bot:
            self.sent.append(message)
            self.shown.append(message)
        self.changed.notify_all()
        return message

    def record_edit(self, message: Message) -> None:
        message.revision += 1
        self.shown.append(message)
        self.changed.notify_all()

    def keep_file(self, name: str, content: bytes, mime_type: str, kind: str) -> StoredFile:
        """The file has an id from now on, the same for the same bytes under the same name."""
        digest = sha256(content + name.encode("utf-8", "surrogateescape") + kind.encode()).hexdigest()
        file_id = f"BQACAgUAAx{digest[:48]}"
        return self.files.setdefault(file_id, StoredFile(file_id, digest[:16], name, content, mime_type, kind))

    # What the bot may write to.

    def chat_to_write(self, written_id: str) -> Chat:
        """The chat that a call names; Refused when the bot cannot write there."""
        chat = self.known_chat(written_id)
        if chat.migrated_to is not None:
            raise Refused(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                {"migrate_to_chat_id": chat.migrated_to},
            )
        kind = "supergroup" if chat.type == "supergroup" else "group"
        if chat.is_private and chat.is_blocked:
            raise forbidden("bot was blocked by the user")
        if chat.is_private and not chat.may_be_written_to:
            raise forbidden("bot can't initiate conversation with a user")
        if not chat.is_private and chat.bot_status == BotStatus.KICKED:
            raise forbidden(f"bot was kicked from the {kind} chat")
        if not chat.is_private and chat.bot_status == BotStatus.LEFT:
            raise forbidden(f"bot is not a member of the {kind} chat")
        return chat

    def known_chat(self, written_id: str) -> Chat:
        if not written_id.strip():
            raise bad_request("chat_id is empty")
        try:
            chat_id = int(written_id)
        except ValueError:
            raise bad_request("chat not found") from None
        if chat_id in self.chats:
            return self.chats[chat_id]
        if chat_id in self.users:
            return self.private_chat(chat_id)
        raise bad_request("chat not found")

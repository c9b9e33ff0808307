"""People, chats, messages and files, as Telegram keeps them."""

from dataclasses import dataclass, field
from enum import StrEnum

from tests.telegram_server.keyboards import Keyboard


@dataclass(slots=True, eq=False)
class User:
    """A person, or the bot."""

    id: int
    first_name: str
    username: str = ""
    is_bot: bool = False
    language_code: str = "vi"

    def as_json(self) -> dict[str, object]:
        told: dict[str, object] = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.username:
            told["username"] = self.username
        if not self.is_bot:
            told["language_code"] = self.language_code
        return told


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file on Telegram's side; `file_id` sends it again."""

    file_id: str
    unique_id: str
    name: str
    content: bytes
    mime_type: str
    kind: str  # document or photo

    def as_json(self) -> object:
        told: dict[str, object] = {
            "file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.content)
        }  # fmt: skip
        if self.kind == "photo":
            return [{**told, "width": 800, "height": 600}]
        return {**told, "file_name": self.name, "mime_type": self.mime_type}


class BotStatus(StrEnum):
    """What the bot is in a group."""

    MEMBER = "member"
    ADMINISTRATOR = "administrator"
    LEFT = "left"
    KICKED = "kicked"


@dataclass(slots=True, eq=False)
class Chat:
    """A chat: private with a person (its id is the person's), or a group."""

    id: int
    type: str
    title: str = ""
    user: User | None = None
    is_forum: bool = False
    may_be_written_to: bool = False  # private: the person has started the bot
    is_blocked: bool = False
    bot_status: BotStatus = BotStatus.MEMBER
    migrated_to: int | None = None
    members: set[int] = field(default_factory=set)
    topics: dict[int, str] = field(default_factory=dict)
    messages: dict[int, "Message"] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)  # sendChatAction

    @property
    def is_private(self) -> bool:
        return self.type == "private"

    def as_json(self) -> dict[str, object]:
        told: dict[str, object] = {"id": self.id, "type": self.type}
        if self.user is not None:
            told["first_name"] = self.user.first_name
            if self.user.username:
                told["username"] = self.user.username
        else:
            told["title"] = self.title
        return told | ({"is_forum": True} if self.is_forum else {})


@dataclass(frozen=True, slots=True)
class Version:
    """What a message said from a moment on."""

    at: float
    shown: str
    written: str


@dataclass(slots=True, eq=False)
class Message:
    """A message as it stands in its chat, with what it was before it was edited."""

    chat: Chat
    message_id: int
    sender: User
    sent_at: float
    shown: str = ""  # without tags, entities decoded; the caption of a file
    written: str = ""  # as sent
    entities: tuple[dict[str, object], ...] = ()
    keyboard: Keyboard = field(default_factory=list)
    file: StoredFile | None = None
    reply_to: "Message | None" = None
    thread_id: int | None = None
    order: int = 0  # among all that happened in all chats
    method: str = ""  # what the bot called; empty for what people did
    more: dict[str, object] = field(default_factory=dict)
    edited_at: float | None = None
    earlier: list[Version] = field(default_factory=list)
    revision: int = 0  # how often the bot changed it, buttons included
    is_deleted: bool = False
    reactions: list[str] = field(default_factory=list)

    @property
    def chat_id(self) -> int:
        return self.chat.id

    @property
    def is_from_bot(self) -> bool:
        return self.sender.is_bot

    def labels(self) -> list[str]:
        return [str(button["text"]) for row in self.keyboard for button in row]

    def as_json(self, *, with_reply: bool = True) -> dict[str, object]:
        told: dict[str, object] = {
            "message_id": self.message_id,
            "date": int(self.sent_at),
            "chat": self.chat.as_json(),
            "from": self.sender.as_json(),
        }
        words, covered = ("caption", "caption_entities") if self.file else ("text", "entities")
        if self.shown:
            told[words] = self.shown
            if self.entities:
                told[covered] = list(self.entities)
        if self.file:
            told[self.file.kind] = self.file.as_json()
        if self.keyboard:
            told["reply_markup"] = {"inline_keyboard": self.keyboard}
        if self.thread_id is not None:
            told |= {"message_thread_id": self.thread_id, "is_topic_message": True}
        if self.edited_at is not None:
            told["edit_date"] = int(self.edited_at)
        if self.reply_to and with_reply:
            told["reply_to_message"] = self.reply_to.as_json(with_reply=False)
        return told | self.more

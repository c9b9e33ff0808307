"""What an update says, in our own values: somebody said, pressed, typed or did something somewhere."""

import re
from dataclasses import dataclass
from typing import TypeAlias

from telegram import CallbackQuery, Chat, ChatMember, Document, InlineQuery, Message, MessageEntity, Update, User
from telegram.constants import ChatType


@dataclass(frozen=True, slots=True)
class Sender:
    """Who it comes from. An anonymous administrator of a group has the id of Telegram's stand-in."""

    user_id: int
    name: str
    username: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where it was said: a chat, and in a forum its topic."""

    chat_id: int
    is_private: bool
    title: str = ""
    thread_id: int | None = None


@dataclass(frozen=True, slots=True)
class HandedFile:
    """A file that was sent along."""

    file_id: str
    name: str
    size: int  # bytes; 0 when not told


@dataclass(frozen=True, slots=True)
class Said:
    """A message. `text` is without what only addresses the bot; `is_addressed` is true in private chats."""

    update_id: int
    sender: Sender
    place: Place
    message_id: int
    text: str
    command: str  # "hoi" of "/hoi …", "" for none
    is_addressed: bool
    is_edited: bool
    replied_to: int | None  # the message of the bot that it replies to
    replied_person: int | None  # who wrote the message of another person that it replies to
    file: HandedFile | None


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button under a message of the bot."""

    update_id: int
    sender: Sender
    place: Place
    query_id: str
    callback: str
    message_id: int


@dataclass(frozen=True, slots=True)
class TypedInline:
    """An inline query, in whatever chat."""

    update_id: int
    sender: Sender
    query_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A group that became another chat."""

    old_chat_id: int
    new_chat_id: int


@dataclass(frozen=True, slots=True)
class Joined:
    """The bot was put into a group, or taken out of a chat."""

    sender: Sender
    place: Place
    is_member: bool


Incoming: TypeAlias = Said | Pressed | TypedInline | Moved | Joined

_COMMAND = re.compile(r"/(?P<name>[A-Za-z0-9_]{1,32})(?:@(?P<bot>\w+))?(?P<text>\s.*)?", re.DOTALL)
_GROUPS = frozenset({ChatType.GROUP, ChatType.SUPERGROUP})


def incoming(update: Update, bot_id: int, bot_username: str) -> Incoming | None:
    """What the update says to this bot; None for what does not concern it, such as channels and other bots."""
    if update.callback_query is not None:
        return _pressed(update.update_id, update.callback_query)
    if update.inline_query is not None:
        return _typed(update.update_id, update.inline_query)
    if update.my_chat_member is not None:
        change = update.my_chat_member
        is_member = change.new_chat_member.status not in {ChatMember.LEFT, ChatMember.BANNED}
        return Joined(_sender(change.from_user), _place(change.chat, None), is_member)
    message = update.message or update.edited_message
    if message is None:
        return None
    if message.migrate_to_chat_id is not None:
        return Moved(message.chat.id, message.migrate_to_chat_id)
    return _said(update, message, bot_id, bot_username)


def _said(update: Update, message: Message, bot_id: int, bot_username: str) -> Said | None:
    author = message.from_user
    is_private = message.chat.type == ChatType.PRIVATE
    is_anonymous = message.sender_chat is not None and message.sender_chat.id == message.chat.id
    is_of_channel = message.sender_chat is not None and not is_anonymous
    if author is None or is_of_channel or (author.is_bot and not is_anonymous) or message.via_bot is not None:
        return None
    if not is_private and message.chat.type not in _GROUPS:
        return None
    written = whole_characters(message.text or message.caption or "")
    if not (message.text or message.caption or message.effective_attachment):
        return None  # that something was pinned, that somebody came: nobody speaks to the bot
    # What somebody else wrote commands nothing when it is passed on.
    typed = _COMMAND.fullmatch(written) if message.forward_origin is None else None
    if typed and typed["bot"] and typed["bot"].lower() != bot_username.lower():
        return None  # a command for another bot of the group
    replied = message.reply_to_message
    author_of_replied = replied.from_user if replied else None
    is_reply_to_bot = author_of_replied is not None and author_of_replied.id == bot_id
    replied_to = replied.message_id if replied and is_reply_to_bot else None
    mention = _mention(message, bot_username)
    text = (typed["text"] or "") if typed else written
    if mention and not typed:
        text = written[: mention[0]] + " " + written[mention[1] :]
    return Said(
        update_id=update.update_id,
        sender=_sender(author),
        place=_place(message.chat, message.message_thread_id if message.is_topic_message else None),
        message_id=message.message_id,
        text=text.strip(),
        command=typed["name"].lower() if typed else "",
        is_addressed=bool(is_private or typed or mention or replied_to),
        is_edited=update.edited_message is not None,
        replied_to=replied_to,
        replied_person=author_of_replied.id if author_of_replied and not author_of_replied.is_bot else None,
        file=_handed(message.document),
    )


def whole_characters(text: str) -> str:
    """The text without halves of characters, which JSON can carry and no file can hold."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _mention(message: Message, bot_username: str) -> tuple[int, int] | None:
    """Where the text names the bot."""
    kinds: list[str | None] = [MessageEntity.MENTION]
    try:
        found = message.parse_entities(kinds) or message.parse_caption_entities(kinds)
    except UnicodeDecodeError:  # an entity that begins inside a character names nobody
        return None
    named = f"@{bot_username}".lower()
    if not any(text.lower() == named for text in found.values()):
        return None
    place = re.search(re.escape(named), message.text or message.caption or "", re.IGNORECASE)
    return place.span() if place else None


def _handed(document: Document | None) -> HandedFile | None:
    if document is None:
        return None
    return HandedFile(document.file_id, whole_characters(document.file_name or ""), document.file_size or 0)


def _pressed(update_id: int, query: CallbackQuery) -> Pressed | None:
    if query.message is None or not query.data:
        return None
    thread = query.message.message_thread_id if isinstance(query.message, Message) else None
    place = _place(query.message.chat, thread)
    return Pressed(update_id, _sender(query.from_user), place, query.id, query.data, query.message.message_id)


def _typed(update_id: int, query: InlineQuery) -> TypedInline:
    return TypedInline(update_id, _sender(query.from_user), query.id, whole_characters(query.query))


def _sender(user: User) -> Sender:
    return Sender(user.id, whole_characters(user.full_name or ""), user.username or "")


def _place(chat: Chat, thread_id: int | None) -> Place:
    return Place(chat.id, chat.type == ChatType.PRIVATE, whole_characters(chat.title or ""), thread_id)

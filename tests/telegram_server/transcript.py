"""A chat as people see it: who, when, what, the buttons in [brackets], edits applied, files by name."""

from datetime import UTC, datetime, tzinfo

from tests.telegram_server.chats import Chat, Message
from tests.telegram_server.telegram import Press, Telegram

_INDENT = "      "


def transcript(telegram: Telegram, chat_id: int, *, written: bool = False, zone: tzinfo = UTC) -> str:
    """In the order in which it happened, deleted messages left out; `written` adds the bot's HTML under each."""
    chat = telegram.chats.get(chat_id)
    if chat is None:
        return "(no such chat)"
    lines: list[tuple[int, str]] = []
    for message in chat.messages.values():
        if not message.is_deleted:
            lines.append((message.order, _message(message, written, zone)))
    for press in telegram.presses.values():
        if press.message is not None and press.message.chat is chat:
            lines.append((press.order, _press(press, zone)))
    return "\n".join(text for _, text in sorted(lines))


def _at(moment: float, zone: tzinfo) -> str:
    return datetime.fromtimestamp(moment, zone).strftime("%H:%M")


def _message(message: Message, written: bool, zone: tzinfo) -> str:
    name = "Bot" if message.is_from_bot else message.sender.first_name
    topic = _topic(message.chat, message.thread_id)
    head = f"{_at(message.sent_at, zone)} {name}{topic}"
    if message.reply_to is not None:
        head += f" (replying to “{_short(message.reply_to.shown)}”)"
    if message.edited_at is not None:
        head += f" (edited {_at(message.edited_at, zone)})"
    body = [part for part in (_file(message), message.shown, _service(message)) if part]
    text = "\n".join(body).replace("\n", f"\n{_INDENT}")
    lines = [f"{head}: {text}"]
    lines += [_INDENT + " ".join(f"[{button['text']}]" for button in row) for row in message.keyboard]
    if message.reactions:
        lines.append(_INDENT + "".join(message.reactions))
    if written and message.is_from_bot:
        lines.append(f"{_INDENT}html: {message.written}")
    return "\n".join(lines)


def _topic(chat: Chat, thread_id: int | None) -> str:
    return f" #{chat.topics.get(thread_id, thread_id)}" if thread_id is not None else ""


def _file(message: Message) -> str:
    if message.file is None:
        return ""
    kind = "picture" if message.file.kind == "photo" else "file"
    return f"<{kind} {message.file.name}, {len(message.file.content)} bytes>"


def _service(message: Message) -> str:
    return "" if message.shown or message.file else ", ".join(f"({what})" for what in message.more)


def _press(press: Press, zone: tzinfo) -> str:
    line = f"{_at(press.at, zone)} {press.user.first_name} presses [{press.label or press.data}]"
    return f"{line} → “{press.notice}”" if press.notice else line


def _short(text: str) -> str:
    line = text.split("\n", 1)[0]
    return line if len(line) <= 40 else f"{line[:39]}…"

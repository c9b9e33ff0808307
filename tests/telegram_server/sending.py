"""Messages and files that the bot sends: sendMessage, sendDocument, sendPhoto, getFile and the signs beside them."""

import time

from tests.telegram_server.chats import Chat, Message, StoredFile
from tests.telegram_server.found_entities import found_entities
from tests.telegram_server.html_text import Formatted, parsed_html
from tests.telegram_server.keyboards import checked_keyboard
from tests.telegram_server.parameters import Parameters
from tests.telegram_server.refusal import Refused, bad_request
from tests.telegram_server.telegram import Telegram
from tests.telegram_server.utf16 import utf16_units

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LARGEST_UPLOAD_BYTES = 50 * 1024 * 1024
LARGEST_PHOTO_BYTES = 10 * 1024 * 1024
LARGEST_DOWNLOAD_BYTES = 20 * 1024 * 1024

_ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip
_REACTIONS = set(
    "👍👎🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾😡"
) | {"❤", "❤️"}


class Sending:
    """Each method takes the call's parameters and gives the result, or raises Refused."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    def send_message(self, call: Parameters) -> object:
        formatted = read_text(self._telegram, call, "text", "entities", LONGEST_TEXT)
        return self._send("sendMessage", call, formatted, call.text("text"), None)

    def send_document(self, call: Parameters) -> object:
        return self._send_file("sendDocument", call, "document")

    def send_photo(self, call: Parameters) -> object:
        return self._send_file("sendPhoto", call, "photo")

    def _send_file(self, method: str, call: Parameters, kind: str) -> object:
        caption = read_text(self._telegram, call, "caption", "caption_entities", LONGEST_CAPTION)
        self._telegram.chat_to_write(call.text("chat_id"))
        return self._send(method, call, caption, call.text("caption"), self._file(call, kind))

    def _file(self, call: Parameters, kind: str) -> StoredFile:
        upload = call.uploads.get(kind)
        written = call.text(kind)
        if written.startswith("attach://"):
            upload = call.uploads.get(written.removeprefix("attach://"))
            written = ""
        if upload is None:
            if not written:
                raise bad_request(f"there is no {kind} in the request")
            stored = self._telegram.files.get(written)
            if stored is None:
                raise bad_request("wrong remote file identifier specified: Wrong character in the string")
            if stored.kind != kind:
                raise bad_request(f"type of file mismatch: can't use file of type {stored.kind} as {kind}")
            return stored
        if not upload.content:
            raise bad_request("file must be non-empty")
        if len(upload.content) > LARGEST_UPLOAD_BYTES:
            raise Refused(413, "Request Entity Too Large")
        if kind == "photo" and len(upload.content) > LARGEST_PHOTO_BYTES:
            size = f"file of size {len(upload.content)} bytes is too big for a photo"
            raise bad_request(f"{size}; the maximum size is {LARGEST_PHOTO_BYTES} bytes")
        if kind == "photo" and not upload.content.startswith((b"\x89PNG\r\n", b"\xff\xd8\xff", b"RIFF")):
            raise bad_request("IMAGE_PROCESS_FAILED")
        return self._telegram.keep_file(upload.name, upload.content, upload.mime_type, kind)

    def _send(
        self, method: str, call: Parameters, formatted: Formatted, written: str, file: StoredFile | None
    ) -> object:
        telegram = self._telegram
        chat = telegram.chat_to_write(call.text("chat_id"))
        thread_id = _thread(chat, call)
        reply_to = _replied(telegram, chat, call)
        keyboard = checked_keyboard(call.structure("reply_markup"), telegram.warnings)
        telegram.flow.count(chat.id, is_group=not chat.is_private, now=time.monotonic())
        message = Message(
            chat=chat,
            message_id=telegram.next_message_id(chat),
            sender=telegram.bot,
            sent_at=telegram.clock(),
            shown=formatted.text,
            written=written,
            entities=formatted.entities,
            keyboard=keyboard,
            file=file,
            reply_to=reply_to,
            thread_id=thread_id,
            method=method,
        )
        return telegram.keep_message(message).as_json()

    def send_chat_action(self, call: Parameters) -> object:
        chat = self._telegram.chat_to_write(call.text("chat_id"))
        if call.text("action") not in _ACTIONS:
            raise bad_request("wrong parameter action in request")
        chat.actions.append(call.text("action"))
        return True

    def set_message_reaction(self, call: Parameters) -> object:
        chat = self._telegram.chat_to_write(call.text("chat_id"))
        message = chat.messages.get(call.number("message_id"))
        if message is None or message.is_deleted:
            raise bad_request("message to react not found")
        reactions = call.structure("reaction") or []
        if not isinstance(reactions, list) or not all(isinstance(reaction, dict) for reaction in reactions):
            raise bad_request("can't parse reaction types JSON object")
        emojis = [str(reaction.get("emoji")) for reaction in reactions]
        if not set(emojis) <= _REACTIONS:
            raise bad_request("REACTION_INVALID")
        if len(emojis) > 1:
            raise bad_request("REACTIONS_TOO_MANY")
        message.reactions = emojis
        return True

    def get_file(self, call: Parameters) -> object:
        stored = self._telegram.files.get(call.text("file_id"))
        if stored is None:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        if len(stored.content) > LARGEST_DOWNLOAD_BYTES:
            raise bad_request("file is too big")
        path = f"{stored.kind}s/{stored.unique_id}{'.' + stored.name.rpartition('.')[2] if '.' in stored.name else ''}"
        return {
            "file_id": stored.file_id,
            "file_unique_id": stored.unique_id,
            "file_size": len(stored.content),
            "file_path": path,
        }

    def downloaded(self, path: str) -> StoredFile | None:
        """The file that a path given by getFile leads to."""
        unique_id = path.rpartition("/")[2].partition(".")[0]
        return next((stored for stored in self._telegram.files.values() if stored.unique_id == unique_id), None)


def read_text(telegram: Telegram, call: Parameters, name: str, entities_name: str, longest: int) -> Formatted:
    """The text or caption of a call as it will be shown; Refused when Telegram would not take it."""
    written = call.text(name)
    is_caption = name == "caption"
    if not written and not is_caption:
        raise bad_request("message text is empty")
    match call.text("parse_mode").lower():
        case "html":
            formatted = parsed_html(written)
        case "" | "none":
            entities = call.structure(entities_name) or found_entities(written)
            if not isinstance(entities, list):
                raise bad_request("can't parse entities: Expected an Array of MessageEntity")
            formatted = Formatted(written, tuple(entities))
        case "markdown" | "markdownv2":
            raise NotImplementedError("the bot writes HTML only, so this server reads HTML only")
        case _:
            raise bad_request("unsupported parse_mode")
    cleaned = _cleaned(formatted)
    if not cleaned.text and not is_caption:
        raise bad_request("text must be non-empty")
    if utf16_units(cleaned.text) > longest:
        raise bad_request("message caption is too long" if is_caption else "message is too long")
    telegram.warnings.extend(cleaned.warnings)
    return cleaned


def _cleaned(formatted: Formatted) -> Formatted:
    # Telegram takes white space off both ends and moves the entities; invisible letters alone are no text.
    text = formatted.text.replace("\r", "")
    if not text.strip("\u200b\u200c\u200d\u2060\ufeff\u200e\u200f \n\t\xa0"):
        return Formatted("", (), formatted.warnings)
    stripped = text.strip()
    cut = utf16_units(text[: len(text) - len(text.lstrip())])
    length = utf16_units(stripped)
    entities = []
    for entity in formatted.entities:
        start = max(0, int(str(entity["offset"])) - cut)
        end = min(length, int(str(entity["offset"])) - cut + int(str(entity["length"])))
        if end > start:
            entities.append({**entity, "offset": start, "length": end - start})
    return Formatted(stripped, tuple(entities), formatted.warnings)


def _thread(chat: Chat, call: Parameters) -> int | None:
    if not call.has("message_thread_id"):
        return None
    thread_id = call.number("message_thread_id")
    if thread_id not in chat.topics:
        raise bad_request("message thread not found")
    return thread_id


def _replied(telegram: Telegram, chat: Chat, call: Parameters) -> Message | None:
    reply = call.structure("reply_parameters")
    if isinstance(reply, dict):
        message_id, is_optional = reply.get("message_id"), bool(reply.get("allow_sending_without_reply"))
        other = reply.get("chat_id")
        if other is not None:
            chat = telegram.known_chat(str(other))
    elif call.has("reply_to_message_id"):
        message_id, is_optional = call.number("reply_to_message_id"), call.flag("allow_sending_without_reply")
    else:
        return None
    message = chat.messages.get(message_id) if isinstance(message_id, int) else None
    if message is not None and not message.is_deleted:
        return message
    if is_optional:
        return None
    raise bad_request("message to be replied not found")

"""One hostile input, and short ways to write the updates that carry it."""

from dataclasses import dataclass

USER_ID = 7  # the person who sends what no other sender is told for
OTHER_USER_ID = 8
GROUP_ID = -1001234567890
DATE = 1_795_200_000


@dataclass(frozen=True)
class HostileInput:
    """An update as the Bot API gives it, without its update_id.

    Where the text or the data of a button holds `{answer_id}`, the test puts the id of an answer that another person
    was given.
    """

    family: str
    description: str
    update: dict

    @property
    def question(self) -> str | None:
        """The text when it is one that a private chat asks; None for commands and everything else."""
        message = self.update.get("message", {})
        text = message.get("text")
        is_private = message.get("chat", {}).get("type") == "private"
        return text if text is not None and is_private and not text.startswith("/") else None


def user(user_id: int = USER_ID, **more: object) -> dict:
    return {"id": user_id, "is_bot": False, "first_name": "An", **more}


def private_chat(user_id: int = USER_ID) -> dict:
    return {"id": user_id, "type": "private", "first_name": "An"}


def group_chat(chat_id: int = GROUP_ID, **more: object) -> dict:
    return {"id": chat_id, "type": "supergroup", "title": "Phòng Nội vụ", **more}


def message(text: str | None = None, **more: object) -> dict:
    """A message in the private chat of USER_ID, with the entity of its command if it begins with one."""
    written: dict[str, object] = {"message_id": 5000, "date": DATE, "chat": private_chat(), "from": user()}
    if text is not None:
        written["text"] = text
        if text.startswith("/") and len(text) > 1:
            written["entities"] = [command_entity(text)]
    return {**written, **more}


def command_entity(text: str) -> dict:
    return {"type": "bot_command", "offset": 0, "length": utf16_units(text.split()[0])}


def utf16_units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def asked(family: str, description: str, text: str) -> HostileInput:
    """The text as a message in the private chat."""
    return HostileInput(family, description, {"message": message(text)})


def pressed(family: str, description: str, data: str | None, **more: object) -> HostileInput:
    """A button under a message of the bot, pressed by USER_ID."""
    own_message = {
        "message_id": 4999,
        "date": DATE,
        "chat": private_chat(),
        "from": {"id": 4242, "is_bot": True, "first_name": "Thử", "username": "test_bot"},
        "text": "Trả lời",
    }
    query: dict[str, object] = {"id": "77", "from": user(), "chat_instance": "1", "message": own_message, **more}
    if data is not None:
        query["data"] = data
    return HostileInput(family, description, {"callback_query": query})


def sent_file(family: str, description: str, name: str | None, **more: object) -> HostileInput:
    """A file with this name in the private chat; `more` says otherwise about the file, or adds a caption."""
    caption = {"caption": more.pop("caption")} if "caption" in more else {}
    file: dict[str, object] = {"file_id": "file-1", "file_unique_id": "unique-1", "file_size": 1024, **more}
    if name is not None:
        file["file_name"] = name
    return HostileInput(family, description, {"message": message(document=file, **caption)})

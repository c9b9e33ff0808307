"""What the bot says of itself: its commands by scope and language, its descriptions."""

import json
import re

from tests.telegram_server.parameters import Parameters
from tests.telegram_server.refusal import bad_request
from tests.telegram_server.telegram import Telegram
from tests.telegram_server.utf16 import utf16_units

MOST_COMMANDS = 100
LONGEST_COMMAND_DESCRIPTION = 256
LONGEST_DESCRIPTION = 512
LONGEST_SHORT_DESCRIPTION = 120

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SCOPES = {
    "default": (), "all_private_chats": (), "all_group_chats": (), "all_chat_administrators": (),
    "chat": ("chat_id",), "chat_administrators": ("chat_id",), "chat_member": ("chat_id", "user_id"),
}  # fmt: skip


class BotSettings:
    """Each method takes the call's parameters and gives the result, or raises Refused."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    def get_me(self, _call: Parameters) -> object:
        return {
            **self._telegram.bot.as_json(),
            "can_join_groups": True,
            "can_read_all_group_messages": not self._telegram.privacy_mode,
            "supports_inline_queries": True,
        }

    def set_my_commands(self, call: Parameters) -> object:
        commands = call.structure("commands")
        if not isinstance(commands, list) or not all(isinstance(command, dict) for command in commands):
            raise bad_request("can't parse commands JSON object")
        if len(commands) > MOST_COMMANDS:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            if not _COMMAND.fullmatch(str(command.get("command", "")).removeprefix("/")):
                raise bad_request("BOT_COMMAND_INVALID")
            if not 1 <= utf16_units(str(command.get("description", "")).strip()) <= LONGEST_COMMAND_DESCRIPTION:
                raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        self._telegram.commands[self._scope(call)] = commands
        return True

    def get_my_commands(self, call: Parameters) -> object:
        return self._telegram.commands.get(self._scope(call), [])

    def delete_my_commands(self, call: Parameters) -> object:
        self._telegram.commands.pop(self._scope(call), None)
        return True

    def _scope(self, call: Parameters) -> str:
        scope = call.structure("scope") or {"type": "default"}
        if not isinstance(scope, dict) or scope.get("type") not in _SCOPES:
            raise bad_request("can't parse BotCommandScope: Unsupported type specified")
        needed = _SCOPES[scope["type"]]
        if not all(name in scope for name in needed):
            raise bad_request("can't parse BotCommandScope: chat_id is empty")
        if "chat_id" in needed:
            self._telegram.known_chat(str(scope["chat_id"]))
        return scope_key(scope["type"], *(scope[name] for name in needed), language=call.text("language_code"))

    def set_my_description(self, call: Parameters) -> object:
        return self._describe("description", call, LONGEST_DESCRIPTION)

    def set_my_short_description(self, call: Parameters) -> object:
        return self._describe("short_description", call, LONGEST_SHORT_DESCRIPTION)

    def _describe(self, name: str, call: Parameters, longest: int) -> object:
        if utf16_units(call.text(name)) > longest:
            raise bad_request(f"{name.replace('_', ' ')} is too long")
        self._telegram.descriptions[name] = call.text(name)
        return True

    def get_my_description(self, _call: Parameters) -> object:
        return {"description": self._telegram.descriptions.get("description", "")}

    def get_my_short_description(self, _call: Parameters) -> object:
        return {"short_description": self._telegram.descriptions.get("short_description", "")}


def scope_key(kind: str, *ids: object, language: str = "") -> str:
    """What the commands of a scope are kept under."""
    return json.dumps([kind, *(int(str(number)) for number in ids), *([language] if language else [])])

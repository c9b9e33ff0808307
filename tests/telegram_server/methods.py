"""From the name of a method to what it does; getUpdates and the webhook, which wait, are elsewhere."""

from collections.abc import Callable

from tests.telegram_server.bot_settings import BotSettings
from tests.telegram_server.editing import Editing
from tests.telegram_server.membership import Membership
from tests.telegram_server.method_fields import FIELDS
from tests.telegram_server.parameters import Parameters
from tests.telegram_server.queries import Queries
from tests.telegram_server.refusal import Refused, bad_request
from tests.telegram_server.sending import Sending
from tests.telegram_server.telegram import Telegram

Method = Callable[[Parameters], object]


class Methods:
    """All that the bot can call and that answers at once."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self.sending = Sending(telegram)
        self.queries = Queries(telegram)
        editing, settings, membership = Editing(telegram), BotSettings(telegram), Membership(telegram)
        self._methods: dict[str, Method] = {
            "getMe": settings.get_me,
            "logOut": lambda _call: True,
            "close": lambda _call: True,
            "sendMessage": self.sending.send_message,
            "sendDocument": self.sending.send_document,
            "sendPhoto": self.sending.send_photo,
            "sendChatAction": self.sending.send_chat_action,
            "setMessageReaction": self.sending.set_message_reaction,
            "getFile": self.sending.get_file,
            "editMessageText": editing.edit_message_text,
            "editMessageCaption": editing.edit_message_caption,
            "editMessageReplyMarkup": editing.edit_message_reply_markup,
            "deleteMessage": editing.delete_message,
            "pinChatMessage": editing.pin_chat_message,
            "unpinChatMessage": editing.unpin_chat_message,
            "unpinAllChatMessages": editing.unpin_all_chat_messages,
            "answerCallbackQuery": self.queries.answer_callback_query,
            "answerInlineQuery": self.queries.answer_inline_query,
            "setMyCommands": settings.set_my_commands,
            "getMyCommands": settings.get_my_commands,
            "deleteMyCommands": settings.delete_my_commands,
            "setMyDescription": settings.set_my_description,
            "getMyDescription": settings.get_my_description,
            "setMyShortDescription": settings.set_my_short_description,
            "getMyShortDescription": settings.get_my_short_description,
            "getChat": membership.get_chat,
            "getChatMember": membership.get_chat_member,
            "getChatAdministrators": membership.get_chat_administrators,
            "leaveChat": membership.leave_chat,
        }
        self._by_lower_name = {name.lower(): name for name in FIELDS}

    def name_of(self, written: str) -> str:
        """The method as it is spelt; Refused when there is none. Telegram does not mind case."""
        name = self._by_lower_name.get(written.lower())
        if name is None:
            raise Refused(404, "Not Found: method not found")
        return name

    def check_fields(self, name: str, call: Parameters) -> None:
        """Unknown fields are warnings afterwards; Refused without one that is needed."""
        known, needed = FIELDS[name]
        for field in {*call.values, *call.uploads} - known:
            if field not in _attached(call):
                self._telegram.warnings.append(f"{name} has no field {field!r}")
        for field in needed:
            if not call.has(field):
                raise bad_request(f"{field} is empty")

    def call(self, name: str, call: Parameters) -> object:
        """The result; Refused with the reason. The caller holds the lock."""
        self.check_fields(name, call)
        result = self._methods[name](call)
        self._telegram.changed.notify_all()
        return result


def _attached(call: Parameters) -> set[str]:
    written = [value for value in call.values.values() if isinstance(value, str) and "attach://" in value]
    return {name for name in call.uploads if any(f"attach://{name}" in value for value in written)}

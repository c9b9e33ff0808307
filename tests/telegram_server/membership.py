"""What the bot asks about chats, and leaving one."""

from tests.telegram_server.chats import BotStatus
from tests.telegram_server.parameters import Parameters
from tests.telegram_server.refusal import bad_request
from tests.telegram_server.telegram import Telegram


class Membership:
    """Each method takes the call's parameters and gives the result, or raises Refused."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    def get_chat(self, call: Parameters) -> object:
        chat = self._telegram.known_chat(call.text("chat_id"))
        return {**chat.as_json(), "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": {
            "unlimited_gifts": True, "limited_gifts": True, "unique_gifts": True, "premium_subscription": True,
            "gifts_from_channels": True,
        }}  # fmt: skip

    def get_chat_member(self, call: Parameters) -> object:
        chat = self._telegram.chat_to_write(call.text("chat_id"))
        user_id = call.number("user_id")
        if user_id == self._telegram.bot.id:
            return {"user": self._telegram.bot.as_json(), "status": str(chat.bot_status)}
        if user_id not in self._telegram.users:
            raise bad_request("invalid user_id specified")
        status = "member" if user_id in chat.members else "left"
        return {"user": self._telegram.users[user_id].as_json(), "status": status}

    def get_chat_administrators(self, call: Parameters) -> object:
        chat = self._telegram.chat_to_write(call.text("chat_id"))
        if chat.is_private:
            raise bad_request("there are no administrators in the private chat")
        return []

    def leave_chat(self, call: Parameters) -> object:
        chat = self._telegram.chat_to_write(call.text("chat_id"))
        if chat.is_private:
            raise bad_request("chat member status can't be changed in private chats")
        chat.bot_status = BotStatus.LEFT
        return True

"""Who is in which chat: people block the bot and come back, groups take it in and put it out."""

from tests.telegram_server.chats import BotStatus, Chat, Message, User
from tests.telegram_server.telegram import Telegram


class ComingAndGoing:
    """Each change is told to the bot as Telegram tells it."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    def group(
        self, chat_id: int, title: str, *user_ids: int, kind: str = "supergroup", topics: dict[int, str] | None = None
    ) -> Chat:
        """A group with these people and the bot in it; groups have negative ids."""
        with self._telegram.changed:
            chat = Chat(chat_id, kind, title, members=set(user_ids), is_forum=topics is not None, topics=topics or {})
            for user_id in user_ids:
                self._telegram.user(user_id)
            self._telegram.chats[chat_id] = chat
            return chat

    def blocks(self, user_id: int) -> None:
        """The bot cannot write to the person any more, and is told so."""
        self._private_status(user_id, was="member", now="kicked")

    def unblocks(self, user_id: int) -> None:
        self._private_status(user_id, was="kicked", now="member")

    def _private_status(self, user_id: int, *, was: str, now: str) -> None:
        with self._telegram.changed:
            chat = self._telegram.private_chat(user_id)
            chat.is_blocked = now == "kicked"
            chat.may_be_written_to = True
            self._tell_of_bot(chat, self._telegram.user(user_id), was, now)

    def adds_bot(self, chat_id: int, by_user_id: int, status: BotStatus = BotStatus.MEMBER) -> None:
        """The bot is in the group, told by a change of its status and a service message."""
        with self._telegram.changed:
            chat = self._telegram.chats[chat_id]
            was, chat.bot_status = chat.bot_status, status
            user = self._telegram.user(by_user_id)
            self._tell_of_bot(chat, user, "left" if was == status else str(was), str(status))
            if status == BotStatus.MEMBER:
                self._service(chat, user, {"new_chat_members": [self._telegram.bot.as_json()]})

    def removes_bot(self, chat_id: int, by_user_id: int) -> None:
        with self._telegram.changed:
            chat = self._telegram.chats[chat_id]
            was, chat.bot_status = chat.bot_status, BotStatus.KICKED
            self._tell_of_bot(chat, self._telegram.user(by_user_id), str(was), "kicked")

    def joins(self, chat_id: int, user_id: int) -> None:
        """The person is a member of the group, told by a service message."""
        with self._telegram.changed:
            chat = self._telegram.chats[chat_id]
            user = self._telegram.user(user_id)
            chat.members.add(user_id)
            self._service(chat, user, {"new_chat_members": [user.as_json()]})

    def leaves(self, chat_id: int, user_id: int) -> None:
        with self._telegram.changed:
            chat = self._telegram.chats[chat_id]
            user = self._telegram.user(user_id)
            self._service(chat, user, {"left_chat_member": user.as_json()})
            chat.members.discard(user_id)

    def migrates(self, chat_id: int, new_chat_id: int) -> Chat:
        """The group is a supergroup with a new id; the old id is refused with the new one in the answer."""
        with self._telegram.changed:
            old = self._telegram.chats[chat_id]
            new = self.group(new_chat_id, old.title, *old.members)
            anyone = self._telegram.user(next(iter(old.members)))
            self._service(old, anyone, {"migrate_to_chat_id": new_chat_id})
            old.migrated_to = new_chat_id
            self._service(new, anyone, {"migrate_from_chat_id": chat_id})
            return new

    def _service(self, chat: Chat, user: User, what: dict[str, object]) -> None:
        telegram = self._telegram
        message = Message(chat, telegram.next_message_id(chat), user, telegram.clock(), more=what)
        telegram.keep_message(message)
        telegram.push({"message": message.as_json()})

    def _tell_of_bot(self, chat: Chat, by: User, was: str, now: str) -> None:
        bot = self._telegram.bot.as_json()
        self._telegram.push(
            {
                "my_chat_member": {
                    "chat": chat.as_json(),
                    "from": by.as_json(),
                    "date": int(self._telegram.clock()),
                    "old_chat_member": _member(bot, was),
                    "new_chat_member": _member(bot, now),
                }
            }
        )


def _member(bot: dict[str, object], status: str) -> dict[str, object]:
    rights = dict.fromkeys(
        ("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
         "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
         "can_edit_stories", "can_delete_stories", "can_pin_messages"), True
    )  # fmt: skip
    if status == "administrator":
        return {"user": bot, "status": status, **rights}
    return {"user": bot, "status": status} | ({"until_date": 0} if status == "kicked" else {})

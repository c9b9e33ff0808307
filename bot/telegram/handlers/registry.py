"""Which handler sees to what: the whole of what the bot does, in one list."""

import asyncio
from datetime import timedelta

from bot import telegram_messages as messages
from bot.markup import escaped
from bot.records.audit import AuditKind
from bot.records.people import Role
from bot.records.retention import forget_old
from bot.screens.actions import Verb
from bot.screens.screen import Screen
from bot.telegram.background import Chore
from bot.telegram.desk import Desk
from bot.telegram.dispatcher import Dispatcher, OnSaid
from bot.telegram.gate import Visitor
from bot.telegram.handlers.access import Access
from bot.telegram.handlers.buttons import Buttons
from bot.telegram.handlers.conversation import Conversation
from bot.telegram.handlers.documents import Documents
from bot.telegram.handlers.inline import Inline
from bot.telegram.handlers.questions import Questions
from bot.telegram.handlers.reminders import Reminders
from bot.telegram.handlers.uploads import Uploads
from bot.telegram.incoming import Said

FORGETTING_SECONDS = 3600.0
REMINDING_SECONDS = 60.0
UPLOADS_SECONDS = 1.0

# A flood of one stranger is one line of the audit.
REFUSALS_NOTED_AFTER = timedelta(hours=1)


class Registry:
    """The handlers of one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._access = Access(desk)
        self._questions = Questions(desk)
        self._documents = Documents(desk)
        self._conversation = Conversation(desk, self._access, self._documents, self._questions)
        self._reminders = Reminders(desk)
        self._uploads = Uploads(desk)

    def dispatcher(self) -> Dispatcher:
        """Gives each update to its handler."""
        buttons = Buttons(
            self._desk,
            self._questions,
            self._documents,
            {
                Verb.PAIRING: self._access.decide,
                Verb.SUBSCRIBE: self._reminders.change,
                Verb.REMINDER: self._reminders.show,
                Verb.UPLOAD: self._uploads.decide,
            },
        )
        return Dispatcher(
            self._desk,
            commands=self._commands(),
            on_text=self._for_those_who_may_ask(self._text),
            on_pressed=buttons.press,
            on_typed=Inline(self._desk).type,
            on_joined=self._access.joined,
        )

    def chores(self) -> list[Chore]:
        """What is done without being asked."""
        return [
            Chore("Reminding", REMINDING_SECONDS, self._reminders.remind),
            Chore("Following uploads", UPLOADS_SECONDS, self._uploads.follow),
            Chore("Forgetting what is old", FORGETTING_SECONDS, self._forget),
        ]

    def _commands(self) -> dict[str, OnSaid]:
        conversation, documents, access = self._conversation, self._documents, self._access
        for_everybody: dict[str, OnSaid] = {"start": conversation.start}
        for_users: dict[str, OnSaid] = {
            "hoi": conversation.ask,
            "vanban": documents.find,
            "hanchot": documents.deadlines,
            "lich": documents.calendar,
            "nhac": self._reminders.command,
            "moi": conversation.begin_anew,
            "quen": conversation.forget,
            "gopy": conversation.comment,
            "trogiup": conversation.help,
            "help": conversation.help,
        }
        for_admins: dict[str, OnSaid] = {
            "duyet": access.approve,
            "thuhoi": access.revoke,
            "vaitro": access.change_role,
            "nguoidung": access.people,
            "nhatky": access.audit,
            "tamdung": access.pause,
            "tieptuc": access.resume,
        }
        return (
            for_everybody
            | {name: self._for_those_who_may_ask(handler) for name, handler in for_users.items()}
            | {name: self._for_admins(handler) for name, handler in for_admins.items()}
        )

    async def _text(self, said: Said, visitor: Visitor) -> None:
        """What is no command that the bot knows: a file, an answer to something the bot asked for, or a question."""
        if said.command:
            await self._conversation.unknown_command(said, visitor)
        elif said.file is not None:
            await self._uploads.receive(said, visitor)
        elif not await self._uploads.correct(said, visitor):
            await self._conversation.ask(said, visitor)

    def _for_those_who_may_ask(self, handler: OnSaid) -> OnSaid:
        async def allowed(said: Said, visitor: Visitor) -> None:
            if visitor.may_ask:
                await handler(said, visitor)
            elif await self._is_noted_refusal(visitor) or visitor.place.is_private:
                await self._access.stranger(visitor)

        return allowed

    def _for_admins(self, handler: OnSaid) -> OnSaid:
        async def allowed(said: Said, visitor: Visitor) -> None:
            if visitor.may(Role.ADMIN):
                await handler(said, visitor)
                return
            is_first = await self._is_noted_refusal(visitor)
            if visitor.may_ask:
                await self._desk.courier.say(visitor.place, Screen(escaped(messages.not_for_you())))
            elif is_first or visitor.place.is_private:
                await self._access.stranger(visitor)

        return allowed

    async def _is_noted_refusal(self, visitor: Visitor) -> bool:
        """Whether the audit has a line for it: once an hour, and as often an unapproved group is told."""
        return await asyncio.to_thread(
            self._desk.records.audit.note_seldom,
            self._desk.clock.now(),
            visitor.sender.user_id,
            visitor.place.chat_id,
            AuditKind.ACCESS_REFUSED,
            REFUSALS_NOTED_AFTER,
        )

    async def _forget(self) -> None:
        office = self._desk.settings.office
        await asyncio.to_thread(
            forget_old, self._desk.records, self._desk.clock.now(), office.memory_days, office.records_days
        )

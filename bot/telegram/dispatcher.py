"""From an update to the handler whose business it is; what goes wrong there ends here."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from telegram import Update
from telegram.error import ChatMigrated, Forbidden, TelegramError

from bot import messages
from bot.answers import new_reference
from bot.logs import hidden_from_logs
from bot.markup import escaped
from bot.screens.screen import Screen
from bot.telegram.desk import Desk
from bot.telegram.gate import Gate, Visitor
from bot.telegram.incoming import Incoming, Joined, Moved, Place, Pressed, Said, TypedInline, incoming

logger = logging.getLogger(__name__)

OnSaid: TypeAlias = Callable[[Said, Visitor], Awaitable[None]]
OnPressed: TypeAlias = Callable[[Pressed, Visitor], Awaitable[None]]
OnTyped: TypeAlias = Callable[[TypedInline, Visitor], Awaitable[None]]
OnJoined: TypeAlias = Callable[[Joined, Visitor], Awaitable[None]]


# What is done again when its message is edited; a command that has been carried out is not.
ASKED_ANEW = frozenset({"", "hoi"})


class Dispatcher:
    """Gives each update to one handler; never raises.

    `commands` are those that everybody may send; who may do what behind them is each handler's to ask.
    """

    def __init__(
        self,
        desk: Desk,
        commands: dict[str, OnSaid],
        on_text: OnSaid,
        on_pressed: OnPressed,
        on_typed: OnTyped,
        on_joined: OnJoined,
    ) -> None:
        self._desk = desk
        self._gate = Gate(desk.records, desk.people)
        self._commands = commands
        self._on_text = on_text
        self._on_pressed = on_pressed
        self._on_typed = on_typed
        self._on_joined = on_joined

    async def handle(self, raw: dict[str, Any]) -> None:
        """Whatever the update asks for has been done, or its sender has been told that it failed."""
        meant = self._read(raw)
        if meant is None:
            return
        with hidden_from_logs("" if self._desk.settings.office.log_questions else _words_of(meant)):
            try:
                await self._route(meant)
            except Forbidden as error:
                logger.warning("Telegram does not let the bot write to a chat: %s", error)
            except ChatMigrated as error:
                if isinstance(meant, Said | Pressed):
                    await self._move(Moved(meant.place.chat_id, error.new_chat_id))
            except Exception as error:  # whatever a handler meets, the next update must still be handled
                await self._apologise(meant, error)

    def _read(self, raw: dict[str, Any]) -> Incoming | None:
        try:
            update = Update.de_json(raw, self._desk.bot)
            return incoming(update, self._desk.bot.id, self._desk.bot_username)
        except Exception as error:  # the library may fail in any way at what it does not expect
            logger.warning("Left out update %s, which cannot be read (%s)", raw["update_id"], type(error).__name__)
            return None

    async def _route(self, meant: Incoming) -> None:
        if isinstance(meant, Moved):
            await self._move(meant)
            return
        if isinstance(meant, TypedInline):
            place = Place(meant.sender.user_id, is_private=True)
            await self._on_typed(meant, await self._gate.visitor(meant.sender, place))
            return
        visitor = await self._gate.visitor(meant.sender, meant.place)
        if isinstance(meant, Pressed):
            await self._on_pressed(meant, visitor)
        elif isinstance(meant, Joined):
            await self._on_joined(meant, visitor)
        elif meant.is_addressed and (not meant.is_edited or meant.command in ASKED_ANEW):
            await self._commands.get(meant.command, self._on_text)(meant, visitor)

    async def _move(self, moved: Moved) -> None:
        now = self._desk.clock.now()
        await asyncio.to_thread(self._desk.records.groups.move_group, moved.old_chat_id, moved.new_chat_id, now)

    async def _apologise(self, meant: Incoming, error: Exception) -> None:
        """What went wrong is in the log under a reference, and the person has the reference."""
        reference = new_reference()
        self._desk.metrics.errors.inc()
        logger.error("Handling an update failed, reference %s", reference, exc_info=error)
        if not isinstance(meant, Said | Pressed):
            return
        try:
            screen = Screen(escaped(messages.internal_error(reference)))
            await self._desk.courier.say(meant.place, screen)
        except TelegramError as failure:
            logger.warning("The apology with reference %s was not sent: %s", reference, type(failure).__name__)


def _words_of(meant: Incoming) -> str:
    return meant.text if isinstance(meant, Said | TypedInline) else ""

"""/nhac and its buttons, and what the bot says unasked: reminders, digests, notices of change."""

import asyncio
import logging

from telegram.error import BadRequest, Forbidden, TelegramError

from bot import telegram_messages as messages
from bot.markup import escaped
from bot.records.notices import Notice
from bot.records.people import Role
from bot.reminders.coming import ComingDeadlines
from bot.reminders.reminding import Reminding
from bot.screens.actions import Action
from bot.screens.reminder_screens import Asker, ReminderScreens, uncertain_notice_screen
from bot.screens.screen import Screen
from bot.telegram.courier import DeliveryUncertain
from bot.telegram.desk import Desk
from bot.telegram.gate import Visitor
from bot.telegram.incoming import Place, Pressed, Said

logger = logging.getLogger(__name__)


class Reminders:
    """In a group what is followed is everybody's, so trainers and administrators decide it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        office = desk.settings.office_hours
        self._screens = ReminderScreens(desk.records.subscriptions, ComingDeadlines(desk.holdings), office)
        self._reminding = Reminding(desk.holdings, desk.records, office)
        self._is_restarted = False

    async def command(self, said: Said, visitor: Visitor) -> None:
        """/nhac."""
        if not self._may_decide(visitor):
            await self._desk.courier.say(visitor.place, Screen(escaped(messages.group_follows_by_trainers())))
            return
        screen = await asyncio.to_thread(self._screens.command, said.text, self._asker(visitor))
        await self._desk.courier.say(visitor.place, screen)

    async def change(self, pressed: Pressed, action: Action, visitor: Visitor) -> None:
        """A button of /nhac, or "Theo dõi" on the card of a document."""
        courier = self._desk.courier
        if not self._may_decide(visitor):
            await courier.acknowledge(pressed.query_id, messages.group_follows_by_trainers(), is_alert=True)
            return
        screen = await asyncio.to_thread(self._screens.pressed, action.arguments, self._asker(visitor))
        if screen is None:
            await courier.acknowledge(pressed.query_id, messages.button_is_too_old(), is_alert=True)
            return
        await courier.acknowledge(pressed.query_id)
        is_from_card = action.arguments[:1] == ("d",)
        if is_from_card or not await courier.replace(pressed.place, pressed.message_id, screen):
            await courier.say(pressed.place, screen)

    async def show(self, pressed: Pressed, action: Action, visitor: Visitor) -> None:
        """The reminder that may not have arrived."""
        await self._desk.courier.acknowledge(pressed.query_id)
        key = action.arguments[0] if action.arguments else ""
        screen = await asyncio.to_thread(
            uncertain_notice_screen, self._desk.records.notices, key, pressed.place.chat_id
        )
        await self._desk.courier.say(pressed.place, screen)

    async def remind(self) -> None:
        """Everything due has been sent, once; while the bot is paused it waits."""
        if await asyncio.to_thread(self._desk.records.switch.state):
            return
        if not self._is_restarted:
            await asyncio.to_thread(self._reminding.after_restart)
            self._is_restarted = True
        for notice in await asyncio.to_thread(self._reminding.due, self._desk.clock.now()):
            await self._send(notice)

    async def _send(self, notice: Notice) -> None:
        notices = self._desk.records.notices
        if not await asyncio.to_thread(self._may_be_told, notice.chat_id):
            await asyncio.to_thread(notices.dropped, notice.id)
            return
        if not await asyncio.to_thread(notices.sending, notice.id):
            return
        place = Place(notice.chat_id, is_private=notice.chat_id > 0)
        try:
            message_id = await self._desk.courier.bring(place, Screen(notice.html, notice.rows))
        except DeliveryUncertain:
            self._desk.metrics.uncertain.inc()
            await asyncio.to_thread(notices.uncertain, notice.id, self._reminding.hint_of)
        except (Forbidden, BadRequest) as error:
            logger.warning("A notice is given up, chat %s cannot be written to: %s", notice.chat_id, error.message)
            await asyncio.to_thread(notices.dropped, notice.id)
        except TelegramError as error:
            logger.warning("A notice waits, Telegram cannot be reached: %s", type(error).__name__)
            await asyncio.to_thread(notices.not_sent, notice.id)
        else:
            self._desk.metrics.notices.inc()
            await asyncio.to_thread(notices.sent, notice.id, message_id)

    def _may_be_told(self, chat_id: int) -> bool:
        """Whether the person or the group is still let in."""
        if chat_id > 0:
            return self._desk.people.role_of(chat_id) is not None
        return self._desk.records.groups.is_group_approved(chat_id)

    def _may_decide(self, visitor: Visitor) -> bool:
        return visitor.place.is_private or visitor.may(Role.TRAINER)

    def _asker(self, visitor: Visitor) -> Asker:
        return Asker(visitor.place.chat_id, visitor.sender.user_id, self._desk.clock.now())

"""Questions: in private chats, and in groups when the bot is spoken to; asked anew when they are edited."""

import asyncio
import logging
import time
from dataclasses import dataclass
from datetime import timedelta

from bot.answer import Answer
from bot.answer_html import answer_as_html
from bot.conversation.memory import EMPTY, Memory, memory_from_json
from bot.records.audit import AuditKind
from bot.records.given_answers import Delivery, GivenAnswer, new_answer_id
from bot.records.people import Role
from bot.screens.access_screens import paused_screen, quota_screen
from bot.screens.answer_screen import buttons_of, given_answer
from bot.screens.screen import Button, Screen
from bot.telegram.desk import Desk
from bot.telegram.gate import Visitor
from bot.telegram.incoming import Said
from bot.telegram.progress import progress_shown

logger = logging.getLogger(__name__)

# Somebody who goes on asking is one line of the audit.
QUOTA_NOTED_AFTER = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it reached the bot; `update_id` is None for one that a button asks."""

    text: str
    update_id: int | None
    message_id: int | None
    is_edited: bool = False
    replied_to: int | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What the records hold on a question that was just asked."""

    left: GivenAnswer | None = None  # its answer, worked out before a restart
    refusal: Screen | None = None  # why it is not answered now
    earlier: GivenAnswer | None = None  # the answer to it as it was before it was edited
    memory: Memory = EMPTY  # what the sender talked about


class Questions:
    """Answers each question once: what was answered before a restart is sent, not worked out again."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def ask(self, said: Said, visitor: Visitor) -> None:
        """The message is a question."""
        await self.answer(Asked(said.text, said.update_id, said.message_id, said.is_edited, said.replied_to), visitor)

    async def answer(self, asked: Asked, visitor: Visitor) -> None:
        """The answer is in the chat, or why there is none."""
        started = time.monotonic()
        async with progress_shown(self._desk.bot, visitor.place, self._desk.pace):
            known = await asyncio.to_thread(self._known, asked, visitor)
            if known.refusal is not None:
                await self._desk.courier.say(visitor.place, known.refusal)
                return
            left, earlier = known.left, known.earlier
            given = left or await self._worked_out(asked, visitor, known.memory)
        rows = await asyncio.to_thread(self._leaving if left is None else self._buttons, given)
        if left is not None:
            await self._desk.courier.deliver_left(left, visitor.place, rows)
        elif earlier is not None:
            await self._desk.courier.rewrite(earlier, given, visitor.place, rows)
        else:
            await self._desk.courier.deliver(given, visitor.place, rows)
        seconds = time.monotonic() - started
        self._desk.metrics.answers.labels(given.status, given.kind).inc()
        self._desk.metrics.seconds.observe(seconds)
        logger.info(
            "Answered user %s in %.2f s: %s, %s, %s citations",
            visitor.sender.user_id,
            seconds,
            given.status,
            given.kind,
            len(given.cited),
        )

    async def send_again(self, given: GivenAnswer, visitor: Visitor) -> None:
        """What may not have arrived is in the chat."""
        rows = await asyncio.to_thread(self._buttons, given)
        await self._desk.courier.deliver(given, visitor.place, rows)

    def _known(self, asked: Asked, visitor: Visitor) -> Known:
        """What the records say before the question is worked out; it then counts for the quotas."""
        answers = self._desk.records.given_answers
        if asked.update_id is not None and (left := answers.of_update(asked.update_id)):
            return Known(left=left)
        if refusal := self._held_up(visitor):
            return Known(refusal=refusal)
        earlier = None
        if asked.is_edited and asked.message_id is not None:
            earlier = answers.of_message(visitor.place.chat_id, asked.message_id)
        return Known(earlier=earlier, memory=self._remembered(asked, visitor))

    def _held_up(self, visitor: Visitor) -> Screen | None:
        """Why there is no answer now; None when there is one, and it counts for the quotas."""
        desk, now = self._desk, self._desk.clock.now()
        sender, place = visitor.sender, visitor.place
        if paused := desk.records.switch.state():
            desk.metrics.refusals.labels("paused").inc()
            return paused_screen(paused)
        if visitor.may(Role.ADMIN):
            return None
        again = desk.quotas.admit(sender.user_id, place.chat_id, not place.is_private, now)
        if again is None:
            return None
        desk.metrics.refusals.labels("quota").inc()
        desk.records.audit.note_seldom(now, sender.user_id, place.chat_id, AuditKind.QUOTA_MET, QUOTA_NOTED_AFTER)
        return quota_screen(again, now, desk.clock.zone, is_group=not place.is_private)

    async def _worked_out(self, asked: Asked, visitor: Visitor, memory: Memory) -> GivenAnswer:
        """The answer, kept together with what the conversation remembers of it."""
        if self._desk.settings.office.log_questions:
            logger.info("User %s asks: %s", visitor.sender.user_id, asked.text)
        turn = await self._desk.answering(self._desk.conversations.reply, asked.text, memory, self._desk.clock.today())
        return await asyncio.to_thread(self._kept, asked, visitor, turn.answer, turn.memory)

    def _remembered(self, asked: Asked, visitor: Visitor) -> Memory:
        """What the sender talked about here; replying to an answer given to somebody else, what that was about."""
        records, key = self._desk.records, visitor.memory_key
        if asked.replied_to is not None and not visitor.place.is_private:
            for_whom = records.given_answers.sent_as(visitor.place.chat_id, asked.replied_to)
            key = for_whom.user_id if for_whom else key
        text = records.memories.get(visitor.place.chat_id, key)
        return memory_from_json(text) if text else EMPTY

    def _kept(self, asked: Asked, visitor: Visitor, answer: Answer, memory: Memory) -> GivenAnswer:
        records, now = self._desk.records, self._desk.clock.now()
        place, user_id = visitor.place, visitor.sender.user_id
        given = given_answer(
            answer,
            new_answer_id(),
            update_id=asked.update_id,
            chat_id=place.chat_id,
            user_id=user_id,
            message_id=asked.message_id,
            now=now,
            html=answer_as_html(answer),
        )
        with records.database.transaction():
            given = records.given_answers.keep(given)
            records.memories.put(place.chat_id, visitor.memory_key, memory.as_json(), now)
            records.audit.note(now, user_id, place.chat_id, AuditKind.ASKED)
        return given

    def _leaving(self, given: GivenAnswer) -> tuple[tuple[Button, ...], ...]:
        """Its buttons; it is noted that it may reach the chat from now on."""
        self._desk.records.given_answers.note_delivery(given.id, Delivery.SENDING, given.sent_messages)
        return self._buttons(given)

    def _buttons(self, given: GivenAnswer) -> tuple[tuple[Button, ...], ...]:
        return buttons_of(given, self._desk.holdings)

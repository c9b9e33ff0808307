"""Brings screens and files into chats: in parts that fit, plain where Telegram cannot read the markup, never twice."""

import asyncio
import dataclasses
import html
import logging
import re
from collections.abc import Sequence
from pathlib import Path

from telegram import Bot, InlineKeyboardMarkup, InputFile, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, TelegramError

from bot import telegram_messages as messages
from bot.markup import escaped
from bot.records.given_answers import AnswerId, Delivery, GivenAnswer, GivenAnswers
from bot.records.sent_files import SentFiles
from bot.screens.actions import Verb, action
from bot.screens.screen import Attachment, Button, Screen
from bot.telegram.incoming import Place
from bot.telegram.keyboards import keyboard
from bot.telegram.message_parts import message_parts
from bot.telegram.requests import may_have_been_done

logger = logging.getLogger(__name__)

_TAG = re.compile(r"</?[a-z][^<>]*>")
_CANNOT_PARSE = "can't parse entities"
_NO_TOPIC = "message thread not found"
_NOT_MODIFIED = "message is not modified"


class DeliveryUncertain(Exception):
    """The connection broke while Telegram had a message: it may or may not stand in the chat."""


class Courier:
    """Sends with one bot."""

    def __init__(self, bot: Bot, answers: GivenAnswers, files: SentFiles) -> None:
        self._bot = bot
        self._answers = answers
        self._files = files

    async def deliver(self, given: GivenAnswer, place: Place, rows: Sequence[Sequence[Button]]) -> None:
        """All parts of the answer that are not in the chat yet are, the buttons under the last; it is noted as leaving.

        Each part is noted as soon as it is there, so that a restart goes on behind it. When the connection breaks
        while Telegram has a part, nobody knows: the person gets a button instead of the same answer twice.
        """
        parts = message_parts(given.html)
        sent = list(given.sent_messages)
        for number in range(len(sent), len(parts)):
            buttons = keyboard(rows) if number + 1 == len(parts) else None
            reply_to = given.message_id if number == 0 else None
            try:
                message = await self._send(place, parts[number], buttons, reply_to)
            except DeliveryUncertain:
                await self._note(given.id, Delivery.UNCERTAIN, sent)
                await self._offer_again(place, given.id)
                return
            sent.append(message.message_id)
            is_last = number + 1 == len(parts)
            await self._note(given.id, Delivery.SENT if is_last else Delivery.SENDING, sent)

    async def deliver_left(self, given: GivenAnswer, place: Place, rows: Sequence[Sequence[Button]]) -> None:
        """The same for an answer that an earlier process was sending when it ended.

        It may have sent a part that it could not note any more, so no part is sent like this more than once.
        """
        if given.delivery in {Delivery.DUE, Delivery.SENDING}:
            is_new = given.delivery is Delivery.DUE
            await self._note(given.id, Delivery.SENDING if is_new else Delivery.REPEATED, given.sent_messages)
            await self.deliver(given, place, rows)
        elif given.delivery is not Delivery.SENT:
            await self._note(given.id, Delivery.UNCERTAIN, given.sent_messages)
            await self._offer_again(place, given.id)

    async def rewrite(
        self, earlier: GivenAnswer, given: GivenAnswer, place: Place, rows: Sequence[Sequence[Button]]
    ) -> None:
        """The new answer stands where the earlier one stood when both are one message, else below, and it says so."""
        parts = message_parts(given.html)
        if len(parts) == 1 and len(earlier.sent_messages) == 1 and earlier.delivery is Delivery.SENT:
            [message_id] = earlier.sent_messages
            if await self.replace(place, message_id, Screen(parts[0], tuple(map(tuple, rows)))):
                await self._note(given.id, Delivery.SENT, [message_id])
                return
        for message_id in earlier.sent_messages:
            await self.replace(place, message_id, Screen(escaped(messages.answered_anew())))
        await self.deliver(given, place, rows)

    async def say(self, place: Place, screen: Screen, reply_to: int | None = None) -> int | None:
        """The screen is in the chat; the id of its last message, None when that is not known."""
        try:
            return await self.bring(place, screen, reply_to)
        except DeliveryUncertain:
            logger.warning("Whether a message reached chat %s is not known; it is not sent again", place.chat_id)
            return None

    async def bring(self, place: Place, screen: Screen, reply_to: int | None = None) -> int:
        """The screen is in the chat; the id of its last message. DeliveryUncertain as soon as that is not known."""
        parts = message_parts(screen.html)
        message_id = 0
        for number, part in enumerate(parts):
            buttons = keyboard(screen.rows) if number + 1 == len(parts) else None
            message = await self._send(place, part, buttons, reply_to if number == 0 else None)
            message_id = message.message_id
        return message_id

    async def replace(self, place: Place, message_id: int, screen: Screen) -> bool:
        """The message shows the first part of the screen instead; false when it cannot be changed any more."""
        part = message_parts(screen.html)[0]
        buttons = keyboard(screen.rows)
        try:
            await self._edit(place, message_id, part, ParseMode.HTML, buttons)
        except BadRequest as error:
            if _NOT_MODIFIED in error.message:
                return True
            if _CANNOT_PARSE not in error.message.lower():
                logger.info("Message %s of chat %s was not changed: %s", message_id, place.chat_id, error.message)
                return False
            logger.error("Telegram could not read our markup; shown without")
            await self._edit(place, message_id, plain_text(part), None, buttons)
        return True

    async def send_file(self, place: Place, attachment: Attachment) -> None:
        """The file is in the chat; a copy that Telegram has already is used again."""
        kind = "photo" if attachment.is_picture else "document"
        known = await asyncio.to_thread(self._files.get, attachment.cache_key, kind) if attachment.cache_key else None
        if known:
            try:
                await self._send_file(place, attachment, known)
                return
            except BadRequest:  # Telegram has forgotten its copy
                await asyncio.to_thread(self._files.forget, attachment.cache_key, kind)
        content = attachment.content
        if isinstance(content, Path):
            content = await asyncio.to_thread(content.read_bytes)
        message = await self._send_file(place, attachment, InputFile(content, filename=attachment.name))
        file_id = message.photo[-1].file_id if message.photo else message.document and message.document.file_id
        if attachment.cache_key and file_id:
            await asyncio.to_thread(self._files.put, attachment.cache_key, kind, file_id)

    async def acknowledge(self, query_id: str, text: str = "", *, is_alert: bool = False) -> None:
        """The button no longer turns; a query that is too old or was answered disturbs nothing."""
        try:
            await self._bot.answer_callback_query(query_id, text or None, show_alert=is_alert)
        except TelegramError as error:
            logger.info("A pressed button was not acknowledged: %s", type(error).__name__)

    async def _send(
        self, place: Place, part: str, buttons: InlineKeyboardMarkup | None, reply_to: int | None
    ) -> Message:
        """One message; DeliveryUncertain when nobody can know whether it is there."""
        try:
            return await self._send_message(place, part, ParseMode.HTML, buttons, reply_to)
        except BadRequest as error:
            if place.thread_id is not None and _NO_TOPIC in error.message.lower():
                logger.info("A topic of chat %s is gone; the message is sent to the whole group", place.chat_id)
                return await self._send(dataclasses.replace(place, thread_id=None), part, buttons, reply_to)
            if _CANNOT_PARSE not in error.message.lower():
                raise
            logger.error("Telegram could not read our markup; sent without")
            return await self._send_message(place, plain_text(part), None, buttons, reply_to)
        except Forbidden:
            raise
        except TelegramError as error:
            if may_have_been_done(error):
                raise DeliveryUncertain from error
            raise

    async def _send_message(
        self, place: Place, text: str, mode: str | None, buttons: InlineKeyboardMarkup | None, reply_to: int | None
    ) -> Message:
        reply = ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to else None
        return await self._bot.send_message(
            place.chat_id,
            text,
            parse_mode=mode,
            reply_markup=buttons,
            reply_parameters=None if place.is_private else reply,
            message_thread_id=place.thread_id,
        )

    async def _send_file(self, place: Place, attachment: Attachment, file: InputFile | str) -> Message:
        caption = message_parts(attachment.caption_html, 1024)[0] if attachment.caption_html else None
        if attachment.is_picture:
            return await self._bot.send_photo(
                place.chat_id, file, caption, parse_mode=ParseMode.HTML, message_thread_id=place.thread_id
            )
        return await self._bot.send_document(
            place.chat_id, file, caption, parse_mode=ParseMode.HTML, message_thread_id=place.thread_id
        )

    async def _edit(
        self, place: Place, message_id: int, text: str, mode: str | None, buttons: InlineKeyboardMarkup | None
    ) -> None:
        await self._bot.edit_message_text(
            text, chat_id=place.chat_id, message_id=message_id, parse_mode=mode, reply_markup=buttons
        )

    async def _offer_again(self, place: Place, answer_id: AnswerId) -> None:
        screen = Screen(
            escaped(messages.delivery_uncertain()),
            ((Button(messages.SEND_AGAIN, action(Verb.RESEND, answer_id)),),),
        )
        await self.say(place, screen)

    async def _note(self, answer_id: AnswerId, delivery: Delivery, sent: Sequence[int]) -> None:
        await asyncio.to_thread(self._answers.note_delivery, answer_id, delivery, sent)


def plain_text(part: str) -> str:
    """What the markup shows, without it."""
    return html.unescape(_TAG.sub("", part))

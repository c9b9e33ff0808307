"""Shows that an answer is being worked out: the typing sign, and a note when it takes long."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from telegram import Bot
from telegram.constants import ChatAction, ParseMode
from telegram.error import TelegramError

from bot import telegram_messages as messages
from bot.markup import escaped
from bot.telegram.incoming import Place

logger = logging.getLogger(__name__)

# An answer waits no longer than that for a note that is just being sent.
LONGEST_WAIT_FOR_NOTE_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Pace:
    """When what is shown, in seconds from the question."""

    sign_after: float = 0.3  # most answers are there sooner, and then a sign only costs a request
    sign_repeated_after: float = 4.0  # Telegram takes the sign away after five
    note_after: float = 8.0


@asynccontextmanager
async def progress_shown(bot: Bot, place: Place, pace: Pace) -> AsyncIterator[None]:
    """Within the block the chat shows that the bot works; what cannot be shown disturbs nothing."""
    is_done = asyncio.Event()
    typing = asyncio.create_task(_keep_typing(bot, place, pace))
    note = asyncio.create_task(_note(bot, place, pace, is_done))
    try:
        yield
    finally:
        is_done.set()
        typing.cancel()
        with suppress(asyncio.CancelledError):
            await typing
        # A note that is on its way is not broken off, or nobody could take it away again.
        await asyncio.wait([note], timeout=LONGEST_WAIT_FOR_NOTE_SECONDS)


async def _keep_typing(bot: Bot, place: Place, pace: Pace) -> None:
    await asyncio.sleep(pace.sign_after)
    while True:
        try:
            await bot.send_chat_action(place.chat_id, ChatAction.TYPING, message_thread_id=place.thread_id)
        except TelegramError as error:
            logger.debug("The typing sign was not sent: %s", type(error).__name__)
        await asyncio.sleep(pace.sign_repeated_after)


async def _note(bot: Bot, place: Place, pace: Pace, is_done: asyncio.Event) -> None:
    """A message says that it takes long, and is gone when the answer comes."""
    with suppress(TimeoutError):
        await asyncio.wait_for(is_done.wait(), pace.note_after)
        return
    try:
        note = await bot.send_message(
            place.chat_id,
            escaped(messages.still_working()),
            parse_mode=ParseMode.HTML,
            message_thread_id=place.thread_id,
            disable_notification=True,
        )
    except TelegramError as error:
        logger.debug("The note on a slow answer was not sent: %s", type(error).__name__)
        return
    await is_done.wait()
    with suppress(TelegramError):
        await note.delete()

"""The line at the top of a chat that says the bot is typing, while an answer is being worked out."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

logger = logging.getLogger(__name__)

# Telegram takes the sign away after five seconds.
REPEATED_AFTER_SECONDS = 4.0


@asynccontextmanager
async def typing_sign(
    bot: Bot, chat_id: int, repeated_after_seconds: float = REPEATED_AFTER_SECONDS
) -> AsyncIterator[None]:
    """Within the block the chat shows that the bot is typing; a sign that cannot be sent disturbs nothing."""
    task = asyncio.create_task(_keep_typing(bot, chat_id, repeated_after_seconds))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _keep_typing(bot: Bot, chat_id: int, repeated_after_seconds: float) -> None:
    while True:
        try:
            await bot.send_chat_action(chat_id, ChatAction.TYPING)
        except TelegramError as error:
            logger.debug("The typing sign was not sent: %s", type(error).__name__)
        await asyncio.sleep(repeated_after_seconds)

"""Long polling: fetches updates and confirms them once they are kept."""

import asyncio
import json
import logging
from typing import Any
from urllib.parse import urlencode

from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot.telegram.intake import Intake

logger = logging.getLogger(__name__)

# How long the server holds a request when there is nothing new, and how much longer an answer may take.
LONG_POLL_SECONDS = 30
GRACE_SECONDS = 15
MOST_UPDATES = 100
LONGEST_PAUSE_SECONDS = 30.0

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "inline_query", "my_chat_member"]


class Polling:
    """Asks one server for one bot's updates until stopped."""

    def __init__(self, request: BaseRequest, address: str, intake: Intake) -> None:
        self._request = request
        self._address = address  # of the server, with the token
        self._intake = intake

    async def run(self) -> None:
        """Runs until cancelled; raises InvalidToken when the token dies. A failed request is made again, later.

        The server forgets all updates below the offset, so the offset is moved only when they are kept. It starts
        without one: after an idle week Telegram's ids begin anew anywhere, below those known too.
        """
        offset, failures = 0, 0
        while True:
            try:
                updates = await self._fetch(offset)
            except InvalidToken:
                raise
            except TelegramError as error:
                failures += 1
                _log(error)
                await asyncio.sleep(_pause(error, failures))
                continue
            failures = 0
            await self._intake.take(updates)
            offset = max([offset, *(update["update_id"] + 1 for update in updates)])

    async def _fetch(self, offset: int) -> list[dict[str, Any]]:
        asked: dict[str, object] = {
            "timeout": LONG_POLL_SECONDS,
            "limit": MOST_UPDATES,
            "allowed_updates": json.dumps(ALLOWED_UPDATES),
        }
        if offset:
            asked["offset"] = offset
        # Raw, not as the library's objects: it drops a whole batch for one update that it cannot read.
        found = await self._request.post(
            f"{self._address}/getUpdates?{urlencode(asked)}", read_timeout=LONG_POLL_SECONDS + GRACE_SECONDS
        )
        if not isinstance(found, list):
            raise NetworkError("the answer to getUpdates has no list of updates")
        return [update for update in found if isinstance(update, dict) and isinstance(update.get("update_id"), int)]


def _pause(error: TelegramError, failures: int) -> float:
    if isinstance(error, RetryAfter):
        wait = error.retry_after
        return float(wait if isinstance(wait, int) else wait.total_seconds())
    return min(0.5 * 2.0 ** (failures - 1), LONGEST_PAUSE_SECONDS)


def _log(error: TelegramError) -> None:
    if isinstance(error, Conflict):
        logger.error("Another process is polling with this bot's token, or a webhook is set; stop it, or this one")
    else:
        logger.warning("Fetching messages failed and will be tried again: %s", type(error).__name__)

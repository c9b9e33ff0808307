"""Sends no faster than Telegram allows, waits as long as it asks to, and tries again what cannot have been done."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any, TypeAlias
from weakref import WeakValueDictionary

from telegram.error import RetryAfter, TelegramError
from telegram.ext import AIORateLimiter

from bot.telegram.requests import is_passing, may_have_been_done

logger = logging.getLogger(__name__)

# Telegram allows about 30 messages a second over all chats [1]. Short bursts above it pass; as many answers as fit into
# four seconds may leave at once, so that an office that asks all at once does not wait for a clock of ours.
# [1] https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
BURST_MESSAGES = 120
BURST_SECONDS = 4.0
GROUP_MESSAGES_A_MINUTE = 20

# Telegram asks for seconds, rarely for minutes; a chat that is still refused then gets an error in the log.
MOST_ATTEMPTS = 6
LONGEST_WAIT_SECONDS = 120.0
FIRST_PAUSE_SECONDS = 0.5

# What a chat shows for five seconds is not worth waiting for, and is no message.
_SIGNS = frozenset({"sendChatAction"})
# Done twice is done once.
_REPEATABLE_PREFIXES = ("get", "set", "edit", "delete", "answer")

Result: TypeAlias = bool | dict[str, Any] | list[dict[str, Any]]
Request: TypeAlias = Callable[..., Coroutine[Any, Any, Result]]


class FloodControl(AIORateLimiter):
    """Each request waits for its own chat only; a message that may have been sent is not sent again."""

    def __init__(self, first_pause_seconds: float = FIRST_PAUSE_SECONDS) -> None:
        super().__init__(
            overall_max_rate=BURST_MESSAGES,
            overall_time_period=BURST_SECONDS,
            group_max_rate=GROUP_MESSAGES_A_MINUTE,
            group_time_period=60,
        )
        self._first_pause_seconds = first_pause_seconds
        # A chat is sent one message after another: refused together, many would try again together till they give up.
        self._turns: WeakValueDictionary[object, asyncio.Lock] = WeakValueDictionary()

    async def process_request(
        self,
        callback: Request,
        args: Any,  # noqa: ANN401  # the library's signature
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Result:
        """The result of the request, made as often as it takes within the limits above."""
        if endpoint in _SIGNS or endpoint == "getUpdates":
            return await callback(*args, **kwargs)

        # The library stops every chat while one has to wait; so it is not told.
        async def patient(*given: Any, **named: Any) -> Result:  # noqa: ANN401
            chat_id = data.get("chat_id")
            if chat_id is None:
                return await self._repeated(callback, given, named, endpoint)
            async with self._turns.setdefault(chat_id, asyncio.Lock()):
                return await self._repeated(callback, given, named, endpoint)

        return await super().process_request(patient, args, kwargs, endpoint, data, rate_limit_args)

    async def _repeated(self, callback: Request, args: Any, kwargs: dict[str, Any], endpoint: str) -> Result:  # noqa: ANN401
        for attempt in range(1, MOST_ATTEMPTS):
            try:
                return await callback(*args, **kwargs)
            except TelegramError as error:
                wait = self._pause(error, endpoint, attempt)
                if wait is None:
                    raise
                logger.warning("%s failed (%s); trying again in %.1f s", endpoint, type(error).__name__, wait)
                await asyncio.sleep(wait)
        return await callback(*args, **kwargs)

    def _pause(self, error: TelegramError, endpoint: str, attempt: int) -> float | None:
        """Seconds until the next try; None when there must be none."""
        if isinstance(error, RetryAfter):
            asked = _seconds(error)
            return asked if asked <= LONGEST_WAIT_SECONDS else None
        if not is_passing(error):
            return None
        if may_have_been_done(error) and not endpoint.startswith(_REPEATABLE_PREFIXES):
            return None
        return self._first_pause_seconds * 2.0 ** (attempt - 1)


def _seconds(refusal: RetryAfter) -> float:
    """The wait asked for; a number or a timedelta, as the library's version has it."""
    wait = refusal.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)

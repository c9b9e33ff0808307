"""Waits as long as Telegram asks to, then sends again."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any, TypeAlias

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

logger = logging.getLogger(__name__)

# Telegram asks for seconds, rarely for minutes; a chat that is still refused then gets an error in the log.
MOST_ATTEMPTS = 4
LONGEST_WAIT_SECONDS = 120.0

# What a chat shows for five seconds is not worth waiting for.
_NOT_REPEATED = frozenset({"sendChatAction"})

Result: TypeAlias = bool | dict[str, Any] | list[dict[str, Any]]


class FloodControl(BaseRateLimiter[None]):
    """Repeats a request that Telegram refused with "retry after" [1]; other errors pass unchanged.

    [1] https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
    """

    async def initialize(self) -> None:
        """Nothing to set up."""

    async def shutdown(self) -> None:
        """Nothing to give back."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,  # noqa: ANN401  # the library's signature
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> Result:
        """The result of the request, sent as often as it takes within the limits above."""
        for _ in range(MOST_ATTEMPTS - 1):
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as refusal:
                seconds = _seconds(refusal)
                if endpoint in _NOT_REPEATED or seconds > LONGEST_WAIT_SECONDS:
                    raise
                logger.warning("Telegram asks to wait %.0f s before the next %s", seconds, endpoint)
                await asyncio.sleep(seconds)
        return await callback(*args, **kwargs)


def _seconds(refusal: RetryAfter) -> float:
    """The wait asked for; a number or a timedelta, as the library's version has it."""
    wait = refusal.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)

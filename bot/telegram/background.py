"""What the bot does without being asked: each task in turns of its own, none ended by a failure."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Chore:
    """Something done again and again, `pause_seconds` after it was done."""

    name: str
    pause_seconds: float
    work: Callable[[], Awaitable[None]]


class Background:
    """Runs chores side by side until stopped."""

    def __init__(self, chores: list[Chore]) -> None:
        self._chores = chores
        self._tasks: list[asyncio.Task[None]] = []
        self._is_stopping = asyncio.Event()

    def start(self) -> None:
        """Every chore is under way."""
        self._tasks = [asyncio.create_task(self._again_and_again(chore)) for chore in self._chores]

    async def stop(self, seconds: float) -> None:
        """No chore is under way: what was being done is finished, or the time is up and it is broken off.

        A notice broken off while it was being sent could neither be sent again nor be counted as sent.
        """
        self._is_stopping.set()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _again_and_again(self, chore: Chore) -> None:
        while not self._is_stopping.is_set():
            try:
                await chore.work()
            except Exception:  # the next turn may succeed, and nobody else would begin it
                logger.exception("%s failed; it is tried again in %.0f s", chore.name, chore.pause_seconds)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._is_stopping.wait(), chore.pause_seconds)

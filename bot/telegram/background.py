"""What the bot does without being asked: each task in turns of its own, none ended by a failure."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
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

    def start(self) -> None:
        """Every chore is under way."""
        self._tasks = [asyncio.create_task(_again_and_again(chore)) for chore in self._chores]

    async def stop(self) -> None:
        """No chore is under way; one that was being done is broken off."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


async def _again_and_again(chore: Chore) -> None:
    while True:
        try:
            await chore.work()
        except Exception:  # the next turn may succeed, and nobody else would begin it
            logger.exception("%s failed; it is tried again in %.0f s", chore.name, chore.pause_seconds)
        await asyncio.sleep(chore.pause_seconds)

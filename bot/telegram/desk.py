"""What the handlers work with: the core, the records, the clock, and the way into the chats."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import ParamSpec, TypeVar

from telegram import Bot

from bot.answers import Conversations
from bot.records.ownership import Ownership
from bot.records.people import People
from bot.records.quotas import Quotas
from bot.records.records import Records
from bot.screens.holdings import Holdings
from bot.settings import Settings
from bot.telegram.courier import Courier
from bot.telegram.metrics import Metrics
from bot.telegram.progress import Pace

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Clock:
    """The one place that tells the time to this package."""

    now: Callable[[], datetime]  # UTC
    zone: tzinfo  # of the office

    def today(self) -> date:
        """Today at the office."""
        return self.now().astimezone(self.zone).date()


@dataclass(frozen=True, slots=True)
class Desk:
    """Built once by the application; every handler has the same."""

    settings: Settings
    conversations: Conversations
    records: Records
    people: People
    ownership: Ownership
    quotas: Quotas
    holdings: Holdings
    clock: Clock
    bot: Bot
    bot_username: str
    courier: Courier
    metrics: Metrics
    pace: Pace
    questions_run_in: Executor  # apart from what the records need, so that these never wait for an answer

    async def answering(
        self, work: Callable[Parameters, Result], /, *arguments: Parameters.args, **named: Parameters.kwargs
    ) -> Result:
        """The result of work on a question, in a thread that only answers."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.questions_run_in, lambda: work(*arguments, **named))

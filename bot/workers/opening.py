"""Puts the core into processes, or keeps it in this one."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from bot.answers import Conversations
from bot.conversation.memory import EMPTY
from bot.logs import configure_logging
from bot.settings import Settings
from bot.workers.pool import AnswerWorkers
from bot.workers.values import Core

# Asked before a process is ready: what the first question of each kind imports, compiles and reads takes 0.2 seconds.
FIRST_QUESTIONS = (
    "Hạn gửi báo cáo kết quả phong trào thi đua là ngày nào?",
    "Cơ quan nào chủ trì tham mưu công tác khen thưởng?",
    "Tháng này cơ quan phải làm gì?",
)
# Reading ahead (1.3 seconds for 40 plans) would take the processor from those who ask as soon as they can; what is
# left after this is read while nobody asks.
MOST_SECONDS_READ_FIRST = 2.0


@contextmanager
def open_workers(settings: Settings, count: int) -> Iterator[Conversations]:
    """The core in `count` processes; with 0 in this one, answering in the threads that ask."""
    if count == 0:
        with open_core(settings) as core:
            yield core.conversations
        return
    # Only the bot itself talks to Telegram: no other process holds its token.
    opened = partial(open_in_a_process, replace(settings, telegram_bot_token=None))
    with AnswerWorkers(opened, count, settings.serving.answer_seconds) as workers:
        yield workers


@contextmanager
def open_in_a_process(settings: Settings) -> Iterator[Core]:
    """The same in a process of its own, whose log is redacted like the bot's; the first question waits no longer."""
    configure_logging(settings)
    with open_core(settings) as core:
        for question in FIRST_QUESTIONS:
            with suppress(Exception):  # told to the first person whom it concerns
                core.conversations.reply(question, EMPTY, datetime.now(UTC).date())
        end = time.monotonic() + MOST_SECONDS_READ_FIRST
        with suppress(Exception):  # logged when it is tried again
            while core.read_ahead() and time.monotonic() < end:
                pass
        yield core


@contextmanager
def open_core(settings: Settings) -> Iterator[Core]:
    """The core over the library of DATA_DIR."""
    from bot.__main__ import open_answering  # imported late: it imports what starts the bot
    from bot.conversation.conversing import Conversing

    with open_answering(settings) as answering:
        yield Core(Conversing(answering, answering.library), answering.reading_ahead.step)

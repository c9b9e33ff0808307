"""Puts the core into processes, or keeps it in this one."""

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

# Asked before a process is ready: what the first question of each kind imports, compiles and reads takes 0.2 seconds.
FIRST_QUESTIONS = (
    "Hạn gửi báo cáo kết quả phong trào thi đua là ngày nào?",
    "Cơ quan nào chủ trì tham mưu công tác khen thưởng?",
    "Tháng này cơ quan phải làm gì?",
)


@contextmanager
def open_workers(settings: Settings, count: int) -> Iterator[Conversations]:
    """The core in `count` processes; with 0 in this one, answering in the threads that ask."""
    if count == 0:
        with open_conversations(settings) as conversations:
            yield conversations
        return
    # Only the bot itself talks to Telegram: no other process holds its token.
    opened = partial(open_in_a_process, replace(settings, telegram_bot_token=None))
    with AnswerWorkers(opened, count, settings.serving.answer_seconds) as workers:
        yield workers


@contextmanager
def open_in_a_process(settings: Settings) -> Iterator[Conversations]:
    """The same in a process of its own, whose log is redacted like the bot's; the first question waits no longer."""
    configure_logging(settings)
    with open_conversations(settings) as conversations:
        for question in FIRST_QUESTIONS:
            with suppress(Exception):  # told to the first person whom it concerns
                conversations.reply(question, EMPTY, datetime.now(UTC).date())
        yield conversations


@contextmanager
def open_conversations(settings: Settings) -> Iterator[Conversations]:
    """Conversations over the library of DATA_DIR."""
    from bot.__main__ import open_answering  # imported late: it imports what starts the bot
    from bot.conversation.conversing import Conversing

    with open_answering(settings) as answering:
        yield Conversing(answering, answering.library)

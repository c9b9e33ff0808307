"""Puts the core into processes, or keeps it in this one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from bot.answers import Conversations
from bot.logs import configure_logging
from bot.settings import Settings
from bot.workers.pool import AnswerWorkers


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
    """The same in a process of its own, whose log is redacted like the bot's."""
    configure_logging(settings)
    with open_conversations(settings) as conversations:
        yield conversations


@contextmanager
def open_conversations(settings: Settings) -> Iterator[Conversations]:
    """Conversations over the library of DATA_DIR."""
    from bot.__main__ import open_answering  # imported late: it imports what starts the bot
    from bot.conversation.conversing import Conversing

    with open_answering(settings) as answering:
        yield Conversing(answering, answering.library)

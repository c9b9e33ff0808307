"""The process that answers: `python -m bot.workers.serving` with two open pipes, started by `bot.workers.process`.

It ends when its pipe of questions does: at the latest when the bot is gone, however that ended.
"""

import gc
import logging
import os
import signal
import sys
import threading
import time
import traceback
from contextlib import suppress
from multiprocessing.connection import Connection
from queue import Empty, SimpleQueue
from typing import TypeAlias

from bot.answers import Conversations
from bot.errors import BotError
from bot.logs import hidden_from_logs
from bot.workers.values import Asked, Core, Given, NotOpened, Opening, Raised, Ready, Told
from corpus.errors import CorpusError

logger = logging.getLogger(__name__)

Questions: TypeAlias = "Connection[Told, Given]"  # it sends the first and receives the second
Answers: TypeAlias = "Connection[Told, Given]"

# The event loop, which answers nobody late, goes before the answers.
NICENESS = 5
# What questions would wait for is read while nobody asks, in a third of the time: another process may be answering.
RESTS = 2
# Once all is read: the library may have changed meanwhile.
SECONDS_BETWEEN_LOOKS = 5.0
# A question in work when the bot ends is given up after this.
SECONDS_TO_END = 1.0


def main(arguments: list[str]) -> None:
    """Answers until the pipe of questions ends; `arguments` are the descriptors of both pipes."""
    for number in (signal.SIGINT, signal.SIGTERM):  # the bot decides when its processes end
        signal.signal(number, signal.SIG_IGN)
    os.nice(NICENESS)
    to_answer, answered = map(int, arguments)
    questions: Questions = Connection(to_answer, writable=False)
    answers: Answers = Connection(answered, readable=False)
    with suppress(BrokenPipeError, EOFError):  # the bot has ended
        serve(questions, answers)


def serve(questions: "Questions", answers: "Answers") -> None:
    """The core is opened as the first thing received tells; every other is a question."""
    opening = questions.recv()
    assert isinstance(opening, Opening)
    asked: SimpleQueue[Asked | None] = SimpleQueue()
    threading.Thread(target=_receive, args=(questions, asked), daemon=True).start()
    try:
        with opening.open_core() as core:
            gc.collect()
            gc.freeze()  # what was opened stays: looking through it for garbage took a twelfth of each question
            answers.send(Ready())
            while (question := _next(asked, core)) is not None:
                answers.send(_told(core.conversations, question))
    except (CorpusError, BotError) as error:
        answers.send(NotOpened(str(error)))


def _next(asked: "SimpleQueue[Asked | None]", core: Core) -> Asked | None:
    """The next question, None at the end; until there is one, reading goes on."""
    seconds = 0.0
    while True:
        try:
            return asked.get(timeout=seconds)
        except Empty:
            seconds = _read_ahead(core)


def _read_ahead(core: Core) -> float:
    """A little more is read; in how many seconds to go on."""
    started = time.perf_counter()
    try:
        has_more = core.read_ahead()
    except Exception:  # whatever the core raises, questions must be answered
        logger.exception("Reading ahead failed; it is tried again in %.0f seconds", SECONDS_BETWEEN_LOOKS)
        has_more = False
    return RESTS * (time.perf_counter() - started) if has_more else SECONDS_BETWEEN_LOOKS


def _told(conversations: Conversations, question: Asked) -> Told:
    memory = question.memory
    with hidden_from_logs(question.typed, *memory.questions, memory.waiting):
        try:
            return conversations.reply(question.typed, question.memory, question.as_of)
        except Exception:  # whatever the core raises is the bot's to report, and the next question must be answered
            return Raised(traceback.format_exc())


def _receive(questions: "Questions", asked: "SimpleQueue[Asked | None]") -> None:
    """Reads on while a question is in work, to notice that the bot has ended."""
    with suppress(EOFError, OSError):
        while True:
            given = questions.recv()
            assert isinstance(given, Asked)
            asked.put(given)
    asked.put(None)
    time.sleep(SECONDS_TO_END)
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1:])

"""What tests let a process answer with: opened there, by name, from values that can be pickled."""

import os
import signal
import threading
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from bot.answer import Answer, AnswerStatus
from bot.conversation.turn import Turn
from bot.errors import BotError
from bot.workers.values import Core

HANG, RAISE, DIE, DIE_ONCE, MEET = "treo", "lỗi", "chết", "chết một lần", "gặp nhau"


@contextmanager
def over_library(data_dir):
    """The core over a library that is there already."""
    from bot.conversation.conversing import Conversing  # other tests start processes that can do without
    from tests.bot.opened import reopened

    with reopened(data_dir) as (library, answering):
        yield Core(Conversing(answering, library), answering.reading_ahead.step)


@contextmanager
def in_trouble(folder):
    """Answers with the number of its process, but for the texts above."""
    yield Core(Troubled(folder), lambda: False)


@contextmanager
def reading_without_end(folder):
    """The same; while nobody asks it always finds more to read, which goes wrong now and then."""
    pieces = count()

    def read_ahead():
        if next(pieces) == 3:
            with (folder / "meeting").open("w"):  # by now it has read
                pass
            raise ValueError("the core raised this")
        return True

    yield Core(Troubled(folder), read_ahead)


@contextmanager
def that_cannot_be_opened():
    """No core at all."""
    raise BotError("Opening the library: there is none.")
    yield


class Troubled:
    def __init__(self, folder: Path):
        self.folder = folder

    def reply(self, typed, memory, as_of):
        match typed:
            case _ if typed == HANG:
                threading.Event().wait()
            case _ if typed == RAISE:
                raise ValueError("the core raised this")
            case _ if typed == DIE:
                os.kill(os.getpid(), signal.SIGKILL)
            case _ if typed == DIE_ONCE:
                self.die_once()
            case _ if typed.startswith(MEET):
                self.meet(typed.removeprefix(MEET).strip())
        answer = Answer(typed, None, "fact", AnswerStatus.ANSWERED, as_of, str(os.getpid()))
        return Turn(answer, memory)

    def die_once(self):
        marker = self.folder / "died"
        if not marker.exists():
            marker.touch()
            os.kill(os.getpid(), signal.SIGKILL)

    def meet(self, mode):
        """Opening a pipe by name waits until the other end is open too."""
        with (self.folder / "meeting").open(mode):
            pass

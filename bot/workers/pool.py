"""Several processes that answer, behind one line: first come, first served."""

import logging
import threading
from contextlib import suppress
from datetime import date
from queue import Empty
from typing import Self

from bot.conversation.memory import Memory
from bot.conversation.turn import Turn
from bot.errors import WorkerError
from bot.workers.keeper import Keeper, Line, Waiting
from bot.workers.values import Asked, OpenCore

logger = logging.getLogger(__name__)

# What a question in work has when the bot ends; the bot itself has waited before.
SECONDS_TO_END = 1.0


class AnswerWorkers:
    """`Conversations` answered by `count` processes; safe to use from several threads.

    One question may take `limit_seconds`, from when a process has it.
    """

    def __init__(self, open_core: OpenCore, count: int, limit_seconds: float) -> None:
        self._line = Line()
        self._lock = threading.Lock()
        self._is_closed = False
        self._keepers = [Keeper(open_core, self._line, limit_seconds) for _ in range(count)]

    def __enter__(self) -> Self:
        """Every process can be asked; WorkerError when one cannot, and then none is left."""
        try:
            for keeper in self._keepers:  # they start side by side
                keeper.process.wait_until_ready()
        except BaseException:
            self.close()
            raise
        for keeper in self._keepers:
            keeper.start()
        logger.info("Questions are answered by %d processes: %s", len(self._keepers), self.process_ids)
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def process_ids(self) -> list[int]:
        """The processes that answer at this moment."""
        return [keeper.process.id for keeper in self._keepers]

    @property
    def waiting(self) -> int:
        """How many questions no process has taken yet."""
        return self._line.qsize()

    def reply(self, typed: str, memory: Memory, as_of: date, /) -> Turn:
        """The next turn, when it is ready; WorkerError when no process could answer or the core raised."""
        waiting = Waiting(Asked(typed, memory, as_of))
        with self._lock:
            if self._is_closed:
                raise WorkerError("Answering a question: the bot is ending.")
            self._line.put(waiting)
        return waiting.turn.result()

    def close(self) -> None:
        """No process is left; whoever still waits has got a WorkerError."""
        with self._lock:
            self._is_closed = True
        with suppress(Empty):
            while waiting := self._line.get_nowait():
                waiting.turn.set_exception(WorkerError("Answering a question: the bot is ending."))
        for keeper in self._keepers:
            keeper.begin_to_end()
        for keeper in self._keepers:
            keeper.end(SECONDS_TO_END)

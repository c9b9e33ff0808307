"""Keeps one process that answers running, and hands it one question after another."""

import logging
import threading
from concurrent.futures import Future
from dataclasses import dataclass, field
from queue import Empty, Queue

from bot.conversation.turn import Turn
from bot.errors import WorkerError
from bot.workers.process import WorkerDied, WorkerProcess
from bot.workers.values import Asked, OpenCore, Raised

logger = logging.getLogger(__name__)

# A process that dies while nothing is asked is replaced within this time.
SECONDS_BETWEEN_LOOKS = 5.0
TIMES_ASKED = 2  # a process may be killed for want of memory through no fault of the question


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question, and what whoever asked it waits for."""

    asked: Asked
    turn: "Future[Turn]" = field(default_factory=Future)


Line = Queue[Waiting | None]
"""Those who wait, in the order in which they came; None wakes a keeper that is to end."""


class Keeper(threading.Thread):
    """The process is starting from the moment the keeper is made; questions are taken once its thread is started."""

    def __init__(self, open_core: OpenCore, line: Line, limit_seconds: float) -> None:
        super().__init__(name="keeper of a process that answers", daemon=True)
        self._open_core = open_core
        self._line = line
        self._limit_seconds = limit_seconds
        self._is_ending = threading.Event()
        self.process = WorkerProcess(open_core)

    def run(self) -> None:
        """Questions are answered until the end; then no process is left."""
        while not self._is_ending.is_set():
            try:
                waiting = self._line.get(timeout=SECONDS_BETWEEN_LOOKS)
            except Empty:
                waiting = None
            if waiting is not None:
                self._answer(waiting)
            if not self.process.is_alive and not self._is_ending.is_set():
                self._replace_when_possible()
        self.process.end()

    def begin_to_end(self) -> None:
        """No further question is taken."""
        self._is_ending.set()
        self._line.put(None)

    def end(self, seconds: float) -> None:
        """Neither process nor thread is left; a question in work has so many seconds."""
        if self.ident is None:  # never started
            self.process.end()
            return
        self.join(seconds)
        while self.is_alive():  # it may be starting another process just now
            self.process.interrupt()
            self.join(seconds)

    def _answer(self, waiting: Waiting) -> None:
        try:
            waiting.turn.set_result(self._answered(waiting.asked))
        except Exception as error:  # whatever went wrong is for whoever waits
            waiting.turn.set_exception(error)

    def _answered(self, asked: Asked) -> Turn:
        for _ in range(TIMES_ASKED):
            if not self.process.is_alive:
                self._replace()
            try:
                told = self.process.ask(asked, self._limit_seconds)
            except WorkerDied:
                self.process.end()
                continue
            if isinstance(told, Turn):
                return told
            if isinstance(told, Raised):
                raise WorkerError(f"Answering a question, in process {self.process.id}:\n{told.traceback}")
            self.process.interrupt()
            self.process.end()
            raise WorkerError(
                f"Answering a question: not done after {self._limit_seconds:g} seconds, and given up with its process. "
                "ANSWER_SECONDS sets the limit."
            )
        raise WorkerError(f"Answering a question: the process that worked on it died, {TIMES_ASKED} times.")

    def _replace_when_possible(self) -> None:
        try:
            self._replace()
        except (WorkerError, OSError) as error:
            logger.error("%s It is tried again in %.0f seconds.", error, SECONDS_BETWEEN_LOOKS)

    def _replace(self) -> None:
        """Another process can be asked in place of one that has ended; WorkerError when it cannot."""
        if self._is_ending.is_set():
            raise WorkerError("Answering a question: the bot is ending.")
        self.process.end()
        logger.warning("The process %d that answered has ended; another is started", self.process.id)
        self.process = WorkerProcess(self._open_core)
        self.process.wait_until_ready()

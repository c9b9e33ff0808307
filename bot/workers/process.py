"""One process that answers, as the bot sees it: started, asked, ended."""

import os
import subprocess
import sys
from contextlib import suppress
from multiprocessing.connection import Pipe

from bot.errors import WorkerError
from bot.workers.values import Asked, NotOpened, OpenCore, Opening, Ready, Told

# From Python's start to a loaded model: 3 seconds here, longer on a slow disk or a busy machine.
SECONDS_TO_START = 120.0
SECONDS_TO_END = 3.0


class WorkerDied(Exception):
    """The process ended while it was needed."""


class WorkerProcess:
    """Starting from the moment it is made. Used by one thread at a time, but for `interrupt`."""

    def __init__(self, open_core: OpenCore) -> None:
        to_answer, self._questions = Pipe(duplex=False)
        self._answers, answered = Pipe(duplex=False)
        given = to_answer.fileno(), answered.fileno()
        with to_answer, answered:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot.workers.serving", *map(str, given)],
                stdin=subprocess.DEVNULL,
                pass_fds=given,
                env=environment_without_token(),
                # Ctrl-C in the terminal is for the bot alone. No session of its own: where the kernel shares the
                # processor between sessions first, the niceness of the process would count for nothing.
                process_group=0,
            )
        with suppress(BrokenPipeError):  # told by `wait_until_ready`
            self._questions.send(Opening(open_core))

    @property
    def id(self) -> int:
        """Its process id."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def wait_until_ready(self) -> None:
        """It can be asked; WorkerError with the reason, and it has ended, when it cannot."""
        try:
            told = self._told(SECONDS_TO_START)
        except WorkerDied as error:
            self.end()
            raise WorkerError(
                f"Starting a process that answers: it ended with {self._process.returncode} before it was ready. "
                "What it wrote itself stands above; if there is nothing, look for too little memory."
            ) from error
        if isinstance(told, Ready):
            return
        self.end()
        if isinstance(told, NotOpened):
            raise WorkerError(told.reason)
        raise WorkerError(
            f"Starting a process that answers: it was not ready after {SECONDS_TO_START:.0f} seconds. Look for too "
            "little memory or a machine that is very busy."
        )

    def ask(self, asked: Asked, seconds: float) -> Told | None:
        """What it tells; None when it has told nothing for so many seconds; WorkerDied when it has ended."""
        try:
            self._questions.send(asked)
        except OSError as error:
            raise WorkerDied from error
        return self._told(seconds)

    def interrupt(self) -> None:
        """It ends at once; whoever waits for what it tells meets WorkerDied. Any thread may call this."""
        self._process.kill()

    def end(self) -> None:
        """It has ended: by itself when it was idle, else killed; a second call changes nothing."""
        self._questions.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(SECONDS_TO_END)
        self._process.kill()
        self._process.wait()
        self._answers.close()

    def _told(self, seconds: float) -> Told | None:
        try:
            if not self._answers.poll(seconds):
                return None
            told: Told = self._answers.recv()
        except (EOFError, OSError) as error:
            raise WorkerDied from error
        return told


def environment_without_token() -> dict[str, str]:
    """The bot's own without the token, which is no business of the process; it finds modules where the bot does."""
    kept = {name: value for name, value in os.environ.items() if name != "TELEGRAM_BOT_TOKEN"}
    return {**kept, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}

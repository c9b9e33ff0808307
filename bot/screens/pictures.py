"""Pictures for a chat, each drawn in a process of its own that ends with it.

A tall picture takes 40 MB while it is drawn and the drawing library another 45 MB, of which Python gives little back:
the bot, which runs for months, would keep them. And what is drawn elsewhere holds up nobody who writes meanwhile.
"""

import pickle
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.errors import PictureError
from bot.workers.process import environment_without_token
from corpus.held_deadline import HeldDeadline

# Half a second to start and a second and a half for the tallest, on an idle machine.
LONGEST_SECONDS = 60.0
AT_A_TIME = 2  # each takes a processor and 110 MB
_LONGEST_TOLD_CHARACTERS = 2_000


@dataclass(frozen=True, slots=True)
class TimelineOrder:
    """What the process is given to draw."""

    title: str
    held: tuple[HeldDeadline, ...]
    as_of: date


class Pictures:
    """Draws some at a time, those behind them wait; safe to use from several threads."""

    def __init__(self, seconds: float = LONGEST_SECONDS) -> None:
        self._seconds = seconds
        self._may_draw = threading.BoundedSemaphore(AT_A_TIME)

    def timeline(self, title: str, held: Sequence[HeldDeadline], as_of: date) -> bytes:
        """The deadlines in order of time as a PNG, see `bot.timeline`; PictureError when it could not be drawn."""
        order = TimelineOrder(title, tuple(held), as_of)
        with self._may_draw:
            return self._drawn(pickle.dumps(order), title)

    def _drawn(self, order: bytes, title: str) -> bytes:
        try:
            drawing = subprocess.run(
                [sys.executable, "-m", "bot.screens.drawing"],
                input=order,
                capture_output=True,
                timeout=self._seconds,
                env=environment_without_token(),
                process_group=0,  # Ctrl-C in the terminal is for the bot alone, which finishes what it has begun
            )
        except subprocess.TimeoutExpired as error:
            raise PictureError(
                f"Drawing the deadlines of {title}: it was not done after {self._seconds:g} seconds and was given up. "
                "Look for a machine that is very busy."
            ) from error
        except OSError as error:
            raise PictureError(
                f"Drawing the deadlines of {title}: no process could be started: {error.strerror}. "
                "Look for too little memory or too many processes."
            ) from error
        if drawing.returncode != 0:
            told = drawing.stderr.decode(errors="replace").strip()[-_LONGEST_TOLD_CHARACTERS:]
            raise PictureError(
                f"Drawing the deadlines of {title}: its process ended with {drawing.returncode} and told: "
                f"{told or 'nothing; look for too little memory'}"
            )
        return drawing.stdout

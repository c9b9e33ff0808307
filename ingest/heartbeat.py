"""Tells the bot every few seconds that the inbox is served, also while a long document is read."""

import os
import threading
from types import TracebackType
from typing import Self

from corpus.errors import InboxError
from corpus.inbox import Heartbeat, Inbox, Serving
from ingest.open_library import Clock

BEAT_SECONDS = 5.0


class Heart:
    """Beats from `with` to its end."""

    def __init__(self, inbox: Inbox, now: Clock) -> None:
        self._inbox = inbox
        self._now = now
        self._serving = Serving.IDLE
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._go_on, name="heartbeat", daemon=True)

    def is_doing(self, serving: Serving) -> None:
        """The bot is told at once when that is something else."""
        if serving is not self._serving:
            self._serving = serving
            self._beat()

    def __enter__(self) -> Self:
        self._beat()
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._ended.set()
        self._thread.join()
        self.is_doing(Serving.STOPPED)

    def _go_on(self) -> None:
        while not self._ended.wait(BEAT_SECONDS):
            self._beat()

    def _beat(self) -> None:
        try:
            self._inbox.beat(Heartbeat(self._now(), os.getpid(), self._serving))
        except InboxError:
            return  # a folder that cannot be written to shows in the work itself; without beats the bot says so

"""Updates are kept before Telegram hears that they have arrived, and handled once, each lane in its order."""

import asyncio
import json
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from datetime import datetime
from typing import Any, TypeAlias

from bot.records.updates import KeptUpdate, Updates

logger = logging.getLogger(__name__)

RawUpdate: TypeAlias = dict[str, Any]
Lane: TypeAlias = tuple[object, ...]

# An update in whose handling the process ended this often is handled alone: it may be what ends it, or may have been
# beside that, or the machine was switched off again and again.
ATTEMPTS_AMONG_OTHERS = 2
# One that ended the process so often, at last when no other was begun, is given up, or the bot could never start.
MOST_ATTEMPTS = 10

LARGEST_ID = 2**63  # no larger number can be kept

_CHAT_KINDS = ("message", "edited_message", "my_chat_member", "channel_post", "edited_channel_post")


class Intake:
    """Takes updates in from wherever they come; `handle` is given each once and raises nothing.

    A lane is what one person says in one chat, so nobody waits for a slow question of somebody else, and an edit never
    overtakes what it edits. Buttons have lanes of their own.
    """

    def __init__(
        self, updates: Updates, handle: Callable[[RawUpdate], Awaitable[None]], now: Callable[[], datetime]
    ) -> None:
        self._updates = updates
        self._handle = handle
        self._now = now
        self._lanes: dict[Lane, deque[KeptUpdate]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_closed = False
        self._may_begin = asyncio.Event()
        self._may_begin.set()

    @property
    def waiting(self) -> int:
        """How many updates are kept and not handled."""
        return sum(len(lane) for lane in self._lanes.values())

    async def take(self, raw: Iterable[RawUpdate]) -> None:
        """The updates are kept, whatever happens to this process; those never seen before will be handled."""
        readable = [update for update in raw if _has_id(update)]
        for kept in await asyncio.to_thread(self._kept, readable):
            self._queue(kept)

    async def resume(self) -> int:
        """What an earlier process left will be handled; how many updates that are. Call it before `take`.

        Those that may have ended it come first and alone.
        """
        pending = await asyncio.to_thread(self._updates.pending)
        suspects = [kept for kept in pending if kept.attempts >= ATTEMPTS_AMONG_OTHERS]
        if suspects:
            self._may_begin.clear()
            self._begin(self._run_alone(suspects))
        for kept in pending:
            if kept not in suspects:
                self._queue(kept)
        return len(pending)

    async def drain(self, seconds: float) -> None:
        """What has begun is finished, or the time is up; the rest stays kept for the next start."""
        self._is_closed = True
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _kept(self, raw: list[RawUpdate]) -> list[KeptUpdate]:
        payloads = [KeptUpdate(update["update_id"], json.dumps(update, ensure_ascii=True)) for update in raw]
        return self._updates.keep_all(payloads, self._now())

    def _queue(self, kept: KeptUpdate) -> None:
        lane = lane_of(json.loads(kept.payload))
        if lane in self._lanes:
            self._lanes[lane].append(kept)
            return
        self._lanes[lane] = deque([kept])
        self._begin(self._run(lane))

    def _begin(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run_alone(self, suspects: list[KeptUpdate]) -> None:
        """Each was the first of its lane, for no other is begun."""
        try:
            for kept in suspects:
                if not self._is_closed:
                    await self._handle_once(kept)
        finally:
            self._may_begin.set()

    async def _run(self, lane: Lane) -> None:
        queue = self._lanes[lane]
        try:
            await self._may_begin.wait()
            while queue and not self._is_closed:
                await self._handle_once(queue[0])
                queue.popleft()
        finally:
            del self._lanes[lane]

    async def _handle_once(self, kept: KeptUpdate) -> None:
        attempt = await asyncio.to_thread(self._updates.begin, kept.update_id)
        if attempt > MOST_ATTEMPTS:
            logger.error("Update %s was begun %d times and never ended; given up", kept.update_id, attempt - 1)
        else:
            await self._handle(json.loads(kept.payload))
        await asyncio.to_thread(self._updates.handled, kept.update_id, self._now())


def lane_of(update: RawUpdate) -> Lane:
    """What must be handled in order with this update."""
    for kind in _CHAT_KINDS:
        if isinstance(said := update.get(kind), dict):
            return ("chat", _id(said.get("chat")), _id(said.get("from")))
    if isinstance(pressed := update.get("callback_query"), dict):
        return ("button", _id(pressed.get("from")))
    return ("update", update.get("update_id"))


def _id(value: object) -> object:
    identity = value.get("id") if isinstance(value, dict) else None
    return identity if isinstance(identity, int) else None


def _has_id(update: object) -> bool:
    if isinstance(update, dict) and type(number := update.get("update_id")) is int and 0 <= number < LARGEST_ID:
        return True
    logger.warning("Left out an update without an id")
    return False

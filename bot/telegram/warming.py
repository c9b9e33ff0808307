"""What the first use of a day would wait for, done at the start: libraries loaded, connections opened."""

import asyncio
import threading
from concurrent.futures import Executor
from functools import partial

from bot.screens.holdings import Holdings

# Threads that read the records and the library; each has a connection to the library of its own.
READING_THREADS = 6
_LONGEST_WAIT_SECONDS = 10.0


async def warm(holdings: Holdings, threads: Executor) -> None:
    """Every reading thread has its connection; the first calendar and the first picture need not wait for a library.

    What the bot will need of memory it has then, so that a growth later on means something.
    """
    loop = asyncio.get_running_loop()
    together = threading.Barrier(READING_THREADS)
    opening = partial(_open_connection, holdings, together)
    await asyncio.gather(*(loop.run_in_executor(threads, opening) for _ in range(READING_THREADS)))
    await loop.run_in_executor(threads, _load_libraries)


def _open_connection(holdings: Holdings, together: threading.Barrier) -> None:
    """In a thread of its own: none ends before all have begun."""
    try:
        together.wait(_LONGEST_WAIT_SECONDS)
    except threading.BrokenBarrierError:
        return  # a thread is busy: it opens its connection when it needs it
    holdings.library.revision()


def _load_libraries() -> None:
    import bot.calendar_file
    import bot.timeline  # noqa: F401  # a second each

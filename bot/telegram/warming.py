"""What the first use of a day would wait for, done at the start: libraries loaded, connections opened."""

import asyncio
import gc
import threading
from concurrent.futures import Executor
from datetime import date
from functools import partial

from bot.screens.deadline_screens import deadlines_command
from bot.screens.document_list import documents_command
from bot.screens.holdings import Holdings

# Threads that read the records and the library; each has a connection to the library of its own.
READING_THREADS = 6
# SQLite keeps the 2 MB of pages that a connection read last. So many documents fill that, in 40 ms a thread: otherwise
# it fills in the course of days, and 12 MB look as if something leaked.
DOCUMENTS_READ = 40
_LONGEST_WAIT_SECONDS = 10.0


async def warm(holdings: Holdings, threads: Executor, today: date) -> None:
    """Every reading thread has its connection and has read by it; the first screens need not wait for a library.

    What the bot will need of memory it has then, so that a growth later on means something.
    """
    loop = asyncio.get_running_loop()
    together = threading.Barrier(READING_THREADS)
    reading = partial(_read_newest, holdings, together)
    await asyncio.gather(*(loop.run_in_executor(threads, reading) for _ in range(READING_THREADS)))
    await loop.run_in_executor(threads, _show_once, holdings, today)
    gc.collect()
    gc.freeze()  # what is there stays: looking through it for garbage held up everybody for 0.15 seconds each time


def _read_newest(holdings: Holdings, together: threading.Barrier) -> None:
    """In a thread of its own: none reads before all have begun."""
    try:
        together.wait(_LONGEST_WAIT_SECONDS)
    except threading.BrokenBarrierError:
        return  # a thread is busy: it opens its connection when it needs it
    for head in holdings.library.newest_heads(DOCUMENTS_READ):
        holdings.library.document(head.id)
        holdings.library.provisions(head.id)


def _show_once(holdings: Holdings, today: date) -> None:
    """The screens that read what is typed are made, for nobody."""
    import bot.calendar_file  # noqa: F401  # its library: 3 MB

    holdings.calendar.is_working_day(today)  # loads the holidays of all countries: 8 MB
    documents_command("12/KH-UBND", holdings, today)
    deadlines_command("Sở Nội vụ tháng này", holdings, today)

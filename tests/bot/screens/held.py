"""Screens over records made by hand."""

from contextlib import contextmanager

from bot.screens.holdings import Holdings
from corpus.working_days import WorkingDays
from tests.instruments import library_of


@contextmanager
def holdings_over(folder, *records, bot_username=""):
    """What the screens read over a library of these records."""
    with library_of(folder, *records) as library:
        yield Holdings.of(library, WorkingDays(), bot_username)

import asyncio
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from bot.telegram.warming import READING_THREADS, warm
from tests.bot.screens.held import holdings_over
from tests.documents import day
from tests.plans import before, duty, plan

TODAY = day("2026-03-02")
PLAN = plan("12/KH-UBND", "2026-01-05", duty("Báo cáo", "trước ngày 31/3/2026", before("2026-03-31"), "Sở Nội vụ"))


class WatchedLibrary:
    """A library that notes in which threads its documents were read."""

    def __init__(self, library):
        self._library = library
        self.threads = set()

    def document(self, document_id):
        self.threads.add(threading.get_ident())
        return self._library.document(document_id)

    def __getattr__(self, name):
        return getattr(self._library, name)


@pytest.fixture
def threads():
    with ThreadPoolExecutor(READING_THREADS) as pool:
        yield pool


def test_every_reading_thread_has_read_documents_by_its_own_connection(tmp_path, threads):
    with holdings_over(tmp_path, PLAN) as holdings:
        watched = replace(holdings, library=WatchedLibrary(holdings.library))
        asyncio.run(warm(watched, threads, TODAY))
    assert len(watched.library.threads) == READING_THREADS


@pytest.mark.parametrize("records", [(), (PLAN,)])
def test_the_library_for_calendars_is_loaded_whatever_is_held(tmp_path, threads, monkeypatch, records):
    monkeypatch.delitem(sys.modules, "bot.calendar_file", raising=False)
    with holdings_over(tmp_path, *records) as holdings:
        asyncio.run(warm(holdings, threads, TODAY))
    assert "bot.calendar_file" in sys.modules

"""Screens over the small library of invented documents that the real pipeline has read."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from bot.screens.holdings import Holdings
from corpus.working_days import WorkingDays
from tests.bot.opened import opened

TODAY = date(2026, 3, 2)


@contextmanager
def holdings_of(folder, files):
    """What the screens read over these files, and the core that answers from them."""
    with opened(folder, files) as (library, answering):
        yield Holdings.of(library, WorkingDays(), "mau_bot"), answering


def titled(holdings, word):
    """The head of the one document with this word in its number or title."""
    [head] = [one for one in holdings.library.document_heads() if word in f"{one.number} {one.title}"]
    return head


def read_anew(holdings, document_id, text=None):
    """The document has been read anew from a changed file; without a text its words are the same."""
    record = holdings.library.record(document_id)
    changed = replace(record.document, digest="f" * 64, text=record.document.text if text is None else text)
    holdings.library.add(replace(record, document=changed))

"""What the answerers of force read, over a library of instruments, and the times that questions ask about."""

from contextlib import contextmanager
from datetime import date

from bot.asked_time import AskedTime
from bot.open_document import Shelf
from corpus.chain import Chain
from corpus.identifier import parse_number
from corpus.register import Register
from tests.documents import day
from tests.instruments import library_of

TODAY = date(2026, 11, 21)


class Held:
    """What the answerers of force read, over one library."""

    def __init__(self, library):
        self.library = library
        self.register = Register(library)
        self.chain = Chain(library, self.register)
        self.shelf = Shelf(library)

    def instrument(self, number):
        return self.register.instruments(parse_number(number))[0]


@contextmanager
def held(folder, *records):
    """What the answerers read over a library of these records."""
    with library_of(folder, *records) as library:
        yield Held(library)


def at(text="", *, last="", is_past=None):
    """The time of a question: today, a day, or the period up to `last`."""
    if not text:
        return AskedTime(TODAY, TODAY, TODAY, is_past=bool(is_past), is_explicit=False)
    first, end = day(text), day(last or text)
    asked_day = TODAY if first <= TODAY <= end else end
    return AskedTime(asked_day, first, end, is_past=end < TODAY if is_past is None else is_past, is_explicit=True)

"""Invented deadlines in a few words, for lists, calendar files and pictures."""

from corpus.deadline_rule import YearOrigin
from corpus.held_deadline import HeldDeadline
from corpus.identifier import Locator, parse_locator
from corpus.model import Deadline, Product
from tests.bot.factories import document

QUOTE = "Sở Nội vụ báo cáo kết quả"


def held_deadline(rule, *, of=None, locator="Điều 3", ordinal=0, **more):
    """A report of a department of a province, but for what is told otherwise."""
    facts = {
        "year_origin": YearOrigin.WRITTEN,
        "provision": 0,
        "start": 20,
        "end": 30,
        "quote": QUOTE,
        "quote_start": 10,
        "quote_end": 10 + len(QUOTE),
        "task": "báo cáo kết quả thực hiện",
        "product": Product.REPORT,
        "responsible": ("Sở Nội vụ",),
        "coordinating": (),
        "addressee": "",
    }
    place = parse_locator(locator) if locator else Locator(())
    return HeldDeadline(of or document(), place, ordinal, Deadline(rule=rule, **{**facts, **more}))

"""Invented plans in a few words each: every deadline stands in the plan's own text.

plan("12/KH-UBND", "2026-01-05", duty("Sở Nội vụ báo cáo", "trước ngày 31/3/2026", limit("2026-03-31"), "Sở Nội vụ"))
"""

from dataclasses import dataclass, replace

from corpus.deadline_rule import LAST_DAY, Cycle, CycleDay, FixedDate, Limit, Ongoing, Period, Recurring, YearOrigin
from corpus.identifier import parse_locator
from corpus.model import Deadline, DocumentRecord, Product
from tests.documents import day
from tests.instruments import instrument


@dataclass(frozen=True)
class Duty:
    """A sentence that lays down a duty, and what is to be read from it."""

    task: str
    when: str
    rule: object
    units: tuple[str, ...]
    more: dict

    @property
    def sentence(self):
        return f"{self.task} {self.when}."


def duty(task, when, rule, *units, **more):
    """These units must do the task then."""
    return Duty(task, when, rule, units, more)


def plan(number, issued_on, *duties, title="Kế hoạch mẫu", issuer="UBND tỉnh Sơn Hạ", **more) -> DocumentRecord:
    """The record of a plan with these duties, a paragraph each."""
    made = instrument(number, issued_on, *(one.sentence for one in duties), title=title, issuer=issuer, **more)
    made = replace(made, provisions=tuple(_labelled(one) for one in made.provisions))
    deadlines = tuple(_deadline(one, place, made.provisions[place].start) for place, one in enumerate(duties))
    return replace(made, deadlines=deadlines)


def before(text):
    """ "trước ngày …" """
    return Limit(day(text), is_inclusive=False)


def by(text):
    """ "chậm nhất ngày …" """
    return Limit(day(text), is_inclusive=True)


def on(text):
    return FixedDate(day(text))


def from_to(first, last):
    return Period(day(first), day(last))


def monthly(closes):
    """ "trước ngày 20 hằng tháng" """
    return Recurring(Cycle.MONTH, closes=CycleDay(1, closes), is_inclusive=False)


def yearly(month, closes=LAST_DAY):
    """ "chậm nhất ngày … hằng năm" """
    return Recurring(Cycle.YEAR, closes=CycleDay(month, closes))


def always():
    return Ongoing("thường xuyên")


def _labelled(provision):
    return replace(provision, locator=parse_locator(f"Điều {provision.ordinal + 1}"))


def _deadline(one, place, start):
    begins = start + len(one.task) + 1
    values = {
        "year_origin": YearOrigin.WRITTEN,
        "provision": place,
        "start": begins,
        "end": begins + len(one.when),
        "quote": one.sentence,
        "quote_start": start,
        "quote_end": start + len(one.sentence),
        "task": one.task,
        "product": Product.REPORT,
        "responsible": one.units,
        "coordinating": (),
        "addressee": "",
    }
    return Deadline(rule=one.rule, **{**values, **one.more})

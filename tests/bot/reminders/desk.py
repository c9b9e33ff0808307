"""An office that is reminded: its records, its clock, and what reached its chats."""

import re
from contextlib import contextmanager
from datetime import datetime, time
from html import unescape
from zoneinfo import ZoneInfo

from bot.records.records import open_records
from bot.records.subscriptions import Digest, Pace, Subject, Wish
from bot.reminders.office_hours import OfficeHours
from bot.reminders.reminding import Reminding
from bot.reminders.wishes import unit_wish
from bot.screens.holdings import Holdings
from corpus.working_days import WorkingDays
from tests.instruments import library_of

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
HOURS = OfficeHours(HANOI, time(7, 30))
CHAT, OTHER_CHAT, USER = 40, 41, 40


class Desk:
    """One office over one library."""

    def __init__(self, library, records, hours=HOURS, calendar=None):
        self.holdings = Holdings.of(library, calendar or WorkingDays())
        self.records = records
        self.hours = hours
        self.messages = 0
        self.restart()

    def restart(self):
        """The process has ended, and another begins with what is on the disk."""
        self.reminding = Reminding(self.holdings, self.records, self.hours)
        self.reminding.after_restart()

    def at(self, written):
        """The moment on the clock of the office: "2026-11-21 07:30"."""
        return datetime.fromisoformat(written).replace(tzinfo=self.hours.zone)

    def follow(self, wish, since, *, digest=Digest.NONE, days=(7, 1), chat=CHAT):
        return self.records.subscriptions.add(chat, USER, wish, Pace(digest, days), self.at(since))

    def said(self, when, chat=None):
        """What is sent at this moment, as text, and it arrives."""
        told = []
        for notice in self.reminding.due(self.at(when)):
            assert self.records.notices.sending(notice.id)
            self.messages += 1
            self.records.notices.sent(notice.id, self.messages)
            if chat in (None, notice.chat_id):
                told.append(plain(notice.html))
        return told


def plain(html):
    """The text as a person sees it."""
    return unescape(re.sub(r"<[^>]+>", "", html))


@contextmanager
def desk(folder, *plans, **more):
    """An office over a library of these plans."""
    with library_of(folder, *plans) as library, open_records(folder / "bot.sqlite3") as records:
        yield Desk(library, records, **more)


def document(record):
    """To follow the document of the record."""
    return Wish(Subject.DOCUMENT, record.document.id, record.document.id)


def unit(name):
    return unit_wish(name)


def topic(words):
    return Wish(Subject.TOPIC, words, words)

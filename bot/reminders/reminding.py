"""What the loop of the bot calls each minute: everything that is to be said unasked is in the outbox."""

from datetime import date, datetime
from typing import TypeAlias

from bot import reminder_messages as messages
from bot.markup import escaped
from bot.records.notices import Notice
from bot.records.records import Records
from bot.reminders.coming import ComingDeadlines
from bot.reminders.office_hours import OfficeHours
from bot.reminders.planning import Planning
from bot.reminders.staleness import Staleness
from bot.screens.actions import Verb, action
from bot.screens.holdings import Holdings
from bot.screens.screen import Button

_Seen: TypeAlias = "tuple[date, int, tuple[object, ...]]"


class Reminding:
    """For one office; used by one thread at a time. Cheap while nothing has changed: call it each minute."""

    def __init__(self, holdings: Holdings, records: Records, office: OfficeHours) -> None:
        deadlines = ComingDeadlines(holdings)
        self._planning = Planning(deadlines, office)
        self._staleness = Staleness(deadlines, office)
        self._library = holdings.library
        self._office = office
        self._records = records
        self._planned_for: _Seen | None = None

    def after_restart(self) -> list[Notice]:
        """What was being sent when the process ended is uncertain, and a hint is due; call it before `due`."""
        return self._records.notices.after_restart(self.hint_of)

    def due(self, now: datetime) -> list[Notice]:
        """What is to be sent now: planned, and not begun to be sent; each chat's oldest first."""
        self._staleness.look(self._records, now)
        self._plan(now)
        return self._records.notices.due(now)

    def hint_of(self, notice: Notice) -> Notice:
        """The short message that stands for one whose delivery is uncertain."""
        day = self._office.today(notice.due_at)
        button = Button(messages.SHOW_NOTICE, action(Verb.REMINDER, notice.key))
        return Notice(
            id=f"hint:{notice.id}",
            chat_id=notice.chat_id,
            html=escaped(messages.uncertain_notice(day)),
            rows=((button,),),
            due_at=notice.due_at,
            is_hint=True,
        )

    def _plan(self, now: datetime) -> None:
        """All reminders that have come are in the outbox; done again only on a new day or after a change."""
        records = self._records
        if not self._office.is_open(now):
            return
        seen = self._office.today(now), self._library.revision(), records.subscriptions.stamp()
        if seen == self._planned_for:
            return
        records.notices.withdraw_outdated(now)
        for notice in self._planning.planned(records.subscriptions.all(), records.notices.told, now):
            records.notices.plan([notice])  # one at a time: who asks meanwhile waits for none of it
        self._planned_for = seen

"""What each chat is told on a day: reminders that have come, and digests, in one message; nothing twice."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import sha256

from bot import reminder_messages as messages
from bot.markup import bold, escaped
from bot.records.notices import Notice
from bot.records.subscriptions import LONGEST_DAYS_BEFORE, Digest, Subscription, Wish
from bot.reminders.coming import Coming, ComingDeadlines
from bot.reminders.moments import LONGEST_BREAK_DAYS, come_of, monday_of, weekly_digest_day
from bot.reminders.office_hours import OfficeHours
from bot.reminders.telling import document_rows, settings_row, told_by_day
from corpus.deadline_rule import Cycle, Recurring, Rule
from corpus.working_days import WorkingDays

DIGEST_DAYS = {Digest.NONE: 0, Digest.DAILY: 7, Digest.WEEKLY: 14}
Told = Callable[[Collection[str]], set[str]]
"""Of some things those that were told already (see `Notices.told`)."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What is the same for all chats, worked out once."""

    today: date
    coming: dict[Wish, list[Coming]] = field(default_factory=dict)
    come: dict[tuple[date, tuple[int, ...]], dict[int, date]] = field(default_factory=dict)  # see `come_of`


@dataclass(frozen=True, slots=True)
class _Morning:
    """What one chat is to be told."""

    reminders: dict[str, list[str]]  # by duty, the things that are told by reminding of it
    late: bool
    digests: list[str]  # the things that are told by listing what is due
    coming: dict[str, Coming]  # by duty: of reminders and digests
    last: date | None  # of the digests
    is_told_when_empty: bool  # the week is told though nothing is due in it

    @property
    def covers(self) -> tuple[str, ...]:
        return (*(thing for things in self.reminders.values() for thing in things), *self.digests)


@dataclass(frozen=True, slots=True)
class Planning:
    """For one office, over one library."""

    deadlines: ComingDeadlines
    office: OfficeHours

    def planned(self, subscriptions: Iterable[Subscription], told: Told, now: datetime) -> list[Notice]:
        """One notice for each chat that has something to be told now; none while the office is closed.

        What should have been said on an earlier day is said now while its deadline has not passed; of digests only
        the latest.
        """
        if not self.office.is_open(now):
            return []
        by_chat: dict[int, list[Subscription]] = {}
        for one in subscriptions:
            by_chat.setdefault(one.chat_id, []).append(one)
        read = _Read(self.office.today(now))
        found = (self._of_chat(chat_id, followed, told, read, now) for chat_id, followed in by_chat.items())
        return [notice for notice in found if notice is not None]

    @property
    def _calendar(self) -> WorkingDays:
        return self.deadlines.holdings.calendar

    def _of_chat(
        self, chat_id: int, followed: Sequence[Subscription], told: Told, read: _Read, now: datetime
    ) -> Notice | None:
        today = read.today
        morning = self._morning(chat_id, followed, told, read)
        if not morning.coming and not morning.is_told_when_empty:
            return None
        covers = morning.covers
        return Notice(
            id=f"morning:{chat_id}:{today}:{sha256(' '.join(covers).encode()).hexdigest()[:16]}",
            chat_id=chat_id,
            html=self._html(morning, today),
            rows=(*document_rows(one.held.document for one in _by_day(morning.coming)), *settings_row(followed)),
            due_at=now,
            covers=covers,
            lasts_until=self.office.midnight_after(today),
        )

    def _morning(self, chat_id: int, followed: Sequence[Subscription], told: Told, read: _Read) -> _Morning:
        today = read.today
        due: dict[str, dict[str, date]] = {}  # by duty, the day of each thing
        coming: dict[str, Coming] = {}
        listed: set[str] = set()  # the duties of the digests
        digests = self._digests(chat_id, followed, told, today)
        lasts = {one.id: today + timedelta(days=DIGEST_DAYS[one.pace.digest]) for one, _ in digests}
        for one in followed:
            for each in self._read(one.wish, read):
                if things := self._things(chat_id, one, each, read):
                    due.setdefault(each.duty, {}).update(things)
                coming.setdefault(each.duty, each)
                if one.id in lasts and each.last_allowed <= lasts[one.id]:
                    listed.add(each.duty)
        already = told([thing for things in due.values() for thing in things])
        new = {duty: _without(things, already) for duty, things in due.items()}
        reminders = {duty: list(things) for duty, things in new.items() if things}
        return _Morning(
            reminders=reminders,
            late=any(max(new[duty].values()) < today for duty in reminders),
            digests=list(dict.fromkeys(thing for _, thing in digests)),
            coming={duty: one for duty, one in coming.items() if duty in reminders or duty in listed},
            last=max(lasts.values(), default=None),
            is_told_when_empty=any(one.pace.digest is Digest.WEEKLY for one, _ in digests),
        )

    def _digests(
        self, chat_id: int, followed: Sequence[Subscription], told: Told, today: date
    ) -> list[tuple[Subscription, str]]:
        """The subscriptions whose digest has come and was not sent, each with the thing that it tells."""
        if not self._calendar.is_working_day(today):
            return []
        weekly_day = weekly_digest_day(today, self._calendar)
        days = {Digest.DAILY: today, Digest.WEEKLY: weekly_day}
        things = {
            Digest.DAILY: f"digest:daily:{chat_id}:{today}",
            Digest.WEEKLY: f"digest:weekly:{chat_id}:{monday_of(today)}",
        }
        already = told(list(things.values()))
        return [
            (one, things[one.pace.digest])
            for one in followed
            if one.pace.digest is not Digest.NONE
            and (day := days[one.pace.digest]) is not None
            and self.office.opening(day) >= one.since
            and things[one.pace.digest] not in already
        ]

    def _things(self, chat_id: int, one: Subscription, coming: Coming, read: _Read) -> dict[str, date]:
        """The reminders of a deadline that have come since it is followed, each with its day."""
        key = coming.last_allowed, one.pace.days_before
        if key not in read.come:
            read.come[key] = come_of(*key, read.today, self._calendar)
        if _is_weekly(coming.held.deadline.rule):
            return {}
        return {
            f"deadline:{chat_id}:{coming.duty}:{count}": day
            for count, day in read.come[key].items()
            if self.office.opening(day) >= one.since
        }

    def _read(self, wish: Wish, read: _Read) -> list[Coming]:
        """What is followed, read from the library once for all chats."""
        if wish not in read.coming:
            last = read.today + timedelta(days=LONGEST_DAYS_BEFORE + LONGEST_BREAK_DAYS)
            read.coming[wish] = self.deadlines.of(wish, read.today, last)
        return read.coming[wish]

    def _html(self, morning: _Morning, today: date) -> str:
        reminded = _by_day({duty: one for duty, one in morning.coming.items() if duty in morning.reminders})
        listed = _by_day({duty: one for duty, one in morning.coming.items() if duty not in morning.reminders})
        parts = []
        if reminded:
            parts.append(bold(messages.reminder_heading(today)))
            parts += [escaped(messages.LATE)] if morning.late else []
            parts.append(self._told(reminded, today))
        if morning.last is not None and listed:
            also = messages.also_due(morning.last) if reminded else messages.digest_heading(today, morning.last)
            parts.append(bold(also))
            parts.append(self._told(listed, today))
        if morning.last is not None and not reminded and not listed:
            parts.append(escaped(messages.nothing_due(today, morning.last)))
        return "\n\n".join(parts)

    def _told(self, coming: Sequence[Coming], today: date) -> str:
        return told_by_day(coming, today, self._calendar, self.deadlines.holdings.register)


def _by_day(coming: dict[str, Coming]) -> list[Coming]:
    return sorted(coming.values(), key=lambda one: (one.last_allowed, one.is_helping))


def _without(things: dict[str, date], told: set[str]) -> dict[str, date]:
    return {thing: day for thing, day in things.items() if thing not in told}


def _is_weekly(rule: Rule) -> bool:
    """Whether it is a habit of every week, which a digest may list: to remind of it each time would be noise."""
    return isinstance(rule, Recurring) and rule.cycle is Cycle.WEEK

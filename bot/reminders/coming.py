"""Which deadlines fall due soon for what is followed: in force, with a day, as the latest document in force sets it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from bot.answerers.deadline_changes import Changes
from bot.deadline_matching import MatchedDeadline
from bot.deadline_units import is_elsewhere
from bot.records.subscriptions import Subject, Wish
from bot.reminders.topic import Topic
from bot.screens.holdings import Holdings
from corpus.deadline import occurrences, running_from, sets_a_day
from corpus.deadline_rule import Cycle, Recurring, Rule, VariableYear
from corpus.deadline_search import DeadlineQuery, find_deadlines
from corpus.folding import fold
from corpus.held_deadline import HeldDeadline
from corpus.validity import Reason


@dataclass(frozen=True, slots=True)
class Coming:
    """One time that a deadline falls due."""

    held: HeldDeadline
    last_allowed: date
    duty: str  # equal for one that a document states twice for a day, and after the document is read again
    instead_of: HeldDeadline | None = None  # the deadline of an earlier document that this one has changed
    is_helping: bool = False  # the unit that is followed only helps


@dataclass(frozen=True, slots=True)
class ComingDeadlines:
    """Over one library."""

    holdings: Holdings

    def of(self, wish: Wish, first: date, last: date) -> list[Coming]:
        """What falls due between these days, both included, for what is followed, by day; each duty once."""
        found = [
            one
            for held, is_helping in self._candidates(wish, first, last)
            if _reminds(held.deadline.rule)
            for one in self._times(held, is_helping, first, last)
        ]
        settled = [one for one in self._settled(found, first, last) if self._is_in_force(one, first)]
        by_duty: dict[str, Coming] = {}
        for one in sorted(settled, key=lambda one: (one.last_allowed, one.is_helping)):
            by_duty.setdefault(one.duty, one)
        return list(by_duty.values())

    def changes(self, day: date) -> Changes:
        """What later documents have made of deadlines by this day."""
        held = self.holdings
        return Changes(held.library, held.register, held.chain, held.shelf, day)

    def _candidates(self, wish: Wish, first: date, last: date) -> Iterator[tuple[HeldDeadline, bool]]:
        """What is followed, with whether the unit only helps."""
        match wish.what:
            case Subject.DOCUMENT:  # those past too: a later document may have moved them
                yield from ((one, False) for one in self.holdings.library.held_deadlines(document_ids=[wish.about]))
            case Subject.UNIT:
                query = DeadlineQuery(first, first, last, wish.about)
                for one in find_deadlines(self.holdings.library, self.holdings.register, query).found:
                    if not is_elsewhere(one.held.document.issuer, wish.about, wish.about):
                        yield one.held, one.is_helping
            case Subject.TOPIC:
                held = self.holdings.library.deadlines_between(first, last)
                yield from ((one, False) for one in Topic.of(wish.about, self.holdings.library).among(held))

    def _times(self, held: HeldDeadline, is_helping: bool, first: date, last: date) -> Iterator[Coming]:
        """Each time within the days, of a weekly one the first; of what does not recur its only time."""
        recurs = isinstance(held.deadline.rule, Recurring | VariableYear)
        times = _last_days(held, first, last) if recurs else _last_days(held, date.min, date.max)
        is_weekly = isinstance(held.deadline.rule, Recurring) and held.deadline.rule.cycle is Cycle.WEEK
        yield from (_coming(held, day, None, is_helping) for day in (times[:1] if is_weekly else times))

    def _settled(self, found: Sequence[Coming], first: date, last: date) -> Iterator[Coming]:
        """Those within the days, each with the day that the latest document in force sets for its duty."""
        instead = self.changes(first).of([MatchedDeadline(one.held, self.holdings.shelf) for one in found])
        for place, one in enumerate(found):
            if (later := instead.get(place)) is None:
                times: Iterable[Coming] = [one]
            else:
                days = _last_days(later.held, first, last)
                times = [_coming(later.held, day, one.held, one.is_helping) for day in days]
            yield from (time for time in times if first <= time.last_allowed <= last)

    def _is_in_force(self, one: Coming, today: date) -> bool:
        """Whether its document has not expired today, nor will have been ended by another on the last day.

        A plan whose own time is over by then still wants its last report.
        """
        now = self.holdings.register.validity(one.held.document.id, today)
        then = self.holdings.register.validity(one.held.document.id, one.last_allowed)
        return not now.is_expired and not (then.is_expired and then.reason is Reason.ENDED_BY_ACT)


def _coming(held: HeldDeadline, day: date, instead_of: HeldDeadline | None, is_helping: bool) -> Coming:
    words = fold(" ".join((held.deadline.task or held.deadline.quote).split())).rstrip(" .;,")
    duty = f"{held.document.id}|{sha256(words.encode()).hexdigest()[:12]}|{day}"
    return Coming(held, day, duty, instead_of, is_helping)


def _last_days(held: HeldDeadline, first: date, last: date) -> list[date]:
    rule = running_from(held.deadline.rule, held.document.issued_on)
    days = [one.last_allowed for one in occurrences(rule, first, last)]
    return [day for day in days if day is not None and first <= day <= last]


def _reminds(rule: Rule) -> bool:
    """Whether there is a day to be reminded of, and not every day is one."""
    if isinstance(rule, Recurring) and rule.cycle is Cycle.DAY:
        return False
    return sets_a_day(rule) or isinstance(rule, VariableYear)

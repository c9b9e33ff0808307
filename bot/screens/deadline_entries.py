"""Deadlines as lines of HTML: when, who must do what; those to come first, those that have passed last."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot import deadline_answer_messages as words
from bot import screen_messages as messages
from bot.deadline_state import DeadlineState, Today, state_of
from bot.markup import bold, escaped
from bot.rendering import shortened
from corpus.held_deadline import HeldDeadline

LONGEST_TASK_CHARACTERS = 160
LONGEST_UNITS_CHARACTERS = 80
LONGEST_DAY_CHARACTERS = 90


@dataclass(frozen=True, slots=True)
class Entry:
    """A deadline as it stands on a day, and the head that it is listed under."""

    held: HeldDeadline
    state: DeadlineState

    @property
    def head(self) -> str:
        """Whether it is to come, has no day, or is past."""
        if self.state.is_past:
            return messages.PAST
        return messages.COMING if self.has_day else messages.WITHOUT_DAY

    @property
    def has_day(self) -> bool:
        """Whether a last day can be told."""
        return self.state.last_allowed is not None


_ORDER = (messages.COMING, messages.WITHOUT_DAY, messages.PAST)


def entries(held: Iterable[HeldDeadline], today: Today) -> list[Entry]:
    """What is to come, nearest first; what has no day; what is past, latest first. Equal ones once."""
    found: dict[tuple[object, ...], Entry] = {}
    for one in held:
        deadline = one.deadline
        task = shortened(deadline.task or deadline.quote, LONGEST_TASK_CHARACTERS)
        key = (one.document.id, deadline.rule, task, deadline.responsible)  # as far as they are shown
        found.setdefault(key, Entry(one, state_of(one, today)))
    return sorted(found.values(), key=lambda entry: (_ORDER.index(entry.head), _nearness(entry, today.day)))


def entry_line(entry: Entry) -> str:
    """One deadline: "• Trước ngày 31/3/2026 (còn 25 ngày) – Sở Nội vụ: báo cáo kết quả"."""
    deadline = entry.held.deadline
    day, _, notes = words.when(entry.state, deadline.year_origin).partition(" (")
    if entry.head == messages.WITHOUT_DAY:
        notes = words.time_left(entry.state)  # the head says that there is no day
    in_brackets = f" ({notes.removesuffix(')')})" if notes else ""
    when = bold(shortened(day, LONGEST_DAY_CHARACTERS)) + escaped(in_brackets)
    task = shortened(deadline.task or deadline.quote, LONGEST_TASK_CHARACTERS).rstrip(" .;,")
    units = shortened("; ".join(deadline.responsible), LONGEST_UNITS_CHARACTERS)
    duty = words.duty(task, [units] if units else [], [], is_short=True)
    return f"• {when}{escaped(f' – {duty}')}"


def _nearness(entry: Entry, today: date) -> int:
    last = entry.state.last_allowed
    return abs((last - today).days) if last is not None else 0

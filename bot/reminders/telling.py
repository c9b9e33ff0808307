"""Coming deadlines as HTML: by day, who must do what, and where that is said; with buttons to the documents."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot import reminder_messages as messages
from bot import validity_messages
from bot.deadline_answer_messages import duty
from bot.markup import bold, escaped, folded, italic
from bot.messages import designation, form_mark
from bot.records.subscriptions import Subscription
from bot.reminders.coming import Coming
from bot.rendering import shortened
from bot.screens.actions import Verb, action
from bot.screens.buttons import card_button, cut_label, in_rows
from bot.screens.screen import Button
from corpus.deadline import falls_on_day_off
from corpus.deadline_rule import Period, Recurring, VariableYear
from corpus.deadline_wording import wording
from corpus.model import Document
from corpus.register import Register
from corpus.validity import ValidityStatus
from corpus.working_days import WorkingDays

MOST_TOLD = 25  # in one message; a unit that is bound by every plan has more
MOST_QUOTED = 3  # so few are told with their words
MOST_DOCUMENT_BUTTONS = 6
SAYS_ALL = 0.8  # a task of this share of the quote says what it says
LONGEST_TASK, LONGEST_UNITS = 160, 90
Rows = tuple[tuple[Button, ...], ...]


def told_by_day(
    coming: Sequence[Coming], today: date, calendar: WorkingDays, register: Register, *, quotes: bool = True
) -> str:
    """The deadlines under their last days, those too many left out and counted; a few with their words."""
    shown = coming[:MOST_TOLD]
    lines: list[str] = []
    for place, one in enumerate(shown):
        if place == 0 or shown[place - 1].last_allowed != one.last_allowed:
            lines += ["", _day(one.last_allowed, today, calendar)]
        lines.append(_entry(one, register, with_quote=quotes and len(coming) <= MOST_QUOTED))
    if len(coming) > len(shown):
        lines += ["", messages.more_deadlines(len(coming) - len(shown))]
    return "\n".join(lines).strip()


def quoted(quote: str) -> str:
    """Words of a document, of which a phone shows three lines."""
    return folded(f"“{escaped(shortened(quote))}”")


def document_rows(documents: Iterable[Document]) -> Rows:
    """A button for each document, two in a row; the first few of many."""
    distinct = list({one.id: one for one in documents}.values())[:MOST_DOCUMENT_BUTTONS]
    buttons = [replace(card_button(one.id), label=cut_label(designation(one))) for one in distinct]
    return tuple(in_rows(buttons))


def settings_row(subscriptions: Sequence[Subscription]) -> Rows:
    """The button that opens what the chat follows."""
    return ((Button(messages.SETTINGS, action(Verb.SUBSCRIBE, "l")),),) if subscriptions else ()


def _day(day: date, today: date, calendar: WorkingDays) -> str:
    heading = bold(messages.day_heading(day, today))
    off = falls_on_day_off(day, calendar)
    is_told = off is None or day.weekday() >= 5
    return heading if is_told else f"{heading}\n{italic(messages.falls_on(off or ''))}"


def _entry(one: Coming, register: Register, *, with_quote: bool) -> str:
    deadline = one.held.deadline
    task = shortened(deadline.task or deadline.quote, LONGEST_TASK).rstrip(" .;,")
    units = shortened("; ".join(deadline.responsible), LONGEST_UNITS)
    told = duty(task, [units] if units else [], [], is_short=True)
    says_more = len(task) < SAYS_ALL * len(deadline.quote)
    quote = f"\n{quoted(deadline.quote)}" if with_quote and says_more else ""
    return f"• {escaped(told[:1].upper() + told[1:])}\n{italic(_source(one, register))}{quote}"


def _source(one: Coming, register: Register) -> str:
    """Where it is said, and the words of the time."""
    document, rule = one.held.document, one.held.deadline.rule
    about = "khoảng " if isinstance(rule, Period | Recurring) and rule.is_approximate else ""
    validity = register.validity(document.id, one.last_allowed)
    is_partly = validity.status is ValidityStatus.PARTLY_REPLACED
    parts = [
        ", ".join(filter(None, [designation(document), str(one.held.locator)])),
        f"{about}{wording(rule)}",
        messages.HELPING if one.is_helping else "",
        messages.if_that_year(one.last_allowed.year) if isinstance(rule, VariableYear) else "",
        messages.instead_of(wording(one.instead_of.deadline.rule), one.instead_of.document) if one.instead_of else "",
        form_mark(document.form),
        validity_messages.mark(validity) if is_partly else "",
    ]
    return "; ".join(filter(None, parts))

"""Shows deadlines that were found: as JSON for programs, as a list by date for people."""

from collections.abc import Sequence
from datetime import date

from bot import deadline_messages, messages, validity_messages
from bot.rendering import shortened
from corpus.deadline import bounds, next_occurrence, running_from, sets_a_day
from corpus.deadline_json import AskedDays, DeadlineJson
from corpus.deadline_json import deadline_as_json as told_as_json
from corpus.deadline_rule import Period, Recurring
from corpus.deadline_search import FoundDeadline
from corpus.deadline_wording import wording
from corpus.written_date import written_date

_LONGEST_TASK_CHARACTERS = 200


def deadline_as_json(one: FoundDeadline, days: AskedDays) -> DeadlineJson:
    """One deadline of an answer or a list, in the agreed shape, with the status of its document."""
    return {
        **told_as_json(one.held, days),
        "validity": one.validity.status.value,
        "is_for_group": one.is_for_group,
        "is_helping": one.is_helping,
    }


def deadlines_as_text(found: Sequence[FoundDeadline], days: AskedDays) -> str:
    """By the day that is the last in time: those to come, those without a day, those past; "" when there are none."""
    dated = [(one, last_day(one, days)) for one in found]
    coming = [(one, day) for one, day in dated if day is not None and day >= days.as_of]
    past = [(one, day) for one, day in dated if day is not None and day < days.as_of]
    undated = [one for one, day in dated if day is None]
    sections = _by_day(coming)
    if undated:
        sections.append("\n".join([deadline_messages.WITHOUT_DAY, *map(_entry, undated)]))
    if past:
        sections.append("\n\n".join([deadline_messages.PAST, *_by_day(past)]))
    return "\n\n".join(sections)


def last_day(one: FoundDeadline, days: AskedDays) -> date | None:
    """The day to list it under: the last in time of the next occurrence, of the last one when all have passed."""
    if not sets_a_day(one.held.deadline.rule):
        return None
    rule = running_from(one.held.deadline.rule, one.held.document.issued_on)
    coming = next_occurrence(rule, days.start)
    if coming is not None:
        return coming.last_allowed
    return bounds(rule)[1]


def _by_day(dated: Sequence[tuple[FoundDeadline, date]]) -> list[str]:
    """A section for each day."""
    by_day: dict[date, list[str]] = {}
    for one, day in sorted(dated, key=lambda pair: pair[1]):
        by_day.setdefault(day, []).append(_entry(one))
    return ["\n".join([deadline_messages.day_heading(day), *entries]) for day, entries in by_day.items()]


def _entry(one: FoundDeadline) -> str:
    """Who must do what, when, and where that is said."""
    deadline, document = one.held.deadline, one.held.document
    units = "; ".join(deadline.responsible) or deadline_messages.NO_UNIT
    helpers = deadline_messages.helped_by("; ".join(deadline.coordinating)) if deadline.coordinating else ""
    marks = _in_parentheses([deadline_messages.FOR_GROUP if one.is_for_group and not one.is_helping else "", helpers])
    task = shortened(deadline.task or deadline.quote, _LONGEST_TASK_CHARACTERS)
    addressee = deadline_messages.goes_to(deadline.addressee) if deadline.addressee not in task else ""
    rule = deadline.rule
    is_vague = isinstance(rule, Period | Recurring) and rule.is_approximate
    when = _in_parentheses([wording(rule), deadline_messages.APPROXIMATE if is_vague else ""])
    source = [f"{messages.designation(document)}", str(one.held.locator)]
    if document.issued_on is not None:
        source.insert(1, written_date(document.issued_on))
    notes = _in_parentheses([
        messages.form_mark(document.form),
        validity_messages.mark(one.validity),
        deadline_messages.CORRECTED if deadline.is_corrected else "",
    ])  # fmt: skip
    told = ", ".join(filter(None, [task, addressee]))
    return f"  • {units}{marks}: {told}{when}\n    {', '.join(filter(None, source))}{notes}"


def _in_parentheses(marks: Sequence[str]) -> str:
    written = "; ".join(filter(None, marks))
    return f" ({written})" if written else ""

"""Answers when the duties of one known document are due, how often, by whom and to whom, from its deadlines."""

from collections.abc import Sequence

from bot import deadline_answer_messages as messages
from bot.answer import AnswerStatus
from bot.answerers.deadline_changes import Changes
from bot.deadline_focus import has_topic
from bot.deadline_lines import DeadlineLines, by_date, fitting_lines, merged
from bot.deadline_matching import MatchedDeadline, of_products, of_topic, of_units, without_helpers, without_repeats
from bot.deadline_question import DeadlineForm, DeadlineQuestion
from bot.deadline_state import Today, state_of
from bot.deadline_window import Window
from bot.messages import designation
from bot.open_document import OpenDocument, Shelf
from bot.relevance import Focus
from bot.reply import Reply
from corpus.deadline import overlaps, running_from
from corpus.deadline_rule import Recurring, Rule
from corpus.held_deadline import HeldDeadline
from corpus.model import Document

MOST_NEAREST = 4  # deadlines told where none fits the words of the question
MOST_LINES = 30  # of one document: a message of Telegram holds about so many

# What is answered under a line that names the document.
LISTING = frozenset({DeadlineForm.ALL, DeadlineForm.WHAT})


def answer_deadlines(
    asked: DeadlineQuestion,
    focus: Focus,
    opened: OpenDocument,
    held: Sequence[HeldDeadline],
    today: Today,
    changes: Changes,
) -> Reply | None:
    """The deadlines of the document that are asked for, by date, with what a later document has changed.

    None when none fits: the text may tell it all the same. That it sets none is said where all are asked for.
    """
    name, held = designation(opened.document), _in_places(held, focus)
    if asked.form in LISTING:
        return _listed(asked, focus, name, held, today, changes)
    matches = without_helpers(_meant(asked, focus, held, changes.shelf))
    if asked.form is DeadlineForm.TO_WHOM:
        addressed = [one for one in matches if one.held.deadline.addressee]
        return _addressees(addressed, today) or _told(matches if asked.products else [], [], today, changes)
    if asked.form is DeadlineForm.HOW_OFTEN:
        periodic = [one for one in matches if isinstance(one.held.deadline.rule, Recurring)]
        lead = [] if periodic else [messages.not_periodic(name)]
        return _told(periodic or matches, lead, today, changes)
    if asked.form is DeadlineForm.HOW_LONG:  # of what has no day none are left
        matches = [one for one in matches if state_of(one.held, today).last_allowed] or matches
    return _told(matches, [], today, changes)


def answer_nearest(
    asked: DeadlineQuestion,
    opened: OpenDocument,
    held: Sequence[HeldDeadline],
    today: Today,
    changes: Changes,
) -> Reply | None:
    """Where nothing in the document fits the words of the question: what it sets for that kind of duty, said to be so.

    None when the question names no kind of duty and no unit, and when the document sets too much to tell for them.
    """
    if not (asked.products or asked.units):
        return None
    matches = without_helpers(of_products(asked, of_units(asked, held, changes.shelf)))
    if asked.form is DeadlineForm.HOW_OFTEN:
        matches = [one for one in matches if isinstance(one.held.deadline.rule, Recurring)]
    if len(matches) > MOST_NEAREST:
        return None
    return _told(matches, [messages.nearest(designation(opened.document))], today, changes)


def _in_places(held: Sequence[HeldDeadline], focus: Focus) -> Sequence[HeldDeadline]:
    """Those of the provisions that the question names: "các thời hạn trong Điều 35"."""
    places = [reference.locator for reference in focus.question.provisions if reference.locator]
    return [one for one in held if any(place.contains(one.locator) for place in places)] if places else held


def fitting(asked: DeadlineQuestion, focus: Focus, held: Sequence[HeldDeadline], shelf: Shelf) -> list[MatchedDeadline]:
    """Those of any document that fit unit, kind of duty and topic."""
    return _meant(asked, focus, held, shelf)


def _meant(asked: DeadlineQuestion, focus: Focus, held: Sequence[HeldDeadline], shelf: Shelf) -> list[MatchedDeadline]:
    return without_repeats(of_topic(asked, focus, of_products(asked, of_units(asked, held, shelf))))


def told_matches(
    matches: Sequence[MatchedDeadline], today: Today, changes: Changes, lead: Sequence[str] = ()
) -> Reply | None:
    """One in full, several as a list by date; None when there are none."""
    return _told(matches, list(lead), today, changes)


def _told(matches: Sequence[MatchedDeadline], lead: list[str], today: Today, changes: Changes) -> Reply | None:
    if not matches:
        return None
    later = changes.of(matches)
    shown = by_date([later.get(place, match) for place, match in enumerate(matches)], today)
    old = {id(new): matches[place] for place, new in later.items()}
    left = max(0, len(shown) - MOST_LINES)

    def tell(lines: DeadlineLines) -> list[str]:
        head = [lines.computed(line) for line in lead]
        if len(shown) == 1:
            return [*head, *lines.in_full(shown[0], old.get(id(shown[0])))]
        told = merged([lines.in_list(match, old.get(id(match))) for match in shown[:MOST_LINES]])
        return [*head, *told, *([lines.computed(messages.more_deadlines(left))] if left else [])]

    lines, told = fitting_lines(today, tell)
    return lines.reply(AnswerStatus.PARTIAL if left else AnswerStatus.ANSWERED, told)


def _listed(
    asked: DeadlineQuestion,
    focus: Focus,
    name: str,
    held: Sequence[HeldDeadline],
    today: Today,
    changes: Changes,
) -> Reply | None:
    """All, or those within the time asked about."""
    if not held:
        return Reply(AnswerStatus.NOT_IN_CORPUS, messages.no_deadline(name))
    within, window = _within(held, asked.window)
    matches = _meant(asked, focus, within, changes.shelf)
    who = ", ".join(unit.name for unit in asked.units)
    span = messages.span(window.first, window.last) if window else ""
    if not matches:
        if (window is None and not asked.units) or has_topic(asked, focus):
            return None
        lines = DeadlineLines(today)
        return lines.reply(AnswerStatus.NOT_IN_CORPUS, [lines.computed(messages.nothing_due_in(name, who, span))])
    moment = Today(today.day, today.calendar, window.first, window.last) if window else today
    return _told(matches, [messages.days_of_document(name, who, span)], moment, changes)


def _within(held: Sequence[HeldDeadline], window: Window | None) -> tuple[list[HeldDeadline], Window | None]:
    """Those that fall due in the time asked about; of a month without a year the last one where the next has none."""
    if window is None:
        return list(held), None
    for one in (window, window.a_year_before()) if window.is_yearless else (window,):
        found = [each for each in held if overlaps(_running(each), one.first, one.last)]
        if found:
            return found, one
    return [], window


def _running(held: HeldDeadline) -> Rule:
    return running_from(held.deadline.rule, held.document.issued_on)


def _addressees(matches: Sequence[MatchedDeadline], today: Today) -> Reply | None:
    """To whom each goes, with its date; alike ones once."""
    if not matches:
        return None
    lines, told = DeadlineLines(today), []
    for one in by_date(matches, today):
        deadline = one.held.deadline
        whom = lines.verbatim(one.opened, deadline.addressee)
        told.append(f"{messages.sent_to(whom, lines.when(one))}. {lines.mark(one)}")
    return lines.reply(AnswerStatus.ANSWERED, told)


def documents_of(matches: Sequence[MatchedDeadline]) -> list[Document]:
    """Their documents, each once."""
    return list({one.held.document.id: one.held.document for one in matches}.values())

"""Answers what is due within a time, for a unit or for all, over the documents that are in force."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot import deadline_answer_messages as messages
from bot.answer import AnswerStatus
from bot.answerers.deadline_changes import Changes
from bot.deadline_focus import has_topic
from bot.deadline_lines import DeadlineLines, by_date, fitting_lines, merged
from bot.deadline_matching import MatchedDeadline, of_products, of_topic, of_units, without_repeats
from bot.deadline_question import DeadlineQuestion
from bot.deadline_state import Today, state_of
from bot.deadline_units import is_elsewhere
from bot.deadline_window import Window
from bot.messages import designation
from bot.relevance import Focus
from bot.reply import Reply
from bot.sources import short_issuer
from corpus.deadline_search import DeadlineQuery, FoundDeadline, find_deadlines
from corpus.held_deadline import HeldDeadline
from corpus.model import Document

MOST_NAMES = 5  # of documents in a sentence
MOST_LINES_WITH_LASTING = 15  # what only lasts on is listed where few are due, else counted
MOST_LINES = 30  # as many as one message holds: of more the nearest are shown, and how to ask for the others


def answer_due(asked: DeadlineQuestion, focus: Focus, today: Today, changes: Changes) -> Reply | None:
    """What is due in the time asked about, by date, with units and sources; None when no time bounds the question.

    Documents that have expired are left out, and named. Of a month without a year the next one counts, where that
    brings nothing the last one. None also where nothing fits the topic: a text may tell it all the same.
    """
    if asked.window is None:
        return None
    windows = (asked.window, asked.window.a_year_before()) if asked.window.is_yearless else (asked.window,)
    each = (_find(asked, focus, window, today, changes) for window in windows)
    found = next((one for one in each if one.matches), None)
    if found is None and has_topic(asked, focus):
        return None
    found = found or _find(asked, focus, asked.window, today, changes)
    span, who = messages.span(found.window.first, found.window.last), ", ".join(unit.name for unit in asked.units)
    moment = Today(today.day, today.calendar, found.window.first, found.window.last)
    gone = found.expired[:MOST_NAMES]
    notes = [messages.expired_left_out(gone, len(found.expired) - len(gone))] if gone else []
    if not found.matches:
        lines = DeadlineLines(moment)
        told = [lines.computed(line) for line in (messages.nothing_due(who, span), *notes)]
        return lines.reply(AnswerStatus.NOT_IN_CORPUS, told)
    due, lasting = _parted(found.matches, moment)
    due = [*_without_changed_twice(due[: 2 * MOST_LINES], changes), *due[2 * MOST_LINES :]]
    head = messages.due_between(who, span) if due else messages.nothing_due_by_day(who, span)

    def tell(lines: DeadlineLines) -> list[str]:
        listed = _told(due, lasting, lines, changes)
        return [lines.computed(head), *listed, *map(lines.computed, notes)]

    lines, told = fitting_lines(moment, tell)
    return lines.reply(AnswerStatus.ANSWERED if len(due) <= MOST_LINES else AnswerStatus.PARTIAL, told)


@dataclass(frozen=True, slots=True)
class _Found:
    """What fits within one time, and the documents that would have fitted and have expired."""

    matches: Sequence[MatchedDeadline]
    expired: Sequence[Document]
    window: Window


def _find(asked: DeadlineQuestion, focus: Focus, window: Window, today: Today, changes: Changes) -> _Found:
    day = window.last if window.last < today.day else today.day
    units: list[str | None] = [unit.name for unit in asked.units] or [None]
    here: dict[tuple[str, int], HeldDeadline] = {}
    gone: dict[tuple[str, int], HeldDeadline] = {}
    for unit in units:
        query = DeadlineQuery(day, window.first, window.last, unit)
        result = find_deadlines(changes.library, changes.register, query)
        here |= {_key(one): one.held for one in result.found}
        gone |= {_key(one): one.held for one in result.expired}
    text = focus.question.reading.text
    matches, expired = (
        _fitting(asked, focus, [one for one in held.values() if not _is_elsewhere(one, asked, text)], changes)
        for held in (here, gone)
    )
    return _Found(matches, list({one.held.document.id: one.held.document for one in expired}.values()), window)


def _key(found: FoundDeadline) -> tuple[str, int]:
    return found.held.document.id, found.held.ordinal


def _is_elsewhere(held: HeldDeadline, asked: DeadlineQuestion, text: str) -> bool:
    units = [unit.name for unit in asked.units] or [""]
    return all(is_elsewhere(held.document.issuer, text, unit) for unit in units)


def _fitting(
    asked: DeadlineQuestion, focus: Focus, held: list[HeldDeadline], changes: Changes
) -> list[MatchedDeadline]:
    return without_repeats(of_topic(asked, focus, of_products(asked, of_units(asked, held, changes.shelf))))


def _parted(matches: Sequence[MatchedDeadline], moment: Today) -> tuple[list[MatchedDeadline], list[MatchedDeadline]]:
    """Those with their last day in the time asked about, and those that last through it or are only helped with."""
    due: list[MatchedDeadline] = []
    lasting: list[MatchedDeadline] = []
    first, last = moment.first or date.min, moment.last or date.max
    for match in by_date(matches, moment):
        day = state_of(match.held, moment).last_allowed
        is_due = day is not None and first <= day <= last and not (match.is_helping and match.is_for_group)
        (due if is_due else lasting).append(match)
    return due, sorted(lasting, key=lambda match: (match.is_helping, match.is_for_group))


def _told(
    due: list[MatchedDeadline], lasting: list[MatchedDeadline], lines: DeadlineLines, changes: Changes
) -> list[str]:
    """The lines: of too many due the nearest, and how many others there are of what lasts on."""
    told = _by_document(due[:MOST_LINES], lines, changes)
    if len(due) > MOST_LINES:
        told.append(lines.computed(messages.more_deadlines(len(due) - MOST_LINES)))
    own = [match for match in lasting if not (match.is_helping and match.is_for_group)]
    if own and len(due) + len(own) <= MOST_LINES_WITH_LASTING:
        told += [messages.UNDER_WAY, *_by_document(own, lines, changes)]
        lasting = [match for match in lasting if match not in own]
    if lasting:
        counts = Counter(designation(match.held.document) for match in lasting)
        names = [messages.of_a_document(name, count) for name, count in counts.most_common(MOST_NAMES)]
        told.append(lines.computed(messages.under_way(len(lasting), names, len(counts) - len(names))))
    return told


def _without_changed_twice(due: list[MatchedDeadline], changes: Changes) -> list[MatchedDeadline]:
    """Without the later deadline where the line of the earlier one tells of it."""
    told = {(new.held.document.id, new.held.ordinal) for new in changes.of(due).values()}
    return [one for one in due if (one.held.document.id, one.held.ordinal) not in told]


def _by_document(shown: list[MatchedDeadline], lines: DeadlineLines, changes: Changes) -> list[str]:
    """The lines under the name of each document, the document with the nearest day first.

    Plans of several provinces bear the same numbers: where there are several issuers, each is named.
    """
    later = changes.of(shown)
    groups: dict[str, list[str]] = {}
    is_of_one = len({match.held.document.issuer for match in shown}) == 1
    for place, match in enumerate(shown):
        document = match.held.document
        line = lines.in_list(later[place], match) if place in later else lines.in_list(match)
        issuer = "" if is_of_one else short_issuer(document.issuer)
        groups.setdefault(", ".join(filter(None, [designation(document), issuer])), []).append(line)
    return [line for name, told in groups.items() for line in (f"{lines.computed(name)}:", *merged(told))]

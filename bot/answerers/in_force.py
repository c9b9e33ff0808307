"""Answers whether an instrument is in force on a day, since when and until when: the status first, then why."""

import re
from datetime import date

from bot import force_messages as messages
from bot.answer import AnswerStatus
from bot.answerers.force_circumstances import circumstances, told_first_days
from bot.answerers.force_sources import ForceSources, standing_of
from bot.asked_time import AskedTime
from bot.force_cues import ForceQuestion
from bot.open_document import Shelf
from bot.reply import Reply
from bot.time_expressions import times_in
from corpus.chain import Chain
from corpus.folding import fold
from corpus.identifier import Locator
from corpus.library import Library
from corpus.register import Register
from corpus.standing import Act, Dated, Instrument, Statement
from corpus.turning_points import beginning, effective_day
from corpus.validity import Reason, Validity, ValidityStatus

# "có hiệu lực kể từ ngày ký ban hành và áp dụng từ ngày …", of all of it, not of one place or case.
_APPLIED = re.compile(
    r"hieu luc(?:(?!\brieng\b|\bdieu\b|\bkhoan\b|\bdoi voi\b|\bcho\b|\bmuc\b)[^.;]){0,90}?"
    r"(?:,| va| nhung) ?(?:duoc |bat dau )?(?:ap dung|thuc hien)(?: thi hanh| thuc hien)? (?:ke )?(?:tu )(?=ngay|\d)"
)
MOST_PARTS_OF_A_PERIOD = 4
MOST_CHANGES = 3


def answer_in_force(
    asked: ForceQuestion,
    name: str,
    instrument: Instrument,
    time: AskedTime,
    register: Register,
    chain: Chain,
    shelf: Shelf,
    as_of: date,
    place: Locator | None = None,
    library: Library | None = None,
) -> Reply:
    """The status on the day asked for, with its reason and source, and what a reader must know beside it.

    `asked` is IN_FORCE, BEGINS or ENDS; other questions are answered as IN_FORCE. `as_of` is today: after an answer
    for another day it tells how things stand now. With `place` the provision is meant, and `name` names it.
    With `library` days of issue that contradict one another are told.
    """
    told = _Told(name, instrument, time, register, shelf, as_of, place)
    if told.validity.reason is Reason.NO_INSTRUMENT:
        return Reply(AnswerStatus.ANSWERED, messages.news_has_no_force(name))
    match asked:
        case ForceQuestion.BEGINS:
            status, lines = told.beginning()
        case ForceQuestion.ENDS:
            status, lines = told.ending()
        case _:
            status, lines = told.standing_then()
    called = messages.called(instrument)
    more = circumstances(asked, called, told.standing, told.validity, register, chain, told.sources, library)
    return told.sources.reply(status, instrument, [*lines, *more])


class _Told:
    """The sentences of one answer."""

    def __init__(
        self,
        name: str,
        instrument: Instrument,
        time: AskedTime,
        register: Register,
        shelf: Shelf,
        as_of: date,
        place: Locator | None,
    ) -> None:
        self.name = name
        self.time = time
        self.as_of = as_of
        self.register = register
        self.instrument = instrument
        self.standing = standing_of(instrument, register)
        self.place = place
        self.validity = self._on(time.day)
        self.sources = ForceSources(register, shelf)
        self.sources.know(instrument)
        self.sources.computed(name)

    def standing_then(self) -> tuple[AnswerStatus, list[str]]:
        """The status on the day, or on each part of the period in which it changes."""
        parts = self._parts()
        if len(parts) > 1:
            return AnswerStatus.ANSWERED, self._period(parts)
        validity = self.validity
        day = self.sources.day(self.time.day) if self.time.is_explicit else None
        is_known = validity.status is not ValidityStatus.UNKNOWN
        opening = messages.lead(validity.status, day)
        if validity.status is ValidityStatus.EXPIRED and day is None:
            opening += messages.since(validity.since)
        lines = [f"{opening}: {self._why(validity, with_day=day is not None)}", self._announced(validity)]
        return AnswerStatus.ANSWERED if is_known else AnswerStatus.PARTIAL, [*lines, self._now()]

    def beginning(self) -> tuple[AnswerStatus, list[str]]:
        """From when it is in force, places with a day of their own after it."""
        begin = beginning(self.standing, self.place)
        if begin is None:
            line = self.sources.computed(messages.no_first_day(self.name, self.instrument.issued_on))
            return AnswerStatus.NOT_IN_CORPUS, [line]
        if begin.day is None:
            unknown = messages.lead(ValidityStatus.UNKNOWN, None)
            return AnswerStatus.PARTIAL, [f"{unknown}: {messages.sources_disagree(self.name)}."]
        stated = begin.statements[0]
        excepted = messages.except_as_quoted() if _has_exceptions(stated) else ""
        applied = "" if self.place else _applied_later(stated)
        line = f"{messages.begun(self.name, begin.day)}{applied}{excepted}.{self.sources.of(stated)}"
        for one in [] if self.place else told_first_days(self.standing):
            if one.effect.on:
                line += f" {messages.places_begin(one.effect.places, one.effect.on)}.{self.sources.of(one)}"
        now = self._on(self.as_of)
        return AnswerStatus.ANSWERED, [line, self._today(now) if now.is_expired else ""]

    def ending(self) -> tuple[AnswerStatus, list[str]]:
        """Until when it is in force: ended, announced, or not told."""
        validity = self.validity
        if validity.is_expired:
            opening = f"{messages.lead(validity.status, None)}{messages.since(validity.since)}"
            return AnswerStatus.ANSWERED, [f"{opening}: {self._why(validity, with_day=False)}"]
        if validity.until and validity.end and validity.status is not ValidityStatus.NOT_YET:
            self._compute_last_day(validity.until)
            line = messages.ends_on(self.name, validity.until, has_exceptions=_has_exceptions(validity.end))
            by = f", {hand}" if (hand := self._hand(validity.end)) else ""
            return AnswerStatus.ANSWERED, [f"{line}{by}.{self.sources.of(validity.end)}"]
        lines = [messages.no_last_day(self.name)]
        if validity.status is not ValidityStatus.UNKNOWN:
            lines.append(f"{messages.lead(validity.status, None)}: {self._why(validity, with_day=False)}")
        return AnswerStatus.PARTIAL, lines

    def _why(self, validity: Validity, *, with_day: bool) -> str:
        """The reason of the status with its source; `with_day` where the lead does not tell from when."""
        name, cause = self.name, validity.cause
        mark = self.sources.of(cause)
        match validity.reason:
            case Reason.ENDED_BY_ACT if isinstance(cause, Act):
                by = self.sources.know(cause.acting)
                day = messages.since(validity.since) if with_day else ""
                return f"{messages.done_to(name, cause.relation.kind, by)}{day}.{mark}"
            case Reason.TIME_IS_OVER:
                return f"{messages.time_is_over(name)}{messages.since(validity.since) if with_day else ''}.{mark}"
            case Reason.NO_DAY_GIVEN if isinstance(cause, Act):
                by = self.sources.know(cause.acting)
                return f"{messages.end_without_a_day(name, cause.relation.kind, by)}.{mark}"
            case Reason.CONTRADICTION:
                return f"{messages.sources_disagree(name)}.{mark}"
            case Reason.NOT_ISSUED:
                return f"{messages.not_issued(name, self.instrument.issued_on)}.{self._begins_later(validity)}"
            case Reason.NOT_BEGUN if validity.until:
                return f"{messages.begun(name, validity.until)}.{mark}"
            case Reason.HOLDS if isinstance(cause, Dated):
                return f"{messages.held_to_be_in_force(name, cause.effect.on)}.{mark}"
            case Reason.BEGUN if validity.since:
                applied = _applied_later(cause) if cause and not self.place else ""
                return f"{messages.begun(name, validity.since)}{applied}.{mark}"
            case Reason.CHANGED_IN_PART:
                return f"{name} {self._changes(validity)}"
            case _:
                return f"{messages.why_unknown(name)}."

    def _begins_later(self, validity: Validity) -> str:
        if validity.until is None or validity.cause is None:
            return ""
        return f" {messages.begun(self.name, validity.until)}.{self.sources.of(validity.cause)}"

    def _changes(self, validity: Validity) -> str:
        """The latest changes, the last first, with their marks."""
        latest = validity.changes[: -MOST_CHANGES - 1 : -1]
        told = [
            f"{messages.changed_in_part(act.relation.kind, self.sources.know(act.acting), _places(act))}"
            f"{messages.since(effective_day(act))}"
            for act in latest
        ]
        return f"{'; '.join(told)}.{''.join(dict.fromkeys(map(self.sources.of, latest)))}"

    def _announced(self, validity: Validity) -> str:
        """Its announced end and the changes that are known for later days."""
        told = []
        if validity.until and validity.end and (validity.until > self.as_of or not self.time.is_explicit):
            self._compute_last_day(validity.until)
            by = self._hand(validity.end)
            line = messages.will_end(validity.until, by, has_exceptions=_has_exceptions(validity.end))
            told.append(f"{line}.{self.sources.of(validity.end)}")
        for act in validity.coming[:MOST_CHANGES]:
            by = self.sources.know(act.acting)
            change = messages.changed_in_part(act.relation.kind, by, _places(act))
            day = effective_day(act)
            told.append(f"{messages.will_change(day, change)}.{self.sources.of(act)}" if day else "")
        return " ".join(filter(None, told))

    def _now(self) -> str:
        """How it stands today, after an answer for another day."""
        if not self.time.is_explicit or self.time.day == self.as_of:
            return ""
        now = self._on(self.as_of)
        if now.status is self.validity.status or now.status is ValidityStatus.UNKNOWN:
            return ""
        return self._today(now)

    def _today(self, now: Validity) -> str:
        opening = messages.today(now.status, self.sources.day(self.as_of))
        if now.status is ValidityStatus.IN_FORCE:
            return f"{opening}.{self.sources.of(now.cause)}"
        return f"{opening}: {self._why(now, with_day=True)}"

    def _on(self, day: date) -> Validity:
        return self.register.validity_of(self.instrument, day, self.place)

    def _hand(self, statement: Statement) -> str:
        if not isinstance(statement, Act):
            return ""
        return messages.done_to("", statement.relation.kind, self.sources.know(statement.acting)).strip()

    def _compute_last_day(self, day_after: date) -> None:
        self.sources.computed(messages.until_end_of(day_after))

    def _parts(self) -> list[Validity]:
        """The statuses within the period spoken of, each on its first day; one when it does not change."""
        parts = [self._on(self.time.first)]
        while len(parts) < MOST_PARTS_OF_A_PERIOD:
            last = parts[-1]
            coming = [day for act in last.coming if (day := effective_day(act))]
            turn = min([*coming, *filter(None, [last.until])], default=None)
            if turn is None or turn > self.time.last or last.status is ValidityStatus.EXPIRED:
                break
            following = self._on(turn)
            if following.day <= last.day:
                break
            parts.append(following)
        return parts if all(part.status is not ValidityStatus.UNKNOWN for part in parts) else []

    def _period(self, parts: list[Validity]) -> list[str]:
        first, last = self.sources.day(self.time.first), self.sources.day(self.time.last)
        lines = [messages.period_head(self.name, first, last)]
        for part, following in zip(parts, [*parts[1:], None], strict=True):
            span = messages.until_end_of(following.day) if following else messages.from_day(part.day)
            if following is not None:
                self.sources.computed(span)
            why = self._why(part, with_day=False)
            lines.append(f"– {span} {messages.status_words(part.status)}: {why}")
        return [*lines, self._now()]


def _has_exceptions(statement: Statement) -> bool:
    return isinstance(statement, Dated) and (statement.effect.has_exceptions or bool(statement.effect.exceptions))


def _applied_later(statement: Statement) -> str:
    """That the sentence lets it be applied from another day than it is in force; "" when it does not."""
    if not isinstance(statement, Dated) or statement.effect.on is None:
        return ""
    folded = fold(statement.effect.quote)
    found = _APPLIED.search(folded)
    days = times_in(folded[found.end() :], statement.effect.on)[:1] if found else []
    told = [one.first for one in days if one.is_day and one.start == 0 and one.first != statement.effect.on]
    return messages.applied_from(told[0]) if told else ""


def _places(act: Act) -> str:
    return messages.in_places(act.relation.places)

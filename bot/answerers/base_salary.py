"""Answers how much the base salary (mức lương cơ sở) is, was, and since when: the amount first, then the document."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot import base_salary_messages as messages
from bot.answer import AnswerStatus
from bot.answerers.salary_periods import SalaryPeriod, salary_periods
from bot.asked_time import AskedTime
from bot.base_salary_cues import BaseSalaryQuestion, asks_former, base_salary_asked, sum_named
from bot.marks import Marks
from bot.messages import designation
from bot.open_document import Shelf
from bot.question import Question
from bot.reply import Reply
from bot.time_expressions import times_in
from corpus.library import Library
from corpus.normalise import fold
from corpus.register import Register
from corpus.resolving import resolve
from corpus.reward import written_dong
from corpus.written_date import written_date

MOST_PERIODS = 8


def answer_base_salary(
    question: Question, time: AskedTime, as_of: date, library: Library, register: Register, shelf: Shelf
) -> Reply | None:
    """The base salaries of the time, the documents or the sum that the question names; None when it asks for none."""
    wanted = base_salary_asked(question)
    held = salary_periods(library, register, shelf) if wanted else []
    if wanted is None or not held:
        return None
    named = [
        one for one in held if any(resolve(reference, (one.document,)).documents for reference in question.documents)
    ]
    if question.documents and not named:
        return None
    asked_sum = sum_named(question)
    of_sum = [one for one in named or held if one.amount == asked_sum]
    if asked_sum and not of_sum and wanted is not BaseSalaryQuestion.CHANGE:
        return _Told(as_of).listed(held, messages.no_such_sum(asked_sum), AnswerStatus.PARTIAL)
    told = _Told(as_of)
    if wanted is BaseSalaryQuestion.CHANGE:
        return told.changes(_before_and_after(named or held, _whole_time(question, time, as_of)))
    if of_sum:
        now = [one for one in held if one.overlaps(as_of, as_of)]
        is_over = of_sum[-1].last is not None and of_sum[-1].last < as_of
        return told.listed([*of_sum, *(now if is_over and wanted is BaseSalaryQuestion.AMOUNT else [])])
    if named and not time.is_explicit:
        return told.listed(named)
    if not time.is_explicit and (time.is_past or asks_former(question)):
        past = [one for one in named or held if one.last and one.last < as_of]
        return told.listed(past) if past else told.listed(held, messages.not_held_before(), AnswerStatus.PARTIAL)
    return _at(time, as_of, named or held, told)


def _at(time: AskedTime, as_of: date, held: list[SalaryPeriod], told: "_Told") -> Reply:
    """What applies at the time asked for, and what is known to follow today's."""
    here = [one for one in held if one.overlaps(time.first, time.last)]
    if not here:
        return told.listed(held, messages.not_held(time.day), AnswerStatus.PARTIAL)
    if time.first != time.last or time.day > as_of:
        return told.listed(here)
    following = [one for one in held if one.first and one.first > time.day] if time.day == as_of else []
    return told.on_a_day(here, time.day if time.is_explicit else None, following[:1])


def _whole_time(question: Question, time: AskedTime, as_of: date) -> AskedTime:
    """From the first to the last time that the question names: "năm 2025 và năm 2026"."""
    times = [] if question.documents else times_in(fold(question.reading.text), as_of)
    if len(times) < 2:
        return time
    first, last = min(one.first for one in times), max(one.last for one in times)
    return replace(time, first=first, last=last, is_explicit=True)


def _before_and_after(held: list[SalaryPeriod], time: AskedTime) -> list[SalaryPeriod]:
    """Those of the time asked for, and the one before where it is only one; all where no time is named."""
    if not time.is_explicit:
        return held[-MOST_PERIODS:]
    here = [place for place, one in enumerate(held) if one.overlaps(time.first, time.last)]
    return held[max(0, here[-1] - 1 if len(here) == 1 else here[0]) : here[-1] + 1] if here else held[-MOST_PERIODS:]


class _Told:
    """The lines of one answer with their marks and reckoned figures."""

    def __init__(self, as_of: date) -> None:
        self._marks = Marks()
        self._computed = [written_date(as_of)]

    def on_a_day(self, here: Sequence[SalaryPeriod], day: date | None, following: Sequence[SalaryPeriod]) -> Reply:
        """One line for each that applies on the day, today when it is None, then what follows it."""
        if day:
            self._computed.append(written_date(day))
        lines = [messages.on_a_day(day, one.amount, designation(one.document), self._when(one)) for one in here]
        lines += [messages.of_a_period(one.amount, designation(one.document), self._when(one)) for one in following]
        return self._reply(lines, [*here, *following])

    def listed(
        self, periods: Sequence[SalaryPeriod], head: str = "", status: AnswerStatus = AnswerStatus.ANSWERED
    ) -> Reply:
        """Each with its days, under the head."""
        if len(periods) == 1 and not head:
            one = periods[0]
            return self._reply([messages.since(one.amount, designation(one.document), self._when(one))], periods)
        lines = [messages.of_a_period(one.amount, designation(one.document), self._when(one)) for one in periods]
        self._computed.append(head)
        reply = self._reply(lines, periods, status)
        return Reply(status, f"{head or messages.several()}\n{reply.text}", reply.citations, computed=reply.computed)

    def changes(self, periods: Sequence[SalaryPeriod]) -> Reply:
        """Each with its days, and by how much the last is higher where there are two."""
        reply = self.listed(periods)
        if len(periods) != 2:
            return reply
        before, after = periods[0].amount, periods[1].amount
        difference = written_dong(abs(after - before))
        text = f"{reply.text}\n{messages.raised(before, after)}"
        return Reply(reply.status, text, reply.citations, computed=(*reply.computed, difference))

    def _when(self, one: SalaryPeriod) -> str:
        # A day may follow from one that is quoted: the day before an end, the day of signing.
        self._computed += [written_date(day) for day in (one.first, one.last) if day]
        return messages.period(one.first, one.last)

    def _reply(
        self,
        lines: Sequence[str],
        periods: Sequence[SalaryPeriod],
        status: AnswerStatus = AnswerStatus.ANSWERED,
    ) -> Reply:
        marked = [
            f"{line} {''.join(map(self._marks.of, one.sources))}" for line, one in zip(lines, periods, strict=True)
        ]
        return Reply(status, "\n".join(marked), self._marks.citations, computed=tuple(filter(None, self._computed)))

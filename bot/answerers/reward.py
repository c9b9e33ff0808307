"""Answers how much a reward is: coefficient times base salary, both in force on the day of the decision, both cited."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot import reward_messages as messages
from bot.answer import AnswerStatus
from bot.answerers.joined import joined
from bot.answerers.reward_amounts import Amount, amounts_reply, marked, reckoned
from bot.answerers.reward_combination import answer_combination, asks_combination, rewards_combined
from bot.answerers.reward_days import decision_days
from bot.answerers.reward_evidence import (
    Rate,
    fitting_rates,
    in_force_before,
    named_documents,
    person_rate,
    salaries_on,
)
from bot.asked_time import AskedTime
from bot.marks import Marks
from bot.messages import designation
from bot.open_document import Shelf
from bot.question import Question
from bot.reply import Reply
from bot.reward_cues import asks_sum
from bot.verification import numbers_in
from corpus.library import Library
from corpus.model import Recipient
from corpus.normalise import fold
from corpus.register import Register
from corpus.reward import written_coefficient
from corpus.written_date import written_date

# More lines than this are no answer; the person is asked which title is meant.
MOST_AMOUNTS = 12
# Titles and forms that one gets together.
MOST_COMBINED = 4

# Each of several is due when they were earned at different times.
_OF_EACH = re.compile(r"\btung (?:danh hieu|hinh thuc)\b")
# A document that may tell the sum in its own way.
_SETS_A_SUM = re.compile(r"\d\s*(?:đồng|triệu)\b|\blần\s+(?:mức\s+)?lương", re.IGNORECASE)


def asks_reward(question: Question) -> bool:
    """Whether the question asks for the sum of a reward, or which rewards are due when several come together.

    Whether a title that it names has a rate, the held documents must tell.
    """
    return asks_combination(question) or asks_sum(question)


def answer_reward(
    question: Question, time: AskedTime, library: Library, register: Register, shelf: Shelf
) -> Reply | None:
    """The rewards for decisions of the time, with the arithmetic; None when no held rate is of a title that it names.

    Of a longer time each part is reckoned by its own rate and salary. Where no held document sets the rate or the
    base salary, the answer says so and which instrument applied, as far as is known.
    """
    if asks_combination(question) and (rule := answer_combination(question, time.day, library, register, shelf)):
        return _with_amounts(rule, question, time.day, library, register, shelf)
    if not asks_sum(question):
        return None
    fitting = fitting_rates(question, library, shelf)
    if not fitting:
        return _not_in_the_named(question, library, shelf)
    parts = decision_days(question, time, fitting, library, register, shelf)
    return joined([_of_part(fitting, first, last, library, register, shelf) for first, last in parts])


def _of_part(
    fitting: Sequence[Rate], first: date, last: date, library: Library, register: Register, shelf: Shelf
) -> Reply:
    """The rewards for decisions of these days, equal on all of them."""
    applying = _applying(fitting, first, register)
    if not applying:
        return _no_rate(fitting, first, last, library, register)
    if len(applying) > MOST_AMOUNTS:
        named = dict.fromkeys(one.rate.title for one in applying)
        return Reply(AnswerStatus.NEEDS_CLARIFICATION, messages.too_many([*named]))
    salaries = salaries_on(first, library, register, shelf)
    if not salaries:
        return _coefficients(applying, first, library, register, shelf)
    return amounts_reply(applying, salaries, first, last)


def _with_amounts(
    rule: Reply, question: Question, day: date, library: Library, register: Register, shelf: Shelf
) -> Reply:
    """The rule of combination, below it the amounts of what the question names, and what the rule makes of them."""
    rates = _of_one_recipient(_applying(fitting_rates(question, library, shelf), day, register))
    salaries = salaries_on(day, library, register, shelf)
    if not 2 <= len(rates) <= MOST_COMBINED or len(salaries) != 1:
        return rule
    reply = joined([rule, amounts_reply(rates, salaries, day, day)])
    amounts = [reckoned(rate, salaries[0]) for rate in rates]
    lines = [*_combined(rewards_combined(question), amounts, fold(rule.text))]
    return replace(reply, text="\n".join([reply.text, *lines]), computed=(*reply.computed, *sorted(numbers_in(lines))))


def _combined(kinds: str, amounts: Sequence[Amount], rule: str) -> Iterator[str]:
    """What the rule makes of the amounts: the highest, their sum; a ceiling is part of no sum."""
    figures = [one.dong for one in amounts]
    is_certain = not any(one.rate.rate.is_ceiling for one in amounts)
    if kinds == "titles":
        best = max(amounts, key=lambda one: one.dong)
        yield messages.highest(messages.titled(best.rate.rate.title, best.rate.rate.recipient), best.dong)
    if kinds == "both" and len(amounts) == 2 and is_certain:
        yield messages.together(figures, sum(figures))
    elif _OF_EACH.search(rule) and is_certain and len(amounts) == 2:
        yield messages.of_each(figures, sum(figures))


def _of_one_recipient(rates: Sequence[Rate]) -> list[Rate]:
    """The rates for the recipient that can get all the titles, a person where several can; none when nobody can."""
    titles = {one.rate.title for one in rates}
    able = (
        who for who in Recipient if titles == {one.rate.title for one in rates if one.rate.recipient in (None, who)}
    )
    who = next(able, None)
    return [one for one in rates if one.rate.recipient in (None, who)] if who else []


def _not_in_the_named(question: Question, library: Library, shelf: Shelf) -> Reply | None:
    """The document named is held and sets no reward, while others do for what is asked."""
    named = named_documents(question, library, shelf)
    if not named or any(_SETS_A_SUM.search(one.document.text) for one in named):
        return None
    elsewhere = fitting_rates(replace(question, references=()), library, shelf)
    if not elsewhere:
        return None
    holding = dict.fromkeys(designation(one.opened.document) for one in elsewhere)
    silent = dict.fromkeys(designation(one.document) for one in named)
    return Reply(AnswerStatus.NOT_IN_CORPUS, messages.not_in_named([*silent], [*holding]))


def _applying(rates: Sequence[Rate], day: date, register: Register) -> list[Rate]:
    return [one for one in rates if register.validity(one.opened.document.id, day, one.provision.locator).applies]


def _coefficients(rates: Sequence[Rate], day: date, library: Library, register: Register, shelf: Shelf) -> Reply:
    """What is known without a base salary for the day."""
    marks, computed, lines = Marks(), [written_date(day)], []
    for one in rates:
        named = messages.titled(one.rate.title, one.rate.recipient)
        shown = messages.coefficient_only(named, one.rate.coefficient, is_ceiling=one.rate.is_ceiling)
        lines.append(f"{shown} {marked(one, marks)}")
        if person_rate(one):
            computed.append(written_coefficient(one.rate.coefficient))
    holders = dict.fromkeys(document_id for document_id, _ in library.base_salaries())
    opened = [found for document_id in holders if (found := shelf.take(document_id))]
    before = in_force_before([found.document for found in opened], day, library, register)
    named_before = list(before)
    for name, (document_id, relation) in before.items():
        found = shelf.take(document_id)
        if found is None:
            continue
        source = marks.of(found.cite(found.provisions[relation.provision], relation.start, relation.end))
        named_before[named_before.index(name)] = f"{name} {source}"
    lines.append(messages.no_base_salary(day, named_before))
    return Reply(AnswerStatus.PARTIAL, "\n".join(lines), marks.citations, computed=tuple(computed))


def _no_rate(rates: Sequence[Rate], day: date, last: date, library: Library, register: Register) -> Reply:
    documents = {one.opened.document.id: one.opened.document for one in rates}
    held = [(document, register.validity(document.id, day).status) for document in documents.values()]
    before = in_force_before(list(documents.values()), day, library, register)
    text = messages.no_rate(messages.days(day, last), held, list(before))
    return Reply(AnswerStatus.NOT_IN_CORPUS, text, computed=tuple(sorted(numbers_in([text]))))

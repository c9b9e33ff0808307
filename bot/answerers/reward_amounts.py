"""Reckons rewards: coefficient times base salary, with the arithmetic and both sources."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot import reward_messages as messages
from bot.answer import AnswerStatus
from bot.answerers.reward_evidence import Rate, Salary, person_rate, rounding_rule
from bot.marks import Marks
from bot.reply import Reply
from corpus.reward import amount, product, written_coefficient, written_dong
from corpus.written_date import written_date


@dataclass(frozen=True, slots=True)
class Amount:
    """One computed reward."""

    rate: Rate
    salary: Salary
    exact: Decimal
    dong: Decimal | int


def amounts_reply(rates: Sequence[Rate], salaries: Sequence[Salary], first: date, last: date) -> Reply:
    """The rewards for decisions from the first to the last day, by each salary that applies."""
    marks, warnings, when = Marks(), list[str](), messages.days(first, last)
    computed = [written_date(first), written_date(last)]
    amounts = [reckoned(rate, salary) for rate in rates for salary in salaries]
    lines = [] if len(amounts) == 1 else [messages.rewards_head(when)]
    for one in amounts:
        rate, sources = one.rate, marked(one.rate, marks) + marks.of(one.salary.citation)
        named = messages.titled(rate.rate.title, rate.rate.recipient)
        is_ceiling = rate.rate.is_ceiling
        if len(amounts) == 1:
            lines.append(f"{messages.reward(named, when, one.dong, is_ceiling=is_ceiling)} {sources}")
        else:
            lines.append(f"{messages.reward_line(named, one.dong, is_ceiling=is_ceiling)} {sources}")
        lines.append(_calculation(one, marks))
        computed += [written_dong(one.exact), written_dong(one.dong)]
        if rounding_rule(rate.opened) is None and amount(rate.rate.coefficient, one.salary.stated.amount) != one.exact:
            warnings.append(messages.no_rounding_rule(rate.opened.document))
        if base := person_rate(rate):
            coefficient = rate.rate.coefficient
            computed += [written_coefficient(coefficient), messages.written_factor(coefficient / base.coefficient)]
    if len(salaries) > 1:
        warnings.append(messages.several_salaries(first))
    unique = tuple(dict.fromkeys(warnings))
    return Reply(AnswerStatus.ANSWERED, "\n".join(lines), marks.citations, unique, tuple(dict.fromkeys(computed)))


def reckoned(rate: Rate, salary: Salary) -> Amount:
    """Rounded only where the document of the rate says so."""
    coefficient, base = rate.rate.coefficient, salary.stated.amount
    exact = product(coefficient, base)
    return Amount(rate, salary, exact, amount(coefficient, base) if rounding_rule(rate.opened) else exact)


def _calculation(one: Amount, marks: Marks) -> str:
    rate = one.rate.rate
    parts = []
    if base := person_rate(one.rate):
        parts.append(messages.derived(rate.coefficient, base.coefficient, rate.coefficient / base.coefficient))
    shown, rounding = messages.calculation(
        rate.coefficient, one.salary.stated.amount, one.exact, one.dong, is_ceiling=rate.is_ceiling
    )
    parts.append(shown)
    rule = rounding_rule(one.rate.opened)
    if rounding and rule:
        parts.append(f"{rounding} {marks.of(rule)}")
    return " ".join(parts)


def marked(one: Rate, marks: Marks) -> str:
    """The mark of the statement, and of that for persons when the rate follows from it."""
    own = marks.of(one.opened.cite(one.provision, one.rate.start, one.rate.end))
    base = person_rate(one)
    if base is None:
        return own
    persons = marks.of(one.opened.cite(one.opened.provisions[base.provision], base.start, base.end))
    return own if persons == own else own + persons

"""Answers how much a reward is: coefficient times base salary, both in force on the day of the decision, both cited."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bot import reward_messages as messages
from bot.answer import AnswerStatus
from bot.answerers.reward_combination import answer_combination, asks_combination
from bot.answerers.reward_evidence import (
    Marks,
    Rate,
    Salary,
    fitting_rates,
    in_force_before,
    person_rate,
    rounding_rule,
    salaries_on,
)
from bot.messages import written_date
from bot.open_document import Shelf
from bot.question import Question
from bot.reply import Reply
from corpus.library import Library
from corpus.normalise import fold
from corpus.register import Register
from corpus.reward import amount, product, written_coefficient, written_dong

# More lines than this are no answer; the person is asked which title is meant.
MOST_AMOUNTS = 12

# On folded text. What is asked for is a sum of money …
_MONEY = re.compile(
    r"""
    (?<!\w)(?:
        tien\ thuong | muc\ (?:tien\ )?thuong
      | (?:bao\ nhieu|may)\ (?:tien|dong|trieu)(?!\w)
      | (?:(?<!khen\ )(?<!tang\ )|(?<=bang\ khen\ )|(?<=giay\ khen\ ))thuong\ (?:la\ )?(?:bao\ nhieu|the\ nao|ra\ sao)
        (?!\ (?:lan|nguoi|danh|bang|giay|huan|co)(?!\w))
      | (?:nhan|linh|huong|duoc)\ (?:duoc\ )?bao\ nhieu(?=\W*\Z)
    )
    """,
    re.VERBOSE,
)
# … and nothing else about it: a coefficient, a time, who pays, from what, under which document, whether it is due.
_OTHER_THING = re.compile(
    r"""
    (?<!\w)(?:
        he\ so | gap | (?:bao\ nhieu|may)\ (?:lan|ngay|nam|thang|nguoi|phan\ tram|khoan) | phan\ tram | ty\ le | ti\ le
      | khi\ nao | bao\ gio | luc\ nao | ngay\ nao | bao\ lau | thoi\ (?:han|diem|gian)\ nao
      | ai | (?:don\ vi|co\ quan|cap|noi)\ nao | o\ dau | nguon | lay\ tu | chi\ tu | trach\ nhiem
      | quy\ (?:thi|khen|tien|nao|luong|cua) | nguyen\ tac
      | (?:van\ ban|nghi\ dinh|thong\ tu|luat|dieu|khoan|quyet\ dinh)\ nao | can\ cu\ (?:nao|vao|gi|phap)
      | thu\ hoi | nop\ lai | hoan\ tra | lam\ tron | thay\ doi | ho\ so | thu\ tuc | tieu\ chuan | dieu\ kien
    )(?!\w)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Amount:
    """One computed reward."""

    rate: Rate
    salary: Salary
    exact: Decimal
    dong: Decimal | int


def asks_reward(question: Question) -> bool:
    """Whether the question asks for the sum of a reward, or which rewards are due when several come together.

    Whether a title that it names has a rate, the held documents must tell.
    """
    return asks_combination(question) or _asks_sum(question)


def _asks_sum(question: Question) -> bool:
    folded = fold(question.reading.text)
    return not question.provisions and bool(_MONEY.search(folded)) and not _OTHER_THING.search(folded)


def answer_reward(question: Question, day: date, library: Library, register: Register, shelf: Shelf) -> Reply | None:
    """The rewards for a decision of `day`, with the arithmetic; None when no held rate is of a title that it names.

    Where no held document sets the rate or the base salary for that day, the answer says so and which instrument
    applied, as far as is known.
    """
    if asks_combination(question) and (reply := answer_combination(question, day, library, register, shelf)):
        return reply
    if not _asks_sum(question):
        return None
    fitting = fitting_rates(question, library, shelf)
    if not fitting:
        return None
    applying = [one for one in fitting if register.validity(one.opened.document.id, day, one.provision.locator).applies]
    if not applying:
        return _no_rate(fitting, day, library, register)
    if len(applying) > MOST_AMOUNTS:
        named = dict.fromkeys(one.rate.title for one in applying)
        return Reply(AnswerStatus.NEEDS_CLARIFICATION, messages.too_many([*named]))
    salaries = salaries_on(day, library, register, shelf)
    if not salaries:
        return _coefficients(applying, day, library, register, shelf)
    return _amounts(applying, salaries, day)


def _amounts(rates: Sequence[Rate], salaries: Sequence[Salary], day: date) -> Reply:
    marks, computed, warnings = Marks(), [written_date(day)], []
    amounts = [_amount(rate, salary) for rate in rates for salary in salaries]
    lines = [] if len(amounts) == 1 else [messages.rewards_head(day)]
    for one in amounts:
        rate, sources = one.rate, _marked(one.rate, marks) + marks.of(one.salary.citation)
        named = messages.titled(rate.rate.title, rate.rate.recipient)
        is_ceiling = rate.rate.is_ceiling
        if len(amounts) == 1:
            lines.append(f"{messages.reward(named, day, one.dong, is_ceiling=is_ceiling)} {sources}")
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
        warnings.append(messages.several_salaries(day))
    unique = tuple(dict.fromkeys(warnings))
    return Reply(AnswerStatus.ANSWERED, "\n".join(lines), marks.citations, unique, tuple(dict.fromkeys(computed)))


def _amount(rate: Rate, salary: Salary) -> _Amount:
    """Rounded only where the document of the rate says so."""
    coefficient, base = rate.rate.coefficient, salary.stated.amount
    exact = product(coefficient, base)
    return _Amount(rate, salary, exact, amount(coefficient, base) if rounding_rule(rate.opened) else exact)


def _calculation(one: _Amount, marks: Marks) -> str:
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


def _coefficients(rates: Sequence[Rate], day: date, library: Library, register: Register, shelf: Shelf) -> Reply:
    """What is known without a base salary for the day."""
    marks, computed, lines = Marks(), [written_date(day)], []
    for one in rates:
        named = messages.titled(one.rate.title, one.rate.recipient)
        shown = messages.coefficient_only(named, one.rate.coefficient, is_ceiling=one.rate.is_ceiling)
        lines.append(f"{shown} {_marked(one, marks)}")
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


def _no_rate(rates: Sequence[Rate], day: date, library: Library, register: Register) -> Reply:
    documents = {one.opened.document.id: one.opened.document for one in rates}
    held = [(document, register.validity(document.id, day).status) for document in documents.values()]
    before = in_force_before(list(documents.values()), day, library, register)
    return Reply(AnswerStatus.NOT_IN_CORPUS, messages.no_rate(day, held, list(before)))


def _marked(one: Rate, marks: Marks) -> str:
    """The mark of the statement, and of that for persons when the rate follows from it."""
    own = marks.of(one.opened.cite(one.provision, one.rate.start, one.rate.end))
    base = person_rate(one)
    if base is None:
        return own
    persons = marks.of(one.opened.cite(one.opened.provisions[base.provision], base.start, base.end))
    return own if persons == own else own + persons

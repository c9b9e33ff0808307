"""Puts a deadline together: its task in few words, what it hands in, and the quote that shows it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeGuard

from corpus.deadline_rule import Period, Recurring, Rule
from corpus.model import Deadline, Document, Product, Provision
from corpus.time_reading import TimeExpression
from ingest.duty_words import words

LONGEST_TASK = 220  # characters
LONGEST_QUOTE = 1_200

_PRODUCTS: tuple[tuple[Product, re.Pattern[str]], ...] = (
    (Product.DOSSIER, words("hồ sơ(?! bệnh)")),
    (Product.REVIEW, words("sơ kết", "tổng kết")),
    (Product.REPORT, words(r"(?<!công\sbố\s)báo cáo(?! viên)")),
    (Product.REGISTRATION, words("đăng ký(?! tài khoản| sử dụng| kinh doanh)")),
    (
        Product.PLAN,
        words(r"(?:xây dựng|ban hành|gửi|(?<!chương\s)trình|lập)(?: \S+){0,4} (?:kế hoạch|văn bản|chương trình|đề án)"),
    ),
)
_BY_NAME = (Product.PLAN, words("kế hoạch", "chương trình", "đề án", "văn bản"))  # in a column of products
_CLAUSE_BEGINS = re.compile(r";\s")
_CLAUSE_ENDS = re.compile(r";\s|\.\s")
_EDGE = " \t\n|,;:.–-+*•"
_LABEL = re.compile(r"[\s|]{0,20}(?:(?:[-–+*•]|\(?[\dIVX.]{1,8}[.)]|[a-zđ]{1,2}[.)])\s{1,3}){0,2}")


@dataclass(frozen=True, slots=True)
class Clause:
    """The words around an expression of time that say what is done, and the span looked at for whom it goes to."""

    words: str
    begin: int  # of these words
    earliest: int
    latest: int


def clause_around(text: str, start: int, end: int, subject_end: int) -> Clause:
    """The clause of `text[start:end]` between semicolons and stops, from behind the subject on."""
    earliest, latest = max(0, start - LONGEST_QUOTE), end + LONGEST_QUOTE
    cuts = [match.end() for match in _CLAUSE_BEGINS.finditer(text, earliest, start)]
    begin = cuts[-1] if cuts else earliest
    following = _CLAUSE_ENDS.search(text, end, latest)
    if begin < subject_end < start:
        begin = subject_end
    return Clause(text[begin : following.start() if following else latest], begin, earliest, latest)


def task_of(text: str) -> str:
    r"""The words of a task on one line, without bullets, cut at a word when they are long.

    >>> task_of("- Tổ chức hội nghị,\nhội thảo;")
    'Tổ chức hội nghị, hội thảo'
    """
    label = _LABEL.match(text)
    flat = " ".join(text[label.end() if label else 0 :].replace("|", " ").split()).strip(_EDGE)
    if len(flat) <= LONGEST_TASK:
        return flat
    return flat[: flat.rfind(" ", 0, LONGEST_TASK)].rstrip(_EDGE) + " …"


def product_of(task: str, nearer: str = "", column: str = "") -> Product:
    """What the task hands in: as a column of products states it, else by the words before the time, else by all."""
    for text, kinds in ((column, (*_PRODUCTS, _BY_NAME)), (nearer, _PRODUCTS), (task, _PRODUCTS)):
        found = next((product for product, pattern in kinds if pattern.search(text.lower())), None)
        if found is not None:
            return found
    return Product.OTHER


@dataclass(frozen=True, slots=True)
class Duty:
    """What the text says around a time: all of a deadline but the time itself."""

    provision: Provision
    quoted: tuple[int, int]  # in the document's text; cut down when it is long
    task: str
    responsible: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    addressee: str = ""
    product: Product = Product.OTHER


def make(document: Document, time: TimeExpression, offset: int, duty: Duty) -> Deadline:
    """The deadline of an expression of time read from the words at `offset` of the document's text."""
    start, end = offset + time.start, offset + time.end
    quote_start, quote_end = _trimmed(document.text, *_short_enough(document.text, duty.quoted, start, end))
    return Deadline(
        rule=time.rule,
        year_origin=time.year_origin,
        provision=duty.provision.ordinal,
        start=start,
        end=end,
        quote=document.text[quote_start:quote_end],
        quote_start=quote_start,
        quote_end=quote_end,
        task=duty.task,
        product=duty.product,
        responsible=duty.responsible,
        coordinating=tuple(one for one in duty.coordinating if one not in duty.responsible),
        addressee=duty.addressee,
    )


def within_periods(found: Sequence[Deadline]) -> list[Deadline]:
    """What a row or sentence states; a bare rhythm in it recurs within the one period stated beside it."""
    periods = {one.rule for one in found if isinstance(one.rule, Period) and one.rule.first and one.rule.last}
    if len(periods) != 1:
        return list(found)
    (period,) = periods
    return [
        replace(one, rule=replace(one.rule, first=period.first, last=period.last)) if _is_bare(one.rule) else one
        for one in found
    ]


def _is_bare(rule: Rule) -> TypeGuard[Recurring]:
    is_rhythm = isinstance(rule, Recurring) and rule.opens is None and rule.closes is None
    return is_rhythm and isinstance(rule, Recurring) and rule.first is None and rule.last is None


def _short_enough(text: str, quoted: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    """The span, or, when it is too long, what of it stands around the time between two stops."""
    first, last = min(quoted[0], start), max(quoted[1], end)
    if last - first <= LONGEST_QUOTE:
        return first, last
    room = (LONGEST_QUOTE - (end - start)) // 2
    before = max((text.rfind(stop, max(first, start - room), start) for stop in (";", ". ", "\n")), default=-1)
    after = min(
        (place for stop in (";", ". ", "\n") if (place := text.find(stop, end, min(last, end + room))) >= 0), default=-1
    )
    low = before + 1 if before >= 0 else text.find(" ", max(first, start - room), start) + 1 or start
    high = after if after >= 0 else text.rfind(" ", end, min(last, end + room))
    return low, max(high, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip(" \t\n|")), start + len(piece.rstrip(" \t\n|"))

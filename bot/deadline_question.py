"""What a question wants to know about deadlines: the form, the units, the time, the kind of duty and the topic."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot import deadline_cues as cues
from bot.deadline_units import MASK, AskedUnit, units_asked
from bot.deadline_window import Window, window_in
from bot.fact_cues import facts_asked
from bot.force_cues import force_asked
from bot.question import Question, content_words
from corpus.abbreviations import written_out
from corpus.folding import fold
from corpus.model import Product

_BREAK = " zzz "
# The day of a document behind its name: "ngày 12/02/2025", "của UBND tỉnh … năm 2025".
_OWN_DATE = re.compile(r"[ ,(]{0,3}(?:ban hanh )?(?:ngay |nam )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")


class DeadlineForm(StrEnum):
    """What is asked about deadlines."""

    WHEN = "when"  # báo cáo trước ngày nào
    WHAT = "what"  # tháng 12 phải làm gì
    HOW_LONG = "how_long"  # còn bao nhiêu ngày nữa
    HOW_OFTEN = "how_often"  # mấy tháng báo cáo một lần
    ALL = "all"  # các mốc thời gian của kế hoạch
    TO_WHOM = "to_whom"  # báo cáo gửi về đâu


@dataclass(frozen=True, slots=True)
class DeadlineQuestion:
    """One question about deadlines."""

    form: DeadlineForm
    units: tuple[AskedUnit, ...]
    window: Window | None
    products: frozenset[Product]
    handed_in: frozenset[str]  # the words for them that the question uses, folded: "tong ket", not "so ket"
    topic: frozenset[str]  # the syllables that say what it is about, beyond unit, time and the words of asking
    points_back: bool  # "KH này", "hạn đó": to something said before


def deadline_asked(question: Question, as_of: date) -> DeadlineQuestion | None:
    """What the question asks about deadlines; None when it asks for something else.

    A time is told as a window only where it bounds what is asked for: "tháng 12 phải làm gì".
    """
    sentence = cues.deadline_sentence(question)
    is_compared = cues.COMPARED.search(sentence) is not None and cues.LIMIT.search(sentence) is None
    if cues.NOT_A_DUTY.search(sentence) or is_compared or force_asked(question):
        return None
    text = _without_references(question)
    window = window_in(fold(text), as_of)
    units = units_asked(_masked(text, window.start, window.end) if window else text)
    form = _form(question, sentence, window, units)
    if form is None:
        return None
    bounds = window if form in {DeadlineForm.WHAT, DeadlineForm.ALL} else None
    return DeadlineQuestion(
        form=form,
        units=units,
        window=bounds,
        products=(products := _products(sentence)),
        handed_in=frozenset(word for one in products for word in cues.PRODUCT_WORDS[one] if f" {word} " in sentence),
        topic=_topic(text, bounds, units),
        points_back=_points_back(question, sentence),
    )


def _form(
    question: Question, sentence: str, window: Window | None, units: tuple[AskedUnit, ...]
) -> DeadlineForm | None:
    if cues.HOW_OFTEN.search(sentence):
        return DeadlineForm.HOW_OFTEN
    asks_limit = cues.LIMIT.search(sentence) is not None
    if cues.HOW_LONG.search(sentence) and not cues.LISTED.search(sentence):
        return DeadlineForm.HOW_LONG
    if "issued_on" in facts_asked(question) and not asks_limit:
        return None
    if cues.ALL.search(sentence) or (question.documents and cues.COMPARED.search(sentence)):
        return DeadlineForm.ALL
    if _asks_what(question, sentence, window, units, asks_limit=asks_limit):
        return DeadlineForm.WHAT
    is_duty = any(cue.search(sentence) for cue in (cues.DUTY, cues.RHYTHM, cues.SPAN))
    names_a_duty = is_duty or asks_limit or bool(question.documents)
    if names_a_duty and (cues.WHEN_DUE.search(sentence) or cues.CHECKED.search(sentence)):
        return DeadlineForm.WHEN
    return DeadlineForm.TO_WHOM if cues.TO_WHOM.search(sentence) else None


def _asks_what(
    question: Question, sentence: str, window: Window | None, units: tuple[AskedUnit, ...], *, asks_limit: bool
) -> bool:
    """Whether it asks what is due within a time; a bare year often only names a campaign."""
    if cues.WHEN.search(sentence) or cues.DONE.search(sentence):
        return False
    is_due = cues.FALLING_DUE.search(sentence) is not None or cues.OVERDUE.search(sentence) is not None
    if window is None or not (cues.WHAT.search(sentence) or is_due):
        return False
    is_long = (window.last - window.first).days > 180
    return is_due or asks_limit or not is_long or bool(units) or bool(question.documents)


def _points_back(question: Question, sentence: str) -> bool:
    if question.documents or not cues.POINTING.search(question.reading.text):
        return False
    return cues.POINTS_BACK.search(sentence) is not None


def _products(sentence: str) -> frozenset[Product]:
    return frozenset(product for product, words in cues.PRODUCTS if re.search(rf"(?<!\w)(?:{words})(?!\w)", sentence))


def _topic(text: str, window: Window | None, units: tuple[AskedUnit, ...]) -> frozenset[str]:
    spans = [(one.start, one.end) for one in units] + ([(window.start, window.end)] if window else [])
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}{_BREAK}{text[end:]}"
    text = written_out(text)
    for match in reversed([*cues.ASKING_WORDS.finditer(fold(text))]):
        text = f"{text[: match.start()]}{_BREAK}{text[match.end() :]}"
    return frozenset(content_words(text))


def _without_references(question: Question) -> str:
    """The text of unchanged length without the documents that it names, and their dates."""
    text = question.reading.text
    for reference in question.references:
        if not (reference.number or reference.short):
            continue
        own_date = _OWN_DATE.match(fold(text), reference.end)
        end = own_date.end() if own_date else reference.end
        text = _masked(text, reference.start, end)
    return text


def _masked(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{MASK * (end - start)}{text[end:]}"

"""What exactly a question wants: a kind of expression, and what it must hold to answer this question."""

import re
from dataclasses import dataclass

from bot.expressions import AnswerType, Span, find_expressions
from bot.question_cues import LABELS, TIME_GRAIN
from corpus.folding import fold

_COUNTED = re.compile(r"(?:bao nhieu|may)\s+(?P<noun>%|\w+(?:\s+\w+)?)")
# "kế hoạch năm 2025", "nhiệm kỳ 2026 - 2031" tell which plan or term is meant; a time has a word before it, or a label.
_NOT_BARE = re.compile(r"^(?!(?:(?:giai\s+đoạn|nhiệm\s+kỳ|năm)\s+)?\d{4}(?:\s*[-–]\s*\d{4})?$)")
_SHARE = re.compile(r"ty le|ti le|phan tram|%")
_MONEY = re.compile(r"\btien\b|kinh phi|chi phi|muc (?:chi|luong|thuong)|(?<!khen )\bthuong\b")
# What may stand between a number and the noun it counts: "02 (hai) tập thể".
_BETWEEN = r"\s*%?(?:\s*\(\w+\))?\s+(?:\w+\s+)?"
# "khoản 3 Điều này" counts no articles.
_NOT_A_PLACE = r"(?<!khoan )(?<!dieu )(?<!diem )(?<!muc )(?<!\d)"
_IN_WORDS = r"(?<!\w)(?:mot|hai|ba|bon|sau|bay|tam|chin|muoi)"  # "một lần"
_PERCENT = re.compile(r"\d\s*(?:%|phần\s+trăm)")
_SUM = re.compile(r"\d[\d.,]*\s*(?:đồng|triệu|tỷ|nghìn|lần)|\blần\s+mức\s+lương")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A kind of expression with a pattern that one of its occurrences must match; on lower-case text."""

    kind: AnswerType
    pattern: re.Pattern[str] | None = None

    def found_in(self, text: str) -> list[Span]:
        """The expressions in `text` that could answer."""
        spans = find_expressions(self.kind, text)
        if self.pattern is None or not spans or (self.pattern is _NOT_BARE and self.is_labelled(text)):
            return spans
        if self.kind is AnswerType.AMOUNT:
            return spans if self.pattern.search(text.lower()) or self.pattern.search(fold(text)) else []
        return [(start, end) for start, end in spans if self.pattern.search(text[start:end].lower())]

    def is_labelled(self, text: str) -> bool:
        """Whether `text` has a label under which plans state such an expression."""
        label = LABELS.get(self.kind)
        return label is not None and bool(re.search(label, text, re.IGNORECASE))


def wanted(kind: AnswerType, folded_question: str) -> Wanted:
    """What the question wants, by its words: days for "ngày nào", "15 điểm cầu" for "bao nhiêu điểm cầu"."""
    if kind is AnswerType.TIME:
        for cue, pattern in TIME_GRAIN:
            if re.search(rf"(?<!\w)(?:{cue})", folded_question):
                return Wanted(kind, re.compile(pattern))
        return Wanted(kind, _NOT_BARE)
    if kind is AnswerType.AMOUNT:
        return Wanted(kind, _amount(folded_question))
    return Wanted(kind)


def _amount(folded: str) -> re.Pattern[str] | None:
    if _SHARE.search(folded):
        return _PERCENT
    counted = _COUNTED.search(folded)
    if counted is None or _MONEY.search(counted["noun"]):
        return _SUM if _MONEY.search(folded) else None
    first, *rest = counted["noun"].split()
    whole = rf"{first}\s+{rest[0]}" if rest else first
    return re.compile(rf"(?:{_NOT_A_PLACE}\d+(?:[.,]\d+)*|{_IN_WORDS}){_BETWEEN}(?:{whole}|{first})\b")

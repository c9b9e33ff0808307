"""Answers whether a rule still applies that the question tells without naming the document it stands in."""

import re

from bot import messages
from bot.answer import AnswerStatus
from bot.answerers.evidence import NEARLY, Evidence
from bot.applicability import Applicability
from bot.composing import compose
from bot.question import Question
from bot.relevance import Focus
from bot.reply import Reply
from corpus.normalise import fold

_STILL = re.compile(
    r"(?<!\w)(?:con|van|van con) (?:duoc )?(?:ap dung|su dung|dung|hieu luc|gia tri|quy dinh|yeu cau|khong che)"
    r"(?: \w+){0,3}? (?:khong|ko|k|kg|chu|a|ha|nua khong)(?!\w)"
)
# What the question says of force itself; the rest tells the rule.
_OF_FORCE = frozenset("giờ còn vẫn áp dụng hiệu lực hiện nay nữa".split())


def asks_if_rule_applies(question: Question) -> bool:
    """Whether the question asks if something still applies, and names no document."""
    return not question.documents and not question.titled and bool(_STILL.search(fold(question.reading.text)))


def on_the_rule(focus: Focus) -> Focus:
    """The focus without the words that only ask for force."""
    kept = {term: weight for term, weight in focus.weights.items() if not _OF_FORCE & set(term.split("_"))}
    return Focus(focus.question, kept)


def answer_rule_in_force(focus: Focus, evidence: Evidence, applicability: Applicability) -> Reply | None:
    """The rule as the document words it that has ended; None when what is in force says it nearly as well."""
    best = evidence.ranked[0]
    alike = [one for one in evidence.ranked if one.score >= NEARLY * best.score]
    if not all(applicability.is_expired(one.statement.opened.document) for one in alike):
        return None
    composed = compose(focus, [best])
    return Reply(AnswerStatus.ANSWERED, f"{messages.rule_has_ended()}\n{composed.text}", composed.citations)

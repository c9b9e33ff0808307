"""Gathers the statements of the passages found and chooses those that answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.expressions import AnswerType
from bot.open_document import OpenDocument, Shelf
from bot.question import QuestionKind
from bot.relevance import Focus, Relevance, rate
from bot.statements import statements_in
from corpus.retrieval import Hit

# A further statement is shown when it is nearly as good as the best.
NEARLY = 0.9
MOST_STATEMENTS = 3
MOST_STATEMENTS_OF_A_LIST = 8
LONGEST_ANSWER_CHARACTERS = 900


@dataclass(frozen=True, slots=True)
class Evidence:
    """The statements of the passages found, best first."""

    ranked: Sequence[Relevance]

    @property
    def coverage(self) -> float:
        """How much of the question the best statement covers, with all that gives it meaning."""
        return self.ranked[0].coverage if self.ranked else 0.0


def gather(focus: Focus, hits: Sequence[Hit], shelf: Shelf) -> Evidence:
    """Every statement in the hits, rated against the question."""
    rated: dict[tuple[str, int, int], Relevance] = {}
    best = max((hit.score for hit in hits), default=0.0) or 1.0
    for hit in hits:
        opened = shelf.take(hit.passage.document_id)
        if opened is None:
            continue
        for statement in statements_in(opened, hit.passage, hit.score / best):
            rated[(opened.document.id, statement.start, statement.end)] = rate(focus, statement)
    return Evidence(sorted(rated.values(), key=lambda relevance: -relevance.score))


def documents_of(evidence: Evidence) -> list[OpenDocument]:
    """The documents of the statements, in the order of their best statement."""
    return list({r.statement.opened.document.id: r.statement.opened for r in evidence.ranked}.values())


def choose(focus: Focus, evidence: Evidence) -> list[Relevance]:
    """The best statement and those that say nearly as well something else that was asked."""
    most = MOST_STATEMENTS_OF_A_LIST if focus.question.kind is QuestionKind.LIST else MOST_STATEMENTS
    best = evidence.ranked[0]
    chosen = [best]
    length = len(best.statement.text)
    for relevance in evidence.ranked[1:]:
        if len(chosen) == most or relevance.score < NEARLY * best.score:
            break
        length += len(relevance.statement.text)
        if length > LONGEST_ANSWER_CHARACTERS:
            break
        if _adds(focus, best, relevance):
            chosen.append(relevance)
    return chosen


def _adds(focus: Focus, best: Relevance, other: Relevance) -> bool:
    if focus.question.wants is not AnswerType.TEXT and not other.has_expression:
        return False
    return other.own >= NEARLY * best.own

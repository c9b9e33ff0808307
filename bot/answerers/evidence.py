"""Gathers the statements of the passages found and chooses those that answer."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.expressions import AnswerType
from bot.open_document import OpenDocument, Shelf
from bot.question import QuestionKind
from bot.relevance import Focus, Relevance, rate
from bot.statements import statements_in
from corpus.library import Library
from corpus.model import DocumentId, Provision, ProvisionKind
from corpus.recent import Recent
from corpus.retrieval import Hit, Objection, Retriever

PASSAGES_READ = 10
PASSAGES_READ_OF_A_DOCUMENT = 16

# A further statement is shown when it is nearly as good as the best.
NEARLY = 0.95
# … or less nearly when it stands beside it in the structure: items of one list answer together.
NEARLY_BESIDE = 0.85
# A statement with the date asked for answers even when another covers somewhat more of the question.
# A name answers less surely: a post may be what is asked ("là Thủ tướng Chính phủ").
EXPRESSION_COVERAGE = {AnswerType.TIME: 0.6, AnswerType.PERSON: 0.85}
# The instrument answers, not the news item that reports it, when it covers nearly as much of the question.
NEARLY_AS_MUCH = 0.85
MOST_STATEMENTS = 3
MOST_STATEMENTS_OF_A_LIST = 8
LONGEST_ANSWER_CHARACTERS = 900


# The legal bases repeat the title and are full of dates, and say none of these of the plan itself.
NOT_IN_A_PREAMBLE = frozenset(
    {AnswerType.TIME, AnswerType.DURATION, AnswerType.AMOUNT, AnswerType.UNIT, AnswerType.PERSON, AnswerType.PLACE}
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The statements of the passages found, best first."""

    ranked: Sequence[Relevance]

    @property
    def coverage(self) -> float:
        """How much of the question the best statement covers, with all that gives it meaning."""
        return self.ranked[0].coverage if self.ranked else 0.0


class EvidenceSearch:
    """Searches the library for one question after another; safe to use from several threads."""

    # One question asks up to six times, often for the same: within its time, with one focus.
    CAPACITY = 16

    def __init__(self, library: Library, retriever: Retriever, shelf: Shelf) -> None:
        self._library = library
        self._retriever = retriever
        self._shelf = shelf
        self._recent: Recent[tuple[Focus, frozenset[DocumentId], Objection], Evidence] = Recent(self.CAPACITY)

    def evidence(self, focus: Focus, ids: Collection[DocumentId] | None, objection: Objection) -> Evidence:
        """The statements found; in documents that the question names, whatever has become of them since."""
        asked = focus, frozenset(ids or ()), objection
        return self._recent.take(self._library.revision(), asked, lambda: self._found(*asked))

    def _found(self, focus: Focus, ids: frozenset[DocumentId], objection: Objection) -> Evidence:
        text = focus.question.reading.search_text
        if ids:
            result = self._retriever.search(text, PASSAGES_READ_OF_A_DOCUMENT, ids)
        else:
            result = self._retriever.search(text, PASSAGES_READ, None, objection)
        return gather(focus, result.hits, self._shelf)


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
    narrow, told = focus.question.wants in NOT_IN_A_PREAMBLE, _told_by_instruments(rated.values())

    def order(relevance: Relevance) -> tuple[bool, bool, float]:
        return narrow and _is_preamble(relevance), _only_reports(relevance, told), -relevance.score

    return Evidence(sorted(rated.values(), key=order))


def _told_by_instruments(rated: Iterable[Relevance]) -> dict[str, float]:
    """How much of the question the best statement of each numbered document covers."""
    told: dict[str, float] = {}
    for relevance in rated:
        number = relevance.statement.opened.document.number
        if number is not None:
            told[number.key] = max(told.get(number.key, 0.0), relevance.coverage)
    return told


def _only_reports(relevance: Relevance, told: Mapping[str, float]) -> bool:
    """Whether a news item tells what the instrument that it reports tells nearly as well itself."""
    reported = (told.get(key, 0.0) for key in relevance.statement.opened.reported)
    return max(reported, default=0.0) >= NEARLY_AS_MUCH * relevance.coverage > 0.0


def _is_preamble(relevance: Relevance) -> bool:
    return relevance.statement.provision.kind is ProvisionKind.PREAMBLE


def within(evidence: Evidence, provision: Provision) -> Evidence:
    """Only the statements that stand in the provision or below it."""
    return Evidence([r for r in evidence.ranked if provision.start <= r.statement.start < provision.subtree_end])


def documents_of(evidence: Evidence) -> list[OpenDocument]:
    """The documents of the statements, in the order of their best statement."""
    return list({r.statement.opened.document.id: r.statement.opened for r in evidence.ranked}.values())


def choose(focus: Focus, evidence: Evidence) -> list[Relevance]:
    """The best statement and those that say nearly as well something else that was asked.

    A time or unit may stand beside the statement that is asked about, under a label of its own; and of a provision
    that states several times none is left out.
    """
    best = _stated_beside(focus, evidence) or _with_expression(focus, evidence) or evidence.ranked[0]
    beside = [r for r in evidence.ranked if r is not best and _belongs(focus, best, r)]
    nearly = [r for r in evidence.ranked if r is not best and r not in beside and _adds(focus, best, r)]
    most = MOST_STATEMENTS_OF_A_LIST if focus.question.kind is QuestionKind.LIST else MOST_STATEMENTS
    chosen, length = [best], len(best.statement.text)
    for relevance in [*beside, *nearly][: most - 1]:
        length += len(relevance.statement.text)
        if length > LONGEST_ANSWER_CHARACTERS:
            break
        chosen.append(relevance)
    return chosen


def _with_expression(focus: Focus, evidence: Evidence) -> Relevance | None:
    """The best statement that holds what is asked for, unless it covers clearly less of the question."""
    enough = EXPRESSION_COVERAGE.get(focus.question.wants, 0.7) * evidence.ranked[0].coverage
    return next((r for r in evidence.ranked if r.has_expression and r.coverage >= enough), None)


def _stated_beside(focus: Focus, evidence: Evidence) -> Relevance | None:
    """The labelled time or unit near the best statement, when that one states none itself."""
    best, question = evidence.ranked[0], focus.question
    if question.wants not in {AnswerType.TIME, AnswerType.UNIT}:
        return None
    is_headed = question.wants is AnswerType.UNIT and question.wanted.found_in(best.statement.heading)
    if is_headed or (best.has_expression and question.wanted.is_labelled(best.statement.text)):
        return None
    return next(
        (
            relevance
            for relevance in evidence.ranked
            if relevance.has_expression
            and relevance.statement.nearby == best.statement.nearby
            and relevance.statement.opened is best.statement.opened
            and question.wanted.is_labelled(f"{relevance.statement.text} {relevance.statement.lead}")
        ),
        None,
    )


def _belongs(focus: Focus, best: Relevance, other: Relevance) -> bool:
    """Another sentence of the same provision with an expression of the kind asked for."""
    return (
        focus.question.wants in {AnswerType.TIME, AnswerType.DURATION}
        and other.has_expression
        and best.has_expression
        and other.statement.provision is best.statement.provision
        and other.statement.opened is best.statement.opened
    )


def _adds(focus: Focus, best: Relevance, other: Relevance) -> bool:
    is_beside = other.statement.opened is best.statement.opened and _home(other.statement.provision) == _home(
        best.statement.provision
    )
    is_list = focus.question.wants in {AnswerType.TEXT, AnswerType.ENUMERATION, AnswerType.TIME}
    nearly = NEARLY_BESIDE if is_beside and is_list else NEARLY
    if other.score < nearly * best.score or other.own < nearly * best.own:
        return False
    return focus.question.wants is AnswerType.TEXT or other.has_expression


def _home(provision: Provision) -> int:
    """The ordinal of the provision whose items these are: its own for a heading, its parent's for an item."""
    return provision.ordinal if provision.heading or provision.parent is None else provision.parent

"""How far a statement covers what a question is about, and whether it holds the kind of expression asked for.

Coverage is the share of the question's weight that is found, between 0 and 1. A term is a syllable or a pair of
adjacent syllables, weighted by its rarity among the passages of the library (Robertson/Spärck Jones idf): the words
that nobody else uses decide. What stands in the statement counts fully, what gives it its meaning counts less.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from operator import itemgetter, mul

from bot.expressions import AnswerType
from bot.question import Question, QuestionKind
from bot.statements import Statement
from bot.synonyms import SYNONYMS
from bot.terms import Terms
from bot.titles import titles_in
from corpus.folding import fold
from corpus.model import Document

# Share of a term's weight by where it is found, best place first.
IN_STATEMENT, IN_LEAD, IN_DOCUMENT, NEARBY = 1.0, 0.85, 0.75, 0.6

# A pair says more than its two syllables: "thi đua" is a word, "thi" and "đua" are not.
PAIR_WEIGHT, SYLLABLE_WEIGHT = 1.0, 0.5
# Two neighbours that texts seldom have side by side are mostly the end of one word and the beginning of the next;
# now and then an unknown name.
LOOSE_PAIR_WEIGHT = 0.08
# Once the document is known, the words that name it say little about what is asked of it.
NAMING_WEIGHT = 0.2
# What stands in another word for the same thing.
SYNONYM_VALUE = 0.85


@dataclass(frozen=True, eq=False)
class Focus:
    """The weighted terms of one question; equal only to itself, so that what was found for it can be kept under it."""

    question: Question
    weights: Mapping[str, float]

    @cached_property
    def titles(self) -> frozenset[int]:
        """The titles that the question names."""
        return titles_in(self.question.reading.text)

    @cached_property
    def total(self) -> float:
        """The weight of all terms; 0 when the question has no content words."""
        return sum(self.weights.values())

    @cached_property
    def _synonyms(self) -> Mapping[str, frozenset[str]]:
        """What else says a term of the question, for those that have such."""
        return {term: others for term in self.weights if (others := SYNONYMS.get(term))}

    def share(self, places: Sequence[tuple[Terms, float]]) -> float:
        """The share of the question's weight found in these places, each term at its best place."""
        shares = self.shares(sorted(places, key=itemgetter(1), reverse=True))
        return shares[-1] if shares else 0.0

    def shares(self, places: Sequence[tuple[Terms, float]]) -> list[float]:
        """The shares found in the first place alone, in the first two, and so on; the better places come first."""
        if not self.total:
            return [0.0] * len(places)
        shares: list[float] = []
        best: dict[str, float] = {}
        meant: dict[str, float] = {}  # by a synonym
        for terms, value in places:
            best = dict.fromkeys(terms.found.intersection(self.weights), value) | best
            for term, others in self._synonyms.items():
                if term not in meant and not others.isdisjoint(terms.found):
                    meant[term] = SYNONYM_VALUE * value
            told = best | {term: value for term, value in meant.items() if value > best.get(term, 0.0)}
            # In the order of the weights: sums of floating point depend on it.
            found = sum(map(mul, self.weights.values(), map(told.get, self.weights, repeat(0.0))))
            shares.append(found / self.total)
        return shares


def focus_on(question: Question, frequency: Callable[[Sequence[str]], Mapping[str, int]], passages: int) -> Focus:
    """The terms of the question with their rarity; `frequency` gives in how many passages a term occurs."""
    counts = frequency([*question.content, *question.pairs])

    def rarity(term: str) -> float:
        return math.log(1 + passages / (counts.get(term, 0) + 0.5))

    weights = {term: SYLLABLE_WEIGHT * rarity(term) for term in question.content}
    for pair in question.pairs:
        together = counts.get(pair, 0) / max(1, min(counts.get(syllable, 0) for syllable in pair.split("_", 1)))
        cohesion = 1.0 if pair in question.names else math.sqrt(min(1.0, together))
        weights[pair] = max(LOOSE_PAIR_WEIGHT, PAIR_WEIGHT * cohesion) * rarity(pair)
    return Focus(question, weights)


def without(focus: Focus, document: Document) -> Focus:
    """The focus on what the question asks beyond naming this document: words of its title and issuer count little."""
    named = Terms.of(described(document)).found
    weights = {term: weight * (NAMING_WEIGHT if term in named else 1.0) for term, weight in focus.weights.items()}
    return Focus(focus.question, weights)


def only_names(focus: Focus, document: Document) -> bool:
    """Whether the question says nothing but which document it means."""
    if focus.question.wants is not AnswerType.TEXT:
        return False
    named = Terms.of(described(document)).found
    return all(word in named for word in focus.question.content)


@dataclass(frozen=True, slots=True)
class Relevance:
    """How well one statement fits one question; each part between 0 and 1."""

    statement: Statement
    coverage: float  # with all that gives it meaning
    own: float  # in the statement and its headings alone
    has_expression: bool  # it holds an expression of the kind asked for
    lacks_name: bool  # a place or person of the question stands nowhere near it
    is_of_another_title: bool  # it speaks of titles, and of none that the question names
    score: float


# What a statement gains by holding the expression asked for: less than a third of the question's content,
# so that the right subject without a date is preferred to a date about another subject.
EXPRESSION_GAIN = 0.3
# What it gains further when a label says that this is the time or the unit: "Thời gian thực hiện: …".
LABEL_GAIN = 0.12
# What it loses by speaking of another title: more than an expression gains.
OF_ANOTHER_TITLE_LOSS = 0.5
# The article that is headed by a title sets its standards; what other articles say of the title comes after.
HEADED_BY_TITLE_GAIN = 0.25
# Own words, with and without headings, and the passage's rank settle near-ties.
OWN_SHARE, LITERAL_SHARE, PASSAGE_SHARE = 0.35, 0.2, 0.1


def rate(focus: Focus, statement: Statement) -> Relevance:
    """The relevance of the statement to the question in focus."""
    own, lead = Terms.of(statement.text), Terms.of(statement.lead)
    document = Terms.of(described(statement.opened.document))
    nearby = Terms.of(statement.nearby)
    literal, close, _, coverage = focus.shares(
        [(own, IN_STATEMENT), (lead, IN_LEAD), (document, IN_DOCUMENT), (nearby, NEARBY)]
    )
    wanted = focus.question.wanted
    # The tasks of a unit stand under its name.
    headed = f"{statement.heading}\n{statement.text}" if wanted.kind is AnswerType.UNIT else statement.text
    has_expression = bool(wanted.found_in(headed))
    gain = EXPRESSION_GAIN if has_expression else 0.0
    if has_expression and wanted.is_labelled(f"{statement.text} {statement.lead}"):
        gain += LABEL_GAIN
    score = coverage + OWN_SHARE * close + LITERAL_SHARE * literal + PASSAGE_SHARE * statement.passage_score + gain
    is_of_another_title = _is_of_another_title(focus, statement)
    score -= OF_ANOTHER_TITLE_LOSS if is_of_another_title else 0.0
    score += HEADED_BY_TITLE_GAIN if _is_headed_by_title(focus, statement) else 0.0
    places = (own, lead, document, nearby)
    lacks_name = not all(any(_has_name(name, place) for place in places) for name in focus.question.names)
    return Relevance(statement, coverage, close, has_expression, lacks_name, is_of_another_title, score)


def _is_of_another_title(focus: Focus, statement: Statement) -> bool:
    if not focus.titles:
        return False
    said = titles_in(statement.text) or titles_in(statement.heading)
    return bool(said) and not focus.titles & (said | titles_in(statement.lead))


def _is_headed_by_title(focus: Focus, statement: Statement) -> bool:
    if focus.question.kind is not QuestionKind.STANDARD or not focus.titles:
        return False
    headed = titles_in(statement.provision.heading) or titles_in(statement.lead)
    return bool(headed) and headed <= focus.titles


def _has_name(name: str, place: Terms) -> bool:
    return name in place.found or fold(name) in place.folded


def described(document: Document) -> str:
    """What the document is called: kind, number, title, issuer and year."""
    year = str(document.issued_on.year) if document.issued_on else ""
    return " ".join(map(str, filter(None, (document.kind, document.number, document.title, document.issuer, year))))

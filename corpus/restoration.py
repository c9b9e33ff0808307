"""The most likely reading of typed words: a noisy channel over pairs of syllables (Viterbi); pure.

Each question has its own rate of omitted marks, estimated from it. Probabilities of pairs are smoothed towards single
syllables with a Dirichlet prior (MacKay and Peto, 1995) and mixed with those of the shipped question language.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.diacritics import typing_probability
from corpus.syllable_counts import BOUNDARY, SyllableCounts

# Shares of syllables whose marks were omitted, from "types everything" to "types none". Never 0 nor 1: one forgotten
# mark is mended when the rest of the question leaves no doubt.
OMISSION_RATES = (0.003, 0.01, 0.03, 0.1, 0.3, 0.6, 0.9, 0.99)

QUESTION_SHARE = 0.1  # least weight of the question language; .1 to .3 give the same accuracy within .002
CORPUS_PRIOR = 20.0  # pairs' worth of belief in single syllables; 10 to 50 within .001
QUESTION_PRIOR = 5.0
UNSEEN = 0.3  # count of what was typed when no document has it
SYLLABLES_IN_USE = 7_000  # of Vietnamese, about: most of them unseen in a small library
UNSEEN_MASS = UNSEEN * SYLLABLES_IN_USE


@dataclass(frozen=True, slots=True)
class TypedWord:
    """One word of a question and every syllable that it can stand for, itself included."""

    start: int
    end: int
    word: str  # as counted
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the library and the question language say about the syllables of one question."""

    single: Mapping[str, int]
    pairs: Mapping[tuple[str, str], int]
    total: int
    questions: SyllableCounts

    @property
    def question_share(self) -> float:
        """The weight of the question language: as its size in a small library, the least weight in a large one."""
        return max(QUESTION_SHARE, self.questions.total / (self.questions.total + self.total + UNSEEN_MASS))

    def probability(self, syllable: str) -> float:
        """The probability of a syllable anywhere."""
        in_corpus, in_questions = self.prior(syllable)
        return (1 - self.question_share) * in_corpus + self.question_share * in_questions

    def prior(self, syllable: str) -> tuple[float, float]:
        """Its probability in the library and in questions."""
        in_corpus = (self.single.get(syllable, 0) + UNSEEN) / (self.total + UNSEEN_MASS)
        return in_corpus, self.questions.single.get(syllable, 0) / self.questions.total

    def knows(self, firsts: Iterable[str], seconds: Iterable[str]) -> bool:
        """Whether one of the first syllables stands before one of the second in the library or in questions."""
        pairs = [(first, second) for first in firsts for second in seconds]
        return any(pair in self.pairs or pair in self.questions.pairs for pair in pairs)

    def weights(self, first: str) -> tuple[float, float]:
        """What one count of a pair that begins with `first` is worth, in the library and in questions."""
        return (
            (1 - self.question_share) / (self.single.get(first, 0) + CORPUS_PRIOR),
            self.question_share / (self.questions.single.get(first, 0) + QUESTION_PRIOR),
        )


def most_likely(typed: Sequence[TypedWord], evidence: Evidence) -> list[str]:
    """The likeliest syllable for each word."""
    rate = omission_rate(typed, evidence)
    scores = {BOUNDARY: 0.0}
    came_from: list[dict[str, str]] = []
    for word in typed:
        best = _step(scores, word.candidates, evidence)
        came_from.append({syllable: first for syllable, (_, first) in best.items()})
        scores = {
            syllable: score + math.log(typing_probability(word.word, syllable, rate))
            for syllable, (score, _) in best.items()
        }
    last = _step(scores, (BOUNDARY,), evidence)[BOUNDARY][1]
    meant = []
    for origins in reversed(came_from):
        meant.append(last)
        last = origins[last]
    return meant[::-1]


def keep_unknown_names(text: str, typed: Sequence[TypedWord], evidence: Evidence) -> list[TypedWord]:
    """Words with capitals side by side are a name, and get only such marks as they have together elsewhere.

    In a library that has neither, "Ca Mau" stays so, however frequent "cả" and "mẫu" are.
    """
    is_capital = [text[word.start : word.end].istitle() for word in typed] + [False]
    kept = list(typed)
    for place, word in enumerate(typed[1:], start=1):  # the first word of a text has its capital anyway
        if not is_capital[place] or not (is_capital[place - 1] or is_capital[place + 1]):
            continue
        before = typed[place - 1].candidates if is_capital[place - 1] else ()
        after = typed[place + 1].candidates if is_capital[place + 1] else ()
        known = [c for c in word.candidates if evidence.knows(before, [c]) or evidence.knows([c], after)]
        kept[place] = replace(word, candidates=tuple(sorted({word.word, *known})))
    return kept


def omission_rate(typed: Sequence[TypedWord], evidence: Evidence) -> float:
    """The rate of omission that makes what was typed most likely, each word on its own."""
    shares = [_shares(word, evidence) for word in typed if len(word.candidates) > 1 or word.word.isalpha()]

    def likelihood(rate: float) -> float:
        return sum(math.log(at_none + rate * (at_all - at_none)) for at_none, at_all in shares)

    return max(OMISSION_RATES, key=likelihood)


def _shares(word: TypedWord, evidence: Evidence) -> tuple[float, float]:
    """How likely the word is typed so by one who omits no marks, and by one who omits all: linear in between."""
    weighed = [(syllable, evidence.probability(syllable)) for syllable in word.candidates]
    at_none = sum(weight * typing_probability(word.word, syllable, 0.0) for syllable, weight in weighed)
    at_all = sum(weight * typing_probability(word.word, syllable, 1.0) for syllable, weight in weighed)
    return at_none, at_all


def _step(scores: Mapping[str, float], candidates: Sequence[str], evidence: Evidence) -> dict[str, tuple[float, str]]:
    """For each candidate its best score after one of the scored syllables, and which one."""
    firsts = [(first, score, *evidence.weights(first)) for first, score in scores.items()]
    pairs, asked = evidence.pairs.get, evidence.questions.pairs.get
    best = {}
    for second in candidates:
        in_corpus, in_questions = evidence.prior(second)
        corpus_mass, question_mass = CORPUS_PRIOR * in_corpus, QUESTION_PRIOR * in_questions
        best[second] = max(
            (
                score
                + math.log(
                    weight * (pairs((first, second), 0) + corpus_mass)
                    + question_weight * (asked((first, second), 0) + question_mass)
                ),
                first,
            )
            for first, score, weight, question_weight in firsts
        )
    return best

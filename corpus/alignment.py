"""Which provision of a newer text stands where which one of an older text stood, by their words and not their numbers.

A decree that replaces another moves its articles, joins and splits them; labels say nothing about what became of what.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from corpus.correspondence import Statement, Version, statements_on
from corpus.model import Provision, ProvisionKind
from corpus.similarity import rarity_of_words, similarities, words_of
from corpus.version_body import Body

# Cosine of the weighted words, from 0 to 1. Measured on a decree excerpted by one hand and retold by another, and on
# the law above it: the same articles have .28 and more, articles on other matters of the field mostly less than .25.
LEAST_SIMILARITY = 0.25
# Away from the place where its neighbours went, a provision must show by its own words that it moved.
LEAST_SIMILARITY_ELSEWHERE, FEWEST_WORDS_ELSEWHERE = 0.6, 5
# Of articles with headings, the heading counts as much as all the rest.
HEADING_SHARE = 0.5

# Ordinals of the older and the newer version, and how similar they are.
Pair: TypeAlias = tuple[int, int, float]


@dataclass(frozen=True, slots=True)
class Alignment:
    """A provision of the older version and the one of the newer that took its place; one of them None: none did."""

    older: Provision | None
    newer: Provision | None
    similarity: float  # 0 to 1; 0 where one of them is None


def align(older: Version, newer: Version) -> tuple[Alignment, ...]:
    """Every provision of the bodies exactly once: pairs in the order of the newer version, then what only one has.

    What a version itself tells of its counterparts comes first. Articles (a plan's headings, else paragraphs) find each
    other next, then the provisions within each pair, then whatever is left anywhere. Where only one version has
    articles, a paragraph of the other can stand for any provision. Of all candidates the most
    similar are paired first, so no two provisions are both more similar to each other than to their partners. Nothing
    below `LEAST_SIMILARITY` is paired but by what a version tells.
    """
    of_older, of_newer = statements_on(older, newer.number), statements_on(newer, older.number)
    aligner = _Aligner(Body(older, newer, of_older), Body(newer, older, of_newer))
    aligner.pair_as_told(of_older, of_newer)
    if aligner.older.has_articles is aligner.newer.has_articles:
        aligner.pair_below(aligner.older.roots, aligner.newer.roots)
    else:
        aligner.pair_by_own_words()
    aligner.pair_the_rest()
    return aligner.alignments()


@dataclass(slots=True)
class _Aligner:
    older: Body
    newer: Body
    pairs: dict[int, tuple[int, float]] = field(default_factory=dict)  # newer: older, similarity
    used: set[int] = field(default_factory=set)  # of older
    weights: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.weights = rarity_of_words([*self.older.terms.values(), *self.newer.terms.values()])

    def pair_as_told(self, of_older: Sequence[Statement], of_newer: Sequence[Statement]) -> None:
        """What a version says of its counterpart holds; of several on one article, each finds its part of it."""
        told = [(one.provision.ordinal, self.newer.at(one.place)) for one in of_older if one.place]
        places = [(self.older.at(one.place), one.provision.ordinal) for one in of_newer if one.place]
        told += [(place, ordinal) for place, ordinal in places if place is not None]
        for one, other in told:
            if other is None or one in self.used:
                continue
            parts = [part for part in self.newer.subtree(other) if part not in self.pairs]
            own = self.older.version.provisions[one].kind
            same_level = [part for part in parts if self.newer.version.provisions[part].kind is own]
            best = self._matched([one], same_level or parts, least=0.0)
            for pair in best:
                self._pair(*pair)
                self.pair_below(self.older.children[pair[0]], self.newer.children[pair[1]])

    def pair_below(self, older: Sequence[int], newer: Sequence[int]) -> None:
        """The most similar of `older` and `newer` are paired, and so are those below each pair."""
        free_older = [ordinal for ordinal in older if ordinal not in self.used]
        free_newer = [ordinal for ordinal in newer if ordinal not in self.pairs]
        for one, other, similarity in self._matched(free_older, free_newer, LEAST_SIMILARITY):
            if one in self.used or other in self.pairs:
                continue  # an article quoted within an article, paired below it
            self._pair(one, other, similarity)
            self.pair_below(self.older.children[one], self.newer.children[other])

    def pair_by_own_words(self) -> None:
        """The provisions most similar by their own words, on whatever level."""
        self._pair_anywhere(LEAST_SIMILARITY)

    def pair_the_rest(self) -> None:
        """What found no partner in its place finds it anywhere, when its own words leave no doubt."""
        self._pair_anywhere(LEAST_SIMILARITY_ELSEWHERE)

    def alignments(self) -> tuple[Alignment, ...]:
        """Pairs and newcomers in the order of the newer version, then those of the older that are gone."""
        older, newer = self.older.version.provisions, self.newer.version.provisions
        found = []
        for ordinal in self.newer.body:
            partner, similarity = self.pairs.get(ordinal, (None, 0.0))
            found.append(Alignment(None if partner is None else older[partner], newer[ordinal], similarity))
        gone = [Alignment(older[ordinal], None, 0.0) for ordinal in self.older.body if ordinal not in self.used]
        return (*found, *gone)

    def _pair_anywhere(self, least: float) -> None:
        older = [one for one in self.older.body if one not in self.used and _is_telling(self.older.terms[one])]
        newer = [one for one in self.newer.body if one not in self.pairs and _is_telling(self.newer.terms[one])]
        alike = similarities(
            [self.older.terms[one] for one in older],
            [self.newer.terms[one] for one in newer],
            self.weights,
            least,
        )
        candidates = [(older[one], newer[other], similarity) for (one, other), similarity in alike.items()]
        for one, other, similarity in _best(candidates, older, newer):
            self._pair(one, other, similarity)

    def _pair(self, older: int, newer: int, similarity: float) -> None:
        self.pairs[newer] = (older, similarity)
        self.used.add(older)

    def _matched(self, older: Sequence[int], newer: Sequence[int], least: float) -> list[Pair]:
        return _best(self._candidates(older, newer, least), older, newer)

    def _candidates(self, older: Sequence[int], newer: Sequence[int], least: float) -> list[Pair]:
        content = similarities(
            [self._subtree_terms(self.older, one) for one in older],
            [self._subtree_terms(self.newer, one) for one in newer],
            self.weights,
        )
        headings = similarities(
            [words_of(self.older.version.provisions[one].heading) for one in older],
            [words_of(self.newer.version.provisions[one].heading) for one in newer],
            self.weights,
        )
        found = []
        for one in range(len(older)):
            for other in range(len(newer)):
                similarity = content.get((one, other), 0.0)
                old, new = self.older.version.provisions[older[one]], self.newer.version.provisions[newer[other]]
                if (old.kind is ProvisionKind.TABLE) is not (new.kind is ProvisionKind.TABLE):
                    continue
                if old.kind is ProvisionKind.ARTICLE and old.heading and new.heading:
                    heading = headings.get((one, other), 0.0)
                    similarity = (1 - HEADING_SHARE) * similarity + HEADING_SHARE * heading
                if similarity >= least:
                    found.append((older[one], newer[other], similarity))
        return found

    def _subtree_terms(self, side: Body, ordinal: int) -> Counter[str]:
        terms: Counter[str] = Counter()
        for below in side.subtree(ordinal):
            terms += side.terms[below]
        return terms


def _best(candidates: Sequence[Pair], older: Sequence[int], newer: Sequence[int]) -> list[Pair]:
    """The most similar first, each provision once; of equally similar ones those at like places, as rows of a table."""
    place = {ordinal: index / len(older) for index, ordinal in enumerate(older)}
    place_of_newer = {ordinal: index / len(newer) for index, ordinal in enumerate(newer)}
    chosen, taken_older, taken_newer = [], set(), set()
    for one, other, similarity in sorted(
        candidates, key=lambda pair: (-round(pair[2], 6), abs(place[pair[0]] - place_of_newer[pair[1]]), pair[1])
    ):
        if one not in taken_older and other not in taken_newer:
            taken_older.add(one)
            taken_newer.add(other)
            chosen.append((one, other, similarity))
    return chosen


def _is_telling(words: Counter[str]) -> bool:
    return sum("_" not in word for word in words) >= FEWEST_WORDS_ELSEWHERE

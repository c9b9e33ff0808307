"""Which passages share words with a question: FTS5 finds candidates, BM25 over exact counts orders them.

A term is a syllable or two neighbouring syllables joined ("thi_đua"): a Vietnamese word is mostly two syllables, and
no word list is needed to weigh it as one. All statements run in the caller's connection and transaction.
"""

import json
import math
import re
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise

from corpus.model import Passage
from corpus.normalise import syllables
from corpus.recent import Recent

SCHEMA = """
CREATE VIRTUAL TABLE lexical USING fts5 (
    terms,                              -- of headings and text, in order, with a blank between two
    document_id UNINDEXED,
    tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
);
CREATE TABLE lexical_term (
    term TEXT PRIMARY KEY,
    passages INTEGER NOT NULL           -- with the term; fts5vocab would read all of its postings to count them
) STRICT, WITHOUT ROWID;
CREATE TABLE lexical_total (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    passages INTEGER NOT NULL,
    terms INTEGER NOT NULL
) STRICT;
INSERT INTO lexical_total VALUES (1, 0, 0);
"""

# BM25 (Robertson and Zaragoza 2009, section 3) for provisions of law: whether a term occurs counts for nearly all, how
# often for little, since a definition names its term once and a list repeats it. Measured in DECISIONS.md, where
# neighbouring values do as well; FTS5's own bm25() has 1.2 and 0.75 built in.
SATURATION = 0.6  # k1
LENGTH_INFLUENCE = 0.4  # b

# Postings that one search may read: some 10 ms of work, however large the library grows. The rarest terms are read
# first; the others find little and count in the scores all the same.
POSTINGS_READ = 10_000

# FTS5 orders candidates by its own BM25; the best of ours are among the first few times as many.
CANDIDATES_A_RESULT = 2

# Candidates read at once, and for how many questions they are kept: FTS5 orders all that match, whatever the limit,
# and a question about a deadline looks twice.
CANDIDATES_READ = 300
QUESTIONS_KEPT = 16

# Passages whose terms are kept counted: the questions asked of a library mostly find the same ones. 8 kB each.
PASSAGES_KEPT = 3_000

_SEPARATOR = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class CountedTerms:
    """The terms of one passage: how many there are, and how often each occurs."""

    total: int
    counts: Mapping[str, int]


class ReadTerms:
    """The terms of the passages scored last, for every connection to one library; `revision` grows with each change."""

    def __init__(self, revision: Callable[[], int]) -> None:
        self._revision = revision
        self._recent: Recent[int, CountedTerms] = Recent(PASSAGES_KEPT)
        self._candidates: Recent[str, list[int]] = Recent(QUESTIONS_KEPT)

    def candidates(self, query: str, read: Callable[[], list[int]]) -> list[int]:
        """The candidates for a query, as `read` gives them when they are not kept."""
        return self._candidates.take(self._revision(), query, read)

    def of(
        self, row_ids: Collection[int], read: Callable[[Collection[int]], Mapping[int, list[str]]]
    ) -> dict[int, CountedTerms]:
        """The terms of each passage; `read` is given those that are not kept."""
        return self._recent.take_all(
            self._revision(),
            list(row_ids),
            # Passages share their terms: each is one object, whose hash is known.
            lambda missing: {
                row_id: CountedTerms(len(terms), dict(Counter(map(sys.intern, terms))))
                for row_id, terms in read(missing).items()
            },
        )


class LexicalIndex:
    """The lexical index behind one connection."""

    def __init__(self, connection: sqlite3.Connection, read_terms: ReadTerms) -> None:
        self._connection = connection
        self._read_terms = read_terms

    def add(self, passages: Sequence[tuple[int, Passage]]) -> None:
        """Each passage is found under its row id; the row ids are new."""
        terms = {row_id: passage_terms(passage) for row_id, passage in passages}
        self._connection.executemany(
            "INSERT INTO lexical (rowid, terms, document_id) VALUES (?, ?, ?)",
            [(row_id, " ".join(terms[row_id]), passage.document_id) for row_id, passage in passages],
        )
        self._connection.executemany(
            "INSERT INTO lexical_term VALUES (?, ?) ON CONFLICT DO UPDATE SET passages = passages + excluded.passages",
            _passages_with_each(terms.values()).items(),
        )
        self._grow(len(terms), sum(map(len, terms.values())))

    def remove(self, row_ids: Collection[int]) -> None:
        """None of `row_ids` is found."""
        terms = self._terms_of(row_ids)
        self._connection.executemany("DELETE FROM lexical WHERE rowid = ?", [(row_id,) for row_id in terms])
        frequencies = _passages_with_each(terms.values())
        self._connection.executemany(
            "UPDATE lexical_term SET passages = passages - ? WHERE term = ?",
            [(count, term) for term, count in frequencies.items()],
        )
        self._connection.executemany(
            "DELETE FROM lexical_term WHERE term = ? AND passages = 0", [(term,) for term in frequencies]
        )
        self._grow(-len(terms), -sum(map(len, terms.values())))

    def clear(self) -> None:
        """Nothing is found."""
        for table in ("lexical", "lexical_term"):
            self._connection.execute(f"DELETE FROM {table}")
        self._connection.execute("UPDATE lexical_total SET passages = 0, terms = 0")

    def row_ids(self) -> set[int]:
        """The row ids of all passages in the index."""
        return {row[0] for row in self._connection.execute("SELECT rowid FROM lexical")}

    def passage_count(self) -> int:
        """How many passages are in the index."""
        return int(self._connection.execute("SELECT passages FROM lexical_total").fetchone()[0])

    def document_frequencies(self, terms: Iterable[str]) -> dict[str, int]:
        """In how many passages each of `terms` occurs, 0 included; a pair of syllables is written "thi_đua"."""
        asked = set(terms)
        found = self._connection.execute(
            "SELECT term, passages FROM lexical_term WHERE term IN (SELECT value FROM json_each(?))",
            (json.dumps(list(asked)),),
        )
        return dict.fromkeys(asked, 0) | {row[0]: row[1] for row in found}

    def weights(self, text: str) -> dict[str, float]:
        """The terms of `text` that occur in the index, each with its rarity (the IDF of BM25), rarest first."""
        passages = self.passage_count()
        frequencies = self.document_frequencies(terms_of(text))
        held = sorted((frequency, term) for term, frequency in frequencies.items() if frequency)
        return {term: rarity(frequency, passages) for frequency, term in held}

    def search(self, text: str, limit: int, document_ids: Collection[str] | None = None) -> list[tuple[int, float]]:
        """The row ids of the passages that share words with `text`, with BM25 scores, best first.

        With `document_ids`, of the passages of these documents.
        """
        weights = self.weights(text)
        scores = self.scores(weights, self.candidates(weights, CANDIDATES_A_RESULT * limit, document_ids))
        return sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]

    def candidates(
        self, weights: Mapping[str, float], limit: int, document_ids: Collection[str] | None = None
    ) -> list[int]:
        """The row ids of at most `limit` passages with terms of a question, nearly in the order of `scores`."""
        telling = self._within_reach(weights)
        if not telling:
            return []
        # Each term is a quoted string without quotes in it, so nothing of FTS5's query language can be typed.
        query = " OR ".join(f'"{term}"' for term in telling)
        if document_ids is None and limit <= CANDIDATES_READ:
            return self._read_terms.candidates(query, lambda: self._matching(query, CANDIDATES_READ, None))[:limit]
        return self._matching(query, limit, document_ids)

    def _matching(self, query: str, limit: int, document_ids: Collection[str] | None) -> list[int]:
        statement = "SELECT rowid FROM lexical WHERE lexical MATCH ?"
        parameters: list[str | int] = [query]
        if document_ids is not None:
            statement += " AND document_id IN (SELECT value FROM json_each(?))"
            parameters.append(json.dumps(list(document_ids)))
        found = self._connection.execute(f"{statement} ORDER BY rank LIMIT ?", (*parameters, limit))
        return [row[0] for row in found]

    def scores(self, weights: Mapping[str, float], row_ids: Collection[int]) -> dict[int, float]:
        """The BM25 score of each passage of `row_ids` for a question's weights."""
        passages, terms = self._connection.execute("SELECT passages, terms FROM lexical_total").fetchone()
        average = terms / passages if passages else 1.0
        scores = {}
        for row_id, held in self._read_terms.of(row_ids, self._terms_of).items():
            room = SATURATION * (1 - LENGTH_INFLUENCE + LENGTH_INFLUENCE * held.total / average)
            counts = held.counts
            parts = [  # a list: some thousand terms a question
                weights[term] * (count := counts[term]) * (SATURATION + 1) / (count + room)
                for term in filter(counts.__contains__, weights)
            ]
            scores[row_id] = sum(parts)
        return scores

    def _within_reach(self, weights: Mapping[str, float]) -> list[str]:
        """The rarest terms, as many as POSTINGS_READ allows, at least one."""
        frequencies = self.document_frequencies(weights)
        read = list(accumulate(frequencies[term] for term in weights))
        return [term for term, total in zip(weights, read, strict=True) if total <= max(POSTINGS_READ, read[0])]

    def _terms_of(self, row_ids: Collection[int]) -> dict[int, list[str]]:
        found = self._connection.execute(
            "SELECT rowid, terms FROM lexical WHERE rowid IN (SELECT value FROM json_each(?))",
            (json.dumps(list(row_ids)),),
        )
        return {row[0]: row[1].split() for row in found}

    def _grow(self, passages: int, terms: int) -> None:
        self._connection.execute(
            "UPDATE lexical_total SET passages = passages + ?, terms = terms + ?", (passages, terms)
        )


def rarity(frequency: int, passages: int) -> float:
    """The weight of a term that occurs in `frequency` of `passages` passages (Robertson's IDF, never below 0)."""
    return math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5))


def terms_of(text: str) -> list[str]:
    """The syllables of `text` and its pairs of neighbouring syllables, as the index holds them.

    >>> terms_of("Thi đua, 88/KH")
    ['thi', 'đua', '88', 'kh', '88_kh', 'thi_đua', 'đua_88', '88_kh', 'kh_88_kh']
    """
    single = single_terms(text)
    return single + [f"{first}_{second}" for first, second in pairwise(single)]


def single_terms(text: str) -> list[str]:
    """The syllables and numbers of `text` as the index holds them, in order."""
    return [each if each.isalnum() else _SEPARATOR.sub("_", each) for each in syllables(text)]


def passage_terms(passage: Passage) -> list[str]:
    """What a passage is found by: its headings and its text."""
    return [term for part in (*passage.headings, passage.text) for term in terms_of(part)]


def _passages_with_each(passages: Iterable[Sequence[str]]) -> Counter[str]:
    return Counter(chain.from_iterable(map(set, passages)))

"""From a question to ranked passages: shared words and meaning, scored for the same candidates and joined."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, TypeAlias

from corpus.embedding import Embedder, Vectors
from corpus.fusion import fused
from corpus.lexical_index import LexicalIndex
from corpus.model import Document, DocumentId, Passage
from corpus.recent import Recent
from corpus.vector_index import VectorIndex

# Candidates from each of the two searches: 100 lose some right passages, 200 gain next to nothing (DECISIONS.md).
CANDIDATES = 150

# Shared words and meaning count the same; between .45 and .6 the measures do not differ beyond chance.
LEXICAL_SHARE = 0.5

Objection: TypeAlias = Callable[[Passage], str | None]
"""Why a passage must not be a hit, whatever its score; None when it may."""

REJECTED_SHOWN = 20  # enough to see why a passage is missing from the hits

# Rankings kept: one question searches up to five times, and often for the same in the same documents. A ranking takes
# 60 kB; several threads ask at once.
RANKINGS_KEPT = 32

# Vectors of questions kept: the work of 10 ms each, in 2 kB.
VECTORS_KEPT = 256

# Vectors of passages kept: reading a hundred takes Chroma 5 ms. 2 kB each.
PASSAGE_VECTORS_KEPT = 4_000

PASSAGES_A_STEP = 32  # read at once while hits are sorted out: seldom are more looked at


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found; `score` is relative to the other candidates of the same search, 0 to 1."""

    passage: Passage
    document: Document
    score: float
    lexical: float  # BM25
    dense: float  # cosine; 0 when the passage has no vector


@dataclass(frozen=True, slots=True)
class Rejected:
    """A candidate that is not among the hits, and why."""

    passage: Passage
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Hits, best first, and candidates that are none."""

    hits: tuple[Hit, ...]
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its scores."""

    row_id: int
    score: float
    lexical: float
    dense: float


class Shelves(Protocol):
    """What retrieval needs of the library."""

    @property
    def lexical(self) -> LexicalIndex:
        """The lexical index over the passages."""

    def revision(self) -> int:
        """A number that grows with each change."""

    def head(self, document_id: DocumentId) -> Document | None:
        """The document of this id."""

    def passages_by_row(self, row_ids: Iterable[int]) -> dict[int, Passage]:
        """The passages with these row ids."""

    def digests_by_row(self, row_ids: Iterable[int]) -> dict[int, str]:
        """The digests of the passages with these row ids."""

    def digests_of(self, document_ids: Collection[DocumentId]) -> dict[int, str]:
        """The digests of all passages of these documents, by row id."""

    def rows_by_digest(self, digests: Collection[str]) -> dict[str, list[int]]:
        """The row ids of the passages with these digests."""


class Retriever:
    """Searches one library; safe to use from several threads."""

    def __init__(self, library: Shelves, vectors: VectorIndex, embedder: Embedder) -> None:
        self._library = library
        self._vectors = vectors
        self._vector_of = lru_cache(maxsize=VECTORS_KEPT)(embedder.query)
        self._passage_vectors: Recent[str, Vectors] = Recent(PASSAGE_VECTORS_KEPT)
        self._rankings: Recent[tuple[str, int, frozenset[str] | None], Sequence[Scored]] = Recent(RANKINGS_KEPT)

    def search(
        self,
        text: str,
        limit: int = 10,
        document_ids: Collection[str] | None = None,
        objection: Objection = lambda _: None,
    ) -> SearchResult:
        """The `limit` passages that fit `text` best and meet no objection.

        With `document_ids`, among all passages of these documents. Objections are asked for from the best passage on
        until there are `limit` hits.
        """
        if limit < 1 or not any(letter.isalnum() for letter in text):
            return SearchResult((), ())
        revision = self._library.revision()
        among = None if document_ids is None else frozenset(document_ids)
        number = max(CANDIDATES, limit)
        ranked = self._rankings.take(
            revision, (text, number, among), lambda: self._ranked(text, number, among, revision)
        )
        return self._sorted_out(ranked, limit, objection)

    def read_ahead(self, digests: Mapping[int, str]) -> None:
        """What scoring these passages takes is kept, as if a question had found them; digests by row id."""
        revision = self._library.revision()
        self._vectors.refresh(revision)
        self._library.lexical.scores({}, list(digests))
        self._passage_vectors.take_all(revision, list(digests.values()), self._vectors.get)
        self._library.passages_by_row(digests)

    def _ranked(self, text: str, number: int, among: Collection[str] | None, revision: int) -> list[Scored]:
        """The candidates for `text`, best first: `number` of each search, or all passages of some documents."""
        self._vectors.refresh(revision)
        weights = self._library.lexical.weights(text)
        vector = self._vector_of(text)
        near: dict[str, float] = {}
        if among is None:
            near = dict(self._vectors.nearest(vector, number))
            candidates = self._candidates(weights, near, number)
        else:
            candidates = self._library.digests_of(among)
        lexical = self._library.lexical.scores(weights, list(candidates))
        dense = self._cosines(vector, candidates, near, revision)
        scores = fused(lexical, dense, LEXICAL_SHARE)
        return [
            Scored(row_id, score, lexical.get(row_id, 0.0), dense.get(row_id, 0.0))
            for row_id, score in sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
        ]

    def _candidates(self, weights: Mapping[str, float], near: Collection[str], number: int) -> dict[int, str]:
        """The passages that either search finds. A vector whose passage is gone, or not there yet, finds nothing."""
        by_words = self._library.lexical.candidates(weights, number)
        by_meaning = [row_id for row_ids in self._library.rows_by_digest(near).values() for row_id in row_ids]
        return self._library.digests_by_row({*by_words, *by_meaning})

    def _cosines(
        self, vector: Vectors, candidates: Mapping[int, str], near: Mapping[str, float], revision: int
    ) -> dict[int, float]:
        """The cosine of each candidate that has a vector; `near` holds those that are known already."""
        unknown = sorted(set(candidates.values()) - set(near))
        read = self._passage_vectors.take_all(revision, unknown, self._vectors.get)
        cosines = {digest: float(found @ vector) for digest, found in read.items()} | dict(near)
        return {row_id: cosines[digest] for row_id, digest in candidates.items() if digest in cosines}

    def _sorted_out(self, ranked: Sequence[Scored], limit: int, objection: Objection) -> SearchResult:
        """Every candidate is a hit, or rejected with the reason, until enough of both are found."""
        hits: list[Hit] = []
        rejected: list[Rejected] = []
        first_with: dict[str, Passage] = {}
        for each, passage in self._read(ranked):
            first = first_with.setdefault(passage.digest, passage)
            if first is not passage:
                reason = f"same headings and text as passage {first.ordinal} of {first.document_id}"
            elif len(hits) == limit:
                reason = f"not among the best {limit}"
            elif objected := objection(passage):
                reason = objected
            elif document := self._library.head(passage.document_id):
                hits.append(Hit(passage, document, each.score, each.lexical, each.dense))
                continue
            else:
                reason = "its document was removed during the search"
            rejected.append(Rejected(passage, reason, each.score))
            if len(hits) == limit and len(rejected) >= REJECTED_SHOWN:
                break
        return SearchResult(tuple(hits), tuple(rejected[:REJECTED_SHOWN]))

    def _read(self, ranked: Sequence[Scored]) -> Iterator[tuple[Scored, Passage]]:
        """The candidates with their passages, a few read at a time; one that was removed meanwhile is left out."""
        for start in range(0, len(ranked), PASSAGES_A_STEP):
            step = ranked[start : start + PASSAGES_A_STEP]
            passages = self._library.passages_by_row([each.row_id for each in step])
            yield from ((each, passages[each.row_id]) for each in step if each.row_id in passages)

"""The vectors of the passages in a local Chroma collection: the only file that knows Chroma.

A vector is named by the digest of what was embedded (`Passage.digest`): equal passages share one, and a passage that
did not change keeps its own. The index is derived from the library and can be rebuilt from it.
"""

import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self, TypeAlias, cast

import chromadb
import numpy as np
from chromadb.api.client import Client
from chromadb.api.collection_configuration import CreateHNSWConfiguration
from chromadb.config import Settings
from chromadb.errors import ChromaError
from numpy.typing import NDArray

from corpus.errors import VectorIndexError, VectorIndexMismatch

Vectors: TypeAlias = NDArray[np.float32]

COLLECTION = "passages"
BATCH = 1000  # digests a call; Chroma accepts as many as SQLite has variables, some thousands
REBUILD = "run `python -m ingest rebuild`"

# Twice Chroma's defaults: vectors of E5 lie close together (cosines of .7 to .9), where a thin graph loses neighbours.
# Measured on 6,450 articles in DECISIONS.md.
GRAPH = CreateHNSWConfiguration(space="cosine", max_neighbors=32, ef_construction=200, ef_search=200)


class VectorIndex:
    """Open in one directory for one embedder; safe to use from several threads."""

    def __init__(self, directory: Path, embedder_name: str, dimension: int) -> None:
        self.directory = directory
        self.embedder_name = embedder_name
        self.dimension = dimension
        self._revision: int | None = None
        # Reopening closes the client under the feet of other threads; a call takes milliseconds, so they take turns.
        self._lock = threading.RLock()
        self._client: Client | None = None
        self._collection = self._opened()

    @classmethod
    def open(cls, directory: Path, embedder_name: str, dimension: int) -> Self:
        """The index in `directory`, made when there is none; VectorIndexMismatch when another embedder made it."""
        return cls(directory, embedder_name, dimension)

    def close(self) -> None:
        """The files are let go of; the object is not used again."""
        with self._lock:
            if self._client is not None:
                self._client.close()
                self._client = None

    def refresh(self, revision: int) -> None:
        """What other processes wrote up to this revision of the library is found.

        Chroma keeps the graph of an open collection in memory and does not notice another process's additions, so a
        new revision means opening again.
        """
        with self._lock:
            if self._revision not in {None, revision}:
                self.close()
                self._collection = self._opened()
            self._revision = revision

    def count(self) -> int:
        """How many vectors there are."""
        with self._reporting("counting the vectors"):
            return self._collection.count()

    def missing(self, digests: Collection[str]) -> set[str]:
        """Those of `digests` that have no vector."""
        found: set[str] = set()
        with self._reporting("looking for vectors"):
            for batch in _batches(digests):
                found.update(self._collection.get(ids=batch, include=[])["ids"])
        return set(digests) - found

    def all_digests(self) -> set[str]:
        """The digests of all vectors."""
        with self._reporting("listing the vectors"):
            return set(self._collection.get(include=[])["ids"])

    def upsert(self, digests: Sequence[str], vectors: Vectors) -> None:
        """Each digest names its row of `vectors`."""
        if vectors.shape != (len(digests), self.dimension):
            raise VectorIndexError(
                f"writing to the vector index {self.directory}: got vectors of shape {vectors.shape} for "
                f"{len(digests)} passages, expected ({len(digests)}, {self.dimension}); {REBUILD}"
            )
        with self._reporting("writing vectors"):
            for start in range(0, len(digests), BATCH):
                self._collection.upsert(
                    ids=list(digests[start : start + BATCH]), embeddings=vectors[start : start + BATCH]
                )

    def delete(self, digests: Collection[str]) -> None:
        """None of `digests` names a vector."""
        with self._reporting("deleting vectors"):
            for batch in _batches(digests):
                self._collection.delete(ids=batch)

    def get(self, digests: Collection[str]) -> dict[str, Vectors]:
        """The vectors of those digests that have one."""
        found: dict[str, Vectors] = {}
        with self._reporting("reading vectors"):
            for batch in _batches(digests):
                result = self._collection.get(ids=batch, include=["embeddings"])
                rows = np.asarray(result["embeddings"], dtype=np.float32)
                found.update((digest, row.copy()) for digest, row in zip(result["ids"], rows, strict=True))
        return found

    def nearest(self, vector: Vectors, limit: int) -> list[tuple[str, float]]:
        """The `limit` digests whose vectors have the largest cosine with `vector`, largest first."""
        with self._reporting("searching the vectors"):
            result = self._collection.query(query_embeddings=[vector.tolist()], n_results=limit, include=["distances"])
        distances = result["distances"] or [[]]
        return [(digest, 1.0 - distance) for digest, distance in zip(result["ids"][0], distances[0], strict=True)]

    def _opened(self) -> chromadb.Collection:
        """The collection, stamped with the embedder that made it."""
        with self._reporting("opening it"):
            self.directory.mkdir(parents=True, exist_ok=True)
            # The declared type of what it makes lacks `close`.
            self._client = cast(
                "Client", chromadb.PersistentClient(self.directory, Settings(anonymized_telemetry=False))
            )
            collection = self._client.get_or_create_collection(
                COLLECTION,
                configuration={"hnsw": GRAPH},
                metadata={"embedder": self.embedder_name, "dimension": self.dimension},
                embedding_function=None,
            )
            stamp = collection.metadata or {}
        if (stamp.get("embedder"), stamp.get("dimension")) != (self.embedder_name, self.dimension):
            self.close()
            raise VectorIndexMismatch(
                f"opening the vector index {self.directory}: it was made by {stamp.get('embedder')} (dimension "
                f"{stamp.get('dimension')}), but EMBEDDING_MODEL is {self.embedder_name} (dimension "
                f"{self.dimension}); set EMBEDDING_MODEL back, or {REBUILD}"
            )
        return collection

    @contextmanager
    def _reporting(self, doing: str) -> Iterator[None]:
        """One thread at a time; errors of Chroma and of the disk become ours."""
        with self._lock:
            try:
                yield
            except (ChromaError, OSError, RuntimeError, ValueError) as error:
                raise VectorIndexError(
                    f"{doing}, vector index {self.directory}: {error}; if the folder is damaged, {REBUILD}"
                ) from error


def _batches(digests: Iterable[str]) -> Iterator[list[str]]:
    ordered = sorted(digests)
    for start in range(0, len(ordered), BATCH):
        yield ordered[start : start + BATCH]

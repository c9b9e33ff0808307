"""The step from passages to vectors; opens the embedder and the vector index only when there is something to do."""

import shutil
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import VectorIndexMismatch
from corpus.library import Library
from corpus.model import Passage
from ingest.passages import embedded_text

if TYPE_CHECKING:  # loading them takes seconds; a run that changes nothing does without
    from corpus.embedding import Embedder
    from corpus.vector_index import VectorIndex


class PassageVectors:
    """The vectors of the library's passages, named by `Passage.digest`."""

    def __init__(
        self,
        library: Library,
        directory: Path,
        embedding_model: str,
        open_embedder: "Callable[[], Embedder]",
        open_index: "Callable[[Path, Embedder], VectorIndex]",
    ) -> None:
        self._library = library
        self._directory = directory
        self._embedding_model = embedding_model
        self._open_embedder = open_embedder
        self._open_index = open_index
        self._opened: tuple[Embedder, VectorIndex] | None = None

    def check_model(self) -> None:
        """The vectors, if there are any, were made by the model that is set now."""
        made_with = self._library.ingest_log.embedding_model
        if made_with not in {None, self._embedding_model}:
            raise VectorIndexMismatch(
                f"Opening the vectors in {self._directory}: they were made with EMBEDDING_MODEL={made_with}, now it is "
                f"{self._embedding_model}. Run `python -m ingest rebuild`, or set EMBEDDING_MODEL={made_with}."
            )

    def ensure(self, passages: Sequence[Passage]) -> None:
        """Each passage has its vector; only those without one were embedded."""
        self._mark_unsettled()
        embedder, index = self._open()
        wanted = {passage.digest: passage for passage in passages}
        missing = sorted(index.missing(wanted), key=lambda digest: wanted[digest].ordinal)
        if missing:
            index.upsert(missing, embedder.passages([embedded_text(wanted[digest]) for digest in missing]))

    def settle(self) -> None:
        """There is a vector for every passage and none besides; quick when no run left anything to compare."""
        log, wanted = self._library.ingest_log, self._library.passage_digests()
        if log.vectors_are_settled and (self._directory.exists() or not wanted):
            return
        self.mend()

    def mend(self) -> None:
        """There is a vector for every passage and none besides, whatever the last run left."""
        log, wanted = self._library.ingest_log, self._library.passage_digests()
        _, index = self._open()
        if orphans := index.all_digests() - wanted:
            index.delete(sorted(orphans))
        if missing := index.missing(wanted):
            self.ensure(self._passages(missing))
        with self._library.transaction():
            log.mark_vectors(settled=True)

    def start_over(self) -> None:
        """There are no vectors; whatever is embedded from now on is of the present model."""
        self.close()
        shutil.rmtree(self._directory, ignore_errors=True)
        log = self._library.ingest_log
        with self._library.transaction():
            log.mark_vectors(settled=False)
            log.keep_embedding_model(self._embedding_model)

    def close(self) -> None:
        """The vector index is let go of; it is opened again when it is needed."""
        if self._opened is not None:
            self._opened[1].close()
            self._opened = None

    def compare(self) -> tuple[set[str], set[str]]:
        """The digests of passages without vector, and of vectors without passage."""
        wanted = self._library.passage_digests()
        if not wanted and not self._directory.exists():
            return set(), set()
        _, index = self._open()
        present = set(index.all_digests())
        return wanted - present, present - wanted

    def _mark_unsettled(self) -> None:
        log = self._library.ingest_log
        if log.vectors_are_settled or log.embedding_model is None:
            with self._library.transaction():
                log.mark_vectors(settled=False)
                log.keep_embedding_model(self._embedding_model)

    def _passages(self, digests: Collection[str]) -> list[Passage]:
        one_row_each = [row_ids[0] for row_ids in self._library.rows_by_digest(digests).values()]
        return list(self._library.passages_by_row(one_row_each).values())

    def _open(self) -> "tuple[Embedder, VectorIndex]":
        if self._opened is None:
            embedder = self._open_embedder()
            self._opened = embedder, self._open_index(self._directory, embedder)
        return self._opened

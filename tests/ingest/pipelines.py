"""The real pipeline over a folder, with the embedder faked."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from corpus.library import Library
from corpus.vector_index import VectorIndex
from ingest.pipeline import Pipeline
from ingest.sources import find_sources
from ingest.vectors import PassageVectors
from tests.fakes import KeywordEmbedder


@dataclass
class Workshop:
    """A library in `data_dir` and the pipeline that fills it."""

    data_dir: Path
    embedding_model: str = "keyword"
    embedder: KeywordEmbedder = field(default_factory=KeywordEmbedder)
    times_opened: int = 0

    def __post_init__(self):
        self.library = Library.open(self.data_dir / "library.sqlite3", create=True)
        self.vectors = PassageVectors(
            self.library, self.data_dir / "vectors", self.embedding_model, self._open_embedder, open_index
        )
        self.pipeline = Pipeline(self.library, self.vectors, now=lambda: datetime(2025, 3, 5, tzinfo=UTC))

    def add(self, *paths, **corrections):
        return list(self.pipeline.run(find_sources(paths), corrections))

    def held(self):
        return [(head.id, Path(head.path).name) for head in self.library.document_heads()]

    def vector_digests(self):
        with closing(open_index(self.data_dir / "vectors", self.embedder)) as index:
            return set(index.all_digests())

    def _open_embedder(self):
        self.times_opened += 1
        return self.embedder


def open_index(directory, embedder):
    return VectorIndex.open(directory, embedder.name, embedder.dimension)


@contextmanager
def workshop_in(data_dir, **choices) -> Iterator[Workshop]:
    made = Workshop(data_dir, **choices)
    try:
        yield made
    finally:
        made.vectors.close()
        made.library.close()

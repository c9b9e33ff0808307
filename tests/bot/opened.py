"""The core over a library of a few texts, read by the real pipeline."""

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from bot.answering import Answering
from corpus.library import Library
from corpus.retrieval import Retriever
from corpus.working_days import WorkingDays
from tests.fakes import KeywordEmbedder
from tests.ingest.pipelines import open_index, workshop_in


@contextmanager
def opened(folder: Path, files: Mapping[str, str]) -> Iterator[tuple[Library, Answering]]:
    """The library of these files, by name, in an empty folder, and the core over it; every file must be read."""
    sources = folder / "sources"
    sources.mkdir()
    for name, text in files.items():
        (sources / name).write_text(text, encoding="utf-8")
    with workshop_in(folder / "data") as workshop:
        reports = workshop.add(sources)
        assert {str(report.status) for report in reports} == {"added"}, reports
        workshop.vectors.close()
        with closing(open_index(folder / "data" / "vectors", workshop.embedder)) as vectors:
            retriever = Retriever(workshop.library, vectors, workshop.embedder)
            yield workshop.library, Answering(workshop.library, retriever, WorkingDays())


@contextmanager
def reopened(data_dir: Path) -> Iterator[tuple[Library, Answering]]:
    """The library that `opened` left in `folder / "data"`, and the core over it."""
    embedder = KeywordEmbedder()
    with (
        Library.open(data_dir / "library.sqlite3") as library,
        closing(open_index(data_dir / "vectors", embedder)) as vectors,
    ):
        yield library, Answering(library, Retriever(library, vectors, embedder), WorkingDays())

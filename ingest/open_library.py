"""A library that is open for changing, with what changes it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from corpus.library import Library
from corpus.model import Document
from ingest.former import Former, put_back
from ingest.pipeline import Pipeline
from ingest.report import Status
from ingest.vectors import PassageVectors


@dataclass(frozen=True, slots=True)
class OpenLibrary:
    """One library, its vectors, and the pipeline over both."""

    library: Library
    vectors: PassageVectors
    pipeline: Pipeline

    def bring_back(self, former: Former, instead_of: Document) -> None:
        """The library holds the former version and not `instead_of`; both change at once."""
        self.vectors.ensure(former.record.passages)
        with self.library.transaction():
            self.pipeline.remove(instead_of)
            put_back(former, self.library)
            self.pipeline.note(former.record.document, Status.CHANGED)


Opener: TypeAlias = Callable[[], AbstractContextManager[OpenLibrary]]
"""Opens the library for a stretch of work; LibraryBusy while another ingest runs."""

Clock: TypeAlias = Callable[[], datetime]

"""Errors of the corpus.

CorpusError
├── LibraryError
│   ├── LibraryMissing          nothing has been built in DATA_DIR yet
│   ├── LibraryOutdated         written by another schema version
│   └── LibraryBusy             another process is writing
├── VectorIndexError
│   └── VectorIndexMismatch     built by another embedder
├── InboxError                  the inbox folder cannot be used
└── EmbeddingError              the weights cannot be found, read or trusted
"""


class CorpusError(Exception):
    """Base of all errors of this package; the message says what was done, found, and what to do."""


class LibraryError(CorpusError):
    """The library cannot be used."""


class LibraryMissing(LibraryError):
    """Nothing has been built in DATA_DIR yet."""


class LibraryOutdated(LibraryError):
    """The library was written by another schema version."""


class LibraryBusy(LibraryError):
    """Another process is writing to the library."""


class VectorIndexError(CorpusError):
    """The vector index cannot be used."""


class VectorIndexMismatch(VectorIndexError):
    """The vector index was built by another embedder."""


class InboxError(CorpusError):
    """The inbox folder cannot be read or written."""


class EmbeddingError(CorpusError):
    """The embedding model cannot be found, read or trusted."""

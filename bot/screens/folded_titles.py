"""The titles of all documents, folded for comparison with what a person types, as the library is now."""

import re
import threading

from corpus.folding import fold
from corpus.library import Library
from corpus.model import DocumentId


class FoldedTitles:
    """Reads the library anew when it has changed; safe to use from several threads."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lock = threading.Lock()
        self._revision: int | None = None
        self._folded: list[tuple[DocumentId, str]] = []

    def with_words(self, text: str, most: int) -> list[DocumentId]:
        """Whose kind, number, title and issuer have every word of the text, at most so many.

        Those that have the words in a row come first, then the latest issued; none for a text without words.
        """
        wanted = _spaced(text)
        words = [f" {word} " for word in wanted.split()]
        if not words:
            return []
        fitting = [(one, title) for one, title in self._read() if all(word in title for word in words)]
        fitting.sort(key=lambda pair: wanted not in pair[1])
        return [one for one, _ in fitting[:most]]

    def _read(self) -> list[tuple[DocumentId, str]]:
        with self._lock:
            revision = self._library.revision()
            if revision != self._revision:
                self._folded = [(one, _spaced(title)) for one, title in self._library.titles()]
                self._revision = revision
            return self._folded


def _spaced(text: str) -> str:
    """The folded words, each between blanks."""
    words = " ".join(re.findall(r"[^\W_]+", fold(text)))
    return f" {words} "

"""From the key in a button back to the document: every id of the library by its key, as the library is now."""

import threading

from bot.screens.actions import document_key
from corpus.library import Library
from corpus.model import DocumentId


class DocumentsByKey:
    """Reads the library anew when it has changed; safe to use from several threads.

    A hundred thousand ids are read and hashed in about a quarter of a second, so no key need be stored.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lock = threading.Lock()
        self._revision: int | None = None
        self._ids: dict[str, DocumentId] = {}

    def document_id(self, key: str) -> DocumentId | None:
        """The id of the held document with this key; None when none is held."""
        with self._lock:
            revision = self._library.revision()
            if revision != self._revision:
                self._ids = {document_key(one): one for one in self._library.document_ids()}
                self._revision = revision
            return self._ids.get(key)

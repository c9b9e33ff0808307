"""Hand-written stand-ins for what is slow or outside, used at the seams only."""

import hashlib

import numpy as np

DIMENSION = 64


class KeywordEmbedder:
    """Texts that share syllables get near vectors; the same text always gives the same vector."""

    name = "keyword-embedder"
    dimension = DIMENSION

    def __init__(self):
        self.embedded = []

    def passages(self, texts):
        self.embedded.extend(texts)
        return np.array([self._vector(text) for text in texts], dtype=np.float32)

    def query(self, text):
        return self._vector(text)

    def _vector(self, text):
        vector = np.zeros(DIMENSION, dtype=np.float32)
        for syllable in text.lower().split():
            vector[hashlib.sha256(syllable.encode()).digest()[0] % DIMENSION] += 1.0
        length = float(np.linalg.norm(vector))
        return vector / length if length else np.full(DIMENSION, DIMENSION**-0.5, dtype=np.float32)

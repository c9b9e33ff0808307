"""Runs the unpacked default model with PyTorch alone, without the libraries around it.

Importing sentence-transformers takes 5 to 9 seconds and 430 MB on the machines this runs on, most of it for training,
and a question from the command line must be answered within that time. The vectors are the same: a test compares them.
One architecture is read: BERT with mean pooling and unit length.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import safe_open
from torch.nn.functional import embedding, gelu, layer_norm, linear, normalize, scaled_dot_product_attention

from corpus.weights import load_tokenizer

# Tokens in one pass: enough rows to keep the matrix products busy, few enough for some 30 MB of intermediate values.
TOKENS_A_PASS = 2048

# Rows of a pass are filled up to a multiple of this: PyTorch keeps compiled code for each number of rows it has met
# (measured: 200 MB after 300 questions of different lengths). A question has 10 to 40, and every row takes its time.
ROWS_A_STEP = 32
ROWS_A_STEP_OF_FEW, FEW_ROWS = 8, 64

Pair = tuple[torch.Tensor, torch.Tensor]  # weight and bias


@dataclass(frozen=True, slots=True)
class Linear:
    """A matrix product and what is added to it."""

    weight: torch.Tensor
    bias: torch.Tensor

    def __call__(self, state: torch.Tensor) -> torch.Tensor:
        """The product for each row."""
        if not self.weight.is_mkldnn:
            return linear(state, self.weight, self.bias)
        product: torch.Tensor = torch.ops.mkldnn._linear_pointwise(state, self.weight, self.bias, "none", [], "")
        return product

    def packed(self) -> "Linear":
        """The same, its weight laid out once as the product of 16-bit numbers reads it, not anew for each product.

        Measured: 2.8 milliseconds a question instead of 4.5, every bit the same. PyTorch does so itself in compiled
        models, with these operations, and offers no others: a test compares them with the plain ones.
        """
        return Linear(torch.ops.mkldnn._reorder_linear_weight(self.weight, ROWS_A_STEP), self.bias)


@dataclass(frozen=True, slots=True)
class Layer:
    """One block of the encoder."""

    query_key_value: Linear
    attention_output: Linear
    attention_norm: Pair
    widening: Linear
    narrowing: Linear
    norm: Pair


@dataclass(frozen=True, slots=True)
class Window:
    """As many tokens of a text as the model reads at once, with the tokens that open and close it."""

    text: int
    tokens: list[int]


class Encoder:
    """Texts to vectors of unit length; holds nothing that changes, so threads may share it."""

    def __init__(self, directory: Path, precision: torch.dtype | None = None) -> None:
        settings = json.loads((directory / "config.json").read_text(encoding="utf-8"))
        self.dimension: int = settings["hidden_size"]
        self.heads: int = settings["num_attention_heads"]
        self.positions: int = settings["max_position_embeddings"]
        self.epsilon: float = settings["layer_norm_eps"]
        self.precision = precision = precision or fast_precision()
        self.tokenizer = load_tokenizer(directory)
        with safe_open(directory / "model.safetensors", framework="pt") as file:
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 (not a dictionary)
        # The table of words stays in the file, mapped into memory: four fifths of the model, of which a text touches
        # a few hundred rows.
        self.words = tensors["embeddings.word_embeddings.weight"]
        types, places = (tensors[f"embeddings.{name}_embeddings.weight"] for name in ("token_type", "position"))
        self.places = places.to(precision) + types[0].to(precision)
        self.first_norm = self._pair(tensors, "embeddings.LayerNorm")
        self.layers = [self._layer(tensors, number) for number in range(settings["num_hidden_layers"])]

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row a text, in order.

        A text longer than the model reads is cut into windows whose vectors are averaged by their lengths, so that
        nothing of it is lost.
        """
        # Like with like: windows of one length share a pass and waste nothing.
        windows = sorted(self._windows(texts), key=lambda window: len(window.tokens))
        sums = torch.zeros(len(texts), self.dimension)
        with torch.inference_mode():
            for group in passes(windows):
                for window, mean in zip(group, self._means(group), strict=True):
                    sums[window.text] += mean * len(window.tokens)
        vectors: NDArray[np.float32] = normalize(sums, dim=1).numpy()
        return vectors

    def _windows(self, texts: Sequence[str]) -> Iterator[Window]:
        room = self.positions - 2
        for text, encoding in enumerate(self.tokenizer.encode_batch(list(texts))):
            opening, *content, closing = encoding.ids
            for start in range(0, max(len(content), 1), room):
                yield Window(text, [opening, *content[start : start + room], closing])

    def _means(self, group: Sequence[Window]) -> torch.Tensor:
        """The mean of the last layer over each window; windows lie one after the other, without padding."""
        lengths = [len(window.tokens) for window in group]
        rows = sum(lengths)
        filling = -rows % (ROWS_A_STEP_OF_FEW if rows <= FEW_ROWS else ROWS_A_STEP)  # nothing is used of it
        tokens = torch.tensor([token for window in group for token in window.tokens] + [0] * filling)
        places = torch.cat([self.places[:length] for length in [*lengths, filling]])
        state = self._normalised(embedding(tokens, self.words).to(self.precision) + places, self.first_norm)
        for layer in self.layers:
            attended = layer.attention_output(self._attention(layer.query_key_value(state), lengths, filling))
            state = self._normalised(state + attended, layer.attention_norm)
            state = self._normalised(state + layer.narrowing(gelu(layer.widening(state))), layer.norm)
        return torch.stack([part.float().mean(dim=0) for part in torch.split(state[:rows], lengths)])

    def _attention(self, query_key_value: torch.Tensor, lengths: Sequence[int], filling: int) -> torch.Tensor:
        """Each window attends to itself, the rows of the filling to nothing."""
        results = []
        for part in torch.split(query_key_value, [*lengths, filling])[: len(lengths)]:
            query, key, value = part.view(len(part), 3, self.heads, -1).permute(1, 2, 0, 3).unsqueeze(1)
            results.append(scaled_dot_product_attention(query, key, value)[0].transpose(0, 1).reshape(len(part), -1))
        return torch.cat([*results, query_key_value.new_zeros(filling, self.dimension)])

    def _normalised(self, state: torch.Tensor, pair: Pair) -> torch.Tensor:
        return layer_norm(state, (self.dimension,), *pair, eps=self.epsilon)

    def _pair(self, tensors: Mapping[str, torch.Tensor], name: str) -> Pair:
        return tensors[f"{name}.weight"].to(self.precision), tensors[f"{name}.bias"].to(self.precision)

    def _layer(self, tensors: Mapping[str, torch.Tensor], number: int) -> Layer:
        prefix = f"encoder.layer.{number}"
        thirds = [self._pair(tensors, f"{prefix}.attention.self.{part}") for part in ("query", "key", "value")]
        whole = torch.cat([weight for weight, _ in thirds]), torch.cat([bias for _, bias in thirds])
        return Layer(
            query_key_value=self._linear(whole),
            attention_output=self._linear(self._pair(tensors, f"{prefix}.attention.output.dense")),
            attention_norm=self._pair(tensors, f"{prefix}.attention.output.LayerNorm"),
            widening=self._linear(self._pair(tensors, f"{prefix}.intermediate.dense")),
            narrowing=self._linear(self._pair(tensors, f"{prefix}.output.dense")),
            norm=self._pair(tensors, f"{prefix}.output.LayerNorm"),
        )

    def _linear(self, pair: Pair) -> Linear:
        return Linear(*pair).packed() if self.precision is torch.bfloat16 else Linear(*pair)


def use_threads(number: int) -> None:
    """PyTorch computes with so many threads in this process."""
    torch.set_num_threads(number)


def fast_precision() -> torch.dtype:
    """16 bits where the processor multiplies them itself (measured here: 2.5 times as fast, cosines within .0002)."""
    capabilities = torch.cpu.get_capabilities()
    has_short_floats = capabilities.get("avx512_bf16") or capabilities.get("amx_bf16")
    return torch.bfloat16 if has_short_floats else torch.float32


def passes(windows: Sequence[Window]) -> Iterator[list[Window]]:
    """Neighbouring windows in groups of TOKENS_A_PASS tokens at most, or of one window."""
    group: list[Window] = []
    tokens = 0
    for window in windows:
        if group and tokens + len(window.tokens) > TOKENS_A_PASS:
            yield group
            group, tokens = [], 0
        group.append(window)
        tokens += len(window.tokens)
    if group:
        yield group

"""Joins the scores of two searches into one; pure."""

from collections.abc import Collection, Hashable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def fused(lexical: Mapping[Key, float], dense: Mapping[Key, float], lexical_share: float) -> dict[Key, float]:
    """The weighted sum of both scores, each stretched to 0 (the worst candidate) … 1 (the best).

    A candidate that one search did not score is worst there. Ranks alone (reciprocal rank fusion) lose by how much the
    best candidate leads; Bruch et al. 2023 [1] and our own measurement (DECISIONS.md) find the sum better.

    >>> fused({"a": 12.0, "b": 6.0}, {"a": 0.80, "b": 0.84}, lexical_share=0.75)
    {'a': 0.75, 'b': 0.25}

    [1] https://arxiv.org/abs/2210.11934
    """
    keys = dict.fromkeys([*lexical, *dense])
    of_lexical, of_dense = stretched(lexical, keys), stretched(dense, keys)
    return {key: lexical_share * of_lexical[key] + (1 - lexical_share) * of_dense[key] for key in keys}


def stretched(scores: Mapping[Key, float], keys: Collection[Key]) -> dict[Key, float]:
    """The scores of `keys` on a scale from 0 (the worst) to 1 (the best); when all are equal, all are 1.

    A key without a score has the worst one.
    """
    if not scores:
        return dict.fromkeys(keys, 0.0)
    worst, best = min(scores.values()), max(scores.values())
    if best == worst:
        return {key: 1.0 if key in scores else 0.0 for key in keys}
    return {key: (scores.get(key, worst) - worst) / (best - worst) for key in keys}

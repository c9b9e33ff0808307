"""How alike texts are by their words: the cosine of weighted syllables and pairs of syllables."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from corpus.lexical_index import single_terms
from corpus.quantities import names_in

# A word of more than this share of all texts tells nothing about which one it is, unless there are few texts.
COMMON_SHARE, FEW = 0.5, 8

_LETTERS = re.compile(r"[^\W\d_]+")


def words_of(text: str) -> Counter[str]:
    """Syllables and neighbouring pairs; without numbers, which are what changes, and names of documents."""
    for start, end in reversed(names_in(text)):
        text = f"{text[:start]} . {text[end:]}"
    single = [term for term in single_terms(text) if _LETTERS.fullmatch(term)]
    return Counter([*single, *(f"{one}_{two}" for one, two in pairwise(single))])


def rarity_of_words(texts: Sequence[Counter[str]]) -> dict[str, float]:
    """The weight of each word: the fewer of the texts have it, the more it tells."""
    frequencies = Counter(word for words in texts for word in words)
    most = max(COMMON_SHARE * len(texts), FEW)
    return {word: math.log(1 + len(texts) / count) for word, count in frequencies.items() if count <= most}


def similarities(
    ones: Sequence[Counter[str]], others: Sequence[Counter[str]], weights: Mapping[str, float], least: float = 0.0
) -> dict[tuple[int, int], float]:
    """The cosine, 0 to 1, of each two that share a weighted word, by their places; of those with `least` or more."""
    directions = [_direction(words, weights) for words in others]
    holders: dict[str, list[int]] = defaultdict(list)
    for place, direction in enumerate(directions):
        for word in direction:
            holders[word].append(place)
    found = {}
    for place, direction in enumerate(_direction(words, weights) for words in ones):
        for other in {other for word in _needed(direction, least) for other in holders.get(word, ())}:
            smaller, larger = sorted((direction, directions[other]), key=len)
            cosine = sum(weight * larger[word] for word, weight in smaller.items() if word in larger)
            if cosine >= least:
                found[place, other] = cosine
    return found


def _needed(direction: Mapping[str, float], least: float) -> list[str]:
    """Words of which one must be shared to reach `least`: the others together are too short, rarest first."""
    ordered = sorted(direction, key=lambda word: -direction[word])
    rest = 1.0
    for count, word in enumerate(ordered):
        if rest < least * least:
            return ordered[:count]
        rest -= direction[word] ** 2
    return ordered


def _direction(words: Counter[str], weights: Mapping[str, float]) -> dict[str, float]:
    """The weights of the words, of length 1; how often one occurs counts little."""
    weighted = {word: weights[word] * (1 + math.log(count)) for word, count in words.items() if word in weights}
    length = math.sqrt(sum(weight * weight for weight in weighted.values()))
    return {word: weight / length for word, weight in weighted.items()}

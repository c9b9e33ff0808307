"""Whether a document speaks of what a message asks about: then the talk is still about that document."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.question import content_words
from corpus.abbreviations import written_out

# Of the pairs of words side by side, so many stand side by side in the document too.
ENOUGH_PAIRS = 0.5
# A message with more words of its own says all that it asks about.
MOST_OWN_WORDS = 6


def is_short(phrases: Sequence[str]) -> bool:
    """Whether these are few enough words to lean on what went before."""
    return 0 < sum(len(content_words(phrase)) for phrase in phrases) <= MOST_OWN_WORDS


def speaks_of(document_text: str, phrases: Sequence[str], units: Sequence[str]) -> bool:
    """Whether the document names the units and has all words of the phrases, enough of them side by side as there."""
    text = " ".join(document_text.lower().split())
    if not all(_spelt_out(unit) in text or unit.lower() in text for unit in units):
        return False
    told = [_spelt_out(phrase) for phrase in phrases]
    singles = {word for phrase in told for word in content_words(phrase)}
    pairs = [f"{one} {other}" for phrase in told for one, other in pairwise(re.findall(r"[^\W_]+", phrase))]
    if not all(word.replace("_", " ") in text or word in text for word in singles):
        return False
    return not pairs or sum(pair in text for pair in pairs) >= ENOUGH_PAIRS * len(pairs)


def _spelt_out(written: str) -> str:
    return " ".join(written_out(written).lower().split())

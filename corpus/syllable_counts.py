"""Syllables and adjacent pairs as a text has them, and what the shipped question language adds to any library."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from corpus.folding import fold
from corpus.normalise import nfc, unify_spelling

BOUNDARY = ""  # stands between sentences and around brackets
NUMBER = "0"  # stands for every number

WORD = re.compile(
    r"""
      [^\W\d_]+                     # a word
    | \d+                           # a number
    | [.;:!?()\n|/“”"\[\]]+         # what separates; a comma or a hyphen does not
    """,
    re.VERBOSE,
)


def word_of(written: str) -> str:
    """The symbol that the model counts for one match of `WORD` in NFC text."""
    if written[0].isalpha():
        return unify_spelling(written.lower())
    return NUMBER if written[0].isdigit() else BOUNDARY


@dataclass(frozen=True, slots=True)
class SyllableCounts:
    """How often each symbol and each pair of neighbours occurs."""

    single: Counter[str]
    pairs: Counter[tuple[str, str]]
    total: int

    @classmethod
    def of(cls, text: str) -> "SyllableCounts":
        """The counts of `text`, in lower case, whatever its capitals."""
        written = WORD.findall(unify_spelling(nfc(text).lower()))
        words = [BOUNDARY, *map(word_of, written), BOUNDARY]
        return cls(Counter(words), Counter(pairwise(words)), len(words))


@dataclass(frozen=True, slots=True)
class QuestionLanguage:
    """The counts of `question_language.txt`, and its syllables by folded form."""

    counts: SyllableCounts
    by_folded: dict[str, tuple[str, ...]]


@cache
def question_language() -> QuestionLanguage:
    """The shipped question patterns, read at the first call: question words are rare in what offices issue."""
    lines = Path(__file__).with_name("question_language.txt").read_text(encoding="utf-8").splitlines()
    counts = SyllableCounts.of("\n".join(line for line in lines if not line.startswith("#")))
    by_folded: dict[str, tuple[str, ...]] = {}
    for syllable in counts.single:
        by_folded[fold(syllable)] = (*by_folded.get(fold(syllable), ()), syllable)
    return QuestionLanguage(counts, by_folded)

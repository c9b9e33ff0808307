"""The words of a text as relevance counts them."""

import sys
from dataclasses import dataclass
from functools import cached_property, lru_cache

from corpus.abbreviations import spell_out
from corpus.folding import fold
from corpus.lexical_index import terms_of

# Texts whose terms are kept: headings and neighbours are shared by many statements, and questions meet the same ones.
# 2 to 20 kB each.
TEXTS_KEPT = 8_000


@dataclass(frozen=True, eq=False)
class Terms:
    """The syllables and adjacent pairs of a text; equal only to itself, so that what is found with it can be kept."""

    found: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "Terms":
        """The terms of `text`, with its abbreviations spelt out beside them."""
        return _terms(text)

    @cached_property
    def folded(self) -> frozenset[str]:
        """The terms without diacritics: names are often typed so, and "Đăk Lăk" is "Đắk Lắk"."""
        return frozenset(map(sys.intern, fold(" ".join(self.found)).split()))  # at once: there are hundreds


@lru_cache(maxsize=TEXTS_KEPT)
def _terms(text: str) -> Terms:
    return Terms(frozenset(map(sys.intern, terms_of(spell_out(text)))))

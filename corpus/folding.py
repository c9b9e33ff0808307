"""Folding for comparison: lower case, tones and đ removed, one character for one."""

import unicodedata
from functools import cache, lru_cache

LONGEST_KEPT_CHARACTERS = 160  # a word, a name, a question; not a page


def fold(text: str) -> str:
    """`text` in lower case without diacritics, đ and Ð included; as long as the NFC form of `text`.

    >>> fold("Nghị ĐỊNH ð"), len(fold("Điều"))
    ('nghi dinh d', 4)
    """
    return _kept(text) if len(text) <= LONGEST_KEPT_CHARACTERS else _folded(text)


@lru_cache(maxsize=10_000)  # the same words are folded hundreds of times a question; 5 MB at most
def _kept(text: str) -> str:
    return _folded(text)


def _folded(text: str) -> str:
    return "".join(map(_fold_character, unicodedata.normalize("NFC", text)))


@cache
def _fold_character(character: str) -> str:
    if character in "đĐðÐ":
        return "d"
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character

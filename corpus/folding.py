"""Folding for comparison: lower case, tones and đ removed, one character for one."""

import unicodedata
from functools import cache


def fold(text: str) -> str:
    """`text` in lower case without diacritics, đ and Ð included; as long as the NFC form of `text`.

    >>> fold("Nghị ĐỊNH ð"), len(fold("Điều"))
    ('nghi dinh d', 4)
    """
    return "".join(map(_fold_character, unicodedata.normalize("NFC", text)))


@cache
def _fold_character(character: str) -> str:
    if character in "đĐðÐ":
        return "d"
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character

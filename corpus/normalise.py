"""One form for what is written in several: Unicode, tone placement, numbers; the tokens that search compares."""

import re
import unicodedata

from corpus.folding import fold as fold
from corpus.sentences import sentences as sentences

# Both places of the tone mark are in use; Quyết định 1989/QĐ-BGDĐT of 2018 puts it as in "hoà", the letterheads of
# most offices as in "hòa". The second is the form compared. "quý" has one form only: its "qu" is a consonant.
_MISPLACED_TONE = re.compile(
    r"""
    [oOuUòóỏõọÒÓỎÕỌùúủũụÙÚỦŨỤ]                                  # the first vowel, tried first since it is fast
    (?:
        (?<=[oO])[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ](?![^\W\d_])              # hoà, khoẻ: the vowels end the syllable; not hoàn
      | (?<=[uU])(?<![qQ][uU])[ỳýỷỹỵỲÝỶỸỴ](?![^\W\d_])          # thuỷ, uỷ; not quý, not huỵch
      | (?<=[òóỏõọÒÓỎÕỌ])[aeAE](?=[^\W\d_])                     # hòan, typed for hoàn: nothing is written so
      | (?<=[qQ][ùúủũụÙÚỦŨỤ])[yY]                               # qúy, typed for quý
    )
    """,
    re.VERBOSE,
)

_TOKEN = re.compile(
    r"""
      [^\W\d_][^\W_]*                       # a syllable or an abbreviation: thưởng, kh, qh15
    | \d{1,2}/\d{1,2}/\d{4}(?![\d/])        # a date: 10/10/2024
    | \d+(?:/\d{4})?[/-][^\W\d_][^\W_]*(?:[/-][^\W\d_][^\W_]*)*   # a document number: 152/2025/nđ-cp, 34-ct/tw
    | \d{1,2}/\d{1,4}(?![\d/])              # a day or a month: 16/9, 10/2024
    | \d{1,3}(?:\.\d{3})+(?!\d)             # thousands: 2.530.000
    | \d+(?:[.,]\d+)+                       # a decimal or a label: 4,5 and 1.1
    | \d[^\W_]*                             # a number: 2024, 15m
    """,
    re.VERBOSE,
)

_PART = re.compile(r"[^\W_]+")


def nfc(text: str) -> str:
    """`text` with each letter and its marks as one character (Unicode NFC)."""
    return unicodedata.normalize("NFC", text)


def unify_spelling(text: str) -> str:
    """NFC `text` with the tone mark where "hòa" and "thủy" have it, and Đ for the Icelandic Ð; as long as it was.

    >>> unify_spelling("Thuỷ hoà HOÀN quý Ðảng")
    'Thủy hòa HOÀN quý Đảng'
    """
    return _MISPLACED_TONE.sub(_replaced, text.replace("Ð", "Đ").replace("ð", "đ"))


def syllables(text: str) -> list[str]:
    """The lower-case, tone-unified syllables and numbers of `text`, in order.

    A date or document number gives its parts and then itself, folded and without leading zeros, so that the whole
    matches the whole however it was typed.

    >>> syllables("Khen thưởng, xoá 2.530.000 đồng")
    ['khen', 'thưởng', 'xóa', '2530000', 'đồng']
    >>> syllables("Nghị định 152/2025/NĐ-CP")
    ['nghị', 'định', '152', '2025', 'nđ', 'cp', '152/2025/nd-cp']
    """
    found: list[str] = []
    for token in _TOKEN.findall(unify_spelling(nfc(text).lower())):
        if token[0].isalpha():
            found.append(token)
        else:
            found.extend(_numbers(token))
    return found


def _numbers(token: str) -> list[str]:
    if token.isalnum():
        return [_without_zeros(token)]
    if "/" in token or "-" in token:
        return [
            *map(_without_zeros, _PART.findall(token)),
            _PART.sub(lambda part: _without_zeros(part[0]), fold(token)),
        ]
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", token):
        return [token.replace(".", "")]
    return [token]


def _without_zeros(part: str) -> str:
    """The number as those type it who write 7 for 07."""
    return part.lstrip("0") or "0"


def _replaced(match: re.Match[str]) -> str:
    first, second = match[0][0], match[0][1]
    (first_plain, first_tone), (second_plain, second_tone) = _split(first), _split(second)
    if second_tone:
        return nfc(first_plain + second_tone) + second_plain
    return first_plain + nfc(second_plain + first_tone)


def _split(letter: str) -> tuple[str, str]:
    """The letter and its tone mark; none of the letters concerned has another mark."""
    decomposed = unicodedata.normalize("NFD", letter)
    return decomposed[0], decomposed[1:]

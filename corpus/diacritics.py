"""The marks of Vietnamese letters: which syllables a typed one can stand for, and how likely it was typed so."""

import re
import unicodedata

from corpus.folding import fold

_TONES = "\u0300\u0301\u0303\u0309\u0323"  # huyền, sắc, ngã, hỏi, nặng
_ACUTE, _DOT_BELOW = _TONES[1], _TONES[4]
_WITHOUT_TONES = str.maketrans("", "", _TONES)

# Of the syllables typed without all their marks, most have none left; some keep their vowels or their tone.
_SHARE_BARE, _SHARE_PARTIAL = 0.9, 0.1

_SYLLABLE = re.compile(
    r"""
    (?:ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?   # initial consonant
    (?:[iy]e|uye|uo|ua|ue|uy[au]?|uo[iu]|[iy]eu|o[aeo]|u?[aeo][iouy]|[iuy]a|[iu]u|ui|uay|oa[iyo]|oeo|[aeiouy])  # vowels
    (?:ch|ng|nh|[ckmnpt])?                                     # final consonant; k in names of the highlands
    """,
    re.VERBOSE,
)


def is_syllable(folded: str) -> bool:
    """Whether the folded word has the shape of a Vietnamese syllable; abbreviations and most foreign words have not.

    >>> [word for word in ("thuong", "nghieng", "ubnd", "cstd", "online") if is_syllable(word)]
    ['thuong', 'nghieng']
    """
    return _SYLLABLE.fullmatch(folded) is not None


_UNFINISHED = re.compile(
    r"""
      (?<!g)ie | ye | ưo | uo(?=.) | uơ(?=.)   # always iê, yê, ươ, uô or ươ; but gieo, thuở
    """,
    re.VERBOSE,
)
_STOPPED = re.compile(r"(?:ch|[cpt])$")  # takes sắc or nặng


def is_finished(syllable: str) -> bool:
    """Whether a syllable can be what it looks like: "thưong" lacks a mark, "luat" lacks a tone.

    The rules of Đoàn Thiện Thuật, Ngữ âm tiếng Việt (1977): the diphthongs, and the tones before a final stop.

    >>> [word for word in ("thưong", "luat", "tien", "ban", "luật") if is_finished(word)]
    ['ban', 'luật']
    """
    toneless, tone = _split(syllable)
    return not _UNFINISHED.search(toneless) and (tone in (_ACUTE, _DOT_BELOW) or not _STOPPED.search(toneless))


def can_stand_for(typed: str, syllable: str) -> bool:
    """Whether `syllable` has every mark of `typed`, both in lower case; a typed mark is never contradicted.

    >>> [word for word in ("thương", "thường", "thuồng") if can_stand_for("thưong", word)]
    ['thương', 'thường']
    """
    if typed in (syllable, fold(syllable)):
        return True
    typed_vowels, typed_tone = _split(typed)
    vowels, tone = _split(syllable)
    return (
        len(typed) == len(syllable)
        and typed_tone in ("", tone)
        and all(letter in (wanted, fold(wanted)) for letter, wanted in zip(typed_vowels, vowels, strict=True))
    )


def typing_probability(typed: str, syllable: str, omission: float) -> float:
    """How likely one who omits marks in the share `omission` of syllables types `typed` and means `syllable`."""
    bare = fold(typed)
    if typed == syllable:
        return 1.0 if bare == syllable else 1.0 - omission
    return omission * (_SHARE_BARE if typed == bare else _SHARE_PARTIAL)


def with_case_of(typed: str, syllable: str) -> str:
    """`syllable` with capitals where `typed`, which is as long, has them."""
    pairs = zip(typed, syllable, strict=True)
    return "".join(letter.upper() if wanted.isupper() else letter for wanted, letter in pairs)


def _split(syllable: str) -> tuple[str, str]:
    """The syllable without its tone mark, and the tone mark."""
    decomposed = unicodedata.normalize("NFD", syllable)
    tone = "".join(mark for mark in decomposed if mark in _TONES)
    return unicodedata.normalize("NFC", decomposed.translate(_WITHOUT_TONES)), tone

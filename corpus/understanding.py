"""A question as typed on a phone, and how it is read."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.abbreviations import expand
from corpus.folding import fold
from corpus.normalise import nfc, unify_spelling
from corpus.syllable_model import SyllableModel

# The embedding model reads 512 pieces of words, about 1,500 letters of Vietnamese; what follows would not be searched.
LONGEST_QUESTION_CHARACTERS = 1_500

# What people type in chats, in small letters; usage. None is a syllable or an abbreviation of the trade.
CHAT_SHORTHAND: Mapping[str, str] = {
    "dc": "được",
    "đc": "được",
    "dk": "điều kiện",
    "đk": "điều kiện",
    "ko": "không",
    "k": "không",
    "kg": "không",
    "khg": "không",
    "hok": "không",
    "j": "gì",
    "bn": "bao nhiêu",
    "bnhiu": "bao nhiêu",
    "bnhieu": "bao nhiêu",
    "ntn": "như thế nào",
    "vs": "với",
    "cx": "cũng",
    "trc": "trước",
    "lm": "làm",
    "tgian": "thời gian",
    "thgian": "thời gian",
}

_SMALL_WORD = re.compile(
    r"""
    (?<![\w/.-])          # not within a symbol or an address
    [^\W\d_A-Z]{1,6}
    (?![\w/-])
    (?!\.?\s*\d)          # k 2 is khoản 2
    """,
    re.VERBOSE,
)
_UNWRITABLE = {"Cc", "Cs", "Co", "Cn", "So", "Sk", "Zl", "Zp"}  # controls, halves of characters, emoji
_INVISIBLE = {"Cf", "Me"}  # zero-width signs, frames around digits
_VARIATION_SELECTORS = "\ufe0e\ufe0f"


@dataclass(frozen=True, slots=True)
class Reading:
    """How a question is read."""

    typed: str
    text: str  # marks restored, chat shorthand written out, abbreviations as typed; what people are shown
    search_text: str  # `text` and what its abbreviations stand for
    changed: bool  # letters of `text` differ from those typed, other than by capitals or the place of a tone mark


def read_question(typed: str, model: SyllableModel) -> Reading:
    """The reading of any string; of one longer than `LONGEST_QUESTION_CHARACTERS`, of its beginning."""
    clean = _clean(typed[:LONGEST_QUESTION_CHARACTERS])
    text = model.restore(_SMALL_WORD.sub(_written_out, clean))
    expansions = dict.fromkeys(found.expansion for found in expand(text))
    folded = fold(text)
    added = [expansion for expansion in expansions if fold(expansion) not in folded]
    return Reading(
        typed=typed,
        text=text,
        search_text=" ".join([text, *added]),
        changed=unify_spelling(clean.lower()) != unify_spelling(text.lower()),
    )


def _clean(typed: str) -> str:
    """NFC, without emoji, control and invisible characters, white space collapsed."""
    letters = (_visible(character) for character in nfc(typed))
    return nfc(" ".join("".join(letters).split()))


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category in _INVISIBLE or character in _VARIATION_SELECTORS:
        return ""
    return " " if category in _UNWRITABLE else character.replace("Ð", "Đ").replace("ð", "đ")


def _written_out(match: re.Match[str]) -> str:
    return CHAT_SHORTHAND.get(match[0], match[0])

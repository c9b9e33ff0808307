"""Which kind of thing the question words of a text ask for: "thì mấy ngày" may be what was asked before."""

import re
from collections.abc import Iterator

from bot.conversation import follow_up_cues as cues
from bot.conversation.asking_cues import ASKING
from corpus.folding import fold

# Folded, these are other words too ("đầu", "máy", "ái"): where marks are typed, the word must bear its own.
_SPELLINGS = {
    "dau": "đâu", "may": "mấy", "ai": "ai", "nao": "nào", "sao": "sao", "gi": "gì", "chua": "chưa", "khong": "không",
}  # fmt: skip
# In this order, each where none before it stands.
_KINDS = {
    "length": r"bao lau|(?:bao nhieu|may)\s+(?:ngay|thang|tuan|nam)",
    "day": r"(?:ngay|hom|luc|khi|thang|nam|quy|thoi gian|thoi diem|moc)\s+(?:nao|may|gi|bao nhieu)|bao gio|may gio",
    "document": rf"(?:{cues.KIND})\s+(?:nao|gi|may)",
    "unit": r"(?:don vi|co quan|so|bo|cap|ban|noi)\s+nao",
    "person": r"ai",
    "place": r"dau",
    "count": r"bao nhieu|bn|may",
    "manner": r"the nao|ra sao",
    "thing": r"gi|j",
    "whether": r"(?:khong|ko|k|chua)(?=\W*\Z)",
}
_CUES = {kind: re.compile(rf"(?<!\w)(?:{pattern})(?!\w)") for kind, pattern in _KINDS.items()}


def question_words(text: str) -> list[re.Match[str]]:
    """The question words of the text, on its folded form, with what leads to them.

    >>> [match[0] for match in question_words("bắt đầu từ tháng mấy")]
    ['tu thang may']
    """
    return [match for match in ASKING.finditer(fold(text)) if _are_spelt_so(text, match)]


def _are_spelt_so(text: str, match: re.Match[str]) -> bool:
    words = zip(match[0].split(), text[slice(*match.span())].lower().split(), strict=True)
    return all(written in (folded, _SPELLINGS.get(folded, written)) for folded, written in words)


def asks_the_same(text: str, before: str) -> bool:
    """Whether all that the text asks for was asked for before, and it asks for something."""
    kinds = set(_asked_for(text))
    return bool(kinds) and kinds <= set(_asked_for(before))


def asks_of_a_receiver(text: str) -> bool:
    """Whether it asks who or where, not when."""
    return set(_asked_for(text)) <= {"person", "place", "unit"} and bool(set(_asked_for(text)))


def _asked_for(text: str) -> Iterator[str]:
    folded = fold(text)
    for kind, cue in _CUES.items():
        for match in cue.finditer(folded):
            yield kind
            folded = f"{folded[: match.start()]}{'|' * (match.end() - match.start())}{folded[match.end() :]}"

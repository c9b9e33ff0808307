"""What of a passage is embedded and searched: its headings, then its text without the marks of a table's grid."""

import re
from collections.abc import Sequence
from hashlib import sha256

from corpus.model import Passage

_BARS = re.compile(r"\s*\|(?:\s*\|)*\s*")
_SPACES = re.compile(r"[ \t]*\n[ \t\n]*")


def embedded_text(passage: Passage) -> str:
    """The text that the passage's vector stands for."""
    return join_headings(passage.headings, passage.text)


def join_headings(headings: Sequence[str], text: str) -> str:
    r"""Headings joined " – " on a line of their own, then the text; bars of a table as " | ".

    >>> join_headings(["Kế hoạch", "II. Mục tiêu"], "1\n|\nĐề án")
    'Kế hoạch – II. Mục tiêu\n1 | Đề án'
    """
    words = _SPACES.sub("\n", _BARS.sub(" | ", text)).strip(" |\n")
    return "\n".join(filter(None, (" – ".join(headings), words)))


def passage_digest(headings: Sequence[str], text: str) -> str:
    """SHA-256 of what is embedded; names the passage's vector."""
    return sha256(join_headings(headings, text).encode()).hexdigest()

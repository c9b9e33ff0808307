"""The characters of a SourceText: NFC, ordinary spaces, nothing invisible."""

import re
import unicodedata

# Line ends of Windows, of old Macs, of Unicode (UAX #14: NEL, LS, PS) and the vertical tab of Word.
_LINE_END = re.compile(r"\r\n | [\r\v\x85\u2028\u2029]", re.VERBOSE)

_SPACE = re.compile(
    r"""
    [\t\xa0]                   # tab, no-break space
    | [\u1680\u2000-\u200a]    # spaces of other widths
    | [\u202f\u205f\u3000]     # narrow no-break, mathematical, ideographic
    """,
    re.VERBOSE,
)

_INVISIBLE = re.compile(
    r"""
    [\x00-\x08\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]  # control characters, except the line ends
    | \xad                                      # soft hyphen
    | [\u034f\u061c\u180e]                      # grapheme joiner, Arabic and Mongolian marks
    | [\u200b-\u200f\u202a-\u202e]              # zero-width characters, marks and embeddings of direction
    | [\u2060-\u2064\u2066-\u206f]              # word joiner, isolates
    | [\ufeff\ufff9-\ufffb]                     # byte-order mark inside the text, annotation marks
    | [\ud800-\udfff]                           # halves of surrogate pairs, which UTF-8 cannot write
    """,
    re.VERBOSE,
)

_SYMBOL_BULLET = re.compile(
    r"""
    ^([ ]*)                         # at the start of a line
    (?:[\uf000-\uf0ff]              # the Symbol and Wingdings fonts lie in the private use area
    | [•●○■□▪▫◦‣➢➤✓✔])              # bullets of ordinary fonts
    \s*
    """,
    re.VERBOSE | re.MULTILINE,
)


def clean(text: str) -> str:
    r"""The text without outer spaces on its lines or invisible characters, with one kind of line end, NFC.

    >>> clean("Thi\u00a0\u0111ua\u200b \r\n   ke\u0302\u0301t")
    'Thi đua\nkết'
    """
    # Twice: some characters turn into spaces only when normalised, and some letters meet their marks only
    # after what stood between them is gone.
    text = unicodedata.normalize("NFC", text)
    text = _INVISIBLE.sub("", _SPACE.sub(" ", _LINE_END.sub("\n", text)))
    text = unicodedata.normalize("NFC", text)
    return "\n".join(line.strip(" ") for line in text.split("\n"))


def clean_line(text: str) -> str:
    r"""The text on one line, cleaned, with single spaces.

    >>> clean_line("kinh tế -\n  xã hội")
    'kinh tế - xã hội'
    """
    return " ".join(clean(text).split())


def dash_for_bullet(text: str) -> str:
    r"""The text with the bullet that starts a line written as the dash that it stands for.

    >>> dash_for_bullet("\uf0b7 Các thôn")
    '- Các thôn'
    """
    return _SYMBOL_BULLET.sub(r"\1- ", text)

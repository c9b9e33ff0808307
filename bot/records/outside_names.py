"""Names that people and groups gave themselves: made fit to stand in a list that others read."""

import unicodedata

LONGEST_NAME = 64
_MOST_MARKS_IN_A_ROW = 2  # composed Vietnamese letters need none; more are there to spill over other lines
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}  # controls, turns of direction, characters of no width, what is no character
_BLANKS = frozenset("\u115f\u1160\u3164\uffa0\u2800")  # letters that print as nothing


def clean_name(written: str) -> str:
    r"""One line of at most 64 characters, composed, without controls, turns of direction or unseen characters.

    >>> clean_name(" Trần\u202e  Văn\nAn ")
    'Trần Văn An'
    """
    kept: list[str] = []
    marks = 0
    for character in unicodedata.normalize("NFC", written):
        category = unicodedata.category(character)
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        if character.isspace() or character in _BLANKS:
            kept.append(" ")
        elif category not in _UNSEEN and marks <= _MOST_MARKS_IN_A_ROW:
            kept.append(character)
    return " ".join("".join(kept).split())[:LONGEST_NAME].rstrip()


def clean_username(written: str | None) -> str:
    """The name behind @, in small letters, as Telegram compares them; "" for none.

    >>> clean_username("@Tran_An")
    'tran_an'
    """
    return "".join(filter(_is_of_a_username, (written or "").removeprefix("@").lower()))[:LONGEST_NAME]


def _is_of_a_username(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character == "_")

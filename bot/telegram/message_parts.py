"""Cuts a long HTML message into parts that Telegram accepts: at paragraphs, tags closed and opened again.

Telegram counts the characters that are left after parsing, in UTF-16 code units [1].
[1] https://core.telegram.org/api/entities#entity-length
"""

import html
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST_MESSAGE_UNITS = 4096

# A cut this early would leave a part nearly empty: a smaller break further on is better.
EARLIEST_CUT = 0.5

_TOKEN = re.compile(
    r"""
    <(?P<closing>/?)(?P<name>[a-z-]+)[^<>]*>   # <b>, </b>, <a href="…">, <blockquote expandable>
    | &(?:\#\d+|\#x[0-9a-f]+|\w+);             # &lt; is one character
    | [^<&]+ | .                               # anything else, line breaks too
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)

_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)

_JOINER = "\u200d"  # between the parts of one emoji
_CLINGING = frozenset({_JOINER, "\ufe0e", "\ufe0f"})  # and the selectors of its style

# Preferred places to cut, best first.
_BREAKS = ("\n\n", "\n", " ")


@dataclass(frozen=True, slots=True)
class _Tag:
    """One pair of tags; two pairs of the same kind are different tags."""

    place: int
    name: str
    opening: str


@dataclass(frozen=True, slots=True)
class _Character:
    """One character as it is shown, as it is written, and the tags around it, outermost first."""

    shown: str
    written: str
    tags: tuple[_Tag, ...]

    @property
    def units(self) -> int:
        """Its length in UTF-16 code units."""
        return 2 if ord(self.shown) > 0xFFFF else 1


def message_parts(text: str, limit: int = LONGEST_MESSAGE_UNITS) -> list[str]:
    """Parts in order, each at most `limit` units long when parsed, none blank; together all that `text` shows.

    White space at the cuts is left out.

    >>> message_parts("<b>một hai</b> ba", limit=5)
    ['<b>một</b>', '<b>hai</b>', 'ba']
    """
    if _is_one_part(text, limit):
        return [text]
    characters = _trimmed(_parsed(text))
    parts = []
    while characters:
        end = _end_of_part(characters, limit)
        parts.append(_written(_trimmed(characters[:end])))
        characters = _trimmed(characters[end:])
    return parts


def shown_length(text: str) -> int:
    """The length that Telegram counts."""
    return sum(character.units for character in _parsed(text))


def _is_one_part(text: str, limit: int) -> bool:
    """Whether the text can be sent as it stands, as most can; to read it character by character takes milliseconds."""
    bare = _TAG.sub("", text)  # what is shown or longer: entities are not read
    return bare != "" and bare == bare.strip() and len(bare.encode("utf-16-le", "surrogatepass")) <= 2 * limit


def _parsed(text: str) -> Sequence[_Character]:
    characters: list[_Character] = []
    tags: tuple[_Tag, ...] = ()
    for token in _TOKEN.finditer(text):
        if token["name"] is None:
            written = token.group()
            shown = html.unescape(written)
            if len(shown) == 1:
                characters.append(_Character(shown, written, tags))
            else:  # or an entity that HTML does not know, which stays as it is written
                characters += [_Character(one, one, tags) for one in shown]
        elif token["closing"]:
            tags = tags[:-1]
        else:
            tags = (*tags, _Tag(token.start(), token["name"], token.group()))
    return characters


def _end_of_part(characters: Sequence[_Character], limit: int) -> int:
    """How many characters the next part takes."""
    fitting = 0
    units = 0
    while fitting < len(characters) and units + characters[fitting].units <= limit:
        units += characters[fitting].units
        fitting += 1
    if fitting == len(characters):
        return fitting
    # One more, since a break just behind the last character that fits is as good.
    window = "".join(character.shown for character in characters[: fitting + 1])
    for separator in _BREAKS:
        cut = window.rfind(separator)
        if cut >= EARLIEST_CUT * fitting:
            return cut
    cut = fitting
    while cut > 1 and _belong_together(characters[cut - 1].shown, characters[cut].shown):
        cut -= 1
    return cut if cut > 1 else max(fitting, 1)


def _belong_together(before: str, after: str) -> bool:
    """Whether a cut between the two would change what either shows."""
    return before == _JOINER or after in _CLINGING or unicodedata.combining(after) != 0


def _trimmed(characters: Sequence[_Character]) -> Sequence[_Character]:
    first, last = 0, len(characters)
    while first < last and characters[first].shown.isspace():
        first += 1
    while last > first and characters[last - 1].shown.isspace():
        last -= 1
    return characters[first:last]


def _written(characters: Sequence[_Character]) -> str:
    """The characters with their tags, each opened once and closed in reverse order."""
    pieces: list[str] = []
    open_tags: tuple[_Tag, ...] = ()
    for character in characters:
        pieces.append(_change(open_tags, character.tags))
        pieces.append(character.written)
        open_tags = character.tags
    pieces.append(_change(open_tags, ()))
    return "".join(pieces)


def _change(before: tuple[_Tag, ...], after: tuple[_Tag, ...]) -> str:
    """The closing and opening tags between two neighbours."""
    if before is after:
        return ""
    shared = 0
    while shared < min(len(before), len(after)) and before[shared] == after[shared]:
        shared += 1
    closing = "".join(f"</{tag.name}>" for tag in reversed(before[shared:]))
    return closing + "".join(tag.opening for tag in after[shared:])

"""What Telegram finds in a typed text by itself: commands, mentions, addresses."""

import re

from tests.telegram_server.utf16 import utf16_units

_FOUND = re.compile(
    r"""
    (?P<bot_command> (?<![\w/]) /[A-Za-z0-9_]{1,64} (?:@[A-Za-z0-9_]{3,32})? (?![\w/]) )  # /hoi, /hoi@some_bot
    | (?P<mention> (?<![\w@]) @[A-Za-z][A-Za-z0-9_]{3,31} \b )                            # @some_bot
    | (?P<url> \b https?://[^\s<>"]+[^\s<>".,;:!?)] )                                     # https://example.vn/a
    | (?P<hashtag> (?<!\w) \#\w*[^\W\d]\w* )                                              # #thidua
    """,
    re.VERBOSE,
)


def found_entities(text: str) -> list[dict[str, object]]:
    """The entities of a text typed without any formatting, in order, in UTF-16 units."""
    return [
        {
            "type": found.lastgroup,
            "offset": utf16_units(text[: found.start()]),
            "length": utf16_units(found[0]),
        }
        for found in _FOUND.finditer(text)
    ]

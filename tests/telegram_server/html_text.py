"""HTML as Telegram reads it: the text that is shown, its entities, and the errors in Telegram's words.

What Telegram drops without a word (an entity where it may not stand, a link it does not know, entities past the
hundredth) is a warning here, so that a test can insist on none.
https://core.telegram.org/bots/api#html-style, https://core.telegram.org/bots/api#formatting-options
"""

import re
from dataclasses import dataclass, field

from tests.telegram_server.placing import checked_link, misplaced
from tests.telegram_server.refusal import Refused, bad_request
from tests.telegram_server.utf16 import utf16_units

MOST_ENTITIES = 100

_KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "code": "code", "pre": "pre", "a": "text_link", "tg-emoji": "custom_emoji",
    "blockquote": "blockquote",
}  # fmt: skip
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(
    r"&(?:#x(?P<hex>[0-9a-fA-F]{1,7})|#(?P<decimal>\d{1,8})|(?P<name>lt|gt|amp|quot)(?![a-zA-Z]));?"
)
_PLAIN = re.compile(r"[^<&]+")
_SPACES = re.compile(r"\s*")
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.-]*")


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text as it is shown, and what covers it."""

    text: str
    entities: tuple[dict[str, object], ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(slots=True)
class _OpenTag:
    name: str
    kind: str
    argument: str
    offset: int  # in UTF-16 units
    start: int  # in characters of what is shown


@dataclass(slots=True)
class _Reading:
    source: str
    place: int = 0
    shown: str = ""
    units: int = 0
    open_tags: list[_OpenTag] = field(default_factory=list)
    entities: list[dict[str, object]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def bytes_to(self, place: int) -> int:
        return len(self.source[:place].encode())

    def here(self) -> str:
        return self.source[self.place : self.place + 1]

    def skip(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.source, self.place)
        assert found
        self.place = found.end()
        return found[0]

    def show(self, text: str) -> None:
        self.shown += text
        self.units += utf16_units(text)


def parsed_html(source: str) -> Formatted:
    """What is shown of the HTML; Refused when Telegram would not parse it."""
    reading = _Reading(source)
    while reading.place < len(source):
        if reading.here() == "&":
            reading.show(_reference(reading))
        elif reading.here() != "<":
            reading.show(reading.skip(_PLAIN))
        elif source.startswith("</", reading.place):
            _read_end_tag(reading)
        else:
            _read_start_tag(reading)
    if reading.open_tags:
        raise _unparsable(f'Can\'t find end tag corresponding to start tag "{reading.open_tags[-1].name}"')
    if any("\ud800" <= letter <= "\udfff" for letter in reading.shown):
        raise _unparsable(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        )
    if len(reading.entities) > MOST_ENTITIES:
        reading.warnings.append(f"{len(reading.entities)} entities: those after the first {MOST_ENTITIES} are dropped")
    entities = sorted(reading.entities, key=lambda entity: (entity["offset"], -int(str(entity["length"]))))
    return Formatted(reading.shown, tuple(entities[:MOST_ENTITIES]), tuple(reading.warnings))


def _unparsable(what: str) -> Refused:
    return bad_request(f"can't parse entities: {what}")


def _reference(reading: _Reading) -> str:
    found = _REFERENCE.match(reading.source, reading.place)
    if found:
        if found["name"]:
            reading.place = found.end()
            return _NAMED[found["name"]]
        code = int(found["hex"], 16) if found["hex"] else int(found["decimal"])
        if 0 < code < 0x10FFFF:
            reading.place = found.end()
            return chr(code)
    reading.place += 1
    return "&"


def _read_start_tag(reading: _Reading) -> None:
    begin = reading.place
    at = reading.bytes_to(begin)
    end = _end_of_name(reading.source, begin + 1)
    if end == len(reading.source):
        raise _unparsable(f"Unclosed start tag at byte offset {at}")
    name = reading.source[begin + 1 : end].lower()
    if name not in _KINDS:
        raise _unparsable(f'Unsupported start tag "{name}" at byte offset {at}')
    reading.place = end
    attributes = _read_attributes(reading, name, at)
    kind = _KINDS[name]
    argument = ""
    if name == "a":
        argument = attributes.get("href", "")
    elif name == "code":
        argument = attributes.get("class", "").removeprefix("language-")
    elif name == "span" and attributes.get("class") != "tg-spoiler":
        raise _unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
    elif name == "tg-emoji":
        argument = attributes.get("emoji-id", "")
    elif name == "blockquote" and "expandable" in attributes:
        kind = "expandable_blockquote"
    reading.open_tags.append(_OpenTag(name, kind, argument, reading.units, len(reading.shown)))


def _end_of_name(source: str, place: int) -> int:
    while place < len(source) and not source[place].isspace() and source[place] != ">":
        place += 1
    return place


def _read_attributes(reading: _Reading, tag: str, at: int) -> dict[str, str]:
    attributes: dict[str, str] = {}
    while True:
        reading.skip(_SPACES)
        if reading.here() == ">":
            reading.place += 1
            return attributes
        begin = reading.place
        while reading.here() and not reading.here().isspace() and reading.here() not in "=>":
            reading.place += 1
        name = reading.source[begin : reading.place].lower()
        if not name and reading.here():
            raise _unparsable(f'Empty attribute name in the tag "{tag}" at byte offset {at}')
        reading.skip(_SPACES)
        if reading.here() == "=":
            reading.place += 1
            reading.skip(_SPACES)
            attributes[name] = _read_value(reading, tag, at)
        else:
            attributes[name] = ""
        if not reading.here():
            raise _unparsable(f'Unclosed start tag "{tag}" at byte offset {at}')


def _read_value(reading: _Reading, tag: str, at: int) -> str:
    quote = reading.here()
    if not quote:
        raise _unparsable(f'Unclosed start tag "{tag}" at byte offset {at}')
    if quote not in "'\"":
        begin = reading.place
        value = reading.skip(_NAME_TOKEN).lower()
        if not reading.here() or not (reading.here().isspace() or reading.here() == ">"):
            raise _unparsable(f"Unexpected end of name token at byte offset {reading.bytes_to(begin)}")
        return value
    reading.place += 1
    value = ""
    while reading.here() and reading.here() != quote:
        if reading.here() == "&":
            value += _reference(reading)
        else:
            value += reading.here()
            reading.place += 1
    reading.place += 1
    if not reading.here():
        raise _unparsable(f"Unclosed start tag at byte offset {at}")
    return value


def _read_end_tag(reading: _Reading) -> None:
    begin = reading.place
    at = reading.bytes_to(begin)
    if not reading.open_tags:
        raise _unparsable(f"Unexpected end tag at byte offset {at}")
    reading.place = _end_of_name(reading.source, begin + 2)
    name = reading.source[begin + 2 : reading.place].lower()
    reading.skip(_SPACES)
    if reading.here() != ">":
        raise _unparsable(f"Unclosed end tag at byte offset {at}")
    reading.place += 1
    tag = reading.open_tags.pop()
    if name and name != tag.name:
        raise _unparsable(f'Unmatched end tag at byte offset {at}, expected "</{tag.name}>", found "</{name}>"')
    if reading.units > tag.offset:
        _add_entity(reading, tag)


def _add_entity(reading: _Reading, tag: _OpenTag) -> None:
    entity: dict[str, object] = {"type": tag.kind, "offset": tag.offset, "length": reading.units - tag.offset}
    match tag.kind:
        case "custom_emoji":
            if not tag.argument.isdigit() or int(tag.argument) == 0:
                raise _unparsable("Invalid custom emoji identifier specified")
            entity["custom_emoji_id"] = tag.argument
        case "text_link":
            url = checked_link(tag.argument or reading.shown[tag.start :])
            if url is None:
                reading.warnings.append(f"the link {tag.argument!r} is dropped: not an address that Telegram takes")
                return
            entity["url"] = url
        case "code" if tag.argument and any(outer.kind == "pre" for outer in reading.open_tags):
            return  # <pre><code class="language-…">: the language of the pre
    problem = misplaced(tag.kind, [outer.kind for outer in reading.open_tags])
    if problem:
        reading.warnings.append(f"{problem} in {reading.shown[tag.start :][:40]!r}")
        return
    reading.entities.append(entity)

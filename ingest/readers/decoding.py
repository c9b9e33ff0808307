"""From bytes to characters, for the formats that are plain text."""

import codecs
from pathlib import Path

from ingest.errors import UnreadableSource

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(path: Path, content: bytes) -> str:
    """The characters of the file, with Unix line ends; refuses what is neither UTF-8 nor marked UTF-16."""
    encoding = "utf-16" if content.startswith(_UTF16_MARKS) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableSource(path, _not_unicode(content, error)) from error
    if "\0" in text:
        raise UnreadableSource(
            path, f"binary content: a NUL character at character {text.index(chr(0))}; give the document itself as text"
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_unicode(content: bytes, error: UnicodeDecodeError) -> str:
    if error.encoding.startswith("utf-16"):
        return f"not valid UTF-16 at byte {error.start}, although it begins with its mark; save it again as UTF-8"
    # The codec counts from behind the mark.
    offset = error.start + (len(codecs.BOM_UTF8) if content.startswith(codecs.BOM_UTF8) else 0)
    line = content.count(b"\n", 0, offset) + 1
    return (
        f"not valid UTF-8: byte 0x{content[offset]:02x} at offset {offset} (line {line}); convert it to UTF-8: "
        "`iconv -f WINDOWS-1258 -t UTF-8`, or UniKey's converter when it was typed in TCVN3 (ABC) or VNI"
    )

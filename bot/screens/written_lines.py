"""The text of a provision as the lines that are meant: a break that only ends the line of a page is none.

The ends of words that are to be marked travel with the text as two characters that no text holds.
"""

import re
from collections.abc import Iterator

# Stand for the ends of the quoted words until the line is escaped; no text holds them (private use area).
OPEN, CLOSE = "\ue000", "\ue001"
_ENDS = re.compile(f"[{OPEN}{CLOSE}]")
_ENDS_LINE = re.compile(rf"[.:;!?”…][{OPEN}{CLOSE}]*\Z")
_BEGINS_ITEM = re.compile(
    rf"""
    [{OPEN}{CLOSE}]*
    (?:
        [-+–•]\s                                                        # a dash item
      | \(?(?:[IVXLC]{{1,5}}|\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}|[^\W\d_])[.)]\s # IV.  1.2.  a)
      | (?:Căn\ cứ|Điều\ \d)
    )
    """,
    re.VERBOSE,
)


def plain(text: str) -> str:
    """The text without the two characters."""
    return _ENDS.sub("", text)


def joined_lines(raw: str, *, keeps_breaks: bool) -> list[str]:
    """The lines as they are meant: a break that only ends the line of a page is none."""
    lines: list[str] = []
    was_blank = True
    for written in raw.split("\n"):
        line = " ".join(written.replace("|", " ").split())
        if not _ENDS.sub("", line):
            if line and lines:  # an end of the mark alone on a line
                lines[-1] += line
            elif line:
                lines.append(line)
            was_blank = was_blank or not line
            continue
        goes_on = lines and not (was_blank or keeps_breaks or _ENDS_LINE.search(lines[-1]) or _BEGINS_ITEM.match(line))
        if goes_on or (lines and not _ENDS.sub("", lines[-1])):
            lines[-1] = f"{lines[-1]} {line}".strip()
        else:
            lines.append(line)
        was_blank = False
    return [line for line in lines if _ENDS.sub("", line)]


def with_heading_apart(raw: str, heading: str) -> str:
    """The text with an empty line behind a heading that stands on lines of its own."""
    words = r"\s+".join(map(re.escape, heading.split()))
    found = re.search(rf"{words}[ \t]*(?=\n)", raw) if words else None
    return f"{raw[: found.end()]}\n{raw[found.end() :]}" if found else raw


def pieces(line: str, longest: int) -> Iterator[str]:
    """The line, cut behind sentences or words where it is longer than that."""
    while len(line) > longest:
        window = line[:longest]
        cut = max(window.rfind(". "), window.rfind("; ")) + 1
        cut = cut if cut > longest // 2 else window.rfind(" ")
        cut = cut if cut > 0 else longest
        yield line[:cut]
        line = line[cut:].lstrip()
    yield line

"""The type in a picture of deadlines: its sizes, how wide words are, and the lines that fit."""

from dataclasses import dataclass
from functools import cache, lru_cache

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties, findfont, get_font

DOTS_PER_INCH = 100
POINTS = 72 / DOTS_PER_INCH  # of a pixel
_MOST_CHARACTERS = 1000  # of a text; no kind of type has lines for more


@dataclass(frozen=True, slots=True)
class Type:
    """One kind of type, in pixels."""

    size: int
    line_height: int
    is_bold: bool = False
    most_lines: int = 3


TITLE = Type(46, 60, is_bold=True, most_lines=4)
HEADING = Type(38, 50, is_bold=True)
WHEN = Type(32, 42, is_bold=True, most_lines=6)
TASK = Type(34, 45)
SMALL = Type(27, 36, most_lines=2)


@cache
def font(kind: Type) -> FontProperties:
    """DejaVu Sans, which comes with matplotlib and has all Vietnamese letters."""
    return FontProperties(family="DejaVu Sans", weight="bold" if kind.is_bold else "normal", size=kind.size * POINTS)


@lru_cache(maxsize=10_000)
def width(text: str, kind: Type) -> float:
    """How wide the text is on one line, in pixels."""
    measured, _, _ = _renderer().get_text_width_height_descent(text, font(kind), ismath=False)  # type: ignore[no-untyped-call]
    return float(measured)


def wrapped(text: str, kind: Type, room: float) -> list[str]:
    """The text in lines no wider than `room`, "…" behind the last when there would be more than its kind has.

    Letters that the font lacks are left out; a word wider than a line is broken.
    """
    lines: list[str] = []
    line = ""
    for word in _drawable(text[:_MOST_CHARACTERS], kind).split():
        longer = f"{line} {word}".strip()
        if width(longer, kind) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        *pieces, line = _broken(word, kind, room)
        lines += pieces
        if len(lines) > kind.most_lines:  # the rest of a long text need not be measured
            break
    lines += [line] if line else []
    if len(lines) <= kind.most_lines:
        return lines
    last = lines[kind.most_lines - 1]
    while last and width(f"{last}…", kind) > room:
        last = last.rpartition(" ")[0] or last[:-1]
    return [*lines[: kind.most_lines - 1], last.rstrip(" ,;:.–-") + "…"]


def _broken(word: str, kind: Type, room: float) -> list[str]:
    """The word in pieces that fit on a line; nearly always itself."""
    pieces = []
    while width(word, kind) > room and len(word) > 1:
        fits = max(int(len(word) * room / width(word, kind)), 1)
        while fits > 1 and width(word[:fits], kind) > room:
            fits -= 1
        pieces.append(word[:fits])
        word = word[fits:]
    return [*pieces, word]


def _drawable(text: str, kind: Type) -> str:
    """The text without letters that would be drawn as empty boxes, and with a space for each control character."""
    known = _letters(kind)
    return "".join(letter if letter in known else " " if letter.isspace() else "" for letter in text)


@cache
def _letters(kind: Type) -> frozenset[str]:
    return frozenset(map(chr, get_font(findfont(font(kind))).get_charmap())) - set(map(chr, range(32)))


@cache
def _renderer() -> RendererAgg:
    return RendererAgg(1, 1, DOTS_PER_INCH)  # type: ignore[no-untyped-call]

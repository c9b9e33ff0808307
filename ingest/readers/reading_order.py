"""The lines of a page in the order of reading: of two blocks side by side, the left one first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.readers.page_layout import FoundTable, Line, PageContent, Word

# Words of one line overlap by at least this part of the smaller height; superscripts still do.
_SAME_LINE_SHARE = 0.5
# Space between two columns, in heights of a line: justified text never stretches a space so far.
_GUTTER_HEIGHTS = 0.8
# A letterhead ends within the upper part of its page: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục IV.
_LETTERHEAD_SHARE = 0.4

# The middle of a title differs from that of the text by rounding and by lines that overhang.
_CENTRED_WITHIN_POINTS = 12.0

_LETTERHEAD = re.compile(
    r"""
    C[ỘO]NG\s*H(?:ÒA|OÀ|OA)\s*X[ÃA]\s*H[ỘO]I  # the name of the state
    | Độc\s*lập\s*[-–—]\s*Tự\s*do             # the motto
    | ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM          # the head of the Party's papers
    """,
    re.VERBOSE,
)
_RECIPIENTS = re.compile(r"^\s*Nơi\s+(?:nhận|gửi)\s*:")


def lines_of(page: PageContent) -> list[Line]:
    """The lines outside tables, in the order of reading: of two blocks side by side, the left one first."""
    words = [word for word in page.words if not any(_is_within(word, table) for table in page.tables)]
    return _read_blocks(page, _gather(page.number, words))


def _is_within(word: Word, table: FoundTable) -> bool:
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return table.left <= x <= table.right and table.top <= y <= table.bottom


def _gather(page: int, words: Sequence[Word]) -> list[Line]:
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda found: (found.top + found.bottom, found.left)):
        if rows and _is_beside(rows[-1], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [Line(page, tuple(sorted(row, key=lambda found: found.left))) for row in rows]


def _is_beside(row: Sequence[Word], word: Word) -> bool:
    top, bottom = min(found.top for found in row), max(found.bottom for found in row)
    overlap = min(bottom, word.bottom) - max(top, word.top)
    return overlap > _SAME_LINE_SHARE * min(bottom - top, word.bottom - word.top)


def _read_blocks(page: PageContent, lines: list[Line]) -> list[Line]:
    centre = page.width / 2
    head = _head_end(page, lines)
    foot = next((index for index, line in enumerate(lines) if index >= head and _is_recipients(line)), len(lines))
    # The first lines of the signature may stand a little above "Nơi nhận" beside it.
    while head < foot < len(lines) and lines[foot - 1].left > centre * 0.9 and foot - 1 > head:
        foot -= 1
    end = foot
    if foot < len(lines):
        # Recipients seldom share a height with the signature, so the space between is looked for in the middle.
        end = _block_end(lines, foot, _middle(lines), _Gutter(centre * 0.6, centre * 1.4))
    return [
        *_left_then_right(lines[:head], centre),
        *lines[head:foot],
        *_left_then_right(lines[foot:end], centre),
        *lines[end:],
    ]


def _is_recipients(line: Line) -> bool:
    return _RECIPIENTS.match(line.text) is not None


def _head_end(page: PageContent, lines: Sequence[Line]) -> int:
    """How many lines the letterhead has; 0 where the page does not begin with one in two columns."""
    upper = [line for line in lines if line.bottom < page.height * _LETTERHEAD_SHARE]
    if not any(_LETTERHEAD.search(line.text) for line in upper):
        return 0
    return _block_end(upper, 0, _middle(lines), None)


def _block_end(lines: Sequence[Line], start: int, middle: float, gutter: "_Gutter | None") -> int:
    """The line after two blocks side by side: the first in the middle of the page, or across both."""
    end = start
    for index, line in enumerate(lines[start:], start):
        found = _gutter(line, gutter)
        if found is not None:
            gutter, end = found, index + 1
            continue
        is_title = abs((line.left + line.right) / 2 - middle) < _CENTRED_WITHIN_POINTS
        if gutter is not None and (is_title or not gutter.parts(line)):
            break
        if gutter is not None:
            end = index + 1
    return end


def _middle(lines: Sequence[Line]) -> float:
    return (min(line.left for line in lines) + max(line.right for line in lines)) / 2


@dataclass(frozen=True, slots=True)
class _Gutter:
    """The space between two columns that all their lines leave free."""

    left: float
    right: float

    def parts(self, line: Line) -> bool:
        """The line lies wholly on one side."""
        return line.right <= self.right or line.left >= self.left


def _gutter(line: Line, within: _Gutter | None) -> _Gutter | None:
    """The part of `within` that the widest space of the line leaves free; None when it has no such space."""
    least = _GUTTER_HEIGHTS * (line.bottom - line.top)
    found = None
    for first, second in pairwise(line.words):
        if second.left - first.right < least:
            continue
        left = first.right if within is None else max(first.right, within.left)
        right = second.left if within is None else min(second.left, within.right)
        if right > left and (found is None or right - left > found.right - found.left):
            found = _Gutter(left, right)
    return found


def _left_then_right(lines: Sequence[Line], centre: float) -> list[Line]:
    left: list[Line] = []
    right: list[Line] = []
    gutter: _Gutter | None = None
    for line in lines:
        gutter = _gutter(line, gutter) or gutter
    middle = centre * 0.9 if gutter is None else (gutter.left + gutter.right) / 2
    for line in lines:
        if _gutter(line, gutter) is None:
            (left if line.left < middle else right).append(replace(line, is_block_line=True))
            continue
        for side, words in (
            (left, tuple(word for word in line.words if word.left < middle)),
            (right, tuple(word for word in line.words if word.left >= middle)),
        ):
            if words:
                side.append(Line(line.page, words, is_block_line=True))
    return left + right

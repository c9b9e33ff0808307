"""Which lines of a page belong to one paragraph."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from ingest.readers.page_layout import Line

_LABEL = re.compile(
    r"""
    ^(?:
      Điều\s+\d+[a-zđ]?\s*(?:[.:]|$)                  # Điều 5.
    | (?:Chương|Mục|Tiểu\s+mục|Phụ\s+lục|PHỤ\s+LỤC|CHƯƠNG|MỤC|PHẦN)\s+(?:[IVXLC]+|\d+)\b
    | Phần\s+(?:thứ|[IVX]+\b)
    | [IVXLC]{1,6}\s*[.)/]                             # I.
    | [A-ZĐ]\s*[.)]                                    # A.
    | \d{1,2}(?:\.\d{1,2}){0,3}\s*[.)/](?!\d)          # 1.  1.1.  1)
    | \d{1,2}(?:\.\d{1,2}){1,3}(?=\s)                  # 1.1 without its point
    | \(?[a-zđ]{1,2}\)                                 # a)  (a)
    | \(\d{1,2}\)                                      # (1)
    | \[\d{1,3}\]                                      # a note
    | [-–—+*•▪●○\uf000-\uf0ff](?=\s|\w)                # -  +  bullets
    )\s*
    """,
    re.VERBOSE,
)
_SENTENCE_END = re.compile(r"[.;:!?…/][”\"’')\]]*$")

_INDENT_POINTS = 10.0
_CENTRED_WITHIN_POINTS = 12.0
_CENTRED_FROM_POINTS = 40.0  # deeper than the indent of a first line, 1 to 1.27 cm (28 to 36 points)
_SAME_EDGE_POINTS = 3.0
_FEWEST_LINES = 3  # two short lines may end alike by chance
# Between paragraphs stand 6 points more than between lines of 13 to 14 (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.5).
_PARAGRAPH_STEP = 1.25


class Paragraphs:
    """Joins lines by the margins and the line step that these lines show."""

    def __init__(self, lines: Sequence[Line]) -> None:
        plain = [line for line in lines if not line.is_block_line]
        self._left = min((line.left for line in plain), default=0.0)
        self._right = _common_right_edge([line.right for line in plain])
        steps = [
            second.bottom - first.bottom
            for first, second in pairwise(plain)
            if first.page == second.page and second.bottom > first.bottom
        ]
        self._step = median(steps) if steps else 0.0

    def join(self, lines: Iterable[Line]) -> list[list[Line]]:
        """The lines of each paragraph together, in order."""
        paragraphs: list[list[Line]] = []
        for line in lines:
            if paragraphs and self.continues(paragraphs[-1][-1], line):
                paragraphs[-1].append(line)
            else:
                paragraphs.append([line])
        return paragraphs

    def continues(self, line: Line, following: Line) -> bool:
        """The following line goes on with the sentence or the paragraph of this one."""
        is_open = not _SENTENCE_END.search(line.text)
        label = _LABEL.match(following.text)
        goes_on_small = following.text[label.end() if label else 0 :][:1].islower()
        if line.is_block_line or following.is_block_line:
            return line.is_block_line == following.is_block_line and is_open and goes_on_small and not label
        if label:
            # "kinh tế" / "- xã hội", "theo khoản" / "1. của": a label only by chance of the line break.
            return is_open and goes_on_small and self._is_full(line, following)
        if is_open and goes_on_small:
            # "CHỈ THỊ" and "về việc …" are two lines of a title, not one sentence.
            return not (line.text.isupper() and self._is_centred(line))
        if self._is_centred(line) or self._is_centred(following) or self._is_apart(line, following):
            return False
        is_indented = following.left - self._left > _INDENT_POINTS and following.left >= line.left
        return self._is_full(line, following) and (is_open or not is_indented)

    def _is_full(self, line: Line, following: Line) -> bool:
        """The first word of the following line had no room on this one."""
        first = following.words[0]
        space = (line.bottom - line.top) * 0.25
        return line.right + space + (first.right - first.left) > self._right - _SAME_EDGE_POINTS

    def _is_centred(self, line: Line) -> bool:
        before, after = line.left - self._left, self._right - line.right
        return before > _CENTRED_FROM_POINTS and abs(before - after) < _CENTRED_WITHIN_POINTS

    def _is_apart(self, line: Line, following: Line) -> bool:
        step = following.bottom - line.bottom
        return line.page == following.page and not 0 < step <= self._step * _PARAGRAPH_STEP


def _common_right_edge(edges: Sequence[float]) -> float:
    """The right margin: the rightmost edge at which two lines end, or the rightmost of all; none by so few lines."""
    ordered = sorted(edges, reverse=True)
    if len(ordered) < _FEWEST_LINES:
        return float("inf")
    for first, second in pairwise(ordered):
        if first - second <= _SAME_EDGE_POINTS:
            return first
    return ordered[0]

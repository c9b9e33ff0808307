"""Tells a table that only places blocks side by side from one that holds values."""

import re
from collections.abc import Sequence

from ingest.readers.characters import clean_line
from ingest.readers.writer import RowText

# A letterhead has two columns; some issuers leave an empty one between them.
_MOST_COLUMNS = 3

# Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II: what stands beside what in the head and at the foot of an instrument;
# Hướng dẫn 36-HD/VPTW (2018): the same of the Party, whose head reads "ĐẢNG CỘNG SẢN VIỆT NAM".
_BESIDE = re.compile(
    r"""
    Độc\ lập\s*[-–—]\s*Tự\ do          # the motto
    | CỘNG\ H(?:ÒA|OÀ)\ XÃ\ HỘI        # the name of the state
    | ĐẢNG\ CỘNG\ SẢN\ VIỆT\ NAM       # the head of the Party's papers
    | ^\s*Nơi\ (?:nhận|gửi)\s*:        # recipients, beside the signature
    """,
    re.VERBOSE | re.MULTILINE,
)

_HEAD = re.compile(
    r"""
    CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM   # the name of the state, in capitals
    | ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM                         # the head of the Party's papers
    """,
    re.VERBOSE,
)


def is_layout(rows: Sequence[RowText]) -> bool:
    """The table is the letterhead of an instrument or its signature, and not a table of values."""
    if not rows or any(len(row.cells) > _MOST_COLUMNS for row in rows):
        return False
    return any(_BESIDE.search(clean_cell(cell.text)) for row in rows for cell in row.cells)


def is_frame(rows: Sequence[RowText]) -> bool:
    """The table has a single column: it frames text, and its rows say nothing to one another."""
    return all(sum(1 for cell in row.cells if clean_line(cell.text)) <= 1 and len(row.cells) == 1 for row in rows)


def clean_cell(text: str) -> str:
    """The lines of the cell, each cleaned."""
    return "\n".join(map(clean_line, text.split("\n")))


def is_instrument(text: str) -> bool:
    """The text has the head of an instrument: the name of the state, or that of the Party, in capitals."""
    return _HEAD.search(text) is not None

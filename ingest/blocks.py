"""Cuts a text into blocks: a label with its words, a paragraph, a table; lines broken by the page are joined."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.numbering import Label, Style, read_labels
from ingest.source_text import Table

LONGEST_TYPESET_LINE = 160  # characters; a longer line was never broken by a page, it is a paragraph
SHORTEST_TYPESET_LINE = 40  # characters; a page is wider, so a shorter line was ended on purpose

_FINISHED = re.compile(r"[.;:!?…][”’\"»)\]*_]*$|\./\.$")
# After these words a number or letter at the start of the next line belongs to the sentence: "tại khoản / 2. …".
_AWAITS_NUMBER = re.compile(
    r"(?:\b(?:điều|khoản|điểm|mục|chương|phần|số|ngày|tháng|năm|quý|đến|từ|đợt|lần|và|hoặc|của|tại|theo)|[(/–-])$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line that has text; `text` is without outer white space."""

    start: int  # of the line
    text_start: int
    end: int  # after its line break
    text: str
    after_blank: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the text up to where the next one starts."""

    start: int
    text_end: int  # without trailing white space
    labels: tuple[Label, ...] = ()  # the readings of its label; none for a paragraph
    words: int = 0  # where the words after the label begin
    table: Table | None = None


def read_blocks(text: str, start: int, end: int, tables: Sequence[Table]) -> list[Block]:
    """The blocks of `text[start:end]` in order; `tables` lie inside and do not overlap."""
    blocks: list[Block] = []
    position = start
    for table in tables:
        blocks += _lines_to_blocks(text, position, table.start)
        blocks.append(Block(table.start, table.end, words=table.start, table=table))
        position = table.end
    return blocks + _lines_to_blocks(text, position, end)


def read_lines(text: str, start: int, end: int) -> Iterator[Line]:
    """The lines of `text[start:end]` that have text; a line "|" is no text."""
    after_blank = True
    while start < end:
        line_end = text.find("\n", start, end)
        line_end = end if line_end < 0 else line_end + 1
        line = text[start:line_end]
        stripped = line.strip()
        if stripped and stripped != "|":
            indent = len(line) - len(line.lstrip())
            yield Line(start, start + indent, line_end, stripped, after_blank)
            after_blank = False
        else:
            after_blank = True
        start = line_end


def _lines_to_blocks(text: str, start: int, end: int) -> list[Block]:
    blocks: list[Block] = []
    previous: Line | None = None
    for line in read_lines(text, start, end):
        labels = read_labels(line.text)
        is_middle = bool(labels) and previous is not None and _goes_on_despite_label(previous, line, labels[0])
        if labels and not is_middle:
            words = line.text_start + labels[0].words
            blocks.append(Block(line.text_start, line.text_start + len(line.text), labels, words))
        elif previous is None or not (is_middle or not _starts_paragraph(previous, line)):
            blocks.append(Block(line.text_start, line.text_start + len(line.text), (), line.text_start))
        else:
            last = blocks[-1]
            blocks[-1] = Block(last.start, line.text_start + len(line.text), last.labels, last.words)
        previous = line
    return blocks


def _goes_on_despite_label(previous: Line, line: Line, label: Label) -> bool:
    """Whether what looks like a label is the middle of a sentence that the line break cut."""
    if line.after_blank or is_finished(previous.text):
        return False
    if label.style is Style.BULLET:
        # "KINH TẾ / - XÃ HỘI" and "công nghệ cao / - đào tạo": a hyphen that came to stand first.
        words = line.text[label.words :]
        return label.text == "-" and (words[:1].islower() or (words.isupper() and previous.text.isupper()))
    if label.style is Style.ARTICLE and previous.text.endswith(","):
        return True
    return _AWAITS_NUMBER.search(previous.text) is not None and not previous.text.isupper()


def _starts_paragraph(previous: Line, line: Line) -> bool:
    if is_finished(previous.text):
        return True
    if line.text[0].islower():
        return len(previous.text) > LONGEST_TYPESET_LINE and line.after_blank
    if line.after_blank or len(previous.text) > LONGEST_TYPESET_LINE:
        return True
    if previous.text.isupper() != line.text.isupper():
        return True
    if len(previous.text) < SHORTEST_TYPESET_LINE and not line.text.isupper():
        return True
    # A line is broken because the next word does not fit; where it would have fitted, the break is meant.
    first_word = line.text.split(maxsplit=1)[0]
    return len(previous.text) + 1 + len(first_word) <= len(line.text) and not previous.text.isupper()


def is_finished(text: str) -> bool:
    """Whether `text` ends as a sentence or a list item does.

    >>> is_finished("các đơn vị sau:"), is_finished("UBND thành"), is_finished("…để thực hiện./.")
    (True, False, True)
    """
    return _FINISHED.search(text[-6:].rstrip()) is not None

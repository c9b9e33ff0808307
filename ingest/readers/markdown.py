"""Markdown: the words without the marks, tables as tables."""

import re
from collections.abc import Iterator
from pathlib import Path

from ingest.readers.characters import clean
from ingest.readers.decoding import decode
from ingest.readers.front_matter import split_front_matter
from ingest.readers.writer import CellText, RowText, SourceTextWriter
from ingest.source_text import SourceText

_BLOCK_MARK = re.compile(
    r"""
    ^(?:\ {0,3}>\ ?)*          # quotations, nested
    (?:\ {0,3}\#{1,6}(?:\ +|$))? # a heading
    """,
    re.VERBOSE,
)
_CLOSING_HASHES = re.compile(r"\s+\#+\s*$")
_STAR_BULLET = re.compile(r"^(\s*)[*•]\s+")  # "-" and "+" are levels of a Vietnamese list and stay
_RULE = re.compile(
    r"""
    ^\ {0,3}
    (?:([-*_])(?:\s*\1){2,}  # a rule of three or more marks
    |={3,}                   # the line under a heading
    |(?:```|~~~).*)          # a fence of code
    \s*$
    """,
    re.VERBOSE,
)
_TABLE_RULE = re.compile(
    r"""
    ^\s*\|?                     # the line below the head of a table
    \s*:?-+:?\s*                # its first column
    (?:\|\s*:?-+:?\s*)*         # the others
    \|?\s*$
    """,
    re.VERBOSE,
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]*>", re.DOTALL)
_AUTOMATIC_LINK = re.compile(r"<((?:https?|mailto):[^\s<>]+)>")
_LINK = re.compile(
    r"""
    !?\[                       # a link or a picture
    ((?:[^\[\]]|\[[^\[\]]*\])*)  # its words, which may hold brackets
    \]\([^()\s]*(?:\([^()]*\)[^()\s]*)*  # its address, which may hold a pair of parentheses
    (?:\s+"[^"]*")?\)          # its title
    """,
    re.VERBOSE,
)
_EMPHASIS = re.compile(
    r"""
    (\*{1,3}|`+|~~)      # stars, code, struck out
    (?=\S)(.+?)(?<=\S)
    \1
    """,
    re.VERBOSE,
)
_UNDERSCORES = re.compile(r"(?<![\w_])(_{1,3})(?=\S)([^_]+?)(?<=\S)\1(?![\w_])")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CELL_BAR = re.compile(r"(?<!\\)\|")


def read_markdown(path: Path, content: bytes) -> SourceText:
    """The text without its markup; front matter becomes metadata."""
    return source_text_of_markdown(decode(path, content), "md")


def source_text_of_markdown(text: str, source_format: str) -> SourceText:
    """The text without its markup, lines kept as lines; front matter becomes metadata."""
    front = split_front_matter(text)
    body = front.body if front else text
    writer = SourceTextWriter()
    for block in _blocks(_AUTOMATIC_LINK.sub(r"\1", clean(body))):
        if isinstance(block, list):
            writer.table([RowText(tuple(CellText(plain(cell)) for cell in _cells(line))) for line in block])
        elif block.strip() and not _RULE.match(block):
            writer.lines(_without_block_marks(block))
        else:
            writer.blank()
    return writer.finish(source_format, front.metadata if front else {}, front.warnings if front else ())


def plain(text: str) -> str:
    r"""The words of one line without the marks inside it.

    >>> plain("**1. Xã** gửi [báo cáo](https://a.vn/x(1).html) trước 5\\. *Hết*")
    '1. Xã gửi báo cáo trước 5. Hết'
    """
    text = _LINK.sub(r"\1", _TAG.sub("", _BREAK.sub("\n", text)))
    for mark in (_EMPHASIS, _EMPHASIS, _UNDERSCORES):  # twice: emphasis lies inside emphasis
        text = mark.sub(r"\2", text)
    # What is left of emphasis that runs over several lines.
    return _ESCAPE.sub(r"\1", text.replace("**", ""))


def _blocks(text: str) -> Iterator[str | list[str]]:
    """Lines, and the lines of each table together without the rule below its head."""
    lines = text.split("\n")
    index = 0
    while index < len(lines):
        end = _table_end(lines, index)
        if end > index:
            yield [lines[index], *lines[index + 2 : end]]
            index = end
        else:
            yield lines[index]
            index += 1


def _table_end(lines: list[str], start: int) -> int:
    """The line after the table that starts here; `start` itself where none starts."""
    below = lines[start + 1] if start + 1 < len(lines) else ""
    if "|" not in lines[start] or "|" not in below or not _TABLE_RULE.match(below):
        return start
    end = start + 2
    while end < len(lines) and "|" in lines[end]:
        end += 1
    return end


def _cells(line: str) -> list[str]:
    bare = line.strip().removeprefix("|")
    bare = bare[:-1] if bare.endswith("|") and not bare.endswith("\\|") else bare
    return [cell.strip() for cell in _CELL_BAR.split(bare)]


def _without_block_marks(line: str) -> str:
    bare = _BLOCK_MARK.sub("", line)
    if bare != line:
        bare = _CLOSING_HASHES.sub("", bare)
    return plain(_STAR_BULLET.sub(r"\1- ", bare))

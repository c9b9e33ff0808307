"""From the text of a document to the tree of its provisions; their own spans partition the whole text."""

import re
from dataclasses import replace

from corpus.model import Form, Provision, ProvisionKind
from ingest.blocks import Block, read_blocks
from ingest.closing_block import closing_end
from ingest.flattened_tables import find_tables
from ingest.header import Header
from ingest.numbering import RANK, Style
from ingest.outline import Outline
from ingest.provision_tree import Node, freeze
from ingest.source_text import SourceText, Table
from ingest.table_rows import is_layout

_RECIPIENTS = re.compile(r"^[ \t|*_]*Nơi nhận\s*:[ \t*_]*$", re.MULTILINE)
_ANNEX_MARKS = ("(kèm theo", "(ban hành kèm theo", "(đính kèm")
_ARTICLES_OF_A_LAW = 2  # a news item may quote an article; a text with several is a law, whoever posted it
_SEARCHED_FOR_ANNEX = 6  # blocks after the signature: title lines, then "(Kèm theo Quyết định số …)"


def read_structure(source: SourceText, header: Header, document_title: str) -> tuple[Provision, ...]:
    """The provisions of the document, depth first; `text[start:end]` of all of them, in order, is the whole text."""
    text, header = source.text, _with_closing(source.text, header)
    body_start = min(header.body_start, len(text))
    body_end = max(body_start, min(header.body_end, len(text)))
    outline = Outline(text)
    if body_start > 0:
        outline.roots.append(Node(ProvisionKind.LETTERHEAD, 0, body_start, heading=document_title))
    _read_body(outline, source, header, body_start, body_end)
    if body_end < len(text):
        outline.begin_outside()
        outline.roots.append(Node(ProvisionKind.CLOSING, body_end, body_end))
        _read_annexes(outline, source, max(body_end, closing_end(source, header)))
    if not outline.roots:
        outline.roots.append(Node(ProvisionKind.PARAGRAPH, 0, len(text)))
    return freeze(outline.roots, len(text))


def _with_closing(text: str, header: Header) -> Header:
    """The header with the recipients' list as the end of the body, also in a copy without letterhead."""
    if header.form is Form.NEWS or header.body_end < len(text):
        return header
    recipients = _RECIPIENTS.search(text, header.body_start)
    return replace(header, body_end=recipients.start()) if recipients else header


def _read_body(outline: Outline, source: SourceText, header: Header, start: int, end: int) -> None:
    blocks = read_blocks(source.text, start, end, _tables(source, start, end))
    if header.form is Form.NEWS and _articles(blocks) < _ARTICLES_OF_A_LAW:
        blocks = [_without_number(block) for block in blocks]
    first = next((index for index, block in enumerate(blocks) if _begins_body(block)), None)
    if header.form is Form.OFFICIAL and first:
        outline.roots.append(Node(ProvisionKind.PREAMBLE, start, blocks[first - 1].text_end))
        blocks = blocks[first:]
    last_labelled = max((index for index, block in enumerate(blocks) if block.labels or block.table), default=-1)
    for index, block in enumerate(blocks):
        outline.add(block, is_last_paragraph=index > last_labelled)


def _articles(blocks: list[Block]) -> int:
    return sum(bool(block.labels) and block.labels[0].style is Style.ARTICLE for block in blocks)


def _begins_body(block: Block) -> bool:
    """Whether the block is a numbered provision; paragraphs, dashes and tables before the first are the preamble."""
    return bool(block.labels) and block.labels[0].style is not Style.BULLET


def _without_number(block: Block) -> Block:
    """A news item has no provisions: only its dashes are labels."""
    if block.labels and block.labels[0].style is not Style.BULLET:
        return Block(block.start, block.text_end, (), block.start)
    return block


def _read_annexes(outline: Outline, source: SourceText, start: int) -> None:
    blocks = read_blocks(source.text, start, len(source.text), _tables(source, start, len(source.text)))
    if blocks and not (blocks[0].labels and blocks[0].labels[0].style in RANK) and _is_annex(source.text, blocks):
        outline.begin_appendix(blocks[0].start)
    for block in blocks:
        outline.add(block)


def _is_annex(text: str, blocks: list[Block]) -> bool:
    first = [text[block.start : block.text_end] for block in blocks[:_SEARCHED_FOR_ANNEX]]
    return any(words.casefold().startswith(_ANNEX_MARKS) for words in first)


def _tables(source: SourceText, start: int, end: int) -> list[Table]:
    """The tables that lie in the span; the reader's own where it knew any."""
    if source.tables:
        tables = [table for table in source.tables if start <= table.start and table.end <= end and table.rows]
    else:
        tables = find_tables(source.text, start, end)
    return [table for table in tables if not is_layout(source.text, table)]

"""Plain text, in UTF-8 or UTF-16."""

from pathlib import Path

from ingest.readers.characters import clean
from ingest.readers.decoding import decode
from ingest.readers.front_matter import split_front_matter
from ingest.readers.markdown import source_text_of_markdown
from ingest.readers.writer import SourceTextWriter
from ingest.source_text import SourceText


def read_plain_text(path: Path, content: bytes) -> SourceText:
    """The lines as they stand; a form feed begins a page, and front matter makes the text Markdown."""
    text = decode(path, content)
    if split_front_matter(text) is not None:
        return source_text_of_markdown(text, "txt")
    return source_text_of_lines(text)


def source_text_of_lines(text: str) -> SourceText:
    """The lines of `text`, cleaned, with at most one empty line between them."""
    writer = SourceTextWriter()
    pages = text.split("\f")
    for number, page in enumerate(pages, 1):
        if len(pages) > 1 and (page.strip() or number < len(pages)):
            writer.page(number)
        for line in clean(page).strip("\n").split("\n"):
            if line:
                writer.lines(line)
            else:
                writer.blank()
    return writer.finish("txt")

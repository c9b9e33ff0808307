"""Saved web pages: the only file that imports trafilatura and lxml."""

import logging
import re
from copy import deepcopy
from pathlib import Path

import trafilatura
from lxml import etree, html

from ingest.errors import UnreadableSource
from ingest.readers.characters import clean_line
from ingest.readers.decoding import decode
from ingest.readers.layout_table import is_instrument
from ingest.readers.web_boilerplate import densest, is_boilerplate, unlinked_length
from ingest.readers.web_element import WebElement, all_text
from ingest.readers.web_metadata import page_metadata
from ingest.readers.web_rendering import render
from ingest.source_text import SourceText

# WHATWG HTML, 13.2.3.2: the declaration stands within the first 1,024 bytes; saved pages put comments before it.
_DECLARED_WITHIN_BYTES = 4096
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")

# Around news stand bylines and captions that trafilatura leaves out; when more is missing it took a part for the whole.
_LEAST_SHARE = 0.5


def read_web_page(path: Path, content: bytes) -> SourceText:
    """The article or the instrument that the page shows, without what surrounds it on every page of its site."""
    text = _XML_DECLARATION.sub("", _characters(path, content))
    try:
        # The parser's own limit of 256 levels drops what lies deeper, and tags that are never closed nest deeply.
        page = html.document_fromstring(text, parser=html.HTMLParser(huge_tree=True))
        metadata = page_metadata(page)
        whole = _without_boilerplate(page)
        holds_instrument = is_instrument(all_text(whole))
        chosen = _chosen(page, whole, holds_instrument)
        # What the page says about itself is about the web page; an instrument says the same of itself, and better.
        kept = {key: value for key, value in metadata.items() if key == "source" or not holds_instrument}
        return render(chosen, kept, _missing_headline(kept, chosen))
    except RecursionError as error:
        raise UnreadableSource(path, "its tags nest too deeply; open it in a browser and save its text") from error
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableSource(path, f"not a web page that can be parsed ({error}); save it again as .html") from error


def _characters(path: Path, content: bytes) -> str:
    declared = _CHARSET.search(content[:_DECLARED_WITHIN_BYTES])
    charset = declared[1].decode("ascii", "replace").lower() if declared else "utf-8"
    if charset.startswith(("utf", "unicode")) or content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return decode(path, content)
    try:
        return content.decode(charset).replace("\0", "")
    except LookupError as error:
        raise UnreadableSource(path, f"the page declares an unknown encoding, {charset}; save it as UTF-8") from error
    except UnicodeDecodeError as error:
        raise UnreadableSource(
            path, f"the page declares {charset}, but byte {error.start} does not fit; save it as UTF-8"
        ) from error


def _without_boilerplate(page: html.HtmlElement) -> WebElement:
    """The densest element of the page, after menus, forms and the like were taken out of it."""
    body = page.find("body")
    root = page if body is None else body
    _prune(root, unlinked_length(root))
    return densest(root)


def _prune(holder: html.HtmlElement, length: int) -> int:
    """Boilerplate below `holder` is gone; gives what is left of the page's length.

    Menus come first on a page: once they are gone, a short article is the greater part of what is left.
    """
    for element in list(holder):
        if is_boilerplate(element, length):
            length -= unlinked_length(element)
            element.drop_tree()
        else:
            length = _prune(element, length)
    return length


def _chosen(page: html.HtmlElement, whole: WebElement, holds_instrument: bool) -> WebElement:
    """What trafilatura takes for the article, unless that lacks too much of the whole.

    Of an instrument nothing may be lost, and trafilatura drops short lines, spans of cells and empty cells: it is
    taken whole.
    """
    if holds_instrument:
        return whole
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it logs an error for each page without an article
    found = trafilatura.bare_extraction(deepcopy(page), include_comments=False, favor_recall=True)
    article: WebElement | None = getattr(found, "body", None)
    if article is None or len(render(article).text) < _LEAST_SHARE * len(render(whole).text):
        return whole
    return article


def _missing_headline(metadata: dict[str, str], article: WebElement) -> str:
    """The headline, where the page shows it outside the article."""
    headline = metadata.get("title", "")
    return "" if headline in clean_line(all_text(article))[: 4 * len(headline)] else headline

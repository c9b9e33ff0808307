"""What the readers of web pages use of an element."""

from collections.abc import Iterator
from typing import Protocol


class WebElement(Protocol):
    """An element of HTML, or of the vocabulary that trafilatura takes from TEI."""

    @property
    def tag(self) -> object:
        """The name; not a string for a comment."""

    @property
    def text(self) -> str | None:
        """The characters before the first child."""

    @property
    def tail(self) -> str | None:
        """The characters between the element and its next sibling."""

    def get(self, key: str) -> str | None:
        """The attribute of that name."""

    def __iter__(self) -> Iterator["WebElement"]:
        """The children in order."""

    def iter(self) -> Iterator["WebElement"]:
        """The element and its descendants in document order."""


# Their content is for programs.
UNSEEN = {"script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "select", "textarea"}


def tag_of(element: WebElement) -> str:
    """The name in small letters; "" for a comment or a processing instruction."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def all_text(element: WebElement) -> str:
    """Every character that is shown below the element, without line structure."""
    if tag_of(element) in UNSEEN or not tag_of(element):
        return ""
    pieces = [element.text or ""]
    for found in element:
        pieces += [all_text(found), found.tail or ""]
    return " ".join(pieces)

"""The names of WordprocessingML (ECMA-376 part 1, clause 17) and how to ask an element for them."""

from collections.abc import Iterator
from typing import Protocol

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFF = {"0", "false", "off", "none"}


class Element(Protocol):
    """What is used of an XML element."""

    @property
    def tag(self) -> object:
        """The name with its namespace; not a string for a comment."""

    @property
    def text(self) -> str | None:
        """The characters before the first child."""

    def get(self, key: str) -> str | None:
        """The attribute of that name with its namespace."""

    def __iter__(self) -> Iterator["Element"]:
        """The children in order."""


def name_of(element: Element) -> str:
    """The name without its namespace; "" for a comment or a processing instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value_of(element: Element | None, attribute: str = "val") -> str:
    """The attribute of the main namespace, "" when the element or the attribute is missing."""
    if element is None:
        return ""
    for namespace in (_MAIN, _STRICT):
        value = element.get(f"{{{namespace}}}{attribute}")
        if value is not None:
            return value
    return ""


def number_of(element: Element | None, attribute: str = "val") -> int | None:
    """The attribute as a whole number; None when it is missing or none."""
    value = value_of(element, attribute)
    return int(value) if value.isascii() and value.removeprefix("-").isdigit() else None


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of the first name, its first child of the second, and so on; None when one is missing."""
    for name in names:
        if element is None:
            return None
        element = next((found for found in element if name_of(found) == name), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children of that name in order."""
    return iter(()) if element is None else (found for found in element if name_of(found) == name)


def is_on(element: Element | None) -> bool:
    """The property is there and not switched off (17.3.2: a toggle without a value is on)."""
    return element is not None and value_of(element) not in _OFF

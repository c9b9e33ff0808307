"""What a paragraph inherits from its style: its list and its level (ECMA-376 part 1, 17.7)."""

from collections.abc import Iterator

from ingest.readers.word.markup import Element, child, children, is_on, number_of, value_of


class Styles:
    """The paragraph styles of one document."""

    def __init__(self, styles: Element | None) -> None:
        found = [style for style in children(styles, "style") if value_of(style, "type") in {"paragraph", ""}]
        self._by_id = {value_of(style, "styleId"): style for style in found}
        self._default = next((value_of(style, "styleId") for style in found if _is_default(style)), "")

    def list_of(self, paragraph: Element) -> tuple[str, int]:
        """The list that numbers the paragraph and the level in it, from 0; ("", 0) when none does."""
        own = child(paragraph, "pPr", "numPr")
        identifier, depth = value_of(child(own, "numId")), number_of(child(own, "ilvl"))
        for style in self._chain(paragraph):
            inherited = child(style, "pPr", "numPr")
            identifier = identifier or value_of(child(inherited, "numId"))
            depth = number_of(child(inherited, "ilvl")) if depth is None else depth
        # 17.9.18: the list 0 takes away a number that the style gives.
        return ("", 0) if identifier == "0" else (identifier, depth or 0)

    def is_in_capitals(self, paragraph: Element) -> bool:
        """The style shows small letters as capitals (17.3.2.5)."""
        for style in self._chain(paragraph):
            capitals = child(style, "rPr", "caps")
            if capitals is not None:
                return is_on(capitals)
        return False

    def _chain(self, paragraph: Element) -> Iterator[Element]:
        """The paragraph's style, the one that it is based on, and so on."""
        seen: set[str] = set()
        identifier = value_of(child(paragraph, "pPr", "pStyle")) or self._default
        while identifier in self._by_id and identifier not in seen:
            seen.add(identifier)
            style = self._by_id[identifier]
            yield style
            identifier = value_of(child(style, "basedOn"))


def _is_default(style: Element) -> bool:
    return value_of(style, "default") in {"1", "true", "on"}

"""The text of one paragraph as it is shown: insertions kept, deletions dropped, marks of notes in place."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.readers.word.markup import Element, child, children, is_on, name_of, value_of

# Elements around runs whose content is shown (17.3, 17.5, 17.13, 17.16).
_SHOWN = {
    "ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo",
    "oMath", "oMathPara", "ruby", "rubyBase", "subDoc", "p",
}  # fmt: skip
_MATHEMATICS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_BREAKS = {"br": "\n", "cr": "\n", "tab": " ", "ptab": " ", "noBreakHyphen": "-"}
_SYMBOL_FONTS_BULLET = "-"


@dataclass(slots=True)
class Notes:
    """The footnotes and endnotes that the text refers to, in the order of their marks."""

    marks: list[tuple[str, str]] = field(default_factory=list)  # (kind, id)

    def mark(self, kind: str, identifier: str) -> str:
        """The mark "[n]" of the note; the same note keeps its mark."""
        if (kind, identifier) not in self.marks:
            self.marks.append((kind, identifier))
        return f"[{self.marks.index((kind, identifier)) + 1}]"


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """The characters of a paragraph, and the text boxes that hang in it."""

    text: str
    boxes: tuple[Element, ...]


def shown(paragraph: Element, notes: Notes, *, in_capitals: bool = False) -> ShownParagraph:
    """The paragraph's text with its line breaks, and its text boxes."""
    boxes: list[Element] = []
    text = "".join(_inline(paragraph, notes, boxes, in_capitals))
    return ShownParagraph(text, tuple(boxes))


def is_mark_deleted(paragraph: Element) -> bool:
    """The end of this paragraph was deleted: what follows belongs to it (17.13.5.15)."""
    return child(paragraph, "pPr", "rPr", "del") is not None


def _inline(holder: Element, notes: Notes, boxes: list[Element], in_capitals: bool) -> Iterator[str]:
    for element in holder:
        name = name_of(element)
        if name == "r":
            if str(element.tag).startswith(f"{{{_MATHEMATICS}}}"):
                yield "".join(found.text or "" for found in children(element, "t"))
            elif not is_on(child(element, "rPr", "vanish")):
                yield from _run(element, notes, boxes, in_capitals)
        elif name == "AlternateContent":
            for choice in children(element, "Choice"):
                yield from _inline(choice, notes, boxes, in_capitals)
        elif name in _SHOWN or _is_mathematics(element):
            yield from _inline(element, notes, boxes, in_capitals)


def _is_mathematics(element: Element) -> bool:
    return isinstance(element.tag, str) and element.tag.startswith(f"{{{_MATHEMATICS}}}")


def _run(run: Element, notes: Notes, boxes: list[Element], in_capitals: bool) -> Iterator[str]:
    own = child(run, "rPr", "caps")
    capitals = in_capitals if own is None else is_on(own)
    for element in run:
        match name_of(element):
            case "t":
                yield (element.text or "").upper() if capitals else element.text or ""
            case "br" | "cr" | "tab" | "ptab" | "noBreakHyphen" as name:
                yield _BREAKS[name]
            case "sym":
                yield _symbol(element)
            case "footnoteReference" | "endnoteReference" as name:
                yield notes.mark(name.removesuffix("Reference"), value_of(element, "id"))
            case "AlternateContent" | "drawing" | "pict" | "object":
                boxes.extend(_text_boxes(element))


def _symbol(element: Element) -> str:
    """17.3.3.30: a character of a symbol font; the private use area holds bullets and arrows there."""
    code = value_of(element, "char")
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return _SYMBOL_FONTS_BULLET if "\uf000" <= character <= "\uf0ff" else character


def _text_boxes(element: Element) -> Iterator[Element]:
    """The contents of the text boxes, once: the fallback repeats what the choice shows."""
    for found in element:
        name = name_of(found)
        if name == "txbxContent":
            yield found
        elif name != "Fallback":
            yield from _text_boxes(found)

"""The tree of provisions while it is read, and its frozen form with locators and spans that partition the text."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.locator import Level, Locator
from corpus.model import Provision, ProvisionKind
from ingest.numbering import Label

_LEVELS = {
    ProvisionKind.LETTERHEAD: Level.LETTERHEAD,
    ProvisionKind.PREAMBLE: Level.PREAMBLE,
    ProvisionKind.CLOSING: Level.CLOSING,
    ProvisionKind.APPENDIX: Level.APPENDIX,
    ProvisionKind.PART: Level.PART,
    ProvisionKind.CHAPTER: Level.CHAPTER,
    ProvisionKind.SECTION: Level.SECTION,
    ProvisionKind.SUBSECTION: Level.SUBSECTION,
    ProvisionKind.ARTICLE: Level.ARTICLE,
    ProvisionKind.CLAUSE: Level.CLAUSE,
    ProvisionKind.POINT: Level.POINT,
    ProvisionKind.HEADING: Level.SECTION,
    ProvisionKind.ITEM: Level.ITEM,
    ProvisionKind.PARAGRAPH: Level.PARAGRAPH,
    ProvisionKind.TABLE: Level.TABLE,
    ProvisionKind.ROW: Level.ROW,
    ProvisionKind.FOOTNOTE: Level.FOOTNOTE,
}
_COUNTED = frozenset({ProvisionKind.ITEM, ProvisionKind.PARAGRAPH, ProvisionKind.TABLE, ProvisionKind.ROW})


@dataclass(slots=True)
class Node:
    """A provision being read; `text_end` is the end of its own words so far."""

    kind: ProvisionKind
    start: int
    text_end: int
    label: Label | None = None
    label_text: str = ""
    words: int = 0  # where the words after the label begin
    heading: str = ""
    sentence: str = ""  # its own words where they are one short sentence, which may yet prove to be a heading
    columns: tuple[tuple[str, str], ...] = ()
    row_number: int = 0  # of a row: its place in the table, from 1
    has_own_paragraph: bool = False  # its own text is or holds a paragraph: the next one is its second
    children: list["Node"] = field(default_factory=list)

    def add(self, child: "Node") -> "Node":
        """`child` is its last child."""
        self.children.append(child)
        return child


def freeze(roots: list[Node], length: int) -> tuple[Provision, ...]:
    """The provisions in depth-first order; their own spans partition a text of `length` characters."""
    flat = list(_walk(roots))
    starts = [0, *(node.start for node, *_ in flat[1:]), length]
    ends_of_subtrees = _subtree_ends([depth for _, _, depth, _ in flat])
    return tuple(
        Provision(
            ordinal=ordinal,
            parent=parent,
            kind=node.kind,
            label=node.label_text,
            heading=_heading(node),
            locator=locator,
            start=starts[ordinal],
            end=starts[ordinal + 1],
            subtree_end=starts[ends_of_subtrees[ordinal]],
            columns=node.columns,
        )
        for ordinal, (node, parent, _, locator) in enumerate(flat)
    )


def _heading(node: Node) -> str:
    """Its heading, as far as there is something to head: "IV. Tổ chức thực hiện." is one where items follow."""
    heads_items = any(child.label is not None for child in node.children)
    if node.kind is ProvisionKind.ITEM and not heads_items:
        return ""
    return node.heading or (node.sentence if heads_items else "")


def _walk(roots: list[Node]) -> Iterator[tuple[Node, int | None, int, Locator]]:
    """Each node with the ordinal of its parent, its depth and its locator; without recursion, texts may nest deep."""
    places = _locators(roots, Locator(), 0)
    stack: list[tuple[Node, int | None, int, Locator]] = [
        (node, None, 0, place) for node, place in zip(reversed(roots), reversed(places), strict=True)
    ]
    ordinal = 0
    while stack:
        node, parent, depth, locator = stack.pop()
        yield node, parent, depth, locator
        below = _locators(node.children, locator, int(node.has_own_paragraph))
        stack += reversed(
            [(child, ordinal, depth + 1, place) for child, place in zip(node.children, below, strict=True)]
        )
        ordinal += 1


def _subtree_ends(depths: list[int]) -> list[int]:
    """For each node the index of the first one after its subtree."""
    ends = [len(depths)] * len(depths)
    open_nodes: list[int] = []
    for index, depth in enumerate(depths):
        while open_nodes and depths[open_nodes[-1]] >= depth:
            ends[open_nodes.pop()] = index
        open_nodes.append(index)
    return ends


def _locators(nodes: list[Node], above: Locator, own_paragraphs: int) -> list[Locator]:
    counts = {kind: 0 for kind in _COUNTED}
    counts[ProvisionKind.PARAGRAPH] = own_paragraphs
    has_one_table = sum(node.kind is ProvisionKind.TABLE for node in nodes) == 1
    locators = []
    for node in nodes:
        if node.kind in counts:
            counts[node.kind] += 1
        locators.append(_locator(node, above, counts.get(node.kind, 0), is_only_table=has_one_table))
    return locators


def _locator(node: Node, above: Locator, count: int, *, is_only_table: bool) -> Locator:
    if node.kind is ProvisionKind.TABLE:
        # "Phụ lục I dòng 3": people name the table only where there are several.
        return above if is_only_table and above.steps else above.child(Level.TABLE, str(count))
    if node.kind is ProvisionKind.ROW:
        steps = tuple(step for step in above.steps if step.level is not Level.ROW)
        return Locator(steps).child(Level.ROW, str(node.row_number))
    if node.kind is ProvisionKind.ARTICLE:
        # An article is unique in its law, whatever its chapter; annexes number theirs anew.
        steps = tuple(step for step in above.steps if step.level is Level.APPENDIX)
        return Locator(steps).child(Level.ARTICLE, node.label_text)
    label = str(count) if node.kind in _COUNTED else node.label_text
    return above.child(_LEVELS[node.kind], label)

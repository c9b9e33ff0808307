"""Nests blocks into provisions, by the style of each label and the lists that are open above it.

The order Phần, Chương, Mục, Tiểu mục, Điều, khoản, điểm is fixed (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6). Plans
number freely: there a label continues the innermost open list of its own style, or else begins a list one level down.
"""

import re
from collections.abc import Callable

from corpus.model import ProvisionKind
from ingest.blocks import Block, is_finished
from ingest.numbering import RANK, Label, Style
from ingest.provision_tree import Node
from ingest.table_rows import table_node

LONGEST_HEADING = 200  # characters; longer words after a label are its text, not its heading
LONGEST_INLINE_HEADING = 90  # characters before the colon in "2. Thời gian thực hiện: từ …"

_STRUCTURAL_KINDS = {
    Style.APPENDIX: ProvisionKind.APPENDIX,
    Style.PART: ProvisionKind.PART,
    Style.CHAPTER: ProvisionKind.CHAPTER,
    Style.SECTION: ProvisionKind.SECTION,
    Style.SUBSECTION: ProvisionKind.SUBSECTION,
    Style.ARTICLE: ProvisionKind.ARTICLE,
}
_WEAK = frozenset({ProvisionKind.ITEM, ProvisionKind.PARAGRAPH})
# How the last paragraph of a plan or report, which belongs to no section, begins.
_FAREWELL = re.compile(
    r"""
    (?: Trên\ đây | Yêu\ cầu | Đề\ nghị | Trong\ quá\ trình | Căn\ cứ\ (?:kế\ hoạch|nội\ dung|chức\ năng)
      | Nhận\ được | (?:Kế\ hoạch|Nghị\ quyết|Quyết\ định|Luật|Chỉ\ thị)\ này )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Outline:
    """The provisions read so far; `roots` are the outermost."""

    def __init__(self, text: str) -> None:
        self.roots: list[Node] = []
        self._text = text
        self._open: list[Node] = []  # from the outermost to the innermost
        self._absorbs = False  # the next paragraph may still belong to the last labelled node

    def add(self, block: Block, *, is_last_paragraph: bool = False) -> None:
        """The block has its place."""
        if block.table is not None:
            self._close_weak()
            self._attach(table_node(self._text, block.table))
            self._absorbs = False
            return
        label = self._reading(block.labels)
        if label is not None:
            self._add_label(block, label)
        else:
            self._add_paragraph(block, is_last=is_last_paragraph)

    def begin_appendix(self, start: int) -> None:
        """What follows is an annex that bears no "Phụ lục"; its title begins at `start`."""
        self._open = []
        self._push(Node(ProvisionKind.APPENDIX, start, start, Label(Style.APPENDIX, "", "", 0), words=start))

    def begin_outside(self) -> None:
        """What follows belongs to no provision above."""
        self._open, self._absorbs = [], False

    # Labels

    def _reading(self, labels: tuple[Label, ...]) -> Label | None:
        """The reading of a label that fits the open lists; None where it is a word that looks like a label."""
        for label in labels:
            before = self._find(label)
            if before is not None and before.label is not None and label.value == before.label.value + 1:
                return label
        for label in labels:
            if label.value == 1 and self._may_begin(label):
                return label
        for label in labels:
            if self._find(label) is not None:
                return label
        for label in labels:
            if self._may_begin(label):
                return label
        return None

    def _may_begin(self, label: Label) -> bool:
        if label.style is Style.CAPITAL:  # "T. Anh" is a name
            return label.text == "A"
        if label.style is Style.DIGIT and "." in label.text:
            return label.value == 1 or self._prefix(label) is not None
        return True

    def _find(self, label: Label) -> Node | None:
        """The last member of the innermost open list that the label can continue."""
        for node in reversed(self._open):
            if node.label is not None and node.label.key == label.key:
                return node
            if node.label is not None and node.label.style in RANK and label.style not in RANK:
                return None
        return None

    def _prefix(self, label: Label) -> Node | None:
        """The open node "1.1" for the label "1.1.2"."""
        above = label.text.rsplit(".", 1)[0]
        for node in reversed(self._open):
            if node.label is not None and node.label.style is Style.DIGIT and node.label.text == above:
                return node
        return None

    def _add_label(self, block: Block, label: Label) -> None:
        if label.style is Style.FOOTNOTE:
            self.begin_outside()
        elif label.style in RANK:
            self._close_until(
                lambda node: node.label is not None and RANK.get(node.label.style, 99) < RANK[label.style]
            )
        else:
            self._make_room(label)
        parent = self._open[-1] if self._open else None
        node = Node(
            kind=_kind(label, self._open, parent),
            start=block.start,
            text_end=block.text_end,
            label=label,
            label_text=label.text,
            words=block.words,
        )
        words = self._text[block.words : block.text_end]
        node.heading = "" if label.style is Style.FOOTNOTE else _heading(words)
        node.sentence = _joined(words).rstrip(". ") if len(words) <= LONGEST_INLINE_HEADING else ""
        node.has_own_paragraph = len(_joined(words)) > len(node.heading) + 2
        self._push(node)

    def _make_room(self, label: Label) -> None:
        """The innermost open node is the parent of the label's node."""
        before = self._find(label)
        if before is not None and not (self._restarts(label, before) and self._introduces()):
            self._close_until(lambda node: node is before)
            self._open.pop()
            return
        prefix = self._prefix(label) if "." in label.text else None
        if prefix is not None:
            self._close_until(lambda node: node is prefix)
        elif label.style in (Style.ROMAN, Style.CAPITAL):
            # The upper levels of a plan: never below "1." or "a)".
            upper = (*RANK, Style.CAPITAL, Style.ROMAN)
            self._close_until(lambda node: node.label is not None and node.label.style in upper)
        elif label.style is Style.BULLET:
            if self._open and self._open[-1].kind is ProvisionKind.PARAGRAPH and not self._introduces():
                self._open.pop()
        elif not (label.value == 1 and self._introduces() and self._open[-1].kind is ProvisionKind.ITEM):
            self._close_weak()

    def _restarts(self, label: Label, before: Node) -> bool:
        return (
            label.value == 1
            and before.label is not None
            and before.label.value != 0
            and self._open[-1] is not before
            and self._open[-1].kind is not ProvisionKind.PARAGRAPH
        )

    def _introduces(self) -> bool:
        return bool(self._open) and self._text[self._open[-1].start : self._open[-1].text_end].endswith(":")

    # Paragraphs

    def _add_paragraph(self, block: Block, *, is_last: bool) -> None:
        top = self._open[-1] if self._open else None
        words = self._text[block.start : block.text_end]
        if is_last and top is not None and is_finished(self._own_words(top)) and _is_farewell(words, top):
            appendices = [node for node in self._open if node.kind is ProvisionKind.APPENDIX]
            self._open = appendices[:1]
        elif top is not None and self._absorbs and self._belongs_to(top, words):
            self._absorb(top, block, words)
            return
        else:
            self._close_weak()
        self._push(
            Node(ProvisionKind.PARAGRAPH, block.start, block.text_end, words=block.start, has_own_paragraph=True)
        )
        self._absorbs = False
        if not words.endswith(":"):
            self._open.pop()

    def _belongs_to(self, node: Node, words: str) -> bool:
        match node.kind:
            case ProvisionKind.ITEM:
                own = self._own_words(node)
                return not is_finished(own) or own.endswith(":")
            case ProvisionKind.PARAGRAPH:
                return False
            case ProvisionKind.APPENDIX:
                is_title = words.isupper() or words.startswith(("(", "[")) or not is_finished(words)
                return is_title and len(words) <= 2 * LONGEST_HEADING
            case ProvisionKind.PART | ProvisionKind.CHAPTER | ProvisionKind.SECTION | ProvisionKind.SUBSECTION:
                return not node.heading or (node.heading.isupper() and words.isupper())
            case _:
                return not node.has_own_paragraph

    def _absorb(self, node: Node, block: Block, words: str) -> None:
        """The paragraph is part of the node's own text: its title, or the first paragraph below its heading."""
        is_structural = node.label is not None and node.label.style in RANK
        if node.kind is ProvisionKind.APPENDIX:
            if not words.startswith(("(", "[")) and (not node.heading or words.isupper()):
                node.heading = _joined(f"{node.heading} {words}")
        elif is_structural and not node.heading and not node.has_own_paragraph and _heading(words):
            node.heading = _joined(words)
        elif is_structural and node.kind is not ProvisionKind.ARTICLE:
            node.heading = _joined(f"{node.heading} {words}")
        else:
            node.has_own_paragraph = True
            self._absorbs = node.kind is ProvisionKind.ITEM
        node.text_end = block.text_end

    # The tree

    def _push(self, node: Node) -> None:
        self._attach(node)
        self._open.append(node)
        self._absorbs = True

    def _attach(self, node: Node) -> None:
        if self._open:
            self._open[-1].add(node)
        else:
            self.roots.append(node)

    def _close_until(self, is_wanted: Callable[[Node], bool]) -> None:
        while self._open and not is_wanted(self._open[-1]):
            self._open.pop()

    def _close_weak(self) -> None:
        self._close_until(lambda node: node.kind not in _WEAK)

    def _own_words(self, node: Node) -> str:
        return self._text[max(node.start, node.text_end - 200) : node.text_end]


def _is_farewell(words: str, above: Node) -> bool:
    """Whether the last paragraph speaks of the whole document: by its beginning, or as the end after a list."""
    return _FAREWELL.match(words) is not None or (above.kind is ProvisionKind.ITEM and words.endswith("./."))


def _kind(label: Label, above: list[Node], parent: Node | None) -> ProvisionKind:
    if label.style in _STRUCTURAL_KINDS:
        return _STRUCTURAL_KINDS[label.style]
    if label.style is Style.FOOTNOTE:
        return ProvisionKind.FOOTNOTE
    if label.style is Style.BULLET:
        return ProvisionKind.ITEM
    if not any(node.kind is ProvisionKind.ARTICLE for node in above):
        return ProvisionKind.HEADING
    is_clause = label.style is Style.DIGIT and parent is not None and parent.kind is ProvisionKind.ARTICLE
    return ProvisionKind.CLAUSE if is_clause else ProvisionKind.POINT


def _heading(words: str) -> str:
    """The heading that the words after a label are or begin with; "" where they are a sentence."""
    words = _joined(words)
    before, _, after = words.partition(": ")
    is_inline = len(after.split()) > 2 and len(before) <= LONGEST_INLINE_HEADING and not re.search(r"[.;]", before)
    if is_inline:
        return before
    if len(words) <= LONGEST_HEADING and (not is_finished(words) or words.endswith(":")):
        return words.rstrip(" :")
    return words if words.isupper() and len(words) <= 2 * LONGEST_HEADING else ""


def _joined(words: str) -> str:
    return " ".join(words.replace("*", " ").split()).lstrip(":.–- ")

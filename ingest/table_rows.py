"""A table as provisions: its own text is the head, each row keeps the column heads, group rows hold the rows below."""

import re
from collections.abc import Sequence

from corpus.model import ProvisionKind
from ingest.flattened_tables import is_row_label
from ingest.provision_tree import Node
from ingest.source_text import Row, Table

_NUMBER_HEAD = re.compile(r"\bT\.?T\b\.?|\bSTT\b|Số\s+TT|Số\s+thứ\s+tự", re.IGNORECASE)
_GROUP_LABEL = re.compile(
    r"(?P<roman>[IVXL]{1,5})|(?P<capital>[A-ZĐ])|(?P<digit>\d{1,3}(?:\.\d{1,2})*)|(?P<letter>[^\W\d_])"
)
_LEADING_LABEL = re.compile(r"(?P<label>[IVXL]{1,5}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})*)\s*[.)]\s+\S")
# A letterhead, a signature or a form's head is laid out as a table and is none.
_LAYOUT = re.compile(
    r"CỘNG\s+H[OÒ][AÀ]\s+XÃ\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|Độc\s+lập\s*-\s*Tự\s+do|Nơi\s+nhận\s*:|"
    r"^[ \t]*(?:TM|KT|TL|TUQ|Q)\.\s",
    re.MULTILINE,
)
LONGEST_HEAD = 90  # characters of a column head; a longer cell is content


def is_layout(text: str, table: Table) -> bool:
    """Whether the table only places a letterhead, a signature or a box on the page."""
    written = text[table.start : table.end]
    if len(table.rows) <= 4 and _LAYOUT.search(written):
        return True
    return len(table.rows) < 2 or max(len(row.cells) for row in table.rows) < 2


def table_node(text: str, table: Table) -> Node:
    """The table with a node for each row below its head."""
    node = Node(ProvisionKind.TABLE, table.start, table.start, words=table.start)
    cells = [[_plain(text[cell.start : cell.end]) for cell in row.cells] for row in table.rows]
    width = _width(table)
    head_rows = _head_rows(table, cells, width)
    heads = _heads(table.rows[:head_rows], cells[:head_rows], width)
    node.heading = " | ".join(dict.fromkeys(head for head in heads if head))
    groups: list[tuple[str, Node]] = []
    below = cells[head_rows:]
    for number, (row, written) in enumerate(zip(table.rows[head_rows:], below, strict=True), 1):
        label, words = _label_and_words(written)
        following = below[number][0] if number < len(below) and below[number] else ""
        child = Node(ProvisionKind.ROW, row.start, row.end, label_text=label, words=row.start, row_number=number)
        child.columns = _columns(row, written, heads, width)
        style = _style(label)
        known = next((index for index, (other, _) in enumerate(groups) if other == style), None)
        if style and known is not None:
            del groups[known:]
        if _is_group(written, label, words, width, following):
            # Below a heading without label nothing but other headings can end it.
            groups = groups if style else []
            child.heading = words
            (groups[-1][1] if groups else node).add(child)
            groups.append((style, child))
        else:
            (groups[-1][1] if groups else node).add(child)
    return node


def _plain(cell: str) -> str:
    return " ".join(cell.replace("**", "").split())


def _width(table: Table) -> int:
    widths = [row.cells[-1].column + row.cells[-1].span for row in table.rows if row.cells]
    return max(set(widths), key=lambda width: (widths.count(width), width)) if widths else 0


def _head_rows(table: Table, cells: Sequence[Sequence[str]], width: int) -> int:
    """How many rows belong to the head: names, names below them, then numbers of the columns."""
    first = cells[0]
    numbered = next((index for index in range(min(4, len(cells))) if _is_numbering(cells[index])), None)
    if numbered is not None:
        return numbered + 1
    is_named = bool(first) and _NUMBER_HEAD.fullmatch(first[0]) is not None
    if not is_named and (
        is_row_label(first[0]) or len(list(filter(None, first))) < 2 or any(len(cell) > LONGEST_HEAD for cell in first)
    ):
        return 0
    count = 1
    is_divided = len(first) < width or any(cell.span > 1 for cell in table.rows[0].cells)
    while is_divided and count < min(3, len(cells) - 1) and _is_second_head(cells[count], width):
        count += 1
    return count


def _is_numbering(cells: Sequence[str]) -> bool:
    """Whether the row numbers the columns: 1 2 3 …, (1) (2) … or A B 1 2 …"""
    bare = [cell.strip("()[] .").split("=")[0] for cell in cells]
    digits = [int(cell) for cell in bare if cell.isdigit() and len(cell) < 3]
    letters = [cell for cell in bare if len(cell) == 1 and cell.isupper()]
    return (
        len(bare) > 2
        and len(digits) > 1
        and len(digits) + len(letters) == len(bare)
        and digits == list(range(digits[0], digits[0] + len(digits)))
    )


def _is_second_head(cells: Sequence[str], width: int) -> bool:
    filled = [cell for cell in cells if cell]
    return (
        len(filled) > 1
        and (not is_row_label(cells[0]) or (len(cells) < width and all(cell.isalpha() for cell in filled)))
        and all(len(cell) <= LONGEST_HEAD and not re.fullmatch(r"[\d.,%]+", cell) for cell in filled)
    )


def _heads(rows: Sequence[Row], cells: Sequence[Sequence[str]], width: int) -> list[str]:
    """The head of each column, "upper – lower" where heads stand on two levels; "" where it cannot be known."""
    if not rows:
        return [""] * width
    named = [index for index in range(len(rows)) if not _is_numbering(cells[index])]
    if all(_reach(rows[index]) == width for index in named):
        return _heads_by_span([rows[index] for index in named], [cells[index] for index in named], width)
    upper = list(cells[0])
    if len(upper) == width:
        return upper
    lower = list(cells[1]) if len(named) > 1 else []
    parents = _parents(upper, lower, width)
    if parents is None:
        return upper[:2] + [""] * (width - 2)
    heads: list[str] = []
    share = len(lower) // len(parents)
    for index, head in enumerate(upper):
        if index in parents:
            below = lower[parents.index(index) * share : (parents.index(index) + 1) * share]
            heads += [f"{head} – {name}" if name else head for name in below]
        else:
            heads.append(head)
    return heads


def _parents(upper: Sequence[str], lower: Sequence[str], width: int) -> list[int] | None:
    """Which heads stand above the lower ones; None where the flattened text leaves that open.

    The number and the name of a row come first and have no heads below them.
    """
    count = len(upper) + len(lower) - width
    candidates = list(range(2, len(upper)))
    if not lower or count < 1 or count != len(candidates) or len(lower) % count:
        return None
    return candidates


def _heads_by_span(rows: Sequence[Row], cells: Sequence[Sequence[str]], width: int) -> list[str]:
    heads: list[list[str]] = [[] for _ in range(width)]
    for row, written in zip(rows, cells, strict=True):
        for cell, name in zip(row.cells, written, strict=True):
            for column in range(cell.column, min(cell.column + cell.span, width)):
                if name and name not in heads[column]:
                    heads[column].append(name)
    return [" – ".join(names) for names in heads]


def _columns(row: Row, cells: Sequence[str], heads: Sequence[str], width: int) -> tuple[tuple[str, str], ...]:
    """(head, cell) of each cell; a row narrower than the table is sure of its label and name alone."""
    is_placed = _reach(row) == width
    is_labelled = bool(cells) and is_row_label(cells[0])

    def head(index: int, column: int) -> str:
        if is_placed:
            return heads[column] if column < len(heads) else ""
        return heads[index] if is_labelled and index < min(2, len(heads)) else ""

    return tuple(
        (head(index, cell.column), written) for index, (cell, written) in enumerate(zip(row.cells, cells, strict=True))
    )


def _reach(row: Row) -> int:
    return row.cells[-1].column + row.cells[-1].span if row.cells else 0


def _label_and_words(cells: Sequence[str]) -> tuple[str, str]:
    """The row's label, and the words of its first cell that has more than a label."""
    filled = [cell for cell in cells if cell]
    if not filled:
        return "", ""
    if cells[0] and is_row_label(cells[0]):
        label = cells[0].strip(" ().") or cells[0]
        return label, filled[1] if len(filled) > 1 else ""
    leading = _LEADING_LABEL.match(filled[0])
    return (leading["label"] if leading else ""), filled[0]


def _style(label: str) -> str:
    match = _GROUP_LABEL.fullmatch(label)
    if match is None:
        return ""
    style = match.lastgroup or ""
    return f"{style}{label.count('.')}" if style == "digit" else style


def _is_group(cells: Sequence[str], label: str, words: str, width: int, following: str) -> bool:
    """Whether the row only heads the rows below it: a label and a name, or a name across the table.

    `following` is the first cell of the next row: "3.1" belongs to "3".
    """
    filled = [cell for cell in cells if cell]
    if not words or len(filled) > (2 if label and is_row_label(filled[0]) else 1) or width < 3:
        return False
    if any(re.fullmatch(r"[\d.,%\s]+", cell) for cell in filled[1:]):
        return False
    if not label:
        return bool(cells[0]) and not words[:1].islower()
    is_upper_level = words.isupper() or _style(label) in {"roman", "capital"}
    return len(cells) < width or is_upper_level or following.startswith(f"{label}.")

"""Where a text quotes the new wording of another document: what is said there, that other document says."""

from bisect import bisect_right


def quoted_blocks(text: str) -> list[tuple[int, int]]:
    """The outermost “…” of `text` that open a line or follow a colon, in order.

    An amendment gives its new wording so; a title or a term quoted within a sentence is no block. Marks without a
    partner count for nothing.

    >>> quoted_blocks("Sửa Điều 5 như sau: “Điều 5. Hiệu lực”. Khen “Công dân”.")
    [(20, 38)]
    """
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    for index, character in enumerate(text):
        if character == "“":
            opened.append(index)
        elif character == "”" and opened:
            start = opened.pop()
            while pairs and pairs[-1][0] > start:
                pairs.pop()
            pairs.append((start, index + 1))
    return [pair for pair in pairs if _opens_block(text, pair[0])]


def _opens_block(text: str, start: int) -> bool:
    position = start - 1
    while position >= 0 and text[position] in " \t\xa0":
        position -= 1
    return position < 0 or text[position] in ":\n"


def is_within(position: int, spans: list[tuple[int, int]]) -> bool:
    """Whether `position` lies in one of `spans`, which are in order and apart."""
    index = bisect_right(spans, (position, len(spans) and spans[-1][1] + 1)) - 1
    return index >= 0 and spans[index][0] <= position < spans[index][1]

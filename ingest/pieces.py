"""Cuts provisions into pieces that fit a passage, and groups neighbouring pieces; never cuts inside a sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.model import Provision, ProvisionKind
from corpus.normalise import sentences

# No sentence is as long; what goes on without a full stop for longer is cut at a space.
LONGEST_SENTENCE = 5_000

# Each stands for itself: a passage with two articles would be cited for one and read for the other.
_ALONE = frozenset(
    {
        ProvisionKind.LETTERHEAD,
        ProvisionKind.PREAMBLE,
        ProvisionKind.PART,
        ProvisionKind.CHAPTER,
        ProvisionKind.SECTION,
        ProvisionKind.SUBSECTION,
        ProvisionKind.ARTICLE,
        ProvisionKind.APPENDIX,
        ProvisionKind.TABLE,
        ProvisionKind.CLOSING,
    }
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A span with the provisions it holds; `owner` is the provision above all of them."""

    start: int
    end: int
    first: int
    last: int
    owner: int | None
    is_head: bool = False  # a heading, which says nothing without what follows


def cut(
    text: str, provisions: Sequence[Provision], children: Sequence[Sequence[int]], size: int, minimum: int
) -> Iterator[Piece]:
    """The pieces of the whole document, in order, each at most `size` characters unless a sentence is longer."""
    waiting: list[Piece] = []
    tops = [provision.ordinal for provision in provisions if provision.parent is None]
    open_lists: list[tuple[int | None, list[int]]] = [(None, tops[::-1])]
    while open_lists:
        owner, rest = open_lists[-1]
        if not rest:
            open_lists.pop()
            yield from _flush(waiting, size, minimum)
            continue
        provision = provisions[rest.pop()]
        is_alone = provision.kind in _ALONE or _is_upper_heading(provision, provisions)
        is_small = provision.subtree_end - provision.start <= size
        if (is_alone or not is_small) and not _are_heads(waiting, minimum):
            yield from _flush(waiting, size, minimum)
        if is_small:
            last = _last(provision, children)
            waiting.append(Piece(provision.start, provision.subtree_end, provision.ordinal, last, owner))
            if is_alone:
                yield from _flush(waiting, size, minimum)
            continue
        below = children[provision.ordinal]
        own = _own_pieces(text, provision, owner, size)
        if below:
            own[-1] = replace(own[-1], is_head=own[-1].end - own[-1].start < minimum)
            open_lists.append((provision.ordinal, list(reversed(below))))
        waiting += own


def _are_heads(waiting: Sequence[Piece], minimum: int) -> bool:
    """Whether nothing but short headings waits, which may go with whatever follows."""
    return all(piece.is_head for piece in waiting) and (not waiting or waiting[-1].end - waiting[0].start < 2 * minimum)


def _flush(waiting: list[Piece], size: int, minimum: int) -> list[Piece]:
    """The waiting pieces grouped up to `size`; none waits any longer."""
    groups: list[list[Piece]] = []
    for piece in waiting:
        if groups and (piece.end - groups[-1][0].start <= size or _are_heads(groups[-1], minimum)):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    is_rest = len(groups) > 1 and groups[-1][-1].end - groups[-1][0].start < minimum
    if is_rest and groups[-1][-1].end - groups[-2][0].start <= size + minimum:
        tail = groups.pop()
        groups[-1] += tail
    waiting.clear()
    # The headings above a group are those above its first piece.
    return [Piece(group[0].start, group[-1].end, group[0].first, group[-1].last, group[0].owner) for group in groups]


def _own_pieces(text: str, provision: Provision, owner: int | None, size: int) -> list[Piece]:
    """The provision's own text, cut between sentences."""
    pieces: list[Piece] = []
    start = provision.start
    for end in _cuts(text, provision.start, provision.end, size):
        pieces.append(Piece(start, end, provision.ordinal, provision.ordinal, owner))
        start = end
    return pieces or [Piece(start, start, provision.ordinal, provision.ordinal, owner)]


def _cuts(text: str, start: int, end: int, size: int) -> Iterator[int]:
    """Where to cut `text[start:end]`, the end included; the space after a sentence stays with it."""
    spans = sentences(text[start:end])
    beginnings = [start + begin for begin, _ in spans[1:]] + [end]
    piece_start, previous = start, start
    for beginning in beginnings:
        if beginning - piece_start > size and previous > piece_start:
            yield previous
            piece_start = previous
        while beginning - piece_start > LONGEST_SENTENCE:
            space = text.rfind(" ", piece_start + 1, piece_start + LONGEST_SENTENCE)
            piece_start = space + 1 if space > 0 else piece_start + LONGEST_SENTENCE
            yield piece_start
        previous = beginning
    if end > piece_start:
        yield end


def _is_upper_heading(provision: Provision, provisions: Sequence[Provision]) -> bool:
    """A plan's outermost sections: I., II. …"""
    if provision.kind is not ProvisionKind.HEADING:
        return False
    return provision.parent is None or provisions[provision.parent].kind in _ALONE


def _last(provision: Provision, children: Sequence[Sequence[int]]) -> int:
    ordinal = provision.ordinal
    while children[ordinal]:
        ordinal = children[ordinal][-1]
    return ordinal

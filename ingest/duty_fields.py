"""Labelled statements of a plan: "Đơn vị chủ trì: …", "Thời gian thực hiện: …", with the block that they belong to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from corpus.folding import fold
from ingest.duty_pieces import Piece
from ingest.duty_words import HELP_LABEL, LONGEST_LABEL, TASK_LABEL, TIME_LABEL, UNIT_LABEL


class Label(Enum):
    """What a labelled statement tells."""

    TIME = auto()
    UNIT = auto()  # who must do it
    HELP = auto()  # who helps
    TASK = auto()
    OTHER = auto()  # a place, money, a number


@dataclass(frozen=True, slots=True)
class Field:
    """One labelled statement: its value is `text[start:end]` of the document."""

    label: Label
    name_start: int
    start: int
    end: int


# A label begins the piece or follows a stop: "- Chủ trì: …; phối hợp: …".
_LABELLED = re.compile(
    rf"""
    (?:\A[\s|]{{0,20}}(?:(?:[-–+*•]|\(?\w{{1,5}}(?:\.\d{{1,2}}){{0,3}}[.)]|\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})\s{{0,3}}){{0,2}}|[.;]\s{{1,3}}|\s[–-]\s(?=[^\W\d_a-zà-ỹđ]))
    (?P<name>[^\W\d_][^:;.|\n]{{1,{LONGEST_LABEL}}})
    :(?!//)
    """,
    re.VERBOSE,
)
# The label without a colon: "Thời gian thực hiện sau khi …", "Thời gian thực hiện từ …".
_BARE_TIME = re.compile(
    r"\A[\s|]{0,20}(?:[-–+*•]\s{0,3}|\w{1,3}[.)]\s{0,3}){0,2}"
    r"(?P<name>Thời\s+(?:gian|hạn)\s+(?:thực\s+hiện|hoàn\s+thành|tổ\s+chức|triển\s+khai|nộp|gửi)(?:\s+(?:là|vào))?)\s+(?=\S)",
)


def fields_of(piece: Piece) -> tuple[Field, ...]:
    """The labelled statements of the piece, in order; a value runs to the next label."""
    marks = [(match, _label(match["name"])) for match in _LABELLED.finditer(piece.text)]
    if not marks:
        bare = _BARE_TIME.match(piece.text)
        return (
            ()
            if bare is None
            else (Field(Label.TIME, piece.start + bare.start("name"), piece.start + bare.end(), piece.end),)
        )
    known = [(match, label) for match, label in marks if label is not None]
    if not known:
        return ()
    ends = [match.start() for match, _ in known[1:]] + [len(piece.text)]
    return tuple(
        Field(label, piece.start + match.start("name"), piece.start + match.end(), piece.start + end)
        for (match, label), end in zip(known, ends, strict=True)
    )


def _label(name: str) -> Label | None:
    """What a label announces; None for words before a colon that are no label."""
    folded = fold(name)
    if TIME_LABEL.search(folded):
        return Label.TIME
    if len(folded.split()) > 8:
        return None
    if HELP_LABEL.search(folded) and "chu tri" not in folded:
        return Label.HELP
    if UNIT_LABEL.search(folded) and re.search(
        r"don vi|co quan|chu tri|bo phan|nguoi|phan cong|trach nhiem|phu trach|dau moi|giao", folded
    ):
        return Label.UNIT
    if TASK_LABEL.match(folded):
        return Label.TASK
    return Label.OTHER


@dataclass(frozen=True, slots=True)
class Block:
    """The pieces around a statement of time that tell of one task: what, who, with whom."""

    before: tuple[Piece, ...]
    fields: tuple[Field, ...]  # of `before` and of the labelled pieces that follow

    def of(self, label: Label) -> tuple[Field, ...]:
        """Its statements with this label."""
        return tuple(one for one in self.fields if one.label is label)

    @property
    def is_labelled(self) -> bool:
        """Whether it states a unit or a task beside the time."""
        return any(one.label in (Label.UNIT, Label.HELP, Label.TASK) for one in self.fields)


def block_of(index: int, pieces: Sequence[Piece], fields: Sequence[tuple[Field, ...]], scope: tuple[int, int]) -> Block:
    """The block of the statement of time in `pieces[index]`: back to the last other one, on over labelled pieces.

    `scope` is the span of the text that it may not leave.
    """
    first = index
    while first > 0 and pieces[first - 1].start >= scope[0] and not _states_time(fields[first - 1]):
        first -= 1
    found = [field for these in fields[first : index + 1] for field in these]
    last = index + 1
    if not any(one.label is Label.UNIT for one in found):
        while last < len(pieces) and pieces[last].end <= scope[1] and _names_units_only(fields[last]):
            found += fields[last]
            last += 1
    return Block(tuple(pieces[first:index]), tuple(found))


def _names_units_only(fields: tuple[Field, ...]) -> bool:
    return bool(fields) and all(one.label in (Label.UNIT, Label.HELP) for one in fields)


def _states_time(fields: tuple[Field, ...]) -> bool:
    return any(one.label is Label.TIME for one in fields)

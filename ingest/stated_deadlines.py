"""Deadlines of labelled statements of time with the block around them: "c) Thời gian thực hiện: …"."""

import re
from collections.abc import Iterator, Sequence

from corpus.folding import fold
from corpus.model import Deadline, ProvisionKind
from ingest.deadline_making import Duty, make, product_of, task_of
from ingest.duty_context import DutyContext
from ingest.duty_fields import Block, Field, Label, block_of
from ingest.duty_pieces import Piece
from ingest.duty_tasks import task_of_block, task_of_statement
from ingest.duty_times import each_year, times_in, times_stated
from ingest.duty_units import addressee_in, labelled_units

LONGEST_STATED = 200  # characters: a longer value of a label is running text
_EVENT_LENGTH = re.compile(r"\A\D{0,3}\d+\s+(?:ngày|buổi|giờ|phút|tiết)\s*/")
_COUNTED_FROM = re.compile(r"(?:được\s+)?tính\s+(?:từ|đến)", re.IGNORECASE)


def deadlines_stated(
    context: DutyContext, index: int, pieces: Sequence[Piece], fields: Sequence[tuple[Field, ...]]
) -> Iterator[Deadline]:
    """What the labels of time in `pieces[index]` state; the length of an event and the days counted are none."""
    piece = pieces[index]
    block = block_of(index, pieces, fields, _scope(context, piece))
    for field in fields[index]:
        value = context.document.text[field.start : field.end]
        if field.label is not Label.TIME or _EVENT_LENGTH.match(value) or _COUNTED_FROM.match(value.lstrip()):
            continue
        yield from _of_label(context, piece, field, block)


def _of_label(context: DutyContext, piece: Piece, field: Field, block: Block) -> Iterator[Deadline]:
    text, setting = context.document.text, context.setting(piece.provision)
    value = text[field.start : field.end]
    times = times_stated(value, setting) if len(value) <= LONGEST_STATED else times_in(value, setting)
    context.doubt(field.start, times)
    duty = _duty(context, piece, field, block)
    is_rhythm = "tan suat" in fold(text[field.name_start : field.start])
    for stated in times.expressions:
        time = each_year(stated, setting) if is_rhythm else stated
        yield make(context.document, time, field.start, duty)


def _duty(context: DutyContext, piece: Piece, field: Field, block: Block) -> Duty:
    """Task, units, helpers and the span to quote, as the block around a statement of time tells them."""
    text = context.document.text
    addressee = addressee_in(text[field.start : field.end])
    is_list_line = piece.provision.kind in (ProvisionKind.ITEM, ProvisionKind.PARAGRAPH) or not piece.is_first
    own = task_of_statement(context, piece, field) or task_of(text[field.start : field.end])
    if not block.is_labelled and not (is_list_line and block.before):
        return Duty(piece.provision, (piece.start, piece.end), own, addressee=addressee, product=product_of(own))
    task = task_of_block(context, block) or own
    return Duty(
        provision=piece.provision,
        quoted=(block.before[0].start if block.before else piece.start, piece.end),
        task=task,
        responsible=_units(text, block.of(Label.UNIT)) or context.responsible.above(piece),
        coordinating=_units(text, block.of(Label.HELP)),
        addressee=addressee,
        product=product_of(task),
    )


def _scope(context: DutyContext, piece: Piece) -> tuple[int, int]:
    """The span that a block may take: the provision when the time is stated within its text, else the one above."""
    provision = piece.provision
    above = context.body.parent(provision) if piece.is_first else None
    whole = above or provision
    return whole.start, whole.subtree_end


def _units(text: str, fields: Sequence[Field]) -> tuple[str, ...]:
    named = (unit for field in fields for unit in labelled_units(text[field.start : field.end]))
    return tuple(dict.fromkeys(named))

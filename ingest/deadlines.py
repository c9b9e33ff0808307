"""Finds what a document orders done by when: from rows of tables, labelled statements and sentences.

An expression of time alone is no deadline: dates of cited documents, what is past, targets and names of plans are left
out (`ingest.duty_judgement`). What cannot be read as a date is never guessed: it becomes a warning with its place.
"""

from collections.abc import Iterator, Sequence

from corpus.model import Deadline, Document, Provision, ProvisionKind
from ingest.deadline_making import Duty, clause_around, make, product_of, within_periods
from ingest.duty_context import DutyContext
from ingest.duty_fields import Label, fields_of
from ingest.duty_pieces import LONGEST_PIECE, Body, Piece
from ingest.duty_tasks import task_in_clause
from ingest.duty_units import addressee_in, helpers_in
from ingest.row_deadlines import deadlines_of_row
from ingest.stated_deadlines import deadlines_stated

MOST_WARNINGS = 5
_SHOWN_AROUND = 40  # characters


def read_deadlines(document: Document, provisions: Sequence[Provision]) -> tuple[tuple[Deadline, ...], tuple[str, ...]]:
    """The deadlines of the document in the order of the text, and warnings on dates that cannot be read."""
    context = DutyContext(document, Body(document, provisions))
    found = sorted(_found(context), key=lambda one: (one.start, one.end))
    unique = {(one.start, one.end): one for one in found}
    return tuple(unique.values()), (*_not_read(context), *_cut(context))


def _found(context: DutyContext) -> Iterator[Deadline]:
    for provision in context.body.provisions:
        if provision.kind is ProvisionKind.ROW:
            yield from deadlines_of_row(context, provision)
    pieces = context.body.pieces
    fields = [fields_of(piece) for piece in pieces]
    for index, piece in enumerate(pieces):
        if any(field.label is Label.TIME for field in fields[index]):
            yield from deadlines_stated(context, index, pieces, fields)
        else:
            yield from within_periods([*_ordered(context, piece)])


def _ordered(context: DutyContext, piece: Piece) -> Iterator[Deadline]:
    """What a sentence orders, one deadline for each of its times that limits a duty."""
    duties = context.duties_in(piece)
    units = context.responsible.of(piece) if duties else ()
    subject = context.responsible.subject(piece) if duties else None
    for time in duties:
        clause = clause_around(piece.text, time.start, time.end, subject.end if subject is not None else 0)
        task = task_in_clause(context, piece, time, clause)
        duty = Duty(
            provision=piece.provision,
            quoted=(piece.start, piece.end),
            task=task,
            responsible=units,
            coordinating=helpers_in(piece.text[clause.earliest : clause.latest]),
            addressee=addressee_in(piece.text[clause.earliest : time.start])
            or addressee_in(piece.text[time.end : clause.latest], nearest_end=False),
            product=product_of(task, piece.text[clause.begin : time.start]),
        )
        yield make(context.document, time, piece.start, duty)


def _not_read(context: DutyContext) -> tuple[str, ...]:
    text, told = context.document.text, []
    for offset, one in context.unreadable:
        start, end = offset + one.start, offset + one.end
        around = " ".join(text[max(0, start - _SHOWN_AROUND) : end + _SHOWN_AROUND].split())
        told.append(f"a time was not read: {one.what}, at “…{around}…”")
    told = list(dict.fromkeys(told))
    more = len(told) - MOST_WARNINGS
    return (*told[:MOST_WARNINGS], *([f"and {more} more times that were not read"] if more > 0 else []))


def _cut(context: DutyContext) -> Iterator[str]:
    """A warning for each passage of which only the beginning was read."""
    for piece in context.body.cut:
        where = f"at character {piece.start}, {piece.provision.locator}"
        yield f"a passage without a stop, {where}: deadlines were read in its first {LONGEST_PIECE} characters only"

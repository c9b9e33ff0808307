"""Deadlines of the rows of tables: "TT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.model import Deadline, Provision
from corpus.time_reading import Times
from ingest.deadline_making import Duty, make, product_of, task_of, within_periods
from ingest.duty_context import DutyContext
from ingest.duty_pieces import Piece
from ingest.duty_rows import Cell, DutyRow, duty_row
from ingest.duty_times import times_of_whole_cell, times_stated
from ingest.duty_units import addressee_in, labelled_units


@dataclass(frozen=True, slots=True)
class _Timed:
    """A cell that states a time and nothing else."""

    cell: Cell
    times: Times
    units: tuple[str, ...]  # that act
    helpers: tuple[str, ...]


def deadlines_of_row(context: DutyContext, provision: Provision) -> list[Deadline]:
    """What the row's cells of time state, and what its other cells order; none of a table that counts costs."""
    row = duty_row(context.document, provision)
    if not row.cells or row.is_estimate:
        return []
    timed = list(_times(context, provision, row))
    return within_periods([*_stated(context, provision, row, timed), *_ordered(context, provision, row, timed)])


def _stated(context: DutyContext, provision: Provision, row: DutyRow, timed: Sequence[_Timed]) -> Iterator[Deadline]:
    """The times of the cells that state nothing else."""
    task = row.task_beside([one.cell for one in timed])
    for one in timed:
        context.doubt(one.cell.start, one.times)
        duty = _duty(provision, row, task, one.units, one.helpers)
        for time in one.times.expressions if task and len(row.cells) > 1 else ():
            yield make(context.document, time, one.cell.start, duty)


def _times(context: DutyContext, provision: Provision, row: DutyRow) -> Iterator[_Timed]:
    """The cells of time with what they state, who acts and who helps."""
    setting, units, helpers = context.setting(provision), _units(row.units), _units(row.helpers)
    for cell in row.times:
        yield _Timed(cell, times_stated(cell.text, setting), units, helpers)
    for cell in row.headless:
        named, helping = row.named_before(cell)
        alone = times_of_whole_cell(cell.text, setting, follows_unit=bool(named))
        if alone is not None:
            yield _Timed(cell, alone, units or named, helpers or helping)


def _ordered(context: DutyContext, provision: Provision, row: DutyRow, timed: Sequence[_Timed]) -> Iterator[Deadline]:
    """The times that the words of the other cells hold: "Hằng năm công bố …"."""
    apart = [one.cell for one in timed]
    task = row.task_beside(apart)
    for cell in row.cells:
        if cell in apart:
            continue
        piece = Piece(provision, cell.start, cell.text, is_first=True)
        own = context.responsible.subject(piece)
        units = own.units if own is not None else _units(row.units)
        for time in context.duties_in(piece):
            yield make(context.document, time, cell.start, _duty(provision, row, task, units, _units(row.helpers)))


def _duty(provision: Provision, row: DutyRow, words: str, units: tuple[str, ...], helpers: tuple[str, ...]) -> Duty:
    task, product = task_of(words), " ".join(cell.text for cell in row.products)
    return Duty(
        provision=provision,
        quoted=(row.cells[0].start, row.cells[-1].end),
        task=task,
        responsible=units,
        coordinating=helpers,
        addressee=addressee_in(words),
        product=product_of(task, column=product),
    )


def _units(cells: tuple[Cell, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit for cell in cells for unit in labelled_units(cell.text)))

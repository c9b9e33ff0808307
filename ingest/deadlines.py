"""Finds what a document orders done by when: from rows of tables, labelled statements and sentences.

An expression of time alone is no deadline: dates of cited documents, what is past, targets and names of plans are left
out (`ingest.duty_judgement`). What cannot be read as a date is never guessed: it becomes a warning with its place.
"""

import re
from collections.abc import Iterator, Sequence

from corpus.folding import fold
from corpus.model import Deadline, Document, Provision, ProvisionKind
from corpus.time_reading import TimeExpression, Times, TimeSetting, Unreadable, find_times
from ingest.deadline_making import clause_around, make, task_of, within_periods
from ingest.duty_fields import Block, Field, Label, block_of, fields_of
from ingest.duty_judgement import Candidate, candidate, is_duty, is_over
from ingest.duty_pieces import LONGEST_PIECE, Body, Piece
from ingest.duty_rows import duty_row
from ingest.duty_times import each_year, times_in, times_of_whole_cell, times_stated
from ingest.duty_units import addressee_in, helpers_in, is_unit, labelled_units
from ingest.responsible import Responsible

LONGEST_STATED = 200  # characters: a longer value of a label is running text
MOST_WARNINGS = 5
_CONTEXT = 40
_YEARS = re.compile(r"(?<!\d)(20\d\d)\s*[-–]\s*(20\d\d)(?!\d)|(?<!\w)năm\s+(20\d\d)(?!\d)", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:,|và|hoặc)\s*")  # "tháng 4 và tháng 8"
_EVENT_LENGTH = re.compile(r"\A\D{0,3}\d+\s+(?:ngày|buổi|giờ|phút|tiết)\s*/")
_COUNTED_FROM = re.compile(r"(?:được\s+)?tính\s+(?:từ|đến)", re.IGNORECASE)


def read_deadlines(document: Document, provisions: Sequence[Provision]) -> tuple[tuple[Deadline, ...], tuple[str, ...]]:
    """The deadlines of the document in the order of the text, and warnings on dates that cannot be read."""
    reader = _Reader(document, provisions)
    found = sorted(reader.found(), key=lambda one: (one.start, one.end))
    unique = {(one.start, one.end): one for one in found}
    return tuple(unique.values()), (*_warnings(document, reader.unreadable), *reader.cut())


class _Reader:
    def __init__(self, document: Document, provisions: Sequence[Provision]) -> None:
        self._document = document
        self._body = Body(document, provisions)
        self._responsible = Responsible(self._body)
        self._years = _years_of(document.title)
        self.unreadable: list[tuple[int, Unreadable]] = []

    def found(self) -> Iterator[Deadline]:
        """Every deadline, in no order."""
        for provision in self._body.provisions:
            if provision.kind is ProvisionKind.ROW:
                yield from self._of_row(provision)
        pieces = self._body.pieces
        fields = [fields_of(piece) for piece in pieces]
        for index, piece in enumerate(pieces):
            times = [field for field in fields[index] if field.label is Label.TIME]
            if times:
                block = block_of(index, pieces, fields, self._scope(piece))
                for field in times:
                    yield from self._of_label(piece, field, block)
            else:
                yield from self._of_sentence(piece)

    def cut(self) -> Iterator[str]:
        """A warning for each passage of which only the beginning was read."""
        for piece in self._body.cut:
            where = f"at character {piece.start}, {piece.provision.locator}"
            yield f"a passage without a stop, {where}: deadlines were read in its first {LONGEST_PIECE} characters only"

    def _setting(self, provision: Provision) -> TimeSetting:
        return TimeSetting(self._document.issued_on, self._years, self._body.told_year(provision))

    def _of_row(self, provision: Provision) -> Iterator[Deadline]:
        row, setting = duty_row(self._document, provision), self._setting(provision)
        cells = row.cells
        if not cells or row.is_estimate:
            return
        units = tuple(unit for cell in row.units for unit in labelled_units(cell.text))
        helpers = tuple(unit for cell in row.helpers for unit in labelled_units(cell.text))
        stated = [(cell, times_stated(cell.text, setting), units, helpers) for cell in row.times]
        for cell in row.headless:
            named, helping = row.named_before(cell)
            alone = times_of_whole_cell(cell.text, setting, follows_unit=bool(named))
            stated += [(cell, alone, units or named, helpers or helping)] if alone is not None else []
        apart = [cell for cell, *_ in stated]
        tasks = row.tasks or tuple(cell for cell in row.others if cell not in apart and not is_unit(cell.text))
        task = task_of(max((cell.text for cell in tasks), key=len, default=""))
        span = (cells[0].start, cells[-1].end)
        found: list[Deadline] = []
        for cell, times, who, with_whom in stated:
            self._doubt(cell.start, times)
            for time in times.expressions if task and len(cells) > 1 else ():
                found.append(make(self._document, provision, time, cell.start, span, task, who, with_whom))
        for cell in (one for one in cells if one not in apart):
            piece = Piece(provision, cell.start, cell.text, is_first=True)
            own = self._responsible.subject(piece)
            for time, _ in self._duties_in(piece):
                who = own.units if own is not None else units
                found.append(make(self._document, provision, time, cell.start, span, task, who, helpers))
        yield from within_periods(found)

    def _of_label(self, piece: Piece, field: Field, block: Block) -> Iterator[Deadline]:
        value = self._document.text[field.start : field.end]
        if _EVENT_LENGTH.match(value) or _COUNTED_FROM.match(value.lstrip()):
            return
        setting = self._setting(piece.provision)
        times = times_stated(value, setting) if len(value) <= LONGEST_STATED else times_in(value, setting)
        self._doubt(field.start, times)
        task, units, helpers, span = self._told_by(piece, field, block)
        is_rhythm = "tan suat" in fold(self._document.text[field.name_start : field.start])
        for stated in times.expressions:
            time = each_year(stated, setting) if is_rhythm else stated
            told = task if task else task_of(value)
            yield make(
                self._document, piece.provision, time, field.start, span, told, units, helpers, addressee_in(value)
            )

    def _told_by(
        self, piece: Piece, field: Field, block: Block
    ) -> tuple[str, tuple[str, ...], tuple[str, ...], tuple[int, int]]:
        """Task, units, helpers and the span to quote, as the block around a statement of time tells them."""
        text = self._document.text
        whole = (piece.start, piece.end)
        is_list_line = piece.provision.kind in (ProvisionKind.ITEM, ProvisionKind.PARAGRAPH) or not piece.is_first
        if not block.is_labelled and not (is_list_line and block.before):
            return self._own_task(piece, field), (), (), whole
        units = _units(text, block.of(Label.UNIT)) or self._responsible.above(piece)
        helpers = _units(text, block.of(Label.HELP))
        first = block.before[0].start if block.before else piece.start
        return self._block_task(block) or self._own_task(piece, field), units, helpers, (first, piece.end)

    def _block_task(self, block: Block) -> str:
        text = self._document.text
        stated = [text[one.start : one.end].strip(" .;:\n") for one in block.of(Label.TASK)]
        if any(stated):
            return task_of(next(one for one in stated if one))
        plain = [
            one for one in block.before if not any(one.start <= field.name_start < one.end for field in block.fields)
        ]
        told = [one for one in plain if not (one.is_first and one.provision.heading)] or plain
        return task_of(told[0].text) if told else ""

    def _own_task(self, piece: Piece, field: Field) -> str:
        """What a statement of time outside any block is about: what it says itself, else its label and the document."""
        value = self._document.text[field.start : field.end]
        times = find_times(value, self._setting(piece.provision)).expressions
        rest = value[: times[0].start] if times else ""
        if len(rest.split()) >= 4:
            return task_of(value)
        name = self._document.text[field.name_start : field.start].rstrip(" :")
        return task_of(f"{name}: {self._document.title}")

    def _of_sentence(self, piece: Piece) -> Iterator[Deadline]:
        yield from within_periods([*self._in_sentence(piece)])

    def _in_sentence(self, piece: Piece) -> Iterator[Deadline]:
        duties = self._duties_in(piece)
        units = self._responsible.of(piece) if duties else ()
        subject = self._responsible.subject(piece) if duties else None
        for time, _ in duties:
            clause = clause_around(piece.text, time.start, time.end, subject.end if subject is not None else 0)
            yield make(
                self._document,
                piece.provision,
                time,
                piece.start,
                (piece.start, piece.end),
                task_of(clause.words),
                units,
                helpers_in(piece.text[clause.earliest : clause.latest]),
                addressee_in(piece.text[clause.earliest : time.start])
                or addressee_in(piece.text[time.end : clause.latest]),
            )

    def _duties_in(self, piece: Piece) -> list[tuple[TimeExpression, Candidate]]:
        times = times_in(piece.text, self._setting(piece.provision))
        self._doubt(piece.start, times)
        is_labelled = self._body.is_under_time_label(piece.provision)
        may_state = is_labelled and not self._body.is_without_duties(piece.provision)
        found: list[tuple[TimeExpression, Candidate]] = []
        for time in times.expressions:
            one = candidate(piece, time)
            goes_on = bool(found) and _JOINT.fullmatch(piece.text, found[-1][0].end, time.start) is not None
            if (
                is_duty(one, self._body)
                or (may_state and one.opens_clause)
                or (goes_on and not is_over(one, self._document))
            ):
                found.append((time, one))
        return found

    def _scope(self, piece: Piece) -> tuple[int, int]:
        """The span that a block may take: the provision when the time is stated within its text, else the one above."""
        provision = piece.provision
        if not piece.is_first:
            return provision.start, provision.subtree_end
        above = self._body.parent(provision)
        if above is None:
            return provision.start, provision.subtree_end
        return above.start, above.subtree_end

    def _doubt(self, offset: int, times: Times) -> None:
        self.unreadable += [(offset, one) for one in times.unreadable]


def _units(text: str, fields: Sequence[Field]) -> tuple[str, ...]:
    named = (unit for field in fields for unit in labelled_units(text[field.start : field.end]))
    return tuple(dict.fromkeys(named))


def _years_of(title: str) -> tuple[int, int] | None:
    """The years that a title says the document is for."""
    spans = [
        (int(match[1]), int(match[2])) if match[1] else (int(match[3]), int(match[3]))
        for match in _YEARS.finditer(title)
    ]
    return spans[-1] if len(set(spans)) == 1 else None


def _warnings(document: Document, unreadable: Sequence[tuple[int, Unreadable]]) -> tuple[str, ...]:
    told = []
    for offset, one in unreadable:
        start, end = offset + one.start, offset + one.end
        around = " ".join(document.text[max(0, start - _CONTEXT) : end + _CONTEXT].split())
        told.append(f"a time was not read: {one.what}, at “…{around}…”")
    more = len(told) - MOST_WARNINGS
    return (*told[:MOST_WARNINGS], *([f"and {more} more times that were not read"] if more > 0 else []))

"""The deadlines of a held document as JSON, with the index that an officer corrects them by, and the corrections."""

from collections.abc import Iterator, Sequence
from datetime import date

from corpus.deadline_json import AskedDays, deadline_as_json
from corpus.deadline_wording import wording
from corpus.held_deadline import HeldDeadline
from corpus.ingest_log import DeadlineCorrection
from corpus.model import Deadline, DocumentRecord
from ingest.deadline_corrections import apply
from ingest.deadlines import read_deadlines
from ingest.showing_statements import Json


def deadlines_as_json(record: DocumentRecord, day: date) -> list[Json]:
    """Each deadline as in an answer, with its index and where its expression of time and its quote stand."""
    return [
        {
            "index": index,
            **_told(record, index, one, day),
            "page": _page(record, one.start),
            "text_start": one.start,
            "text_end": one.end,
            "quote_start": one.quote_start,
            "quote_end": one.quote_end,
        }
        for index, one in enumerate(record.deadlines)
    ]


def corrections_as_json(record: DocumentRecord, corrections: Sequence[DeadlineCorrection]) -> list[Json]:
    """What officers corrected, applied or not."""
    if not corrections:
        return []
    read, _ = read_deadlines(record.document, record.provisions)
    states = apply(record.document, record.provisions, read, corrections).states
    return [
        {
            "action": correction.action.value,
            "state": state.value,
            "quote": correction.quote,
            "expression": correction.expression,
            "occurrence": correction.occurrence,
            "assigned": dict[str, Json](correction.assigned),
        }
        for correction, state in zip(corrections, states, strict=True)
    ]


def deadline_lines(record: DocumentRecord) -> Iterator[str]:
    """A line for each deadline, for people: index, when, unit, task, place."""
    for index, one in enumerate(record.deadlines):
        units = "; ".join(one.responsible) or "—"
        mark = " (corrected)" if one.is_corrected else ""
        yield f"[{index}] {wording(one.rule)} | {units} | {one.task} | {_held(record, index, one).locator}{mark}"


def _told(record: DocumentRecord, index: int, deadline: Deadline, day: date) -> dict[str, Json]:
    told = deadline_as_json(_held(record, index, deadline), AskedDays(day))
    return {key: list(value) if isinstance(value, list) else value for key, value in told.items()}


def _held(record: DocumentRecord, index: int, deadline: Deadline) -> HeldDeadline:
    return HeldDeadline(record.document, record.provisions[deadline.provision].locator, index, deadline)


def _page(record: DocumentRecord, offset: int) -> int | None:
    return next((page.number for page in record.document.pages if page.start <= offset < page.end), None)

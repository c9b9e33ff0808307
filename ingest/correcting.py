"""Corrects the deadlines of one held document at an officer's word, and keeps the correction for later readings."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from corpus.ingest_log import DeadlineAction, DeadlineCorrection, LogEntry
from corpus.library import Library
from corpus.model import Deadline, Document, DocumentRecord
from ingest.deadline_corrections import (
    check_assigned,
    correction_of,
    new_correction,
    source_of,
    with_corrections,
)
from ingest.deadlines import read_deadlines
from ingest.errors import IncorrectCorrection
from ingest.naming import named_document
from ingest.report import Status

NEW = "new"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be done: to which deadline of `show`, NEW for one that it lacks, and what is set."""

    action: DeadlineAction
    index: int | None  # None of a new one
    assigned: Mapping[str, str]


def parse_set(words: Sequence[str]) -> Asked:
    """What `--set-deadline INDEX FIELD=VALUE…` asks for.

    >>> parse_set(["0", "unit=Sở Nội vụ"]).assigned
    {'unit': 'Sở Nội vụ'}
    """
    place, *fields = words
    if place != NEW and not re.fullmatch(r"\d{1,6}", place):
        raise IncorrectCorrection(
            f"Reading --set-deadline {place!r}: expected the index that `show` prints, or {NEW!r}"
        )
    assigned = {}
    for field in fields:
        name, equals, value = field.partition("=")
        if not equals:
            raise IncorrectCorrection(f"Reading --set-deadline {field!r}: expected field=value")
        assigned[name.strip()] = value if name.strip() == "quote" else value.strip()
    if not assigned:
        raise IncorrectCorrection('Reading --set-deadline: say what to set, such as "when=trước ngày 05/12/2026"')
    if place == NEW:
        return Asked(DeadlineAction.NEW, None, assigned)
    return Asked(DeadlineAction.SET, int(place), assigned)


class DeadlineCorrector:
    """Changes the library in one transaction; the file is not read again, and no vector changes."""

    def __init__(self, library: Library, now: Callable[[], datetime]) -> None:
        self._library = library
        self._now = now

    def correct(self, named: str, asked: Asked | None) -> None:
        """The deadlines of the document named are as asked, now and after each reading of the same words.

        Where nothing is asked they are as read, and all that was corrected is forgotten.
        """
        record = self._library.record(named_document(self._library, named).id)
        assert record is not None  # its head was just read, under the ingest lock
        kept = self._library.ingest_log.deadline_corrections(record.document.path)
        self._keep(record, [] if asked is None else _with(record, kept, asked))

    def _keep(self, record: DocumentRecord, corrections: Sequence[DeadlineCorrection]) -> None:
        corrected = with_corrections(record, corrections)
        document, log = record.document, self._library.ingest_log
        with self._library.transaction():
            log.keep_deadline_corrections(document.path, corrections)
            self._library.add(corrected)
            log.note(LogEntry(self._now(), Status.CHANGED.value, document.id, document.path, document.digest))


def _with(record: DocumentRecord, kept: Sequence[DeadlineCorrection], asked: Asked) -> list[DeadlineCorrection]:
    """The corrections kept, with the one asked for in the place of what it supersedes."""
    document = record.document
    if asked.index is None:
        return [*kept, new_correction(document, asked.assigned)]
    deadline = _at(record, asked.index)
    check_assigned(asked.assigned, document)
    read, _ = read_deadlines(document, record.provisions)
    former = source_of(document, record.provisions, read, kept, deadline)
    others = [one for one in kept if one is not former]
    if former is not None and former.action is DeadlineAction.NEW:
        if asked.action is DeadlineAction.DROP:
            return others
        return [*others, _reassigned(former, asked.assigned)]
    made = correction_of(document, read, deadline, asked.action, asked.assigned)
    if former is not None and asked.action is DeadlineAction.SET:
        made = _reassigned(made, {**dict(former.assigned), **asked.assigned})
    return [*others, made]


def _reassigned(correction: DeadlineCorrection, assigned: Mapping[str, str]) -> DeadlineCorrection:
    together = {**dict(correction.assigned), **assigned}
    return DeadlineCorrection(correction.action, *correction.target, correction.text_digest, tuple(together.items()))


def _at(record: DocumentRecord, index: int) -> Deadline:
    if index >= len(record.deadlines):
        raise IncorrectCorrection(
            f"Correcting deadline {index} of {_name(record.document)}: it has {len(record.deadlines)}, counted from 0; "
            "`python -m ingest show` lists them"
        )
    return record.deadlines[index]


def _name(document: Document) -> str:
    return str(document.number or document.title)

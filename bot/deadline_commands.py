"""`deadlines` and `timeline`: from the library alone, so that neither waits for the embedding model."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from bot.deadline_report import deadline_as_json, deadlines_as_text
from bot.errors import CalendarFileError
from bot.messages import designation
from corpus.deadline_json import AskedDays
from corpus.deadline_search import DeadlineQuery, FoundDeadlines, find_deadlines
from corpus.identifier import parse_number
from corpus.library import Library
from corpus.model import Document
from corpus.register import Register

DONE, NOTHING_HELD = 0, 1


def list_deadlines(options: argparse.Namespace, library: Library, as_of: date, tell: Callable[[object], None]) -> int:
    """The deadlines asked for are on stdout or in a calendar file; remarks for people are on stderr."""
    documents = _named(library, options.document) if options.document else None
    if documents is not None and not documents:
        return _not_held(options.document)
    if options.unit and not library.unit_keys_meaning(options.unit):
        _remark(f"No deadline in the library is for {options.unit!r}, alone or in a group; check how it is written.")
        return NOTHING_HELD
    if documents and len(documents) > 1:
        _remark(
            f"{len(documents)} documents answer to {options.document!r}; those of all are listed:", *_ids(documents)
        )
    ids = None if documents is None else frozenset(document.id for document in documents)
    query = DeadlineQuery(as_of, options.first, options.last, options.unit, ids)
    listed = find_deadlines(library, Register(library), query)
    days = AskedDays(as_of, options.first, options.last)
    if options.ics:
        _write_calendar(options.ics, listed)
    elif options.json:
        for one in listed.found:
            tell(deadline_as_json(one, days))
    elif listed.found:
        print(deadlines_as_text(listed.found, days))
    else:
        _remark("No deadline fits; a wider time, or no --unit, finds more.")
    _tell_left_out(listed)
    return DONE


def draw(options: argparse.Namespace, library: Library, as_of: date) -> int:
    """The picture of one document's deadlines is in the file."""
    documents = _named(library, options.document)
    if not documents:
        return _not_held(options.document)
    if len(documents) > 1:
        _remark(f"{len(documents)} documents answer to {options.document!r}; name one of them by its id:")
        _remark(*_ids(documents))
        return NOTHING_HELD
    [document] = documents
    entries = library.held_deadlines(document_ids=[document.id])
    if not entries:
        _remark(f"{document.number or document.title} states no deadline: there is nothing to draw.")
        return NOTHING_HELD
    from bot.timeline import draw_timeline  # loads the drawing library

    draw_timeline(designation(document), entries, as_of, options.output)
    _remark(f"{options.output}: {_count(len(entries))} of {document.number or document.title}")
    return DONE


def _named(library: Library, named: str) -> list[Document]:
    """Every document of this id, number or title."""
    by_id = library.head(named)
    if by_id is not None:
        return [by_id]
    try:
        return library.by_number(parse_number(named))
    except ValueError:
        plain = _plain(named)
        return [head for head in library.document_heads() if _plain(head.title) == plain]


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())


def _ids(documents: Sequence[Document]) -> list[str]:
    return [f"  {document.id}  ({document.issuer})" for document in documents]


def _not_held(named: str) -> int:
    _remark(
        f"Looking for {named!r}: the library has no document of this number, id or title; "
        "`python -m ingest list` shows what it has."
    )
    return NOTHING_HELD


def _tell_left_out(listed: FoundDeadlines) -> None:
    if listed.expired:
        documents = len({one.held.document.id for one in listed.expired})
        _remark(
            f"Left out: {_count(len(listed.expired))} of documents that have expired ({documents}); "
            "--document N lists those of N."
        )


def _write_calendar(path: Path, listed: FoundDeadlines) -> None:
    from bot.calendar_file import calendar_file

    _write(path, calendar_file([one.held for one in listed.found], datetime.now(UTC)))
    _remark(f"{path}: {_count(len(listed.found))}")


def _write(path: Path, content: bytes) -> None:
    """The file holds `content`, or is as it was."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        try:
            temporary.write_bytes(content)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise CalendarFileError(
            f"Writing the calendar {path}: {error.strerror}. Give a file in a folder that exists and can be written to."
        ) from error


def _count(number: int) -> str:
    return f"{number} deadline" if number == 1 else f"{number} deadlines"


def _remark(*lines: str) -> None:
    print(*lines, sep="\n", file=sys.stderr)

"""Undoes a publication: what was held before is held again."""

import dataclasses
from datetime import datetime
from pathlib import Path

from corpus.library import Library
from corpus.model import Document
from corpus.upload import UNDO_WITHIN, Decision, Outcome, Refusal, RefusalCode
from ingest.former import Former
from ingest.open_library import OpenLibrary
from ingest.report import Status


def undo(
    opened: OpenLibrary, published: Outcome | None, place: Path, former: Former | None, decision: Decision, at: datetime
) -> Outcome:
    """The publication is undone, or the outcome says why it stays; done twice, it is done."""
    assert published is not None  # only what is published can be undone
    held = opened.library.by_path(str(place))
    if refusal := _obstacle(opened.library, published, held, place, former, at):
        return dataclasses.replace(published, number=decision.number, decision=decision.kind, at=at, refusal=refusal)
    if held is not None and former is not None:
        opened.bring_back(former, held)
    elif held is not None:
        opened.pipeline.remove(held)
    opened.vectors.settle()
    place.unlink(missing_ok=True)
    back = "" if former is None else former.record.document.id
    return dataclasses.replace(outcome_of(decision, at), document_id=back, replaced=former is not None)


def outcome_of(decision: Decision, at: datetime, refusal: Refusal | None = None) -> Outcome:
    """The outcome of a decision with nothing else to tell."""
    return Outcome(decision.number, decision.kind, at, decision.user_name, refusal)


def _obstacle(
    library: Library, published: Outcome, held: Document | None, place: Path, former: Former | None, at: datetime
) -> Refusal | None:
    """Why the library cannot be brought back to what it was; None when it can, or is so already."""
    changes = [entry.status for entry in library.ingest_log.entries() if entry.path == str(place)]
    if held is None:
        is_undone = changes[-1:] == [Status.REMOVED] and (former is None or _is_back(former, library))
        return None if is_undone else _changed("the document was replaced or removed")
    if len(changes) > 1 or held.digest != published.digest:
        return _changed("the document was changed")
    if former is not None and _is_in_the_way(former, held, library):
        return _changed("another document has the place of the version before")
    if published.published_at is None or at - published.published_at > UNDO_WITHIN:
        return Refusal(RefusalCode.TOO_LATE, f"published more than {UNDO_WITHIN.days} days ago")
    return None


def _is_back(former: Former, library: Library) -> bool:
    head = library.head(former.record.document.id)
    return head is not None and head.digest == former.record.document.digest


def _is_in_the_way(former: Former, held: Document, library: Library) -> bool:
    document = former.record.document
    others = (library.by_path(document.path), library.head(document.id))
    return any(other is not None and other.id != held.id for other in others)


def _changed(what: str) -> Refusal:
    return Refusal(RefusalCode.CHANGED_SINCE, f"{what} after it was published; use `python -m ingest` to change it")

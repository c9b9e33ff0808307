"""What became of one file, for programs and for people."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from corpus.library import Library
from corpus.model import Document, Form


class Status(StrEnum):
    """What an ingest did with one file."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    REMOVED = "removed"  # the file is gone from a folder that was added as a whole


@dataclass(frozen=True, slots=True)
class FileReport:
    """One report line; the names of the fields are those of the JSON."""

    path: str
    status: Status
    number: str | None = None
    kind: str | None = None
    title: str | None = None
    issuer: str | None = None
    issued_on: str | None = None  # ISO 8601
    form: Form | None = None
    pages: int = 0
    provisions: int = 0
    passages: int = 0
    deadlines: int = 0
    relations: int = 0
    warnings: tuple[str, ...] = ()
    error: str | None = None
    seconds: float = 0.0


def held_report(path: Path, status: Status, document: Document, library: Library, warnings: list[str]) -> FileReport:
    """The report on a document as the library holds it now."""
    return FileReport(
        path=str(path),
        status=status,
        number=None if document.number is None else str(document.number),
        kind=document.kind,
        title=document.title,
        issuer=document.issuer,
        issued_on=None if document.issued_on is None else document.issued_on.isoformat(),
        form=document.form,
        pages=library.count("page", document.id),
        provisions=library.count("provision", document.id),
        passages=library.count("passage", document.id),
        deadlines=library.count("deadline", document.id),
        relations=library.count("relation", document.id),
        warnings=(*library.warnings(document.id), *warnings),
    )


def refused_report(path: Path, why: str) -> FileReport:
    """The report on a file that was not taken."""
    return FileReport(path=str(path), status=Status.REFUSED, error=why)


def as_dictionary(report: FileReport) -> dict[str, object]:
    """The report under the names of its fields."""
    return asdict(report)


def as_json(report: FileReport) -> str:
    """The report as one line of JSON."""
    return json.dumps(as_dictionary(report), ensure_ascii=False)


def as_line(report: FileReport) -> str:
    """The report as a short line for people, further lines for what needs attention."""
    name = report.number or report.title or ""
    shown = [f"{report.status.value:<9} {Path(report.path).name}"]
    if report.status in {Status.ADDED, Status.CHANGED}:
        shown[0] += f" — {name}, {report.passages} passages, {report.seconds:.1f} s"
    shown += [f"          warning: {warning}" for warning in report.warnings]
    if report.error is not None:
        shown.append(f"          refused: {report.error}")
    return "\n".join(shown)

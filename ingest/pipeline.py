"""From files to the library: the visible list of steps for one document, and the run over many.

Vectors are named by what they embed and written first; then one transaction makes the document visible. Killed
anywhere, a run leaves at most vectors without passages, which the next run sweeps.
"""

import dataclasses
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import perf_counter

from corpus.ingest_log import CorrectionOrigin, DeadlineCorrection, LogEntry
from corpus.library import Library
from corpus.model import Document, DocumentRecord
from ingest.deadline_corrections import with_corrections
from ingest.deriving import DERIVATION, derive, derive_again
from ingest.errors import RefusedSource, UnreadableSource
from ingest.identity import held_as, replaced_by
from ingest.reading import read
from ingest.references import wrong_years
from ingest.report import FileReport, Status, held_report, refused_report
from ingest.sources import SourceFile, Sources
from ingest.vectors import PassageVectors

FAULT_OF_THE_PROGRAM = "this is a fault of the program"


@dataclass(frozen=True, slots=True)
class AppliedCorrections:
    """What corrects one file; the operator has the last word."""

    manifest: Mapping[str, str]
    operator: Mapping[str, str]

    @property
    def together(self) -> dict[str, str]:
        """Both, the operator's over the manifest's."""
        return {**self.manifest, **self.operator}


class Pipeline:
    """Adds files to the library; one process at a time (see `ingest.lock`)."""

    def __init__(self, library: Library, vectors: PassageVectors, now: Callable[[], datetime]) -> None:
        self._library = library
        self._vectors = vectors
        self._now = now

    def run(self, sources: Sources, assigned: Mapping[str, str]) -> Iterator[FileReport]:
        """The library holds what the files say; yields one report a file, then one for each vanished file."""
        for file in sources.files:
            yield self.add(file, assigned)
        yield from self._remove_vanished(sources)
        self._vectors.settle()

    def add(self, file: SourceFile, assigned: Mapping[str, str]) -> FileReport:
        """The library holds what `file` says, or is as it was and the report says why."""
        started = perf_counter()
        try:
            report = self._add(file, assigned)
        except RefusedSource as error:
            report = refused_report(file.path, error.why)
        return dataclasses.replace(report, seconds=round(perf_counter() - started, 3))

    def plan(
        self, path: Path, place: Path, assigned: Mapping[str, str], digest: str
    ) -> tuple[DocumentRecord, Document | None]:
        """What the file at `path` would be held as if it lay at `place`, and that document as held; nothing is stored.

        Raises RefusedSource for a file that cannot be read.
        """
        record = _read(path, digest, AppliedCorrections({}, assigned), place)
        held = held_as(record.document, self._library)
        return self._warned(self._corrected(record, *([] if held is None else [held.path]))), held

    def rederive(self, held: Document) -> DocumentRecord:
        """The record that the file of `held` gives now, under the corrections that are kept; nothing is stored."""
        path, log = Path(held.path), self._library.ingest_log
        kept = AppliedCorrections(*(log.corrections(held.path, origin) for origin in CorrectionOrigin))
        digest = digest_of(path)  # before reading: a change in between is then seen by the next run
        return self._warned(self._corrected(_read(path, digest, kept)))

    def rederive_stored(self, stored: DocumentRecord) -> DocumentRecord:
        """The record that the stored text gives now, under the corrections that are kept: for a file that is gone."""
        return self._corrected(derive_again(stored))

    def remove(self, document: Document, status: Status = Status.REMOVED) -> None:
        """The library does not hold `document`, and what was corrected for its file is forgotten."""
        with self._library.transaction():
            self._library.ingest_log.mark_vectors(settled=False)
            self._library.remove(document.id)
            self._library.ingest_log.forget_corrections(document.path)
            self.note(document, status)

    def _add(self, file: SourceFile, assigned: Mapping[str, str]) -> FileReport:
        if file.problem is not None:
            raise file.problem
        corrections = self._corrections(file, assigned)
        digest = digest_of(file.path)
        if file.manifest is not None:
            file.manifest.check_digest(file.path, digest)
        unchanged = self._unchanged(file.path, digest, corrections)
        if unchanged is not None:
            return unchanged
        record = _read(file.path, digest, corrections)
        replaced = replaced_by(record.document, self._library, takes_over=file.takes_over)
        record = self._corrected(record, *([] if replaced is None else [replaced.path]))
        self._vectors.ensure(record.passages)
        return self._store(record, replaced, corrections)

    def _corrections(self, file: SourceFile, assigned: Mapping[str, str]) -> AppliedCorrections:
        kept = self._library.ingest_log.corrections(str(file.path), CorrectionOrigin.OPERATOR)
        said = {} if file.manifest is None else file.manifest.corrections_of(file.path)
        return AppliedCorrections(manifest=said, operator={**kept, **assigned})

    def _unchanged(self, path: Path, digest: str, corrections: AppliedCorrections) -> FileReport | None:
        """The report when there is nothing to read: the same bytes are held, from this path or from another."""
        here, log = self._library.by_path(str(path)), self._library.ingest_log
        if here is not None and here.digest == digest:
            is_same = corrections == AppliedCorrections(
                *(log.corrections(str(path), origin) for origin in CorrectionOrigin)
            )
            is_read_by_this_program = self._library.derived_by(here.id) == DERIVATION
            is_unchanged = is_same and is_read_by_this_program
            return held_report(path, Status.UNCHANGED, here, self._library, []) if is_unchanged else None
        elsewhere = self._library.by_digest(digest)
        if elsewhere is None or not Path(elsewhere.path).exists():
            return None
        warnings = [f"same content as {elsewhere.path}, already held"]
        if here is not None:
            self.remove(here)
            warnings.append(f"the document that this file held before was removed: {here.id}")
        status = Status.UNCHANGED if here is None else Status.CHANGED
        return held_report(path, status, elsewhere, self._library, warnings)

    def _store(self, record: DocumentRecord, replaced: Document | None, corrections: AppliedCorrections) -> FileReport:
        document, log = record.document, self._library.ingest_log
        record = self._warned(record, *([] if replaced is None else [_replacement(document, replaced)]))
        with self._library.transaction():
            is_new = replaced is None and self._library.by_path(document.path) is None
            status = Status.ADDED if is_new else Status.CHANGED
            if replaced is not None:
                deadline_corrections = self._deadline_corrections(document.path, replaced.path)
                self._library.remove(replaced.id)
                log.forget_corrections(replaced.path)
                log.keep_deadline_corrections(document.path, deadline_corrections)
            self._library.add(record)
            log.keep_corrections(document.path, CorrectionOrigin.MANIFEST, corrections.manifest)
            log.keep_corrections(document.path, CorrectionOrigin.OPERATOR, corrections.operator)
            self.note(document, status)
        return held_report(Path(document.path), status, document, self._library, [])

    def _corrected(self, record: DocumentRecord, *former_paths: str) -> DocumentRecord:
        """The record with what officers said about its deadlines, from this path or one whose place it takes."""
        corrections = self._deadline_corrections(record.document.path, *former_paths)
        return with_corrections(record, corrections) if corrections else record

    def _deadline_corrections(self, *paths: str) -> list[DeadlineCorrection]:
        """What is kept for these paths, each once."""
        kept = (one for path in paths for one in self._library.ingest_log.deadline_corrections(path))
        return list(dict.fromkeys(kept))

    def _warned(self, record: DocumentRecord, *warnings: str) -> DocumentRecord:
        """The record with these warnings, and those that only the other documents give rise to."""
        told = (*record.warnings, *warnings, *wrong_years(record, self._library))
        return dataclasses.replace(record, warnings=told)

    def _remove_vanished(self, sources: Sources) -> Iterator[FileReport]:
        """Documents whose file is gone from a folder that was given as a whole are removed; no others."""
        reported = {file.path for file in sources.files}
        for head in self._library.document_heads():
            path = Path(head.path)
            is_inside = any(path.is_relative_to(folder) for folder in sources.folders)
            if is_inside and path not in reported and not path.exists():
                report = held_report(path, Status.REMOVED, head, self._library, ["the file is gone"])
                self.remove(head)
                yield report

    def note(self, document: Document, status: Status) -> None:
        """The change of `document` is on record."""
        self._library.ingest_log.note(LogEntry(self._now(), status.value, document.id, document.path, document.digest))


def _read(path: Path, digest: str, corrections: AppliedCorrections, place: Path | None = None) -> DocumentRecord:
    try:
        return derive(read(path), place or path, digest, corrections.together)
    except (ValueError, LookupError, RecursionError) as error:
        # A text that the program stumbles over must not keep the files after it from being read.
        raise UnreadableSource(
            path,
            f"reading it failed ({type(error).__name__}: {error}); "
            f"{FAULT_OF_THE_PROGRAM}: please report it with the file",
        ) from error


def digest_of(path: Path) -> str:
    """The SHA-256 of the file's bytes, in hexadecimal."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise UnreadableSource(path, f"the file cannot be opened: {error.strerror}") from error


def _replacement(new: Document, replaced: Document) -> str:
    if new.form is replaced.form:
        gone = "" if Path(replaced.path).exists() else ", which is gone"
        return f"takes the place of {replaced.path}{gone}"
    return f"the {new.form.value} text replaces the {replaced.form.value} read from {replaced.path}"

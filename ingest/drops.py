"""Files that scripts put straight into the inbox folder: added at once, then kept in `done/` or `refused/`.

A file is moved to `done/` before it is added, since the library remembers where its documents lie; a file in `done/`
without a report beside it was interrupted, and is added again.
"""

import os
import secrets
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from corpus.atomic_file import write_whole
from corpus.upload import shown_name
from ingest.errors import RefusedSource
from ingest.open_library import OpenLibrary
from ingest.pipeline import digest_of
from ingest.report import FileReport, Status, as_json, refused_report
from ingest.sources import SourceFile

SETTLED_AFTER_SECONDS = 2.0  # without growing; shorter than the pauses of a slow network share is rare
_UNFINISHED = (".part", ".partial", ".tmp", ".crdownload", ".filepart", "~")


class Drops:
    """The files dropped into one folder."""

    def __init__(self, folder: Path, wall_seconds: Callable[[], float] = time.time) -> None:
        self._folder = folder
        self._done = folder / "done"
        self._refused = folder / "refused"
        self._wall_seconds = wall_seconds
        self._seen: dict[str, tuple[tuple[int, int], float]] = {}  # size and time of change, and since when

    def interrupted(self) -> list[Path]:
        """Files that were taken and have no report yet."""
        return [path for path in _files(self._done) if not _is_report(path) and not _report_of(path).exists()]

    def ready(self) -> list[Path]:
        """Files that are complete, in order of name."""
        return [path for path in self._dropped() if self._is_settled(path)]

    def unsettled(self) -> bool:
        """Whether some file may still be growing."""
        return any(not self._is_settled(path) for path in self._dropped())

    def take(self, path: Path, opened: OpenLibrary) -> Path:
        """The file in `done/`: under its name when that is free or its own document has it, else under a longer one."""
        if path.parent == self._done:
            return path
        self._done.mkdir(exist_ok=True)
        taken = self._done / shown_name(path.name)
        if taken.exists() and not self._is_new_version(path, taken, opened):
            taken = _another(taken)
        _report_of(taken).unlink(missing_ok=True)
        self._seen.pop(path.name, None)
        return path.replace(taken)

    def add(self, taken: Path, opened: OpenLibrary) -> FileReport:
        """The library holds what the file in `done/` says, or the file is in `refused/`; the report is beside it."""
        return self._reported(taken, opened.pipeline.add(SourceFile(taken), {}))

    def refuse(self, path: Path, why: str) -> FileReport:
        """The file is in `refused/`, with the reason beside it."""
        return self._reported(path, refused_report(path, why))

    def _dropped(self) -> Iterator[Path]:
        for path in _files(self._folder):
            if not path.name.startswith(".") and not path.name.lower().endswith(_UNFINISHED):
                yield path

    def _is_settled(self, path: Path) -> bool:
        try:
            found = path.stat()
        except OSError:  # it has just gone
            return False
        now, state = self._wall_seconds(), (found.st_size, found.st_mtime_ns)
        earlier, since = self._seen.get(path.name, (state, now))
        self._seen[path.name] = (state, since if earlier == state else now)
        # The clock of a network share may be ahead, so what was seen unchanged long enough counts too.
        idle_seconds = max(now - found.st_mtime, now - self._seen[path.name][1])
        return idle_seconds >= SETTLED_AFTER_SECONDS

    def _is_new_version(self, path: Path, taken: Path, opened: OpenLibrary) -> bool:
        """Whether the file that has the name holds the same document, which this one then brings up to date."""
        held = opened.library.by_path(str(taken))
        try:
            digest = digest_of(path)
            return held is not None and (
                held.digest == digest or opened.pipeline.plan(path, taken, {}, digest)[0].document.id == held.id
            )
        except RefusedSource:
            return False

    def _reported(self, path: Path, report: FileReport) -> FileReport:
        """The report stands beside the file, in the folder where both stay."""
        if report.status is not Status.REFUSED:
            write_whole(_report_of(path), as_json(report).encode())
            return report
        self._refused.mkdir(exist_ok=True)
        place = self._refused / shown_name(path.name)
        if place.exists():
            place = _another(place)
        # Its report first: were it killed between the two, the file would be taken again.
        write_whole(_report_of(place), as_json(report).encode())
        path.replace(place)
        return report


def _files(folder: Path) -> list[Path]:
    """The regular files of a folder, in order of name; none when there is no folder."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return []
    return [folder / entry.name for entry in entries if _is_regular(entry)]


def _is_regular(entry: os.DirEntry[str]) -> bool:
    try:
        return stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode)
    except OSError:  # it has just gone
        return False


def _report_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.json")


def _is_report(path: Path) -> bool:
    return path.suffix == ".json" or path.name.startswith(".")


def _another(place: Path) -> Path:
    """A name beside `place` that is free."""
    return place.with_name(f"{place.stem}-{secrets.token_hex(4)}{place.suffix}")

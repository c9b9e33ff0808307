"""`python -m ingest`: reads settings, builds everything, runs one command."""

import argparse
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from corpus.errors import CorpusError, LibraryBusy
from corpus.inbox import Inbox
from corpus.ingest_log import DeadlineAction
from corpus.library import Library
from corpus.settings import CorpusSettings, environment
from ingest.command_line import is_changing, is_correcting, parser
from ingest.commands import INTERRUPTED, REFUSED_OR_FAILED, WRONG_USAGE, Commands, Output
from ingest.correcting import Asked, DeadlineCorrector, parse_set
from ingest.corrections import parse_assignments
from ingest.errors import DocumentNotHeld, IngestError
from ingest.lock import only_ingest
from ingest.open_library import OpenLibrary
from ingest.pipeline import Pipeline
from ingest.vectors import PassageVectors
from ingest.watch import Watcher
from ingest.watch_report import WatchReport

if TYPE_CHECKING:  # see ingest.vectors: loaded at first need
    from corpus.embedding import Embedder
    from corpus.vector_index import VectorIndex

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def main(arguments: Sequence[str]) -> int:
    """The command has run; the exit code."""
    typed = parser().parse_args(arguments)
    output = Output(sys.stdout, sys.stderr, is_json=typed.is_json, is_quiet=getattr(typed, "quiet", False))
    try:
        settings = CorpusSettings.from_environment(environment(os.environ, Path(".env")))
        return _run(typed, settings, output)
    except KeyboardInterrupt:
        print("Interrupted: what was reported is in the library; run the same command again to go on.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # whoever read the output, such as head, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED_OR_FAILED
    except (CorpusError, IngestError) as error:
        print(error, file=sys.stderr)
        return REFUSED_OR_FAILED if isinstance(error, LibraryBusy | DocumentNotHeld) else WRONG_USAGE


def _run(typed: argparse.Namespace, settings: CorpusSettings, output: Output) -> int:
    if typed.command == "watch":
        return _watch(typed, settings, output)
    assigned = _assigned(typed)
    asked = _asked(typed)
    # Nothing is made where there is nothing to look at; an older library is brought to the present schema.
    create = typed.command == "add" or (typed.command == "rebuild" and settings.library_path.is_file())
    if not create:
        Library.open(settings.library_path).close()
    with (
        only_ingest(settings.lock_path) if is_changing(typed) else nullcontext(),
        Library.open(settings.library_path, create=create) as library,
    ):
        vectors = PassageVectors(
            library, settings.vectors_dir, settings.embedding_model, lambda: _embedder(settings), _index
        )
        pipeline = Pipeline(library, vectors, now=_now)
        if is_correcting(typed):
            DeadlineCorrector(library, now=_now).correct(typed.named, asked)
        with closing(vectors):
            return _dispatch(typed, assigned, Commands(library, vectors, pipeline, output))


def _watch(typed: argparse.Namespace, settings: CorpusSettings, output: Output) -> int:
    """The inbox is served until a signal asks to end; the model is loaded when first needed, and then kept."""
    stop, inbox = threading.Event(), Inbox((typed.folder or settings.inbox_dir).absolute())
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    embedder = cache(lambda: _embedder(settings))

    @contextmanager
    def opener() -> Iterator[OpenLibrary]:
        with only_ingest(settings.lock_path), Library.open(settings.library_path, create=True) as library:
            vectors = PassageVectors(library, settings.vectors_dir, settings.embedding_model, embedder, _index)
            vectors.check_model()
            with closing(vectors):
                yield OpenLibrary(library, vectors, Pipeline(library, vectors, now=_now))

    watcher = Watcher(inbox, settings.received_dir, opener, WatchReport(output), _now, stop)
    return watcher.run_once() if typed.is_once else watcher.run()


def _dispatch(typed: argparse.Namespace, assigned: dict[str, str], commands: Commands) -> int:
    match typed.command:
        case "add":
            return commands.add(typed.paths, assigned)
        case "list":
            return commands.list_documents()
        case "show":
            return commands.show(typed.named, typed.as_of or _today())
        case "graph":
            return commands.graph(typed.as_of or _today())
        case "remove":
            return commands.remove(typed.named)
        case "check":
            return commands.check(_today(), mend=typed.mend)
        case _:
            return commands.rebuild()


def _now() -> datetime:
    return datetime.now(UTC)


def _today() -> date:
    return datetime.now(VIETNAM).date()


def _assigned(typed: argparse.Namespace) -> dict[str, str]:
    """What --set says; it speaks about one file, so several are wrong usage."""
    assignments = getattr(typed, "assignments", [])
    if assignments and (len(typed.paths) != 1 or typed.paths[0].is_dir()):
        parser().error("--set corrects one file: give exactly one PATH that is a file")
    return parse_assignments(assignments)


def _asked(typed: argparse.Namespace) -> Asked | None:
    """The one correction of a deadline that is asked for; None when none is, or all are to be forgotten."""
    if not is_correcting(typed) or typed.is_forgetting:
        return None
    if typed.dropped is not None:
        return Asked(DeadlineAction.DROP, typed.dropped, {})
    return parse_set(typed.assigned)


def _embedder(settings: CorpusSettings) -> "Embedder":
    from corpus.embedding import open_embedder

    return open_embedder(settings.embedding_model, settings.weights_dir)


def _index(directory: Path, embedder: "Embedder") -> "VectorIndex":
    from corpus.vector_index import VectorIndex

    return VectorIndex.open(directory, embedder.name, embedder.dimension)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Serves inboxes in processes that can be killed; see `tests.system.forked_runs`."""

import sys
import threading
from contextlib import contextmanager
from datetime import UTC, datetime
from io import StringIO

from corpus.inbox import Inbox
from ingest.commands import Output
from ingest.lock import only_ingest
from ingest.open_library import OpenLibrary
from ingest.watch import Watcher
from ingest.watch_report import WatchReport
from tests.ingest.pipelines import workshop_in
from tests.system.forked_runs import serve_forks

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)


def serve(data_dir, inbox):
    @contextmanager
    def opened():
        with only_ingest(data_dir / "ingest.lock"), workshop_in(data_dir) as workshop:
            yield OpenLibrary(workshop.library, workshop.vectors, workshop.pipeline)

    report = WatchReport(Output(StringIO(), sys.stderr, is_json=True, is_quiet=True))
    Watcher(Inbox(inbox), data_dir / "received", opened, report, lambda: NOW, threading.Event()).run_once()


if __name__ == "__main__":
    serve_forks(serve)

"""Serves inboxes in processes that can be killed: reads "DATA_DIR<tab>INBOX" lines, forks one child for each.

As `tests.system.ingest_driver`: imports are done once, the child's process id and its exit code are printed.
"""

import os
import sys
import threading
import traceback
from contextlib import contextmanager
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

from corpus.inbox import Inbox
from ingest.commands import Output
from ingest.lock import only_ingest
from ingest.open_library import OpenLibrary
from ingest.watch import Watcher
from ingest.watch_report import WatchReport
from tests.ingest.pipelines import workshop_in

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)


def serve(data_dir, inbox):
    @contextmanager
    def opened():
        with only_ingest(data_dir / "ingest.lock"), workshop_in(data_dir) as workshop:
            yield OpenLibrary(workshop.library, workshop.vectors, workshop.pipeline)

    report = WatchReport(Output(StringIO(), sys.stderr, is_json=True, is_quiet=True))
    Watcher(Inbox(inbox), data_dir / "received", opened, report, lambda: NOW, threading.Event()).run_once()


def main():
    for line in sys.stdin:
        data_dir, inbox = map(Path, line.rstrip("\n").split("\t"))
        child = os.fork()
        if child == 0:
            exit_code = 1
            try:
                serve(data_dir, inbox)
                exit_code = 0
            except Exception:
                traceback.print_exc()
            finally:
                os._exit(exit_code)  # a child never goes on to read the next line
        print(child, flush=True)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main()

"""Runs ingests in processes that can be killed: reads "DATA_DIR<tab>FOLDER" lines, forks one child for each.

Imports are done once, before the first fork, so that a random moment falls into the ingest and not into its start.
Prints the child's process id when it starts and its exit code, negative for a signal, when it has ended.
"""

import os
import sys
import traceback
from pathlib import Path

from ingest.lock import only_ingest
from tests.ingest.pipelines import workshop_in


def ingest(data_dir, folder):
    with only_ingest(data_dir / "ingest.lock"), workshop_in(data_dir) as workshop:
        workshop.add(folder)


def main():
    for line in sys.stdin:
        data_dir, folder = map(Path, line.rstrip("\n").split("\t"))
        child = os.fork()
        if child == 0:
            exit_code = 1
            try:
                ingest(data_dir, folder)
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

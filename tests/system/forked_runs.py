"""Runs that can be killed at a random moment of their work, not of their start.

A driver module imports everything once and calls `serve_forks`; `Driver` is the other end of it, in a test.
"""

import os
import select
import subprocess
import sys
import traceback
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def serve_forks(work):
    """For each line "DATA_DIR<tab>FOLDER" read, `work(data_dir, folder)` runs in a child of its own.

    Prints the child's process id when it starts and its exit code, negative for a signal, when it has ended.
    """
    for line in sys.stdin:
        data_dir, folder = map(Path, line.rstrip("\n").split("\t"))
        child = os.fork()
        if child == 0:
            exit_code = 1
            try:
                work(data_dir, folder)
                exit_code = 0
            except Exception:
                traceback.print_exc()
            finally:
                os._exit(exit_code)  # a child never goes on to read the next line
        print(child, flush=True)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


class Driver:
    """Starts one run after another."""

    def __init__(self, module):
        self.process = subprocess.Popen(
            [sys.executable, "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            text=True,
            bufsize=1,
        )

    def start(self, data_dir, folder):
        self.process.stdin.write(f"{data_dir}\t{folder}\n")
        return int(self.process.stdout.readline())

    def has_ended_within(self, seconds):
        return bool(select.select([self.process.stdout], [], [], seconds)[0])

    def exit_code(self):
        return int(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=60)
        self.process.stdout.close()


@contextmanager
def driving(module):
    made = Driver(module)
    try:
        yield made
    finally:
        made.close()

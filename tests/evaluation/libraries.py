"""The libraries that the evaluation asks, built through `python -m ingest` and kept between runs."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bot.__main__ import open_answering
from bot.answering import Answering
from bot.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
KEPT = ROOT / "data" / "evaluation"

# Questions on the news items are asked where the plans are held too: that is the harder and the usual case.
FOLDERS = {
    "shipped": (ROOT / "corpus" / "documents",),
    "seeds": (SHARED / "seeds", SHARED / "texts"),
    "texts": (SHARED / "seeds", SHARED / "texts"),
}


def library_path(name: str) -> Path:
    """Where the library that `opened` builds under this name is kept."""
    return KEPT / name / "library.sqlite3"


def is_available(library: str) -> bool:
    return all(folder.is_dir() for folder in FOLDERS[library])


@contextmanager
def opened(name: str, folders: Sequence[Path]) -> Iterator[Answering]:
    """The product's answering over a library of these folders."""
    data = KEPT / name
    environment = {**os.environ, "DATA_DIR": str(data)}
    built = subprocess.run(
        [sys.executable, "-m", "ingest", "add", "--json", *map(str, folders)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if built.returncode not in {0, 1}:
        raise RuntimeError(f"building the library {data} from {folders} ended with {built.returncode}")
    with open_answering(Settings.from_environment(environment)) as answering:
        yield answering

"""The progress bar: for a person at a terminal, on stderr."""

from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

from tqdm import tqdm

Counted = TypeVar("Counted")


def with_progress(counted: Iterable[Counted], total: int, screen: TextIO) -> Iterator[Counted]:
    """The same things, counted on `screen` when that is a terminal; what is printed meanwhile stands above the bar."""
    with tqdm(total=total, unit="file", file=screen, disable=not screen.isatty(), leave=False) as bar:
        bar.refresh()
        for one in counted:
            bar.update()
            bar.clear()
            yield one
            bar.refresh()

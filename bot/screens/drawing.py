"""The process that draws one picture: `python -m bot.screens.drawing`, started by `bot.screens.pictures`."""

import os
import pickle
import sys
import tempfile
from pathlib import Path

from bot.screens.pictures import TimelineOrder
from bot.timeline import draw_timeline

# The event loop, which answers nobody late, goes first.
NICENESS = 5


def main() -> None:
    """Reads the order from standard input and writes the picture, a PNG, to standard output."""
    os.nice(NICENESS)
    order = pickle.load(sys.stdin.buffer)  # from the bot, which started this process
    assert isinstance(order, TimelineOrder)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "timeline.png"
        draw_timeline(order.title, order.held, order.as_of, file)
        sys.stdout.buffer.write(file.read_bytes())


if __name__ == "__main__":
    main()

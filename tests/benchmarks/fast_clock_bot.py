"""The bot with a clock that runs FAST_CLOCK times as fast, from the moment it starts: for simulated days."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo

import bot.telegram.desk
from bot.__main__ import main
from bot.telegram.desk import Clock


def _fast(times: float) -> Callable[[Callable[[], datetime], tzinfo], Clock]:
    started = datetime.now(UTC)

    def clock(now: Callable[[], datetime], zone: tzinfo) -> Clock:
        return Clock(lambda: started + (now() - started) * times, zone)

    return clock


if __name__ == "__main__":
    bot.telegram.desk.Clock = _fast(float(os.environ["FAST_CLOCK"]))  # type: ignore[assignment,misc]
    sys.exit(main(["telegram"]))

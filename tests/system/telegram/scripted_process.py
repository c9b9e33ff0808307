"""The bot in a process of its own, which can be killed; its core echoes, and works without end on what is held.

python -m tests.system.telegram.scripted_process HELD
"""

import os
import sys
import threading
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.conversation.turn import Turn
from bot.logs import configure_logging
from bot.records.records import open_records
from bot.screens.holdings import Holdings
from bot.settings import Settings
from bot.telegram.application import Parts, run_telegram
from bot.telegram.desk import Clock
from corpus.library import Library
from corpus.working_days import WorkingDays
from tests.bot.factories import answer


class Echo:
    def __init__(self, held):
        self._held = held

    def reply(self, typed, memory, as_of, /):
        if typed == self._held:
            print("working", flush=True)
            threading.Event().wait()
        return Turn(answer(f"Trả lời: {typed}", question=typed), memory)


def main(held):
    settings = Settings.from_environment(os.environ)
    configure_logging(settings)
    settings.records_path.parent.mkdir(parents=True, exist_ok=True)
    with (
        Library.open(settings.corpus.library_path, create=True) as library,
        open_records(settings.records_path) as records,
    ):
        parts = Parts(
            conversations=Echo(held),
            records=records,
            holdings_for=lambda bot_username: Holdings.of(library, WorkingDays(), bot_username),
            clock=Clock(lambda: datetime.now(UTC), ZoneInfo("Asia/Ho_Chi_Minh")),
            announce=lambda bot_username, _owner_code: print(f"@{bot_username} runs", flush=True),
        )
        return run_telegram(settings, parts)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

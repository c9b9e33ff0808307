"""A simulated day of an office in some minutes: whether memory, files or threads of the bot grow.

The bot's clock runs faster by as much; what it does by the real clock (looking for reminders, forgetting what is old)
it does less often than on a real day, and all that people ask of it as often.
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

from tests.benchmarks.telegram_burst import drawn_questions
from tests.benchmarks.telegram_office import Office, resident_megabytes, threads_and_files

USERS = range(2, 42)
ADMIN = 1
GROUP = -100200
STRANGERS = range(5_000, 5_040)
ROUNDS = 96  # quarters of an hour
ACTS_A_ROUND = 40
MINUTES = 8.0
WARM_AFTER = 0.125  # of the rounds: three hours
MEASURED_ROUNDS = 8  # of which the median is taken, after the warm-up and at the end
ROUNDS_UNTIL_FORGOTTEN = 2  # by the server, which would grow itself
SECONDS_OF_A_DAY = 86_400
QUESTIONS = 380
FOLLOW_UPS = ("thế còn cấp xã?", "ai ký?", "hạn đó còn bao lâu?", "còn hiệu lực không?", "căn cứ vào đâu?")
COMMANDS = (
    "/trogiup",
    "/moi",
    "/vanban 0125",
    "/hanchot tháng 12",
    "/lich",
    "/nhac",
    "/nhac KH 0125",
    "/nhac tắt",
    "/gopy rất tốt",
)


def measure(library: Path, *, minutes: float = MINUTES, rounds: int = ROUNDS, seed: int = 5) -> dict[str, Any]:
    """Megabytes, threads, files and sizes after the warm-up and at the end; the growth of each process in percent."""
    settings = {"FAST_CLOCK": str(SECONDS_OF_A_DAY / (minutes * 60))}
    with (
        tempfile.TemporaryDirectory() as folder,
        Office(
            Path(folder),
            library=library,
            users=USERS,
            admins=[ADMIN],
            settings=settings,
            bot=("tests.benchmarks.fast_clock_bot",),
        ) as office,
    ):
        office.start_bot()
        day = Day(office, Random(seed))
        pids = {"main": office.bot_pid}
        pids |= {f"worker {place}": pid for place, pid in enumerate(office.worker_pids(), 1)}
        series: list[dict[str, Any]] = []
        began = time.monotonic()
        for number in range(rounds):
            day.quarter_of_an_hour(began + (number + 1) * minutes * 60 / rounds)
            if number % ROUNDS_UNTIL_FORGOTTEN == 0:
                day.forget()
            series.append(_sizes(office, pids))
        return {
            "acts": day.acts,
            "minutes": round((time.monotonic() - began) / 60, 1),
            "answers": office.rows("SELECT count(*) FROM given_answer")[0][0],
            "processes_alive": sorted(pids.values()) == sorted([office.bot_pid, *office.worker_pids()]),
            **_growth(series),
            "errors_in_log": office.errors_in_log(),
            "series_main_mb": [round(sizes["main"]) for sizes in series[::6]],
            "series_worker_mb": [round(sizes["worker 1"]) for sizes in series[::6]],
        }


class Day:
    """What people do, drawn by chance."""

    def __init__(self, office: Office, random: Random) -> None:
        self._office = office
        self._random = random
        self._questions = drawn_questions(QUESTIONS)
        self._asked: list[tuple[int, int]] = []  # chat, message: may be edited
        self._shown = 0
        self.acts = 0
        office.control("group", chat_id=GROUP, title="Phòng", user_ids=[ADMIN, *USERS])
        office.say(*((user, "/start") for user in (ADMIN, *USERS)))
        office.control("says", acts=[{"user_id": ADMIN, "chat_id": GROUP, "text": "/duyet@test_bot"}])
        office.wait_until_idle()
        self._kinds: list[tuple[Callable[[], None], int]] = [
            (self._asks, 40), (self._follows_up, 15), (self._presses, 25), (self._commands, 10), (self._in_group, 6),
            (self._types_inline, 4), (self._stranger, 3), (self._edits, 4), (self._sends_file, 1),
        ]  # fmt: skip

    def quarter_of_an_hour(self, ends_at: float) -> None:
        """All that people did in it is handled, and the time is over; `ends_at` is of the monotonic clock."""
        acts, weights = zip(*self._kinds, strict=True)
        for act in self._random.choices(acts, weights, k=ACTS_A_ROUND):
            act()
            self.acts += 1
        self._office.wait_until_idle()
        time.sleep(max(0.0, ends_at - time.monotonic()))

    def forget(self) -> None:
        """The server knows no message any more."""
        self._office.control("forget")
        self._asked.clear()

    def _asks(self) -> None:
        self._says(self._random.choice(USERS), self._random.choice(self._questions))

    def _follows_up(self) -> None:
        self._says(self._random.choice(USERS), self._random.choice(FOLLOW_UPS))

    def _commands(self) -> None:
        self._says(self._random.choice(USERS), self._random.choice(COMMANDS))

    def _in_group(self) -> None:
        text = f"/hoi@test_bot {self._random.choice(self._questions)}"
        self._says(self._random.choice(USERS), text, GROUP)

    def _stranger(self) -> None:
        self._says(self._random.choice(STRANGERS), self._random.choice(self._questions))

    def _types_inline(self) -> None:
        self._office.control(
            "inline", user_id=self._random.choice(USERS), query=self._random.choice(self._questions)[:200]
        )

    def _edits(self) -> None:
        if self._asked:
            chat, message = self._random.choice(self._asked)
            self._office.control("edit", chat_id=chat, message_id=message, text=self._random.choice(self._questions))

    def _sends_file(self) -> None:
        self._office.control("file", user_id=self._random.choice(USERS), name="kế hoạch.pdf", content="JVBERg==")

    def _presses(self) -> None:
        found = [
            message
            for message in self._office.messages(max(0, self._office.state()["messages"] - 30))
            if message["buttons"] and message["chat_id"] in USERS and not message["is_deleted"]
        ]
        if found:
            message = self._random.choice(found)
            chat, label = message["chat_id"], self._random.choice(message["buttons"])
            with suppress(RuntimeError):  # the bot has changed the message meanwhile
                self._office.control("press", chat_id=chat, message_id=message["message_id"], label=label, user_id=chat)

    def _says(self, user: int, text: str, chat: int | None = None) -> None:
        said = self._office.control("says", acts=[{"user_id": user, "text": text, "chat_id": chat or user}])
        if chat is None and user in USERS and not text.startswith("/"):
            self._asked.append((user, said["said"][0]["message_id"]))


def _sizes(office: Office, pids: dict[str, int]) -> dict[str, Any]:
    threads, files = threads_and_files(office.bot_pid)
    records = sum(path.stat().st_size for path in office.data_dir.glob("bot.sqlite3*")) / 1e6
    return {name: resident_megabytes(pid) for name, pid in pids.items()} | {
        "threads": threads, "files": files, "records_mb": records,
    }  # fmt: skip


def _growth(series: list[dict[str, Any]]) -> dict[str, Any]:
    warm = int(len(series) * WARM_AFTER)

    def median(name: str, part: list[dict[str, Any]]) -> float:
        return statistics.median(sizes[name] for sizes in part)

    told = {}
    for name in series[0]:
        first, last = median(name, series[warm : warm + MEASURED_ROUNDS]), median(name, series[-MEASURED_ROUNDS:])
        told[name] = {"warm": round(first, 1), "end": round(last, 1), "percent": round(100 * (last / first - 1), 1)}
    return told

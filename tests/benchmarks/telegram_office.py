"""A Telegram bot and its Bot API server as processes of their own, with people who use them: for measurements.

with Office(Path("folder"), library=Path("data"), users=range(1, 201)) as office:
    office.start_bot()
    office.say((7, "Hạn báo cáo?"))
    office.wait_until_idle()
"""

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Self

import httpx

from tests.telegram_server.server import TOKEN

ROOT = Path(__file__).resolve().parents[2]
BOT = ("bot", "telegram")
SECONDS_TO_START = 120.0
SECONDS_TO_STOP = 60.0
SECONDS_BETWEEN_LOOKS = 0.1
# Nobody in a measurement is held up by what an office allows.
NO_QUOTAS = {"QUOTA_USER_HOUR": "100000", "QUOTA_USER_DAY": "100000", "QUOTA_GROUP_HOUR": "100000"}


class Office:
    """The server runs within the block; the bot from `start_bot` on, as often as it is killed."""

    def __init__(
        self,
        folder: Path,
        *,
        users: Collection[int],
        admins: Collection[int] = (),
        library: Path | None = None,
        settings: Mapping[str, str] | None = None,
        has_limits: bool = False,
        bot: Sequence[str] = BOT,
    ) -> None:
        self.folder = folder
        self.data_dir = folder / "data"
        self.log_path = folder / "bot.log"
        self._bot_module = bot
        self._has_limits = has_limits
        self._bot: subprocess.Popen[str] | None = None
        self._environment = {
            **os.environ,
            **NO_QUOTAS,
            "NO_PROXY": "127.0.0.1",
            "DATA_DIR": str(self.data_dir),
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_ALLOWED_USERS": ",".join(map(str, users)),
            "TELEGRAM_ADMINS": ",".join(map(str, admins)),
            "LOG_LEVEL": "INFO",
            **(settings or {}),
        }
        if library is not None:
            copy_library(library, self.data_dir)

    def __enter__(self) -> Self:
        command = [sys.executable, "-m", "tests.telegram_server", *(["--limits"] if self._has_limits else [])]
        self._server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self._server.stdout is not None
        url = self._server.stdout.readline().strip()
        self._environment["TELEGRAM_API_BASE_URL"] = url
        self._http = httpx.Client(base_url=f"{url}/control", trust_env=False, timeout=60)
        return self

    def __exit__(self, *_: object) -> None:
        if self._bot is not None:
            self.kill_bot()
        self._http.close()
        self._server.kill()
        self._server.wait()
        assert self._server.stdout is not None
        self._server.stdout.close()

    # The bot.

    def begin_to_start_bot(self) -> None:
        """The process of the bot runs; it may not be ready for long."""
        assert self._bot is None, "the bot runs already"
        with self.log_path.open("a") as log:
            self._bot = subprocess.Popen(
                [sys.executable, "-m", *self._bot_module],
                cwd=ROOT,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                text=True,
            )

    def start_bot(self) -> float:
        """The bot fetches updates; the seconds that took."""
        polls, began = self.state()["polls"], time.monotonic()
        self.begin_to_start_bot()
        while self.state()["polls"] == polls:
            if not self.is_bot_alive or time.monotonic() - began > SECONDS_TO_START:
                raise RuntimeError(f"the bot did not start:\n{self.log()[-2000:]}")
            time.sleep(SECONDS_BETWEEN_LOOKS)
        return time.monotonic() - began

    @property
    def is_bot_alive(self) -> bool:
        return self._bot is not None and self._bot.poll() is None

    @property
    def bot_pid(self) -> int:
        assert self._bot is not None
        return self._bot.pid

    @property
    def server_pid(self) -> int:
        return self._server.pid

    def worker_pids(self) -> list[int]:
        """The processes that the bot has started."""
        return children_of(self.bot_pid)

    def kill_bot(self) -> None:
        """`kill -9` of the bot's main process."""
        assert self._bot is not None
        self._bot.kill()
        self._bot.wait()
        self._bot = None

    def kill_worker(self, place: int) -> None:
        """`kill -9` of one of the processes that answer."""
        workers = self.worker_pids()
        os.kill(workers[place % len(workers)], signal.SIGKILL)

    def stop_bot(self) -> int:
        """The bot was asked to stop and has; its exit code."""
        assert self._bot is not None
        self._bot.send_signal(signal.SIGTERM)
        code = self._bot.wait(SECONDS_TO_STOP)
        self._bot = None
        return code

    def log(self) -> str:
        return self.log_path.read_text(encoding="utf-8") if self.log_path.exists() else ""

    def errors_in_log(self) -> list[str]:
        """Each line of an error with the last line of its traceback."""
        entries = re.split(r"^(?=\d{4}-\d\d-\d\d )", self.log(), flags=re.MULTILINE)
        told = [entry.strip().splitlines() for entry in entries if " ERROR " in entry]
        return [" … ".join(dict.fromkeys((lines[0][:200], lines[-1][:200]))) for lines in told]

    # The server and its people.

    def control(self, act: str, **asked: object) -> dict[str, Any]:
        """One act of people or one order to the server, see `tests.telegram_server.control`."""
        return _told(self._http.post(f"/{act}", content=json.dumps(asked)))  # half of a pair of surrogates is kept

    def ask(self, question: str, **asked: str | int) -> dict[str, Any]:
        return _told(self._http.get(f"/{question}", params=asked))

    def say(self, *said: tuple[int, str]) -> list[int]:
        """Each person has typed the text in the private chat; the ids of the updates."""
        acts = [{"user_id": user_id, "text": text} for user_id, text in said]
        return [told["update_id"] for told in self.control("says", acts=acts)["said"]]

    def state(self) -> dict[str, Any]:
        return self.ask("state")

    def messages(self, since: int = 0) -> list[dict[str, Any]]:
        """What the bot sent, as it stands now."""
        return list(self.ask("messages", since=since)["messages"])

    def deliveries(self) -> dict[int, dict[str, Any]]:
        """What became of each update, by its id."""
        return {told["update_id"]: told for told in self.ask("updates")["updates"]}

    def wait_until_idle(self, seconds: float = 120.0) -> None:
        """Every update is fetched, handled and confirmed; RuntimeError when they are not in time."""
        self.wait_until(lambda: not self.state()["updates_waiting"] and not self.pending(), seconds)

    def wait_until(self, is_so: Callable[[], object], seconds: float = 120.0) -> None:
        """It is so; RuntimeError when it is not in time."""
        deadline = time.monotonic() + seconds
        while not is_so():
            if time.monotonic() > deadline or not self.is_bot_alive:
                raise RuntimeError(f"not within {seconds} s: {self.state()}\n{self.log()[-2000:]}")
            time.sleep(SECONDS_BETWEEN_LOOKS)

    # The records of the bot, read beside it.

    def rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        with closing(sqlite3.connect(f"file:{self.data_dir / 'bot.sqlite3'}?mode=ro", uri=True, timeout=30)) as opened:
            opened.row_factory = sqlite3.Row
            return opened.execute(query, values).fetchall()

    def pending(self) -> int:
        """How many updates the bot has kept and not handled."""
        return int(self.rows("SELECT count(*) FROM kept_update WHERE handled_at IS NULL")[0][0])


def copy_library(source: Path, data_dir: Path) -> None:
    """The library of `source` is in `data_dir`; the weights of its model are used where they are."""
    data_dir.mkdir(parents=True, exist_ok=True)
    with (
        closing(sqlite3.connect(f"file:{source / 'library.sqlite3'}?mode=ro", uri=True)) as held,
        closing(sqlite3.connect(data_dir / "library.sqlite3")) as copy,
    ):
        held.backup(copy)
    shutil.copytree(source / "vectors", data_dir / "vectors", dirs_exist_ok=True)
    if (source / "weights").is_dir() and not (data_dir / "weights").exists():
        (data_dir / "weights").symlink_to((source / "weights").resolve())


def children_of(pid: int) -> list[int]:
    return [child for child, parent in _parents() if parent == pid]


def is_running(pid: int) -> bool:
    """Whether there is such a process, and not only its remains."""
    with suppress(OSError):
        return _status(pid)[0] != "Z"
    return False


def seconds_of_processor(pid: int) -> float:
    """What the process has used so far, all its threads."""
    _, *fields = _status(pid)
    return (int(fields[10]) + int(fields[11])) / os.sysconf("SC_CLK_TCK")


def resident_megabytes(pid: int) -> float:
    return _memory(pid, "VmRSS")


def threads_and_files(pid: int) -> tuple[int, int]:
    """How many threads and open files the process has."""
    return len(list(Path(f"/proc/{pid}/task").iterdir())), len(list(Path(f"/proc/{pid}/fd").iterdir()))


def _memory(pid: int, name: str) -> float:
    found = re.search(rf"^{name}:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE)
    assert found, name
    return int(found[1]) / 1024


def _parents() -> Iterator[tuple[int, int]]:
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with suppress(OSError):
                yield int(folder.name), int(_status(int(folder.name))[1])


def _status(pid: int) -> list[str]:
    """The fields of /proc/PID/stat behind the name: state, parent, …"""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def _told(answer: httpx.Response) -> dict[str, Any]:
    if answer.status_code != 200:
        raise RuntimeError(f"the Telegram server answered {answer.status_code}: {answer.text[:500]}")
    told: dict[str, Any] = answer.json()
    return told

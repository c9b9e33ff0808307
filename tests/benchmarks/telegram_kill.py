"""`kill -9` of the bot at random moments under load: what was lost, what was sent more than once."""

import tempfile
import threading
import time
from datetime import UTC, datetime, timedelta
from itertools import count, product
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from bot.records.records import open_records
from bot.records.subscriptions import Digest, Pace, Subject, Wish
from bot.reminders.office_hours import DEFAULT_ZONE
from corpus.library import Library
from tests.benchmarks.telegram_deliveries import Sent, faults_in_answers, faults_in_notices
from tests.benchmarks.telegram_office import Office, is_running
from tests.benchmarks.telegram_plans import add_to_library, plan_numbers, questions_on, write_plans

CHATS = 30
PLANS = 60
KILLS = 50
SECONDS_BETWEEN_QUESTIONS = 0.2
SECONDS_UNTIL_KILLED = 3.0  # from when the bot fetches updates
KILLED_WHILE_STARTING = 0.2  # of the kills
WORKERS_KILLED = 0.3  # of the lives in which a process that answers is killed too
REMINDED_CHATS = 6  # for which a reminder falls due at each start
SECONDS_UNTIL_ORPHANS_ARE_GONE = 10.0


def measure(kills: int = KILLS, seed: int = 5) -> dict[str, Any]:
    """What became of every question and reminder; `faults` is empty when each was told once, or twice at most."""
    random = Random(seed)
    chats, now = range(1, CHATS + 1), datetime.now(ZoneInfo(DEFAULT_ZONE))
    with tempfile.TemporaryDirectory() as folder, Office(Path(folder), users=chats, settings=open_now(now)) as office:
        write_plans(Path(folder) / "plans", PLANS, now.date())
        add_to_library(Path(folder) / "plans", office.data_dir)
        reminders = Reminders(office, seed)
        load = Load(office)
        orphans = 0
        office.say(*((chat, "/start") for chat in chats))  # who has never written cannot be written to
        load.start()
        try:
            for _ in range(kills):
                reminders.fall_due(REMINDED_CHATS)
                orphans += _live_and_die(office, random)
        finally:
            load.end()
        _finish(office)
        sent = [Sent.of(message) for message in office.messages()]
        answers = faults_in_answers(load.asked, office.rows("SELECT * FROM given_answer"), sent)
        notices = faults_in_notices(reminders.pairs, office.rows("SELECT * FROM notice"), sent)
        return {
            "seed": seed,
            "kills": kills,
            "asked": len(load.asked),
            "reminders": len(reminders.pairs),
            "answers": answers.counts(),
            "notices": notices.counts(),
            "orphans": orphans,
            "given_up": office.log().count("never ended; given up"),
            "errors_in_log": office.errors_in_log(),
            "warnings": office.state()["warnings"],
            "faults": [*answers.faults, *notices.faults],
        }


class Load(threading.Thread):
    """Asks on and on, each time in another chat and another question."""

    def __init__(self, office: Office) -> None:
        super().__init__(daemon=True)
        self._office = office
        self._ended = threading.Event()
        self.asked: list[tuple[int, int]] = []  # chat, update

    def run(self) -> None:
        """Asks until the end."""
        numbers = plan_numbers(PLANS)
        for turn in count():
            chat = turn % CHATS + 1
            asked = questions_on(numbers[(turn // CHATS + chat) % PLANS])
            [update] = self._office.say((chat, asked[turn // CHATS % len(asked)]))
            self.asked.append((chat, update))
            if self._ended.wait(SECONDS_BETWEEN_QUESTIONS):
                return

    def end(self) -> None:
        self._ended.set()
        self.join()


class Reminders:
    """Chats that have followed a plan for ten days, found out between two lives of the bot."""

    def __init__(self, office: Office, seed: int) -> None:
        self._office = office
        with Library.open(office.data_dir / "library.sqlite3") as library:
            plans = {head.id: str(head.number) for head in library.document_heads()}
        left = list(product(range(1, CHATS + 1), plans.items()))
        Random(seed).shuffle(left)
        self._left = left
        self.pairs: list[tuple[int, str]] = []  # chat, number of the plan

    def fall_due(self, chats: int) -> None:
        """A reminder is due in so many chats more when the bot starts."""
        long_ago = datetime.now(UTC) - timedelta(days=10)
        told: set[int] = set()
        with open_records(self._office.data_dir / "bot.sqlite3") as records:
            while len(told) < chats:
                chat, (document_id, number) = self._left.pop()
                if chat in told:
                    self._left.insert(0, (chat, (document_id, number)))
                    continue
                wish = Wish(Subject.DOCUMENT, document_id, document_id)
                records.subscriptions.add(chat, chat, wish, Pace(Digest.NONE, (7,)), long_ago)
                told.add(chat)
                self.pairs.append((chat, number))


def _live_and_die(office: Office, random: Random) -> int:
    """The bot has lived for a while and was killed; how many of its processes did not end by themselves."""
    is_killed_while_starting = random.random() < KILLED_WHILE_STARTING
    moment, worker_dies, worker = random.random(), random.random() < WORKERS_KILLED, random.randrange(2)
    if is_killed_while_starting:
        office.begin_to_start_bot()
        time.sleep(moment * SECONDS_UNTIL_KILLED)
    else:
        office.start_bot()
        if worker_dies:
            office.kill_worker(worker)
        time.sleep(moment * SECONDS_UNTIL_KILLED)
    workers = office.worker_pids()
    office.kill_bot()
    deadline = time.monotonic() + SECONDS_UNTIL_ORPHANS_ARE_GONE
    while any(map(is_running, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    return sum(map(is_running, workers))


def _finish(office: Office) -> None:
    """All that was asked is answered and all that was due is told: two undisturbed lives, for what the first leaves."""
    for _ in range(2):
        office.start_bot()
        office.wait_until_idle(180)
        office.wait_until(lambda: not office.rows("SELECT 1 FROM notice WHERE state IN ('due', 'sending')"))
        office.stop_bot()


def open_now(now: datetime) -> dict[str, str]:
    """Settings by which reminders go out at this hour of the office."""
    return {"REMINDER_TIME": "00:00" if now.hour < 11 else f"{now.hour - 6:02d}:00"}

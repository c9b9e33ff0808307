"""`kill -9` as soon as a message has reached Telegram, again and again: nothing is lost, nothing told a third time."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest

from bot.records.records import open_records
from bot.records.subscriptions import Digest, Pace, Subject, Wish
from tests.benchmarks.telegram_deliveries import Sent, faults_in_answers, faults_in_notices
from tests.benchmarks.telegram_kill import open_now
from tests.benchmarks.telegram_plans import plan_text
from tests.bot.opened import opened
from tests.system.telegram.running_bot import AN, BINH, LAN, VIETNAM, Office

ROOT = Path(__file__).resolve().parents[3]
CHATS = (LAN, AN, BINH)
KILLS = 8
PLANS = 12


@pytest.fixture
def plans(tmp_path):
    """A library of plans whose deadlines are near, whatever day it is: its data folder, ids and numbers."""
    folder, today = tmp_path / "plans", datetime.now(VIETNAM).date()
    folder.mkdir()
    with opened(folder, {f"{place}.txt": plan_text(place, today) for place in range(PLANS)}) as (library, _):
        yield folder / "data", [(head.id, str(head.number)) for head in library.document_heads()]


@contextmanager
def killed_at_the_end(office):
    with subprocess.Popen(
        [sys.executable, "-m", "tests.system.telegram.scripted_process", ""],
        cwd=ROOT,
        env={**os.environ, **office.environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        yield
        process.send_signal(signal.SIGKILL)


def follow(data_dir, chat, document_id):
    """The chat has followed the document for ten days, and should have been reminded a week before."""
    with open_records(data_dir / "bot.sqlite3") as records:
        wish, long_ago = Wish(Subject.DOCUMENT, document_id, document_id), datetime.now(UTC) - timedelta(days=10)
        records.subscriptions.add(chat, chat, wish, Pace(Digest.NONE, (7,)), long_ago)


def all_is_told(data_dir):
    with open_records(data_dir / "bot.sqlite3") as records:
        states = {row["state"] for row in records.database.rows("SELECT state FROM notice")}
        return not records.updates.pending() and not states & {"due", "sending"}


@pytest.mark.parametrize("seed", [2])
def test_each_question_is_answered_once_or_twice_and_each_reminder_told_once(server, plans, seed):
    data_dir, documents = plans
    office = Office(server, data_dir, None, None, None, **open_now(datetime.now(ZoneInfo("Asia/Ho_Chi_Minh"))))
    random, asked, followed = Random(seed), [], []
    for chat in CHATS:
        server.user_sends("/start", user_id=chat)
    for life in range(KILLS):
        document_id, number = documents[life]
        chat = random.choice(CHATS)
        follow(data_dir, chat, document_id)
        followed.append((chat, number))
        asked += [(chat, server.user_sends(f"Câu {life}?", user_id=chat)) for chat in CHATS]
        messages = len(server.messages) + random.randint(0, 3)
        with killed_at_the_end(office):
            server.wait_until(lambda server, enough=messages: len(server.messages) >= enough, "messages")
    with killed_at_the_end(office):
        server.wait_until(lambda _: all_is_told(data_dir), "all is told")
    sent = [Sent(one.chat_id, one.written, tuple(one.labels())) for one in server.messages]
    with open_records(data_dir / "bot.sqlite3") as records:
        answers = faults_in_answers(asked, records.database.rows("SELECT * FROM given_answer"), sent)
        notices = faults_in_notices(followed, records.database.rows("SELECT * FROM notice"), sent)
    assert (answers.faults, notices.faults) == ([], [])
    assert answers.once + answers.twice + answers.uncertain == len(asked)

import os
import select
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from bot.conversation.memory import EMPTY
from bot.errors import WorkerError
from bot.settings import Settings
from bot.workers import AnswerWorkers, opening
from bot.workers.values import Core
from tests.bot import worker_cores
from tests.bot.libraries import PROVINCE_PLAN
from tests.bot.opened import opened
from tests.bot.worker_cores import DIE, DIE_ONCE, HANG, MEET, RAISE

TODAY = date(2026, 11, 21)
LONG = 60.0  # seconds that no test comes near to

# Opens two processes, tells their ids and waits to be killed.
BOT = """
import sys, threading
from functools import partial
from pathlib import Path
from bot.workers import AnswerWorkers
from tests.bot import worker_cores
if __name__ == "__main__":
    with AnswerWorkers(partial(worker_cores.in_trouble, Path(sys.argv[1])), 2, 60.0) as workers:
        print(*workers.process_ids, flush=True)
        workers.reply(worker_cores.HANG, None, None)
"""


def in_trouble(folder, count=1, limit_seconds=LONG):
    return AnswerWorkers(partial(worker_cores.in_trouble, folder), count, limit_seconds)


def answer_of(workers, typed):
    return workers.reply(typed, EMPTY, TODAY).answer.text


def has_ended(process_id):
    """Whether the process has ended within a minute."""
    try:
        handle = os.pidfd_open(process_id)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], LONG)[0])
    finally:
        os.close(handle)


def test_a_process_answers_as_the_core_does(tmp_path):
    question = "xã gửi báo cáo kết quả phong trào trước ngày nào"
    with opened(tmp_path, {"57-kh-ubnd.txt": PROVINCE_PLAN}) as (_, answering):
        expected = answering.answer(question, TODAY)
    with AnswerWorkers(partial(worker_cores.over_library, tmp_path / "data"), 1, LONG) as workers:
        turn = workers.reply(question, EMPTY, TODAY)
    assert "25/11/2026" in expected.text
    assert (turn.answer.text, turn.answer.citations) == (expected.text, expected.citations)
    assert turn.memory.questions == (question,)


def test_a_process_that_nobody_asks_reads_ahead_and_answers_at_once_when_somebody_does(tmp_path):
    os.mkfifo(tmp_path / "meeting")
    with AnswerWorkers(partial(worker_cores.reading_without_end, tmp_path), 1, LONG) as workers:
        with (tmp_path / "meeting").open():  # waits until it has read, and what it then reads goes wrong
            pass
        [process_id] = workers.process_ids
        assert answer_of(workers, "xin chào") == str(process_id)
    assert has_ended(process_id)


def test_two_questions_are_worked_on_at_once(tmp_path):
    os.mkfifo(tmp_path / "meeting")
    with in_trouble(tmp_path, count=2) as workers, ThreadPoolExecutor(2) as asking:
        # Each ends only while the other is at work.
        found = set(asking.map(lambda mode: answer_of(workers, f"{MEET} {mode}"), ["r", "w"]))
        assert found == set(map(str, workers.process_ids))


def test_a_process_that_dies_at_work_is_replaced_and_the_question_asked_again(tmp_path):
    with in_trouble(tmp_path) as workers:
        first = workers.process_ids
        assert answer_of(workers, DIE_ONCE) == str(workers.process_ids[0])
        assert workers.process_ids != first


def test_a_process_that_dies_idle_is_replaced(tmp_path):
    with in_trouble(tmp_path) as workers:
        first = workers.process_ids[0]
        os.kill(first, signal.SIGKILL)
        assert int(answer_of(workers, "còn đó không")) not in {first, os.getpid()}


def test_a_question_that_kills_every_process_fails_and_the_next_is_answered(tmp_path):
    with in_trouble(tmp_path) as workers:
        with pytest.raises(WorkerError, match="died, 2 times"):
            answer_of(workers, DIE)
        assert answer_of(workers, "câu khác") == str(workers.process_ids[0])


def test_a_question_that_takes_too_long_is_given_up_with_its_process(tmp_path):
    with in_trouble(tmp_path, limit_seconds=0.2) as workers:
        hanging = workers.process_ids[0]
        with pytest.raises(WorkerError, match=r"not done after 0\.2 seconds"):
            answer_of(workers, HANG)
        assert has_ended(hanging)
        assert int(answer_of(workers, "câu khác")) != hanging


def test_an_error_of_the_core_is_told_and_the_same_process_answers_on(tmp_path):
    with in_trouble(tmp_path) as workers:
        with pytest.raises(WorkerError, match="the core raised this"):
            answer_of(workers, RAISE)
        assert answer_of(workers, "câu khác") == str(workers.process_ids[0])


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_meant_for_the_bot_ends_no_process(tmp_path, number):
    with in_trouble(tmp_path) as workers:
        process_id = workers.process_ids[0]
        os.kill(process_id, number)
        assert answer_of(workers, "còn đó không") == str(process_id)


def test_no_process_is_left_at_the_end_and_who_waits_is_told(tmp_path):
    os.mkfifo(tmp_path / "meeting")
    with ThreadPoolExecutor(2) as asking:
        with in_trouble(tmp_path, count=2) as workers:
            processes = workers.process_ids
            hanging = asking.submit(answer_of, workers, HANG)
            answer_of(workers, "câu khác")
        with pytest.raises(WorkerError):
            hanging.result()
    assert all(map(has_ended, processes))
    with pytest.raises(WorkerError, match="the bot is ending"):
        answer_of(workers, "muộn rồi")


def test_no_process_outlives_a_bot_that_is_killed(tmp_path):
    bot = subprocess.Popen(
        [sys.executable, "-c", BOT, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    with bot:
        processes = [int(each) for each in bot.stdout.readline().split()]
        bot.kill()
    assert len(processes) == 2
    assert all(map(has_ended, processes))


def test_what_keeps_the_core_from_opening_is_told(tmp_path):
    with pytest.raises(WorkerError, match="Opening the library: there is none"):
        AnswerWorkers(worker_cores.that_cannot_be_opened, 2, LONG).__enter__()


def test_a_process_does_not_know_the_token(tmp_path, monkeypatch):
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "110201543:secret")
    with in_trouble(tmp_path) as workers:
        environment = Path(f"/proc/{workers.process_ids[0]}/environ").read_bytes()
    assert b"PYTHONPATH" in environment
    assert b"110201543:secret" not in environment


def test_a_process_stands_in_the_session_of_the_bot_and_in_a_group_of_its_own(tmp_path):
    with in_trouble(tmp_path) as workers:
        [process_id] = workers.process_ids
        assert os.getsid(process_id) == os.getsid(0)
        assert os.getpgid(process_id) == process_id


def test_before_a_process_is_ready_the_first_questions_are_asked_and_all_is_read_and_nothing_stops_it(
    tmp_path, monkeypatch
):
    asked, pieces = [], ["a plan", "another"]

    class Failing:
        def reply(self, typed, memory, as_of):
            asked.append(typed)
            raise ValueError("the core raised this")

    def read_ahead():
        pieces.pop()  # raises at the end
        return True

    failing = Core(Failing(), read_ahead)
    monkeypatch.setattr(opening, "open_core", lambda settings: nullcontext(failing))
    with opening.open_in_a_process(Settings.from_environment({"DATA_DIR": str(tmp_path)})) as core:
        assert core is failing
    assert asked == [*opening.FIRST_QUESTIONS]
    assert pieces == []


def test_reading_without_end_does_not_keep_a_process_from_being_ready(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "MOST_SECONDS_READ_FIRST", 0.0)
    endless = Core(worker_cores.Troubled(tmp_path), lambda: True)
    monkeypatch.setattr(opening, "open_core", lambda settings: nullcontext(endless))
    with opening.open_in_a_process(Settings.from_environment({"DATA_DIR": str(tmp_path)})) as core:
        assert core is endless

"""The bot as a process: it starts or says why not, ends when asked to, and loses nothing when it is killed."""

import logging
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.errors import TelegramStartError
from bot.telegram.application import needed_token
from tests.system.telegram.running_bot import AN, PATIENCE_SECONDS
from tests.telegram_server.faults import slow
from tests.telegram_server.server import TOKEN, BotApiServer

ROOT = Path(__file__).resolve().parents[3]


@contextmanager
def process(office, held=""):
    """The bot runs, in a process that is killed at the end if it has not ended."""
    started = subprocess.Popen(
        [sys.executable, "-m", "tests.system.telegram.scripted_process", held],
        cwd=ROOT,
        env={**os.environ, **office.environment, "LOG_LEVEL": "DEBUG"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert started.stdout.readline() == "@test_bot runs\n", started.stderr.read()
        yield started
    finally:
        started.kill()
        started.communicate()


def answers(office):
    return [message.shown for message in office.server.messages_in(AN)]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_process_with_zero_and_its_log_holds_neither_questions_nor_the_token(office, number):
    with process(office) as running:
        office.an.says("Hạn báo cáo?")
        office.chat.bot.answers_with("Trả lời: Hạn báo cáo?")
        running.send_signal(number)
        printed, log = running.communicate(timeout=PATIENCE_SECONDS)
    assert running.returncode == 0
    assert "Answered user 7 in" in log
    for text in (printed, log):
        assert "Hạn báo cáo" not in text
        assert TOKEN not in text
        assert "Traceback" not in text


def test_who_kills_the_bot_while_it_works_on_a_question_loses_nothing(office):
    with process(office, held="Hạn báo cáo?") as running:
        office.an.says("Hạn báo cáo?")
        assert running.stdout.readline() == "working\n"
        running.kill()
        running.wait()
    assert answers(office) == []
    with process(office):
        office.chat.bot.answers_with("Trả lời: Hạn báo cáo?")
        office.an.says("Tiếp?")
        office.chat.bot.answers_with("Trả lời: Tiếp?")
    assert answers(office) == ["Trả lời: Hạn báo cáo?", "Trả lời: Tiếp?"]


def test_killed_while_telegram_takes_the_answer_it_comes_at_most_once_more_with_the_same_words(office):
    office.server.faults.next("sendMessage", slow(60))
    with process(office) as running:
        office.an.says("Hạn báo cáo?")
        office.chat.bot.answers_with("Trả lời: Hạn báo cáo?")
        running.kill()
        running.wait()
    with process(office):
        office.an.says("Tiếp?")
        office.chat.bot.answers_with("Trả lời: Tiếp?")
    assert answers(office)[:-1] in (["Trả lời: Hạn báo cáo?"], ["Trả lời: Hạn báo cáo?"] * 2)


def test_a_wrong_token_ends_with_two_and_one_message_without_the_token(scripted, caplog):
    scripted.environment["TELEGRAM_BOT_TOKEN"] = "4242:another-token"
    assert scripted.run_until_it_ends() == 2
    assert "rejected TELEGRAM_BOT_TOKEN" in caplog.records[-1].getMessage()
    assert "another-token" not in caplog.text


def test_a_missing_token_is_named_with_where_to_get_it(scripted):
    scripted.environment["TELEGRAM_BOT_TOKEN"] = ""
    with pytest.raises(TelegramStartError, match=r"TELEGRAM_BOT_TOKEN is not set.*BotFather"):
        needed_token(scripted.settings)


def test_a_server_out_of_reach_ends_with_two_and_names_the_address(scripted, caplog):
    with BotApiServer().serving() as gone:
        scripted.environment["TELEGRAM_API_BASE_URL"] = gone.url
    assert scripted.run_until_it_ends() == 2
    assert gone.url in caplog.records[-1].getMessage()
    assert "TELEGRAM_API_BASE_URL" in caplog.records[-1].getMessage()


def test_a_server_that_is_no_bot_api_server_ends_with_two(scripted, caplog):
    for _ in range(10):
        scripted.server.refuse_next("getMe", 200, b"<html>hello</html>")
    assert scripted.run_until_it_ends() == 2
    assert scripted.server.url in caplog.records[-1].getMessage()
    assert "hello" not in caplog.text


def test_a_token_revoked_while_running_ends_the_bot_with_two(scripted, caplog):
    revoked = {"ok": False, "error_code": 401, "description": "Unauthorized"}
    scripted.server.refuse_next("getUpdates", 401, revoked)
    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(scripted.run_until_it_ends).result(PATIENCE_SECONDS) == 2
    assert "rejected TELEGRAM_BOT_TOKEN" in caplog.records[-1].getMessage()


def test_the_start_is_logged_with_what_was_left(scripted, caplog):
    with caplog.at_level(logging.INFO), scripted.running():
        pass
    assert "@test_bot is answering" in caplog.text

"""Some of each family of hostile inputs, to the real bot over HTTP: no crash, and nothing to whom it does not belong.

All of them, against the bot as a process: `python -m tests.benchmarks telegram hostile`.
"""

import json
import logging

import pytest

from tests.benchmarks.telegram_hostile import chats_of
from tests.system.hostile_inputs import hostile_inputs
from tests.system.telegram.running_bot import AN, BINH, LAN, STRANGER

# The library announces a change of type.
pytestmark = pytest.mark.filterwarnings("ignore:.*:telegram.warnings.PTBDeprecationWarning")

ONE_IN = 6
SHORTEST_TRACE = 25  # letters of an input in the log that cannot be there by chance
SECRETS = ("bimatcuanguoikhac", "98765")  # what only Bình wrote, and what only the answer to it tells
HOSTILE_STRANGER = 31337


def families():
    found = {}
    for one in hostile_inputs():
        found.setdefault(one.family, []).append(one)
    return {name: inputs[::ONE_IN] for name, inputs in found.items()}


@pytest.fixture
def answer_id(running):
    """Of an answer that another person was given, with a secret in it."""
    for person in (running.an, running.lan, running.stranger):
        person.says("/start")
    running.server.user_sends("/start", user_id=HOSTILE_STRANGER)
    running.binh.says("Kế hoạch 98765/KH-UBND ai ký, bimatcuanguoikhac?")
    running.binh.says("/gopy bimatcuanguoikhac")
    handled(running)
    [row] = running.records.database.rows("SELECT id FROM given_answer")
    return row["id"]


def handled(office):
    def is_so(server):
        return not server.telegram.mailbox.count_waiting() and not office.records.updates.pending()

    office.server.wait_until(is_so, "all is handled")


def test_nothing_hostile_stops_the_bot_or_tells_what_is_not_for_everybody(running, answer_id, caplog):
    server = running.server
    caplog.set_level(logging.INFO, logger="bot")
    for name, inputs in families().items():
        before = len(server.messages)
        for one in inputs:
            server.push(json.loads(json.dumps(one.update).replace("{answer_id}", answer_id)))
        handled(running)
        acted = {LAN, *(chat for one in inputs for chat in chats_of(one.update))}
        assert {message.chat_id for message in server.messages[before:]} <= acted, name
        before = len(server.messages)
        running.lan.says("Kế hoạch 4321/KH-UBND ai ký?")
        handled(running)
        assert ["4321/KH-UBND" in message.shown for message in server.messages[before:]] == [True], name
    others = [message.written for message in server.messages if message.chat_id != BINH]
    assert [text for text in others if any(secret in text for secret in SECRETS)] == []
    given = running.records.database.rows("SELECT DISTINCT chat_id FROM given_answer")
    assert {row["chat_id"] for row in given} <= {LAN, AN, BINH}
    assert server.messages_in(STRANGER)
    assert server.messages_in(HOSTILE_STRANGER)
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []
    traces = [one.question[:SHORTEST_TRACE] for inputs in families().values() for one in inputs if one.question]
    assert [text for text in traces if len(text) == SHORTEST_TRACE and text.isprintable() and text in caplog.text] == []

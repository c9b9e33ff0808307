"""What goes wrong on purpose, and how fast a bot may send."""

import httpx
import pytest

from tests.telegram_server.faults import (
    Faults,
    dropped_after,
    dropped_before,
    flood,
    garbage,
    server_error,
    slow,
)
from tests.telegram_server.limits import Flow, Limits
from tests.telegram_server.refusal import Refused


@pytest.mark.parametrize(
    ("fault", "status", "is_sent"),
    [
        (flood(3), 429, False),
        (server_error(500), 500, False),
        (server_error(502, acts=True), 502, True),
        (garbage(), 200, False),
        (slow(0.0), 200, True),
    ],
)
def test_a_fault_takes_the_place_of_one_answer(server, bot, fault, status, is_sent):
    server.faults.next("sendMessage", fault)
    assert bot.answer("sendMessage", chat_id=7, text="x").status_code == status
    assert len(server.messages) == is_sent
    bot.result("sendMessage", chat_id=7, text="y")
    assert server.faults.happened["sendMessage", fault.name] == 1
    assert server.has_refused_all()


@pytest.mark.parametrize(("fault", "is_sent"), [(dropped_before(), False), (dropped_after(), True)])
def test_a_dropped_connection_leaves_the_message_in_the_chat_or_not(server, bot, fault, is_sent):
    server.faults.next("sendMessage", fault)
    with pytest.raises(httpx.TransportError):
        bot.answer("sendMessage", chat_id=7, text="x")
    assert len(server.messages) == is_sent


def test_flooding_says_how_long_to_wait(server, bot):
    server.faults.next("sendMessage", flood(3))
    assert bot.answer("sendMessage", chat_id=7, text="x").json() == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 3",
        "parameters": {"retry_after": 3},
    }


def test_random_faults_are_the_same_for_a_seed_and_only_meet_their_methods():
    def drawn():
        faults = Faults()
        faults.at_random({flood(): 0.3}, seed=5, methods=["sendMessage"])
        faults.also_at_random({garbage(): 0.3})
        return [faults.taken(method) for method in ["sendMessage", "getUpdates"] * 50]

    first = drawn()
    assert first == drawn()
    assert {fault and fault.name for fault in first[1::2]} == {None, "garbage"}
    assert {fault and fault.name for fault in first[::2]} == {None, "garbage", "flood"}


def times_sent(flow, *moments, chat_id=7, is_group=False):
    sent = []
    for moment in moments:
        try:
            flow.count(chat_id, is_group=is_group, now=moment)
        except Refused as refused:
            sent.append(refused.parameters["retry_after"])
        else:
            sent.append("sent")
    return sent


@pytest.mark.parametrize(
    ("limits", "moments", "outcomes"),
    [
        (Limits(chat_burst=2), (0, 0, 0, 0.5, 1.0), ["sent", "sent", 1, 1, "sent"]),
        (Limits(chat_burst=9, overall_per_second=0.1, overall_burst=1), (0, 0, 10), ["sent", 10, "sent"]),
        (None, (0, 0, 0), ["sent", "sent", "sent"]),
    ],
)
def test_more_than_the_limits_is_refused_with_the_seconds_to_wait(limits, moments, outcomes):
    assert times_sent(Flow(limits), *moments) == outcomes


def test_a_group_takes_twenty_messages_a_minute():
    flow = Flow(Limits(chat_burst=99))
    moments = [number * 0.1 for number in range(20)]
    assert times_sent(flow, *moments, 2.0, 60.0, chat_id=-5, is_group=True) == ["sent"] * 20 + [58, "sent"]


def test_limits_can_be_put_on_and_taken_off(server, bot):
    server.limit(Limits(chat_burst=1, chat_per_second=0.01))
    bot.result("sendMessage", chat_id=7, text="x")
    assert bot.refusal("sendMessage", chat_id=7, text="y") == "Too Many Requests: retry after 100"
    assert server.telegram.flow.times_refused == 1
    server.limit(None)
    bot.result("sendMessage", chat_id=7, text="z")

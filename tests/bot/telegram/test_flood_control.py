import asyncio
from datetime import timedelta

import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.telegram.flood_control import MOST_ATTEMPTS, FloodControl
from bot.telegram.requests import BrokenOffError, NeverLeftError, may_have_been_done

# The library announces a change of type that FloodControl is ready for.
pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after:telegram.warnings.PTBDeprecationWarning")


class RefusingRequest:
    """Raises what it is given, in order, then succeeds."""

    def __init__(self, *refusals):
        self.refusals = list(refusals)
        self.attempts = 0

    async def __call__(self, endpoint, *, timeout):
        self.attempts += 1
        if self.refusals:
            raise self.refusals.pop(0)
        return {"sent": endpoint, "timeout": timeout}


def send(request, endpoint="sendMessage"):
    control = FloodControl(first_pause_seconds=0)
    return asyncio.run(control.process_request(request, (endpoint,), {"timeout": 5}, endpoint, {"chat_id": 7}, None))


def caused(error, cause):
    error.__cause__ = cause
    return error


def soon():
    return RetryAfter(timedelta(0))


def no_connection():
    return caused(NetworkError("ClientConnectorError"), NeverLeftError("refused"))


def dropped():
    return caused(NetworkError("ServerDisconnectedError"), BrokenOffError("disconnected"))


def too_slow():
    return caused(TimedOut(), BrokenOffError("too slow"))


def test_a_request_that_passes_is_made_once():
    request = RefusingRequest()
    assert send(request) == {"sent": "sendMessage", "timeout": 5}
    assert request.attempts == 1


@pytest.mark.parametrize(
    "failure",
    [
        soon,
        no_connection,
        lambda: caused(TimedOut(), NeverLeftError("no free connection")),
        lambda: NetworkError("Bad Gateway"),
        lambda: NetworkError("Internal Server Error"),
    ],
)
def test_what_was_surely_not_done_is_asked_for_again(failure):
    request = RefusingRequest(failure(), failure())
    assert send(request) == {"sent": "sendMessage", "timeout": 5}
    assert request.attempts == 3


def test_a_request_that_never_passes_fails_in_the_end():
    request = RefusingRequest(*[soon() for _ in range(MOST_ATTEMPTS + 3)])
    with pytest.raises(RetryAfter):
        send(request)
    assert request.attempts == MOST_ATTEMPTS


@pytest.mark.parametrize("failure", [dropped, too_slow])
def test_a_message_that_may_have_been_sent_is_not_sent_again(failure):
    request = RefusingRequest(failure())
    with pytest.raises(NetworkError) as raised:
        send(request)
    assert request.attempts == 1
    assert may_have_been_done(raised.value)


@pytest.mark.parametrize("endpoint", ["editMessageText", "answerCallbackQuery", "setMyCommands", "deleteMessage"])
@pytest.mark.parametrize("failure", [dropped, too_slow])
def test_what_can_be_done_twice_is_asked_for_again(failure, endpoint):
    request = RefusingRequest(failure())
    assert send(request, endpoint)["sent"] == endpoint
    assert request.attempts == 2


@pytest.mark.parametrize(
    ("refusal", "endpoint"),
    [
        (lambda: BadRequest("message is too long"), "sendMessage"),  # will not get better
        (lambda: Forbidden("bot was blocked by the user"), "sendMessage"),
        (lambda: RetryAfter(timedelta(hours=1)), "sendMessage"),  # nobody waits an hour for an answer
        (soon, "sendChatAction"),  # gone by then
    ],
)
def test_what_waiting_does_not_mend_fails_at_once(refusal, endpoint):
    request = RefusingRequest(refusal())
    with pytest.raises((BadRequest, Forbidden, RetryAfter)):
        send(request, endpoint)
    assert request.attempts == 1


class Counting:
    """Counts how many requests are under way at a time."""

    def __init__(self):
        self.under_way, self.most_under_way, self.sent = 0, 0, []

    async def __call__(self, chat_id, *, timeout):
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        await asyncio.sleep(0)
        self.under_way -= 1
        self.sent.append(chat_id)
        return {}


def most_under_way(*chats):
    async def run():
        control, request = FloodControl(first_pause_seconds=0), Counting()
        sends = [
            control.process_request(request, (chat,), {"timeout": 5}, "sendMessage", {"chat_id": chat}, None)
            for chat in chats
        ]
        await asyncio.gather(*sends)
        return request.most_under_way, sorted(request.sent)

    return asyncio.run(run())


def test_messages_to_one_chat_leave_one_after_another_and_those_to_others_side_by_side():
    assert most_under_way(-5, -5, -5, -5) == (1, [-5, -5, -5, -5])
    assert most_under_way(-5, 7, 8) == (3, [-5, 7, 8])

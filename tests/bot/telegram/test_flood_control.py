import asyncio

import pytest
from telegram.error import BadRequest, RetryAfter

from bot.telegram.flood_control import MOST_ATTEMPTS, FloodControl

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
    return asyncio.run(
        FloodControl().process_request(request, (endpoint,), {"timeout": 5}, endpoint, {}, None),
    )


def soon():
    return RetryAfter(0)


def test_a_request_that_passes_is_sent_once():
    request = RefusingRequest()
    assert send(request) == {"sent": "sendMessage", "timeout": 5}
    assert request.attempts == 1


def test_a_refused_request_is_sent_again():
    request = RefusingRequest(soon(), soon())
    assert send(request) == {"sent": "sendMessage", "timeout": 5}
    assert request.attempts == 3


def test_a_request_that_is_always_refused_fails_in_the_end():
    request = RefusingRequest(*[soon() for _ in range(9)])
    with pytest.raises(RetryAfter):
        send(request)
    assert request.attempts == MOST_ATTEMPTS


@pytest.mark.parametrize(
    ("refusal", "endpoint"),
    [
        (lambda: BadRequest("message is too long"), "sendMessage"),  # will not get better
        (lambda: RetryAfter(3600), "sendMessage"),  # nobody waits an hour for an answer
        (soon, "sendChatAction"),  # gone by then
    ],
)
def test_what_waiting_does_not_mend_fails_at_once(refusal, endpoint):
    request = RefusingRequest(refusal())
    with pytest.raises((BadRequest, RetryAfter)):
        send(request, endpoint)
    assert request.attempts == 1

import json

import pytest
from telegram.error import NetworkError

from bot.telegram.polling import readable

MESSAGE = {
    "message_id": 1,
    "date": 1_700_000_000,
    "chat": {"id": 7, "type": "private"},
    "from": {"id": 7, "is_bot": False, "first_name": "An"},
    "text": "Họp khi nào?",
}


def updates_after(*updates):
    return json.loads(readable(json.dumps({"ok": True, "result": list(updates)}).encode()))["result"]


def test_updates_that_can_be_read_pass_unchanged():
    update = {"update_id": 5, "message": MESSAGE}
    assert updates_after(update) == [update]


@pytest.mark.parametrize(
    "update",
    [
        {"update_id": 5, "message": {}},  # nothing that a message must have
        {"update_id": 5, "message": {**MESSAGE, "chat": None}},
        {"update_id": 5, "message": {**MESSAGE, "chat": "x"}},
        {"update_id": 5, "message": {**MESSAGE, "date": "today"}},
        {"update_id": 5, "message": {**MESSAGE, "date": 10**30}},
        {"update_id": 5, "message": {**MESSAGE, "entities": [1]}},
        {"update_id": 5, "message": 7},
        {"update_id": 5, "message": ["x"]},
    ],
)
def test_an_update_that_cannot_be_read_keeps_only_its_id(update):
    good = {"update_id": 6, "message": MESSAGE}
    assert updates_after(update, good) == [{"update_id": 5}, good]


@pytest.mark.parametrize("update", [7, None, "x", [], {}, {"update_id": "5"}, {"message": MESSAGE}])
def test_an_update_without_an_id_is_left_out(update):
    assert updates_after(update) == []


@pytest.mark.parametrize("payload", [b"", b"<html>", b"\xff", b"[]", b"{}", b'{"ok": true, "result": true}'])
def test_what_is_no_list_of_updates_is_a_network_error(payload):
    with pytest.raises(NetworkError):
        readable(payload)

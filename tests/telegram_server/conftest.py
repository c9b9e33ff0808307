"""A server, somebody who calls it as a bot would, and An, who has written to the bot."""

import pytest

from tests.telegram_server.calling import Caller
from tests.telegram_server.server import BotApiServer


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with BotApiServer().serving() as server:
        server.telegram.user(7, "An")
        server.people.says(7, "/start")
        yield server


@pytest.fixture
def bot(server):
    with Caller(server) as caller:
        yield caller

"""A server, a library read by the real pipeline, and an office with both."""

import pytest

from tests.bot.deadline_plans import LAMPS
from tests.bot.libraries import FILES
from tests.bot.opened import opened
from tests.system.telegram.running_bot import (
    PATIENCE_SECONDS,
    Office,
    OfficeClock,
    ScriptedConversations,
    conversing_over,
)
from tests.telegram_server.server import BotApiServer


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def server():
    with BotApiServer(patience_seconds=PATIENCE_SECONDS).serving() as server:
        yield server
        assert server.warnings == []


@pytest.fixture(scope="session")
def held(tmp_path_factory):
    """The library of all scenarios that change nothing in it, and the conversations over it."""
    with opened(tmp_path_factory.mktemp("office"), {**FILES, "lamps.md": LAMPS}) as both:
        yield conversing_over(both)


@pytest.fixture
def own_library(tmp_path):
    """A library that the scenario may change: its folder, and what `held` gives."""
    folder = tmp_path / "own"
    folder.mkdir()
    with opened(folder, {**FILES, "lamps.md": LAMPS}) as both:
        yield folder, *conversing_over(both)


@pytest.fixture
def clock():
    return OfficeClock(2026, 11, 2)


@pytest.fixture
def office(server, tmp_path, held, clock):
    """Not running yet."""
    return Office(server, tmp_path / "data", *held, clock)


@pytest.fixture
def running(office):
    with office.running():
        yield office


@pytest.fixture
def scripted(server, tmp_path, held, clock):
    """The office with a core that gives what the scenario writes; not running yet."""
    library, _ = held
    return Office(server, tmp_path / "data", library, ScriptedConversations(), clock)

"""A day in the office goes by without anything that Telegram refuses."""

import pytest

from tests.system.telegram.day import HANH, Day
from tests.system.telegram.running_bot import AN, BINH, LAN, PATIENCE_SECONDS, OfficeClock
from tests.system.telegram.served_office import ServedOffice
from tests.telegram_server.server import BotApiServer


@pytest.fixture
def day(tmp_path, own_library):
    clock = OfficeClock(2026, 11, 5, 16, 30)
    with BotApiServer(clock=clock.seconds, patience_seconds=PATIENCE_SECONDS).serving() as server:
        day = Day(ServedOffice(server, tmp_path / "data", own_library, clock))
        day.lived()
        yield day


def test_a_day_in_the_office(day):
    telegram = day.office.server.telegram
    assert telegram.refusals == []
    assert telegram.warnings == []
    said = [
        message for chat in telegram.chats.values() for message in chat.messages.values() if not message.is_from_bot
    ]
    assert len(said) >= 20
    assert {message.chat_id for message in telegram.sent} == {LAN, AN, BINH, HANH, day.group.id}
    assert "Traceback" not in day.transcript()
    assert "gặp lỗi" not in day.transcript()

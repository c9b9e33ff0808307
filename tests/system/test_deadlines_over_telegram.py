"""A day of deadlines in Telegram: the real application, the real core, plans read by the real pipeline."""

import asyncio
import threading
from datetime import date

import pytest

from bot.answers import UnfailingAnswers
from bot.settings import Settings
from bot.telegram.application import TelegramBot
from tests.bot.deadline_plans import LAMPS, opened_plans
from tests.system.bot_api_server import PATIENCE_SECONDS, TOKEN, BotApiServer

TODAY = date(2026, 11, 2)

pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after:telegram.warnings.PTBDeprecationWarning")


@pytest.fixture(scope="module")
def answering(tmp_path_factory):
    with opened_plans(tmp_path_factory.mktemp("telegram"), {"lamps.md": LAMPS}) as opened:
        yield opened


@pytest.fixture
def ask(answering, monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with BotApiServer().serving() as server:
        settings = Settings.from_environment(
            {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_ALLOWED_USERS": "7", "TELEGRAM_API_BASE_URL": server.url}
        )
        bot = TelegramBot(settings, UnfailingAnswers(answering), lambda: TODAY)
        thread = threading.Thread(target=lambda: asyncio.run(bot.run()))
        thread.start()
        server.wait_for_call("getUpdates")

        def sent(question):
            server.user_sends(question)
            [message] = server.wait_for_messages(1)
            return message.shown

        yield sent
        bot.stop()
        thread.join(PATIENCE_SECONDS)


def test_a_limit_is_told_with_its_last_day_the_days_left_and_its_source(ask):
    told = ask("KH 21 ủy ban nhân dân xã báo cáo trước ngày nào")
    assert told.startswith("Trước ngày 15/11 hằng năm (kỳ tới muộn nhất là 14/11/2026, rơi vào thứ Bảy; còn 12 ngày).")
    assert "Kế hoạch 21/KH-UBND" in told
    assert "trước ngày 15/11 hằng năm" in told.split("Nguồn")[1]


def test_a_month_is_listed_by_date_with_units(ask):
    told = ask("tháng 11 ủy ban nhân dân xã phải làm gì")
    days = [line.split(" –")[0] for line in told.split("\n") if line.startswith("• ")]
    assert days[0].startswith("• Trước ngày 15/11 hằng năm")
    assert days[1].startswith("• Trước ngày 30/11/2026")


def test_a_deadline_that_has_passed_is_said_to_be_past(ask):
    assert "đã qua" in ask("KH 21 gửi kế hoạch về Sở Nội vụ trước ngày nào")

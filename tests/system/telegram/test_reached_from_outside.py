"""The webhook, and the port that tells how the bot is."""

import socket

import httpx
import pytest

from bot.telegram.local_port import SECRET_HEADER
from tests.telegram_server.server import TOKEN

UPDATE = {"update_id": 5, "message": {"message_id": 1, "date": 0, "text": "Giả?", "chat": {"id": 7, "type": "private"},
          "from": {"id": 7, "is_bot": False, "first_name": "An"}}}  # fmt: skip


@pytest.fixture
def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def http():
    with httpx.Client(trust_env=False) as client:
        yield client


@pytest.fixture
def by_webhook(scripted, free_port):
    """Runs, and is told of updates; no proxy with a certificate stands between here."""
    scripted.webhook_url = f"http://127.0.0.1:{free_port}/telegram"
    scripted.environment["WEBHOOK_LISTEN"] = f"127.0.0.1:{free_port}"
    with scripted.running():
        yield scripted


def test_by_webhook_the_bot_answers_without_fetching_updates(by_webhook):
    by_webhook.an.says("Hạn báo cáo?")
    by_webhook.chat.bot.answers_with("Trả lời: Hạn báo cáo?")
    assert "getUpdates" not in by_webhook.server.called()
    [told] = [call.parameters for call in by_webhook.server.calls if call.method == "setWebhook"]
    assert len(told["secret_token"]) >= 32
    assert TOKEN not in told["url"]


def test_what_only_telegram_knows_opens_the_webhook(by_webhook, http):
    assert http.post(by_webhook.webhook_url, json=UPDATE).status_code == 403
    assert http.post(by_webhook.webhook_url, json=UPDATE, headers={SECRET_HEADER: "guessed"}).status_code == 403
    by_webhook.an.says("Hạn báo cáo?")
    by_webhook.chat.bot.answers_with("Trả lời: Hạn báo cáo?")
    assert by_webhook.conversations.asked == ["Hạn báo cáo?"]


def test_an_update_is_acknowledged_once_it_is_kept_and_told_twice_it_is_answered_once(by_webhook, http):
    [told] = [call.parameters for call in by_webhook.server.calls if call.method == "setWebhook"]
    by_webhook.an.says("Hạn báo cáo?")  # so that the bot may write to An
    by_webhook.chat.bot.answers_with("Trả lời: Hạn báo cáo?")
    for _ in range(2):
        taken = http.post(by_webhook.webhook_url, json=UPDATE, headers={SECRET_HEADER: told["secret_token"]})
        assert taken.status_code == 200
        assert not by_webhook.records.updates.keep(UPDATE["update_id"], "", by_webhook.clock.now())
    by_webhook.chat.bot.answers_with("Trả lời: Giả?")
    by_webhook.chat.bot.stays_quiet()
    assert by_webhook.conversations.asked == ["Hạn báo cáo?", "Giả?"]


def test_a_bot_that_was_reached_by_webhook_polls_again_when_that_is_taken_out(scripted, free_port):
    scripted.webhook_url = f"http://127.0.0.1:{free_port}/telegram"
    scripted.environment["WEBHOOK_LISTEN"] = f"127.0.0.1:{free_port}"
    with scripted.running():
        scripted.an.says("Một?")
        scripted.chat.bot.answers_with("Trả lời: Một?")
    scripted.webhook_url = ""
    with scripted.running():
        scripted.an.says("Hai?")
        scripted.chat.bot.answers_with("Trả lời: Hai?")


def test_a_port_that_is_taken_is_named(scripted, caplog):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        scripted.environment["STATE_LISTEN"] = f"127.0.0.1:{port}"
        assert scripted.run_until_it_ends() == 2
    assert f"127.0.0.1:{port}" in caplog.records[-1].getMessage()


def test_the_state_is_told_on_its_port(scripted, http):
    scripted.environment["STATE_LISTEN"] = "127.0.0.1:0"
    with scripted.running():
        address = f"http://127.0.0.1:{scripted.bot.state_port}"
        scripted.an.says("Hạn báo cáo?")
        scripted.chat.bot.answers_with("Trả lời")
        scripted.chat.bot.stays_quiet()
        assert http.get(f"{address}/healthz").text == "ok\n"
        assert http.get(f"{address}/readyz").status_code == 200
        page = http.get(f"{address}/metrics").text
    assert "bot_library_revision" in page
    assert "bot_updates_waiting 0.0" in page
    assert "Hạn báo cáo" not in page

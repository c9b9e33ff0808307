"""The server as a process of its own, driven under /control/."""

import base64
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.telegram_server.server import PATIENCE_SECONDS, TOKEN

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def process():
    with subprocess.Popen(
        [sys.executable, "-m", "tests.telegram_server"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.kill()


@pytest.fixture
def http(process):
    with httpx.Client(base_url=process.stdout.readline().strip(), trust_env=False) as http:
        yield http


def test_it_is_driven_and_asked_from_another_process(process, http):
    def post(what, body):
        answer = http.post(f"/control/{what}", json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()

    post("says", {"acts": [{"user_id": user, "text": "Hạn?"} for user in range(1, 201)]})
    assert len(http.get("/control/updates").json()["updates"]) == 200
    post("faults", {"next": [{"method": "sendMessage", "fault": "flood", "arguments": {"retry_after": 2}}]})
    post("faults", {"at_random": [{"fault": "garbage", "rate": 1.0, "methods": ["getMe"]}], "seed": 1})
    post("disorder", {"twice": 0.0})
    post("limits", {"overall_per_second": 1000, "overall_burst": 1000})
    post("group", {"chat_id": -5, "title": "Phòng", "user_ids": [7]})
    post("file", {"user_id": 7, "name": "a.pdf", "content": base64.b64encode(b"%PDF").decode()})
    keyboard = {"inline_keyboard": [[{"text": "Xem", "callback_data": "x"}]]}
    statuses = [
        http.post(f"/bot{TOKEN}/sendMessage", json={"chat_id": user, "text": "x", "reply_markup": keyboard}).status_code
        for user in (7, 7, 8, 999)
    ]
    assert statuses == [429, 200, 200, 400]
    told = http.get("/control/messages", params={"since": 1}).json()
    assert [(message["chat_id"], message["buttons"]) for message in told["messages"]] == [(8, ["Xem"])]
    assert told["next"] == 2
    number = told["messages"][0]["message_id"]
    post("press", {"chat_id": 8, "message_id": number, "label": "Xem", "user_id": 8})
    assert http.get("/control/presses").json()["presses"][0]["data"] == "x"
    post("edit", {"chat_id": 8, "message_id": 8, "text": "Hạn báo cáo?"})
    post("says", {"acts": [{"user_id": 8, "text": "Còn cấp xã?", "reply_to": number}]})
    post("inline", {"user_id": 8, "query": "hạn"})
    post("block", {"user_id": 9, "is_blocked": True})
    kinds = [told["kind"] for told in http.get("/control/updates", params={"since": 301}).json()["updates"]]
    assert kinds == ["callback_query", "edited_message", "message", "inline_query", "my_chat_member"]
    post("push", {"updates": [{"message": {}}]})
    state = http.get("/control/state").json()
    assert state["messages"] == 2
    assert state["faults"] == {"sendMessage: flood": 1}
    assert state["refusals"] == {"sendMessage: Bad Request: chat not found": 1}
    assert "Bot: x\n      [Xem]" in http.get("/control/transcript", params={"chat_id": 8}).json()["transcript"]
    post("forget", {})
    assert http.get("/control/state").json()["messages"] == 0
    assert http.post("/control/press", json={"chat_id": 8}).status_code == 400
    process.send_signal(signal.SIGTERM)
    assert process.wait(PATIENCE_SECONDS) == 0

"""How updates come: offsets, kinds, one taker at a time, polls that wait, the webhook."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tests.telegram_server.server import PATIENCE_SECONDS


def texts(updates):
    return [update["message"]["text"] for update in updates]


def test_updates_come_until_they_are_confirmed_by_a_higher_offset(server, bot):
    server.people.says(7, "Một")
    first, second = bot.result("getUpdates")
    assert texts([first, second]) == ["/start", "Một"]
    assert bot.result("getUpdates", offset=first["update_id"]) == [first, second]
    assert bot.result("getUpdates", offset=second["update_id"]) == [second]
    assert bot.result("getUpdates", offset=second["update_id"] + 1) == []
    assert bot.result("getUpdates", offset=0) == []


def test_a_negative_offset_forgets_all_but_the_last(server, bot):
    for text in ("Một", "Hai"):
        server.people.says(7, text)
    assert texts(bot.result("getUpdates", offset=-1)) == ["Hai"]
    assert texts(bot.result("getUpdates")) == ["Hai"]


def test_no_more_than_the_limit_comes(server, bot):
    for number in range(120):
        server.people.says(7, str(number))
    assert len(bot.result("getUpdates")) == 100
    assert len(bot.result("getUpdates", limit=3)) == 3


def test_kinds_that_were_not_asked_for_do_not_come(server, bot):
    bot.result("getUpdates", offset=-1, allowed_updates=["message"])
    message = server.people.says(7, "Một")
    server.people.edits(message, "Hai")
    assert texts(bot.result("getUpdates", offset=102)) == []
    bot.result("getUpdates", allowed_updates=[])
    server.people.edits(message, "Ba")
    server.people.reacts(7, message, "👍")  # comes only when it is named
    assert [list(update)[1] for update in bot.result("getUpdates", offset=102)] == ["edited_message"]


def test_a_poll_waits_for_what_people_do(server, bot):
    with ThreadPoolExecutor() as threads:
        polled = threads.submit(bot.result, "getUpdates", offset=101, timeout=20)
        server.wait_for_call("getUpdates")
        server.people.says(7, "Một")
        assert texts(polled.result(PATIENCE_SECONDS)) == ["Một"]


def test_of_two_polls_the_first_is_ended(server, bot):
    with ThreadPoolExecutor() as threads:
        first = threads.submit(bot.refusal, "getUpdates", offset=101, timeout=20)
        server.wait_for_call("getUpdates")
        assert bot.result("getUpdates", offset=101, timeout=0) == []
        assert first.result(PATIENCE_SECONDS) == (
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
        )


def test_updates_are_told_twice_and_out_of_order_when_asked(server, bot):
    server.disorder(twice=1.0, shuffled=1.0, seed=1)
    for number in range(9):
        server.people.says(7, str(number))
    told = [update["update_id"] for update in bot.result("getUpdates")]
    assert told != sorted(told)
    assert sorted(told) == list(range(100, 110))
    again = [update["update_id"] for update in bot.result("getUpdates", offset=110)]
    assert sorted(again) == list(range(100, 110))
    assert server.telegram.mailbox.deliveries[105].times_told == 2


class Taker:
    """A bot's side of the webhook: keeps what came, and answers with the next status."""

    def __init__(self, *statuses, body=b""):
        self.taken = []
        self.changed = threading.Condition()
        left = list(statuses)
        taker = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                posted = self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(left.pop(0) if left else 200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
                with taker.changed:
                    taker.taken.append((posted.decode(), self.headers.get("X-Telegram-Bot-Api-Secret-Token")))
                    taker.changed.notify_all()

            def log_message(self, *_):
                pass

        self._http = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}/hook"

    def __enter__(self):
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self._http.shutdown()
        self._http.server_close()

    def wait_for(self, count):
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.taken) >= count, PATIENCE_SECONDS)
        return self.taken


def test_the_webhook_gets_updates_with_the_secret_and_again_until_it_takes_them(server, bot):
    with Taker(500, 500) as taker:
        bot.result("setWebhook", url=taker.url, secret_token="s3cret", max_connections=1)
        posted = taker.wait_for(3)
        assert [secret for _, secret in posted] == ["s3cret"] * 3
        assert len({body for body, _ in posted}) == 1
        server.wait_until_all_confirmed()
        server.people.says(7, "Một")
        assert json.loads(taker.wait_for(4)[3][0])["message"]["text"] == "Một"
        server.wait_until_all_confirmed()
        info = bot.result("getWebhookInfo")
        assert info["url"] == taker.url
        assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
        bot.result("deleteWebhook")


def test_a_method_in_the_answer_to_the_webhook_is_called(server, bot):
    with Taker(body=b'{"method": "sendMessage", "chat_id": 7, "text": "OK"}') as taker:
        bot.result("setWebhook", url=taker.url)
        assert [message.shown for message in server.wait_for_messages(1)] == ["OK"]
        bot.result("deleteWebhook")


def test_polling_is_refused_while_a_webhook_is_set(server, bot):
    with Taker() as taker:
        bot.result("setWebhook", url=taker.url, drop_pending_updates=True)
        assert bot.refusal("getUpdates").startswith("Conflict: can't use getUpdates method while webhook is active")
        bot.result("deleteWebhook")
    assert bot.result("getUpdates") == []


@pytest.mark.parametrize(
    ("parameters", "reason"),
    [
        ({"url": "ftp://a.vn"}, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "http://a.vn", "secret_token": "có dấu"}, "Bad Request: secret token contains unallowed characters"),
        ({"url": "http://a.vn", "secret_token": "x" * 257}, "Bad Request: secret token is too long"),
        ({"url": "http://a.vn", "max_connections": 101}, "Bad Request: bad webhook: max_connections is out of range"),
    ],
)
def test_a_webhook_that_telegram_would_not_set_is_refused(bot, parameters, reason):
    assert bot.refusal("setWebhook", **parameters) == reason

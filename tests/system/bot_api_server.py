"""A small Bot API server for tests: real HTTP on the loopback, as strict as Telegram about what it accepts.

It knows the methods that the bot uses [1], long polling with offsets included, and refuses messages that Telegram
would refuse: HTML with unbalanced or unknown tags [2], empty texts, more than 4,096 characters after parsing.
[1] https://core.telegram.org/bots/api
[2] https://core.telegram.org/bots/api#html-style
"""

import html
import json
import re
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

TOKEN = "4242:test-token-not-a-secret"
PATIENCE_SECONDS = 10.0

_SUPPORTED_TAGS = {
    "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre",
    "a", "span", "tg-spoiler", "tg-emoji", "blockquote",
}  # fmt: skip

_MARKUP = re.compile(r"<(?P<closing>/?)(?P<name>[a-zA-Z-]+)(?P<attributes>(?:\s[^<>]*)?)>|<|(?P<shown>[^<]+)")
_ATTRIBUTES = {
    "a": re.compile(r'\shref="[^"<>]*"'),
    "span": re.compile(r'\sclass="tg-spoiler"'),
    "tg-emoji": re.compile(r'\semoji-id="\d+"'),
    "blockquote": re.compile(r"(?:\sexpandable)?"),
}
_NO_ATTRIBUTES = re.compile("")


class Refused(Exception):
    """What Telegram answers with 400."""


@dataclass(frozen=True)
class SentMessage:
    """A message as it would stand in the chat."""

    chat_id: int
    shown: str  # without tags, entities decoded
    written: str  # as sent


def parsed_html(text: str) -> str:
    """What is left of the HTML after parsing; Refused when Telegram would not parse it."""
    open_tags: list[str] = []
    shown = []
    for token in _MARKUP.finditer(text):
        name = (token["name"] or "").lower()
        if token["shown"]:
            shown.append(html.unescape(token["shown"]))
        elif not name:
            raise Refused("can't parse entities: unsupported start tag")
        elif name not in _SUPPORTED_TAGS:
            raise Refused(f'can\'t parse entities: unsupported start tag "{name}"')
        elif token["closing"]:
            if not open_tags or open_tags.pop() != name:
                raise Refused(f"can't parse entities: unmatched end tag </{name}>")
        else:
            if not _ATTRIBUTES.get(name, _NO_ATTRIBUTES).fullmatch(token["attributes"]):
                raise Refused(f"can't parse entities: attributes of <{name}>: {token['attributes']}")
            open_tags.append(name)
    if open_tags:
        raise Refused(f"can't parse entities: can't find end tag of <{open_tags[-1]}>")
    return "".join(shown)


def utf16_units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


class BotApiServer:
    """What happened is waited for, never slept for: each `wait_…` returns as soon as it is so, or fails."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._updates: list[dict] = []
        self._next_update_id = 100
        self._closing = False
        self._refusals: dict[str, deque[tuple[int, bytes]]] = defaultdict(deque)
        self.messages: list[SentMessage] = []
        self.calls: list[tuple[str, dict[str, str]]] = []
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler_for(self))
        self._http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}"

    @contextmanager
    def serving(self) -> Iterator["BotApiServer"]:
        thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            with self._changed:
                self._closing = True
                self._changed.notify_all()
            self._http.shutdown()
            self._http.server_close()
            thread.join(PATIENCE_SECONDS)

    # What tests do.

    def user_sends(self, text: str, user_id: int = 7, *, chat_type: str = "private", **more: object) -> int:
        """A person's message is waiting for the bot; the id of its update."""
        chat = {"id": user_id if chat_type == "private" else -100, "type": chat_type, "title": "Phòng"}
        message: dict[str, object] = {
            "message_id": self._next_update_id,
            "date": 1_700_000_000,
            "chat": chat,
            "from": {"id": user_id, "is_bot": False, "first_name": "An"},
            **more,
        }
        if text:
            message["text"] = text
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
        return self.push({"message": message})

    def push(self, update: dict) -> int:
        """Any update, however odd, is waiting for the bot."""
        with self._changed:
            update_id = self._next_update_id
            self._next_update_id += 1
            self._updates.append({"update_id": update_id, **update})
            self._changed.notify_all()
        return update_id

    def refuse_next(self, method: str, status: int, body: dict | bytes) -> None:
        """The next call of the method gets this answer."""
        with self._changed:
            self._refusals[method].append((status, body if isinstance(body, bytes) else json.dumps(body).encode()))

    def has_refused_all(self) -> bool:
        return not any(self._refusals.values())

    def wait_until(self, is_so: Callable[["BotApiServer"], object], what: str) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: is_so(self), PATIENCE_SECONDS), (
                f"not within {PATIENCE_SECONDS} s: {what}; messages: {self.messages}; calls: {self.called()}"
            )

    def wait_for_messages(self, count: int) -> list[SentMessage]:
        self.wait_until(lambda server: len(server.messages) >= count, f"{count} messages")
        assert len(self.messages) == count
        return self.messages

    def wait_for_call(self, method: str, times: int = 1) -> None:
        self.wait_until(lambda server: server.called().count(method) >= times, f"{method} called {times} times")

    def called(self) -> list[str]:
        return [method for method, _ in self.calls]

    # What the bot calls.

    def handle(self, method: str, parameters: dict[str, str]) -> tuple[int, bytes]:
        with self._changed:
            self.calls.append((method, parameters))
            self._changed.notify_all()
            if self._refusals[method]:
                return self._refusals[method].popleft()
        try:
            result = self._result(method, parameters)
        except Refused as refusal:
            return 400, _failure(400, f"Bad Request: {refusal}")
        if result is None:
            return 404, _failure(404, "Not Found")
        return 200, json.dumps({"ok": True, "result": result}).encode()

    def _result(self, method: str, parameters: dict[str, str]) -> object:
        match method:
            case "getMe":
                return {"id": 4242, "is_bot": True, "first_name": "Thử", "username": "test_bot"}
            case "getUpdates":
                return self._fetch(int(parameters.get("offset", 0)), float(parameters.get("timeout", 0)))
            case "sendMessage":
                return self._send(parameters)
            case "deleteWebhook" | "setMyCommands" | "sendChatAction":
                return True
        return None

    def _fetch(self, offset: int, timeout: float) -> list[dict]:
        def waiting() -> list[dict]:
            return [update for update in self._updates if update["update_id"] >= offset]

        with self._changed:
            self._changed.wait_for(lambda: self._closing or waiting(), timeout)
            self._updates = waiting()
            return [] if self._closing else list(self._updates)

    def _send(self, parameters: dict[str, str]) -> dict:
        written = parameters.get("text", "")
        shown = parsed_html(written) if parameters.get("parse_mode") == "HTML" else written
        if not shown.strip():
            raise Refused("message text is empty")
        if utf16_units(shown) > 4096:
            raise Refused("message is too long")
        chat_id = int(parameters["chat_id"])
        with self._changed:
            self.messages.append(SentMessage(chat_id, shown, written))
            self._changed.notify_all()
        return {
            "message_id": 900 + len(self.messages),
            "date": int(time.time()),
            "chat": {"id": chat_id, "type": "private"},
            "text": shown,
        }


def _failure(code: int, description: str, **more: object) -> bytes:
    return json.dumps({"ok": False, "error_code": code, "description": description, **more}).encode()


def too_many_requests(seconds: int) -> dict:
    return {
        "ok": False,
        "error_code": 429,
        "description": f"Too Many Requests: retry after {seconds}",
        "parameters": {"retry_after": seconds},
    }


def _handler_for(server: BotApiServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            parameters = {name: values[0] for name, values in parse_qs(body, keep_blank_values=True).items()}
            token, _, method = self.path.removeprefix("/bot").partition("/")
            if token != TOKEN:
                status, payload = 401, _failure(401, "Unauthorized")
            else:
                status, payload = server.handle(method, parameters)
            try:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(payload)))
                self.end_headers()
                self.wfile.write(payload)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True  # the bot has stopped while it was being answered

        def log_message(self, *_: object) -> None:
            """Tests read what was called, not a log."""

    return Handler

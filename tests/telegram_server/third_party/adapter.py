"""Stands between the bot and telegram-test-api 4.2.1 and makes good where that emulator is not like Telegram.

As it is, it cannot be talked to with python-telegram-bot: `getMe` does not say that the bot is a bot, dates come in
milliseconds, edits and answered buttons give null, polls do not wait, and most methods do not exist. What stays unlike
Telegram: HTML is not read, an edit without buttons keeps the old ones, offsets are ignored (an update is told once),
files are kept as their name and caption, and nothing but the deletion of an unknown message is ever refused.
https://github.com/jehy/telegram-test-api
"""

import asyncio
import json
import time

import aiohttp
from aiohttp import web

# What the emulator does itself; anything else is answered here.
_EMULATED = {"getMe", "getUpdates", "sendMessage", "editMessageText", "editMessageReplyMarkup", "deleteMessage",
             "answerCallbackQuery", "deleteWebhook"}  # fmt: skip
# A message that the emulator keeps with this field is told to the bot as an edit of the message with that id.
EDITED = "edited_message_id"

_FILES = {"sendDocument": "document", "sendPhoto": "photo"}
_SECONDS_BETWEEN_LOOKS = 0.05

Json = dict[str, object]


class Adapter:
    """Speaks to the bot as Telegram would, to the emulator as its authors meant it."""

    def __init__(self, emulator_url: str, http: aiohttp.ClientSession) -> None:
        self._emulator_url = emulator_url
        self._http = http
        self.polled = asyncio.Event()  # the bot is there
        self.answered_here: set[str] = set()
        self.files: list[tuple[str, int]] = []  # name, bytes

    def application(self) -> web.Application:
        application = web.Application(client_max_size=64 * 1024 * 1024)
        application.router.add_route("*", r"/bot{token:[^/]+}/{method}", self._answer)
        return application

    async def _answer(self, request: web.Request) -> web.Response:
        token, method = request.match_info["token"], request.match_info["method"]
        call: Json = dict(request.query)
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                self.files.append((value.filename, len(value.file.read())))
            call[name] = value if isinstance(value, str) else f"(file {getattr(value, 'filename', name)})"
        if method == "getUpdates":
            return _ok(await self._updates(token, call))
        if method in _FILES:
            return _ok(await self._file_as_text(token, _FILES[method], call))
        if method not in _EMULATED:
            self.answered_here.add(method)
            return _ok([] if method.startswith("getMy") else True)
        answer = await self._emulated(token, method, call)
        result = answer.get("result")
        match method:
            case _ if not answer.get("ok"):
                return web.json_response(answer, status=400)
            case "getMe":
                assert isinstance(result, dict)
                return _ok({**result, "is_bot": True})
            case "sendMessage":
                return _ok(_message(result))
        return _ok(True)

    async def _emulated(self, token: str, method: str, call: Json) -> Json:
        url = f"{self._emulator_url}/bot{token}/{method}"
        async with self._http.post(url, json=call) as response:
            answer: Json = await response.json()
            return answer

    async def _updates(self, token: str, call: Json) -> object:
        self.polled.set()
        ends = time.monotonic() + float(str(call.get("timeout", 0)))
        while True:
            updates = (await self._emulated(token, "getUpdates", call))["result"]
            if updates or time.monotonic() >= ends:
                assert isinstance(updates, list)
                return [_update(update) for update in updates]
            await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)

    async def _file_as_text(self, token: str, kind: str, call: Json) -> object:
        # The emulator knows no files: its chat shows the name.
        told = f"{call.get(kind)} {call.get('caption', '')}".strip()
        sent = await self._emulated(token, "sendMessage", {"chat_id": call["chat_id"], "text": told})
        file: Json = {"file_id": "file", "file_unique_id": "file", "file_name": str(call.get(kind))}
        content = [{**file, "width": 1, "height": 1}] if kind == "photo" else file
        return {**_message(sent["result"]), kind: content}


def _update(emulated: dict[str, Json]) -> Json:
    """As Telegram tells it: the emulator gives buttons no chat instance, and has no edits."""
    if pressed := emulated.get("callback_query"):
        return {**emulated, "callback_query": {**pressed, "chat_instance": "1"}}
    message = emulated["message"]
    if EDITED not in message:
        return {**emulated}
    edited = {**message, "message_id": message[EDITED], "edit_date": message["date"]}
    return {"update_id": emulated["update_id"], "edited_message": edited}


def _message(sent: object) -> Json:
    assert isinstance(sent, dict)
    kept = {name: sent[name] for name in ("message_id", "chat", "text", "reply_markup") if sent.get(name)}
    return {**kept, "date": int(sent["date"] / 1000)}


def _ok(result: object) -> web.Response:
    return web.Response(body=json.dumps({"ok": True, "result": result}).encode(), content_type="application/json")

"""The Bot API over HTTP: reads calls in each way that Telegram reads them, meets the faults, and writes answers."""

import asyncio
import json
from collections.abc import Callable
from urllib.parse import unquote

from aiohttp import web

from tests.telegram_server.faults import Faults
from tests.telegram_server.methods import Methods
from tests.telegram_server.parameters import Parameters, Upload
from tests.telegram_server.refusal import Refused, failure
from tests.telegram_server.telegram import Telegram
from tests.telegram_server.updates import Updates

LARGEST_BODY_BYTES = 64 * 1024 * 1024


class BotApi:
    """Answers what the bot asks; `record` is told of each call before it is answered."""

    def __init__(
        self, telegram: Telegram, faults: Faults, token: str, record: Callable[[str, Parameters], None]
    ) -> None:
        self._telegram = telegram
        self._faults = faults
        self._token = token
        self._record = record
        self.methods = Methods(telegram)
        self.updates = Updates(telegram, self._call_from_webhook)

    def application(self) -> web.Application:
        application = web.Application(client_max_size=LARGEST_BODY_BYTES)
        application.router.add_route("*", r"/bot{token:[^/]+}/{method}", self._answer)
        application.router.add_get(r"/file/bot{token:[^/]+}/{path:.+}", self._download)
        return application

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self._token:
            return _json(401, failure(401, "Unauthorized"))
        try:
            call = await _parameters(request)
        except web.HTTPRequestEntityTooLarge:
            return _json(413, failure(413, "Request Entity Too Large"))
        except ValueError:
            return _json(400, failure(400, "Bad Request: can't parse the request body"))
        try:
            name = self.methods.name_of(request.match_info["method"])
        except Refused as refusal:
            self._record(request.match_info["method"], call)
            return _json(refusal.code, refusal.body())
        self._record(name, call)
        fault = self._faults.taken(name)
        if fault is None:
            return await self._carried_out(name, call)
        answer = await self._carried_out(name, call) if fault.acts else None
        if fault.delay_seconds:
            await asyncio.sleep(fault.delay_seconds)
        if fault.drops:
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        if fault.status or answer is None:
            return web.Response(status=fault.status or 500, body=fault.body, content_type="application/json")
        return answer

    async def _carried_out(self, name: str, call: Parameters) -> web.StreamResponse:
        try:
            result = await self._result(name, call)
        except Refused as refusal:
            with self._telegram.changed:
                self._telegram.refusals.append((name, refusal.description))
                self._telegram.changed.notify_all()
            return _json(refusal.code, refusal.body())
        return _json(200, {"ok": True, "result": result})

    async def _result(self, name: str, call: Parameters) -> object:
        match name:
            case "getUpdates" | "setWebhook" | "deleteWebhook":
                self.methods.check_fields(name, call)
                waiting = {
                    "getUpdates": self.updates.get_updates,
                    "setWebhook": self.updates.set_webhook,
                    "deleteWebhook": self.updates.delete_webhook,
                }
                return await waiting[name](call)
            case "getWebhookInfo":
                return self.updates.webhook_info()
        with self._telegram.changed:
            return self.methods.call(name, call)

    def _call_from_webhook(self, written: str, call: Parameters) -> object:
        with self._telegram.changed:
            try:
                name = self.methods.name_of(written)
                self._record(name, call)
                return self.methods.call(name, call)
            except Refused as refusal:
                self._telegram.refusals.append((written, refusal.description))
                return None

    async def _download(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self._token:
            return _json(401, failure(401, "Unauthorized"))
        fault = self._faults.taken("download")
        if fault is not None and fault.delay_seconds:
            await asyncio.sleep(fault.delay_seconds)
        if fault is not None and fault.drops:
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        if fault is not None and fault.status:
            return web.Response(status=fault.status, body=fault.body)
        stored = self.methods.sending.downloaded(unquote(request.match_info["path"]))
        if stored is None:
            return _json(404, failure(404, "Not Found"))
        return web.Response(body=stored.content, content_type="application/octet-stream")


async def _parameters(request: web.Request) -> Parameters:
    values: dict[str, object] = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json":
        body = json.loads(await request.text() or "{}")
        if not isinstance(body, dict):
            raise ValueError("not an object")
        values |= {name: _spelt(value) for name, value in body.items() if value is not None}
    elif request.can_read_body:
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                uploads[name] = Upload(value.filename, value.file.read(), value.content_type)
            else:
                values[name] = value if isinstance(value, str) else bytes(value).decode()
    return Parameters(values, uploads)


def _spelt(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else str(value) if isinstance(value, int | float) else value


def _json(status: int, body: object) -> web.Response:
    return web.Response(status=status, body=json.dumps(body).encode(), content_type="application/json")

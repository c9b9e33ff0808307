"""HTTP for machines: health, readiness and metrics on a local port, and the webhook."""

import hmac
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from bot.errors import TelegramStartError

logger = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST_UPDATE_BYTES = 1_000_000

Take = Callable[[list[dict[str, Any]]], Awaitable[None]]


@asynccontextmanager
async def serving(application: web.Application, host: str, port: int) -> AsyncIterator[int]:
    """Within the block the application is served; gives the port, chosen by the system for 0."""
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    try:
        await site.start()
    except OSError as error:
        await runner.cleanup()
        raise TelegramStartError(
            f"Listening on {host}:{port}: {error.strerror}. Stop what uses the port, or set another one."
        ) from error
    try:
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


def health_application(is_ready: Callable[[], str], metrics_page: Callable[[], bytes]) -> web.Application:
    """/healthz: the process lives. /readyz: it takes questions in; else 503 with what `is_ready` says is missing."""

    async def healthz(_: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def readyz(_: web.Request) -> web.Response:
        missing = is_ready()
        return web.Response(text=f"{missing or 'ok'}\n", status=503 if missing else 200)

    async def metrics(_: web.Request) -> web.Response:
        return web.Response(body=metrics_page(), headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"})

    application = web.Application()
    application.add_routes([web.get("/healthz", healthz), web.get("/readyz", readyz), web.get("/metrics", metrics)])
    return application


def webhook_application(path: str, secret: str, take: Take) -> web.Application:
    """Takes updates from whoever knows the secret [1]; 200 is said once they are kept.

    [1] https://core.telegram.org/bots/api#setwebhook
    """

    async def update(request: web.Request) -> web.Response:
        told = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(told.encode(), secret.encode()):
            logger.warning("A request to the webhook without the secret was refused")
            return web.Response(status=403)
        try:
            raw = json.loads(await request.read())
        except ValueError:
            return web.Response(status=400)
        await take([raw])
        return web.Response()

    application = web.Application(client_max_size=LARGEST_UPDATE_BYTES)
    application.add_routes([web.post(path, update)])
    return application

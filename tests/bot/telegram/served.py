"""Servers on loopback that behave as written, and what they were sent."""

import asyncio
import json
from contextlib import asynccontextmanager, suppress

from aiohttp import web

OK = json.dumps({"ok": True, "result": True}).encode()


class Heard:
    """What reached a server that answers as told."""

    def __init__(self, status=200, body=OK, headers=None):
        self.answer = {"status": status, "body": body, "headers": headers}
        self.requests = []
        self.fields = []
        self.files = {}
        self.connections = set()

    async def hear(self, request):
        """Notes the request and answers."""
        self.requests.append(request)
        self.connections.add(request.transport)
        posted = await request.post()
        self.fields.append({name: value for name, value in posted.items() if isinstance(value, str)})
        for name, value in posted.items():
            if isinstance(value, web.FileField):
                self.files[name] = (value.filename, value.content_type, value.file.read())
        return web.Response(**self.answer)


@asynccontextmanager
async def served(heard, tls=None):
    """The address of a server, of which every request is heard."""
    application = web.Application(client_max_size=2**30)
    application.router.add_route("*", "/{rest:.*}", heard.hear)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls).start()
    try:
        yield f"{'https' if tls else 'http'}://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


class Rude:
    """Takes connections and does with them what `acts` say, one after another; notes the requests it read."""

    def __init__(self, *acts):
        self.acts = list(acts)
        self.read = []

    async def __call__(self, reader, writer):
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            while self.acts:
                await self.acts.pop(0)(self, reader, writer)
        writer.transport.abort()


async def reads(rude, reader, _writer):
    """One request, whole."""
    head = await reader.readuntil(b"\r\n\r\n")
    [length] = [line.split()[1] for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")]
    rude.read.append(head + await reader.readexactly(int(length)))


async def answers(_rude, _reader, writer):
    """Well, and keeps the connection."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(OK) + OK)
    await writer.drain()


async def answers_half(_rude, _reader, writer):
    """Promises more than comes."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + OK)
    await writer.drain()


async def talks_nonsense(_rude, _reader, writer):
    """No HTTP."""
    writer.write(b"220 mail ready\r\n\r\n")
    await writer.drain()


async def breaks(_rude, _reader, _writer):
    """The connection; the next one goes on with the acts."""
    raise ConnectionAbortedError


async def stays_silent(_rude, _reader, _writer):
    """Until the end."""
    await asyncio.Event().wait()


@asynccontextmanager
async def listening(rude):
    """The address of the rude server."""
    tasks = set()

    async def talk(reader, writer):
        tasks.add(asyncio.current_task())
        with suppress(asyncio.CancelledError):
            await rude(reader, writer)
        writer.transport.abort()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        for task in tasks:
            task.cancel()
        server.close()
        await asyncio.gather(*tasks, return_exceptions=True)
        await server.wait_closed()

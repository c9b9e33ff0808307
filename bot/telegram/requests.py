"""Requests to the Bot API: what a failed one may have done, and answers that are not logged."""

import asyncio
from typing import Any

import httpx
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import HTTPXRequest

# Telegram sometimes takes long and does what it was asked for; whoever gives up early never knows.
READ_SECONDS = 60.0
CONNECT_SECONDS = 10.0
WRITE_SECONDS = 30.0
CONNECTIONS = 24  # each holds one request; at each the pool looks at all of them
POOL_SECONDS = 60.0

# The request never left this machine, so it can be made again without being done twice.
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, httpx.UnsupportedProtocol)


class BotApiRequest(HTTPXRequest):
    """The library's requests; it would log an answer that is not JSON whole, with what people wrote in it."""

    def __init__(self) -> None:
        super().__init__(
            connection_pool_size=CONNECTIONS,
            read_timeout=READ_SECONDS,
            write_timeout=WRITE_SECONDS,
            connect_timeout=CONNECT_SECONDS,
            pool_timeout=POOL_SECONDS,
            media_write_timeout=READ_SECONDS,
        )
        # Those that find no connection wait here: the pool looks at every one that waits whenever anything happens.
        self._free = asyncio.Semaphore(CONNECTIONS)

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401  # the library's signature
        """The status and the body, when there was a connection for the request."""
        async with self._free:
            return await super().do_request(*args, **kwargs)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The JSON of the answer; NetworkError without a word of it when it is none."""
        try:
            parsed = httpx.Response(200, content=payload).json()
        except ValueError as error:
            raise NetworkError(f"the server answered {len(payload)} bytes that are not JSON") from error
        if not isinstance(parsed, dict):
            raise NetworkError("the server answered JSON that is not an object")
        return parsed


def is_passing(error: TelegramError) -> bool:
    """Whether the same request may succeed later: the network or the server failed, not the request."""
    return isinstance(error, NetworkError | RetryAfter) and not isinstance(error, BadRequest)


def may_have_been_done(error: TelegramError) -> bool:
    """Whether the server may have done what the failed request asked for.

    Refusals and 5xx answers count as not done; a connection that broke after the request had left is unknown.
    """
    if isinstance(error, BadRequest | RetryAfter):
        return False
    if isinstance(error, TimedOut) or isinstance(error.__cause__, httpx.HTTPError):
        return not isinstance(error.__cause__, _NOT_SENT)
    return "that are not JSON" in error.message or "not an object" in error.message

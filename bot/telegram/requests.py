"""Requests to the Bot API: what a failed one may have done, and errors that show neither the token nor an answer."""

import asyncio
import json
from typing import Any, TypeAlias

import aiohttp
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.telegram.environment import Proxies, trusted_certificates
from bot.telegram.request_body import Body, body_of

# Telegram sometimes takes long and does what it was asked for; whoever gives up early never knows.
READ_SECONDS = 60.0
CONNECT_SECONDS = 10.0
WRITE_SECONDS = 60.0  # for each piece of a file; what is smaller is given to the system at once and waits as if read
POOL_SECONDS = 60.0
CONNECTIONS = 24  # each holds one request
# Whether a request was heard that meets a server just closing the connection is never known; so none rests for long.
IDLE_SECONDS = 5.0

Timeout: TypeAlias = Any  # seconds, None for no limit, or DEFAULT_NONE, whose type the library keeps to itself

# What the client raises before anything of the request has left.
_NEVER_LEFT = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
    aiohttp.NonHttpUrlClientError,
    ValueError,  # what is asked for cannot be written down
)


class NeverLeftError(Exception):
    """The request never left this machine, so it can be made again without being done twice."""


class BrokenOffError(Exception):
    """The request was leaving or had left when the connection broke or was too slow: it may have been done."""


class BotApiRequest(BaseRequest):
    """The Bot API over connections that are used again. Nothing is posted twice, and no redirection is followed."""

    def __init__(self) -> None:
        self._proxies = Proxies()
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds that an answer may take when the call does not say otherwise."""
        return READ_SECONDS

    async def initialize(self) -> None:
        """Requests can be made."""
        if self._session is None:
            connector = aiohttp.TCPConnector(
                ssl=trusted_certificates(), limit=CONNECTIONS, keepalive_timeout=IDLE_SECONDS
            )
            self._session = aiohttp.ClientSession(
                connector=connector, cookie_jar=aiohttp.DummyCookieJar(), headers={"User-Agent": self.USER_AGENT}
            )

    async def shutdown(self) -> None:
        """Every connection is closed."""
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        write_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        connect_timeout: Timeout = BaseRequest.DEFAULT_NONE,
        pool_timeout: Timeout = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The status and the body of the answer; NetworkError or TimedOut, whose cause tells whether it had left."""
        connecting, waiting = _given(connect_timeout, CONNECT_SECONDS), _given(pool_timeout, POOL_SECONDS)
        timeout = aiohttp.ClientTimeout(
            connect=None if connecting is None or waiting is None else connecting + waiting,
            sock_connect=connecting,
            sock_read=_given(read_timeout, READ_SECONDS),
        )
        try:
            return await self._answer(method, url, body_of(request_data), timeout, _given(write_timeout, WRITE_SECONDS))
        except (aiohttp.ClientError, OSError, ValueError) as error:
            failure = _failure(error)
        raise failure  # here, where the client's error with its address is no part of it

    async def _answer(
        self,
        method: str,
        url: str,
        body: Body | None,
        timeout: aiohttp.ClientTimeout,
        write_seconds: float | None,
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise RuntimeError("the requests are not initialized or shut down")
        async with (
            asyncio.timeout(None) as writing,
            self._session.request(
                method,
                url,
                data=body.sent(writing, write_seconds) if body else None,
                headers=body.headers if body else None,
                timeout=timeout,
                proxy=self._proxies.proxy_for(url),
                allow_redirects=False,
            ) as response,
        ):
            return response.status, await response.read()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The JSON of the answer; NetworkError without a word of it when it is none."""
        try:
            parsed = json.loads(payload)
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
    if isinstance(error, BadRequest | RetryAfter) or isinstance(error.__cause__, NeverLeftError):
        return False
    if isinstance(error, TimedOut) or isinstance(error.__cause__, BrokenOffError):
        return True
    return "that are not JSON" in error.message or "not an object" in error.message


def _given(timeout: Timeout, otherwise: float) -> float | None:
    return otherwise if timeout is BaseRequest.DEFAULT_NONE else timeout


def _failure(error: aiohttp.ClientError | OSError | ValueError) -> NetworkError:
    """What the library expects. Most errors of the client show the address, and in it the token: only names stay."""
    name = type(error).__name__
    told = f"{name}: {error}" if isinstance(error, aiohttp.ClientConnectorError) else name  # that shows host and port
    failure = TimedOut(f"Timed out ({name})") if isinstance(error, TimeoutError) else NetworkError(told)
    failure.__cause__ = (NeverLeftError if isinstance(error, _NEVER_LEFT) else BrokenOffError)(told)
    return failure

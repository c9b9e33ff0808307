"""How updates reach the bot: long polling and the webhook, of which only one works at a time.

https://core.telegram.org/bots/api#getting-updates
"""

import asyncio
import json
import re
from collections.abc import Callable
from dataclasses import dataclass

import aiohttp

from tests.telegram_server.parameters import Parameters
from tests.telegram_server.refusal import Refused, bad_request, conflict
from tests.telegram_server.telegram import Telegram

LONGEST_POLL_SECONDS = 50
MOST_CONNECTIONS = 100

_OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"
_WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where updates are posted to."""

    url: str
    secret_token: str = ""
    max_connections: int = 40
    first_retry_seconds: float = 0.05
    longest_retry_seconds: float = 2.0


class Updates:
    """Lives on the event loop; `wake` may be called from any thread."""

    def __init__(self, telegram: Telegram, replied: Callable[[str, Parameters], object]) -> None:
        self._telegram = telegram
        self._replied = replied
        self._poll: asyncio.Future[None] | None = None  # the long poll that waits
        self._loop: asyncio.AbstractEventLoop | None = None
        self._webhook: Webhook | None = None
        self._posting: asyncio.Task[None] | None = None
        self._has_news = asyncio.Event()
        self._in_flight: dict[int, asyncio.Task[None]] = {}
        self.last_webhook_error = ""
        self.webhook_attempts = 0
        self.polls = 0

    def open(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._telegram.on_update = self.wake

    async def close(self) -> None:
        self._telegram.on_update = lambda: None
        await self._stop_posting()
        self._end_poll(None)

    def wake(self) -> None:
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._wake_on_loop)

    def _wake_on_loop(self) -> None:
        self._has_news.set()
        self._end_poll(None)

    def _end_poll(self, error: Refused | None) -> None:
        if self._poll is not None and not self._poll.done():
            if error:
                self._poll.set_exception(error)
            else:
                self._poll.set_result(None)

    async def get_updates(self, call: Parameters) -> object:
        """The updates from the offset on; a poll that waits ends with 409 when another one begins."""
        if self._webhook is not None:
            raise conflict(_WEBHOOK_ACTIVE)
        self._end_poll(conflict(_OTHER_POLL))
        self.polls += 1
        mailbox = self._telegram.mailbox
        offset = call.number("offset")
        limit = call.number("limit", 100)
        limit = limit if 1 <= limit <= 100 else 100
        with self._telegram.changed:
            mailbox.allow(_kinds(call))
            mailbox.confirm_below(offset)
            self._telegram.changed.notify_all()
            batch = mailbox.told(limit)
        deadline = asyncio.get_running_loop().time() + min(call.number("timeout"), LONGEST_POLL_SECONDS)
        while not batch:
            remaining = deadline - asyncio.get_running_loop().time()
            if remaining <= 0:
                return []
            poll = asyncio.get_running_loop().create_future()
            self._poll = poll
            try:
                await asyncio.wait_for(poll, remaining)
            except TimeoutError:
                return []
            if self._loop is None or self._telegram.on_update != self.wake:
                return []  # closing
            with self._telegram.changed:
                batch = mailbox.told(limit)
        return batch

    # The webhook.

    async def set_webhook(self, call: Parameters) -> object:
        url = call.text("url")
        if not url:
            return await self.delete_webhook(call)
        secret = call.text("secret_token")
        if len(secret) > 256:
            raise bad_request("secret token is too long")
        if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
            raise bad_request("secret token contains unallowed characters")
        # Telegram insists on https; here the bot is on the loopback, behind no proxy.
        if not re.match(r"https?://[^\s/]+", url):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        connections = call.number("max_connections", 40)
        if not 1 <= connections <= MOST_CONNECTIONS:
            raise bad_request("bad webhook: max_connections is out of range")
        self._end_poll(conflict("terminated by setWebhook request"))
        await self._stop_posting()
        with self._telegram.changed:
            self._telegram.mailbox.allow(_kinds(call))
            if call.flag("drop_pending_updates"):
                self._telegram.mailbox.drop_all()
        self._webhook = Webhook(url, secret, connections)
        self._posting = asyncio.create_task(self._post_all(self._webhook))
        return True

    async def delete_webhook(self, call: Parameters) -> object:
        await self._stop_posting()
        self._webhook = None
        if call.flag("drop_pending_updates"):
            with self._telegram.changed:
                self._telegram.mailbox.drop_all()
        return True

    def webhook_info(self) -> object:
        webhook = self._webhook
        info: dict[str, object] = {
            "url": webhook.url if webhook else "",
            "has_custom_certificate": False,
            "pending_update_count": self._telegram.mailbox.count_waiting(),
        }
        if webhook:
            info["max_connections"] = webhook.max_connections
        if self.last_webhook_error:
            info |= {"last_error_message": self.last_webhook_error, "last_error_date": int(self._telegram.clock())}
        return info

    async def _stop_posting(self) -> None:
        tasks = [task for task in (self._posting, *self._in_flight.values()) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._posting = None
        self._in_flight.clear()

    async def _post_all(self, webhook: Webhook) -> None:
        limit = asyncio.Semaphore(webhook.max_connections)
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60)) as session:
            while True:
                self._has_news.clear()
                with self._telegram.changed:
                    batch = self._telegram.mailbox.told(MOST_CONNECTIONS, self._in_flight)
                for update in batch:
                    task = asyncio.create_task(self._post(session, limit, webhook, update))
                    self._in_flight[_id(update)] = task
                await self._has_news.wait()

    async def _post(
        self, session: aiohttp.ClientSession, limit: asyncio.Semaphore, webhook: Webhook, update: dict[str, object]
    ) -> None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": webhook.secret_token} if webhook.secret_token else {}
        wait = webhook.first_retry_seconds
        while True:
            async with limit:
                self.webhook_attempts += 1
                is_taken, body = await self._posted(session, webhook, update, headers)
            if is_taken:
                break
            await asyncio.sleep(wait)
            wait = min(wait * 2, webhook.longest_retry_seconds)
        with self._telegram.changed:
            self._telegram.mailbox.confirm(_id(update))
            self._telegram.changed.notify_all()
        self._in_flight.pop(_id(update), None)
        self._act_on(body)
        self._has_news.set()

    async def _posted(
        self, session: aiohttp.ClientSession, webhook: Webhook, update: dict[str, object], headers: dict[str, str]
    ) -> tuple[bool, bytes]:
        try:
            async with session.post(webhook.url, json=update, headers=headers) as response:
                body = await response.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            self.last_webhook_error = f"Connection failed: {type(error).__name__}"
            return False, b""
        if 200 <= response.status < 300:
            return True, body
        self.last_webhook_error = f"Wrong response from the webhook: {response.status} {response.reason}"
        return False, b""

    def _act_on(self, body: bytes) -> None:
        # A bot may call one method in its answer to the webhook.
        try:
            called = json.loads(body) if body.strip() else None
        except ValueError:
            return
        if isinstance(called, dict) and "method" in called:
            self._replied(str(called.pop("method")), Parameters(called))


def _kinds(call: Parameters) -> list[str] | None:
    kinds = call.structure("allowed_updates")
    return [str(kind) for kind in kinds] if isinstance(kinds, list) else None


def _id(update: dict[str, object]) -> int:
    return int(str(update["update_id"]))

"""A Bot API server for tests: real HTTP on the loopback, as strict as Telegram, with faults on request.

What happened is waited for, never slept for: each `wait_…` returns as soon as it is so, or fails.
https://core.telegram.org/bots/api
"""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, tzinfo

from aiohttp import web

from tests.telegram_server.chats import Message
from tests.telegram_server.control import Control
from tests.telegram_server.faults import Faults, answers
from tests.telegram_server.limits import Limits
from tests.telegram_server.mailbox import Disorder
from tests.telegram_server.parameters import Parameters
from tests.telegram_server.people import People
from tests.telegram_server.refusal import too_many_requests
from tests.telegram_server.telegram import Telegram
from tests.telegram_server.transcript import transcript
from tests.telegram_server.utf16 import utf16_units
from tests.telegram_server.web import BotApi

__all__ = ["PATIENCE_SECONDS", "TOKEN", "BotApiServer", "Call", "too_many_requests", "utf16_units"]

TOKEN = "4242:test-token-not-a-secret"
PATIENCE_SECONDS = 10.0
GROUP_OF_USER_SENDS = -100


@dataclass(frozen=True, slots=True)
class Call:
    """A method that the bot called."""

    method: str
    parameters: dict[str, str]
    at: float = field(compare=False)

    def __iter__(self) -> Iterator[object]:
        return iter((self.method, self.parameters))  # for method, parameters in server.calls


class BotApiServer:
    """Serves between entering and leaving `serving()`; everything may be asked and done from any thread."""

    def __init__(
        self,
        *,
        token: str = TOKEN,
        limits: Limits | None = None,
        privacy_mode: bool = True,
        clock: Callable[[], float] = time.time,
        patience_seconds: float = PATIENCE_SECONDS,
    ) -> None:
        self.token = token
        self.telegram = Telegram(clock)
        self.telegram.privacy_mode = privacy_mode
        self.telegram.limit(limits)
        self.faults = Faults()
        self.people = People(self.telegram)
        self.api = BotApi(self.telegram, self.faults, token, self._record)
        self.patience_seconds = patience_seconds
        self.calls: list[Call] = []
        self.url = ""

    @contextmanager
    def serving(self, port: int = 0) -> Iterator["BotApiServer"]:
        """The server answers at `url`, from a thread of its own."""
        ready = threading.Event()
        stop: list[Callable[[], object]] = []

        async def serve() -> None:
            stopped = asyncio.Event()
            loop = asyncio.get_running_loop()
            stop.append(lambda: loop.call_soon_threadsafe(stopped.set))
            runner = await self.start(port)
            ready.set()
            await stopped.wait()
            await self.stop(runner)

        thread = threading.Thread(target=lambda: asyncio.run(serve()), name="telegram server", daemon=True)
        thread.start()
        if not ready.wait(self.patience_seconds):
            raise RuntimeError("the Telegram server did not start")
        try:
            yield self
        finally:
            stop[0]()
            thread.join(self.patience_seconds)

    async def start(self, port: int = 0) -> web.AppRunner:
        """On the running event loop, for a process of its own; `url` is known afterwards."""
        application = self.api.application()
        Control(self).add_to(application)
        runner = web.AppRunner(application, access_log=None, handler_cancellation=True, shutdown_timeout=0.5)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", port, backlog=1024)
        await site.start()
        self.api.updates.open()
        host, number = runner.addresses[0][:2]
        self.url = f"http://{host}:{number}"
        return runner

    async def stop(self, runner: web.AppRunner) -> None:
        await self.api.updates.close()
        await runner.cleanup()

    def _record(self, method: str, call: Parameters) -> None:
        with self.telegram.changed:
            self.calls.append(Call(method, call.as_text(), self.telegram.clock()))
            self.telegram.changed.notify_all()

    # What tests do; see also `people`.

    def user_sends(self, text: str, user_id: int = 7, *, chat_type: str = "private", **more: object) -> int:
        """A person's message waits for the bot, in a group whatever the privacy mode; the id of its update."""
        telegram = self.telegram
        with telegram.changed:
            chat_id = user_id if chat_type == "private" else GROUP_OF_USER_SENDS
            if chat_id == GROUP_OF_USER_SENDS:
                chat = telegram.chats.get(chat_id) or self.people.group(chat_id, "Phòng", kind=chat_type)
                chat.members.add(user_id)
            privacy_mode, telegram.privacy_mode = telegram.privacy_mode, False
            self.people.says(user_id, text, chat_id=chat_id, more=dict(more))
            telegram.privacy_mode = privacy_mode
            return max(telegram.mailbox.deliveries)

    def push(self, update: dict[str, object]) -> int:
        """Any update, however odd, waits for the bot; its id."""
        return self.telegram.push(update)

    def refuse_next(self, method: str, status: int, body: Mapping[str, object] | bytes) -> None:
        """The next call of the method gets this answer and is not carried out."""
        self.faults.next(method, answers(f"status {status}", status, body))

    def has_refused_all(self) -> bool:
        return self.faults.all_queued_have_happened()

    def disorder(self, *, twice: float = 0.0, shuffled: float = 0.0, seed: int = 0) -> None:
        """Updates are told again after they were confirmed, or out of order, this often (0 to 1)."""
        with self.telegram.changed:
            self.telegram.mailbox.disorder(Disorder(twice, shuffled, seed))

    def limit(self, limits: Limits | None) -> None:
        with self.telegram.changed:
            self.telegram.limit(limits)

    # What tests ask.

    @property
    def messages(self) -> list[Message]:
        """All that the bot sent, in order, as it stands now."""
        return self.telegram.sent

    @property
    def warnings(self) -> list[str]:
        return self.telegram.warnings

    def messages_in(self, chat_id: int) -> list[Message]:
        return [message for message in self.telegram.sent if message.chat_id == chat_id]

    def called(self) -> list[str]:
        return [call.method for call in self.calls]

    def transcript(self, chat_id: int, *, written: bool = False, zone: tzinfo = UTC) -> str:
        """The chat as people see it; `written` adds the HTML that the bot sent."""
        with self.telegram.changed:
            return transcript(self.telegram, chat_id, written=written, zone=zone)

    def wait_until(self, is_so: Callable[["BotApiServer"], object], what: str) -> None:
        changed = self.telegram.changed
        with changed:
            if changed.wait_for(lambda: is_so(self), self.patience_seconds):
                return
            told = "\n".join(
                f"chat {chat_id}:\n{self.transcript(chat_id)}" for chat_id in list(self.telegram.chats)[:5]
            )
            raise AssertionError(
                f"not within {self.patience_seconds} s: {what}\n{told}\ncalls: {self.called()[-30:]}\n"
                f"refusals: {self.telegram.refusals[-10:]}"
            )

    def wait_for_messages(self, count: int) -> list[Message]:
        self.wait_until(lambda server: len(server.messages) >= count, f"{count} messages")
        assert len(self.messages) == count
        return self.messages

    def wait_for_call(self, method: str, times: int = 1) -> None:
        self.wait_until(lambda server: server.called().count(method) >= times, f"{method} called {times} times")

    def wait_until_all_confirmed(self) -> None:
        """Every update was taken by the bot and acknowledged."""
        self.wait_until(lambda server: server.telegram.mailbox.count_waiting() == 0, "all updates confirmed")

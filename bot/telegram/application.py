"""The running bot: built, started, stopped by a signal."""

import asyncio
import logging
import secrets
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, contextmanager, suppress
from dataclasses import dataclass, field

from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Defaults, ExtBot

from bot.answers import Conversations, UnfailingConversations
from bot.errors import TelegramStartError
from bot.records.ownership import Ownership
from bot.records.people import People
from bot.records.quotas import Quotas
from bot.records.records import Records
from bot.screens.holdings import Holdings
from bot.settings import Settings
from bot.telegram.background import Background
from bot.telegram.command_menu import set_command_menus
from bot.telegram.courier import Courier
from bot.telegram.desk import Clock, Desk
from bot.telegram.flood_control import FIRST_PAUSE_SECONDS, FloodControl
from bot.telegram.handlers.registry import Registry
from bot.telegram.intake import Intake
from bot.telegram.local_port import health_application, serving, webhook_application
from bot.telegram.metrics import Metrics
from bot.telegram.polling import ALLOWED_UPDATES, Polling
from bot.telegram.progress import Pace
from bot.telegram.requests import BotApiRequest
from bot.telegram.warming import READING_THREADS, warm

logger = logging.getLogger(__name__)

STOPPED, CANNOT_RUN, INTERRUPTED = 0, 2, 130

# Questions handed to the core at a time; those behind them wait in order. The core has processes of its own.
QUESTIONS_AT_A_TIME = 8

# What has begun may end; systemd waits longer than that before it kills.
SECONDS_TO_FINISH = 20.0

Announce = Callable[[str, str | None], None]


@dataclass(frozen=True, slots=True)
class Parts:
    """What the bot is made of, beside its settings. `holdings_for` is told the bot's name, for deep links."""

    conversations: Conversations
    records: Records
    holdings_for: Callable[[str], Holdings]
    clock: Clock
    announce: Announce  # told the bot's name, and the owner code when nobody may approve others yet
    pace: Pace = field(default_factory=Pace)
    warms_up: bool = False  # does at the start what the first screens would wait for
    first_pause_seconds: float = FIRST_PAUSE_SECONDS  # before a failed request is made again; doubled each time


def run_telegram(settings: Settings, parts: Parts) -> int:
    """Answers until SIGINT or SIGTERM, then 0; 2 with a message in the log when it cannot start, 130 when hurried."""
    try:
        asyncio.run(TelegramBot(settings, parts).run())
    except TelegramStartError as error:
        logger.error("%s", error)
        return CANNOT_RUN
    except KeyboardInterrupt:  # a second Ctrl-C: what is left is done at the next start
        return INTERRUPTED
    return STOPPED


def needed_token(settings: Settings) -> str:
    """The token of the bot; TelegramStartError when none is set."""
    if settings.telegram_bot_token is None:
        raise TelegramStartError(
            "Starting the Telegram bot: TELEGRAM_BOT_TOKEN is not set. "
            "Set it, in .env or the environment, to the token that @BotFather gives."
        )
    return settings.telegram_bot_token


class TelegramBot:
    """One bot with one token, by long polling or a webhook."""

    def __init__(self, settings: Settings, parts: Parts) -> None:
        self._settings = settings
        self._parts = parts
        self._server = settings.telegram_api_base_url
        self._token = needed_token(settings)
        self._stopped = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._is_ready = False
        self.state_port: int | None = None  # where health and metrics are told, once the bot runs

    async def run(self) -> None:
        """Has served until `stop` or a signal; raises TelegramStartError when it cannot start or its token dies."""
        self._loop = asyncio.get_running_loop()
        try:
            async with AsyncExitStack() as stack:
                reading = stack.enter_context(ThreadPoolExecutor(READING_THREADS, "reading"))
                self._loop.set_default_executor(reading)
                desk = await self._opened(stack)
                with _stopping_on_signals(self._stopped.set):
                    await self._serve(desk, reading, stack)
        except InvalidToken as error:
            # Its own message holds the token.
            raise TelegramStartError(_token_rejected(self._server)) from error

    def stop(self) -> None:
        """The bot finishes what it has begun and `run` returns; may be called from any thread."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._stopped.set)

    async def _opened(self, stack: AsyncExitStack) -> Desk:
        """Everything is built and Telegram knows the bot; what is open is closed with the stack."""
        bot: ExtBot[int] = ExtBot(
            self._token,
            base_url=f"{self._server}/bot",
            base_file_url=f"{self._server}/file/bot",
            request=BotApiRequest(),
            get_updates_request=BotApiRequest(),
            rate_limiter=FloodControl(self._parts.first_pause_seconds),
            defaults=Defaults(ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)),
        )
        stack.push_async_callback(bot.shutdown)
        await self._introduced(bot)
        questions_run_in = stack.enter_context(ThreadPoolExecutor(QUESTIONS_AT_A_TIME, "question"))
        return self._desk(bot, questions_run_in)

    def _desk(self, bot: ExtBot[int], questions_run_in: ThreadPoolExecutor) -> Desk:
        office, records = self._settings.office, self._parts.records
        people = People(records.database, office.admins, self._settings.telegram_allowed_users)
        return Desk(
            settings=self._settings,
            conversations=UnfailingConversations(self._parts.conversations),
            records=records,
            people=people,
            ownership=Ownership(people),
            quotas=Quotas(records.database, office.quota_user_hour, office.quota_user_day, office.quota_group_hour),
            holdings=self._parts.holdings_for(bot.username),
            clock=self._parts.clock,
            bot=bot,
            bot_username=bot.username,
            courier=Courier(bot, records.given_answers, records.sent_files),
            metrics=Metrics(),
            pace=self._parts.pace,
            questions_run_in=questions_run_in,
        )

    async def _introduced(self, bot: ExtBot[int]) -> None:
        try:
            await bot.initialize()
        except InvalidToken:
            raise
        except TelegramError as error:
            raise TelegramStartError(
                f"Starting the Telegram bot: {self._server} cannot be used: {error}. Check the connection; "
                "for a Bot API server of your own check that it runs and that TELEGRAM_API_BASE_URL names it."
            ) from error

    async def _serve(self, desk: Desk, reading: ThreadPoolExecutor, stack: AsyncExitStack) -> None:
        registry = Registry(desk)
        intake = Intake(desk.records.updates, registry.dispatcher().handle, desk.clock.now)
        desk.metrics.watch("bot_updates_waiting", "Updates kept and not handled", lambda: intake.waiting)
        desk.metrics.watch("bot_library_revision", "Changes of the library so far", desk.holdings.library.revision)
        background = Background(registry.chores())
        try:
            await self._tell_state(desk, stack)
            left = await intake.resume()  # before new updates come, which would be taken for left ones
            source = await self._source(desk, intake, stack)
            logger.info("@%s is answering%s", desk.bot_username, f"; {left} updates were left" if left else "")
            self._parts.announce(desk.bot_username, desk.ownership.owner_code())
            background.start()
            self._is_ready = True
            if self._parts.warms_up:
                await warm(desk.holdings, reading, desk.clock.today())
            await _first_of(source, asyncio.create_task(self._stopped.wait()))
        finally:
            self._is_ready = False
            await asyncio.gather(background.stop(SECONDS_TO_FINISH), intake.drain(SECONDS_TO_FINISH))

    async def _source(self, desk: Desk, intake: Intake, stack: AsyncExitStack) -> asyncio.Task[None]:
        """Updates come in by one way, the other is shut; the task ends only when that is over."""
        serving_settings = self._settings.serving
        try:
            await set_command_menus(desk.bot, await asyncio.to_thread(desk.people.admins))
            if not serving_settings.webhook_url:
                await desk.bot.delete_webhook()
                address = f"{self._server}/bot{self._token}"
                request = await stack.enter_async_context(BotApiRequest())
                return asyncio.create_task(Polling(request, address, intake).run())
            secret = secrets.token_urlsafe(32)
            listen = serving_settings.webhook_listen
            application = webhook_application(serving_settings.webhook_path, secret, intake.take)
            await stack.enter_async_context(serving(application, listen.host, listen.port))
            await desk.bot.set_webhook(
                serving_settings.webhook_url, secret_token=secret, allowed_updates=ALLOWED_UPDATES
            )
        except InvalidToken:
            raise
        except TelegramError as error:
            raise TelegramStartError(f"Starting the Telegram bot: {self._server} refused: {error}.") from error
        return asyncio.create_task(_for_ever())

    async def _tell_state(self, desk: Desk, stack: AsyncExitStack) -> None:
        listen = self._settings.serving.state_listen
        if listen is not None:
            application = health_application(self._missing, desk.metrics.page)
            self.state_port = await stack.enter_async_context(serving(application, listen.host, listen.port))

    def _missing(self) -> str:
        return "" if self._is_ready else "updates are not being fetched yet"


async def _for_ever() -> None:
    await asyncio.Event().wait()


async def _first_of(source: asyncio.Task[None], stopped: asyncio.Task[bool]) -> None:
    """Returns when stopped; raises what ended the source."""
    try:
        await asyncio.wait([source, stopped], return_when=asyncio.FIRST_COMPLETED)
        if source.done():
            source.result()
    finally:
        for task in (source, stopped):
            task.cancel()
        await asyncio.gather(source, stopped, return_exceptions=True)


@contextmanager
def _stopping_on_signals(stop: Callable[[], object]) -> Iterator[None]:
    """Within the block SIGINT and SIGTERM stop the bot; a second one, while it shuts down, ends it at once."""
    loop = asyncio.get_running_loop()
    # Python takes signals in the main thread only.
    caught = (signal.SIGINT, signal.SIGTERM) if threading.current_thread() is threading.main_thread() else ()
    with suppress(NotImplementedError):  # Windows has no signal handlers in its loop; Ctrl-C works there as ever
        for number in caught:
            loop.add_signal_handler(number, stop)
    try:
        yield
    finally:
        with suppress(NotImplementedError):
            for number in caught:
                loop.remove_signal_handler(number)


def _token_rejected(server: str) -> str:
    return (
        f"Running the Telegram bot: {server} rejected TELEGRAM_BOT_TOKEN. "
        "Copy the token from @BotFather again (it may have been revoked)."
    )

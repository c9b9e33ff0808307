"""The running bot: built, started, stopped by a signal."""

import asyncio
import logging
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date

from telegram import LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.error import Conflict, InvalidToken, TelegramError
from telegram.ext import Application, ApplicationBuilder, Defaults

from bot import messages
from bot.answers import Answers
from bot.errors import TelegramStartError
from bot.settings import Settings
from bot.telegram.access import AllowList
from bot.telegram.chat_order import ChatOrder
from bot.telegram.flood_control import FloodControl
from bot.telegram.handlers import Handlers
from bot.telegram.polling import PollingRequest

logger = logging.getLogger(__name__)

STOPPED, CANNOT_RUN = 0, 2

# Chats served at the same time. Most of the time is spent waiting for Telegram; the threads of
# asyncio (processors + 4) bound how many questions the core works on.
CONCURRENT_UPDATES = 32

# How long the server holds a request when there is nothing new.
LONG_POLL_SECONDS = 30

ALLOWED_UPDATES = [Update.MESSAGE, Update.EDITED_MESSAGE]


def run_telegram(settings: Settings, answers: Answers, today: Callable[[], date]) -> int:
    """Answers until SIGINT or SIGTERM, then 0; 2 with one message in the log when the bot cannot start."""
    try:
        asyncio.run(TelegramBot(settings, answers, today).run())
    except TelegramStartError as error:
        logger.error("%s", error)
        return CANNOT_RUN
    return STOPPED


class TelegramBot:
    """One bot, polling with one token."""

    def __init__(self, settings: Settings, answers: Answers, today: Callable[[], date]) -> None:
        if settings.telegram_bot_token is None:
            raise TelegramStartError(
                "Starting the Telegram bot: TELEGRAM_BOT_TOKEN is not set. "
                "Set it, in .env or the environment, to the token that @BotFather gives."
            )
        self._server = settings.telegram_api_base_url
        self._access = AllowList(settings.telegram_allowed_users)
        self._stopped = asyncio.Event()
        self._token_was_rejected = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._application = self._built(settings.telegram_bot_token)
        Handlers(answers, self._access, today).add_to(self._application)

    async def run(self) -> None:
        """Has served until `stop` or a signal; raises TelegramStartError when it cannot start or its token dies."""
        self._loop = asyncio.get_running_loop()
        try:
            await self._start()
            with _stopping_on_signals(self._stopped.set):
                await self._stopped.wait()
        finally:
            await self._shut_down()
        if self._token_was_rejected:
            raise TelegramStartError(_token_rejected(self._server))

    def stop(self) -> None:
        """The bot finishes what it has begun and `run` returns; may be called from any thread."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._stopped.set)

    def _built(self, token: str) -> Application:  # type: ignore[type-arg]  # its six parameters do not matter
        return (
            ApplicationBuilder()
            .token(token)
            .base_url(f"{self._server}/bot")
            .base_file_url(f"{self._server}/file/bot")
            .get_updates_request(PollingRequest(self._on_token_rejected))
            .rate_limiter(FloodControl())
            .concurrent_updates(ChatOrder(CONCURRENT_UPDATES))
            .defaults(Defaults(ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)))
            .job_queue(None)
            .build()
        )

    async def _start(self) -> None:
        application = self._application
        try:
            await application.initialize()
            await application.bot.set_my_commands(list(messages.COMMANDS.items()))
            assert application.updater is not None  # ApplicationBuilder gives one unless told not to
            await application.updater.start_polling(
                timeout=LONG_POLL_SECONDS, allowed_updates=ALLOWED_UPDATES, error_callback=_log_polling_error
            )
        except InvalidToken as error:
            # Its own message holds the token.
            raise TelegramStartError(_token_rejected(self._server)) from error
        except TelegramError as error:
            raise TelegramStartError(
                f"Starting the Telegram bot: {self._server} cannot be used: {error}. Check the connection; "
                "for a Bot API server of your own check that it runs and that TELEGRAM_API_BASE_URL names it."
            ) from error
        await application.start()
        logger.info("@%s is answering; %s may ask", application.bot.username, _people(len(self._access.user_ids)))
        if self._access.is_closed:
            logger.warning(
                "No one may ask yet: set TELEGRAM_ALLOWED_USERS to Telegram user ids, separated by commas, "
                "and start again. Each person is shown their id by sending /start to the bot."
            )

    async def _shut_down(self) -> None:
        """Stops whatever was started, also after a start that failed half-way."""
        application = self._application
        if application.updater is not None and application.updater.running:
            await application.updater.stop()
        if application.running:
            await application.stop()
        await application.shutdown()
        await application.bot.shutdown()

    def _on_token_rejected(self) -> None:
        self._token_was_rejected = True
        self._stopped.set()


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


def _log_polling_error(error: TelegramError) -> None:
    """One line; polling goes on by itself, with growing pauses."""
    if isinstance(error, Conflict):
        logger.error("Another process is polling with this bot's token; stop it, or this one")
    else:
        logger.warning("Fetching messages failed and will be tried again: %s", error)


def _token_rejected(server: str) -> str:
    return (
        f"Running the Telegram bot: {server} rejected TELEGRAM_BOT_TOKEN. "
        "Copy the token from @BotFather again (it may have been revoked)."
    )


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"

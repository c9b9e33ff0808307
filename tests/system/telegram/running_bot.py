"""An office with the real bot: a library, records, a clock set by hand, and people who write to it over HTTP."""

import asyncio
import threading
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.conversation.conversing import Conversing
from bot.conversation.turn import Turn
from bot.records.records import open_records
from bot.records.updates import Updates
from bot.screens.holdings import Holdings
from bot.settings import Settings
from bot.telegram.application import Parts, TelegramBot, run_telegram
from bot.telegram.desk import Clock
from bot.telegram.progress import Pace
from corpus.working_days import WorkingDays
from tests.bot.factories import answer
from tests.telegram_server.scenario import Scenario
from tests.telegram_server.server import TOKEN

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
PATIENCE_SECONDS = 30.0  # of a machine that has much else to do
LAN, AN, BINH, STRANGER = 1, 7, 8, 99  # the administrator, two colleagues, and somebody else


class OfficeClock:
    """Is set by hand; each look at it is a moment later than the one before. The office is in Việt Nam."""

    def __init__(self, year, month, day, hour=9, minute=0):
        self.set(year, month, day, hour, minute)

    def set(self, year, month, day, hour=9, minute=0):
        self.moment = datetime(year, month, day, hour, minute, tzinfo=VIETNAM).astimezone(UTC)

    def now(self):
        self.moment += timedelta(milliseconds=1)
        return self.moment

    def seconds(self):
        return self.moment.timestamp()


class ToldUpdates(Updates):
    """Tells the server's side when an update is handled, so that nobody has to look again and again."""

    def __init__(self, database, tell):
        super().__init__(database)
        self._tell = tell

    def handled(self, update_id, now):
        super().handled(update_id, now)
        self._tell()


class Office:
    """The bot may be started, stopped and started again; what it remembers lies in `data_dir`."""

    def __init__(self, server, data_dir, library, conversations, clock, **environment):
        self.server = server
        self.library = library
        self.conversations = conversations
        self.clock = clock
        self.pace = Pace()
        self.records = None
        self.owner_code = None
        self.bot = None
        self.webhook_url = ""
        self.environment = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_BASE_URL": server.url,
            "DATA_DIR": str(data_dir),
            "TELEGRAM_ADMINS": str(LAN),
            "TELEGRAM_ALLOWED_USERS": f"{AN}, {BINH}",
            **environment,
        }
        self.chat = Scenario(server, settled=self._has_settled)
        self.lan = self.chat.person("Lan", LAN)
        self.an = self.chat.person("An", AN)
        self.binh = self.chat.person("Bình", BINH)
        self.stranger = self.chat.person("Dũng", STRANGER)
        self.chat.private(LAN).may_be_written_to = True  # she has used the bot before

    @property
    def settings(self):
        """As written; the webhook is reached without the proxy that has the certificate."""
        settings = Settings.from_environment(self.environment)
        webhook = self.webhook_url or settings.serving.webhook_url
        return replace(settings, serving=replace(settings.serving, webhook_url=webhook))

    @contextmanager
    def running(self):
        """The bot takes updates; afterwards it has stopped in good order."""
        settings, started, failures = self.settings, threading.Event(), []
        settings.records_path.parent.mkdir(parents=True, exist_ok=True)
        with open_records(settings.records_path) as records:
            self.records = replace(records, updates=ToldUpdates(records.database, self.tell))

            def announce(_username, owner_code):
                self.owner_code = owner_code
                started.set()

            def run():
                try:
                    asyncio.run(self.bot.run())
                except BaseException as error:
                    failures.append(error)
                    started.set()

            self.bot = TelegramBot(settings, self.parts(announce))
            thread = threading.Thread(target=run, name="bot")
            thread.start()
            assert started.wait(PATIENCE_SECONDS)
            try:
                yield self
            finally:
                self.bot.stop()
                thread.join(PATIENCE_SECONDS)
            assert not thread.is_alive()
            assert failures == []

    def run_until_it_ends(self):
        """What `python -m bot telegram` ends with."""
        settings = self.settings
        settings.records_path.parent.mkdir(parents=True, exist_ok=True)
        with open_records(settings.records_path) as self.records:
            return run_telegram(settings, self.parts(lambda _username, _owner_code: None))

    def parts(self, announce):
        """What the application is built of, with the records that are open."""
        calendar = WorkingDays()
        return Parts(
            conversations=self.conversations,
            records=self.records,
            holdings_for=lambda bot_username: Holdings.of(self.library, calendar, bot_username),
            clock=Clock(self.clock.now, VIETNAM),
            announce=announce,
            pace=self.pace,
            first_pause_seconds=0.01,
        )

    def _has_settled(self):
        return not self.records.updates.pending()

    def tell(self):
        """Who waits looks again whether it is so."""
        with self.server.telegram.changed:
            self.server.telegram.changed.notify_all()


def conversing_over(opened):
    """The library and the conversations over it, of what `tests.bot.opened.opened` gives."""
    library, answering = opened
    return library, Conversing(answering, library)


class ScriptedConversations:
    """Answers as written for a message, raises what is written, echoes everything else; holds what is to be held."""

    def __init__(self, held=(), **script):
        self.script = script
        self.asked = []
        self.began = {typed: threading.Event() for typed in held}
        self.released = {typed: threading.Event() for typed in held}

    def reply(self, typed, memory, as_of, /):
        self.asked.append(typed)
        if typed in self.released:
            self.began[typed].set()
            assert self.released[typed].wait(PATIENCE_SECONDS), f"never released: {typed}"
        scripted = self.script.get(typed)
        if isinstance(scripted, Exception):
            raise scripted
        return Turn(scripted or answer(f"Trả lời: {typed}", question=typed), memory)

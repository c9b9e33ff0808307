import asyncio

from telegram.error import TimedOut

from bot.telegram.incoming import Place
from bot.telegram.progress import Pace, progress_shown

QUICK = Pace(sign_after=0, sign_repeated_after=0, note_after=0)
NO_NOTE = Pace(sign_after=0, sign_repeated_after=0, note_after=3600)
NOTHING = Pace(sign_after=3600, note_after=3600)


class Note:
    def __init__(self, bot):
        self._bot = bot

    async def delete(self):
        self._bot.shown.remove("note")


class RecordingBot:
    """Keeps what the chat shows; `enough` is set when both a sign and a note were asked for so often."""

    def __init__(self, signs=1, notes=0, error=None):
        self.signs, self.shown = [], []
        self.enough = asyncio.Event()
        self._wanted, self._error = (signs, notes), error

    async def send_chat_action(self, chat_id, action, message_thread_id):
        self.signs.append((chat_id, str(action), message_thread_id))
        self._count()

    async def send_message(self, chat_id, text, **_):
        self.shown.append("note")
        self._count()
        return Note(self)

    def _count(self):
        if len(self.signs) >= self._wanted[0] and len(self.shown) >= self._wanted[1]:
            self.enough.set()
        if self._error:
            raise self._error


def shown_during_work(bot, pace):
    async def work():
        async with progress_shown(bot, Place(7, is_private=True, thread_id=3), pace):
            await asyncio.wait_for(bot.enough.wait(), 10)
            during = list(bot.shown)
        return during, asyncio.all_tasks() - {asyncio.current_task()}

    return asyncio.run(work())


def test_the_sign_is_repeated_while_the_work_lasts_and_ends_with_it():
    bot = RecordingBot(signs=3)
    _, left = shown_during_work(bot, NO_NOTE)
    assert bot.signs[:3] == [(7, "typing", 3)] * 3
    assert left == set()


def test_a_long_wait_has_a_note_that_is_gone_when_the_work_is_done():
    bot = RecordingBot(signs=1, notes=1)
    during, _ = shown_during_work(bot, QUICK)
    assert during == ["note"]
    assert bot.shown == []


def test_quick_work_shows_nothing():
    bot = RecordingBot()
    bot.enough.set()
    shown_during_work(bot, NOTHING)
    assert (bot.signs, bot.shown) == ([], [])


def test_what_cannot_be_shown_does_not_disturb_the_work():
    bot = RecordingBot(signs=2, error=TimedOut())
    shown_during_work(bot, NO_NOTE)
    assert len(bot.signs) >= 2


class BotThatSendsWhenTold(RecordingBot):
    """Its message is on the way until it is let go."""

    def __init__(self):
        super().__init__()
        self.began, self.released = asyncio.Event(), asyncio.Event()

    async def send_message(self, chat_id, text, **more):
        self.began.set()
        await self.released.wait()
        return await super().send_message(chat_id, text, **more)


def test_a_note_that_is_just_being_sent_when_the_work_is_done_is_gone_too():
    async def work():
        bot = BotThatSendsWhenTold()
        async with progress_shown(bot, Place(7, is_private=True), QUICK):
            await bot.began.wait()
            asyncio.get_running_loop().call_soon(bot.released.set)
        return bot.shown, bot.released.is_set()

    assert asyncio.run(work()) == ([], True)

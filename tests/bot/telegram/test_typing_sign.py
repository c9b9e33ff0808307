import asyncio

from telegram.error import TimedOut

from bot.telegram.typing_sign import typing_sign


class RecordingBot:
    """Counts the signs that it is asked to send; `enough` is set after so many."""

    def __init__(self, enough_after, error=None):
        self.sent = []
        self.enough = asyncio.Event()
        self._enough_after = enough_after
        self._error = error

    async def send_chat_action(self, chat_id, action):
        self.sent.append((chat_id, str(action)))
        if len(self.sent) >= self._enough_after:
            self.enough.set()
        if self._error:
            raise self._error


async def signs_during_work(bot):
    async with typing_sign(bot, 7, repeated_after_seconds=0.001):
        await asyncio.wait_for(bot.enough.wait(), 10)
    return list(bot.sent)


def test_the_sign_is_repeated_while_the_work_lasts():
    async def work():
        return await signs_during_work(RecordingBot(enough_after=3))

    assert asyncio.run(work())[:3] == [(7, "typing")] * 3


def test_the_sign_ends_with_the_work():
    async def work():
        await signs_during_work(RecordingBot(enough_after=1))
        return asyncio.all_tasks() - {asyncio.current_task()}

    assert asyncio.run(work()) == set()


def test_a_sign_that_cannot_be_sent_does_not_disturb_the_work():
    async def work():
        return await signs_during_work(RecordingBot(enough_after=2, error=TimedOut()))

    assert len(asyncio.run(work())) >= 2

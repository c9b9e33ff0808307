import asyncio

import pytest
from telegram import Chat, Message, Update

from bot.telegram.chat_order import ChatOrder

PATIENCE_SECONDS = 10


def update_of(chat_id):
    message = Message(message_id=1, date=None, chat=Chat(chat_id, Chat.PRIVATE))
    return Update(1, message=message)


class Work:
    """A piece of work that begins, waits to be released, and ends."""

    def __init__(self, log, name):
        self.log, self.name = log, name
        self.released = asyncio.Event()
        self.began = asyncio.Event()

    async def run(self):
        self.began.set()
        await self.released.wait()
        self.log.append(self.name)


async def within_patience(awaitable):
    return await asyncio.wait_for(awaitable, PATIENCE_SECONDS)


async def two_in_order(first_chat, second_chat):
    """Whether the second began while the first was held, and the order in which they ended."""
    order, log = ChatOrder(8), []
    first, second = Work(log, "first"), Work(log, "second")
    second.released.set()
    tasks = [
        asyncio.create_task(order.process_update(update_of(chat), work.run()))
        for chat, work in ((first_chat, first), (second_chat, second))
    ]
    await within_patience(first.began.wait())
    for _ in range(20):
        await asyncio.sleep(0)  # every task that can go on does
    began_meanwhile = second.began.is_set()
    first.released.set()
    await within_patience(asyncio.gather(*tasks))
    return began_meanwhile, log, order


def test_messages_of_one_chat_are_served_one_after_the_other():
    began_meanwhile, log, _ = asyncio.run(two_in_order(7, 7))
    assert (began_meanwhile, log) == (False, ["first", "second"])


def test_one_chat_does_not_wait_for_another():
    began_meanwhile, log, _ = asyncio.run(two_in_order(7, 8))
    assert (began_meanwhile, log) == (True, ["second", "first"])


def test_a_chat_without_work_is_forgotten():
    _, _, order = asyncio.run(two_in_order(7, 8))
    assert order._turns == {}


def test_an_error_gives_the_turn_on():
    async def fail():
        raise ValueError("broken")

    async def both():
        order, log = ChatOrder(8), []
        after = Work(log, "after")
        after.released.set()
        with pytest.raises(ValueError, match="broken"):
            await order.process_update(update_of(7), fail())
        await within_patience(order.process_update(update_of(7), after.run()))
        return log

    assert asyncio.run(both()) == ["after"]


def test_an_update_without_a_chat_is_served():
    async def serve():
        log = []
        work = Work(log, "served")
        work.released.set()
        await within_patience(ChatOrder(8).process_update(Update(1), work.run()))
        return log

    assert asyncio.run(serve()) == ["served"]

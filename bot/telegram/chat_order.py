"""Chats are served at the same time, the messages of one chat one after the other."""

import asyncio
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager

from telegram import Update
from telegram.ext import BaseUpdateProcessor


class ChatOrder(BaseUpdateProcessor):
    """Lets up to `max_concurrent_updates` updates run, but answers each chat in the order in which it asked."""

    def __init__(self, max_concurrent_updates: int) -> None:
        super().__init__(max_concurrent_updates)
        self._turns: dict[int, _Turn] = {}

    async def initialize(self) -> None:
        """Nothing to set up."""

    async def shutdown(self) -> None:
        """Nothing to give back."""

    async def do_process_update(self, update: object, coroutine: Awaitable[object]) -> None:
        """The update is handled once all earlier ones of its chat have been."""
        chat = update.effective_chat if isinstance(update, Update) else None
        if chat is None:
            await coroutine
            return
        async with self._turn(chat.id):
            await coroutine

    @asynccontextmanager
    async def _turn(self, chat_id: int) -> AsyncIterator[None]:
        turn = self._turns.setdefault(chat_id, _Turn())
        turn.waiting += 1
        try:
            async with turn.lock:
                yield
        finally:
            turn.waiting -= 1
            if not turn.waiting:
                del self._turns[chat_id]


class _Turn:
    """A chat with work to do; asyncio.Lock lets those who wait in by order of arrival."""

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.waiting = 0

"""Conversations held over invented plans: what was understood, what came of it, and what is remembered."""

from contextlib import contextmanager
from datetime import date

from bot.conversation.conversing import Conversing
from bot.conversation.memory import EMPTY, memory_from_json
from tests.bot.deadline_plans import FILES, LAMPS
from tests.bot.opened import opened

TODAY = date(2026, 11, 21)
# A plan of the same number and another province.
ELSEWHERE = (
    LAMPS.replace("BÌNH MINH", "HÒA AN").replace("Bình Minh", "Hòa An").replace("Đặng Thị Hải Yến", "Trần Văn Lộc")
)


class Talk:
    """One conversation; the memory goes through its written form after each turn."""

    def __init__(self, conversing):
        self._conversing = conversing
        self.memory = EMPTY
        self.last = None

    def __call__(self, typed):
        turn = self._conversing.reply(typed, self.memory, TODAY)
        self.last, self.memory = turn.answer, memory_from_json(turn.memory.as_json())
        assert self.memory == turn.memory
        return turn.answer

    def understood(self, *messages):
        """How the last of the messages was read; None when it was asked as typed."""
        for typed in messages:
            self(typed)
        return self.last.understood_as


@contextmanager
def conversing_over(folder, files=FILES):
    """The conversations over these plans."""
    with opened(folder, files) as (library, answering):
        yield Conversing(answering, library)

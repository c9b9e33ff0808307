"""One exchange of a conversation."""

from dataclasses import dataclass

from bot.answer import Answer
from bot.conversation.memory import Memory


@dataclass(frozen=True, slots=True)
class Turn:
    """The answer to a message, and what to remember for the next one."""

    answer: Answer
    memory: Memory

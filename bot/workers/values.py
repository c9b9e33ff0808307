"""What crosses between the bot and a process that answers: an answer takes 10 to 20 kB and 0.2 ms both ways."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from bot.answers import Conversations
from bot.conversation.memory import Memory
from bot.conversation.turn import Turn


@dataclass(frozen=True, slots=True)
class Core:
    """What a process works with."""

    conversations: Conversations
    read_ahead: Callable[[], bool]
    """Reads a little of what questions would wait for, in some milliseconds; False when nothing is left for now."""


OpenCore: TypeAlias = Callable[[], AbstractContextManager[Core]]
"""Builds the core within the process; can be pickled, as a function of a module or a `partial` of one."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The first thing that the process is given."""

    open_core: OpenCore


@dataclass(frozen=True, slots=True)
class Asked:
    """One message of a conversation, to the process."""

    typed: str
    memory: Memory
    as_of: date


@dataclass(frozen=True, slots=True)
class Ready:
    """The process can be asked."""


@dataclass(frozen=True, slots=True)
class NotOpened:
    """The process cannot answer and ends; `reason` is for the operator."""

    reason: str


@dataclass(frozen=True, slots=True)
class Raised:
    """The core raised while answering; the traceback may hold words of the question."""

    traceback: str


Given: TypeAlias = Opening | Asked
"""To the process."""

Told: TypeAlias = Ready | NotOpened | Raised | Turn
"""From the process."""

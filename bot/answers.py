"""The seam between the core and those who talk to people: a question goes in, an answer always comes out."""

import logging
import secrets
from datetime import date
from typing import Protocol

from bot import messages
from bot.answer import Answer, AnswerStatus
from bot.conversation.memory import Memory
from bot.conversation.turn import Turn
from bot.logs import hidden_from_logs

logger = logging.getLogger(__name__)


class Answers(Protocol):
    """Whoever can answer a question for a day."""

    def answer(self, question: str, as_of: date, /) -> Answer:
        """The answer to the question, with what was true on `as_of`."""
        ...


class Conversations(Protocol):
    """Whoever can answer a message of a conversation for a day."""

    def reply(self, typed: str, memory: Memory, as_of: date, /) -> Turn:
        """The answer to the message, read with what went before, and what to remember."""
        ...


class UnfailingConversations:
    """Turns an exception of the core into an answer with status `failed`; what was remembered stays as it was."""

    def __init__(self, conversations: Conversations) -> None:
        self._conversations = conversations

    def reply(self, typed: str, memory: Memory, as_of: date, /) -> Turn:
        """The turn; when the core raises, an apology whose reference is in the log beside the traceback."""
        with hidden_from_logs(typed, *memory.questions, memory.waiting):
            try:
                return self._conversations.reply(typed, memory, as_of)
            except Exception:  # whatever the core raises, the next message must still be answered
                return Turn(_failed(typed, as_of), memory)


def _failed(question: str, as_of: date) -> Answer:
    """The apology; called where the exception is handled, so that the log has its traceback."""
    reference = new_reference()
    logger.exception("Answering a question failed; the user was given reference %s", reference)
    return Answer(
        question=question,
        understood_as=None,
        kind="",
        status=AnswerStatus.FAILED,
        as_of=as_of,
        text=messages.internal_error(reference),
    )


def new_reference() -> str:
    """Eight characters that a user can read out and an operator can find in the log."""
    return secrets.token_hex(4)

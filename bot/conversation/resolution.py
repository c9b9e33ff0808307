"""What becomes of a message: asked as a question that stands alone, or asked back about."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bot import conversation_messages as messages
from bot.answer import Choice
from bot.conversation.memory import Meant

# More are told in no list that a phone shows at once.
MOST_CHOICES = 8


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The question, standing alone, that the message asks; where not sure, it may have to be asked as typed."""

    question: str
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Unclear:
    """Nothing can be asked; what the person is told, and what they may choose."""

    text: str
    choices: tuple[Choice, ...] = ()
    waiting: str = ""  # what to ask once a document is named


Resolution: TypeAlias = Rewritten | Unclear


def which_of(documents: Sequence[Meant], asked: Sequence[str]) -> Unclear:
    """The person is asked which document is meant; `asked` is the question about each."""
    choices = [Choice(one.name, question) for one, question in zip(documents, asked, strict=True)][:MOST_CHOICES]
    return Unclear(messages.which_document([choice.label for choice in choices]), tuple(choices))

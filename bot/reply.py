"""What an answerer gives to the list of steps: an answer before it is verified."""

from dataclasses import dataclass

from bot.answer import AnswerStatus, Choice, Citation
from corpus.held_deadline import HeldDeadline


@dataclass(frozen=True, slots=True)
class Reply:
    """Status, text with [1] marks, the citations they count, and notes for the reader.

    `computed` are the numbers of the text that no quote holds because code calculated them from quoted ones, or
    because the question gave them (the day it asks about); each is written as it stands in the text.
    """

    status: AnswerStatus
    text: str
    citations: tuple[Citation, ...] = ()
    warnings: tuple[str, ...] = ()
    computed: tuple[str, ...] = ()
    deadlines: tuple[HeldDeadline, ...] = ()  # those that the text tells
    choices: tuple[Choice, ...] = ()  # where the question can be meant in several ways

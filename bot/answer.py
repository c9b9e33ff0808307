"""What the bot gives back: an Answer with its status and its citations."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.held_deadline import HeldDeadline
from corpus.identifier import Locator
from corpus.model import Document
from corpus.validity import Validity


class AnswerStatus(StrEnum):
    """Every outcome of a question; what we expect to happen is a value, not an exception."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    NEEDS_CLARIFICATION = "needs_clarification"
    AMBIGUOUS = "ambiguous"
    NOT_IN_CORPUS = "not_in_corpus"
    OUT_OF_SCOPE = "out_of_scope"
    NOT_VERIFIED = "not_verified"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim quote with the place it stands at; `document.text[start:end] == quote`.

    `validity` is that of the place on the day answered for; None until the answer is complete.
    """

    document: Document
    locator: Locator
    page: int | None
    quote: str
    start: int
    end: int
    validity: Validity | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several readings: a short label for a button, and the question, standing alone, that pressing it asks."""

    label: str
    question: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The reply to one question; `text` is what a person reads, in Vietnamese, plain, with [1] marks."""

    question: str
    understood_as: str | None  # the reading, when it differs from what was typed
    kind: str
    status: AnswerStatus
    as_of: date
    text: str
    citations: tuple[Citation, ...] = ()
    warnings: tuple[str, ...] = ()
    seconds: float = 0.0
    deadlines: tuple[HeldDeadline, ...] = ()  # those that the text tells, in its order
    choices: tuple[Choice, ...] = ()  # offered where the question can be meant in several ways

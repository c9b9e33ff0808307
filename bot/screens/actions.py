"""What buttons do, written into at most 64 bytes and read back: a verb and what it is about.

Buttons live as long as their message, over restarts and new versions; so an action holds keys that stay the same and
nothing that only this process knows. What comes back from a chat may be forged: `read_action` gives None for whatever
no button of ours says, and each action is allowed anew when it is pressed.
"""

import hashlib
import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from enum import StrEnum

from corpus.model import DocumentId

_SEPARATOR = ":"
_ARGUMENT = re.compile(r"[A-Za-z0-9_-]{1,24}")
_MOST_ARGUMENTS = 4


class Verb(StrEnum):
    """Everything that a button does. The letters stand in messages already sent, so none gets a new meaning."""

    CITATION = "c"  # answer id, mark: the provision that is quoted, the quote marked
    PROVISION = "p"  # document key, ordinal, version, part (from 0, or left out): a provision of a document
    CARD = "d"  # document key: the document's card
    RELATIONS = "e"  # document key, page
    DEADLINES = "h"  # document key, page
    SOURCE = "s"  # document key, page number or 0: the source file
    CALENDAR = "l"  # document key: its deadlines as a calendar file
    TIMELINE = "t"  # document key: its deadlines as a picture
    ANSWER_CALENDAR = "k"  # answer id: the deadlines it told as a calendar file
    FEEDBACK = "f"  # answer id, one of right, wrong, missing
    CHOICE = "q"  # answer id, which: one of the readings of an ambiguous question
    RESEND = "r"  # answer id: an answer whose delivery is uncertain
    SUBSCRIBE = "n"  # see bot.screens.reminder_screens
    REMINDER = "m"  # delivery id: a reminder whose delivery is uncertain
    PAIRING = "a"  # code, one of user, trainer, admin, refuse
    UPLOAD = "u"  # see bot.screens.upload_screens


@dataclass(frozen=True, slots=True)
class Action:
    """A verb and its arguments."""

    verb: Verb
    arguments: tuple[str, ...] = ()

    def __str__(self) -> str:
        return _SEPARATOR.join((self.verb, *self.arguments))


def action(verb: Verb, *arguments: object) -> str:
    """The callback of a button; ValueError for arguments that could not be read back."""
    written = str(Action(verb, tuple(map(str, arguments))))
    if read_action(written) is None:
        raise ValueError(f"the action {written!r} could not be read back")
    return written


def read_action(callback: str) -> Action | None:
    """The action that a callback says; None when no button of ours says that."""
    letter, *arguments = callback.split(_SEPARATOR)
    if letter not in set(Verb) or len(arguments) > _MOST_ARGUMENTS:
        return None
    if not all(_ARGUMENT.fullmatch(argument) for argument in arguments):
        return None
    return Action(Verb(letter), tuple(arguments))


def document_key(document_id: DocumentId) -> str:
    """Twelve characters that stand for a document in buttons and deep links, the same for ever."""
    return urlsafe_b64encode(hashlib.sha256(document_id.encode()).digest()[:9]).decode()


def version_key(digest: str) -> str:
    """Six characters of a document's digest: whether it is still the document that a button was made for."""
    return digest[:6]

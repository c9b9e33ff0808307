"""A deadline together with what it belongs to: what the library gives to a list, a calendar file or a picture."""

from dataclasses import dataclass

from corpus.identifier import Locator
from corpus.model import Deadline, Document


@dataclass(frozen=True, slots=True)
class HeldDeadline:
    """One deadline of the library, with its document and the place that states its time."""

    document: Document
    locator: Locator  # of `deadline.provision`
    ordinal: int  # of the deadline within its document, from 0, in order of the text
    deadline: Deadline

"""What is said in one sentence and where it stands: the values that reading acts works with."""

from dataclasses import dataclass
from datetime import date

from corpus.locator import Locator
from corpus.model import RelationKind
from ingest.mentions import Mention

ACTS = frozenset(RelationKind) - {RelationKind.BASED_ON, RelationKind.IMPLEMENTS, RelationKind.CITES}
"""What changes or carries on another document, so that it must be said outright."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a sentence stands, which decides what its words can do."""

    speaks: bool = False  # for the whole document: preamble, closing paragraph, title
    enacts: bool = False  # an order without a subject is an act of the document
    is_title: bool = False
    is_news: bool = False
    is_official: bool = True
    is_party: bool = False  # a conclusion or directive, which may carry on another
    issued_on: date | None = None
    before: Mention | None = None  # the last document of the sentence before, when it stands near
    lead: RelationKind | None = None  # what the sentence above the list says of each of its items
    lead_is_partial: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """One act, or a bare mention (`CITES`); `subject` None: the document that says it."""

    kind: RelationKind
    target: Mention
    subject: Mention | None = None
    is_partial: bool = False
    since: date | None = None
    until: date | None = None
    is_disputed: bool = False
    places: tuple[Locator, ...] = ()  # besides those of the target's mention


@dataclass(slots=True)
class Row:
    """Documents beside one another, and what is said of all of them."""

    kind: RelationKind
    members: list[int]
    last: int  # the last mention that belongs to it, those in titles and in brackets included
    is_partial: bool = False
    begins: int = 0  # where its verb begins


@dataclass(frozen=True, slots=True)
class Link:
    """A document in the title of another (`other`), or one that does something to it."""

    kind: RelationKind
    other: int
    is_agent: bool = False
    is_partial: bool = False

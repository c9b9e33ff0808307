"""A document opened at its structure: what an answerer needs to walk up, down and sideways from a provision."""

import threading
from collections import OrderedDict, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.answer import Citation
from bot.terms import Terms
from corpus.held_deadline import HeldDeadline
from corpus.library import Library
from corpus.model import Document, DocumentId, Form, Provision, ProvisionKind
from corpus.recent import Recent
from corpus.standing import NEWS_KIND

OUTSIDE_BODY = frozenset({ProvisionKind.LETTERHEAD, ProvisionKind.CLOSING})

# A lead-in longer than this is a text of its own and would drown the item that it introduces.
LONGEST_LEAD_CHARACTERS = 300


Places: TypeAlias = Sequence[tuple[Terms, float]]
"""Where the words of a question may stand, each with what it counts."""


@dataclass(frozen=True, slots=True)
class Stated:
    """The statements of one provision, verbatim, with what they all share (see `statements`)."""

    lead: str
    nearby: str
    spans: Sequence[tuple[int, int, str]]  # where each begins and ends in the document, and its words


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A document with its provisions by ordinal."""

    document: Document
    provisions: Sequence[Provision]
    reported: frozenset[str] = frozenset()  # of a news item: the keys of the numbers that it names
    # What `statements` has found in each provision so far, by ordinal.
    stated: dict[int, Stated] = field(default_factory=dict, repr=False, compare=False)
    # What `deadline_matching` has found of its deadlines so far, by ordinal and the place of the quote.
    duties: dict[tuple[int, int, int], Places] = field(default_factory=dict, repr=False, compare=False)
    _children: dict[int | None, list[int]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for provision in self.provisions:
            self._children[provision.parent].append(provision.ordinal)

    def children(self, provision: Provision) -> list[Provision]:
        """The direct children, in order."""
        return [self.provisions[ordinal] for ordinal in self._children.get(provision.ordinal, [])]

    def siblings(self, provision: Provision) -> list[Provision]:
        """The provisions under the same parent, this one included, in order."""
        return [self.provisions[ordinal] for ordinal in self._children[provision.parent]]

    def ancestors(self, provision: Provision) -> list[Provision]:
        """From the parent up to the outermost provision."""
        above = []
        while provision.parent is not None:
            provision = self.provisions[provision.parent]
            above.append(provision)
        return above

    def own_text(self, provision: Provision) -> str:
        """Its text without its children, verbatim."""
        return self.document.text[provision.start : provision.end]

    def subtree_text(self, provision: Provision) -> str:
        """Its text with its children, verbatim."""
        return self.document.text[provision.start : provision.subtree_end]

    def leads(self, provision: Provision) -> list[str]:
        """Headings and lead-ins above the provision, outermost first."""
        return [lead for above in reversed(self.ancestors(provision)) if (lead := self._lead(above))]

    def _lead(self, provision: Provision) -> str:
        own = " ".join(self.own_text(provision).split())
        if len(own) <= LONGEST_LEAD_CHARACTERS:
            return own
        return provision.heading

    def page_at(self, offset: int) -> int | None:
        """The page that holds the offset; None where the file has no pages."""
        return next((page.number for page in self.document.pages if page.start <= offset < page.end), None)

    def cite(self, provision: Provision, start: int, end: int) -> Citation:
        """A citation of `text[start:end]` without outer white space, at the locator of the provision."""
        text = self.document.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Citation(self.document, provision.locator, self.page_at(start), text[start:end], start, end)


class Shelf:
    """Opened documents, the latest used kept; a change of the library empties it."""

    # A long plan with its tree takes about 2 MB.
    CAPACITY = 48

    def __init__(self, library: Library, capacity: int = CAPACITY) -> None:
        self._library = library
        self.capacity = capacity
        self._lock = threading.Lock()  # questions of several people are answered at once
        self._open: OrderedDict[DocumentId, OpenDocument] = OrderedDict()
        self._revision = library.revision()
        self._deadlines: Recent[DocumentId, Sequence[HeldDeadline]] = Recent(capacity)

    def held_deadlines(self, document_ids: Collection[DocumentId]) -> list[HeldDeadline]:
        """The deadlines of these documents, those without a day included, by document and place."""

        def read(missing: Collection[DocumentId]) -> dict[DocumentId, Sequence[HeldDeadline]]:
            found: dict[DocumentId, list[HeldDeadline]] = {one: [] for one in missing}
            for held in self._library.held_deadlines(document_ids=missing):
                found[held.document.id].append(held)
            return {**found}

        each = self._deadlines.take_all(self._library.revision(), sorted(set(document_ids)), read)
        return [held for deadlines in each.values() for held in deadlines]

    def take(self, document_id: DocumentId) -> OpenDocument | None:
        """The document with its provisions; None when the library does not hold it."""
        with self._lock:
            return self._taken(document_id)

    def _taken(self, document_id: DocumentId) -> OpenDocument | None:
        revision = self._library.revision()
        if revision != self._revision:
            self._open.clear()
            self._revision = revision
        if document_id in self._open:
            self._open.move_to_end(document_id)
            return self._open[document_id]
        document = self._library.document(document_id)
        if document is None:
            return None
        is_news = document.form is Form.NEWS or document.kind == NEWS_KIND
        named = self._library.relations(document_id) if is_news else []
        opened = OpenDocument(
            document, self._library.provisions(document_id), frozenset(relation.target.key for relation in named)
        )
        self._open[document_id] = opened
        if len(self._open) > self.capacity:
            self._open.popitem(last=False)
        return opened

"""The relations of the library as links between instruments: who does what to whom, from when, and where it is said."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from corpus.chain import Link
from corpus.identifier import Locator
from corpus.library import Library
from corpus.model import Document, DocumentId, Effect, Relation, RelationKind
from corpus.register import Register
from corpus.standing import Dated, Instrument, Standing, Statement, first_day

# What each kind is called, from the side that acts and from the side that it is done to.
ACTIVE = {
    RelationKind.BASED_ON: "is based on",
    RelationKind.IMPLEMENTS: "implements",
    RelationKind.GUIDES: "guides",
    RelationKind.AMENDS: "amends",
    RelationKind.REPLACES: "replaces",
    RelationKind.REPEALS: "repeals",
    RelationKind.ENDS: "ends",
    RelationKind.EXTENDS: "extends",
    RelationKind.CORRECTS: "corrects",
    RelationKind.CONSOLIDATES: "consolidates",
    RelationKind.CONTINUES: "continues",
    RelationKind.CITES: "cites",
}
PASSIVE = {
    RelationKind.BASED_ON: "is the basis of",
    RelationKind.IMPLEMENTS: "is implemented by",
    RelationKind.GUIDES: "is guided by",
    RelationKind.AMENDS: "is amended by",
    RelationKind.REPLACES: "is replaced by",
    RelationKind.REPEALS: "is repealed by",
    RelationKind.ENDS: "is ended by",
    RelationKind.EXTENDS: "is extended by",
    RelationKind.CORRECTS: "is corrected by",
    RelationKind.CONSOLIDATES: "is consolidated by",
    RelationKind.CONTINUES: "is continued by",
    RelationKind.CITES: "is cited by",
}


# To rest on another document, or to name it, has no beginning.
_WITHOUT_A_DAY = frozenset({RelationKind.CITES, RelationKind.BASED_ON})


class InstrumentLinks:
    """Reads the links of one library; each question costs a few look-ups by index."""

    # Locators are asked for document by document; a law has some thousand provisions.
    DOCUMENTS_KEPT = 64

    def __init__(self, library: Library, register: Register) -> None:
        self._library = library
        self._register = register
        self._locators = lru_cache(maxsize=self.DOCUMENTS_KEPT)(self._read_locators)

    def link(self, said_by: Document, relation: Relation) -> Link:
        """The relation with both its ends, as far as they are known."""
        acting, target = self._register.acting(said_by, relation), self._register.target(said_by, relation)
        return Link(relation, said_by, acting, target)

    def acts_told(self, instrument: Instrument) -> list[Link]:
        """What other documents say that the instrument does."""
        if instrument.number is None:
            return []
        links = (self.link(*pair) for pair in self._library.acts_told(instrument.number.key))
        return [link for link in links if link.source.identity == instrument.identity]

    def since(self, link: Link) -> date | None:
        """From when the act works: the day stated, else the first day of the instrument that acts."""
        if link.relation.kind in _WITHOUT_A_DAY:
            return link.relation.since
        return link.relation.since or first_day(self.standing(link.source))

    def effective_day(self, link: Link) -> date | None:
        """From when the act works; one of an administrative document without a day from the day of its issue."""
        return self.since(link) or (None if link.source.is_regulation else link.source.issued_on)

    def standing(self, instrument: Instrument) -> Standing:
        """What is said of the force of the instrument."""
        held = instrument.document
        return self._register.standing(held.id) if held else self._register.standing_of(instrument)

    def locator(self, document_id: DocumentId, provision: int) -> str:
        """Where a provision of a held document stands, as people cite it."""
        return str(self._locators(document_id)[provision])

    def place(self, statement: Statement) -> str:
        """Where a statement stands in the document that makes it."""
        return self.locator(statement.said_by.id, told(statement).provision)

    def _read_locators(self, document_id: DocumentId) -> tuple[Locator, ...]:
        return tuple(provision.locator for provision in self._library.provisions(document_id))


def name(instrument: Instrument) -> str:
    """Its number; without one its id, or its title."""
    if instrument.number is not None:
        return str(instrument.number)
    return instrument.document.id if instrument.document is not None else instrument.title


def document_name(document: Document) -> str:
    """Its number, or its id when it has none."""
    return document.id if document.number is None else str(document.number)


def told(statement: Statement) -> Effect | Relation:
    """What a document says, as it was read."""
    return statement.effect if isinstance(statement, Dated) else statement.relation


def printed(places: Iterable[Locator]) -> list[str]:
    """Places as people cite them."""
    return [str(place) for place in places]

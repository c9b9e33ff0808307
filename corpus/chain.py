"""How instruments hang together: who guides, implements, amends or replaces whom, in both directions."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from corpus.identifier import kind_of
from corpus.library import Library
from corpus.model import Document, Relation, RelationKind
from corpus.register import Register, instrument_of
from corpus.standing import Instrument
from corpus.titled_guides import guides_by_title

# By which instruments hang together from the law down to the plan.
CARRYING_OUT = (RelationKind.GUIDES, RelationKind.IMPLEMENTS, RelationKind.BASED_ON)

# From the highest legal force to the lowest (Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15, Điều 4);
# then what is no legal normative document.
_RANK_BY_KIND = {
    "Hiến pháp": 0,
    "Bộ luật": 1,
    "Luật": 1,
    "Pháp lệnh": 2,
    "Nghị định": 3,
    "Thông tư liên tịch": 5,
    "Thông tư": 5,
}
_NATIONAL_ASSEMBLY, _PRIME_MINISTER, _COUNCIL, _COMMITTEE, _OTHER = 1, 4, 6, 7, 8


@dataclass(frozen=True, slots=True)
class Link:
    """One instrument stands so to another; `said_by` is the held document that says it."""

    relation: Relation
    said_by: Document
    source: Instrument
    target: Instrument


class Chain:
    """Follows the relations of one library."""

    def __init__(self, library: Library, register: Register) -> None:
        self._library = library
        self._register = register

    def from_instrument(self, instrument: Instrument, kinds: Collection[RelationKind]) -> list[Link]:
        """What the instrument does to others, by its own words and those of others; each other once a kind."""
        document, number = instrument.document, instrument.number
        own = [(document, one) for one in self._library.relations(document.id)] if document else []
        told = self._library.acts_told(number.key) if number else []
        stated = [
            *((said_by, one) for said_by, one in own if one.subject is None),
            *((said_by, one) for said_by, one in told if _is(self._register.acting(said_by, one), instrument)),
        ]
        return _distinct(
            Link(one, said_by, instrument, self._register.target(said_by, one))
            for said_by, one in stated
            if one.kind in kinds
        )

    def to_instrument(self, instrument: Instrument, kinds: Collection[RelationKind]) -> list[Link]:
        """What others do to the instrument; each other once a kind."""
        if instrument.number is None:
            return []
        links = (
            Link(one, said_by, self._register.acting(said_by, one), self._register.target(said_by, one))
            for said_by, one in self._library.mentions(instrument.number.key, kinds)
        )
        return _distinct(link for link in links if _is(link.target, instrument) and not _is(link.source, instrument))

    def guiding_by_title(self, law: Instrument) -> list[Link]:
        """Who details a held law by its title."""
        if law.document is None:
            return []
        stated = guides_by_title(self._library, law.document)
        return [Link(relation, head, instrument_of(head), law) for head, relation in stated]

    def applies(self, instrument: Instrument, day: date) -> bool:
        """Whether the instrument is in force on the day, wholly or in part."""
        return self._register.validity_of(instrument, day).applies


def legal_rank(instrument: Instrument) -> int:
    """The place in the order of legal force, 0 the highest; plans and all that is no legal norm come last.

    The kind of an instrument that is told of without one is that of its number.
    """
    number = instrument.number
    kind = instrument.kind or (kind_of(number.symbol) if number else "")
    if kind in _RANK_BY_KIND:
        return _RANK_BY_KIND[kind]
    symbol = number.symbol.upper() if number else ""
    if number is None or number.year is None:
        return _OTHER
    if symbol.startswith(("QH", "UBTVQH")):
        return _NATIONAL_ASSEMBLY
    if symbol.endswith("-TTG"):
        return _PRIME_MINISTER
    if symbol.endswith("HĐND"):
        return _COUNCIL
    return _COMMITTEE if symbol.endswith("UBND") else _OTHER


def _is(one: Instrument, other: Instrument) -> bool:
    if one.document is not None or other.document is not None:
        return one.document is not None and other.document is not None and one.document.id == other.document.id
    return one.number == other.number and (one.issued_on == other.issued_on or not (one.issued_on and other.issued_on))


def _distinct(links: Iterable[Link]) -> list[Link]:
    found: dict[tuple[object, ...], Link] = {}
    for link in links:
        key = (link.relation.kind, link.source.identity, link.target.identity)
        # The acting document's own word counts before another's.
        if key not in found or (link.source.document and link.said_by.id == link.source.document.id):
            found[key] = link
    return list(found.values())

"""`graph`: how the instruments of the library hang together, link by link for programs, as a tree for people."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain

from corpus.chain import Link, legal_rank
from corpus.library import Library
from corpus.model import RelationKind
from corpus.register import Register, instrument_of
from corpus.standing import Instrument
from ingest.instrument_links import ACTIVE, PASSIVE, InstrumentLinks, document_name, name, printed

KINDS = frozenset(RelationKind) - {RelationKind.CITES}

# A law is the basis of thousands of plans; the tree shows the first of each kind, --json all.
SHOWN_OF_A_KIND = 20

# By `chain.legal_rank`.
_RANKS = (
    "Constitution",
    "Laws and resolutions of the National Assembly",
    "Ordinances",
    "Decrees",
    "Decisions of the Prime Minister",
    "Circulars",
    "Resolutions of People's Councils",
    "Decisions of People's Committees",
    "Other documents",
)


@dataclass(slots=True)
class _Node:
    """An instrument of the tree with its lines, by kind as it is called from its side."""

    instrument: Instrument
    lines: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


class Graph:
    """Reads every link of one library, as it stands on one day."""

    def __init__(self, library: Library, register: Register, day: date) -> None:
        self._library = library
        self._register = register
        self._links = InstrumentLinks(library, register)
        self._day = day
        self._statuses: dict[str, str] = {}

    def links(self) -> Iterator[Link]:
        """Every link but citations once, from the highest legal rank of the source down; one document at a time."""
        heads = [instrument_of(head) for head in self._library.document_heads()]
        not_held: dict[str, Instrument] = {}
        for source in sorted(heads, key=_order):
            assert source.document is not None  # it was made of a head
            said = [(source.document, one) for one in self._library.relations(source.document.id)]
            own = (self._links.link(*pair) for pair in said if pair[1].subject is None)
            yield from self._distinct(chain(own, self._links.acts_told(source)))
            for _, relation in said:
                if relation.subject is not None:
                    acting = self._register.acting(source.document, relation)
                    if acting.document is None:
                        not_held.setdefault(acting.identity, acting)
        for source in sorted(not_held.values(), key=_order):
            yield from self._distinct(self._links.acts_told(source))

    def as_json(self, link: Link) -> dict[str, object]:
        """One line for programs; the names of the fields are a contract (see README)."""
        relation, since = link.relation, self._links.since(link)
        return {
            "source": name(link.source),
            "source_id": link.source.document.id if link.source.document else None,
            "source_title": link.source.title,
            "source_status": self.status(link.source),
            "kind": relation.kind.value,
            "target": name(link.target),
            "target_id": link.target.document.id if link.target.document else None,
            "target_title": link.target.title,
            "target_status": self.status(link.target),
            "target_held": link.target.document is not None,
            "since": None if since is None else since.isoformat(),
            "until": None if relation.until is None else relation.until.isoformat(),
            "places": printed(relation.places),
            "is_partial": relation.is_partial,
            "is_disputed": relation.is_disputed,
            "said_by": document_name(link.said_by),
            "locator": self._links.locator(link.said_by.id, relation.provision),
            "quote": relation.quote,
        }

    def as_tree(self) -> Iterator[str]:
        """Lines for people: under each rank the instruments, under each what it does and what is done to it."""
        nodes: dict[str, _Node] = {}
        for link in self.links():
            source = nodes.setdefault(link.source.identity, _Node(link.source))
            target = nodes.setdefault(link.target.identity, _Node(link.target))
            target.instrument = _better_told(target.instrument, link.target)
            remark = self._remark(link)
            source.lines[ACTIVE[link.relation.kind]].append(f"{_called(link.target)}{remark}")
            target.lines[PASSIVE[link.relation.kind]].append(f"{_called(link.source)}{remark}")
        rank = -1
        for node in sorted(nodes.values(), key=lambda node: _order(node.instrument)):
            if legal_rank(node.instrument) != rank:
                rank = legal_rank(node.instrument)
                yield f"{_RANKS[rank]}:"
            held = "" if node.instrument.document is not None else ", not held"
            yield f"  {_designation(node.instrument)} [{self.status(node.instrument)}{held}]"
            for called, others in node.lines.items():
                yield from _shortened(called, others)

    def status(self, instrument: Instrument) -> str:
        """The status on the day."""
        named = instrument.identity
        if named not in self._statuses:
            self._statuses[named] = self._register.validity_of(instrument, self._day).status.value
        return self._statuses[named]

    def _distinct(self, links: Iterable[Link]) -> Iterator[Link]:
        """The links of one source, each the first time that it is said."""
        seen = set()
        for link in links:
            relation = link.relation
            key = (relation.kind, link.target.identity, relation.places, self._links.since(link), relation.until)
            if relation.kind in KINDS and key not in seen:
                seen.add(key)
                yield link

    def _remark(self, link: Link) -> str:
        """What a line says after the name of the other instrument: places, days, doubt, and who says so if a third."""
        relation, since = link.relation, self._links.since(link)
        places = ", ".join(printed(relation.places)) or ("in part" if relation.is_partial else "")
        is_own = link.source.document is not None and link.source.document.id == link.said_by.id
        remarks = (
            places,
            f"since {since}" if since else "",
            f"until {relation.until}" if relation.until else "",
            "disputed" if relation.is_disputed else "",
            "" if is_own else f"says {document_name(link.said_by)}",
        )
        told = "; ".join(remark for remark in remarks if remark)
        return f" ({told})" if told else ""


def _shortened(called: str, others: list[str]) -> Iterator[str]:
    for other in others[:SHOWN_OF_A_KIND]:
        yield f"    {called} {other}"
    if rest := len(others[SHOWN_OF_A_KIND:]):
        yield f"    {called} {rest} more; --json lists every link"


def _better_told(one: Instrument, other: Instrument) -> Instrument:
    """The first, with the longer title of the two when none is held."""
    if one.document is not None or len(other.title) <= len(one.title):
        return one
    return replace(one, kind=one.kind or other.kind, title=other.title)


def _order(instrument: Instrument) -> tuple[int, date, str]:
    """From the highest rank down, the newest first; without a date by the year of the number."""
    year = instrument.number.year if instrument.number else None
    issued_on = instrument.issued_on or (date(year, 1, 1) if year else date.min)
    return legal_rank(instrument), date.min + (date.max - issued_on), name(instrument)


def _designation(instrument: Instrument) -> str:
    """Kind, number and title."""
    numbered = instrument.number is not None and instrument.title
    return f"{_called(instrument)} {instrument.title}" if numbered else _called(instrument)


def _called(instrument: Instrument) -> str:
    """Kind and number; without a number the title."""
    name_or_title = instrument.title if instrument.number is None else str(instrument.number)
    return f"{instrument.kind} {name_or_title}".strip()

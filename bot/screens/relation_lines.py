"""How a document stands to others, as lines of HTML under a head for each kind, what ends or changes it first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot import screen_messages as messages
from bot.markup import bold, escaped, italic, link
from bot.screens.deep_links import deep_link
from bot.screens.holdings import Holdings
from bot.validity_messages import instrument_name
from corpus.chain import Link
from corpus.model import Document, DocumentId, RelationKind
from corpus.register import instrument_of
from corpus.standing import Instrument
from corpus.written_date import written_date

# What a reader must know first; then what the document itself does; then who carries it out.
_FIRST = (
    RelationKind.REPLACES, RelationKind.REPEALS, RelationKind.ENDS, RelationKind.AMENDS, RelationKind.EXTENDS,
    RelationKind.CORRECTS, RelationKind.CONSOLIDATES,
)  # fmt: skip
_LAST = (RelationKind.GUIDES, RelationKind.IMPLEMENTS, RelationKind.CONTINUES)
_OWN = (
    RelationKind.REPLACES, RelationKind.REPEALS, RelationKind.ENDS, RelationKind.AMENDS, RelationKind.EXTENDS,
    RelationKind.CORRECTS, RelationKind.CONSOLIDATES, RelationKind.GUIDES, RelationKind.IMPLEMENTS,
    RelationKind.CONTINUES, RelationKind.BASED_ON,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Related:
    """One other instrument under its head."""

    head: str
    instrument: Instrument
    in_part: str  # "" when the whole is concerned

    @property
    def held(self) -> Document | None:
        """The other document, when it is held."""
        return self.instrument.document


def related(document: Document, holdings: Holdings) -> list[Related]:
    """Every instrument that the document is linked with, each once under a head, latest first."""
    instrument = instrument_of(document)
    done = holdings.chain.to_instrument(instrument, (*_FIRST, *_LAST))
    does = holdings.chain.from_instrument(instrument, _OWN)
    groups = [
        *((messages.IS_DONE[kind], _others(done, kind, is_target=False)) for kind in _FIRST),
        *((messages.DOES[kind], _others(does, kind, is_target=True)) for kind in _OWN),
        *((messages.IS_DONE[kind], _others(done, kind, is_target=False)) for kind in _LAST),
    ]
    found: dict[tuple[str, str], Related] = {}
    for head, others in groups:
        for other, in_part in sorted(others, key=lambda pair: pair[0].issued_on or date.min, reverse=True):
            found.setdefault((head, other.identity), Related(head, other, in_part))
    return _without_vaguer(list(found.values()))


def _without_vaguer(found: Sequence[Related]) -> list[Related]:
    """Without a number that is only named where the same number is told with its date under the same head."""
    dated = {(one.head, one.instrument.number) for one in found if one.instrument.issued_on}
    return [
        one for one in found if one.instrument.issued_on or (one.head, one.instrument.number) not in dated or one.held
    ]


def relation_lines(shown: Sequence[Related], holdings: Holdings) -> Iterator[str]:
    """The heads with their instruments, one a line; held ones are links where the name of the bot is known."""
    head = ""
    for one in shown:
        if one.head != head:
            head = one.head
            yield italic(f"{head}:")
        yield f"• {_named(one.instrument, holdings)}{escaped(one.in_part)}"


def of_each_head(all_related: Iterable[Related], most: int) -> list[Related]:
    """At most so many under each head."""
    counts: dict[str, int] = {}
    kept = []
    for one in all_related:
        counts[one.head] = counts.get(one.head, 0) + 1
        if counts[one.head] <= most:
            kept.append(one)
    return kept


def held_once(shown: Iterable[Related]) -> list[Document]:
    """The held documents among them, each once."""
    found: dict[DocumentId, Document] = {}
    for one in shown:
        if one.held is not None:
            found.setdefault(one.held.id, one.held)
    return list(found.values())


def _others(links: Iterable[Link], kind: RelationKind, *, is_target: bool) -> list[tuple[Instrument, str]]:
    found = []
    for one in links:
        if one.relation.kind is kind:
            # An amendment always concerns a part, and to guide "một số điều" is the rule.
            is_partial = one.relation.is_partial and kind not in (RelationKind.AMENDS, RelationKind.GUIDES)
            places = ", ".join(map(str, one.relation.places))
            in_part = messages.in_part(places) if is_partial else ""
            found.append((one.target if is_target else one.source, in_part))
    return found


def _named(instrument: Instrument, holdings: Holdings) -> str:
    name, document = instrument_name(instrument), instrument.document
    day = f", {written_date(instrument.issued_on)}" if instrument.issued_on else ""
    if document is None:
        return escaped(f"{name}{day}, {messages.NOT_HELD}")
    return link(bold(name), deep_link(holdings.bot_username, document)) + escaped(day)

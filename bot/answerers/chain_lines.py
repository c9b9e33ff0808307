"""The lines of a chain of instruments, law first, each with its status and the sentences that it rests on."""

from collections.abc import Iterable
from datetime import date

from bot import governing_messages as messages
from bot.answer import Citation
from bot.citing import cite_link, cite_statement
from bot.marks import Marks
from bot.open_document import OpenDocument, Shelf
from bot.verification import numbers_in
from corpus.chain import Link, legal_rank
from corpus.hierarchy import STATUTE_RANK, Hierarchy, is_for_a_branch, kind, law_name, names
from corpus.model import RelationKind
from corpus.register import Register
from corpus.standing import Instrument, Statement

MOST_LINES = 7
MOST_LOCAL = 2
_DECREE, _PRIME_MINISTER, _CIRCULAR = 3, 4, 5
_LOCAL = frozenset({6, 7})
_PLAN = "Kế hoạch"


class InstrumentMarks:
    """The marks of what is said of instruments and of their links."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._marks = Marks()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """In the order of their marks."""
        return self._marks.citations

    def of(self, citations: Iterable[Citation | None]) -> str:
        """The marks of the citations, " [1] [2]"; "" for none."""
        marks = dict.fromkeys(self._marks.of(citation) for citation in citations if citation is not None)
        return "".join(f" {mark}" for mark in marks)

    def own(self, instrument: Instrument, cited: Iterable[Citation | None]) -> list[Citation | None]:
        """What is cited, and a sentence of the instrument itself when none of it is: its date must have a source."""
        found = list(cited)
        document = instrument.document
        if document is None or any(one is not None and one.document.id == document.id for one in found):
            return found
        opened = self._shelf.take(document.id)
        return [*found, _issue_of(opened)] if opened else found

    def link(self, link: Link) -> Citation | None:
        """The sentence that tells of the link."""
        return cite_link(link, self._shelf)

    def statement(self, statement: Statement | None) -> Citation | None:
        """The sentence that makes the statement."""
        return cite_statement(statement, self._shelf) if statement else None


class ChainLines:
    """Writes the chain around one instrument as it is on a day."""

    def __init__(self, register: Register, hierarchy: Hierarchy, marks: InstrumentMarks, day: date) -> None:
        self._register = register
        self._hierarchy = hierarchy
        self._marks = marks
        self._day = day

    def around(self, instrument: Instrument) -> list[str]:
        """The lines, without a head; empty when nothing hangs together with the instrument."""
        upward = self._hierarchy.upward(instrument, self._day)
        spine = [instrument, *(link.target for link in upward)][::-1]
        shown: list[tuple[Instrument, Link | None]] = [(spine[0], None)]
        shown += [(link.source, link) for link in self._latest_first(self._hierarchy.amending(spine[0], self._day))[:1]]
        shown += [(link.source, link) for link in reversed(upward)]
        shown += [(link.target, link) for link in self._hierarchy.continued(instrument, self._day)]
        for level in (_DECREE, _PRIME_MINISTER, _CIRCULAR):
            link = self._general(spine, level)
            if link is not None:
                spine.append(link.source)
                shown.append((link.source, link))
        room = min(MOST_LOCAL, MOST_LINES - len(shown))
        shown += [(link.source, link) for link in self._local(spine)[: max(0, room)]]
        return [self._line(*pair) for pair in shown[:MOST_LINES]] if len(shown) > 1 else []

    def _line(self, instrument: Instrument, link: Link | None) -> str:
        validity = self._register.validity_of(instrument, self._day)
        if link is not None and link.target.identity == instrument.identity:  # what is continued
            text = messages.continued_line(instrument, validity, link.source)
        else:
            relation = link.relation.kind if link else None
            text = messages.chain_line(instrument, validity, relation, link.target if link else None)
        cited = [self._marks.link(link) if link else None, self._marks.statement(validity.cause)]
        return f"{text}{self._marks.of(cited)}"

    def _general(self, spine: list[Instrument], level: int) -> Link | None:
        """Who at this level guides an instrument of the spine as a whole; none below or beside that level."""
        if any(legal_rank(one) >= level for one in spine) or legal_rank(spine[0]) > STATUTE_RANK:
            return None
        links = [
            link
            for one in spine
            for link in self._hierarchy.below(one, self._day, {RelationKind.GUIDES})
            if legal_rank(link.source) == level and not is_for_a_branch(link.source)
        ]
        links = [link for link in links if level != _PRIME_MINISTER or self._applies(link.source)]
        links = [link for link in links if names(link.source, spine[0]) or law_name(spine[0]) == ""] or links
        return min(links, key=lambda link: (not self._applies(link.source), -legal_rank(link.target)), default=None)

    def _local(self, spine: list[Instrument]) -> list[Link]:
        """Local rules and plans that carry out an instrument of the spine, rules that are in force first."""
        held = {one.identity for one in spine}
        found: dict[str, Link] = {}
        for one in reversed(spine):
            for link in self._hierarchy.below(one, self._day):
                is_local = legal_rank(link.source) in _LOCAL or kind(link.source) == _PLAN
                if is_local and link.source.identity not in held:
                    found.setdefault(link.source.identity, link)
        return sorted(
            self._latest_first(found.values()),
            key=lambda link: (not self._applies(link.source), legal_rank(link.source) not in _LOCAL),
        )

    def _latest_first(self, links: Iterable[Link]) -> list[Link]:
        return sorted(links, key=lambda link: link.source.issued_on or date.min, reverse=True)

    def _applies(self, instrument: Instrument) -> bool:
        return self._hierarchy.applies(instrument, self._day)


def _issue_of(opened: OpenDocument) -> Citation | None:
    """The first place that tells the date of issue, else the first words."""
    spoken = [one for one in opened.provisions if opened.own_text(one).strip(" |\n")]
    day = opened.document.issued_on
    written = numbers_in([f"{day:%d/%m/%Y}"]) if day else set()
    found = next((one for one in spoken if written and written <= numbers_in([opened.own_text(one)])), None)
    first = found or next(iter(spoken), None)
    return opened.cite(first, first.start, first.end) if first else None

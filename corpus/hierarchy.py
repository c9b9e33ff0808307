"""The order of instruments on a day: what stands above one, what guides it below, what comes before and after it."""

import re
from collections.abc import Collection, Iterable
from datetime import date

from corpus.chain import CARRYING_OUT, Chain, Link, legal_rank
from corpus.folding import fold
from corpus.identifier import kind_of
from corpus.issuer_name import issuer_key
from corpus.model import RelationKind
from corpus.register import Register
from corpus.standing import ENDING, Act, Instrument, first_day
from corpus.turning_points import effective_day
from corpus.validity import Reason, ValidityStatus

# What binds the most first: an instrument is issued to guide another, carries it out, or only rests on it.
_NEAREST = (RelationKind.GUIDES, RelationKind.IMPLEMENTS, RelationKind.BASED_ON)
_LONGEST_CHAIN = 5
STATUTE_RANK = 2  # of laws and ordinances, or higher
# A circular for one branch or organ: "ngành Giáo dục", "trong Công an nhân dân"; not "bộ, ban, ngành, tỉnh".
_OF_A_BRANCH = re.compile(
    r"(?<!ban, )(?<!ban )(?<!\w)nganh (?!tinh)|(?<!\w)(?:trong|cua|tai) "
    r"(?:bo|nganh|cong an|quan doi|quan nhan|toa an|vien kiem sat|he thong|kiem toan|dai hoc)(?!\w)"
)


class Hierarchy:
    """Walks the relations of one library; of what it returns, everything can stand on the day asked for."""

    def __init__(self, register: Register, chain: Chain) -> None:
        self._register = register
        self._chain = chain

    def applies(self, instrument: Instrument, day: date) -> bool:
        """In force on the day, wholly or in part."""
        return self._chain.applies(instrument, day)

    def can_stand(self, instrument: Instrument, day: date) -> bool:
        """In force on the day, or nobody tells whether it is; what was issued later cannot."""
        number = instrument.number
        if number is not None and number.year is not None and number.year > day.year:
            return False
        validity = self._register.validity_of(instrument, day)
        is_unknown = validity.status is ValidityStatus.UNKNOWN and validity.reason is not Reason.NO_INSTRUMENT
        return validity.applies or is_unknown

    def guiding(self, law: Instrument) -> list[Link]:
        """Who guides the instrument, by a statement with its number or by its title alone."""
        links = self._chain.to_instrument(law, {RelationKind.GUIDES})
        stated = {link.source.identity for link in links}
        return links + [link for link in self._chain.guiding_by_title(law) if link.source.identity not in stated]

    def upward(self, instrument: Instrument, day: date) -> list[Link]:
        """From the instrument up to the law, each link to what the one before it guides, carries out or rests on."""
        links: list[Link] = []
        while len(links) < _LONGEST_CHAIN and (link := self._above(instrument, day)):
            links.append(link)
            instrument = link.target
        return links

    def below(self, instrument: Instrument, day: date, kinds: Collection[RelationKind] = CARRYING_OUT) -> list[Link]:
        """Who of lower force guides it, carries it out or rests on it."""
        links = self._chain.to_instrument(instrument, kinds)
        return [
            one for one in links if legal_rank(one.source) > legal_rank(instrument) and self.can_stand(one.source, day)
        ]

    def continued(self, instrument: Instrument, day: date) -> list[Link]:
        """What the instrument continues without ending it."""
        links = self._chain.from_instrument(instrument, {RelationKind.CONTINUES})
        return [link for link in links if self.can_stand(link.target, day)]

    def amending(self, instrument: Instrument, day: date) -> list[Link]:
        """Who amends it and is in force on the day."""
        links = self._chain.to_instrument(instrument, {RelationKind.AMENDS})
        return [link for link in links if self.applies(link.source, day)]

    def ended_by(self, instrument: Instrument) -> list[Act]:
        """The acts that end the whole instrument, undisputed ones first, then by day."""
        acts = [act for act in self._register.standing_of(instrument).of_kinds(ENDING) if act.is_whole]
        return sorted(acts, key=lambda act: (act.relation.is_disputed, effective_day(act) or date.max))

    def predecessors(self, instrument: Instrument) -> list[Instrument]:
        """The instruments of the same kind that it ends as a whole."""
        links = self._chain.from_instrument(instrument, ENDING)
        whole = (link for link in links if not link.relation.is_partial and not link.relation.places)
        return _distinct(link.target for link in whole if kind(link.target) == kind(instrument))

    def related(self, instrument: Instrument) -> list[Instrument]:
        """What it replaces, continues or amends and what does so to it, of the same kind."""
        kinds = ENDING | {RelationKind.CONTINUES, RelationKind.AMENDS}
        both = [link.target for link in self._chain.from_instrument(instrument, kinds) if not link.relation.is_disputed]
        both += [link.source for link in self._chain.to_instrument(instrument, kinds) if not link.relation.is_disputed]
        return _distinct(other for other in both if kind(other) == kind(instrument))

    def begins(self, instrument: Instrument) -> date | None:
        """Its first day in force, when the sources agree on one."""
        return first_day(self._register.standing_of(instrument))

    def _above(self, instrument: Instrument, day: date) -> Link | None:
        links = self._chain.from_instrument(instrument, CARRYING_OUT)
        above = [
            one for one in links if legal_rank(one.target) < legal_rank(instrument) and self.can_stand(one.target, day)
        ]
        return min(
            above,
            key=lambda link: (
                _NEAREST.index(link.relation.kind),
                not names(instrument, link.target),
                -legal_rank(link.target),
                link.target.document is None,
                -link.relation.start,
            ),
            default=None,
        )


def kind(instrument: Instrument) -> str:
    """The kind as told, else as the number says it."""
    return instrument.kind or (kind_of(instrument.number.symbol) if instrument.number else "")


def law_name(law: Instrument) -> str:
    """The words of a law's title without its kind, folded: "thi dua khen thuong"."""
    return issuer_key(law.title).removeprefix(f"{fold(law.kind)} ")


def names(instrument: Instrument, other: Instrument) -> bool:
    """Whether the title of the one names the other, by its number or its title."""
    title = f" {issuer_key(instrument.title)} "
    is_numbered = other.number is not None and fold(str(other.number)) in fold(instrument.title)
    return is_numbered or (bool(other.title) and f" {issuer_key(other.title)} " in title)


def is_for_a_branch(instrument: Instrument) -> bool:
    """Whether its title limits it to one branch or organ."""
    return _OF_A_BRANCH.search(fold(instrument.title)) is not None


def _distinct(instruments: Iterable[Instrument]) -> list[Instrument]:
    return list({one.identity: one for one in instruments}.values())

"""What a later document has made of a deadline: the day that it sets instead for the same duty."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.deadline_matching import MatchedDeadline
from bot.open_document import Shelf
from bot.terms import Terms
from bot.verification import numbers_in
from corpus.chain import Chain
from corpus.deadline import last_allowed_day
from corpus.deadline_rule import Recurring, Rule
from corpus.held_deadline import HeldDeadline
from corpus.library import Library
from corpus.model import Document, DocumentId, RelationKind
from corpus.register import Register, instrument_of

# By these a document sets another day for what an earlier one ordered.
CHANGING = (RelationKind.AMENDS, RelationKind.EXTENDS, RelationKind.REPLACES)
# How much of the older task both must say, to be one and the same duty.
SAME_DUTY = 0.6


@dataclass(frozen=True, slots=True)
class Changes:
    """Over one library, for one day."""

    library: Library
    register: Register
    chain: Chain
    shelf: Shelf
    day: date

    def of(self, matches: Sequence[MatchedDeadline]) -> dict[int, MatchedDeadline]:
        """By place in `matches`, the deadline for the same duty that the latest document in force sets instead."""
        later: dict[DocumentId, list[HeldDeadline]] = {}
        found: dict[int, MatchedDeadline] = {}
        for place, match in enumerate(matches):
            document = match.held.document
            if document.id not in later:
                ids = [one.id for one in self._changing(document)]
                later[document.id] = self.library.held_deadlines(document_ids=ids) if ids else []
            instead = [one for one in later[document.id] if _is_instead(match.held, one)]
            latest = max(instead, key=lambda one: one.document.issued_on or date.min, default=None)
            if latest:
                found[place] = replace(match, held=latest)
        return found

    def _changing(self, document: Document) -> list[Document]:
        links = self.chain.to_instrument(instrument_of(document), CHANGING)
        found = {link.source.document.id: link.source.document for link in links if link.source.document}
        return [
            one
            for one in found.values()
            if one.id != document.id
            and (one.issued_on or date.max) >= (document.issued_on or date.min)
            and self._counts(one)
        ]

    def _counts(self, document: Document) -> bool:
        """Whether it has been issued and has not ended, as far as documents tell."""
        validity = self.register.validity(document.id, self.day)
        return not validity.is_expired and (document.issued_on or date.min) <= self.day


def _is_instead(old: HeldDeadline, new: HeldDeadline) -> bool:
    """Whether the later one sets another day for the same duty, which it repeats or whose old day it names."""
    if not _sets_a_day(new.deadline.rule) or new.deadline.rule == old.deadline.rule:
        return False
    shared = _shared(old, new)
    return shared >= SAME_DUTY or (shared > 0 and bool(_days(old) & _days(new)))


def _sets_a_day(rule: Rule) -> bool:
    return last_allowed_day(rule) is not None or (isinstance(rule, Recurring) and rule.closes is not None)


def _days(held: HeldDeadline) -> set[str]:
    """The days that the quote writes, as numbers are compared."""
    return {one for one in numbers_in([held.deadline.quote]) if one.count("/") == 2}


def _shared(old: HeldDeadline, new: HeldDeadline) -> float:
    """The share of the older task's pairs of syllables that the newer one says too."""
    first, second = _pairs(old.deadline.task), _pairs(f"{new.deadline.task} {new.deadline.quote}")
    return len(first & second) / len(first) if first else 0.0


def _pairs(text: str) -> set[str]:
    return {term for term in Terms.of(text).found if "_" in term and not any(map(str.isdigit, term.split("_")))}

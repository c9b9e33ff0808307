"""Documents that the library knows only from what others say of them: every fact with who says it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.folding import fold
from corpus.identifier import DocumentNumber
from corpus.issuer_name import is_same_issuer
from corpus.model import Document, Relation
from corpus.namesakes import is_unique


@dataclass(frozen=True, slots=True)
class Mention:
    """A document that is held and the reference in it to another document."""

    document: Document
    relation: Relation


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """One document that is not held, and every mention of it; a fact may be told in several ways."""

    number: DocumentNumber
    mentions: tuple[Mention, ...]

    @property
    def kind(self) -> str:
        """Its kind as first told, "" when no mention tells."""
        return next((m.relation.target_kind for m in self.mentions if m.relation.target_kind), "")

    @property
    def title(self) -> str:
        """The longest title told, "" when no mention tells."""
        return max((m.relation.target_title for m in self.mentions), key=len, default="")

    @property
    def issuer(self) -> str:
        """Its issuer as first told, "" when no mention tells."""
        return next((m.relation.target_issuer for m in self.mentions if m.relation.target_issuer), "")

    @property
    def issued_on(self) -> date | None:
        """Its date when the mentions agree on one; None when none tells or they contradict one another."""
        days = self.dates
        return next(iter(days)) if len(days) == 1 else None

    @property
    def dates(self) -> dict[date, Mention]:
        """Each date told, with the first who tells it; more than one is a contradiction."""
        told: dict[date, Mention] = {}
        for mention in self.mentions:
            if mention.relation.target_issued_on is not None:
                told.setdefault(mention.relation.target_issued_on, mention)
        return told


def known_documents(mentions: Sequence[tuple[Document, Relation]]) -> tuple[KnownDocument, ...]:
    """The documents that mentions of one number speak of, in the order of their first mention.

    Numbers without a year begin anew every year: another date or issuer is another document, unless both bear the
    same title or one is passed on as another's word; then the sources contradict one another. A mention that tells
    neither date nor issuer belongs to the only document there is, else to none of them.
    """
    groups: list[list[Mention]] = []
    silent: list[Mention] = []
    for document, relation in mentions:
        mention = Mention(document, relation)
        fitting = [group for group in groups if all(is_same_document(one.relation, relation) for one in group)]
        if not (relation.target_issued_on or relation.target_issuer):
            silent.append(mention)
        elif fitting:
            fitting[0].append(mention)
        else:
            groups.append([mention])
    if len(groups) == 1:
        groups[0] += silent
    elif silent:
        groups.append(silent)
    return tuple(KnownDocument(group[0].relation.target, tuple(group)) for group in groups)


def is_same_document(one: Relation, other: Relation) -> bool:
    """Whether two mentions of one number can mean one document."""
    if is_unique(one.target):
        return True
    if one.target_issuer and other.target_issuer and not is_same_issuer(one.target_issuer, other.target_issuer):
        return False
    days_differ = bool(
        one.target_issued_on and other.target_issued_on and one.target_issued_on != other.target_issued_on
    )
    if not days_differ or one.target.year is not None or one.is_disputed or other.is_disputed:
        return True
    return bool(one.target_title) and fold(one.target_title) == fold(other.target_title)

"""Which documents a question names: held, only mentioned by others, several of the same number, or unknown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.question import Question
from corpus.abbreviations import spell_out
from corpus.citation import Reference, resolve
from corpus.known import Mention
from corpus.lexical_index import single_terms
from corpus.library import Library
from corpus.model import Document, DocumentId, Relation, RelationKind


@dataclass(frozen=True, slots=True)
class Named:
    """One document that a question names, and what the library knows of it."""

    reference: Reference
    held: tuple[Document, ...]  # one, or several when number and words do not tell them apart
    mentions: tuple[Mention, ...]  # who refers to it

    @property
    def namesake(self) -> Mention | None:
        """A mention of another document of this number, by its date, when the question does not tell them apart."""
        if len(self.held) != 1 or self.reference.issuer or self.reference.issued_on or self.reference.year:
            return None
        held_on = self.held[0].issued_on
        return next(
            (m for m in self.mentions if m.relation.target_issued_on and m.relation.target_issued_on != held_on), None
        )

    @property
    def is_carried_out(self) -> bool:
        """A held document says that it carries this one out."""
        return any(mention.relation.kind is RelationKind.IMPLEMENTS for mention in self.mentions)


# Words that many issuers share; the others tell the place or the body.
_GENERIC = frozenset(single_terms("Ủy ban nhân dân Hội đồng tỉnh thành phố quận huyện xã phường thị trấn"))


def named_documents(
    question: Question, library: Library, applies: Callable[[Document], bool] = lambda _: False
) -> tuple[Named, ...]:
    """What the library knows of each document that the question names by number or title, in order.

    Of several instruments that bear the title named, those that apply at the time asked for are meant.
    """
    named = [_by_number(reference, question, library) for reference in question.documents]
    if not named:
        named = [found for reference in question.titled if (found := _by_title(reference, library, applies)).held]
    return tuple(named)


def nearest_held(named: Named, library: Library, limit: int = 3) -> list[Document]:
    """Held documents of the same serial, nearest kind first; what a person may have meant."""
    serial = _serial(named.reference)
    candidates = library.by_serial(serial) if serial is not None else []
    same_kind = [document for document in candidates if document.kind == named.reference.kind]
    return (same_kind + [document for document in candidates if document not in same_kind])[:limit]


def ids_of(documents: Sequence[Document]) -> frozenset[DocumentId]:
    """Their identities."""
    return frozenset(document.id for document in documents)


def _by_number(reference: Reference, question: Question, library: Library) -> Named:
    serial = _serial(reference)
    candidates = library.by_number(reference.number) if reference.number else library.by_serial(serial or 0)
    held = resolve(reference, candidates).documents
    if len(held) != 1:
        held = _issued_where(question, candidates) or held
    mentions = library.mentions(reference.number.key) if reference.number else library.mentions_by_serial(serial or 0)
    return Named(reference, held, tuple(Mention(*pair) for pair in mentions if _agrees(reference, pair[1])))


def _issued_where(question: Question, candidates: Sequence[Document]) -> tuple[Document, ...]:
    """The candidates whose issuer's own words, such as the place, all stand in the question."""
    asked = set(single_terms(spell_out(question.reading.text)))
    telling = [(document, set(single_terms(document.issuer)) - _GENERIC) for document in candidates]
    return tuple(document for document, words in telling if words and words <= asked)


def _by_title(reference: Reference, library: Library, applies: Callable[[Document], bool]) -> Named:
    held = resolve(reference, library.by_kind(reference.kind)).documents
    if len(held) > 1:
        held = tuple(document for document in held if applies(document)) or held
    return Named(reference, held, ())


def _serial(reference: Reference) -> int | None:
    if reference.number:
        return reference.number.serial
    return reference.short.serial if reference.short else None


def _agrees(reference: Reference, relation: Relation) -> bool:
    """Kind and year, where the question gives them, are those of the mention."""
    short = reference.short
    if short is None:
        return True
    year = relation.target.year or (relation.target_issued_on.year if relation.target_issued_on else None)
    return (not short.kind or short.kind == relation.target_kind) and (short.year is None or short.year == year)

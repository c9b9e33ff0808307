"""Which documents a question names: held, only mentioned by others, several of the same number, or unknown."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.deadline_naming import without_units_as_issuers
from bot.named_place import of_the_place, place_beside
from bot.question import Question
from corpus.abbreviations import spell_out
from corpus.citation import Reference, resolve
from corpus.issuer_name import issuer_key
from corpus.known import Mention
from corpus.lexical_index import single_terms
from corpus.library import Library
from corpus.model import Document, DocumentId, Relation, RelationKind
from corpus.near_numbers import other_years
from corpus.normalise import fold

# "nghị định 73 2024", "nghị định 73 ban hành năm 2024": the year right behind a number that has none.
_OWN_YEAR = re.compile(
    r"\s*,?\s*\(?(?:(?:ra doi|ra|ban hanh|ky|cua)\s+)?(?:(?:tu|vao|hoi)\s+)?(?:nam\s+)?"
    r"(?P<year>(?:19|20)\d\d)(?![\w/.,-])"
)

_PROGRAMMES = frozenset({"Đề án", "Chương trình"})

# A law is cited by thousands; what an answer can tell of a document that is not held, these tell.
MOST_MENTIONS = 40


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
        dated = (m for m in self.mentions if m.relation.target_issued_on and not m.relation.is_disputed)
        return next((m for m in dated if m.relation.target_issued_on != held_on), None)

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
        found = [_by_title(reference, library, applies) for reference in question.titled]
        named = [one for one in found if one.held or of_another_year(one.reference, library)]
    return without_units_as_issuers(named, question, library) if question.names_a_duty else tuple(named)


def nearest_held(named: Named, library: Library, limit: int = 3) -> list[Document]:
    """Held documents of the same serial, nearest kind first; what a person may have meant."""
    serial = _serial(named.reference)
    if serial is None:
        return of_another_year(named.reference, library)[:limit]
    candidates = library.by_serial(serial)
    same_kind = [document for document in candidates if document.kind == named.reference.kind]
    return (same_kind + [document for document in candidates if document not in same_kind])[:limit]


def of_another_year(reference: Reference, library: Library) -> list[Document]:
    """Held documents that the reference fits but for its year: what a wrong year may mean."""
    if reference.number is not None:
        found = other_years(reference.number, library)
        return found if reference.number.year is not None else []
    if reference.short is None and reference.title and reference.year is not None:
        return list(resolve(replace(reference, year=None), library.by_kind(reference.kind)).documents)
    if reference.short is None or reference.short.year is None:
        return []
    short = replace(reference.short, year=None)
    found = list(resolve(replace(reference, short=short, year=None), library.by_serial(short.serial)).documents)
    if reference.title:
        titled = resolve(replace(reference, short=None, year=None), library.by_kind(reference.kind)).documents
        found = [document for document in found if document in titled]
    return found


def with_years_settled(question: Question, library: Library) -> Question:
    """The question, each year beside a document's name given to what the library shows it belongs to.

    "Luật … năm 2020" names the law and a time when no held law of that title is of 2020 and one is older;
    "nghị định 73 2024" names the document of 2024 when one of that kind and number is held.
    """
    text = question.reading.text
    settled = tuple(_with_year_settled(one, text, library) for one in question.references)
    return _without_programmes(replace(question, references=settled), library)


def _without_programmes(question: Question, library: Library) -> Question:
    """The question on a duty; a programme that is not held, but that held texts speak of, is what it is about.

    "Ai báo cáo lên phần mềm Đề án 9 trước ngày 20" asks for a duty; which plan lays it down must be searched for.
    """
    if not question.names_a_duty:
        return question
    programmes = {one: single_terms(one.written) for one in question.references if is_programme(one)}
    spoken_of = library.lexical.document_frequencies(_name(terms) for terms in programmes.values())
    about = {
        one: terms
        for one, terms in programmes.items()
        if spoken_of.get(_name(terms)) and not _by_number(one, question, library).held
    }
    if not about:
        return question
    terms = [*about.values()]
    return replace(
        question,
        references=tuple(one for one in question.references if one not in about),
        content=(*question.content, *(term for one in terms for term in one)),
        pairs=(*question.pairs, *(f"{left}_{right}" for one in terms for left, right in pairwise(one))),
        names=question.names | {_name(one) for one in terms},  # what says nothing of it is no answer
    )


def _name(terms: Sequence[str]) -> str:
    """What tells one programme from others, as the index has it: "án_6"."""
    return "_".join(terms[-2:])


def is_programme(reference: Reference) -> bool:
    """Whether it is called by a number as programmes are, "Đề án 06", and not as a document."""
    is_short = reference.short is not None and reference.year is None and reference.locator is None
    return is_short and not reference.issuer and reference.kind in _PROGRAMMES


def _with_year_settled(reference: Reference, text: str, library: Library) -> Reference:
    if reference.short and not (reference.year or reference.issued_on):
        behind = _OWN_YEAR.match(fold(text), reference.end)
        year = int(behind["year"]) if behind else None
        own = replace(reference, year=year, short=replace(reference.short, year=year))
        is_held = behind is not None and resolve(own, library.by_serial(reference.short.serial)).documents
        if behind is None or not is_held:
            return reference
        return replace(own, end=behind.end(), written=text[reference.start : behind.end()])
    if reference.number or reference.short or not reference.title or reference.year is None:
        return reference
    candidates = library.by_kind(reference.kind)
    timeless = replace(reference, year=None)
    issued = [one.issued_on for one in resolve(timeless, candidates).documents if one.issued_on]
    if resolve(reference, candidates).documents or not any(day.year < reference.year for day in issued):
        return reference
    written = fold(reference.written)
    year_at = [match.start() for match in re.finditer(rf"\s*,?\s*(?:nam\s+)?{reference.year}(?!\d)", written)]
    end = reference.start + year_at[-1] if year_at else reference.end
    return replace(timeless, end=end, written=text[reference.start : end])


def ids_of(documents: Sequence[Document]) -> frozenset[DocumentId]:
    """Their identities."""
    return frozenset(document.id for document in documents)


def _by_number(reference: Reference, question: Question, library: Library) -> Named:
    serial = _serial(reference)
    candidates = library.by_number(reference.number) if reference.number else library.by_serial(serial or 0)
    held = resolve(reference, candidates).documents
    if len(held) != 1:
        held = _issued_where(question, candidates) or held
    place = place_beside(reference, question.documents, question.reading.text)
    if held and place and not reference.issuer:
        held = of_the_place(held, place)
        reference = reference if held else replace(reference, issuer=place)
    mentions = (
        library.few_mentions(reference.number.key, MOST_MENTIONS)
        if reference.number
        else library.few_mentions_by_serial(serial or 0, MOST_MENTIONS)
    )
    return Named(reference, held, tuple(Mention(*pair) for pair in mentions if _agrees(reference, *pair)))


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


def _telling(issuer: str) -> set[str]:
    """The words of an issuer that tell it from others: none of "UBND quận", as the news of a district writes."""
    return set(issuer_key(issuer).split()) - set(map(fold, _GENERIC))


def _agrees(reference: Reference, document: Document, relation: Relation) -> bool:
    """Kind, year, day and issuer, where the question gives them and the mention does too, are those of the mention.

    An issuer that the mention gives no place to is of the place that the mentioning document is about.
    """
    day, short, asked = reference.issued_on, reference.short, _telling(reference.issuer)
    if day and relation.target_issued_on and day != relation.target_issued_on:
        return False
    about = set(issuer_key(f"{document.title} {document.issuer}").split())
    told = _telling(relation.target_issuer) or (about if relation.target_issuer else set())
    if asked and told and not asked & told:
        return False
    if short is None:
        return True
    year = relation.target.year or (relation.target_issued_on.year if relation.target_issued_on else None)
    return (not short.kind or short.kind == relation.target_kind) and (short.year is None or short.year == year)

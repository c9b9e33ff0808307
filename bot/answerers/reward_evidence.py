"""What an answer about a reward rests on: the rates that fit, the base salary of the day, the rule of rounding."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.answer import Citation
from bot.open_document import OpenDocument, Shelf
from bot.question import Question
from corpus.citation import Reference
from corpus.library import Library
from corpus.model import BaseSalary, Document, DocumentId, Provision, Recipient, Relation, RelationKind, RewardRate
from corpus.register import Register
from corpus.resolving import resolve
from corpus.reward_title import rates_for
from corpus.validity import ValidityStatus

_ROUNDING = re.compile(r"làm\s+tròn[^.;\n]*?hàng\s+chục\s+(?:nghìn|ngàn)[^.;\n]*", re.IGNORECASE)
# "gấp hai lần mức của cá nhân", "bằng 1,5 lần mức tiền thưởng …"; not "bằng 1,5 lần mức lương cơ sở".
_MULTIPLE = re.compile(r"\b(?:gấp|bằng)\s+\S+\s+lần\b(?!\s+(?:mức\s+)?lương)", re.IGNORECASE)
_ORDER = (None, *Recipient)
_ENDS_ANOTHER = frozenset({RelationKind.REPLACES, RelationKind.ENDS})


@dataclass(frozen=True, slots=True)
class Rate:
    """A reward rate in its document; `held` are all the rates of that document."""

    rate: RewardRate
    opened: OpenDocument
    held: tuple[RewardRate, ...]

    @property
    def provision(self) -> Provision:
        """The provision that states it."""
        return self.opened.provisions[self.rate.provision]


@dataclass(frozen=True, slots=True)
class Salary:
    """A base salary with the place that sets it."""

    stated: BaseSalary
    citation: Citation


def fitting_rates(question: Question, library: Library, shelf: Shelf) -> list[Rate]:
    """The held rates of the titles that the question names; of the documents that it names, when it names any.

    A document that sets the base salary is named for the salary, and restricts no rates.
    """
    named = [one for one in question.documents if not _names_any(one, salary_documents(library, shelf))]
    by_document: dict[DocumentId, list[RewardRate]] = {}
    for document_id, rate in library.reward_rates():
        by_document.setdefault(document_id, []).append(rate)
    found = []
    for document_id, held in by_document.items():
        fitting = rates_for(question.reading.text, held)
        opened = shelf.take(document_id) if fitting else None
        if opened is None or (named and not any(_names_any(one, [opened]) for one in named)):
            continue
        titles = [*dict.fromkeys(rate.title for rate in fitting)]
        fitting.sort(key=lambda rate: (titles.index(rate.title), _ORDER.index(rate.recipient)))
        found += [Rate(rate, opened, tuple(held)) for rate in fitting]
    return found


def named_documents(question: Question, library: Library, shelf: Shelf) -> list[OpenDocument]:
    """The held documents that the question names by number, each name that means one alone."""
    found = []
    for reference in question.documents:
        serial = reference.short.serial if reference.short else 0
        heads = library.by_number(reference.number) if reference.number else library.by_serial(serial)
        meant = resolve(reference, heads).documents
        opened = shelf.take(meant[0].id) if len(meant) == 1 else None
        found += [opened] if opened else []
    return found


def salary_documents(library: Library, shelf: Shelf) -> list[OpenDocument]:
    """The held documents that set a base salary."""
    holders = dict.fromkeys(document_id for document_id, _ in library.base_salaries())
    return [opened for document_id in holders if (opened := shelf.take(document_id))]


def _names_any(reference: Reference, opened: Sequence[OpenDocument]) -> bool:
    return bool(resolve(reference, [one.document for one in opened]).documents)


def person_rate(one: Rate) -> RewardRate | None:
    """The rate for persons that this one is a multiple of; None when its own statement gives the coefficient."""
    if one.rate.recipient in {None, Recipient.PERSON} or not _MULTIPLE.search(one.rate.quote):
        return None
    return next(
        (held for held in one.held if held.title == one.rate.title and held.recipient is Recipient.PERSON), None
    )


def salaries_on(day: date, library: Library, register: Register, shelf: Shelf) -> list[Salary]:
    """The base salaries set for the day by documents that apply then: the latest; several when they contradict."""
    begun: list[tuple[date, Salary]] = []
    for document_id, stated in library.base_salaries():
        validity = register.validity(document_id, day)
        if not validity.applies or (stated.since is not None and stated.since > day):
            continue
        opened = shelf.take(document_id)
        if opened is not None:
            citation = opened.cite(opened.provisions[stated.provision], stated.start, stated.end)
            begun.append((stated.since or validity.since or date.min, Salary(stated, citation)))
    latest = max((since for since, _ in begun), default=None)
    by_amount = {salary.stated.amount: salary for since, salary in reversed(begun) if since == latest}
    return list(by_amount.values())


def rounding_rule(opened: OpenDocument) -> Citation | None:
    """Where the document says that amounts are rounded up to tens of thousands; None when it does not."""
    match = _ROUNDING.search(opened.document.text)
    if match is None:
        return None
    provision = next(one for one in opened.provisions if one.start <= match.start() < one.end)
    return opened.cite(provision, provision.start, provision.end)


def in_force_before(
    documents: Sequence[Document], day: date, library: Library, register: Register
) -> dict[str, tuple[DocumentId, Relation]]:
    """The instruments that applied on the day in place of these, by name, each with the relation that names it.

    Followed back through what the documents say that they replace, while those were not yet in force either.
    """
    found: dict[str, tuple[DocumentId, Relation]] = {}
    waiting, seen = [*documents], {document.id for document in documents}
    while waiting:
        document = waiting.pop(0)
        if register.validity(document.id, day).status is not ValidityStatus.NOT_YET:
            continue
        for relation in library.relations(document.id):
            if relation.kind not in _ENDS_ANOTHER or relation.is_partial or relation.subject is not None:
                continue
            target = register.target(document, relation)
            if register.validity_of(target, day).applies:
                kind = target.kind or relation.target_kind or "Văn bản"
                found.setdefault(f"{kind} {relation.target}", (document.id, relation))
            elif target.document is not None and target.document.id not in seen:
                seen.add(target.document.id)
                waiting.append(target.document)
    return found

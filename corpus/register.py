"""Tells from the library what is in force: the standing of an instrument and its validity on a day."""

import threading
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from corpus.identifier import DocumentNumber, Locator, kind_of
from corpus.known import KnownDocument, known_documents
from corpus.library import Library
from corpus.model import Document, DocumentId, EffectKind, Relation
from corpus.namesakes import Telling, can_change, can_mean
from corpus.standing import CHANGING, Act, Dated, Instrument, Standing, first_day
from corpus.validity import Validity, validity_on

Key = TypeVar("Key")
Kept = TypeVar("Kept")


class Register:
    """Reads the library as it is at each call; safe to use from several threads."""

    # A standing takes a few kilobytes, a validity some hundred bytes; a question asks for some dozens.
    CAPACITY = 20_000

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lock = threading.Lock()
        self._revision = library.revision()
        self._standings: dict[DocumentId, Standing] = {}
        self._instruments: dict[str, list[Instrument]] = {}
        self._heads: dict[str, list[Document]] = {}
        self._validities: dict[tuple[DocumentId, date, Locator | None], Validity] = {}

    def validity(self, document_id: DocumentId, day: date, locator: Locator | None = None) -> Validity:
        """The status on `day` of a held document, or of the provision of it at `locator`."""
        asked = document_id, day, locator
        with self._lock:
            revision = self._forget_when_changed()
            found = self._validities.get(asked)
        if found is None:
            found = validity_on(self.standing(document_id), day, locator)
            self._keep(self._validities, asked, found, revision)
        return found

    def validity_of(self, instrument: Instrument, day: date, locator: Locator | None = None) -> Validity:
        """The status on `day` of an instrument, held or only known."""
        if instrument.document is not None:
            return self.validity(instrument.document.id, day, locator)
        return validity_on(self.standing_of(instrument), day, locator)

    def standing(self, document_id: DocumentId) -> Standing:
        """What is said of the force of a held document; of one that is not held, nothing."""
        with self._lock:
            revision = self._forget_when_changed()
            found = self._standings.get(document_id)
        if found is None:
            head = self._library.head(document_id)
            found = self.standing_of(instrument_of(head)) if head else Standing(_nothing_known())
            self._keep(self._standings, document_id, found, revision)
        return found

    def standing_of(self, instrument: Instrument) -> Standing:
        """What is said of the force of an instrument, held or only known."""
        effects = self._effects(instrument)
        number = instrument.number
        told = self._library.mentions(number.key, CHANGING) if number is not None else []
        means = self._meaning(instrument) if told else None  # most numbers are only cited, some by thousands
        acts = [
            self._act(document, relation)
            for document, relation in told
            if means and means(_of_target(document, relation))
        ]
        return Standing(
            instrument,
            begins=_of_kind(effects, EffectKind.BEGINS),
            ends=_of_kind(effects, EffectKind.ENDS),
            holds=_of_kind(effects, EffectKind.HOLDS),
            acts=tuple(act for act in acts if can_change(act, instrument)),
        )

    def instruments(self, number: DocumentNumber) -> list[Instrument]:
        """Every document of this number: those held, then those only known."""
        with self._lock:
            revision = self._forget_when_changed()
            found = self._instruments.get(number.key)
        if found is None:
            found = self._read_instruments(number)
            self._keep(self._instruments, number.key, found, revision)
        return list(found)

    def known(self, number: DocumentNumber) -> list[KnownDocument]:
        """The documents of this number that others tell of and that are not held, each with every mention."""
        return self._not_held(self._held(number), self._library.mentions(number.key))

    def acting(self, document: Document, relation: Relation) -> Instrument:
        """Who does what the relation tells: the document that says it, or the one it names."""
        if relation.subject is None:
            return instrument_of(document)
        return self._resolved(relation.subject, Telling(relation.subject_issued_on, "", document))

    def target(self, document: Document, relation: Relation) -> Instrument:
        """To whom it is done: the held document that the relation means, else what the relation tells of it."""
        found = self._resolved(relation.target, _of_target(document, relation))
        if found.document is not None:
            return found
        return Instrument(
            relation.target,
            relation.target_kind,
            relation.target_title,
            relation.target_issuer,
            relation.target_issued_on,
            None,
        )

    def resolved(self, number: DocumentNumber, issued_on: date | None, issuer: str) -> Instrument:
        """The one held document that number, date and issuer fit; without one, or with several, what is said."""
        return self._resolved(number, Telling(issued_on, issuer, None))

    def _resolved(self, number: DocumentNumber, telling: Telling) -> Instrument:
        held = self._held(number)
        fitting = [instrument for head in held if can_mean(telling, instrument := instrument_of(head), held)]
        return fitting[0] if len(fitting) == 1 else Instrument(number, "", "", telling.issuer, telling.issued_on, None)

    def _held(self, number: DocumentNumber) -> list[Document]:
        with self._lock:
            revision = self._forget_when_changed()
            found = self._heads.get(number.key)
        if found is None:
            found = self._library.by_number(number)
            self._keep(self._heads, number.key, found, revision)
        return found

    def _forget_when_changed(self) -> int:
        """What is kept is of the library's present revision, which is returned."""
        revision = self._library.revision()
        kept = len(self._standings) + len(self._instruments) + len(self._heads) + len(self._validities)
        if revision != self._revision or kept > self.CAPACITY:
            self._standings.clear()
            self._instruments.clear()
            self._heads.clear()
            self._validities.clear()
            self._revision = revision
        return revision

    def _keep(self, kept: dict[Key, Kept], key: Key, value: Kept, revision: int) -> None:
        with self._lock:
            if revision == self._revision:  # else it was read before a change that another thread has seen
                kept[key] = value

    def _read_instruments(self, number: DocumentNumber) -> list[Instrument]:
        held = self._held(number)
        known = self._not_held(held, self._library.different_mentions(number.key))
        found = [instrument_of(head) for head in held] + [known_instrument(one) for one in known]
        return found or self._told_to_act(number)

    def _told_to_act(self, number: DocumentNumber) -> list[Instrument]:
        """The document of this number that others tell of only as doing something, or as being in force."""
        days = {relation.subject_issued_on for _, relation in self._library.acts_told(number.key)}
        days |= {effect.subject_issued_on for _, effect in self._library.effects_told(number.key)}
        told = {day for day in days if day is not None}
        issued_on = told.pop() if len(told) == 1 else None
        return [Instrument(number, kind_of(number.symbol), "", "", issued_on, None)] if days else []

    def _not_held(self, held: Sequence[Document], told: Sequence[tuple[Document, Relation]]) -> list[KnownDocument]:
        instruments = [instrument_of(head) for head in held]
        mentions = [pair for pair in told if not any(can_mean(_of_target(*pair), one, held) for one in instruments)]
        return list(known_documents([pair for pair in mentions if _of_target(*pair).tells_apart] if held else mentions))

    def _meaning(self, instrument: Instrument) -> Callable[[Telling], bool]:
        """Whether a statement about the instrument's number is about the instrument."""
        number = instrument.number
        if number is None:
            return lambda _: False
        held = self._held(number)
        is_only = instrument.document is not None or number.year is not None or len(self.instruments(number)) < 2
        return lambda telling: (is_only or telling.tells_apart) and can_mean(telling, instrument, held)

    def _act(self, document: Document, relation: Relation) -> Act:
        acting = self.acting(document, relation)
        since = relation.since or first_day(self._effects_only(acting))
        return Act(relation, document, acting, since)

    def _effects_only(self, instrument: Instrument) -> Standing:
        return Standing(instrument, begins=_of_kind(self._effects(instrument), EffectKind.BEGINS))

    def _effects(self, instrument: Instrument) -> list[Dated]:
        document, number = instrument.document, instrument.number
        own = self._library.effects(document.id) if document else []
        found = [Dated(effect, document, is_own=True) for effect in own if effect.subject is None and document]
        told = self._library.effects_told(number.key) if number else []
        means = self._meaning(instrument) if told else None
        return found + [
            Dated(effect, said_by, is_own=False)
            for said_by, effect in told
            if means and means(Telling(effect.subject_issued_on, "", said_by, effect.is_disputed))
        ]


def instrument_of(head: Document) -> Instrument:
    """A held document as an instrument."""
    return Instrument(head.number, head.kind, head.title, head.issuer, head.issued_on, head)


def known_instrument(known: KnownDocument) -> Instrument:
    """A known document as an instrument, with the facts that its mentions agree on."""
    return Instrument(known.number, known.kind, known.title, known.issuer, known.issued_on, None)


def _of_kind(effects: Sequence[Dated], kind: EffectKind) -> tuple[Dated, ...]:
    return tuple(one for one in effects if one.effect.kind is kind)


def _of_target(document: Document, relation: Relation) -> Telling:
    return Telling(relation.target_issued_on, relation.target_issuer, document, relation.is_disputed)


def _nothing_known() -> Instrument:
    return Instrument(None, "", "", "", None, None)

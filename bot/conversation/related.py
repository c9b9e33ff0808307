"""Which documents stand beside those talked about: what replaced, amended or guides them, and what was spoken of."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from bot.conversation.beside_cues import Beside
from bot.conversation.document_names import DocumentNames
from bot.conversation.memory import Meant, Memory
from bot.validity_messages import instrument_name
from corpus.chain import Chain
from corpus.hierarchy import Hierarchy
from corpus.library import Library
from corpus.model import RelationKind
from corpus.register import Register, instrument_of
from corpus.standing import Instrument

_AMENDS = frozenset({RelationKind.AMENDS})


class Related:
    """Over the relations of one library."""

    def __init__(self, library: Library, names: DocumentNames) -> None:
        self._library = library
        self._names = names
        register = Register(library)
        self._chain = Chain(library, register)
        self._hierarchy = Hierarchy(register, self._chain)

    def meant(self, which: Beside, memory: Memory, kind: str, day: date) -> tuple[Meant, ...]:
        """The documents of the kind ("" for any) that can be meant; several when it is not certain which."""
        match which:
            case Beside.OTHER:
                return _of_kind(kind, memory.earlier)
            case Beside.OLD:
                return self._old(memory, kind, day)
            case Beside.NEW:
                return self._new(memory, kind)
        told = _of_kind(kind, (one for one in memory.documents if self._stands_so(which, one, memory, day)))
        if told:
            return told  # "văn bản thay thế đó", told just now
        reached = (_of_kind(kind, self._to_each(which, one, day)) for one in (memory.documents, memory.earlier))
        return next(filter(None, reached), ())

    def _stands_so(self, which: Beside, one: Meant, memory: Memory, day: date) -> bool:
        """Whether it stands so to another document that was spoken of before it."""
        others = (*memory.earlier, *(other for other in memory.documents if other != one))
        return any(one == found for found in self._to_each(which, others, day))

    def _to_each(self, which: Beside, documents: Sequence[Meant], day: date) -> tuple[Meant, ...]:
        return _distinct(found for one in documents for found in self._to(which, one, day))

    def _to(self, which: Beside, document: Meant, day: date) -> list[Meant]:
        instrument = self._instrument(document)
        if instrument is None:
            return []
        match which:
            case Beside.REPLACED:
                found = self._predecessors(instrument)
            case Beside.REPLACING:
                found = self._successors(instrument)
            case Beside.AMENDED:
                found = [link.target for link in self._chain.from_instrument(instrument, _AMENDS)]
            case Beside.AMENDING:
                found = [link.source for link in self._chain.to_instrument(instrument, _AMENDS)]
            case _:
                found = [link.source for link in self._hierarchy.guiding(instrument)]
                found = [one for one in found if self._hierarchy.applies(one, day)] or found
        return [self._named(one) for one in found]

    def _old(self, memory: Memory, kind: str, day: date) -> tuple[Meant, ...]:
        """Of those spoken of, what another of them ended; else what the one talked about replaced."""
        spoken_of = _of_kind(kind, (*memory.documents, *memory.earlier))
        ended = [one for one in spoken_of if self._ended_by_one_of(one, spoken_of)]
        if ended:
            return _distinct(ended)
        of_kind = _of_kind(kind, memory.documents)
        before = _of_kind(kind, self._each(self._predecessors, of_kind or memory.documents))
        past = [one for one in of_kind if (held := self._instrument(one)) and not self._hierarchy.applies(held, day)]
        return _distinct([*before, *past])

    def _new(self, memory: Memory, kind: str) -> tuple[Meant, ...]:
        """Of those spoken of, what ended another of them; else what replaced the one talked about, else that one."""
        spoken_of = _of_kind(kind, (*memory.documents, *memory.earlier))
        after = _distinct(
            found for one in spoken_of for found in self._each(self._successors, [one]) if found in spoken_of
        )
        if after:
            return after
        of_kind = _of_kind(kind, memory.documents)
        return _of_kind(kind, self._each(self._successors, of_kind or memory.documents)) or of_kind

    def _ended_by_one_of(self, one: Meant, others: Sequence[Meant]) -> bool:
        return any(found in others for found in self._each(self._successors, [one]))

    def _each(self, walk: Callable[[Instrument], list[Instrument]], documents: Iterable[Meant]) -> tuple[Meant, ...]:
        held = (self._instrument(one) for one in documents)
        return _distinct(self._named(found) for one in held if one for found in walk(one))

    def _successors(self, instrument: Instrument) -> list[Instrument]:
        """What ended it as a whole, of its own kind where there is any."""
        acting = [act.acting for act in self._hierarchy.ended_by(instrument)]
        return [one for one in acting if one.kind == instrument.kind] or acting

    def _predecessors(self, instrument: Instrument) -> list[Instrument]:
        """What it replaced, of its own kind where there is any, without what only amended another of them."""
        found = self._hierarchy.predecessors(instrument)
        known = {one.identity for one in found}
        amending = {
            one.identity
            for one in found
            if known & {link.target.identity for link in self._chain.from_instrument(one, _AMENDS)}
        }
        whole = [one for one in found if one.identity not in amending]
        return [one for one in whole if one.kind == instrument.kind] or whole

    def _instrument(self, document: Meant) -> Instrument | None:
        head = self._library.head(document.id) if document.id else None
        return instrument_of(head) if head else None

    def _named(self, instrument: Instrument) -> Meant:
        if instrument.document is not None:
            return self._names.meant(instrument.document)
        return Meant(None, instrument_name(instrument), instrument.issuer)


def _of_kind(kind: str, documents: Iterable[Meant]) -> tuple[Meant, ...]:
    return tuple(one for one in documents if one.name.lower().startswith(kind.lower()))


def _distinct(meant: Iterable[Meant]) -> tuple[Meant, ...]:
    return tuple({one.id or one.name: one for one in meant}.values())

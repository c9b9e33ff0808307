"""What may answer at the time asked for, and what must be said beside it: no ended rule is served as current."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bot import validity_messages
from bot.asked_time import AskedTime
from bot.messages import designation
from bot.reply import Reply
from bot.verification import numbers_in
from corpus.identifier import Locator
from corpus.model import Document, DocumentId, Passage
from corpus.register import Register, instrument_of
from corpus.validity import Validity, ValidityStatus

_TELLS_AN_END = re.compile(r"hết hiệu lực|không còn (?:hiệu lực|áp dụng)|(?:được|bị) thay|bị bãi bỏ", re.IGNORECASE)


class Applicability:
    """The time of one question, with what the library tells of force."""

    def __init__(self, register: Register, time: AskedTime, as_of: date) -> None:
        self._register = register
        self._time = time
        self.as_of = as_of
        # The same places are found several times; None stands for every place of a document whose places are alike.
        self._objections: dict[tuple[DocumentId, Locator | None], str | None] = {}
        self._places_are_alike: dict[DocumentId, bool] = {}

    def objection(self, passage: Passage) -> str | None:
        """Why the passage must not answer: not in force at the time asked for, as far as documents tell."""
        return self.objection_to(passage.document_id, passage.locator)

    def objection_to(self, document_id: DocumentId, locator: Locator) -> str | None:
        """The same of what stands at a place of a document."""
        if document_id not in self._places_are_alike:
            self._places_are_alike[document_id] = self._register.standing(document_id).is_of_whole
        place = document_id, None if self._places_are_alike[document_id] else locator
        if place not in self._objections:
            self._objections[place] = self._objection_to(*place)
        return self._objections[place]

    def _objection_to(self, document_id: DocumentId, locator: Locator | None) -> str | None:
        first = self._register.validity(document_id, self._time.first, locator)
        is_of_old = self._time.is_past and not self._time.is_explicit
        if is_of_old and first.applies and self._is_regulation(document_id):
            return f"in force on {self._time.day}; the question asks what was before"  # "trước đây": whenever
        if first.is_expired and not is_of_old:
            return f"not in force on {self._time.first}: ended on {first.since}"
        is_one_day = self._time.last == self._time.first
        last = first if is_one_day else self._register.validity(document_id, self._time.last, locator)
        if last.status is ValidityStatus.NOT_YET and self._is_bound(document_id):
            return f"not in force on {self._time.last}: begins on {last.until or 'a later day'}"
        return None

    def applies(self, document: Document) -> bool:
        """Whether the document is in force on the day asked for, wholly or in part."""
        return self._register.validity(document.id, self._time.day).applies

    def is_expired(self, document: Document) -> bool:
        """Whether the document is no longer in force on the day asked for."""
        return self._register.validity(document.id, self._time.day).is_expired

    def explained(self, document: Document) -> str:
        """What has become of the document, in a sentence."""
        validity = self._register.validity(document.id, self._time.day)
        return validity_messages.explained(designation(document), validity)

    @property
    def asks_what_was(self) -> bool:
        """The question asks how things were and does not say when."""
        return self._time.is_past and not self._time.is_explicit

    def of_today(self) -> "Applicability":
        """The same for a question that asks how things are."""
        today = AskedTime(self.as_of, self.as_of, self.as_of, is_past=False, is_explicit=False)
        return Applicability(self._register, today, self.as_of)

    def with_ends_told(self, reply: Reply) -> Reply:
        """The reply, followed by what has ended of what it cites, unless it tells of an end itself."""
        return reply if _TELLS_AN_END.search(reply.text) else self._with_ends(reply)

    def with_notes(self, reply: Reply) -> Reply:
        """The reply, followed by what has become of each rule in it that is not in force today or at that time.

        Of a document that has changed in part, without anybody telling which part, a note tells to compare.
        """
        changed = [note for document in _documents(reply) if (note := self._change(document))]
        return self._with_ends(replace(reply, warnings=(*reply.warnings, *dict.fromkeys(changed))))

    def _with_ends(self, reply: Reply) -> Reply:
        notes = list(dict.fromkeys(self._notes(_documents(reply))))
        if not notes:
            return reply
        text = "\n".join([reply.text, *notes])
        return replace(reply, text=text, computed=(*reply.computed, *numbers_in(notes)))

    def with_validity(self, reply: Reply) -> Reply:
        """The reply with the status of each citation on the day asked for."""
        citations = tuple(
            replace(one, validity=self._register.validity(one.document.id, self._time.day, one.locator))
            for one in reply.citations
        )
        return replace(reply, citations=citations)

    def _notes(self, documents: Iterable[Document]) -> Iterable[str]:
        for document in documents:
            validity = self._worst(document)
            if validity is not None:
                yield validity_messages.explained(designation(document), validity)

    def _change(self, document: Document) -> str:
        """That the document has changed in a part that nobody tells; "" when it has not."""
        validity = self._register.validity(document.id, self._time.day)
        untold = [act for act in validity.changes if not act.relation.places]
        return validity_messages.changed_in_part(designation(document), untold[-1]) if untold else ""

    def _worst(self, document: Document) -> Validity | None:
        """The status that must be told: that of the day asked for, else that of today."""
        for day in (self._time.day, self.as_of):
            validity = self._register.validity(document.id, day)
            if validity.status in {ValidityStatus.EXPIRED, ValidityStatus.NOT_YET}:
                return validity
        return None

    def _is_bound(self, document_id: DocumentId) -> bool:
        """A question that names a year may be answered by what was issued later and tells of it, unless it is law."""
        return not self._time.is_explicit or self._is_regulation(document_id)

    def _is_regulation(self, document_id: DocumentId) -> bool:
        document = self._register.standing(document_id).instrument.document
        return document is not None and instrument_of(document).is_regulation


def _documents(reply: Reply) -> list[Document]:
    """The documents that the reply cites, each once."""
    return list({one.document.id: one.document for one in reply.citations}.values())

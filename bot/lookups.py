"""Questions that are answered from facts and relations before any passage is searched for: the visible list."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from bot.answerers.base_salary import answer_base_salary
from bot.answerers.comparison import answer_comparison
from bot.answerers.document_facts import tell_facts
from bot.answerers.evidence import Evidence
from bot.answerers.force_of_each import answer_force_of_each
from bot.answerers.governing import answer_governing, governing_asked
from bot.answerers.history import answer_history, history_asked
from bot.answerers.in_force import answer_in_force
from bot.answerers.joined import joined
from bot.answerers.related import answer_related
from bot.answerers.reward import answer_reward, asks_reward
from bot.applicability import Applicability
from bot.asked_time import AskedTime
from bot.by_document import by_document
from bot.comparison_cues import asks_comparison
from bot.deadline_lookup import DeadlineLookup
from bot.fact_cues import force_questions, names_side_by_side
from bot.force_cues import ForceQuestion, asks_which_applies, force_asked, kind_wanted
from bot.messages import designation
from bot.naming import Named, named_documents
from bot.open_document import OpenDocument, Shelf
from bot.question import Question
from bot.relevance import Focus
from bot.reply import Reply
from bot.validity_messages import instrument_name
from corpus.chain import Chain
from corpus.library import Library
from corpus.model import DocumentId
from corpus.register import Register, instrument_of
from corpus.standing import ENDING, Instrument

EvidenceOf: TypeAlias = Callable[[Collection[DocumentId] | None], Evidence]
"""The evidence in these documents, or in all that may answer at the time asked for."""

_OF_FORCE = frozenset({ForceQuestion.IN_FORCE, ForceQuestion.BEGINS, ForceQuestion.ENDS, ForceQuestion.EXTENDED})


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with all that was found out about it."""

    focus: Focus
    named: tuple[Named, ...]
    time: AskedTime
    as_of: date


@dataclass(frozen=True, slots=True)
class Lookups:
    """What is looked up, over one library."""

    library: Library
    register: Register
    chain: Chain
    shelf: Shelf
    deadlines: DeadlineLookup

    def reply(self, asked: Asked, evidence_of: EvidenceOf) -> Reply | None:
        """The reply of the first that answers the question; None when it asks for none of these."""
        return (
            self._which_applies(asked)
            or self._base_salary(asked)
            or self._comparison(asked, evidence_of)
            or self._facts(asked)
            or self._reward(asked)
            or self._history(asked)
            or self._governing(asked, evidence_of)
            or self._force(asked)
            or self._of_deadlines(asked, evidence_of)
        )

    def _of_deadlines(self, asked: Asked, evidence_of: EvidenceOf) -> Reply | None:
        return self.deadlines.reply(asked.focus, asked.named, self._applicability(asked), evidence_of)

    def _applicability(self, asked: Asked) -> Applicability:
        return Applicability(self.register, asked.time, asked.as_of)

    def _which_applies(self, asked: Asked) -> Reply | None:
        """Several instruments named, and which of them is in force."""
        if len(asked.named) < 2 or not asks_which_applies(asked.focus.question):
            return None
        return answer_force_of_each(asked.named, asked.time, self.register, self.shelf)

    def _base_salary(self, asked: Asked) -> Reply | None:
        if asked.named and force_asked(asked.focus.question):
            return None  # the document is asked about, not the sum that it sets
        return answer_base_salary(
            asked.focus.question, asked.time, asked.as_of, self.library, self.register, self.shelf
        )

    def _comparison(self, asked: Asked, evidence_of: EvidenceOf) -> Reply | None:
        """Two documents named, or one and what it replaced; of two that stand side by side the deadlines of each."""
        held = [named.held[0] for named in asked.named if len(named.held) == 1]
        if not held or not asks_comparison(asked.focus.question):
            return None
        documents = [opened for head in held[:2] if (opened := self.shelf.take(head.id))]
        if len(documents) == 1:
            documents += [before] if (before := self._before(documents[0])) else []
        if len(documents) < 2:
            return None
        older, newer = sorted(documents, key=lambda opened: opened.document.issued_on or date.min)
        is_succession = (before := self._before(newer)) is not None and before.document.id == older.document.id
        if not is_succession and (told := self._of_deadlines(asked, evidence_of)):
            return told
        return answer_comparison(asked.focus.question, older, newer, self.register, asked.as_of)

    def _before(self, opened: OpenDocument) -> OpenDocument | None:
        """The held document that this one replaced, or the one that replaced it."""
        instrument = instrument_of(opened.document)
        replaced = [link.target for link in self.chain.from_instrument(instrument, ENDING)]
        replacing = [link.source for link in self.chain.to_instrument(instrument, ENDING)]
        same_kind = [one for one in (*replaced, *replacing) if one.document and one.kind == opened.document.kind]
        return next((found for one in same_kind if one.document and (found := self.shelf.take(one.document.id))), None)

    def _facts(self, asked: Asked) -> Reply | None:
        """Facts of several documents, or what one states of itself together with its force."""
        question = asked.focus.question
        if each := [self._asked_of(asked, one) for one in by_document(question)]:
            replies = [self._facts(one) or self._force(one) or self._told_of_itself(one) for one in each]
            return joined([*filter(None, replies)]) if all(replies) else None
        wanted = force_questions(question)
        held = asked.named[0].held if asked.named else ()
        if question.provisions or len(held) != 1:
            return None
        if not wanted:
            return self._facts_of_each(asked)
        opened = self.shelf.take(held[0].id)
        facts = tell_facts(question, opened, self.library) if opened else None
        if facts is None and len(wanted) < 2:
            return None
        return joined([*filter(None, [facts, *(self._of_force(asked, one) for one in wanted)])])

    def _asked_of(self, asked: Asked, question: Question) -> Asked:
        """What is asked of one document, at the time of the whole question."""
        named = named_documents(question, self.library)
        return Asked(replace(asked.focus, question=question), named, asked.time, asked.as_of)

    def _told_of_itself(self, asked: Asked) -> Reply | None:
        """What the one document named states of itself."""
        held = asked.named[0].held if asked.named else ()
        opened = self.shelf.take(held[0].id) if len(held) == 1 else None
        return tell_facts(asked.focus.question, opened, self.library) if opened else None

    def _facts_of_each(self, asked: Asked) -> Reply | None:
        """The facts of each document where several are named side by side."""
        question = asked.focus.question
        if len(asked.named) < 2 or not names_side_by_side(question):
            return None
        heads = [named.held[0] for named in asked.named if len(named.held) == 1]
        opened = [found for head in heads if (found := self.shelf.take(head.id))]
        replies = [reply for one in opened if (reply := tell_facts(question, one, self.library))]
        return joined(replies) if len(replies) == len(asked.named) else None

    def _force(self, asked: Asked) -> Reply | None:
        wanted = force_asked(asked.focus.question)
        if wanted is None or not asked.named or wanted not in force_questions(asked.focus.question):
            return None
        return self._of_force(asked, wanted)

    def _of_force(self, asked: Asked, wanted: ForceQuestion) -> Reply | None:
        if wanted in _OF_FORCE and (
            each := answer_force_of_each([asked.named[0]], asked.time, self.register, self.shelf)
        ):
            return each  # several documents bear the number
        instrument = self._instrument(asked.named[0])
        if instrument is None:
            return None
        name = designation(instrument.document) if instrument.document else instrument_name(instrument)
        if wanted in _OF_FORCE:
            return answer_in_force(
                wanted,
                name,
                instrument,
                asked.time,
                self.register,
                self.chain,
                self.shelf,
                asked.as_of,
                library=self.library,
            )
        kind = kind_wanted(asked.focus.question)
        return answer_related(wanted, name, instrument, asked.time, self.register, self.chain, self.shelf, kind)

    def _instrument(self, named: Named) -> Instrument | None:
        """The one instrument that is meant, held or only known."""
        if named.held:
            return instrument_of(named.held[0]) if len(named.held) == 1 else None
        numbers = {mention.relation.target for mention in named.mentions}
        known = [one for number in numbers for one in self.register.instruments(number) if one.document is None]
        return known[0] if len(known) == 1 else None

    def _reward(self, asked: Asked) -> Reply | None:
        if not asks_reward(asked.focus.question):
            return None
        return answer_reward(asked.focus.question, asked.time, self.library, self.register, self.shelf)

    def _history(self, asked: Asked) -> Reply | None:
        wanted = history_asked(asked.focus.question)
        if wanted is None:
            return None
        documents = [head for named in asked.named for head in named.held] if asked.focus.question.documents else []
        return answer_history(
            wanted, asked.focus, documents, asked.time, self.library, self.register, self.chain, self.shelf
        )

    def _governing(self, asked: Asked, evidence_of: EvidenceOf) -> Reply | None:
        wanted = governing_asked(asked.focus.question)
        if wanted is None:
            return None
        return answer_governing(
            wanted, asked.focus, evidence_of, asked.time, self.library, self.register, self.chain, self.shelf
        )

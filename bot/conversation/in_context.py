"""What a message may mean in its conversation: readings that stand alone, the likeliest first; an answer decides.

The rules of `following` know how people usually lean on what was said. Where none of them fits, or what it makes of
the message finds no answer, the message is put under what is talked about in every way that a person would try.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from bot.conversation import follow_up_cues as cues
from bot.conversation import matter
from bot.conversation.asking import asks_the_same
from bot.conversation.fitting import Fitting
from bot.conversation.leaning import asks_what_is_due, has, is_of_itself, names_its_matter, said_of, without_pointers
from bot.conversation.memory import Memory
from bot.conversation.said import Said
from bot.conversation.slots import SlotKind, slots_of, taken_out
from bot.conversation.within_document import is_short
from bot.question import content_words
from corpus.folding import fold
from corpus.library import Library

_MOST_DOCUMENTS = 3
_MOST_QUESTIONS = 2


class InContext:
    """The readings, over the words of one library."""

    def __init__(self, library: Library, fitting: Fitting) -> None:
        self._library = library
        self._fitting = fitting

    def readings(self, said: Said, memory: Memory) -> Iterator[str]:
        """Each reading once; none of a provision, which is held or not, nor of what is due in all documents."""
        if said.has(SlotKind.PROVISION) or (asks_what_is_due(said) and not said.leads_on):
            return
        seen = {"", said.plain}
        for reading in self._all(said, memory):
            tidy = " ".join(reading.split())
            if tidy not in seen:
                seen.add(tidy)
                yield tidy

    def may_lean(self, said: Said, memory: Memory) -> bool:
        """Whether a message that no rule resolves and that was answered alone may all the same mean what is talked of.

        It names no document, title or place and is short.
        """
        if said.has(SlotKind.DOCUMENT) and not (self._fitting.says_something(said) or said.aspects):
            return True
        is_whole = names_its_matter(said) or said.has(SlotKind.TIME, SlotKind.LEVEL, SlotKind.PROVISION)
        if is_whole or not memory.documents:
            return False
        if cues.OF_THE_FIELD.search(fold(said.text)) or asks_what_is_due(said) or not (said.asks or said.leads_on):
            return False
        return is_short(matter.own_phrases(said.text, said.as_of)) or not said.own_words

    def _with_slots(self, said: Said, questions: Sequence[str]) -> Iterator[str]:
        """The questions with the slots of the message: as they asked, where that asks the same, or as it asks."""
        for question in questions:
            takes_all = all(has(one.kind, question, said.as_of) or one.kind is SlotKind.DOCUMENT for one in said.slots)
            if takes_all and asks_the_same(said.text, question) and not said.says_nothing_else:
                yield _filled(question, said)
            yield _changed(question, said)
            if said.has(SlotKind.DOCUMENT) and said.says_nothing_else:
                yield _filled(matter.only_asking(question, said.as_of), said)

    def _all(self, said: Said, memory: Memory) -> Iterator[str]:
        rest = without_pointers(said.text)
        questions = memory.questions[:_MOST_QUESTIONS]
        if said.has(SlotKind.DOCUMENT):
            yield from self._with_slots(said, questions)
            return
        documents = memory.documents[:_MOST_DOCUMENTS]
        if is_of_itself(rest, self._library.syllables) and not said.slots:
            yield from (said_of(one.name, rest) for one in documents[:1] if len(memory.documents) == 1)
            return
        if said.slots:
            yield from self._with_slots(said, questions)
        if said.has(SlotKind.TITLE) or not rest or (said.slots and said.says_nothing_else):
            return
        under = [f"{rest} theo {one.name}" for one in documents] + [f"{one.name} {rest}" for one in documents]
        about = [matter.joined_words(before, rest) for one in questions for before in _matters(one, said.as_of)]
        latest = next(iter(questions), "")
        is_of_title = has(SlotKind.TITLE, latest, said.as_of) and not has(SlotKind.DOCUMENT, latest, said.as_of)
        is_of_document = has(SlotKind.DOCUMENT, latest, said.as_of) or self._fitting.says_something(said)
        yield from (*under, *about) if is_of_document and not is_of_title else (*about, *under)
        if not said.asks:
            yield from (matter.with_topic(one, said.text, said.as_of) for one in questions)


def _matters(question: str, as_of: date) -> Iterator[str]:
    """What the question is about: its title, where it happened, all of it but what it asks, its topic."""
    question = question.replace("?", "")
    yield from (one.written for one in slots_of(SlotKind.TITLE, question, as_of))
    yield from (match[0] for match in cues.LOCALITY.finditer(cues.HEADLINE.sub("", question)))
    wholes = (matter.without_asking(question), matter.topic_of(question, as_of))
    yield from (one for one in wholes if len(content_words(one)) > 1)


def _filled(question: str, said: Said) -> str:
    for slot in said.slots:
        question = matter.with_slot(question, slot, said.as_of)
    return question


def _changed(question: str, said: Said) -> str:
    """The question with the slots of the message; where that asks something itself, with what it asks instead."""
    changed = _filled(question, said)
    rest = without_pointers(taken_out(said.text, said.slots))
    rest = re.sub(r"^(?:thì|thi|cũng)\s+", "", rest)
    return changed if said.says_nothing_else else matter.joined_words(matter.without_asking(changed), rest)

"""Follow-ups that leave out what they are about: the document, the duty, the topic."""

import re
from datetime import date

from bot import conversation_messages as messages
from bot.conversation import follow_up_cues as cues
from bot.conversation import matter
from bot.conversation.asking import asks_of_a_receiver
from bot.conversation.leaning import (
    asks_what_is_due,
    has,
    is_of_itself,
    names_its_matter,
    of_one,
    said_of,
    without_pointers,
)
from bot.conversation.memory import Memory
from bot.conversation.resolution import Resolution, Rewritten, Unclear, which_of
from bot.conversation.said import Said, pointers
from bot.conversation.slots import SlotKind, slots_of, taken_out
from bot.conversation.within_document import is_short, speaks_of
from bot.deadline_question import DeadlineForm, deadline_asked
from bot.expressions import AnswerType
from bot.question import analyse
from bot.reward_cues import asks_sum
from corpus.folding import fold
from corpus.library import Library
from corpus.understanding import read_question


class LeavingOut:
    """The rules for what is left out."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def the_document(self, said: Said, memory: Memory) -> Resolution | None:
        """For “ai ký”, "còn hiệu lực không": what a document states of itself, without the document."""
        rest = without_pointers(said.text)
        own = {word for one in said.own_words for word in fold(one).split("_")}
        if own - cues.OF_THE_CENTRE or names_its_matter(said) or not is_of_itself(rest, self._library.syllables):
            return None
        if said.has(SlotKind.PLACE):
            return _elsewhere(said, memory)
        if not memory.documents:
            return Unclear(messages.nothing_before(), waiting=rest)
        return of_one(memory.documents, lambda name: said_of(name, rest))

    def another_aspect_of_an_event(self, said: Said, memory: Memory) -> Resolution | None:
        """For “ai phát động”, "họp ngày nào" after a question about what a body did: asked of that body again."""
        own = {fold(word) for word in said.own_words}
        if not memory.questions or said.slots or not said.asks or not (own or said.aspects) or own - cues.OF_AN_EVENT:
            return None
        base = cues.HEADLINE.sub("", memory.questions[0])
        units = slots_of(SlotKind.UNIT, base, said.as_of)
        is_named = has(SlotKind.DOCUMENT, base, said.as_of) or has(SlotKind.TITLE, base, said.as_of)
        if is_named or not units or self._is_of_a_duty(base, said.as_of):
            return None
        return Rewritten(f"{units[0].written} {without_pointers(said.text)}", is_sure=False)

    def the_matter(self, said: Said, memory: Memory) -> Resolution | None:
        """For “khi nào”, "gửi cho ai", "hạn đó còn bao lâu", "mức thưởng bao nhiêu": asked of nothing in particular."""
        if said.own_words or names_its_matter(said):
            return None
        if not memory.questions:
            return _of_which(said)
        if said.has(SlotKind.PLACE):
            return _elsewhere(said, memory)
        asks_aspect = said.names_aspect and not any(m.re is cues.OTHER_POINTER for m in pointers(said.text))
        if not (said.asks or asks_aspect or said.beyond_slots.strip()):
            return None
        if asks_what_is_due(said) and not said.leads_on:
            return None
        return self._aspect(said, memory) if asks_aspect else self._same_duty(said, memory)

    def _same_duty(self, said: Said, memory: Memory) -> Resolution | None:
        """The question before with other question words."""
        base = next((one for one in memory.questions if self._is_of_a_duty(one, said.as_of)), None)
        if base is None and not said.asks:
            return self._aspect(said, memory)  # "hạn gửi" is asked of the title, not of its sum
        base = base or next((one for one in memory.questions if not is_of_itself(one, self._library.syllables)), None)
        rest = without_pointers(said.text)
        if base is None:
            return of_one(memory.documents, lambda name: f"{name} {rest}") if memory.documents else None
        about = matter.without_asking(taken_out(base, tuple(slots_of(SlotKind.PROVISION, base, said.as_of))))
        if cues.OF_TODAY.search(fold(rest)):
            about = taken_out(about, tuple(slots_of(SlotKind.TIME, about, said.as_of)))
        if asks_of_a_receiver(said.beyond_slots):
            about = _without_limit(about)
        filled = [one for one in said.slots if one.kind is not SlotKind.PRODUCT]
        for slot in filled:
            about = matter.with_slot(about, slot, said.as_of)
        rest = without_pointers(taken_out(said.text, tuple(filled)))
        is_of_the_limit = (
            _is_about_time_left(said) and fold(rest).startswith("con ") and " han " not in f" {fold(about)} "
        )
        asked = matter.joined_words(about, "hạn" if is_of_the_limit else "", rest)
        if matter.document_in(about, said.as_of) or len(memory.documents) < 2 or not _is_about_time_left(said):
            return Rewritten(asked)
        return which_of(memory.documents, [f"{asked} theo {one.name}" for one in memory.documents])

    def _aspect(self, said: Said, memory: Memory) -> Resolution | None:
        """Something else about the title, the document or the topic of the question before."""
        base = next((one for one in memory.questions if not is_of_itself(one, self._library.syllables)), None)
        rest = without_pointers(said.text)
        if base is None and not self._speak_of_the_units(said, memory):
            return None
        if base is None:
            return of_one(memory.documents, lambda name: _under(name, rest, said)) if memory.documents else None
        document = self._document_of(base, said, memory)
        about = taken_out(base, tuple(slots_of(SlotKind.UNIT, base, said.as_of))) if said.has(SlotKind.UNIT) else base
        topic = matter.topic_of(about, said.as_of)
        # What a unit must do is asked of the plan, whatever title the question before was about.
        is_titled = bool(topic) and has(SlotKind.TITLE, base, said.as_of) and not (document and said.has(SlotKind.UNIT))
        if document and is_titled and not asks_sum(said.question):
            return Rewritten(matter.joined_words(topic, rest, "theo", document))
        if document and not is_titled:
            return Rewritten(_under(document, self._with_unit(rest, base, said), said))
        if topic:
            return Rewritten(matter.joined_words(topic, rest))
        return of_one(memory.documents, lambda name: _under(name, rest, said)) if memory.documents else None

    def _document_of(self, base: str, said: Said, memory: Memory) -> str:
        """The document that the question names, by its full name where it is the one talked about."""
        written = matter.document_in(base, said.as_of)
        return memory.documents[0].name if written and len(memory.documents) == 1 else written

    def _speak_of_the_units(self, said: Said, memory: Memory) -> bool:
        """Whether the documents that are held name the units that the message names."""
        units = [slot.written for slot in said.slots if slot.kind is SlotKind.UNIT]
        held = (self._library.document(one.id) for one in memory.documents if one.id)
        return all(speaks_of(one.text, (), units) for one in held if one)

    def _with_unit(self, rest: str, base: str, said: Said) -> str:
        """A time asked for is asked of the same unit, unless another is named."""
        asked = deadline_asked(said.question, said.as_of)
        units = slots_of(SlotKind.UNIT, base, said.as_of)
        if asked is None or asked.form is not DeadlineForm.WHEN or said.has(SlotKind.UNIT) or not units:
            return rest
        return f"{units[0].written} {rest}"

    def the_document_that_speaks_of_it(self, said: Said, memory: Memory) -> Resolution | None:
        """For “phải công khai mấy ngày” while one document is talked about that speaks of it.

        What is of the whole field, of another time or place, or asks for a document is not asked of this one.
        """
        if len(memory.documents) != 1 or names_its_matter(said) or said.has(SlotKind.TIME):
            return None
        [document] = memory.documents
        is_general = cues.OF_THE_FIELD.search(fold(said.text)) or said.question.wants is AnswerType.DOCUMENT
        if is_general or not (said.asks or said.leads_on) or asks_what_is_due(said):
            return None
        phrases = matter.own_phrases(said.text, said.as_of)
        held = self._library.document(document.id) if document.id and is_short(phrases) else None
        units = [slot.written for slot in said.slots if slot.kind is SlotKind.UNIT]
        if held is None or not (speaks_of(held.text, phrases, units) or self._goes_on_about_limits(said, memory)):
            return None
        return Rewritten(f"{said.text} theo {document.name}", is_sure=False)

    def _goes_on_about_limits(self, said: Said, memory: Memory) -> bool:
        """Whether a limit is asked for, as before, and of no unit that the document does not name."""
        asks_when = deadline_asked(said.question, said.as_of) is not None
        was_asked = bool(memory.questions) and self._is_of_a_duty(memory.questions[0], said.as_of)
        return asks_when and was_asked and self._speak_of_the_units(said, memory)

    def _is_of_a_duty(self, question: str, as_of: date) -> bool:
        return deadline_asked(analyse(read_question(question, self._library.syllables)), as_of) is not None


def _without_limit(about: str) -> str:
    for match in reversed(list(cues.LIMIT.finditer(fold(about)))):
        about = f"{about[: match.start()]}{about[match.end() :]}"
    return about


def _of_which(said: Said) -> Unclear | None:
    """For “hạn mấy”, the first thing said: nothing tells which duty is meant."""
    if said.slots or said.names_aspect or not said.asks or asks_what_is_due(said):
        return None
    if deadline_asked(said.question, said.as_of) is None:
        return None
    return Unclear(messages.nothing_before(), waiting=f"báo cáo {said.text}")  # the duty that nearly every plan has


def _elsewhere(said: Said, memory: Memory) -> Rewritten | None:
    """The question before that describes its document by a place, asked of another place: “ở Đồng Nai thì ai ký”."""
    place = next(slot for slot in said.slots if slot.kind is SlotKind.PLACE)
    described = (
        one
        for one in memory.questions
        if has(SlotKind.PLACE, one, said.as_of) and not has(SlotKind.DOCUMENT, one, said.as_of)
    )
    base = next(described, None)
    if base is None:
        return None
    elsewhere = matter.without_asking(matter.with_slot(base, place, said.as_of))
    rest = re.sub(r"^thì\s+", "", without_pointers(taken_out(said.text, (place,))))
    return Rewritten(matter.joined_words(elsewhere, rest))


def _under(document: str, rest: str, said: Said) -> str:
    return f"{rest} theo {document}" if said.has(SlotKind.UNIT, SlotKind.TIME) else f"{document} {rest}"


def _is_about_time_left(said: Said) -> bool:
    asked = deadline_asked(said.question, said.as_of)
    return asked is not None and asked.form is DeadlineForm.HOW_LONG

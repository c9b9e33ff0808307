"""Follow-ups that change the question before: another unit, time, level or document, another topic."""

import re

from bot import conversation_messages as messages
from bot.comparison_cues import asks_comparison
from bot.conversation import follow_up_cues as cues
from bot.conversation import matter
from bot.conversation.asking import asks_the_same
from bot.conversation.leaning import asks_what_is_due, has, is_of_itself
from bot.conversation.memory import Memory
from bot.conversation.resolution import Resolution, Rewritten, Unclear
from bot.conversation.said import Said
from bot.conversation.slots import SlotKind, replaced, slots_of
from corpus.citation import find_references
from corpus.folding import fold
from corpus.library import Library

# Of one duty people say now this, now that.
_HANDING_IN = frozenset("bao cao nop gui trinh".split())


class Changing:
    """The rules for what takes the place of something in the question before."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def slots(self, said: Said, memory: Memory) -> Resolution | None:
        """For “thế còn cấp xã”, "tháng 12 thì sao", "KH 144": the question before, with these slots changed."""
        asked_so = "" if said.says_nothing_else else self._asked_so_before(said, memory)
        if not said.slots or not (said.says_nothing_else or asked_so):
            return None
        leans = said.leads_on or said.corrects
        if said.has(SlotKind.DOCUMENT) and not (leans or memory.waiting):
            return None
        if not memory.questions and not self._waits_for(said, memory):
            names_something = said.has(SlotKind.DOCUMENT, SlotKind.TITLE, SlotKind.PRODUCT)
            return None if names_something else Unclear(messages.nothing_before())
        base = asked_so or self._base_for(said, memory)
        if said.has(SlotKind.TITLE) and not leans and not matter.topic_of(base, said.as_of):
            return None
        if any(slot.kind is SlotKind.PRODUCT for slot in said.slots) and not has(SlotKind.PRODUCT, base, said.as_of):
            return None
        base = base if said.has(SlotKind.DOCUMENT) else cues.HEADLINE.sub("", base)
        if self._asks_an_earlier_sum(said, base):
            return Unclear(messages.which_time())
        for slot in said.slots:
            names_first = slot.kind is SlotKind.DOCUMENT and not has(SlotKind.DOCUMENT, base, said.as_of)
            if names_first and is_of_itself(base, self._library.syllables):
                base = f"{slot.written} {base}"
            else:
                base = matter.with_slot(base, slot, said.as_of)
        return Rewritten(base)

    def _asks_an_earlier_sum(self, said: Said, base: str) -> bool:
        """Whether a sum as it was before is asked for, with no day: "trước đây bao nhiêu" of a prize."""
        before = any(cues.SOME_TIME_BEFORE.fullmatch(fold(one.written)) for one in said.slots)
        return before and cues.OF_A_PRIZE.search(fold(base)) is not None

    def _asked_so_before(self, said: Said, memory: Memory) -> str:
        """For “Nghị định 2 thì mấy ngày”, "hạng ba thì thưởng bao nhiêu": the question that asked the same."""
        if not said.asks or said.own_words or (asks_what_is_due(said) and not said.leads_on):
            return ""
        if not said.leads_on and said.has(SlotKind.DOCUMENT, SlotKind.TITLE):
            return ""
        for base in filter(None, (memory.waiting, *memory.questions)):
            changes_a_slot = all(has(slot.kind, base, said.as_of) for slot in said.slots)
            known = fold(base).split()
            aspects = set(said.aspects) - (_HANDING_IN if said.corrects and _HANDING_IN & set(known) else set())
            repeats = aspects <= set(known) and asks_the_same(said.beyond_slots, base)
            if repeats and (said.leads_on or changes_a_slot):
                return base
        return ""

    def serial_number(self, said: Said, memory: Memory) -> Resolution | None:
        """For “không, ý tôi là 144”: another document of the kind that the question before names."""
        serial = cues.SERIAL.fullmatch(fold(said.text))
        base = memory.waiting or next(iter(memory.questions), "")
        if serial is None or not (said.leads_on or said.corrects):
            return None
        if places := slots_of(SlotKind.PROVISION, base, said.as_of):
            place = places[0]
            return Rewritten(replaced(base, place, re.sub(r"\d+(?=\D*\Z)", serial["serial"], place.written)))
        named = slots_of(SlotKind.DOCUMENT, base, said.as_of)
        kinds = {one.kind for one in find_references(base) if one.kind}
        if len(named) != 1 or len(kinds) != 1:
            return None
        return Rewritten(replaced(base, named[0], f"{kinds.pop()} {serial['serial']}"))

    def the_other_of_two(self, said: Said, memory: Memory) -> Resolution | None:
        """For “so với KH 144 thì khác gì”: the document talked about is the one of the two that is not named."""
        named = [slot for slot in said.slots if slot.kind is SlotKind.DOCUMENT]
        if len(named) != 1 or len(memory.documents) != 1 or not asks_comparison(said.question):
            return None
        return Rewritten(f"{memory.documents[0].name} {said.text}")

    def opposite(self, said: Said, memory: Memory) -> Rewritten | None:
        """For “nông thôn thì sao”, "còn cái ưu tú thì mấy người", "ngành giáo dục cũng vậy hả": asked of that."""
        head, _, rest = (part.strip() for part in re.sub(r"\s+thì\s+", "?", said.text, count=1).partition("?"))
        if not (said.leads_on or said.corrects) or (said.asks and not rest) or not memory.questions:
            return None
        asked = matter.with_opposite(memory.questions[0], head)
        asked = asked or matter.with_branch(memory.questions[0], head, said.as_of)
        if asked and rest:
            return Rewritten(matter.joined_words(matter.topic_of(asked, said.as_of), rest))
        return Rewritten(asked) if asked else None

    def described_document(self, said: Said, memory: Memory) -> Resolution | None:
        """For “còn kế hoạch dân số thì sao”: the question before of the document that is described so."""
        leans = said.leads_on or said.corrects
        head = cues.STARTS_WITH_KIND.match(fold(said.text))
        base = next(iter(memory.questions), "")
        named = slots_of(SlotKind.DOCUMENT, base, said.as_of)
        if not leans or said.asks or not head or said.has(SlotKind.DOCUMENT) or len(named) != 1 or not said.own_words:
            return None
        return Rewritten(replaced(base, named[0], said.text), is_sure=False)

    def topic(self, said: Said, memory: Memory) -> Resolution | None:
        """For “còn công dân danh dự thì sao”: the question before about another topic."""
        leans = said.leads_on or said.corrects
        if not leans or said.asks or not said.own_words or said.has(SlotKind.DOCUMENT):
            return None
        if compared := matter.with_similar_topic(memory.questions, said.text, said.as_of):
            return Rewritten(compared, is_sure=False)
        base = next((one for one in memory.questions if not is_of_itself(one, self._library.syllables)), None)
        if base is None:
            return None
        document = matter.document_in(base, said.as_of)
        if not document and (asked := matter.with_topic(base, said.text, said.as_of)):
            return Rewritten(asked)
        return Rewritten(f"{document} {said.text}") if document else None

    def _base_for(self, said: Said, memory: Memory) -> str:
        """The question whose slots are changed: the one that waits for its document, else the latest that has one."""
        if self._waits_for(said, memory):
            return memory.waiting
        if said.has(SlotKind.DOCUMENT):
            return memory.questions[0]
        kinds = {slot.kind for slot in said.slots}
        having = (one for one in memory.questions if any(has(kind, one, said.as_of) for kind in kinds))
        of_duties = (one for one in memory.questions if not is_of_itself(one, self._library.syllables))
        return next(having, None) or next(of_duties, None) or memory.questions[0]

    def _waits_for(self, said: Said, memory: Memory) -> bool:
        """Whether a question waits for what the message names."""
        return bool(memory.waiting) and (
            said.has(SlotKind.DOCUMENT) or not is_of_itself(memory.waiting, self._library.syllables)
        )

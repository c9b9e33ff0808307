"""Picks one of the choices that the last answer offered: "2", "cái thứ hai", "của tỉnh Bắc Ninh"."""

import re

from bot import conversation_messages as messages
from bot.answer import Choice
from bot.conversation import follow_up_cues as cues
from bot.conversation.memory import Memory
from bot.conversation.resolution import MOST_CHOICES, Resolution, Rewritten, Unclear
from bot.conversation.said import Said
from bot.conversation.slots import SlotKind, replaced, slots_of
from corpus.folding import fold
from corpus.lexical_index import single_terms

MOST_WORDS = 8  # of a message that only picks
# Words of labels that pick nothing.
_IN_EVERY_LABEL = frozenset("văn bản số ký hiệu của ngày ban hành cái thứ và".split())


def chosen(said: Said, memory: Memory) -> Resolution | None:
    """The question of the choice picked by its number or by words that it alone has; None when none is picked."""
    choices = memory.choices or _of_each_document(said, memory)
    match = cues.CHOSEN.fullmatch(fold(said.question.reading.text))
    if not choices:
        return Unclear(messages.nothing_to_choose()) if match and _counts(match, memory) else None
    if match:
        which = match["which"]
        number = int(which) if which.isdigit() else cues.CHOSEN_NUMBERS[which]
        number = len(choices) if number < 0 else number
        if 1 <= number <= len(choices):
            return Rewritten(choices[number - 1].question)
        return Unclear(messages.no_such_choice(len(choices)), choices)
    return None if said.leads_on and not memory.choices else _by_words(said, choices)


def _counts(match: re.Match[str], memory: Memory) -> bool:
    """Whether it can only be the place in a list: "cái thứ 5", and "5" in a conversation."""
    is_a_place = match["which"].isdigit() and int(match["which"]) <= MOST_CHOICES
    return cues.ORDINAL.search(match[0]) is not None or (is_a_place and bool(memory.questions))


def _of_each_document(said: Said, memory: Memory) -> tuple[Choice, ...]:
    """The last question about each of the documents that its answer told of, in their order."""
    if len(memory.documents) < 2 or not memory.questions:
        return ()
    asked = memory.questions[0]
    found = slots_of(SlotKind.DOCUMENT, asked, said.as_of)
    questions = [
        replaced(asked, found[0], one.name) if found else f"{asked.rstrip(' ?.')} theo {one.name}"
        for one in memory.documents
    ]
    labels = [", ".join(filter(None, (one.name, one.issuer))) for one in memory.documents]
    return tuple(map(Choice, labels, questions))


def _by_words(said: Said, choices: tuple[Choice, ...]) -> Rewritten | None:
    words = set(single_terms(said.text)) - _IN_EVERY_LABEL
    if said.asks or said.has(SlotKind.DOCUMENT) or not words or len(said.text.split()) > MOST_WORDS:
        return None
    fitting = [choice for choice in choices if words <= set(single_terms(choice.label))]
    return Rewritten(fitting[0].question) if len(fitting) == 1 else None

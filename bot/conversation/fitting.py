"""Whether an answer fits a message that was read in its conversation: what the message says of its own is in it."""

import re

from bot.answer import Answer
from bot.conversation.leaning import is_of_itself, without_pointers
from bot.conversation.memory import Memory
from bot.conversation.said import Said
from bot.conversation.slots import SlotKind
from bot.conversation.within_document import speaks_of
from bot.expressions import AnswerType
from bot.question import analyse
from bot.relevance import focus_on
from bot.terms import Terms
from corpus.folding import fold
from corpus.library import Library
from corpus.understanding import read_question

# Of what the message says of its own: most unrelated messages that were put under what is talked about lie below,
# most follow-ups of the evaluation above.
ENOUGH = 0.6
ENOUGH_BY_RULE = 0.1  # where a rule knows what is left out
# What the document is called counts somewhat less than what it says.
IN_TITLE = 0.85
_MUST_BE_TOLD = frozenset({AnswerType.PERSON, AnswerType.TIME})
_LOCAL_BODY = re.compile(r"(?<!\w)(?:tinh|thanh pho|quan|huyen|thi xa|phuong|xa|dac khu)(?!\w)")
_ASKS_THE_HOUR = re.compile(r"(?<!\w)(?:may|bao nhieu) (?:gio|h)(?!\w)")
_HOUR = re.compile(r"\d\s*(?:gio|g|h)(?:\s*\d\d)?(?!\w)")


class Fitting:
    """Over the words of one library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def says_something(self, said: Said) -> bool:
        """Whether the message has words of its own beside its slots, pointers and question words."""
        return bool(analyse(read_question(said.beyond_slots, self._library.syllables)).content)

    def share_found(self, said: Said, answer: Answer) -> float:
        """The share of what the message says of its own that the quotes of the answer say; 0 to 1.

        1 where it only asks what documents state of themselves, or says nothing of its own. 0 where a number of it is
        not found, an hour that it asks for is not told, or the answer is of another place or unit than those named.
        """
        if not (is_of_the_places(said, answer) and _speaks_of_the_units(said, answer)) or not _tells_the_numbers(
            said, answer
        ):
            return 0.0
        if is_of_itself(without_pointers(said.text), self._library.syllables):
            return 1.0
        if not _tells_what_is_asked_for(said, answer):
            return 0.0
        return self._share_quoted(said.beyond_slots, answer)

    def share_of_matter(self, memory: Memory, answer: Answer) -> float:
        """The same of the latest question: whether the answer goes on with what was talked about."""
        return self._share_quoted(memory.questions[0], answer) if memory.questions else 0.0

    def _share_quoted(self, text: str, answer: Answer) -> float:
        lexical = self._library.lexical
        question = analyse(read_question(text, self._library.syllables))
        focus = focus_on(question, lexical.document_frequencies, lexical.passage_count())
        if not focus.total:
            return 1.0
        quotes = Terms.of("\n".join(one.quote for one in answer.citations))
        titles = Terms.of("\n".join(sorted({one.document.title for one in answer.citations})))
        return focus.share([(quotes, 1.0), (titles, IN_TITLE)])


def _tells_what_is_asked_for(said: Said, answer: Answer) -> bool:
    """Whether the answer or a quote holds a person or a time where the message asks for one."""
    wanted = said.question.wanted
    told = [answer.text, *(one.quote for one in answer.citations)]
    return wanted.kind not in _MUST_BE_TOLD or any(map(wanted.found_in, told))


def _tells_the_numbers(said: Said, answer: Answer) -> bool:
    """Whether the answer has each number of the message and, where that asks for one, an hour."""
    told = fold("\n".join([answer.text, *(one.quote for one in answer.citations)]))
    if not set(re.findall(r"\d+", said.beyond_slots)) <= set(re.findall(r"\d+", told)):
        return False
    return not _ASKS_THE_HOUR.search(fold(said.text)) or _HOUR.search(told) is not None


def is_of_the_places(said: Said, answer: Answer) -> bool:
    """Whether no document cited is of a local body elsewhere than in each place that the message names."""
    named = [fold(one.written) for one in said.slots if one.kind is SlotKind.PLACE]
    places = [re.sub(r"^(?:tinh|thanh pho|tp\.?)\s+", "", place) for place in named]
    cited = {one.document.id: one.document for one in answer.citations}.values() if places else ()
    local = [fold(f"{one.issuer} {one.title} {one.text}") for one in cited if _LOCAL_BODY.search(fold(one.issuer))]
    return all(place in text for text in local for place in places)


def _speaks_of_the_units(said: Said, answer: Answer) -> bool:
    """Whether a document cited names the units that the message names."""
    units = [one.written for one in said.slots if one.kind is SlotKind.UNIT]
    return not units or any(speaks_of(one.document.text, (), units) for one in answer.citations)

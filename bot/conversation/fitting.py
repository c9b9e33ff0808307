"""Whether an answer fits a message that was read in its conversation: what the message says of its own is in it."""

import re

from bot.answer import Answer
from bot.conversation.said import Said
from bot.conversation.slots import SlotKind
from bot.conversation.within_document import speaks_of
from corpus.folding import fold
from corpus.lexical_index import rarity
from corpus.library import Library

ENOUGH = 0.5  # of the words of its own, weighted by rarity
FEW_WORDS = 2  # fewer may be said in other words
LEAST_RARITY = 2.5  # of a word that says something: in less than a twelfth of the passages
_SAYS_NOTHING = frozenset({"cũng", "vẫn", "luôn", "hay"})
_ASKS_THE_HOUR = re.compile(r"(?<!\w)(?:may|bao nhieu) (?:gio|h)(?!\w)")
_HOUR = re.compile(r"\d\s*(?:gio|g|h)(?:\s*\d\d)?(?!\w)")


class Fitting:
    """Over the words of one library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def telling(self, said: Said) -> dict[str, float]:
        """The words of the message's own that do not stand everywhere, each with its rarity."""
        passages = self._library.lexical.passage_count()
        own = [word for word in said.own_words if word not in _SAYS_NOTHING]
        counts = self._library.lexical.document_frequencies(own)
        weights = {word: rarity(count, passages) for word, count in counts.items()}
        return {word: weight for word, weight in weights.items() if weight >= LEAST_RARITY}

    def share_found(self, said: Said, answer: Answer) -> float:
        """The share of what the message says of its own that the answer or its quotes say, by rarity; 0 to 1.

        1 where it says next to nothing of its own; 0 where a number of it is not found, an hour that it asks for is not
        told, or the answer is of another place or unit than those named.
        """
        if not _is_of_what_is_named(said, answer):
            return 0.0
        told = set(re.findall(r"[^\W_]+", fold("\n".join([answer.text, *(one.quote for one in answer.citations)]))))
        if any(number not in told for number in re.findall(r"\d+", said.beyond_slots)):
            return 0.0
        if _ASKS_THE_HOUR.search(fold(said.text)) and not _HOUR.search(fold(answer.text)):
            return 0.0
        telling = self.telling(said)
        if len(telling) < FEW_WORDS:
            return 1.0
        return sum(weight for word, weight in telling.items() if fold(word) in told) / sum(telling.values())


def _is_of_what_is_named(said: Said, answer: Answer) -> bool:
    """Whether each document cited is of, or speaks of, the places that the message names, and one of its units."""
    named = [fold(one.written) for one in said.slots if one.kind is SlotKind.PLACE]
    places = [re.sub(r"^(?:tinh|thanh pho|tp\.?)\s+", "", place) for place in named]
    units = [one.written for one in said.slots if one.kind is SlotKind.UNIT]
    cited = {one.document.id: one.document for one in answer.citations}.values()
    of_places = [fold(f"{one.issuer} {one.title} {one.text}") for one in cited] if places else []
    if not all(place in text for text in of_places for place in places):
        return False
    return not units or any(speaks_of(one.text, (), units) for one in cited)

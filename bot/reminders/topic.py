"""Which deadlines a topic in a few words means: those whose duty or document speaks of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.question import analyse
from bot.relevance import IN_DOCUMENT, IN_STATEMENT, Focus, described, focus_on
from bot.terms import Terms
from corpus.held_deadline import HeldDeadline
from corpus.library import Library
from corpus.understanding import read_question

# The share of the topic's weight that a deadline must have: a duty that shares one common word does not.
ENOUGH = 0.6


@dataclass(frozen=True, slots=True)
class Topic:
    """The words of a topic, weighted by how rare they are in one library."""

    focus: Focus

    @classmethod
    def of(cls, words: str, library: Library) -> "Topic":
        """The topic of these words, typed with or without diacritics."""
        question = analyse(read_question(words, library.syllables))
        return cls(focus_on(question, library.lexical.document_frequencies, library.lexical.passage_count()))

    @property
    def says_something(self) -> bool:
        """Whether there is a word in it that tells one thing from another."""
        return self.focus.total > 0

    def among(self, held: Iterable[HeldDeadline]) -> list[HeldDeadline]:
        """Those that speak of it."""
        return [one for one in held if self.says_something and self._share(one) >= ENOUGH]

    def _share(self, held: HeldDeadline) -> float:
        deadline = held.deadline
        duty = " ".join([deadline.task, deadline.quote, deadline.addressee])
        return self.focus.share([(Terms.of(duty), IN_STATEMENT), (Terms.of(described(held.document)), IN_DOCUMENT)])

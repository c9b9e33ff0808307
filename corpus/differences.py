"""How two texts on the same matter differ: numbers and dates that took each other's place, and wording."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TypeAlias

from corpus.folding import fold
from corpus.normalise import sentences, unify_spelling
from corpus.quantities import Quantity, QuantityKind, find_quantities, names_in

Span: TypeAlias = tuple[int, int]
Opcodes: TypeAlias = Sequence[tuple[str, int, int, int, int]]

# Words on either side that tell what a number counts.
NEIGHBOURS = 7
# Two numbers count the same thing when this share of the words around the one stands around the other …
LEAST_SHARED_NEIGHBOURS = 0.4
# … and of their clauses nearly all words of the shorter: a rate for one title is not the rate for another.
LEAST_SHARED_CLAUSE = 0.75
# At one place of otherwise like texts fewer words suffice; equal numbers are more likely the same.
SAME_PLACE_VALUE, EQUAL_VALUE = 0.3, 0.25

_WORD = re.compile(r"[^\W\d_]+")
_QUOTED_NAME = re.compile(r"[“\"«]([^”\"»\n]{3,80})[”\"»]")
_NAME, _QUANTITY = "#name", "#"


class DifferenceKind(StrEnum):
    """In what two texts differ."""

    DATE = "date"
    NUMBER = "number"  # a number, percentage, duration or amount
    WORDING = "wording"  # words in place of others
    ADDED = "added"  # words that the older text has not
    REMOVED = "removed"  # words that the newer text has not


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference, as spans of the two texts; a number or words that stand in one only have no span in the other."""

    kind: DifferenceKind
    older: Span | None
    newer: Span | None

    @property
    def is_exchange(self) -> bool:
        """A number or date took the place of another."""
        is_value = self.kind in {DifferenceKind.DATE, DifferenceKind.NUMBER}
        return is_value and self.older is not None and self.newer is not None


@dataclass(frozen=True, slots=True)
class _Token:
    """A word, a quantity, or a number that names something; `key` is what is compared."""

    key: str
    start: int
    end: int
    quantity: Quantity | None = None


def differences(older: str, newer: str) -> tuple[Difference, ...]:
    """How two NFC texts differ: exchanged dates and numbers, wording, then numbers of one text only.

    A number that took the place of another is one difference, told by the words around both. Case, punctuation,
    ways of writing a number, and the numbers of articles and documents referred to are no differences.

    >>> older, newer = "Trả hồ sơ trong 5 ngày làm việc.", "Trả hồ sơ trong 10 ngày làm việc."
    >>> [(one.kind.value, older[slice(*one.older)], newer[slice(*one.newer)]) for one in differences(older, newer)]
    [('number', '5 ngày làm việc', '10 ngày làm việc')]
    """
    first, second = _Text(older), _Text(newer)
    opcodes = SequenceMatcher(None, first.keys(), second.keys(), autojunk=False).get_opcodes()
    found = [*_exchanges(first, second, opcodes), *_wordings(first.tokens, second.tokens, opcodes)]
    return tuple(sorted(found, key=_order))


def _order(difference: Difference) -> tuple[bool, int, Span]:
    is_left_over = not difference.is_exchange and difference.kind in {DifferenceKind.DATE, DifferenceKind.NUMBER}
    return is_left_over, [*DifferenceKind].index(difference.kind), difference.newer or difference.older or (0, 0)


class _Text:
    """A text as tokens, with what surrounds each."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = _tokens(text)
        self._sentences = sentences(text)

    def keys(self) -> list[str]:
        """What is compared of each token."""
        return [token.key for token in self.tokens]

    def quantities(self) -> list[int]:
        """The places of the quantities among the tokens."""
        return [place for place, token in enumerate(self.tokens) if token.quantity]

    def neighbours(self, place: int) -> set[str]:
        """The words around a token."""
        around = [*self.tokens[max(0, place - NEIGHBOURS) : place], *self.tokens[place + 1 : place + 1 + NEIGHBOURS]]
        return _words(around)

    def clause(self, place: int) -> tuple[set[str], set[str]]:
        """The words of the clause between semicolons around a token, and the names that it has in quotation marks."""
        token = self.tokens[place]
        start, end = next((span for span in self._sentences if span[0] <= token.start < span[1]), (0, len(self.text)))
        start = max(start, self.text.rfind(";", start, token.start) + 1)
        end = stop if (stop := self.text.find(";", token.end, end)) > 0 else end
        names = {fold(name).strip() for name in _QUOTED_NAME.findall(self.text[start:end])}
        return _words([one for one in self.tokens if start <= one.start < end]), names


def _tokens(text: str) -> list[_Token]:
    quantities = {quantity.start: quantity for quantity in find_quantities(text)}
    taken = sorted([*names_in(text), *((one.start, one.end) for one in quantities.values())])
    tokens, place = [], 0
    for start, end in [*taken, (len(text), len(text))]:
        words = _WORD.finditer(text, place, start)
        tokens += [_Token(unify_spelling(word[0].lower()), word.start(), word.end()) for word in words]
        if start < end:
            quantity = quantities.get(start)
            tokens.append(_Token(f"{_QUANTITY}{quantity.kind}" if quantity else _NAME, start, end, quantity))
        place = end
    return tokens


def _words(tokens: Sequence[_Token]) -> set[str]:
    return {token.key for token in tokens if not token.key.startswith(_QUANTITY)}


def _exchanges(first: _Text, second: _Text, opcodes: Opcodes) -> Iterator[Difference]:
    """Numbers that differ from the one whose place they took, and those that took no place."""
    matched = _matched(first, second, opcodes)
    newcomers = set(matched.values())
    for one in first.quantities():
        other = matched.get(one)
        if other is None:
            yield _difference(first.tokens[one], None)
        elif not _is_equal(first, one, second, other):
            yield _difference(first.tokens[one], second.tokens[other])
    for other in second.quantities():
        if other not in newcomers:
            yield _difference(None, second.tokens[other])


def _matched(first: _Text, second: _Text, opcodes: Opcodes) -> dict[int, int]:
    """Which quantity of the newer text stands for which of the older, the surest first."""
    same_place = {
        (start + step, other + step)
        for tag, start, end, other, _ in opcodes
        if tag == "equal"
        for step in range(end - start)
    }
    scored = []
    for one in first.quantities():
        for other in second.quantities():
            if first.tokens[one].key != second.tokens[other].key:
                continue
            is_equal = _is_equal(first, one, second, other)
            score = _share(first.neighbours(one), second.neighbours(other))
            score += SAME_PLACE_VALUE if (one, other) in same_place else 0.0
            score += EQUAL_VALUE if is_equal else 0.0
            if score >= LEAST_SHARED_NEIGHBOURS and (is_equal or _is_same_matter(first, one, second, other)):
                scored.append((-score, one, other))
    matched: dict[int, int] = {}
    for _, one, other in sorted(scored):
        if one not in matched and other not in matched.values():
            matched[one] = other
    return matched


def _is_same_matter(first: _Text, one: int, second: _Text, other: int) -> bool:
    """Whether the clauses of two numbers say the same thing of whoever they name."""
    (words, names), (other_words, other_names) = first.clause(one), second.clause(other)
    is_same_name = bool(names & other_names) or not (names and other_names)
    return is_same_name and _share(words, other_words) >= LEAST_SHARED_CLAUSE


def _share(words: set[str], others: set[str]) -> float:
    """Of the side with fewer words, the share that the other has; 1 where there is no word to tell them apart."""
    fewest = min(len(words), len(others))
    return len(words & others) / fewest if fewest else 1.0


def _is_equal(first: _Text, one: int, second: _Text, other: int) -> bool:
    quantity, counterpart = first.tokens[one].quantity, second.tokens[other].quantity
    return quantity is not None and counterpart is not None and quantity.value == counterpart.value


def _difference(older: _Token | None, newer: _Token | None) -> Difference:
    quantities = [token.quantity for token in (older, newer) if token is not None and token.quantity]
    is_date = any(quantity.kind is QuantityKind.DATE for quantity in quantities)
    return Difference(
        DifferenceKind.DATE if is_date else DifferenceKind.NUMBER,
        (older.start, older.end) if older else None,
        (newer.start, newer.end) if newer else None,
    )


def _wordings(first: Sequence[_Token], second: Sequence[_Token], opcodes: Opcodes) -> Iterator[Difference]:
    for tag, start, end, other_start, other_end in opcodes:
        older, newer = _span(first[start:end]), _span(second[other_start:other_end])
        if tag == "equal" or not (older or newer):
            continue
        one_sided = DifferenceKind.ADDED if newer else DifferenceKind.REMOVED
        yield Difference(DifferenceKind.WORDING if older and newer else one_sided, older, newer)


def _span(tokens: Sequence[_Token]) -> Span | None:
    """From the first to the last word; None when there is no word among them."""
    words = [token for token in tokens if not token.key.startswith(_QUANTITY)]
    return (words[0].start, words[-1].end) if words else None

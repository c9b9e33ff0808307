"""The syllables of a library, kept in its database, and the diacritics that they restore."""

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from corpus.diacritics import can_stand_for, is_finished, is_syllable, with_case_of
from corpus.folding import fold
from corpus.normalise import nfc
from corpus.recent import Recent
from corpus.restoration import Evidence, TypedWord, keep_unknown_names, most_likely
from corpus.syllable_counts import BOUNDARY, WORD, SyllableCounts, question_language, word_of

SCHEMA = """
CREATE TABLE syllable (
    folded TEXT NOT NULL,               -- lower case, no diacritics
    syllable TEXT NOT NULL,             -- '' is a boundary, '0' is any number
    count INTEGER NOT NULL,
    PRIMARY KEY (folded, syllable)
) STRICT, WITHOUT ROWID;

CREATE TABLE syllable_pair (
    folded TEXT NOT NULL,               -- both, with a space: what was typed leads to all its readings
    first TEXT NOT NULL,
    second TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (folded, first, second)
) STRICT, WITHOUT ROWID;
"""

# Texts kept as restored: one question is read up to four times, by the conversation and by the answer. 500 B each.
TEXTS_KEPT = 256

VARIABLES_A_STATEMENT = 500  # SQLite allows 999 in old builds

_WITHOUT_SPACES = re.compile(r"\S+")
_KEPT = re.compile(r"\d|@|://")  # in numbers, document numbers and addresses, which are never restored


class RestoredTexts:
    """What was restored last, for every connection to one library; `revision` grows with each change."""

    def __init__(self, revision: Callable[[], int]) -> None:
        self._revision = revision
        self._recent: Recent[str, str] = Recent(TEXTS_KEPT)

    def of(self, text: str, restore: Callable[[str], str]) -> str:
        """The text restored."""
        return self._recent.take(self._revision(), text, lambda: restore(text))


class SyllableModel:
    """Learns from texts and restores what is typed; changes belong to the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection, restored: RestoredTexts | None = None) -> None:
        self._connection = connection
        self._restored = restored

    def add(self, text: str) -> None:
        """The model has learnt `text`."""
        counts = SyllableCounts.of(text)
        self._connection.executemany(
            "INSERT INTO syllable VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count",
            [(fold(syllable), syllable, count) for syllable, count in counts.single.items()],
        )
        self._connection.executemany(
            "INSERT INTO syllable_pair VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count",
            [(_pair_key(*pair), *pair, count) for pair, count in counts.pairs.items()],
        )

    def remove(self, text: str) -> None:
        """The model is as if `text`, once added, had not been."""
        counts = SyllableCounts.of(text)
        self._connection.executemany(
            "UPDATE syllable SET count = count - ?3 WHERE folded = ?1 AND syllable = ?2",
            [(fold(syllable), syllable, count) for syllable, count in counts.single.items()],
        )
        self._connection.executemany(
            "UPDATE syllable_pair SET count = count - ?4 WHERE folded = ?1 AND first = ?2 AND second = ?3",
            [(_pair_key(*pair), *pair, count) for pair, count in counts.pairs.items()],
        )
        self._connection.executemany(
            "DELETE FROM syllable WHERE folded = ? AND syllable = ? AND count <= 0",
            [(fold(syllable), syllable) for syllable in counts.single],
        )
        self._connection.executemany(
            "DELETE FROM syllable_pair WHERE folded = ? AND first = ? AND second = ? AND count <= 0",
            [(_pair_key(*pair), *pair) for pair in counts.pairs],
        )

    def clear(self) -> None:
        """The model has learnt nothing."""
        self._connection.execute("DELETE FROM syllable")
        self._connection.execute("DELETE FROM syllable_pair")

    def restore(self, text: str) -> str:
        """NFC `text` with the marks that were omitted; no mark that was typed, no capital and no other sign changes.

        What has not the shape of a syllable (abbreviations, numbers, most foreign words) stays as typed.
        """
        return self._restored.of(text, self._restore) if self._restored else self._restore(text)

    def _restore(self, text: str) -> str:
        text = nfc(text)
        words = [(match.start(), match.end(), word_of(match[0])) for match in WORD.finditer(text)]
        readings = self._readings({fold(word) for _, _, word in words})
        typed = _typed_words(text, words, readings)
        if all(word.candidates == (word.word,) for word in typed):
            return text
        evidence = self._evidence(typed, readings)
        typed = keep_unknown_names(text, typed, evidence)
        return _rewritten(text, typed, most_likely(typed, evidence))

    def _evidence(self, typed: Sequence[TypedWord], readings: Mapping[str, Mapping[str, int]]) -> Evidence:
        symbols = [BOUNDARY, *(word.word for word in typed), BOUNDARY]
        return Evidence(
            single={syllable: count for counted in readings.values() for syllable, count in counted.items()},
            pairs=self._pairs({_pair_key(*pair) for pair in pairwise(symbols)}),
            total=self._connection.execute("SELECT coalesce(sum(count), 0) FROM syllable").fetchone()[0],
            questions=question_language().counts,
        )

    def _readings(self, folded: set[str]) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = {}
        for some, places in _batches(folded | {BOUNDARY}):
            query = f"SELECT folded, syllable, count FROM syllable WHERE folded IN ({places})"
            for key, syllable, count in self._connection.execute(query, some):
                found.setdefault(key, {})[syllable] = count
        return found

    def _pairs(self, folded: set[str]) -> dict[tuple[str, str], int]:
        found: dict[tuple[str, str], int] = {}
        for some, places in _batches(folded):
            query = f"SELECT first, second, count FROM syllable_pair WHERE folded IN ({places})"
            for first, second, count in self._connection.execute(query, some):
                found[first, second] = count
        return found


def _batches(values: Iterable[str]) -> Iterator[tuple[list[str], str]]:
    ordered = sorted(values)
    for start in range(0, len(ordered), VARIABLES_A_STATEMENT):
        some = ordered[start : start + VARIABLES_A_STATEMENT]
        yield some, ", ".join("?" * len(some))


def _pair_key(first: str, second: str) -> str:
    return f"{fold(first)} {fold(second)}"


def _typed_words(
    text: str, words: Sequence[tuple[int, int, str]], readings: Mapping[str, Mapping[str, int]]
) -> list[TypedWord]:
    kept = {place for run in _WITHOUT_SPACES.finditer(text) if _KEPT.search(run[0]) for place in range(*run.span())}
    asked = question_language().by_folded
    typed = []
    for start, end, word in words:
        folded = fold(word)
        candidates = {word}
        if start not in kept and len(word) == end - start and is_syllable(folded):
            known = {*readings.get(folded, ()), *asked.get(folded, ())}
            fitting = {syllable for syllable in known if can_stand_for(word, syllable)}
            candidates = fitting if fitting and not is_finished(word) else fitting | {word}
        typed.append(TypedWord(start, end, word, tuple(sorted(candidates))))
    return typed


def _rewritten(text: str, typed: Sequence[TypedWord], meant: Sequence[str]) -> str:
    letters = list(text)
    for word, syllable in zip(typed, meant, strict=True):
        if syllable != word.word:
            letters[word.start : word.end] = with_case_of(text[word.start : word.end], syllable)
    return "".join(letters)

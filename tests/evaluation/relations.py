"""Compares the relations that ingest reads with those marked by hand; the gold files hold offsets and labels, no text.

A gold relation is one full document number in a text: what is done to it, and by which document. Its span is that
number; where the text says "A … sửa đổi, bổ sung bởi B" it runs from A's number to B's.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.identifier import parse_number
from corpus.model import Provision, Relation
from ingest.deriving import derive
from ingest.reading import read

GOLD = Path(__file__).parent / "gold_relations"
LEAST_PRECISION = 0.97
LEAST_RECALL = 0.95
CONTEXT_CHARACTERS = 60


@dataclass(frozen=True)
class Marked:
    """A relation as marked by hand or as found: what must agree, and where it stands."""

    kind: str
    target: str  # the number's key, as the subject's
    subject: str | None  # None: the document itself
    start: int
    end: int
    places: frozenset[str]

    def agrees_with(self, other: "Marked") -> bool:
        """Same statement at the same spot; the places are counted apart."""
        is_same = (self.kind, self.target, self.subject) == (other.kind, other.target, other.subject)
        return is_same and self.start < other.end and other.start < self.end

    def __str__(self) -> str:
        by = f" by {self.subject}" if self.subject else ""
        return f"{self.kind} {self.target}{by}"


@dataclass(frozen=True)
class Score:
    right: int
    missed: tuple[Marked, ...]
    extra: tuple[Marked, ...]
    with_places: int  # gold relations that name places
    misplaced: tuple[tuple[Marked, Marked], ...]  # of these, the ones found with other places, beside what was found
    unplaced: int  # of these, the ones not found at all

    @property
    def precision(self) -> float:
        return _share(self.right, self.right + len(self.extra))

    @property
    def recall(self) -> float:
        return _share(self.right, self.right + len(self.missed))

    def __str__(self) -> str:
        both = self.precision + self.recall
        harmonic = 2 * self.precision * self.recall / both if both else 0.0
        placed = self.with_places - self.unplaced - len(self.misplaced)
        places = f"places {placed}/{self.with_places}" if self.with_places else "no places"
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {harmonic:.3f}  right {self.right}, {places}"


def run(texts: Path, *, verbose: bool = False) -> int:
    """0 when the reader is good enough or nothing can be compared, which is said; else 1."""
    scores = []
    for gold in sorted(GOLD.glob("*.json")):
        marks = json.loads(gold.read_text(encoding="utf-8"))
        path = texts / marks["file"]
        reason = _reason_to_skip(path, marks["sha256"])
        if reason:
            print(f"skipped {marks['file']}: {reason}")
            continue
        record = derive(read(path), path, marks["sha256"], {})
        gold_marks = [_marked(mark) for mark in marks["relations"]]
        score = without_repeats(
            compare(gold_marks, [_found(one) for one in record.relations]), gold_marks, record.provisions
        )
        scores.append(score)
        print(f"{marks['file']:32} {score}")
        if verbose:
            _print_faults(score, record.document.text)
    if not scores:
        print(f"nothing to compare: none of the marked texts is in {texts}")
        return 0
    total = _sum(scores)
    print(f"{f'{len(scores)} documents':32} {total}")
    return 0 if total.precision >= LEAST_PRECISION and total.recall >= LEAST_RECALL else 1


def compare(gold: list[Marked], found: list[Marked]) -> Score:
    """Each gold relation takes at most one found, and each found serves at most one gold."""
    remaining, pairs, missed = list(found), [], []
    for mark in gold:
        candidates = [one for one in remaining if mark.agrees_with(one)]
        if candidates:
            best = min(candidates, key=lambda one: (one.places != mark.places, abs(one.start - mark.start)))
            remaining.remove(best)
            pairs.append((mark, best))
        else:
            missed.append(mark)
    return Score(
        right=len(pairs),
        missed=tuple(missed),
        extra=tuple(remaining),
        with_places=sum(bool(mark.places) for mark in gold),
        misplaced=tuple((mark, one) for mark, one in pairs if mark.places and mark.places != one.places),
        unplaced=sum(bool(mark.places) for mark in missed),
    )


def without_repeats(score: Score, gold: Iterable[Marked], provisions: Sequence[Provision]) -> Score:
    """The score without the missed marks that only repeat, in the same provision, a relation that was found.

    What a provision says twice of one document is one relation of it.
    """

    def told(mark: Marked) -> tuple[object, ...]:
        home = next(one.ordinal for one in provisions if one.start <= mark.start < one.end)
        return home, mark.kind, mark.target, mark.subject

    found = {told(mark) for mark in gold if mark not in score.missed}
    return replace(score, missed=tuple(mark for mark in score.missed if told(mark) not in found))


def _marked(mark: dict) -> Marked:
    subject = parse_number(mark["subject"]).key if mark["subject"] else None
    target = parse_number(mark["target"]).key
    return Marked(mark["kind"], target, subject, mark["start"], mark["end"], frozenset(mark["places"]))


def _found(one: Relation) -> Marked:
    subject = one.subject.key if one.subject else None
    return Marked(str(one.kind), one.target.key, subject, one.start, one.end, frozenset(map(str, one.places)))


def _reason_to_skip(path: Path, digest: str) -> str:
    if not path.is_file():
        return f"not in {path.parent}"
    if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
        return "the file is not the one that was marked"
    return ""


def _print_faults(score: Score, text: str) -> None:
    for what, marks in (("missed", score.missed), ("extra", score.extra)):
        for mark in marks:
            before = text[max(0, mark.start - CONTEXT_CHARACTERS) : mark.start]
            after = text[mark.end : mark.end + CONTEXT_CHARACTERS]
            context = " ".join(f"{before}[{text[mark.start : mark.end]}]{after}".split())
            print(f"  {what} {mark} at {mark.start}: {context}")
    for mark, one in score.misplaced:
        print(f"  misplaced {mark} at {mark.start}: {sorted(one.places)} for {sorted(mark.places)}")


def _sum(scores: Iterable[Score]) -> Score:
    every = list(scores)
    return Score(
        sum(one.right for one in every),
        tuple(mark for one in every for mark in one.missed),
        tuple(mark for one in every for mark in one.extra),
        sum(one.with_places for one in every),
        tuple(pair for one in every for pair in one.misplaced),
        sum(one.unplaced for one in every),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0

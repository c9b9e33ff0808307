"""Compares the deadlines that ingest reads with those marked by hand; the gold files hold offsets and labels, no text.

A found deadline is right when its expression of time overlaps a marked one that no other has taken. Of the right ones,
the dates are exact when rule, days, inclusiveness and recurrence all agree, and the units when the same words are named
("các", "và" and punctuation aside). What was marked as undecided counts neither way.
"""

import hashlib
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from corpus.deadline_json import is_inclusive, written_days
from corpus.deadline_kind import rule_kind
from corpus.deadline_rule import Bearing, Recurring, Relative, VariableYear
from corpus.folding import fold
from corpus.model import Deadline
from corpus.recurrence import recurrence_text
from ingest.deriving import derive
from ingest.reading import read as read_source

GOLD = Path(__file__).parent / "gold_deadlines"
LEAST_F1 = 0.95
LEAST_DATES = 0.97
LEAST_UNITS = 0.93


@dataclass
class Score:
    """Counts over one or several documents."""

    found: int = 0
    marked: int = 0
    right: int = 0
    dates: int = 0
    units: int = 0
    negatives: int = 0
    fallen_for: int = 0  # hard negatives taken for deadlines
    told: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        for name in ("found", "marked", "right", "dates", "units", "negatives", "fallen_for"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def harmonic(self) -> float:
        return _share(2 * self.right, self.found + self.marked)

    @property
    def is_good_enough(self) -> bool:
        dates, units = _share(self.dates, self.right), _share(self.units, self.right)
        return self.harmonic >= LEAST_F1 and dates >= LEAST_DATES and units >= LEAST_UNITS

    def __str__(self) -> str:
        return (
            f"P {_share(self.right, self.found):.3f}  R {_share(self.right, self.marked):.3f}  F1 {self.harmonic:.3f}  "
            f"dates {_share(self.dates, self.right):.3f}  units {_share(self.units, self.right):.3f}  "
            f"marked {self.marked}, found {self.found}, hard negatives {self.negatives} (fallen for {self.fallen_for})"
        )


def run(texts: Path, *, verbose: bool = False) -> int:
    """0 when the reader is good enough or nothing can be compared, which is said; else 1."""
    sums = {"seen while the rules were written": Score(), "set aside": Score()}
    for gold in sorted(GOLD.glob("*.json")):
        marks = json.loads(gold.read_text(encoding="utf-8"))
        path = texts / marks["file"]
        reason = _reason_to_skip(path, marks["sha256"])
        if reason:
            print(f"skipped {marks['file']}: {reason}")
            continue
        score = _compared(path, marks)
        print(f"{marks['file']:40} {score}")
        if verbose:
            print(*score.told, sep="\n")
        sums["set aside" if marks["is_set_aside"] else "seen while the rules were written"].add(score)
    both = Score()
    for name, total in sums.items():
        both.add(total)
        print(f"{name:40} {total}")
    print(f"{'all':40} {both}")
    if not both.marked:
        return 0
    return 0 if both.is_good_enough else 1


def _compared(path: Path, marks: dict) -> Score:
    record = derive(read_source(path), path, marks["sha256"], {})
    text, found = record.document.text, list(record.deadlines)
    optional = [(one["start_offset"], one["end_offset"]) for one in marks["optional"]]
    score = Score(marked=len(marks["deadlines"]), negatives=len(marks["hard_negatives"]))
    for mark in marks["deadlines"]:
        best = max(found, key=lambda one: _overlap(mark, one), default=None)
        if best is None or _overlap(mark, best) <= 0:
            score.told.append(f"  missed  {_shown(text, mark)}  {mark['rule']}")
            continue
        found.remove(best)
        score.right += 1
        _compare(text, mark, best, score)
    extra = [one for one in found if not any(one.start < end and start < one.end for start, end in optional)]
    score.found = score.right + len(extra)
    score.told += [f"  extra   {_excerpt(text, one.start, one.end)}  {one.rule}" for one in extra]
    score.fallen_for = sum(any(_overlap(mark, one) > 0 for one in extra) for mark in marks["hard_negatives"])
    return score


def _compare(text: str, mark: dict, found: Deadline, score: Score) -> None:
    expected = {name: mark[name] for name in ("rule", "start", "end", "inclusive", "recurrence", "relative")}
    days = written_days(found.rule)
    read = {
        "rule": rule_kind(found.rule).value,
        "start": days.first.isoformat() if days.first else None,
        "end": days.last.isoformat() if days.last else None,
        "inclusive": is_inclusive(found.rule),
        "recurrence": recurrence_text(found.rule) if isinstance(found.rule, Recurring) else None,
        "relative": _relative(found),
    }
    if read == expected:
        score.dates += 1
    else:
        different = {name: (expected[name], read[name]) for name in expected if expected[name] != read[name]}
        score.told.append(f"  dates   {_shown(text, mark)}  expected, read: {different}")
    expected_units = _words(" ".join(text[start:end] for start, end in mark["unit_offsets"]))
    if expected_units == _words(" ".join(found.responsible)):
        score.units += 1
    else:
        names = [text[start:end] for start, end in mark["unit_offsets"]]
        score.told.append(f"  units   {_shown(text, mark)}  expected {names}, read {list(found.responsible)}")


def _relative(found: Deadline) -> str | None:
    match found.rule:
        case Relative(amount=0, bearing=bearing):
            return "before" if bearing is Bearing.BEFORE else "after"
        case Relative(amount=amount, unit=unit, bearing=bearing):
            return f"{amount} {unit.value} {'before' if bearing is Bearing.BEFORE else 'after'}"
        case VariableYear(month=month, day=day):
            return f"{month:02d}-{day:02d}"
        case _:
            return None


def _words(names: str) -> frozenset[str]:
    folded = re.sub(r"\buy ban nhan dan\b", "ubnd", fold(names))
    return frozenset(re.findall(r"\w+", folded)) - {"cac", "va", "co", "lien", "quan"}


def _overlap(mark: dict, found: Deadline) -> int:
    return min(mark["end_offset"], found.end) - max(mark["start_offset"], found.start)


def _shown(text: str, mark: dict) -> str:
    return _excerpt(text, mark["start_offset"], mark["end_offset"])


def _excerpt(text: str, start: int, end: int) -> str:
    return f"{start}: …{' '.join(text[max(0, start - 60) : start].split())} [[{text[start:end]!r}]]"


def _reason_to_skip(path: Path, digest: str) -> str | None:
    if not path.is_file():
        return f"{path} is not there"
    if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
        return f"{path} is not the text that was marked"
    return None


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0

"""Asks every question, compares with what must be said and cited, and reports per kind, gained and lost."""

import json
import re
import statistics
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.answer import Answer, AnswerStatus
from bot.answering import Answering
from corpus.normalise import fold
from tests.evaluation import libraries

QUESTIONS = Path(__file__).parent / "questions"
BASELINE = Path(__file__).parent / "baseline.json"
AS_OF = date(2026, 11, 21)
REFUSALS = {AnswerStatus.NOT_IN_CORPUS, AnswerStatus.OUT_OF_SCOPE, AnswerStatus.NEEDS_CLARIFICATION}
LONGEST_ANSWER_CHARACTERS = 1_200
FLOOR = 0.95
ENDED = re.compile(r"hết hiệu lực|không còn (?:hiệu lực|áp dụng)|(?:được|bị) thay|bị bãi bỏ", re.IGNORECASE)


@dataclass(frozen=True)
class Outcome:
    question: dict
    answer: Answer
    faults: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        return not self.faults

    @property
    def expects_refusal(self) -> bool:
        return not expected_statuses(self.question) & {"answered", "partial", "ambiguous"}

    @property
    def serves_expired_as_current(self) -> bool:
        """It cites what has ended on the day answered for, and nowhere says so."""
        cites_expired = any(c.validity is not None and c.validity.is_expired for c in self.answer.citations)
        return cites_expired and ENDED.search(self.answer.text) is None


def run(which: str, *, accept: bool, verbose: bool) -> int:
    outcomes = ask_all(load(which))
    if not outcomes:
        print("no library of these questions is available")
        return 1
    report(outcomes, verbose=verbose)
    if which == "evaluation":
        compare({o.question["id"]: o.is_right for o in outcomes}, BASELINE, accept=accept)
    right = sum(outcome.is_right for outcome in outcomes) / len(outcomes)
    expired_as_current = sum(outcome.serves_expired_as_current for outcome in outcomes)
    return 0 if right >= FLOOR and not expired_as_current else 1


def load(which: str) -> list[dict]:
    """The questions of one set: `development` and `blind` are files of their own, `evaluation` is all others.

    The dialogues are asked turn by turn, see dialogues.py.
    """
    apart = {"development", "blind", "dialogues"}
    files = sorted(QUESTIONS.glob("*.jsonl"))
    chosen = [file for file in files if file.stem == which or (which == "evaluation" and file.stem not in apart)]
    return [json.loads(line) for file in chosen for line in file.read_text(encoding="utf-8").splitlines() if line]


def ask_all(questions: list[dict]) -> list[Outcome]:
    outcomes = []
    for name, folders in {"shipped": ("shipped",), "shared": ("seeds", "texts")}.items():
        wanted = [question for question in questions if question["library"] in folders]
        if not wanted:
            continue
        if not libraries.is_available(folders[0]):
            print(f"skipped {len(wanted)} questions: ../shared is absent")
            continue
        with libraries.opened(name, libraries.FOLDERS[folders[0]]) as answering:
            outcomes += [judge(question, answering) for question in wanted]
    return outcomes


def judge(question: dict, answering: Answering) -> Outcome:
    as_of = question.get("as_of")
    answer = answering.answer(question["question"], date.fromisoformat(as_of) if as_of else AS_OF)
    return Outcome(question, answer, tuple(faults_of(question, answer)))


def faults_of(expected: dict, answer: Answer) -> list[str]:
    """What the answer lacks or says wrongly; what a refusal says is not looked at."""
    faults = []
    statuses = expected_statuses(expected)
    if str(answer.status) not in statuses:
        faults.append(f"status {answer.status}, expected {'/'.join(sorted(statuses))}")
    if answer.status not in REFUSALS:
        said = plain(answer.text)
        faults += [f"lacks {group}" for group in expected.get("facts", []) if not any(plain(f) in said for f in group)]
        faults += [f"says {wrong}" for wrong in expected.get("forbidden", []) if plain(wrong) in said]
        faults += [
            f"does not cite {wanted}" for wanted in expected.get("citations", []) if not _is_cited(wanted, answer)
        ]
    if any(c.document.text[c.start : c.end] != c.quote for c in answer.citations):
        faults.append("a quote is not verbatim")
    if len(answer.text) > expected.get("longest", LONGEST_ANSWER_CHARACTERS):
        faults.append(f"{len(answer.text)} characters")
    return faults


def expected_statuses(question: dict) -> set[str]:
    status = question["status"]
    return {status} if isinstance(status, str) else set(status)


def report(outcomes: list[Outcome], *, verbose: bool) -> None:
    by_kind: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        by_kind[f"{outcome.question['library']}/{outcome.question['kind']}"].append(outcome)
        if verbose and not outcome.is_right:
            print(f"\n{outcome.question['id']}: {outcome.question['question']}\n  {'; '.join(outcome.faults)}")
            print("  " + outcome.answer.text.replace("\n", "\n  ")[:600])
            for citation in outcome.answer.citations[:4]:
                print(f"    [{citation.document.number or citation.document.title[:40]} {citation.locator}]")
        if outcome.serves_expired_as_current:
            print(f"expired as current: {outcome.question['id']}: {outcome.question['question']}")
    for kind, group in sorted(by_kind.items()):
        print(f"{kind:28} {sum(o.is_right for o in group):3}/{len(group)}")
    refusals = [o for o in outcomes if o.expects_refusal]
    answerable = [o for o in outcomes if not o.expects_refusal]
    lengths = sorted(len(o.answer.text) for o in answerable if o.answer.status not in REFUSALS) or [0]
    seconds = sorted(o.answer.seconds for o in outcomes)
    print(
        json.dumps(
            {
                "questions": len(outcomes),
                "right": round(sum(o.is_right for o in outcomes) / len(outcomes), 4),
                "refusals_right": _share([o.is_right for o in refusals]),
                "expired_as_current": sum(o.serves_expired_as_current for o in outcomes),
                "answerable_refused": _share([o.answer.status in REFUSALS for o in answerable]),
                "characters_median": statistics.median(lengths),
                "characters_p95": lengths[int(len(lengths) * 0.95)],
                "milliseconds_p50": round(1000 * statistics.median(seconds)),
                "milliseconds_p95": round(1000 * seconds[int(len(seconds) * 0.95)]),
            }
        )
    )


def compare(now: dict[str, bool], stored: Path, *, accept: bool) -> None:
    """Prints what was gained and lost against the stored outcome, by id; stores this one if it is accepted."""
    baseline = json.loads(stored.read_text(encoding="utf-8")) if stored.exists() else {}
    print("gained:", sorted(name for name, right in now.items() if right and not baseline.get(name)))
    print("lost:", sorted(name for name, right in now.items() if not right and baseline.get(name)))
    if accept:
        stored.write_text(json.dumps(now, indent=0, sort_keys=True) + "\n", encoding="utf-8")


def _is_cited(wanted: dict, answer: Answer) -> bool:
    name = plain(wanted["document"])
    for citation in answer.citations:
        document = citation.document
        if name not in {plain(str(document.number or ""))} and name not in plain(document.title):
            continue
        if plain(str(citation.locator)).startswith(plain(wanted.get("locator", ""))):
            return True
    return False


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[^\w/%,.]", " ", fold(text))).strip()


def _share(values: list[bool]) -> float | None:
    return round(sum(values) / len(values), 4) if values else None

"""Holds every dialogue, turn by turn, and reports the turns and the follow-ups that were answered rightly.

A follow-up is a turn whose meaning depends on the turns before it. Each turn that means a question also says that
question in full (`alone`): asked alone, it shows what the product can answer at all; what is wrong in a dialogue and
right alone is the fault of the conversation.
"""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.answer import Answer
from bot.answering import Answering
from bot.conversation.conversing import Conversing
from bot.conversation.memory import EMPTY
from corpus.library import Library
from tests.evaluation import libraries
from tests.evaluation.answers import compare, faults_of, plain

FILE = Path(__file__).parent / "questions" / "dialogues.jsonl"
BASELINE = Path(__file__).parent / "baseline_dialogues.json"
FOLDERS = {"shipped": libraries.FOLDERS["shipped"], "shared": libraries.FOLDERS["texts"]}
FLOOR = 0.93  # of the follow-ups, as the issue asks


@dataclass(frozen=True)
class TurnOutcome:
    """How one turn went; `faults_alone` is None unless its question was asked alone too."""

    id: str
    expected: dict
    answer: Answer
    faults: tuple[str, ...]
    faults_alone: tuple[str, ...] | None

    @property
    def is_right(self) -> bool:
        return not self.faults


def run(which: str, *, accept: bool, verbose: bool, alone: bool, file: Path | None = None) -> int:
    """0 when enough of the follow-ups are right; `which` is `held`, `development` or `all`.

    The dialogues of another `file` are not compared with the baseline, which is that of the project's own.
    """
    outcomes = hold_all(load(which, file or FILE), alone=alone)
    if not outcomes:
        print("no library of these dialogues is available")
        return 1
    report(outcomes, verbose=verbose)
    if which == "all" and file is None:
        compare({o.id: o.is_right for turns in outcomes for o in turns}, BASELINE, accept=accept)
    return 0 if share(follow_ups(outcomes)) >= FLOOR else 1


def load(which: str, file: Path = FILE) -> list[dict]:
    dialogues = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return [dialogue for dialogue in dialogues if which == "all" or dialogue["held"] == (which == "held")]


def hold_all(dialogues: list[dict], *, alone: bool) -> list[list[TurnOutcome]]:
    outcomes = []
    for name, folders in FOLDERS.items():
        wanted = [dialogue for dialogue in dialogues if dialogue["library"] == name]
        if not all(folder.is_dir() for folder in folders):
            print(f"skipped {len(wanted)} dialogues: ../shared is absent")
        elif wanted:
            with libraries.opened(name, folders) as answering, Library.open(libraries.library_path(name)) as library:
                conversing = Conversing(answering, library)
                outcomes += [hold(dialogue, conversing, answering if alone else None) for dialogue in wanted]
    return outcomes


def hold(dialogue: dict, conversing: Conversing, answering: Answering | None) -> list[TurnOutcome]:
    """The outcome of each turn in order; where `answering` is given, its question is asked alone too."""
    day = date.fromisoformat(dialogue["as_of"])
    memory = EMPTY
    outcomes = []
    for number, expected in enumerate(dialogue["turns"], start=1):
        turn = conversing.reply(expected["typed"], memory, day)
        memory = turn.memory
        asked_alone = None
        if answering is not None and expected["alone"]:
            asked_alone = tuple(faults_of_turn(expected, answering.answer(expected["alone"], day)))
        faults = tuple(faults_of_turn(expected, turn.answer))
        outcomes.append(TurnOutcome(f"{dialogue['id']}-{number}", expected, turn.answer, faults, asked_alone))
    return outcomes


def faults_of_turn(expected: dict, answer: Answer) -> list[str]:
    """The faults of an answer; a refusal must not say what is forbidden either."""
    said = plain(answer.text)
    wrong = [f"says {words}" for words in expected["forbidden"] if plain(words) in said]
    return list(dict.fromkeys(faults_of(expected, answer) + wrong))


def follow_ups(outcomes: list[list[TurnOutcome]]) -> list[bool]:
    return [outcome.is_right for turns in outcomes for outcome in turns if outcome.expected["follow_up"]]


def share(values: list[bool]) -> float:
    return sum(values) / len(values) if values else 1.0


def report(outcomes: list[list[TurnOutcome]], *, verbose: bool) -> None:
    for turns in outcomes:
        wrong = [outcome for outcome in turns if not outcome.is_right]
        for outcome in wrong:
            print(f"{outcome.id}: {outcome.expected['typed']} | {'; '.join(outcome.faults)}{_blame(outcome)}")
            if verbose:
                print(f"  = {outcome.answer.question} ({outcome.answer.understood_as or 'as typed'})")
                print("  " + outcome.answer.text.replace("\n", "\n  ")[:600])
    are_right = [outcome.is_right for dialogue in outcomes for outcome in dialogue]
    print(
        json.dumps(
            {
                "dialogues": len(outcomes),
                "wholly_right": round(share([all(o.is_right for o in dialogue) for dialogue in outcomes]), 4),
                "turns": len(are_right),
                "turns_right": round(share(are_right), 4),
                "follow_ups": len(follow_ups(outcomes)),
                "follow_ups_right": round(share(follow_ups(outcomes)), 4),
            }
        )
    )


def _blame(outcome: TurnOutcome) -> str:
    if outcome.faults_alone is None:
        return ""
    return " [wrong alone too]" if outcome.faults_alone else " [right alone]"

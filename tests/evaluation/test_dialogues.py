"""The dialogues of the evaluation are well formed, enough, and evenly held out."""

import json
import re
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def dialogues_of(*path):
    lines = (Path(__file__).parent / "questions").joinpath(*path).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def turns_of(dialogues):
    return [(f"{one['id']}-{number}", turn) for one in dialogues for number, turn in enumerate(one["turns"])]


DIALOGUES = dialogues_of("dialogues.jsonl")
TURNS = turns_of(DIALOGUES)
# Written later, by people who had not seen the rules: how far these carry beyond what they were made for.
LATER = dialogues_of("later", "dialogues.jsonl")
DIALOGUE_KEYS = {"id", "library", "as_of", "held", "note", "turns"}
TURN_KEYS = {"typed", "alone", "follow_up", "status", "facts", "forbidden", "citations"}
OPTIONAL_TURN_KEYS = {"wrong_alone", "longest"}  # the product misses it even when asked alone; the most characters
STATUSES = {"answered", "partial", "needs_clarification", "ambiguous", "not_in_corpus", "out_of_scope"}
FEWEST_DIALOGUES = 60
FEWEST_FOLLOW_UPS = 110
MOST_WRONG_ALONE = 3


def statuses(turn):
    return {turn["status"]} if isinstance(turn["status"], str) else set(turn["status"])


def words(text):
    return re.sub(r"\W+", " ", text).lower().strip()


def test_there_are_enough_dialogues_and_follow_ups():
    assert len(DIALOGUES) >= FEWEST_DIALOGUES
    assert sum(turn["follow_up"] for _, turn in TURNS) >= FEWEST_FOLLOW_UPS


def test_identifiers_are_unique():
    assert len({dialogue["id"] for dialogue in DIALOGUES + LATER}) == len(DIALOGUES) + len(LATER)


def test_half_of_the_dialogues_of_each_library_are_held_out():
    for library in ("shipped", "shared"):
        held = Counter(dialogue["held"] for dialogue in DIALOGUES if dialogue["library"] == library)
        assert abs(held[True] - held[False]) <= 1


@pytest.mark.parametrize("dialogue", DIALOGUES + LATER, ids=lambda dialogue: dialogue["id"])
def test_every_dialogue_has_the_agreed_form(dialogue):
    assert set(dialogue) == DIALOGUE_KEYS
    assert dialogue["library"] in {"shipped", "shared"}
    assert date.fromisoformat(dialogue["as_of"])
    assert 2 <= len(dialogue["turns"]) <= 5
    assert not dialogue["turns"][0]["follow_up"]
    assert dialogue["note"]


@pytest.mark.parametrize(
    ("name", "turn"), TURNS + turns_of(LATER), ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_turn_has_the_agreed_form(name, turn):
    assert set(turn) - OPTIONAL_TURN_KEYS == TURN_KEYS
    assert turn["typed"].strip()
    assert statuses(turn)
    assert statuses(turn) <= STATUSES
    assert all(group and all(group) for group in turn["facts"])
    assert all(turn["forbidden"])
    assert all(citation["document"] for citation in turn["citations"])


def test_every_answer_that_is_awaited_is_told_by_facts_or_places():
    silent = [
        name
        for name, turn in TURNS
        if "answered" in statuses(turn) and turn["alone"] and not (turn["facts"] or turn["citations"])
    ]
    assert silent == ["dialogue-shared-32-2"]  # no deadline that month: the others' must not be told


def test_a_follow_up_that_means_a_question_says_it_in_full():
    assert [name for name, turn in TURNS if turn["follow_up"] and not turn["alone"]] == []
    assert [name for name, turn in TURNS if turn["follow_up"] and words(turn["typed"]) == words(turn["alone"])] == []


def test_few_questions_are_beyond_the_product_when_asked_alone():
    assert sum(turn.get("wrong_alone", False) for _, turn in TURNS) <= MOST_WRONG_ALONE


def test_every_cited_shipped_document_is_shipped():
    manifest = tomllib.loads((ROOT / "corpus" / "documents" / "manifest.toml").read_text(encoding="utf-8"))
    names = [words(f"{entry['number']} {entry['title']}") for entry in manifest["document"]]
    cited = {
        citation["document"]
        for dialogue in DIALOGUES
        if dialogue["library"] == "shipped"
        for turn in dialogue["turns"]
        for citation in turn["citations"]
    }
    assert [name for name in cited if not any(words(name) in known for known in names)] == []

"""The evaluation questions are well formed, and what they expect really stands in the documents they name."""

import json
import math
import re
import tomllib
import unicodedata
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
DOCUMENTS = ROOT / "corpus" / "documents"
DIALOGUES = "dialogues"  # turns, of another form: see test_dialogues.py
FILES = sorted(path for path in (Path(__file__).parent / "questions").glob("*.jsonl") if path.stem != DIALOGUES)
OF_SEVERAL_LIBRARIES = {"development", "blind", "deadlines"}
OF_ONE_LIBRARY = {"force": "shipped"}  # the library of a file that is not named after it
WITHOUT_TWINS = {"blind"}  # a third of its questions are typed without diacritics themselves
WITH_MORE_TWINS = {"deadlines"}  # of more than each third question
HELD_OUT = {
    "shipped": 45,
    "seeds": 25,
    "texts": 40,
    "force": 90,
    "deadlines": 80,
}  # the fewest questions of each set, twins not counted
# Their answers are put together from several documents, worked out or judged on a day, so no one text says them whole.
COMPOSED = {"in_force", "related", "governing", "reward", "past", "comparison", "history"}
COMPOSED |= {
    "deadline_of_document", "deadline_list", "deadline_of_unit", "deadline_of_month", "deadline_of_topic", "days_left",
    "how_often", "dossier_deadline", "recipient", "past_deadline", "ongoing", "no_deadline", "ambiguous",
}  # fmt: skip
KINDS = {
    "fact", "directive", "deadline", "responsible", "standard", "dossier", "provision", "list", "summary",
    "greeting", "mention", "not_in_corpus", "out_of_scope", *COMPOSED,
}  # fmt: skip
STATUSES = {"answered", "partial", "needs_clarification", "ambiguous", "not_in_corpus", "out_of_scope"}
KEYS = {
    "id", "library", "question", "kind", "status", "facts", "forbidden", "citations", "twin_of", "note",
}  # fmt: skip
OPTIONAL_KEYS = {"as_of", "longest"}  # the day asked on, else that of the evaluation; the most characters
# What a bot says of an instrument, not what the instrument says.
STATUS_WORDS = {
    "hết hiệu lực", "không còn hiệu lực", "còn hiệu lực", "đang có hiệu lực", "chưa có hiệu lực",
    "chưa xác định", "chưa rõ", "chưa có", "không có", "chưa có văn bản", "thay thế", "tối đa",
    "đã qua", "hôm nay là", "không nêu", "còn kịp", "thường xuyên",
}  # fmt: skip
WORKED_OUT = {"days_left", "past_deadline", "ambiguous"}  # from the day that the question is asked on
COUNT_OF_DAYS = re.compile(r"\d+ ngày")
ROUNDING = 10_000
OPENING_CHARACTERS = 1_500  # a document says who it is within them


def read(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


EVERY_QUESTION = [question for path in FILES for question in read(path)]
BY_ID = {question["id"]: question for question in EVERY_QUESTION}
TWINS = [question for question in EVERY_QUESTION if question["twin_of"]]
WITH_FACTS = [question for question in EVERY_QUESTION if question["facts"] and not question["twin_of"]]


def without_diacritics(text):
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def plain(text):
    return " ".join(re.sub(r"[^\w/%,.]", " ", without_diacritics(text).lower()).split())


@pytest.fixture(scope="module")
def shipped():
    """Name (number or title) and text of each shipped document."""
    listed = tomllib.loads((DOCUMENTS / "manifest.toml").read_text(encoding="utf-8"))["document"]
    return [
        (plain(f"{entry['number']} {entry['title']}"), plain((DOCUMENTS / entry["file"]).read_text(encoding="utf-8")))
        for entry in listed
    ]


@pytest.fixture(scope="module")
def shared():
    """Opening and text of each document of ../shared."""
    if not SHARED.is_dir():
        pytest.skip("the documents of ../shared are not on this machine")
    texts = [
        plain(path.read_text(encoding="utf-8"))
        for folder in ("seeds", "texts")
        for path in sorted((SHARED / folder).glob("*.txt"))
    ]
    return [(text[:OPENING_CHARACTERS], text) for text in texts]


def texts_named(name, documents):
    whole_name = re.compile(rf"(?<!\d){re.escape(plain(name))}")
    return [text for said, text in documents if whole_name.search(said)]


def statuses(question):
    return {question["status"]} if isinstance(question["status"], str) else set(question["status"])


def candidate_texts(question, documents):
    named = [texts_named(citation["document"], documents) for citation in question["citations"]]
    return [text for texts in named for text in texts] if named else [text for _, text in documents]


def missing_facts(question, documents):
    candidates = candidate_texts(question, documents)
    if any(all(any(plain(fact) in text for fact in group) for group in question["facts"]) for text in candidates):
        return []
    return question["facts"]


def missing_parts(question, documents):
    """The groups of a composed answer that are no word of status, no worked-out amount and in no cited document."""
    texts = candidate_texts(question, documents)
    rewards = possible_rewards(texts) if question["kind"] == "reward" else set()
    return [
        group
        for group in question["facts"]
        if not STATUS_WORDS & set(group)
        and not (question["kind"] in WORKED_OUT and all(COUNT_OF_DAYS.search(fact) for fact in group))
        and not rewards & set(group)
        and not any(plain(fact) in text for fact in group for text in texts)
    ]


def possible_rewards(texts):
    """Each coefficient in them, for one person, a household and a collective, times each base salary, rounded up."""
    text = " ".join(texts)
    coefficients = {float(found.replace(",", ".")) for found in re.findall(r"(\d+,\d) lan muc luong co so", text)}
    salaries = {int(found.replace(".", "")) for found in re.findall(r"muc luong co so la ([\d.]+) dong", text)}
    exact = {round(c * share * salary) for c in coefficients for share in (1, 1.5, 2) for salary in salaries}
    return {f"{math.ceil(amount / ROUNDING) * ROUNDING:,}".replace(",", ".") for amount in exact}


def test_identifiers_are_unique():
    assert len(BY_ID) == len(EVERY_QUESTION)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_line_has_the_agreed_form(path):
    for question in read(path):
        assert set(question) - OPTIONAL_KEYS == KEYS, question["id"]
        assert question.get("as_of") is None or date.fromisoformat(question["as_of"]), question["id"]
        assert question["kind"] in KINDS, question["id"]
        assert statuses(question) <= STATUSES, question["id"]
        own = OF_ONE_LIBRARY.get(path.stem, path.stem)
        assert question["library"] == own or path.stem in OF_SEVERAL_LIBRARIES, question["id"]
        assert all(group and all(group) for group in question["facts"]), question["id"]


def test_a_refusal_expects_no_facts():
    refusals = [question for question in EVERY_QUESTION if not statuses(question) & {"answered", "partial"}]
    assert refusals
    assert [question["id"] for question in refusals if question["facts"] or question["citations"]] == []


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: twin["id"])
def test_a_twin_is_its_question_without_diacritics(twin):
    original = BY_ID[twin["twin_of"]]
    assert twin["question"] == without_diacritics(original["question"])
    assert {**twin, "id": "", "question": "", "twin_of": None} == {**original, "id": "", "question": ""}


@pytest.mark.parametrize("path", [path for path in FILES if path.stem not in WITHOUT_TWINS], ids=lambda path: path.stem)
def test_each_third_question_has_a_twin(path):
    questions = [question for question in read(path) if not question["twin_of"]]
    twins = {question["twin_of"] for question in read(path) if question["twin_of"]}
    if path.stem in WITH_MORE_TWINS:
        assert len(twins) >= len(questions) / 3
    else:
        assert twins == {question["id"] for question in questions[2::3]}


@pytest.mark.parametrize(("name", "fewest"), HELD_OUT.items())
def test_each_held_out_set_is_large_enough(name, fewest):
    held_out = [question for path in FILES if path.stem == name for question in read(path)]
    assert len([question for question in held_out if not question["twin_of"]]) >= fewest


def test_no_development_question_is_held_out():
    development = {plain(q["question"]) for q in EVERY_QUESTION if q["id"].startswith("dev-")}
    held_out = {plain(q["question"]) for q in EVERY_QUESTION if not q["id"].startswith("dev-")}
    assert development & held_out == set()


@pytest.mark.parametrize("question", [q for q in WITH_FACTS if q["library"] == "shipped"], ids=lambda q: q["id"])
def test_expected_facts_stand_in_the_shipped_document(question, shipped):
    missing = missing_parts if question["kind"] in COMPOSED else missing_facts
    assert missing(question, shipped) == []


@pytest.mark.parametrize("question", [q for q in WITH_FACTS if q["library"] != "shipped"], ids=lambda q: q["id"])
def test_expected_facts_stand_in_the_shared_document(question, shared):
    missing = missing_parts if question["kind"] in COMPOSED else missing_facts
    assert missing(question, shared) == []

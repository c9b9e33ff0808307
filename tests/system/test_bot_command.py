"""`python -m bot` as people and programs call it; the real embedding model reads the shipped documents once."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.__main__ import main
from corpus.library import Library

ROOT = Path(__file__).resolve().parents[2]
PLAN_QUESTION = "Kế hoạch số 1282/KH-QHKT thực hiện kế hoạch nào của UBND Thành phố?"


def run(data_dir, module, *arguments, **more):
    """The ended process, with DATA_DIR set; only what is printed for programs is on stdout."""
    return subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | {"DATA_DIR": str(data_dir), "EMBEDDING_MODEL": "", "PYTHONIOENCODING": "utf-8"} | more,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def lines_of(ended):
    return [json.loads(line) for line in ended.stdout.splitlines()]


@pytest.mark.parametrize(
    "arguments",
    [
        [],  # no command
        ["tell", "x"],  # no such command
        ["ask"],  # nothing to ask
        ["ask", "Hỏi gì?", "--file", "questions.jsonl"],  # which of the two?
        ["ask", "Hỏi gì?", "--as-of", "31/12/2025"],  # a date of another form
        ["ask", "Hỏi gì?", "--as-of", "2025-02-30"],  # no such day
        ["search"],
        ["search", "thi đua", "-k", "0"],
        ["search", "thi đua", "-k", "mười"],
    ],
)
def test_wrong_usage_is_exit_code_2_and_says_why_on_stderr(arguments, capsys):
    try:
        code = main(arguments)
    except SystemExit as error:
        code = error.code
    printed = capsys.readouterr()
    assert (code, printed.out) == (2, "")
    assert printed.err


@pytest.mark.parametrize("arguments", [["ask", "Hỏi gì?", "--json"], ["search", "thi đua"], ["chat"], ["telegram"]])
def test_without_a_library_every_command_says_how_to_make_one(tmp_path, arguments):
    ended = run(tmp_path / "data", "bot", *arguments)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "python -m ingest add corpus/documents" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not (tmp_path / "data" / "library.sqlite3").exists()


def test_a_data_dir_that_is_a_file_is_refused_by_name(tmp_path):
    (tmp_path / "file").touch()
    ended = run(tmp_path / "file", "bot", "ask", "Hỏi gì?")
    assert ended.returncode == 2
    assert "DATA_DIR" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_model_that_is_not_there_is_refused_by_name(tmp_path):
    with Library.open(tmp_path / "library.sqlite3", create=True):
        pass
    ended = run(tmp_path, "bot", "ask", "Hỏi gì?", EMBEDDING_MODEL=str(tmp_path / "no-model"), HF_HUB_OFFLINE="1")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "no-model" in ended.stderr
    assert "Traceback" not in ended.stderr


QUESTIONS = [
    json.dumps({"id": "plan", "question": PLAN_QUESTION}),
    json.dumps({"id": "ward", "question": "phuong mai dich tong ket thi dua khi nao"}),
    "no JSON",
    json.dumps({"id": "unknown", "question": "Kế hoạch 999/KH-UBND quy định gì?"}),
    json.dumps(["a list"]),
    json.dumps({"id": "no question"}),
    json.dumps({"id": "number", "question": 7}),
    json.dumps({"id": "gold", "question": "giá vàng hôm nay"}),
    json.dumps({"id": "talk", "turns": ["xin chào", "giá vàng hôm nay"]}),
    json.dumps({"id": "empty", "question": ""}),
]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    """The library of the shipped documents, made as `make setup` makes it."""
    data_dir = tmp_path_factory.mktemp("shipped")
    added = run(data_dir, "ingest", "add", "corpus/documents", "--json")
    assert added.returncode == 0, added.stderr
    return data_dir


@pytest.fixture(scope="module")
def answered(shipped):
    """The ended process that was asked all questions."""
    path = shipped / "questions.jsonl"
    path.write_text("\n".join(QUESTIONS) + "\n", encoding="utf-8")
    return run(shipped, "bot", "ask", "--file", path, "--as-of", "2026-03-02")


@pytest.mark.slow
def test_the_shipped_documents_answer_what_they_hold_and_refuse_the_rest(answered):
    answers = {answer["id"]: answer for answer in lines_of(answered)}

    plan = answers["plan"]
    assert (plan["status"], plan["question"], plan["as_of"]) == ("answered", PLAN_QUESTION, "2026-03-02")
    assert "88/KH-UBND" in plan["text"]
    assert "23/3/2024" in plan["text"]
    [cited] = plan["citations"]
    assert "88/KH-UBND" in cited["quote"]
    assert cited["form"] == "digest"
    assert cited["locator"]

    ward = answers["ward"]
    assert (ward["status"], ward["kind"]) == ("answered", "deadline")
    assert "đầu tháng 10/2024" in ward["text"]
    assert "đầu tháng 10/2024" in ward["citations"][0]["quote"]
    assert ward["understood_as"] == "phường mai dịch tổng kết thi đua khi nào"

    unknown = answers["unknown"]
    assert (unknown["status"], unknown["citations"]) == ("not_in_corpus", [])
    assert "999/KH-UBND" in unknown["text"]

    gold = answers["gold"]
    assert (gold["status"], gold["kind"], gold["citations"]) == ("out_of_scope", "out_of_scope", [])


@pytest.mark.slow
def test_lines_that_cannot_be_read_are_reported_and_the_others_answered_in_order(answered):
    assert answered.returncode == 1
    assert [line["id"] for line in lines_of(answered)] == ["plan", "ward", "unknown", "gold", "talk", "empty"]
    reported = answered.stderr.splitlines()
    assert [report.split(",")[1].split(":")[0] for report in reported] == [" line 3", " line 5", " line 6", " line 7"]
    assert all("the line was skipped" in report for report in reported)
    talk = next(line for line in lines_of(answered) if line["id"] == "talk")
    assert [turn["status"] for turn in talk["turns"]] == ["answered", "out_of_scope"]


@pytest.mark.slow
def test_one_question_gives_one_json_object_or_text_for_people(shipped):
    asked = run(shipped, "bot", "ask", "--json", "Luật Thi đua, khen thưởng số bao nhiêu?")
    assert asked.returncode == 0, asked.stderr
    [answer] = lines_of(asked)
    assert {
        "id", "question", "understood_as", "kind", "status", "as_of", "text", "citations", "deadlines", "warnings",
        "seconds",
    } <= set(answer)  # fmt: skip
    shown = run(shipped, "bot", "ask", "phuong mai dich tong ket thi dua khi nao").stdout
    assert shown.startswith("Tôi hiểu là: “phường mai dịch tổng kết thi đua khi nào”.\n")
    assert "\nNguồn\n[1] " in shown


@pytest.mark.slow
def test_a_questions_file_that_is_not_there_is_exit_code_2(shipped, tmp_path):
    ended = run(shipped, "bot", "ask", "--file", tmp_path / "questions.jsonl")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "questions.jsonl" in ended.stderr
    assert "Traceback" not in ended.stderr

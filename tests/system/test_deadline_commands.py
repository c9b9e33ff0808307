"""`python -m bot deadlines` and `timeline` as people and programs call them."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.__main__ import main
from corpus.library import Library
from tests.instruments import library_of
from tests.plans import always, before, duty, monthly, on, plan

ROOT = Path(__file__).resolve().parents[2]
PROVINCE = plan(
    "12/KH-UBND",
    "2026-01-05",
    duty("Sở Nội vụ báo cáo", "trước ngày 31/3/2026", before("2026-03-31"), "Sở Nội vụ"),
    duty("Các sở tổng hợp", "trước ngày 20 hằng tháng", monthly(20), "Các sở, ban, ngành"),
    duty("Các xã tuyên truyền", "thường xuyên", always(), "UBND các xã"),
)
WARD = plan(
    "12/KH-UBND",
    "2026-02-01",
    duty("Phường tổng kết", "ngày 10/10/2026", on("2026-10-10"), "UBND phường Mai Dịch"),
    issuer="UBND phường Mai Dịch",
)
SILENT = plan("13/KH-UBND", "2026-02-01", title="Kế hoạch không hạn")


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    with library_of(tmp_path, PROVINCE, WARD, SILENT):
        pass

    def run_command(*arguments):
        try:
            code = main([*arguments, "--as-of", "2026-03-10"])
        except SystemExit as error:
            code = error.code
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run_command


def lines_of(out):
    return [json.loads(line) for line in out.splitlines()]


def test_every_deadline_is_one_object_a_line(run):
    code, out, err = run("deadlines", "--json")
    assert (code, err) == (0, "")
    assert [(one["task"], one["rule"], one["next"]) for one in lines_of(out)] == [
        ("Phường tổng kết", "date", "2026-10-10"),
        ("Sở Nội vụ báo cáo", "before", "2026-03-30"),
        ("Các sở tổng hợp", "recurring", "2026-03-19"),
        ("Các xã tuyên truyền", "ongoing", None),
    ]
    assert "\\u" not in out


def test_between_two_days_each_occurrence_is_told(run):
    code, out, _ = run("deadlines", "--from", "2026-03-20", "--to", "2026-05-31", "--json")
    assert code == 0
    assert [(one["task"], one["occurrences"]) for one in lines_of(out)] == [
        ("Sở Nội vụ báo cáo", ["2026-03-30"]),
        ("Các sở tổng hợp", ["2026-04-19", "2026-05-19"]),
    ]


def test_a_unit_finds_its_own_and_those_of_its_group(run):
    _, out, _ = run("deadlines", "--unit", "so noi vu", "--json")
    assert [(one["task"], one["is_for_group"]) for one in lines_of(out)] == [
        ("Sở Nội vụ báo cáo", False),
        ("Các sở tổng hợp", True),
    ]


def test_for_people_it_is_a_list_by_day(run):
    code, out, err = run("deadlines", "--unit", "Sở Nội vụ")
    assert (code, err) == (0, "")
    assert out.startswith("19/3/2026 (thứ Năm)\n  • Các sở, ban, ngành (giao chung): Các sở tổng hợp")


def test_several_documents_of_one_number_are_all_listed_and_named(run):
    code, out, err = run("deadlines", "--document", "12/KH-UBND", "--json")
    assert (code, len(lines_of(out))) == (0, 4)
    assert "2 documents answer to '12/KH-UBND'" in err
    assert "UBND phường Mai Dịch" in err


def test_one_of_them_is_named_by_its_id(run):
    _, out, err = run("deadlines", "--document", WARD.document.id, "--json")
    assert ([one["task"] for one in lines_of(out)], err) == (["Phường tổng kết"], "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["deadlines", "--document", "999/KH-UBND"], "'999/KH-UBND'"),
        (["deadlines", "--document", "Kế hoạch lạ"], "'Kế hoạch lạ'"),
        (["deadlines", "--unit", "Bộ Quốc phòng"], "'Bộ Quốc phòng'"),
        (["timeline", "999/KH-UBND", "--output", "x.png"], "'999/KH-UBND'"),
        (["timeline", "13/KH-UBND", "--output", "x.png"], "nothing to draw"),
        (["timeline", "12/KH-UBND", "--output", "x.png"], WARD.document.id),  # which of the two?
    ],
)
def test_what_is_not_held_is_exit_code_1_and_says_so(run, tmp_path, arguments, said):
    code, out, err = run(*arguments)
    assert (code, out) == (1, "")
    assert said in err
    assert not (tmp_path / "x.png").exists()


def test_no_deadline_at_that_time_is_no_error(run):
    code, out, err = run("deadlines", "--document", WARD.document.id, "--from", "2026-11-01")
    assert (code, out) == (0, "")
    assert "No deadline fits" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["deadlines", "--from", "2026-05-01", "--to", "2026-04-30"],  # the wrong way round
        ["deadlines", "--from", "01/05/2026"],  # a date of another form
        ["deadlines", "--to", "2026-02-30"],  # no such day
        ["deadlines", "--json", "--ics", "x.ics"],  # which of the two?
        ["deadlines", "--ics"],  # no file
        ["timeline", "12/KH-UBND"],  # no file
        ["timeline", "--output", "x.png"],  # no document
        ["timeline", WARD.document.id, "--output", "x.bmp"],  # no such format
        ["timeline", WARD.document.id, "--output", "nowhere/x.png"],
        ["deadlines", "--ics", "nowhere/x.ics"],
    ],
)
def test_wrong_usage_is_exit_code_2_and_says_why_on_stderr(run, arguments):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err
    assert "Traceback" not in err


def test_a_calendar_file_holds_what_was_found_and_says_how_many(run, tmp_path):
    code, out, err = run("deadlines", "--unit", "Sở Nội vụ", "--ics", "x.ics")
    assert (code, out, err) == (0, "", "x.ics: 2 deadlines\n")
    assert (tmp_path / "x.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_calendar_that_cannot_be_written_leaves_the_former_and_nothing_beside_it(run, tmp_path):
    (tmp_path / "x.ics").mkdir()
    code, _, err = run("deadlines", "--ics", "x.ics")
    assert code == 2
    assert "x.ics" in err
    assert [path.name for path in tmp_path.glob("*.ics*")] + [path.name for path in tmp_path.glob(".*")] == ["x.ics"]


def test_a_picture_is_drawn_of_one_document(run, tmp_path):
    code, out, err = run("timeline", PROVINCE.document.id, "--output", "x.png")
    assert (code, out, err) == (0, "", "x.png: 3 deadlines of 12/KH-UBND\n")
    assert (tmp_path / "x.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("command", [["deadlines"], ["timeline", "12/KH-UBND", "--output", "x.png"]])
def test_without_a_library_both_say_how_to_make_one(tmp_path, monkeypatch, capsys, command):
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    assert main(command) == 2
    assert "python -m ingest add corpus/documents" in capsys.readouterr().err


def test_neither_loads_the_embedding_model_or_waits_for_it(tmp_path):
    with Library.open(tmp_path / "library.sqlite3", create=True) as library:
        library.add(PROVINCE)
    program = (
        "import sys; from bot.__main__ import main; code = main(sys.argv[1:]); "
        "loaded = {'torch', 'chromadb', 'sentence_transformers', 'matplotlib'} & set(sys.modules); "
        "sys.exit(str(loaded) if loaded else code)"
    )
    started = time.perf_counter()
    ended = subprocess.run(
        [sys.executable, "-c", program, "deadlines", "--json"],
        cwd=tmp_path,
        env=os.environ | {"DATA_DIR": str(tmp_path), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (ended.returncode, len(lines_of(ended.stdout))) == (0, 3), ended.stderr
    assert time.perf_counter() - started < 3  # 0.2 s here; the model alone takes more

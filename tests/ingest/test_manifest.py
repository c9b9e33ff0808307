import hashlib
from pathlib import Path

import pytest

from ingest.corrections import parse_assignments
from ingest.errors import IncorrectCorrection
from tests.ingest.pipelines import workshop_in
from tests.ingest.samples import plan


@pytest.fixture
def workshop(tmp_path):
    with workshop_in(tmp_path / "data") as made:
        yield made


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "documents"
    made.mkdir()
    (made / "a.txt").write_text(plan(), encoding="utf-8")
    return made


def list_in_manifest(folder, *entries):
    text = "".join(f"[[document]]\n{entry}\n" for entry in entries)
    (folder / "manifest.toml").write_text(text, encoding="utf-8")


def outcome(reports):
    return [(Path(report.path).name, report.status.value, report.error) for report in reports]


def test_what_the_manifest_says_overrides_what_was_read(workshop, folder):
    list_in_manifest(
        folder,
        'file = "a.txt"\nnumber = "9/KH-UBND"\ntitle = "Thi đua đầu năm"\nissued_on = 2025-04-02\n'
        'form = "digest"\nsource = "https://vi-du.example/9"',
    )
    [report] = workshop.add(folder)
    assert (report.number, report.title, report.issued_on) == ("9/KH-UBND", "Thi đua đầu năm", "2025-04-02")
    [head] = workshop.library.document_heads()
    assert (head.form.value, head.source) == ("digest", "https://vi-du.example/9")


def test_the_operator_has_the_last_word(workshop, folder):
    list_in_manifest(folder, 'file = "a.txt"\nnumber = "9/KH-UBND"\nkind = "Kế hoạch"')
    [report] = workshop.add(folder / "a.txt", number="10/KH-UBND")
    assert report.number == "10/KH-UBND"


def test_a_manifest_speaks_also_for_a_file_that_is_added_alone(workshop, folder):
    list_in_manifest(folder, 'file = "a.txt"\nnumber = "9/KH-UBND"')
    [report] = workshop.add(folder / "a.txt")
    assert report.number == "9/KH-UBND"


def test_nothing_is_read_again_while_file_and_manifest_stay_the_same(workshop, folder):
    list_in_manifest(folder, 'file = "a.txt"\nnumber = "9/KH-UBND"')
    workshop.add(folder)
    assert outcome(workshop.add(folder)) == [("a.txt", "unchanged", None)]


def test_a_changed_manifest_is_followed(workshop, folder):
    list_in_manifest(folder, 'file = "a.txt"\nnumber = "9/KH-UBND"')
    workshop.add(folder)
    list_in_manifest(folder, 'file = "a.txt"\nnumber = "10/KH-UBND"')
    [report] = workshop.add(folder)
    assert (report.status.value, report.number) == ("changed", "10/KH-UBND")
    assert len(workshop.held()) == 1


def test_the_digest_of_the_right_file_is_accepted(workshop, folder):
    digest = hashlib.sha256((folder / "a.txt").read_bytes()).hexdigest()
    list_in_manifest(folder, f'file = "a.txt"\nsha256 = "{digest}"')
    assert outcome(workshop.add(folder)) == [("a.txt", "added", None)]


@pytest.mark.parametrize(
    ("entry", "error"),
    [
        ('file = "a.txt"\nsha256 = "00"', "manifest.toml expects 00"),  # the bytes are not those meant
        ('file = "a.txt"\nnumer = "9/KH-UBND"', "unknown keys for it: numer; known are"),  # a slip of the pen
        ('file = "a.txt"\nissued_on = "03/2025"', "YYYY-MM-DD"),  # no date
        ('file = "a.txt"\nform = "copy"', "official, digest, news"),  # no form
        ('file = "a.txt"\nnumber = "chín"', "88/KH-UBND"),  # no number
        ('file = "b.txt"', "not listed in manifest.toml"),  # a file that nobody vouches for
        ("number = 9", "has no `file`"),  # an entry about nothing
        ('file = "a.txt"\n[[document]]\nfile = "a.txt"', "listed twice"),  # which of them holds?
        ('file = "a.txt', "cannot be read"),  # no TOML
        ('file = "a.txt"\n[settings]\nx = 1', "only [[document]] tables"),  # something else
    ],
)
def test_a_file_that_the_manifest_is_wrong_about_is_refused(workshop, folder, entry, error):
    list_in_manifest(folder, entry)
    refused = {report.path: report.error for report in workshop.add(folder) if report.status.value == "refused"}
    assert error in refused[str(folder / "a.txt")]
    assert workshop.held() == []


def test_a_listed_file_that_is_missing_is_refused_and_its_document_stays(workshop, folder):
    (folder / "b.txt").write_text(plan(number="13/KH-UBND"), encoding="utf-8")
    list_in_manifest(folder, 'file = "a.txt"', 'file = "b.txt"')
    workshop.add(folder)
    (folder / "b.txt").unlink()
    assert outcome(workshop.add(folder)) == [
        ("a.txt", "unchanged", None),
        ("b.txt", "refused", "manifest.toml lists it, but there is no such file"),
    ]
    assert [name for _, name in workshop.held()] == ["a.txt", "b.txt"]


def test_the_manifest_and_the_readme_beside_it_are_no_documents(workshop, folder):
    list_in_manifest(folder, 'file = "a.txt"')
    (folder / "README.md").write_text("Các văn bản mẫu.", encoding="utf-8")
    assert outcome(workshop.add(folder)) == [("a.txt", "added", None)]


def test_a_manifest_speaks_for_subfolders_and_not_for_the_folders_around_it(workshop, tmp_path, folder):
    (folder / "sub").mkdir()
    (folder / "sub" / "b.txt").write_text(plan(number="13/KH-UBND"), encoding="utf-8")
    (tmp_path / "inbox.txt").write_text(plan(number="14/KH-UBND"), encoding="utf-8")
    list_in_manifest(folder, 'file = "sub/b.txt"\nnumber = "15/KH-UBND"')
    reports = workshop.add(tmp_path / "inbox.txt", folder)
    assert [(Path(report.path).name, report.status.value, report.number) for report in reports] == [
        ("inbox.txt", "added", "14/KH-UBND"),
        ("a.txt", "refused", None),
        ("b.txt", "added", "15/KH-UBND"),
    ]


def test_corrections_are_written_as_key_and_value():
    assert parse_assignments(["number=88/KH-UBND", "title=a = b"]) == {"number": "88/KH-UBND", "title": "a = b"}


@pytest.mark.parametrize(
    ("assignment", "error"),
    [
        ("numbr=1/KH-UBND", "number, kind, title, issuer, issued_on, form, source"),  # an unknown key
        ("number", "expected key=value"),  # no value
        ("issued_on=2025-02-30", "YYYY-MM-DD"),  # no such day
        ("form=scan", "official, digest, news"),  # no such form
        ("number=không có", "88/KH-UBND"),  # no number
    ],
)
def test_a_wrong_correction_names_what_is_allowed(assignment, error):
    with pytest.raises(IncorrectCorrection, match=error):
        parse_assignments([assignment])


def test_an_empty_number_means_that_there_is_none(workshop, folder):
    [report] = workshop.add(folder / "a.txt", number="")
    assert report.number is None

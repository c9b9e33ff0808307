import os
import shutil
from pathlib import Path

import pytest

from corpus.errors import VectorIndexMismatch
from corpus.identifier import parse_number
from ingest.consistency import findings
from ingest.errors import AmbiguousDocument
from ingest.naming import named_document
from ingest.rebuilding import Rebuilder
from ingest.report import Status
from tests.fakes import KeywordEmbedder
from tests.ingest.pipelines import workshop_in
from tests.ingest.samples import digest_form, plan


@pytest.fixture
def workshop(tmp_path):
    with workshop_in(tmp_path / "data") as made:
        yield made


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "inbox"
    made.mkdir()
    return made


def write(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def statuses(reports):
    return [(Path(report.path).name, report.status.value) for report in reports]


def rebuild(workshop):
    rebuilder = Rebuilder(workshop.library, workshop.vectors, workshop.pipeline)
    return list(rebuilder.run(workshop.library.document_heads()))


def problems(workshop):
    return [finding.what for finding in findings(workshop.library, workshop.vectors)]


def test_a_new_file_is_added_with_what_was_read(workshop, folder):
    [report] = workshop.add(write(folder, "a.txt", plan()))
    assert report.status is Status.ADDED
    assert (report.number, report.kind, report.issued_on) == ("12/KH-UBND", "Kế hoạch", "2025-03-05")
    assert report.provisions > report.passages > 0
    assert report.relations == 1
    assert problems(workshop) == []


def test_an_unchanged_file_is_neither_read_nor_embedded_again(workshop, folder, tmp_path):
    path = write(folder, "a.txt", plan())
    [first] = workshop.add(path)
    with workshop_in(tmp_path / "data") as second:
        [report] = second.add(path)
        assert second.times_opened == 0
    assert report.status is Status.UNCHANGED
    assert (report.number, report.passages, report.relations) == (first.number, first.passages, first.relations)


def test_a_changed_file_is_embedded_only_where_it_changed(workshop, folder):
    path = write(folder, "a.txt", plan())
    workshop.add(path)
    workshop.embedder.embedded.clear()
    path.write_text(plan(task="thu gom rác thải nhựa"), encoding="utf-8")
    [report] = workshop.add(path)
    assert report.status is Status.CHANGED
    assert all("rác thải" in text for text in workshop.embedder.embedded)
    assert 0 < len(workshop.embedder.embedded) < report.passages
    assert problems(workshop) == []


def test_a_file_that_now_holds_another_document_replaces_the_former(workshop, folder):
    path = write(folder, "a.txt", plan())
    workshop.add(path)
    path.write_text(plan(number="31/KH-UBND"), encoding="utf-8")
    [report] = workshop.add(path)
    assert report.status is Status.CHANGED
    assert [str(head.number) for head in workshop.library.document_heads()] == ["31/KH-UBND"]


def test_the_same_bytes_under_another_name_are_not_taken_twice(workshop, folder):
    first = write(folder, "a.txt", plan())
    reports = workshop.add(first, write(folder, "b.txt", plan()))
    assert statuses(reports) == [("a.txt", "added"), ("b.txt", "unchanged")]
    assert reports[1].warnings[-1] == f"same content as {first}, already held"


def test_a_renamed_file_is_followed(workshop, folder):
    path = write(folder, "a.txt", plan())
    workshop.add(folder)
    path.rename(folder / "b.txt")
    assert statuses(workshop.add(folder)) == [("b.txt", "changed")]
    assert [name for _, name in workshop.held()] == ["b.txt"]
    assert problems(workshop) == []


def test_a_second_file_of_the_same_document_is_refused_and_says_why(workshop, folder):
    first = write(folder, "a.txt", plan())
    reports = workshop.add(first, write(folder, "b.txt", plan(task="dọn kênh mương")))
    assert statuses(reports) == [("a.txt", "added"), ("b.txt", "refused")]
    assert str(first) in reports[1].error
    assert "ingest remove" in reports[1].error


def test_the_official_text_replaces_a_digest_and_says_so(workshop, folder):
    workshop.add(write(folder, "digest.md", digest_form(plan(task="tóm lược"))))
    [report] = workshop.add(write(folder, "official.txt", plan()))
    assert report.status is Status.CHANGED
    assert "the official text replaces the digest" in report.warnings[-1]
    assert [name for _, name in workshop.held()] == ["official.txt"]


def test_a_digest_does_not_replace_the_official_text(workshop, folder):
    workshop.add(write(folder, "official.txt", plan()))
    [report] = workshop.add(write(folder, "digest.md", digest_form(plan(task="tóm lược"))))
    assert report.status is Status.REFUSED
    assert [name for _, name in workshop.held()] == ["official.txt"]


def test_a_digest_without_date_is_known_by_number_and_issuer(workshop, folder):
    workshop.add(write(folder, "digest.md", digest_form(plan(task="tóm lược"))), issued_on="")
    [report] = workshop.add(write(folder, "official.txt", plan()))
    assert report.status is Status.CHANGED
    assert [name for _, name in workshop.held()] == ["official.txt"]


def test_a_number_alone_does_not_make_two_files_the_same_document(workshop, folder):
    workshop.add(write(folder, "a.txt", plan()), issued_on="", issuer="")
    [report] = workshop.add(write(folder, "b.txt", plan(task="dọn kênh mương")))
    assert report.status is Status.ADDED
    assert len(workshop.held()) == 2


def test_the_same_number_of_another_day_is_another_document(workshop, folder):
    reports = workshop.add(write(folder, "a.txt", plan()), write(folder, "b.txt", plan(day=9)))
    assert statuses(reports) == [("a.txt", "added"), ("b.txt", "added")]


def test_a_document_whose_file_is_gone_from_an_added_folder_is_removed(workshop, folder):
    path = write(folder, "a.txt", plan())
    write(folder, "b.txt", plan(number="13/KH-UBND"))
    workshop.add(folder)
    path.unlink()
    assert statuses(workshop.add(folder)) == [("b.txt", "unchanged"), ("a.txt", "removed")]
    assert problems(workshop) == []


def test_a_vanished_file_of_another_folder_stays(workshop, folder, tmp_path):
    elsewhere = write(tmp_path / "elsewhere", "a.txt", plan())
    workshop.add(elsewhere)
    elsewhere.unlink()
    workshop.add(write(folder, "b.txt", plan(number="13/KH-UBND")).parent)
    assert [name for _, name in workshop.held()] == ["a.txt", "b.txt"]


def test_a_vanished_file_stays_when_only_other_files_of_its_folder_are_added(workshop, folder):
    path = write(folder, "a.txt", plan())
    other = write(folder, "b.txt", plan(number="13/KH-UBND"))
    workshop.add(folder)
    path.unlink()
    workshop.add(other)
    assert [name for _, name in workshop.held()] == ["a.txt", "b.txt"]


def test_an_emptied_folder_is_refused_and_nothing_is_removed(workshop, folder):
    path = write(folder, "a.txt", plan())
    workshop.add(folder)
    path.unlink()
    assert statuses(workshop.add(folder)) == [("inbox", "refused")]
    assert [name for _, name in workshop.held()] == ["a.txt"]


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("empty.txt", b"", "nothing but white space"),  # nothing at all
        ("blank.txt", b" \n\n ", "nothing but white space"),  # nothing to read
        ("table.xlsx", b"PK\x03\x04", "the formats are"),  # no reader for it
        ("photo.jpg", b"\xff\xd8\xff", "the formats are"),  # no document
    ],
)
def test_one_bad_file_leaves_the_good_ones_unharmed(workshop, folder, name, content, error):
    write(folder, "a.txt", plan())
    (folder / name).write_bytes(content)
    write(folder, "zz.txt", plan(number="13/KH-UBND"))
    reports = workshop.add(folder)
    assert statuses(reports) == [("a.txt", "added"), (name, "refused"), ("zz.txt", "added")]
    assert error in reports[1].error
    assert problems(workshop) == []


def test_a_missing_path_is_refused(workshop, folder):
    [report] = workshop.add(folder / "nowhere.txt")
    assert (report.status, report.error) == (Status.REFUSED, "there is no such file or folder")


def test_a_pipe_is_refused_without_waiting_for_it(workshop, folder):
    os.mkfifo(folder / "pipe.txt")
    [report] = workshop.add(folder)
    assert (report.status, report.error) == (Status.REFUSED, "not a regular file")


def test_a_link_to_nothing_is_refused(workshop, folder):
    (folder / "link.txt").symlink_to(folder / "nowhere.txt")
    assert statuses(workshop.add(folder)) == [("link.txt", "refused")]


def test_hidden_files_are_skipped_and_subfolders_walked(workshop, folder):
    write(folder, ".hidden.txt", plan())
    write(folder, ".git/x.txt", plan())
    write(folder, "2025/03/a.txt", plan())
    assert statuses(workshop.add(folder)) == [("a.txt", "added")]


def test_a_file_named_twice_is_reported_once(workshop, folder):
    path = write(folder, "a.txt", plan())
    assert statuses(workshop.add(path, folder, folder / ".." / "inbox" / "a.txt")) == [("a.txt", "added")]


def test_a_document_without_number_is_accepted_with_a_warning(workshop, folder):
    text = plan().replace("Số: 12/KH-UBND\n", "")
    [report] = workshop.add(write(folder, "a.txt", text))
    assert (report.status, report.number) == (Status.ADDED, None)
    assert any("number" in warning for warning in report.warnings)


def test_corrections_override_what_was_read_and_are_kept(workshop, folder):
    path = write(folder, "a.txt", plan())
    [report] = workshop.add(path, number="77/KH-UBND", issued_on="2025-04-01", form="digest")
    assert (report.number, report.issued_on, report.form.value) == ("77/KH-UBND", "2025-04-01", "digest")
    path.write_text(plan(task="trồng hoa"), encoding="utf-8")
    [again] = workshop.add(path)
    assert (again.status, again.number, again.issued_on) == (Status.CHANGED, "77/KH-UBND", "2025-04-01")


def test_a_correction_of_an_unchanged_file_is_applied(workshop, folder):
    path = write(folder, "a.txt", plan())
    workshop.add(path)
    [report] = workshop.add(path, issuer="Ủy ban nhân dân xã Sơn Thượng")
    assert (report.status, report.issuer) == (Status.CHANGED, "Ủy ban nhân dân xã Sơn Thượng")
    assert len(workshop.held()) == 1


def test_removing_forgets_the_corrections(workshop, folder):
    path = write(folder, "a.txt", plan())
    workshop.add(path, number="77/KH-UBND")
    workshop.pipeline.remove(named_document(workshop.library, "77/KH-UBND"))
    [report] = workshop.add(path)
    assert report.number == "12/KH-UBND"


def test_lost_vectors_are_made_again_by_the_next_run(workshop, folder, tmp_path):
    path = write(folder, "a.txt", plan())
    workshop.add(path)
    expected = workshop.library.passage_digests()
    shutil.copytree(tmp_path / "data", tmp_path / "copy", ignore=shutil.ignore_patterns("vectors"))
    with workshop_in(tmp_path / "copy") as second:
        assert statuses(second.add(path)) == [("a.txt", "unchanged")]
        assert second.vector_digests() == expected


def test_vectors_left_by_a_killed_run_are_swept(workshop, folder):
    path = write(folder, "a.txt", plan())
    workshop.add(path)
    others = write(folder, "b.txt", plan(number="13/KH-UBND", title="Một việc khác"))
    workshop.add(others)
    with workshop.library.transaction():  # as if killed after the vectors and before the commit
        workshop.library.ingest_log.mark_vectors(settled=False)
        workshop.library.remove(workshop.library.by_path(str(others)).id)
    workshop.add(path)
    assert workshop.vector_digests() == workshop.library.passage_digests()


def test_another_embedding_model_is_refused_with_the_command_that_helps(workshop, folder, tmp_path):
    workshop.add(write(folder, "a.txt", plan()))
    with workshop_in(tmp_path / "data", embedding_model="another") as second:
        with pytest.raises(VectorIndexMismatch, match="ingest rebuild"):
            second.vectors.check_model()
        assert any("EMBEDDING_MODEL=keyword" in problem for problem in problems(second))


def test_a_rebuild_derives_everything_anew(workshop, folder):
    write(folder, "a.txt", plan())
    path = write(folder, "b.txt", plan(number="13/KH-UBND"))
    workshop.add(folder)
    workshop.add(path, title="Tên đã sửa")
    before = [workshop.library.record(head.id) for head in workshop.library.document_heads()]
    reports = rebuild(workshop)
    assert [workshop.library.record(head.id) for head in workshop.library.document_heads()] == before
    assert {report.status for report in reports} == {Status.UNCHANGED}
    assert problems(workshop) == []


def test_a_rebuild_uses_the_stored_text_of_a_file_that_is_gone(workshop, folder):
    path = write(folder, "a.txt", plan())
    workshop.add(path)
    before = workshop.library.record(workshop.held()[0][0])
    path.unlink()
    [report] = rebuild(workshop)
    assert "rebuilt from the stored text" in report.warnings[-1]
    assert workshop.library.record(before.document.id) == before


def test_a_check_tells_of_a_gone_file_only_as_a_warning(workshop, folder):
    path = write(folder, "a.txt", plan())
    workshop.add(path)
    path.unlink()
    [finding] = findings(workshop.library, workshop.vectors)
    assert finding.is_warning


def test_a_number_with_two_issuers_is_ambiguous_by_number_and_plain_by_id(workshop, folder):
    workshop.add(write(folder, "a.txt", plan()), write(folder, "b.txt", plan(day=9)))
    first, second = workshop.library.by_number(parse_number("12/KH-UBND"))
    with pytest.raises(AmbiguousDocument, match=second.id):
        named_document(workshop.library, "12/KH-UBND")
    assert named_document(workshop.library, first.id).id == first.id


def test_a_rebuild_that_was_killed_is_mended_by_the_next_run(workshop, folder):
    path = write(folder, "a.txt", plan())
    workshop.add(path)
    workshop.vectors.start_over()  # as if killed before the first document was embedded again
    workshop.add(path)
    assert workshop.vector_digests() == workshop.library.passage_digests() != set()


def test_a_rebuild_changes_to_another_embedding_model(workshop, folder, tmp_path):
    workshop.add(write(folder, "a.txt", plan()))
    workshop.vectors.close()
    other = KeywordEmbedder()
    other.name = "another-embedder"
    with workshop_in(tmp_path / "data", embedding_model="another", embedder=other) as second:
        rebuild(second)
        second.vectors.check_model()
        assert problems(second) == []

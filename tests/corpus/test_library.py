import sqlite3
import threading
from dataclasses import fields, replace
from datetime import UTC, date, datetime

import pytest

from corpus import schema
from corpus.errors import LibraryBusy, LibraryError, LibraryMissing, LibraryOutdated
from corpus.identifier import parse_number
from corpus.ingest_log import CorrectionOrigin, LogEntry
from corpus.library import Library
from corpus.model import DocumentRecord, Relation, RelationKind
from tests.corpus.records import TEXT, record, told_apart


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.sqlite3", create=True) as opened:
        yield opened


def test_every_field_of_a_record_comes_back_as_it_went_in(library):
    library.add(record())
    assert library.record("12-kh-ubnd") == record()


def test_statements_that_leave_out_all_they_may_come_back_as_they_went_in(library):
    library.add(told_apart())
    assert library.record("13-kh-ubnd") == told_apart()


@pytest.mark.parametrize(
    "sample",
    [
        record(),
        record().document,
        record().relations[0],
        record().effects[0],
        record().rewards[0],
        record().base_salaries[0],
        record().deadlines[0],
    ],
    ids=lambda sample: type(sample).__name__,
)
def test_the_sample_record_leaves_no_field_empty(sample):
    empty = [field.name for field in fields(sample) if not getattr(sample, field.name) and field.name != "provision"]
    assert empty == []


def test_absent_values_come_back_absent(library):
    bare = replace(
        record().document, number=None, issued_on=None, signer=None, addressees=(), recipients=(), pages=(), superior=""
    )
    library.add(DocumentRecord(bare, (), (), (), ()))
    assert library.record("12-kh-ubnd") == DocumentRecord(bare, (), (), (), ())


def test_a_number_keeps_its_zeros_and_is_found_without_them(library):
    library.add(record(number="0012/KH-UBND"))
    assert [str(head.number) for head in library.by_number(parse_number("12/kh-ubnd"))] == ["0012/KH-UBND"]


def test_the_same_number_of_two_issuers_is_two_documents(library):
    library.add(record())
    library.add(record("12-kh-ubnd-khác", "/khác.docx", "d2"))
    assert [head.id for head in library.by_number(parse_number("12/KH-UBND"))] == ["12-kh-ubnd", "12-kh-ubnd-khác"]


def test_heads_have_neither_text_nor_pages(library):
    library.add(record())
    assert library.document_heads() == [replace(record().document, text="", pages=())]


def test_a_document_read_again_replaces_all_of_its_former_self(library):
    library.add(record())
    newer = record(digest="d2", text=TEXT + "Thêm một dòng mới.\n")
    library.add(newer)
    assert library.record("12-kh-ubnd") == newer
    assert library.passage_digests() == {"d2-p0", "d2-p1"}
    assert library.lexical.row_ids() == library.passage_row_ids()


def test_one_path_holds_one_document(library):
    library.add(record("12-kh-ubnd"))
    library.add(record("13-kh-ubnd", number="13/KH-UBND"))
    assert [head.id for head in library.document_heads()] == ["13-kh-ubnd"]


def test_removing_leaves_nothing_behind(library, tmp_path):
    before = rows_of_every_table(tmp_path)
    library.add(record())
    library.remove("12-kh-ubnd")
    after = rows_of_every_table(tmp_path)
    assert {table: rows for table, rows in after.items() if rows != before[table]}.keys() == {"state"}


def test_removing_one_of_two_equal_texts_keeps_the_syllables_of_the_other(library):
    library.add(record())
    library.add(record("other", "/other.docx", "d2"))
    library.remove("other")
    assert library.syllables.restore("khen thuong tap the") == "khen thưởng tập thể"


def test_a_failure_within_a_transaction_undoes_all_of_it(library):
    def add_and_fail():
        with library.transaction():
            library.add(record())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add_and_fail()
    assert library.document_heads() == []
    assert library.lexical.row_ids() == set()
    assert library.revision() == 0


def test_the_revision_grows_with_each_change(library):
    library.add(record())
    library.add(record(digest="d2"))
    library.remove("12-kh-ubnd")
    assert library.revision() == 3


def test_removing_what_is_not_held_is_no_change(library):
    library.remove("12-kh-ubnd")
    assert library.revision() == 0


def test_passages_are_found_by_row_and_rows_by_digest(library):
    library.add(record())
    rows = library.rows_by_digest({"d1-p1", "unknown"})
    assert set(rows) == {"d1-p1"}
    assert list(library.passages_by_row([*rows["d1-p1"], 999]).values()) == [record().passages[1]]


def test_equal_passages_of_two_documents_share_a_digest(library):
    library.add(record("a", "/a"))
    library.add(record("b", "/b"))
    assert [len(rows) for rows in library.rows_by_digest({"d1-p0"}).values()] == [2]


def test_a_document_is_found_by_its_path(library):
    library.add(record())
    assert library.by_path("/văn bản/12.docx").id == "12-kh-ubnd"
    assert library.by_path("/văn bản/13.docx") is None


def test_replacing_everything_keeps_only_the_new_records(library):
    library.add(record("a", "/a"))
    library.replace_all([record("b", "/b", "d2")])
    assert [document.id for document in library.documents()] == ["b"]
    assert library.lexical.row_ids() == library.passage_row_ids()
    assert len(library.passage_row_ids()) == 2


def test_a_library_is_still_there_when_opened_again(tmp_path):
    with Library.open(tmp_path / "library.sqlite3", create=True) as first:
        first.add(record())
    with Library.open(tmp_path / "library.sqlite3") as again:
        assert again.record("12-kh-ubnd") == record()


def test_threads_read_while_another_writes(library):
    library.add(record())
    seen = []

    def read():
        seen.extend(library.record("12-kh-ubnd") == record() for _ in range(20))

    readers = [threading.Thread(target=read) for _ in range(4)]
    with library.transaction():
        library.add(record("other", "/other", "d2"))
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join(timeout=30)
    assert seen == [True] * 80


def test_what_is_not_yet_committed_is_not_seen_by_other_threads(library):
    seen = []
    with library.transaction():
        library.add(record())
        reader = threading.Thread(target=lambda: seen.append(library.document("12-kh-ubnd")))
        reader.start()
        reader.join(timeout=30)
    assert seen == [None]


def in_another_thread(work):
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_what_is_read_within_one_reading_is_of_one_revision(library):
    library.add(record())
    with library.reading():
        [(row_id, passage)] = library.passages("12-kh-ubnd")[:1]
        in_another_thread(lambda: library.remove("12-kh-ubnd"))
        assert library.revision() == 1
        assert library.head("12-kh-ubnd").title == record().document.title
        assert library.passages_by_row([row_id]) == {row_id: passage}
    assert (library.revision(), library.head("12-kh-ubnd"), library.passages_by_row([row_id])) == (2, None, {})


def test_the_next_reading_is_of_what_was_written_since(library):
    library.add(record())
    with library.reading():
        assert library.head("12-kh-ubnd") is library.head("12-kh-ubnd")  # read once
        assert library.head("unknown") is None
    document = replace(record().document, title="Một tên khác")
    in_another_thread(lambda: library.add(replace(record(), document=document)))
    with library.reading():
        assert library.head("12-kh-ubnd").title == "Một tên khác"


def test_a_reading_within_a_reading_is_the_same_one(library):
    with library.reading():
        with library.reading():
            in_another_thread(lambda: library.add(record()))
        assert library.revision() == 0
    assert library.revision() == 1


def test_nothing_is_written_within_a_reading(library):
    with library.reading(), pytest.raises(RuntimeError, match="reading"):
        library.add(record())
    assert library.document_ids() == []


def test_what_a_writer_reads_of_its_own_changes_is_not_kept(library):
    def write_and_fail():
        with library.transaction(), library.reading():
            library.add(record())
            assert library.head("12-kh-ubnd").title == record().document.title
            raise RuntimeError("undone")

    with pytest.raises(RuntimeError):
        write_and_fail()
    in_another_thread(lambda: library.add(replace(record(), document=replace(record().document, title="Một tên khác"))))
    with library.reading():
        assert library.head("12-kh-ubnd").title == "Một tên khác"  # of the same revision as the one undone


def test_a_missing_library_is_reported_with_the_command_that_makes_one(tmp_path):
    with pytest.raises(LibraryMissing, match=r"make setup.*ingest add corpus/documents.*DATA_DIR"):
        Library.open(tmp_path / "library.sqlite3")
    assert not (tmp_path / "library.sqlite3").exists()


def test_a_library_whose_making_was_interrupted_counts_as_missing(tmp_path):
    (tmp_path / "library.sqlite3").touch()
    with pytest.raises(LibraryMissing):
        Library.open(tmp_path / "library.sqlite3")


def test_a_library_of_the_first_schema_becomes_a_present_one_and_keeps_what_it_held(tmp_path):
    first_library(tmp_path / "library.sqlite3")
    with Library.open(tmp_path / "library.sqlite3", create=True) as library:
        [head] = library.document_heads()
        assert (head.id, str(head.number), library.derived_by(head.id)) == ("a", "1/KH-UBND", 0)
        [relation] = library.relations("a")
        assert relation == Relation(
            RelationKind.REPLACES,
            parse_number("2/KH-UBND"),
            "Kế hoạch",
            "",
            "",
            date(2024, 1, 2),
            0,
            5,
            14,
            "Thay thế.",
        )
        library.add(record())
        assert library.record("12-kh-ubnd") == record()
        assert library.integrity_problems() == []


def test_a_library_of_the_first_schema_is_only_read_after_it_has_been_rebuilt(tmp_path):
    first_library(tmp_path / "library.sqlite3")
    with pytest.raises(LibraryOutdated, match=r"older version.*ingest rebuild"):
        Library.open(tmp_path / "library.sqlite3")


def test_a_library_from_the_future_is_refused(tmp_path):
    set_version(tmp_path / "library.sqlite3", 99)
    with pytest.raises(LibraryOutdated, match="newer version"):
        Library.open(tmp_path / "library.sqlite3", create=True)


def test_a_file_that_is_no_library_is_refused(tmp_path):
    (tmp_path / "library.sqlite3").write_text("không phải cơ sở dữ liệu " * 100)
    with pytest.raises(LibraryError, match="make setup"):
        Library.open(tmp_path / "library.sqlite3")


def test_a_locked_library_is_reported_as_busy(tmp_path):
    path = tmp_path / "library.sqlite3"
    with Library.open(path, create=True, busy_timeout_seconds=0) as library:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusy, match="another process"):
            library.add(record())
        other.close()


def test_the_log_keeps_what_was_changed_and_when(library):
    entry = LogEntry(datetime(2025, 3, 5, 8, 30, tzinfo=UTC), "added", "12-kh-ubnd", "/12.docx", "d1")
    library.ingest_log.note(entry)
    assert library.ingest_log.entries() == [entry]


def test_corrections_are_kept_by_path_and_origin(library):
    log = library.ingest_log
    log.keep_corrections("/a", CorrectionOrigin.OPERATOR, {"number": "1/KH-UBND", "kind": "Kế hoạch"})
    log.keep_corrections("/a", CorrectionOrigin.OPERATOR, {"number": "2/KH-UBND"})
    assert log.corrections("/a", CorrectionOrigin.OPERATOR) == {"number": "2/KH-UBND"}
    assert log.corrections("/a", CorrectionOrigin.MANIFEST) == {}
    log.forget_corrections("/a")
    assert log.corrections("/a", CorrectionOrigin.OPERATOR) == {}


def first_library(path):
    """A library as the first released schema made it, with a document and a relation."""
    connection = sqlite3.connect(path)
    for statement in schema.statements(schema.migrations()[0]):
        connection.execute(statement)
    connection.execute(
        "INSERT INTO document VALUES ('a', '1/KH-UBND', '1/kh-ubnd', 'Kế hoạch', '', '', '', '', NULL, 'official',"
        " NULL, '[]', '[]', '', '/a', 'd', 'Điều 1.')"
    )
    connection.execute(
        "INSERT INTO relation VALUES ('a', 0, 'replaces', '2/KH-UBND', '2/kh-ubnd', 'Kế hoạch', '', '', '2024-01-02',"
        " 0, 5, 14, 'Thay thế.')"
    )
    connection.commit()
    connection.close()
    set_version(path, 1)


def set_version(path, version):
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()


def rows_of_every_table(folder):
    connection = sqlite3.connect(folder / "library.sqlite3")
    tables = connection.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow'")
    rows = {table: connection.execute(f'SELECT * FROM "{table}"').fetchall() for (table,) in tables.fetchall()}
    connection.close()
    return rows

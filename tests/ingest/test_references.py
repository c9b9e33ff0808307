"""References that differ in the year from the one document that is held."""

from contextlib import closing

import pytest

from corpus.identifier import parse_number
from corpus.library import Library
from corpus.near_numbers import other_years
from ingest.rebuilding import Rebuilder
from ingest.references import wrong_years
from tests.ingest.pipelines import workshop_in
from tests.ingest.samples import plan
from tests.instruments import based_on, cites, instrument, replaces

HELD = instrument("152/2025/NĐ-CP", "2025-06-14")


@pytest.fixture
def library(tmp_path):
    with closing(Library.open(tmp_path / "library.sqlite3", create=True)) as made:
        made.add(HELD)
        yield made


@pytest.mark.parametrize(
    ("reference", "is_doubtful"),
    [
        (cites("152/2024/NĐ-CP"), True),
        (cites("152/2024/ND-CP"), True),  # without diacritics it is the same symbol
        (based_on("152/NĐ-CP"), True),  # a decree always has its year
        (cites("152/2024/NĐ-CP", issued_on="2025-06-14"), True),  # the date tells on the year
        (cites("152/2024/NĐ-CP", issued_on="2024-06-14"), True),  # one slip, made twice
        (cites("152/2024/NĐ-CP", issued_on="2024-11-20"), False),  # a decree of its own
        (cites("152/2025/NĐ-CP"), False),  # held
        (cites("152/2024/TT-BNV"), False),  # another symbol
        (cites("153/2024/NĐ-CP"), False),  # another serial
    ],
)
def test_a_reference_that_fits_but_for_the_year_is_doubtful(library, reference, is_doubtful):
    assert bool(wrong_years(instrument("5/KH-UBND", "", reference), library)) == is_doubtful


def test_the_warning_names_what_is_written_where_and_what_may_be_meant(library):
    written = instrument("5/KH-UBND", "", cites("7/KH-UBND"), cites("152/2024/NĐ-CP"))
    assert wrong_years(written, library) == (
        "refers to 152/2024/NĐ-CP (Điều 2), which is not held; 152/2025/NĐ-CP is: perhaps it is meant; kept as read",
    )


def test_a_number_is_warned_of_once(library):
    twice = instrument("5/KH-UBND", "", cites("152/2024/NĐ-CP"), based_on("152/2024/NĐ-CP"))
    assert len(wrong_years(twice, library)) == 1


def test_what_another_document_names_too_is_not_doubtful(library):
    library.add(instrument("9/KH-UBND", "", cites("152/2024/NĐ-CP")))
    assert wrong_years(instrument("5/KH-UBND", "", cites("152/2024/NĐ-CP")), library) == ()


def test_what_the_document_itself_named_when_it_was_read_before_does_not_count(library):
    same = instrument("5/KH-UBND", "", cites("152/2024/NĐ-CP"))
    library.add(same)
    assert len(wrong_years(same, library)) == 1


def test_of_two_held_years_neither_is_meant_more(library):
    library.add(instrument("152/2018/NĐ-CP", ""))
    assert wrong_years(instrument("5/KH-UBND", "", cites("152/2024/NĐ-CP")), library) == ()


def test_a_decision_without_a_year_is_an_instrument_of_its_own(library):
    library.add(instrument("35/2024/QĐ-UBND", ""))
    assert wrong_years(instrument("5/KH-UBND", "", cites("35/QĐ-UBND")), library) == ()


def test_a_document_is_not_meant_by_its_own_reference_to_its_forerunner(library):
    again = instrument("152/2025/NĐ-CP", "2025-06-14", replaces("152/2018/NĐ-CP"))
    assert wrong_years(again, library) == ()


@pytest.mark.parametrize(
    ("written", "held"),
    [
        ("152/2024/NĐ-CP", ["152/2018/NĐ-CP", "152/2025/NĐ-CP"]),
        ("152/nd-cp", ["152/2018/NĐ-CP", "152/2025/NĐ-CP"]),
        ("152/2025/NĐ-CP", ["152/2018/NĐ-CP"]),
        ("152/2025/TT-BNV", []),
    ],
)
def test_the_other_years_of_a_number_are_found(library, written, held):
    library.add(instrument("152/2018/NĐ-CP", "2018-01-01"))
    assert [str(head.number) for head in other_years(parse_number(written), library)] == held


def test_the_warning_is_reported_stored_and_kept_by_a_rebuild(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text(plan().replace("Kế hoạch số 88/KH-UBND ngày 10/01/2025 của", "Nghị định số 152/2024/NĐ-CP, của"))
    with workshop_in(tmp_path / "data") as workshop:
        workshop.library.add(HELD)
        [report] = workshop.add(path)
        [warning] = [one for one in report.warnings if "152/2024/NĐ-CP" in one]
        assert "152/2025/NĐ-CP is: perhaps it is meant" in warning
        heads = workshop.library.document_heads()
        rebuilt = list(Rebuilder(workshop.library, workshop.vectors, workshop.pipeline).run(heads))
        assert [warning in one.warnings for one in rebuilt if one.number == "12/KH-UBND"] == [True]

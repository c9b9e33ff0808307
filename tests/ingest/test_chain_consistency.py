"""The chain of small invented libraries: what cannot be true is found, what is only doubtful is a warning."""

from datetime import date

import pytest

from corpus.library import Library
from corpus.model import Form
from corpus.register import Register
from ingest.chain_consistency import chain_findings
from tests.instruments import (
    amends,
    begins,
    cites,
    ends,
    ends_of,
    extends,
    guides,
    holds,
    instrument,
    repeals,
    replaces,
)

TODAY = date(2026, 11, 21)


@pytest.fixture
def found(tmp_path):
    """What is found in a library of these records: problems and warnings apart."""
    with Library.open(tmp_path / "library.sqlite3", create=True) as library:

        def findings_in(*records):
            for one in records:
                library.add(one)
            found = list(chain_findings(library, Register(library), TODAY))
            assert all(finding.remedy for finding in found)
            return (
                [finding.what for finding in found if not finding.is_warning],
                [finding.what for finding in found if finding.is_warning],
            )

        yield findings_in


OLD = instrument("10/2020/NĐ-CP", "2020-05-01", begins("2020-07-01"))
NEW = instrument(
    "20/2024/NĐ-CP", "2024-05-01", replaces("10/2020/NĐ-CP"), amends("11/2021/NĐ-CP", at="Điều 5"), begins("2024-07-01")
)


def test_a_chain_in_order_gives_no_finding(found):
    assert found(OLD, NEW) == ([], [])


def test_a_circle_is_reported_once_with_its_numbers_and_places(found):
    problems, _ = found(
        instrument("1/2024/NĐ-CP", "", ("Thay thế số 2.", replaces("2/2024/NĐ-CP"))),
        instrument("2/2024/NĐ-CP", "", cites("9/2024/NĐ-CP"), ("Bãi bỏ số 3.", repeals("3/2024/NĐ-CP"))),
        instrument("3/2024/NĐ-CP", "", ("Sửa đổi số 1.", amends("1/2024/NĐ-CP", at="Điều 7"))),
    )
    [circle] = problems
    assert "1/2024/NĐ-CP replaces 2/2024/NĐ-CP (1/2024/NĐ-CP, Điều 1: “Thay thế số 2.”)" in circle
    assert "2/2024/NĐ-CP repeals 3/2024/NĐ-CP (2/2024/NĐ-CP, Điều 2: “Bãi bỏ số 3.”)" in circle
    assert "3/2024/NĐ-CP amends 1/2024/NĐ-CP, Điều 7 (3/2024/NĐ-CP, Điều 1: “Sửa đổi số 1.”)" in circle


def test_two_circles_are_two_findings(found):
    problems, _ = found(
        *(
            instrument(f"{one}/2024/NĐ-CP", "", replaces(f"{other}/2024/NĐ-CP"))
            for one, other in ((1, 2), (2, 1), (3, 4), (4, 3))
        )
    )
    assert len(problems) == 2


def test_a_circle_is_found_through_documents_that_are_not_held(found):
    problems, _ = found(
        instrument("1/2024/NĐ-CP", "", replaces("2/2024/NĐ-CP"), replaces("1/2024/NĐ-CP", by="2/2024/NĐ-CP"))
    )
    assert len(problems) == 1


def test_a_circle_with_a_disputed_act_is_a_warning(found):
    problems, warnings = found(
        instrument("1/2024/NĐ-CP", "", replaces("2/2024/NĐ-CP")),
        instrument("2/2024/NĐ-CP", "", replaces("1/2024/NĐ-CP", is_disputed=True)),
    )
    assert problems == []
    assert [what.startswith("a circle") for what in warnings] == [True]


@pytest.mark.parametrize(
    ("number", "said", "problems", "warnings"),
    [
        ("5/2024/NĐ-CP", replaces("5/2024/NĐ-CP"), 1, 0),
        ("5/2024/NĐ-CP", amends("5/2024/NĐ-CP", at="Điều 2"), 1, 0),
        ("5/2024/NĐ-CP", ends_of("5/2024/NĐ-CP", at="Điều 2"), 0, 0),  # a part of it ends earlier
        ("5/2024/NĐ-CP", cites("5/2024/NĐ-CP"), 0, 0),
        ("5/KH-UBND", replaces("5/KH-UBND"), 0, 1),  # perhaps that of last year
        ("5/KH-UBND", replaces("5/KH-UBND", issued_on="2023-02-01"), 0, 0),  # that of last year
    ],
)
def test_a_document_that_acts_on_itself_is_found(found, number, said, problems, warnings):
    counts = [len(one) for one in found(instrument(number, "2024-02-01", said))]
    assert counts == [problems, warnings]


def test_two_in_force_of_which_one_replaces_the_other_are_found(found):
    problems, _ = found(
        OLD,
        instrument("20/2024/NĐ-CP", "2024-05-01", replaces("10/2020/NĐ-CP", since="2027-03-01"), begins("2024-07-01")),
        instrument(
            "30/BC-UBND",
            "",
            ("Đã thay thế.", replaces("10/2020/NĐ-CP", by="20/2024/NĐ-CP", since="2024-07-01")),
            form=Form.DIGEST,
        ),
    )
    [problem] = problems
    assert problem.startswith("both 20/2024/NĐ-CP and 10/2020/NĐ-CP are in force on 2026-11-21, though from 2024-07-01")
    assert "30/BC-UBND, Điều 1: “Đã thay thế.”" in problem


def test_a_replacement_that_comes_later_is_no_finding(found):
    assert found(
        OLD,
        instrument("20/2024/NĐ-CP", "2024-05-01", replaces("10/2020/NĐ-CP", since="2027-03-01"), begins("2024-07-01")),
    ) == ([], [])


def test_a_replaced_instrument_that_is_said_to_hold_later_is_found(found):
    problems, _ = found(
        OLD,
        NEW,
        instrument("30/BC-UBND", "", ("Còn hiệu lực.", holds("2025-01-01", of="10/2020/NĐ-CP"))),
    )
    [problem] = problems
    assert "10/2020/NĐ-CP is said to be in force on 2025-01-01 (30/BC-UBND, Điều 1: “Còn hiệu lực.”)" in problem


def test_a_replaced_instrument_whose_application_is_extended_may_be_said_to_hold(found):
    assert found(
        OLD,
        NEW,
        instrument(
            "30/2025/NĐ-CP",
            "2025-01-01",
            holds("2025-01-01", of="10/2020/NĐ-CP"),
            extends("10/2020/NĐ-CP", until="2025-12-31"),
        ),
    ) == ([], [])


BEGINS = begins("2024-07-01")


@pytest.mark.parametrize(
    ("said", "problem", "warning"),
    [
        ([begins("2024-01-01")], "begins on 2024-01-01, before it was issued on 2024-05-01", ""),
        ([BEGINS, begins("2024-01-01", is_disputed=True)], "", "begins on 2024-01-01, before it was issued"),
        (
            [BEGINS, begins("2024-01-01", at="Điều 9")],
            "",
            "begins on 2024-01-01, before it was issued",
        ),
        ([BEGINS, ends("2024-06-30")], "ends on 2024-06-30, before it begins on 2024-07-01", ""),
        ([BEGINS, ends("2024-06-30", at="Điều 9")], "", ""),  # a part may never come into force
        ([amends("11/2021/NĐ-CP", since="2024-04-30")], "on 2024-04-30, before 21/2024/NĐ-CP was issued", ""),
        ([ends_of("11/2021/NĐ-CP", since="2024-04-30")], "", "on 2024-04-30, before"),  # a list of the ended
        ([extends("11/2021/NĐ-CP", since="2026-01-01", until="2025-12-31")], "ends on 2025-12-31, before", ""),
        ([replaces("11/2025/NĐ-CP")], "acts on 11/2025/NĐ-CP, which is newer", ""),
        ([replaces("11/2024/NĐ-CP", issued_on="2024-09-01")], "of 2024-09-01, which is newer", ""),
        ([ends_of("11/2025/TT-BNV", since="2027-03-01")], "", ""),  # with itself what is issued under it
        ([ends_of("11/2025/TT-BNV")], "acts on 11/2025/TT-BNV, which is newer", ""),
        ([guides("11/2025/NĐ-CP")], "", "21/2024/NĐ-CP of 2024-05-01 guides 11/2025/NĐ-CP, which is newer"),
        ([guides("11/2021/NĐ-CP")], "", ""),
    ],
)
def test_days_out_of_order_are_found(found, said, problem, warning):
    problems, warnings = found(instrument("21/2024/NĐ-CP", "2024-05-01", *said))
    assert [problem in one for one in problems] == [True] * bool(problem)
    assert [warning in one for one in warnings if "first days" not in one] == [True] * bool(warning)


def test_an_instrument_that_is_ended_before_it_begins_is_a_warning(found):
    problems, warnings = found(
        instrument("10/2024/NĐ-CP", "2024-03-01", begins("2024-09-01")),
        instrument("20/2024/NĐ-CP", "2024-05-01", repeals("10/2024/NĐ-CP", since="2024-07-01")),
    )
    assert problems == []
    assert ["is ended from 2024-07-01, before it begins on 2024-09-01" in one for one in warnings] == [True]


@pytest.mark.parametrize("number", ["10/2020/NĐ-CP", "12/2022/TT-BNV"])  # held, and only told of
def test_different_first_days_are_a_warning_that_names_the_sources(found, number):
    problems, warnings = found(
        OLD,
        instrument("30/BC-UBND", "", begins("2020-07-01", of=number)),
        instrument("31/BC-UBND", "", begins("2021-08-15", of=number)),
    )
    assert problems == []
    [warning] = warnings
    assert warning.startswith(f"{number}: sources give different first days: 2020-07-01 (")
    assert "2021-08-15 (31/BC-UBND, Điều 1:" in warning


def test_what_a_news_item_alone_says_is_a_warning(found):
    problems, warnings = found(
        OLD, instrument("", "", replaces("10/2020/NĐ-CP", by="9/2019/NĐ-CP"), title="Bản tin", form=Form.NEWS)
    )
    assert problems == []
    assert ["9/2019/NĐ-CP acts on 10/2020/NĐ-CP of 2020-05-01, which is newer" in one for one in warnings] == [True]

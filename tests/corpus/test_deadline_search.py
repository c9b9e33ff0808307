"""What is asked for by unit, document and day, and what an ended document still orders."""

from datetime import date

import pytest

from corpus.deadline_search import DeadlineQuery, find_deadlines
from corpus.register import Register
from tests.instruments import begins, ends, instrument, library_of
from tests.plans import before, duty, plan

AS_OF = date(2026, 3, 1)
PLAN = plan(
    "12/KH-UBND",
    "2026-01-05",
    duty("Sở Nội vụ báo cáo", "trước ngày 01/4/2026", before("2026-04-01"), "Sở Nội vụ tỉnh Sơn Hạ"),
    duty("Các sở báo cáo", "trước ngày 15/4/2026", before("2026-04-15"), "Các sở, ban, ngành"),
)


def with_statements(record, *statements):
    """The record of deadlines, with what another instrument of the same words states of its force."""
    stated = instrument("1/2020/NĐ-CP", "2020-01-01", *statements)
    return type(record)(
        record.document, record.provisions, (), (), (), effects=stated.effects, deadlines=record.deadlines
    )


@pytest.fixture
def library(tmp_path):
    ended = plan(
        "5/KH-UBND", "2025-01-05", duty("Sở Nội vụ rà soát", "trước ngày 20/4/2026", before("2026-04-20"), "Sở Nội vụ")
    )
    coming = plan(
        "6/KH-UBND", "2026-02-05", duty("Sở Nội vụ mở lớp", "trước ngày 25/4/2026", before("2026-04-25"), "Sở Nội vụ")
    )
    records = (PLAN, with_statements(ended, ends("2026-01-01")), with_statements(coming, begins("2026-04-01")))
    with library_of(tmp_path, *records) as opened:
        yield opened


def found(library, **asked):
    listed = find_deadlines(library, Register(library), DeadlineQuery(AS_OF, **asked))
    return [(one.held.deadline.task, one.is_for_group) for one in listed.found], len(listed.expired)


def test_a_group_that_the_unit_belongs_to_is_marked(library):
    assert found(library, unit="Sở Nội vụ", document_ids=frozenset([PLAN.document.id])) == (
        [("Sở Nội vụ báo cáo", False), ("Các sở báo cáo", True)],
        0,
    )


def test_the_unit_of_another_province_is_not_meant(library):
    tasks, _ = found(library, unit="Sở Nội vụ Hà Nội", document_ids=frozenset([PLAN.document.id]))
    assert tasks == [("Các sở báo cáo", True)]


def test_who_only_helps_is_told_apart(tmp_path):
    helped = plan(
        "3/KH-UBND",
        "2026-01-05",
        duty("Sở Y tế chủ trì", "ngày 10/3/2026", before("2026-03-10"), "Sở Y tế", coordinating=("Các sở",)),
    )
    with library_of(tmp_path, helped) as library:
        for unit, told in (("Sở Y tế", (False, False)), ("Sở Nội vụ", (True, True))):
            [one] = find_deadlines(library, Register(library), DeadlineQuery(AS_OF, unit=unit)).found
            assert (one.is_for_group, one.is_helping) == told


def test_what_an_ended_document_orders_is_left_out_and_counted(library):
    tasks, left_out = found(library, first=date(2026, 4, 16), last=date(2026, 4, 30))
    assert (tasks, left_out) == ([("Sở Nội vụ mở lớp", False)], 1)  # one not yet in force is kept


def test_what_an_ended_document_orders_is_told_when_it_is_asked_for_by_name(library):
    [ended] = [head.id for head in library.document_heads() if str(head.number) == "5/KH-UBND"]
    assert found(library, document_ids=frozenset([ended])) == ([("Sở Nội vụ rà soát", False)], 0)


def test_no_document_asked_for_is_no_deadline(library):
    assert found(library, document_ids=frozenset()) == ([], 0)

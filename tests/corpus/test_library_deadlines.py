"""The deadlines of the library by document, by day and by unit."""

from datetime import date

import pytest

from corpus.library import Library
from tests.instruments import library_of
from tests.plans import always, before, by, duty, from_to, monthly, on, plan, yearly

PROVINCE = plan(
    "12/KH-UBND",
    "2026-01-05",
    duty("Sở Nội vụ báo cáo", "trước ngày 01/4/2026", before("2026-04-01"), "Sở Nội vụ"),
    duty("Các sở báo cáo", "chậm nhất ngày 01/4/2026", by("2026-04-01"), "Các sở, ban, ngành, UBND xã, phường"),
    duty("Công an tỉnh tổng hợp", "trước ngày 20 hằng tháng", monthly(20), "Công an tỉnh"),
    duty("Sở Tài chính quyết toán", "chậm nhất ngày 15/12 hằng năm", yearly(12, 15), "Sở Tài chính"),
    duty("Các xã tuyên truyền", "thường xuyên", always(), "UBND các xã"),
)
WARD = plan(
    "7/KH-UBND",
    "2026-02-01",
    duty("Phường phát động", "từ tháng 2 đến hết tháng 5/2026", from_to("2026-02-01", "2026-05-31"), "UBND phường"),
    duty("Phường tổng kết", "ngày 10/10/2026", on("2026-10-10"), "UBND phường Mai Dịch"),
    issuer="UBND phường Mai Dịch",
)


@pytest.fixture
def library(tmp_path):
    with library_of(tmp_path, PROVINCE, WARD) as opened:
        yield opened


def tasks(held):
    return [one.deadline.task for one in held]


def between(library, first, last, **conditions):
    days = [date.fromisoformat(text) if text else None for text in (first, last)]
    return tasks(library.deadlines_between(*days, **conditions))


def of_unit(library, first, last, unit):
    return between(library, first, last, unit_keys=library.unit_keys_meaning(unit))


def test_a_deadline_comes_with_its_document_and_place(library):
    [held] = library.deadlines_between(date(2026, 10, 1), date(2026, 10, 31), document_ids=[WARD.document.id])
    assert held.document == library.head(WARD.document.id)
    assert (str(held.locator), held.ordinal, held.deadline) == ("Điều 2", 1, WARD.deadlines[1])


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2026-03-31", "2026-03-31", ["Sở Nội vụ báo cáo", "Phường phát động"]),  # "trước ngày" shuts the day out
        ("2026-04-01", "2026-04-01", ["Các sở báo cáo", "Phường phát động"]),  # "chậm nhất" includes it
        ("2026-06-01", "2026-06-18", []),  # the monthly day is the 19th
        ("2026-06-01", "2026-06-19", ["Công an tỉnh tổng hợp"]),
        ("2025-12-01", "2025-12-31", []),  # nothing recurs before the plan was issued
        ("2031-12-10", "2031-12-18", ["Sở Tài chính quyết toán"]),  # nor ends, when it says no end
        ("2026-10-10", "2026-10-10", ["Phường tổng kết"]),
        ("2027-02-01", "2027-01-01", []),  # no days at all
    ],
)
def test_what_falls_due_between_two_days_is_found_in_their_order(library, first, last, found):
    assert between(library, first, last) == found


def test_an_open_end_is_no_condition(library):
    assert between(library, "2026-10-01", None) == [
        "Phường tổng kết",
        "Công an tỉnh tổng hợp",
        "Sở Tài chính quyết toán",
    ]
    assert between(library, None, "2026-03-31") == [
        "Công an tỉnh tổng hợp",
        "Sở Nội vụ báo cáo",
        "Phường phát động",
    ]


def test_what_has_no_day_is_found_only_when_no_days_are_asked_for(library):
    assert "Các xã tuyên truyền" in tasks(library.held_deadlines())
    assert "Các xã tuyên truyền" not in between(library, None, None)


@pytest.mark.parametrize(
    ("unit", "found"),
    [
        ("Sở Nội vụ", ["Sở Nội vụ báo cáo", "Các sở báo cáo"]),
        ("snv", ["Sở Nội vụ báo cáo", "Các sở báo cáo"]),
        ("UBND phường Mai Dịch", ["Các sở báo cáo", "Phường phát động"]),
        ("UBND xã Sơn Thượng", ["Các sở báo cáo"]),
        ("Bộ Nội vụ", []),
    ],
)
def test_a_unit_finds_its_own_and_those_of_its_groups(library, unit, found):
    assert of_unit(library, "2026-03-20", "2026-04-15", unit) == found


def test_who_only_helps_is_found_too(tmp_path):
    helped = plan(
        "3/KH-UBND",
        "2026-01-05",
        duty("Sở Nội vụ chủ trì", "ngày 10/3/2026", on("2026-03-10"), "Sở Nội vụ", coordinating=("Sở Tư pháp",)),
    )
    with library_of(tmp_path, helped) as library:
        assert of_unit(library, "2026-03-01", "2026-03-31", "Sở Tư pháp") == ["Sở Nội vụ chủ trì"]


def test_deadlines_come_and_go_with_their_document(library):
    assert library.count("deadline", WARD.document.id) == 2
    library.remove(WARD.document.id)
    assert library.deadlines(WARD.document.id) == []
    assert library.unit_keys_meaning("UBND phường Mai Dịch") == ["so, ban, nganh, uy ban nhan dan phuong, xa"]
    assert library.integrity_problems() == []


def test_each_unit_is_known_by_one_key(library):
    assert library.unit_keys() == [
        "cong an tinh",
        "so noi vu",
        "so tai chinh",
        "so, ban, nganh, uy ban nhan dan phuong, xa",
        "uy ban nhan dan phuong",
        "uy ban nhan dan phuong mai dich",
        "uy ban nhan dan xa",
    ]


def test_an_empty_library_knows_no_unit(tmp_path):
    with Library.open(tmp_path / "library.sqlite3", create=True) as library:
        assert (library.unit_keys(), library.held_deadlines()) == ([], [])

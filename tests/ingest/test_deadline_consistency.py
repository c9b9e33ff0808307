"""`check` sees deadlines that no longer stand where they were read."""

from dataclasses import replace

from ingest.deadline_consistency import deadline_findings
from tests.instruments import library_of
from tests.plans import before, duty, plan

PLAN = plan(
    "12/KH-UBND", "2026-01-05", duty("Sở Nội vụ báo cáo", "trước ngày 31/3/2026", before("2026-03-31"), "Sở Nội vụ")
)


def whats(folder, **changed):
    record = replace(PLAN, deadlines=tuple(replace(one, **changed) for one in PLAN.deadlines))
    with library_of(folder, record) as library:
        return [finding.what.partition(": ")[2] for finding in deadline_findings(library)]


def test_nothing_is_found_when_all_is_well(tmp_path):
    assert whats(tmp_path) == []


def test_a_quote_that_is_not_the_text_of_its_place_is_found(tmp_path):
    assert whats(tmp_path, quote_start=1) == ["the quote of deadline 0 is not the text of its place"]


def test_a_provision_that_is_not_there_is_found(tmp_path):
    assert whats(tmp_path, provision=7) == ["deadline 0 names a provision that is not there"]

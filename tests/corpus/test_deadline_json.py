"""The shape of a deadline for programs."""

from datetime import date

import pytest

from corpus.deadline_json import AskedDays, deadline_as_json
from corpus.deadline_rule import (
    Bearing,
    Cycle,
    CycleDay,
    Event,
    FixedDate,
    Limit,
    Ongoing,
    Period,
    Recurring,
    Relative,
    TimeUnit,
    VariableYear,
)
from corpus.held_deadline import HeldDeadline
from tests.plans import duty, plan

AS_OF = date(2026, 3, 10)


def shown(rule, days=None, **more):
    record = plan("12/KH-UBND", "2026-01-05", duty("Sở Nội vụ báo cáo", "như sau", rule, "Sở Nội vụ", **more))
    held = HeldDeadline(record.document, record.provisions[0].locator, 0, record.deadlines[0])
    return deadline_as_json(held, days or AskedDays(AS_OF))


def test_a_deadline_has_the_agreed_fields_and_then_more():
    assert list(shown(Ongoing("thường xuyên"))) == [
        *("document", "locator", "task", "responsible", "rule", "start", "end", "inclusive", "recurrence", "quote"),
        *("document_id", "document_title", "issued_on", "form", "source", "coordinating", "addressee", "product"),
        *("when", "next", "occurrences", "is_past", "approximate", "year_origin", "is_corrected"),
    ]


def test_who_must_do_what_and_where_it_is_said():
    one = shown(Ongoing("thường xuyên"), coordinating=("Sở Tư pháp",), addressee="UBND tỉnh")
    assert (one["document"], one["locator"], one["task"]) == ("12/KH-UBND", "Điều 1", "Sở Nội vụ báo cáo")
    assert (one["responsible"], one["coordinating"], one["addressee"]) == (["Sở Nội vụ"], ["Sở Tư pháp"], "UBND tỉnh")
    assert (one["quote"], one["form"], one["product"]) == ("Sở Nội vụ báo cáo như sau.", "official", "report")


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (FixedDate(date(2026, 3, 15)), ("date", "2026-03-15", "2026-03-15", True, "2026-03-15")),
        (Limit(date(2026, 3, 31), False), ("before", None, "2026-03-31", False, "2026-03-30")),  # trước ngày
        (Limit(date(2026, 3, 31), True), ("before", None, "2026-03-31", True, "2026-03-31")),  # chậm nhất ngày
        (Limit(date(2026, 3, 10), False), ("before", None, "2026-03-10", False, None)),  # too late on the day itself
        (Period(date(2026, 3, 1), date(2026, 5, 31)), ("period", "2026-03-01", "2026-05-31", True, "2026-05-31")),
        (Period(date(2026, 3, 1), None), ("period", "2026-03-01", None, True, None)),
        (Event("10/10", date(2026, 10, 10)), ("event", "2026-10-10", "2026-10-10", True, "2026-10-10")),
        (Event("dịp tổng kết"), ("event", None, None, True, None)),
        (Relative(10, TimeUnit.DAY, Bearing.WITHIN, "ngày ký"), ("relative", None, None, True, None)),
        (VariableYear(8, 15, "năm xét tặng", is_inclusive=False), ("relative", None, None, False, None)),
        (Ongoing("thường xuyên"), ("ongoing", None, None, True, None)),
        (
            Recurring(Cycle.MONTH, closes=CycleDay(1, 20), is_inclusive=False, last=date(2026, 12, 31)),
            ("recurring", None, "2026-12-31", False, "2026-03-19"),
        ),
    ],
)
def test_the_days_are_as_written_and_the_next_is_the_last_in_time(rule, told):
    one = shown(rule)
    assert tuple(one[field] for field in ("rule", "start", "end", "inclusive", "next")) == told


def test_a_recurrence_is_told_as_calendars_write_it():
    assert shown(Recurring(Cycle.MONTH, closes=CycleDay(1, 20)))["recurrence"] == "FREQ=MONTHLY;BYMONTHDAY=20"
    assert shown(FixedDate(date(2026, 3, 15)))["recurrence"] is None


def test_every_last_day_within_the_days_asked_for_is_told():
    rule = Recurring(Cycle.MONTH, closes=CycleDay(1, 20), is_inclusive=False)
    days = AskedDays(AS_OF, date(2026, 2, 1), date(2026, 4, 18))
    assert shown(rule, days)["occurrences"] == ["2026-02-19", "2026-03-19"]
    assert shown(rule, days)["next"] == "2026-02-19"  # from the first day asked for
    assert shown(rule, AskedDays(AS_OF, date(2026, 2, 1)))["occurrences"] is None  # without an end there are too many


def test_what_is_past_is_told_by_the_day_asked_for():
    assert shown(Limit(date(2026, 3, 10), False))["is_past"] is True
    assert shown(Limit(date(2026, 3, 10), True))["is_past"] is False
    assert shown(Ongoing("thường xuyên"))["is_past"] is False
    before_the_plan = Recurring(Cycle.YEAR, closes=CycleDay(12, 15))
    assert shown(before_the_plan, AskedDays(date(2020, 1, 1)))["next"] == "2026-12-15"  # not before the plan was issued

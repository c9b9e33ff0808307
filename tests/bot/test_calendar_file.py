from datetime import UTC, date, datetime, timedelta
from itertools import islice

import pytest
import vobject
from dateutil.rrule import rrulestr

from bot.calendar_file import calendar_file
from corpus.deadline import occurrences, running_from
from corpus.deadline_rule import (
    LAST_DAY,
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
from corpus.model import Product
from tests.bot.factories import document
from tests.bot.held_deadlines import held_deadline

NOW = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
ISSUED = date(2025, 11, 18)
BEFORE_31_MARCH = Limit(date(2026, 3, 31), is_inclusive=False)


def read(*entries, now=NOW):
    """What an independent reader makes of the file."""
    return vobject.readOne(calendar_file(entries, now).decode("utf-8"))


def only(entry):
    """The one component, whichever its kind."""
    calendar = read(entry)
    (component,) = [child for child in calendar.components()]
    return component


def closing(cycle, month, day, **more):
    return Recurring(cycle, closes=CycleDay(month, day), **more)


@pytest.mark.parametrize(
    ("rule", "first", "last"),
    [
        (FixedDate(date(2026, 3, 15)), date(2026, 3, 15), date(2026, 3, 15)),
        (BEFORE_31_MARCH, date(2026, 3, 30), date(2026, 3, 30)),  # the last allowed day, not the day as written
        (Limit(date(2026, 3, 31), is_inclusive=True), date(2026, 3, 31), date(2026, 3, 31)),
        (Period(date(2026, 12, 1), date(2026, 12, 31)), date(2026, 12, 1), date(2026, 12, 31)),
        (Period(None, date(2026, 12, 31)), date(2026, 12, 31), date(2026, 12, 31)),
        (Event("10/10", date(2026, 10, 10)), date(2026, 10, 10), date(2026, 10, 10)),
    ],
)
def test_a_deadline_with_days_is_an_event_over_whole_days(rule, first, last):
    event = only(held_deadline(rule))
    assert event.name == "VEVENT"
    assert (event.dtstart.value, event.dtend.value) == (first, last + timedelta(days=1))  # the end is exclusive


def test_a_long_period_is_a_task_with_its_days():
    task = only(held_deadline(Period(date(2026, 1, 1), date(2026, 12, 31))))
    assert (task.name, task.dtstart.value, task.due.value) == ("VTODO", date(2026, 1, 1), date(2026, 12, 31))
    task = only(held_deadline(Period(date(2026, 1, 1), None)))
    assert (task.name, task.dtstart.value, hasattr(task, "due")) == ("VTODO", date(2026, 1, 1), False)


@pytest.mark.parametrize(
    "rule",
    [
        Relative(10, TimeUnit.DAY, Bearing.WITHIN, "ngày nhận Kế hoạch này"),
        VariableYear(8, 15, "năm xét tặng"),
        Event("ngày hội"),
        Ongoing("thường xuyên"),
        closing(Cycle.YEAR, 1, 1, first=date(2026, 2, 1), last=date(2026, 3, 1)),  # no occurrence between its bounds
    ],
)
def test_a_deadline_without_a_day_is_a_task_without_one(rule):
    task = only(held_deadline(rule))
    assert task.name == "VTODO"
    assert not hasattr(task, "dtstart")
    assert not hasattr(task, "due")


@pytest.mark.parametrize(
    ("rule", "first"),
    [
        (closing(Cycle.YEAR, 7, 1, is_inclusive=False), date(2026, 6, 30)),  # trước ngày 01/7 hằng năm
        (closing(Cycle.YEAR, 11, 15), date(2026, 11, 15)),  # that of 2025 was over when the plan was issued
        (closing(Cycle.YEAR, 11, 20), date(2025, 11, 20)),
        (closing(Cycle.YEAR, 12, 15, first=date(2027, 1, 1), last=date(2030, 12, 31)), date(2027, 12, 15)),
        (closing(Cycle.YEAR, 11, 15, every=2), date(2027, 11, 15)),
        (closing(Cycle.MONTH, 1, 1, is_inclusive=False), date(2025, 11, 30)),
        (closing(Cycle.MONTH, 1, 30, is_inclusive=False), date(2025, 11, 29)),
        (closing(Cycle.MONTH, 1, 30), date(2025, 11, 30)),
        (closing(Cycle.QUARTER, 3, 15), date(2025, 12, 15)),
        (closing(Cycle.HALF_YEAR, 6, 15), date(2025, 12, 15)),
        (closing(Cycle.WEEK, 1, 5), date(2025, 11, 21)),
        (Recurring(Cycle.DAY), date(2025, 11, 18)),
        (Recurring(Cycle.YEAR, CycleDay(3, 1), CycleDay(11, LAST_DAY)), date(2025, 11, 30)),
    ],
)
def test_a_recurring_deadline_recurs_on_its_last_allowed_days(rule, first):
    event = only(held_deadline(rule))
    assert (event.name, event.dtstart.value) == ("VEVENT", first)
    start = datetime.combine(event.dtstart.value, datetime.min.time())
    found = [moment.date() for moment in islice(rrulestr(event.rrule.value, dtstart=start), 40)]
    due = occurrences(running_from(rule, ISSUED), date(1, 1, 1), date(9999, 12, 31))
    assert found == [each.last_allowed for each in islice(due, 40)]


@pytest.mark.parametrize(
    ("rule", "recurs", "begins"),
    [
        (Recurring(Cycle.QUARTER), "FREQ=MONTHLY;INTERVAL=3", date(2025, 10, 1)),
        (Recurring(Cycle.MONTH, times=2), "FREQ=MONTHLY", date(2025, 11, 1)),
        (Recurring(Cycle.YEAR, last=date(2030, 12, 31)), "FREQ=YEARLY;UNTIL=20301231", date(2025, 1, 1)),
    ],
)
def test_a_rhythm_without_a_day_is_a_task_of_each_cycle_and_due_on_no_day(rule, recurs, begins):
    task = only(held_deadline(rule))
    assert (task.name, task.rrule.value, task.dtstart.value) == ("VTODO", recurs, begins)
    assert not hasattr(task, "due")


def test_the_words_of_the_plan_come_through_whole():
    plan = document("12/KH-UBND", issued_on=ISSUED, source="https://hoaan.example/12.pdf?a=1;b=2,3")
    entry = held_deadline(
        BEFORE_31_MARCH,
        of=plan,
        locator="Điều 3 khoản 2",
        quote="Các sở, ban, ngành; UBND các xã gửi hồ sơ\nvề Sở Nội vụ \\ trước ngày 31/3/2026",
        task="gửi hồ sơ đề nghị khen thưởng về Sở Nội vụ, kèm danh sách; bản điện tử",
        product=Product.DOSSIER,
        responsible=("Các sở, ban, ngành", "UBND các xã, phường"),
        coordinating=("Công an tỉnh",),
        addressee="Sở Nội vụ (qua Ban Thi đua – Khen thưởng)",
    )
    event = only(entry)
    assert event.summary.value == (
        "Hạn: gửi hồ sơ đề nghị khen thưởng về Sở Nội vụ, kèm danh sách; bản điện tử"
        " – Các sở, ban, ngành; UBND các xã, phường"
    )
    lines = event.description.value.split("\n")
    assert "Việc: gửi hồ sơ đề nghị khen thưởng về Sở Nội vụ, kèm danh sách; bản điện tử" in lines
    assert "Cơ quan thực hiện: Các sở, ban, ngành; UBND các xã, phường" in lines
    assert "Cơ quan phối hợp: Công an tỉnh" in lines
    assert "Gửi: Sở Nội vụ (qua Ban Thi đua – Khen thưởng)" in lines
    assert "Trích: “Các sở, ban, ngành; UBND các xã gửi hồ sơ về Sở Nội vụ \\ trước ngày 31/3/2026”" in lines
    assert "Nguồn: Kế hoạch 12/KH-UBND ngày 18/11/2025, Ủy ban nhân dân tỉnh Hòa An, Điều 3 khoản 2" in lines
    assert event.url.value == "https://hoaan.example/12.pdf?a=1;b=2,3"
    assert event.categories.value == ["Hồ sơ", "12/KH-UBND"]


def test_the_path_of_a_file_on_the_server_is_not_given_away():
    assert "/srv/" not in calendar_file([held_deadline(BEFORE_31_MARCH)], NOW).decode()


def test_lines_are_folded_at_75_octets_and_never_inside_a_letter():
    content = calendar_file([held_deadline(BEFORE_31_MARCH, quote="Thi đua yêu nước ở tỉnh Hòa Ấn " * 60)], NOW)
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    assert [line.decode("utf-8") for line in lines][-1] == ""


def test_control_characters_of_a_scanned_text_do_not_reach_the_file():
    content = calendar_file([held_deadline(BEFORE_31_MARCH, task="báo\x0bcáo\x00 năm\x1f\x07", quote="a\x0cb")], NOW)
    assert [byte for byte in content.replace(b"\r\n", b"") if byte < 32] == []
    assert "báo cáo năm" in content.decode()


def test_each_deadline_is_one_component_in_the_order_given():
    rules = [Ongoing("thường xuyên"), BEFORE_31_MARCH, Recurring(Cycle.YEAR)]
    entries = [held_deadline(rule, task=f"việc {number}") for number, rule in enumerate(rules)]
    lines = calendar_file(entries, NOW).decode("utf-8").split("\r\n")  # vobject groups components by their name
    assert [line for line in lines if line.startswith(("BEGIN:V", "SUMMARY"))] == [
        "BEGIN:VCALENDAR",
        "BEGIN:VTODO",
        "SUMMARY:Việc: việc 0 – Sở Nội vụ",
        "BEGIN:VEVENT",
        "SUMMARY:Hạn: việc 1 – Sở Nội vụ",
        "BEGIN:VTODO",
        "SUMMARY:Việc: việc 2 – Sở Nội vụ",
    ]


def test_an_empty_calendar_is_still_one():
    assert list(read().components()) == []


def uids(*entries, now=NOW):
    return [child.uid.value for child in read(*entries, now=now).components()]


def test_a_deadline_keeps_its_uid_at_another_time_in_another_order_and_when_its_day_is_corrected():
    first = held_deadline(BEFORE_31_MARCH, task="a", ordinal=0)
    second = held_deadline(BEFORE_31_MARCH, task="b", ordinal=1)
    one, two = uids(first, second)
    assert one != two
    later = datetime(2027, 1, 1, tzinfo=UTC)
    assert uids(second, first, now=later) == [two, one]
    corrected = held_deadline(FixedDate(date(2026, 4, 1)), task="a", ordinal=7, start=120, end=130, quote_start=110)
    assert uids(corrected) == [one]  # also where the text before it grew


def test_deadlines_of_the_same_words_have_uids_of_their_own():
    same = held_deadline(BEFORE_31_MARCH)
    elsewhere = held_deadline(BEFORE_31_MARCH, locator="Điều 4")
    of_another = held_deadline(BEFORE_31_MARCH, of=document("13/KH-UBND"))
    assert len(set(uids(same, same, elsewhere, of_another))) == 4


def test_the_stamp_is_the_time_given_in_utc():
    assert b"DTSTAMP:20260302T083000Z" in calendar_file([held_deadline(BEFORE_31_MARCH)], NOW)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_do_not_break_the_file(day):
    for rule in (
        FixedDate(day),
        Limit(day, is_inclusive=False),
        Period(day, day),
        closing(Cycle.YEAR, 12, 31, first=day),
    ):
        assert calendar_file([held_deadline(rule)], NOW)

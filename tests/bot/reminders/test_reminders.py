"""Before a deadline. 2026: 23 November is a Monday, 5 December a Saturday; the office is reminded at 7:30."""

from dataclasses import replace
from datetime import time
from zoneinfo import ZoneInfo

import pytest

from bot.records.records import open_records
from bot.records.subscriptions import Digest
from bot.reminders.office_hours import OfficeHours
from corpus.deadline_rule import Cycle, CycleDay, Ongoing, Recurring, VariableYear
from corpus.model import DocumentRecord
from tests.bot.reminders.desk import CHAT, OTHER_CHAT, Desk, desk, document, unit
from tests.instruments import amends, instrument, library_of, replaces
from tests.plans import before, by, duty, from_to, monthly, on, plan, yearly

SINCE = "2026-11-01 09:00"


def one_duty(when, rule, *units) -> DocumentRecord:
    return plan("12/KH-UBND", "2026-01-05", duty("Các đơn vị gửi báo cáo làm đường", when, rule, *units))


def days_of_reminders(office, first, last):
    """The days on which something is said at 7:30, day and month, from the first to the last of a month."""
    year_and_month = first[:8]
    days = range(int(first[8:]), int(last[8:]) + 1)
    return [day for day in days if office.said(f"{year_and_month}{day:02d} 07:30")]


@pytest.mark.parametrize(
    ("when", "rule", "expected"),
    [
        ("chậm nhất ngày 17/12/2026", by("2026-12-17"), [10, 16]),
        ("trước ngày 17/12/2026", before("2026-12-17"), [9, 15]),  # the last day is the 16th
        ("ngày 17/12/2026", on("2026-12-17"), [10, 16]),
        ("chậm nhất ngày 21/12/2026", by("2026-12-21"), [14, 18]),  # a Monday: the Friday before
        ("chậm nhất ngày 20/12/2026", by("2026-12-20"), [11, 18]),  # a Sunday: its week before is a Sunday too
        ("từ ngày 01/12 đến ngày 18/12/2026", from_to("2026-12-01", "2026-12-18"), [11, 17]),  # of a period its end
        ("chậm nhất ngày 17/12 hằng năm", yearly(12, 17), [10, 16]),
        ("trước ngày 20 hằng tháng", monthly(20), [11, 18]),  # the last day is Saturday the 19th
        ("chậm nhất ngày 20 tháng cuối quý", Recurring(Cycle.QUARTER, closes=CycleDay(3, 20)), [11, 18]),
        ("chậm nhất ngày 17/12 của năm xét tặng", VariableYear(12, 17, "năm xét tặng"), [10, 16]),
        ("thường xuyên", Ongoing("thường xuyên"), []),
        ("hằng quý", Recurring(Cycle.QUARTER), []),  # the last day of a quarter is nobody's deadline
        ("hằng ngày", Recurring(Cycle.DAY), []),
    ],
)
def test_a_document_reminds_seven_days_and_one_day_before_the_last_allowed_day(tmp_path, when, rule, expected):
    record = one_duty(when, rule)
    with desk(tmp_path, record) as office:
        office.follow(document(record), "2026-11-30 09:00")
        assert days_of_reminders(office, "2026-12-01", "2026-12-31") == expected


def test_a_habit_of_every_week_is_listed_once_and_not_reminded_of(tmp_path):
    record = one_duty("thứ Sáu hằng tuần", Recurring(Cycle.WEEK, closes=CycleDay(1, 5)))
    with desk(tmp_path, record) as office:
        office.follow(document(record), "2026-11-30 09:00")
        assert days_of_reminders(office, "2026-12-01", "2026-12-14") == []
        office.follow(document(record), "2026-12-15 09:00", digest=Digest.WEEKLY)
        [told] = office.said("2026-12-21 07:30")
        assert told.count("• ") == 1
        assert "25/12/2026" in told


def test_a_reminder_tells_the_day_the_task_the_unit_and_where_it_is_said(tmp_path):
    record = one_duty("trước ngày 17/12/2026", before("2026-12-17"), "Sở Nội vụ")
    with desk(tmp_path, record) as office:
        office.follow(document(record), SINCE)
        [told] = office.said("2026-12-09 07:30")
        assert told.split("\n") == [
            "Nhắc hạn ngày 09/12/2026",
            "",
            "16/12/2026 (thứ Tư) – còn 7 ngày",
            "• Sở Nội vụ: các đơn vị gửi báo cáo làm đường",
            "Kế hoạch 12/KH-UBND, Điều 1; trước ngày 17/12/2026",
            "“Các đơn vị gửi báo cáo làm đường trước ngày 17/12/2026.”",
        ]


def test_a_reminder_is_sent_once_however_often_the_clock_ticks(tmp_path):
    record = one_duty("chậm nhất ngày 17/12/2026", by("2026-12-17"))
    with desk(tmp_path, record) as office:
        office.follow(document(record), SINCE)
        assert office.said("2026-12-10 07:29") == []
        assert len(office.said("2026-12-10 07:30")) == 1
        assert office.said("2026-12-10 07:31") == []
        office.restart()
        assert office.said("2026-12-10 12:00") == []


def test_after_missed_hours_it_is_sent_once_the_same_day(tmp_path):
    record = one_duty("chậm nhất ngày 17/12/2026", by("2026-12-17"))
    with desk(tmp_path, record) as office:
        office.follow(document(record), SINCE)
        [told] = office.said("2026-12-10 10:00")
        assert "muộn" not in told
        assert office.said("2026-12-10 10:01") == []


def test_after_missed_days_it_is_sent_late_while_there_is_time(tmp_path):
    record = one_duty("chậm nhất ngày 17/12/2026", by("2026-12-17"))
    with desk(tmp_path, record) as office:
        office.follow(document(record), SINCE)
        [told] = office.said("2026-12-14 08:00")
        assert "17/12/2026 (thứ Năm) – còn 3 ngày" in told
        assert "gửi muộn hơn lịch do hệ thống tạm dừng" in told
        assert office.said("2026-12-15 07:30") == []


def test_what_has_passed_meanwhile_is_not_told(tmp_path):
    record = one_duty("chậm nhất ngày 17/12/2026", by("2026-12-17"))
    with desk(tmp_path, record) as office:
        office.follow(document(record), SINCE)
        assert office.said("2026-12-18 08:00") == []


def test_nobody_is_woken_at_night_by_what_was_missed(tmp_path):
    record = one_duty("chậm nhất ngày 17/12/2026", by("2026-12-17"))
    with desk(tmp_path, record) as office:
        office.follow(document(record), SINCE)
        assert office.said("2026-12-10 22:00") == []
        assert len(office.said("2026-12-11 07:30")) == 1


def test_what_was_due_before_it_was_followed_is_not_told_later(tmp_path):
    record = one_duty("chậm nhất ngày 17/12/2026", by("2026-12-17"))
    with desk(tmp_path, record) as office:
        office.follow(document(record), "2026-12-10 09:00")
        assert days_of_reminders(office, "2026-12-10", "2026-12-17") == [16]


def test_a_message_that_the_process_died_on_is_hinted_at_and_never_sent_twice(tmp_path):
    record = one_duty("chậm nhất ngày 17/12/2026", by("2026-12-17"))
    with desk(tmp_path, record) as office:
        office.follow(document(record), SINCE)
        [notice] = office.reminding.due(office.at("2026-12-10 07:30"))
        office.records.notices.sending(notice.id)
        office.restart()
        [told] = office.said("2026-12-10 07:31")
        assert told.startswith("Một thông báo ngày 10/12/2026 có thể chưa gửi được")
        office.restart()
        assert office.said("2026-12-10 07:32") == []
        assert days_of_reminders(office, "2026-12-11", "2026-12-17") == [16]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (0, ["Nhắc hạn"]),  # killed when it was planned
        (1, ["Một thông báo"]),  # when its request was leaving: nobody knows
        (2, []),  # when it was sent
    ],
)
def test_killed_at_any_step_it_is_told_once_or_hinted_at(tmp_path, steps, expected):
    record = one_duty("chậm nhất ngày 17/12/2026", by("2026-12-17"))
    path = tmp_path / "bot.sqlite3"
    with library_of(tmp_path, record) as library:
        with open_records(path) as records:
            office = Desk(library, records)
            office.follow(document(record), SINCE)
            [notice] = office.reminding.due(office.at("2026-12-10 07:30"))
            if steps > 0:
                records.notices.sending(notice.id)
            if steps > 1:
                records.notices.sent(notice.id, 5)
        with open_records(path) as records:
            again = Desk(library, records)
            told = again.said("2026-12-10 07:31") + again.said("2026-12-10 07:32")
            assert [one[: len(begins)] for one, begins in zip(told, expected, strict=True)] == expected


def test_a_message_that_could_not_be_sent_all_day_is_told_anew_the_next(tmp_path):
    record = one_duty("chậm nhất ngày 17/12/2026", by("2026-12-17"))
    with desk(tmp_path, record) as office:
        office.follow(document(record), SINCE)
        [unsent] = office.reminding.due(office.at("2026-12-10 07:30"))
        assert "còn 7 ngày" in unsent.html
        [told] = office.said("2026-12-11 07:30")
        assert "còn 6 ngày" in told


def test_records_that_outlive_the_process_remember_what_was_sent(tmp_path):
    record = one_duty("chậm nhất ngày 17/12/2026", by("2026-12-17"))
    path = tmp_path / "bot.sqlite3"
    with library_of(tmp_path, record) as library:
        with open_records(path) as records:
            office = Desk(library, records)
            office.follow(document(record), SINCE)
            assert len(office.said("2026-12-10 07:30")) == 1
        with open_records(path) as records:
            assert Desk(library, records).said("2026-12-10 07:31") == []


def test_several_at_once_are_one_message_in_the_order_of_their_days(tmp_path):
    first = plan("12/KH-UBND", "2026-01-05", duty("Nộp hồ sơ làm cầu", "", by("2026-12-17")))
    second = plan(
        "13/KH-UBND",
        "2026-01-05",
        duty("Gửi báo cáo trồng hoa", "", by("2026-12-11")),
        duty("Gửi báo cáo trồng hoa", "", by("2026-12-11")),  # its appendix says it again
    )
    with desk(tmp_path, first, second) as office:
        office.follow(document(first), SINCE)
        office.follow(document(second), SINCE)
        office.said("2026-12-04 07:30")
        [told] = office.said("2026-12-10 07:30")
        assert told.index("11/12/2026") < told.index("trồng hoa") < told.index("17/12/2026") < told.index("làm cầu")
        assert told.count("• ") == 2


def test_who_follows_a_document_and_its_unit_is_told_once(tmp_path):
    record = one_duty("chậm nhất ngày 17/12/2026", by("2026-12-17"), "Sở Nội vụ")
    with desk(tmp_path, record) as office:
        office.follow(document(record), SINCE)
        office.follow(unit("Sở Nội vụ"), SINCE)
        [told] = office.said("2026-12-10 07:30")
        assert told.count("• ") == 1


def test_two_chats_never_mix(tmp_path):
    first = plan("12/KH-UBND", "2026-01-05", duty("Nộp hồ sơ làm cầu", "", by("2026-12-17")))
    second = plan("13/KH-UBND", "2026-01-05", duty("Gửi báo cáo trồng hoa", "", by("2026-12-17")))
    with desk(tmp_path, first, second) as office:
        office.follow(document(first), SINCE, chat=CHAT)
        office.follow(document(second), SINCE, chat=OTHER_CHAT)
        notices = office.reminding.due(office.at("2026-12-10 07:30"))
        assert {(one.chat_id, "cầu" in one.html, "hoa" in one.html) for one in notices} == {
            (CHAT, True, False),
            (OTHER_CHAT, False, True),
        }


def test_a_unit_is_reminded_of_what_its_group_must_do_too(tmp_path):
    record = plan(
        "12/KH-UBND",
        "2026-01-05",
        duty("Nộp hồ sơ làm cầu", "", by("2026-12-17"), "Các sở, ban, ngành"),
        duty("Gửi báo cáo trồng hoa", "", by("2026-12-17"), "Sở Tài chính"),
    )
    with desk(tmp_path, record) as office:
        office.follow(unit("Sở Nội vụ"), SINCE)
        [told] = office.said("2026-12-10 07:30")
        assert "làm cầu" in told
        assert "trồng hoa" not in told


def test_a_unit_that_only_helps_learns_that_it_does(tmp_path):
    record = plan(
        "12/KH-UBND",
        "2026-01-05",
        duty("Nộp hồ sơ làm cầu", "", by("2026-12-17"), "Sở Xây dựng", coordinating=("Sở Nội vụ",)),
    )
    with desk(tmp_path, record) as office:
        office.follow(unit("Sở Nội vụ"), SINCE)
        [told] = office.said("2026-12-10 07:30")
        assert "• Sở Xây dựng: nộp hồ sơ làm cầu" in told
        assert "chỉ phối hợp" in told


def test_a_plan_that_is_no_longer_in_force_reminds_of_nothing(tmp_path):
    old = one_duty("chậm nhất ngày 17/12/2026", by("2026-12-17"))
    new = instrument("30/KH-UBND", "2026-12-01", replaces("12/KH-UBND"), issuer="UBND tỉnh Sơn Hạ")
    with desk(tmp_path, old, new) as office:
        office.follow(document(old), SINCE)
        assert days_of_reminders(office, "2026-12-02", "2026-12-17") == []


def test_the_day_that_a_later_plan_sets_for_the_same_duty_counts(tmp_path):
    old = one_duty("chậm nhất ngày 17/12/2026", by("2026-12-17"))
    task = duty("Các đơn vị gửi báo cáo làm đường", "chậm nhất ngày 24/12/2026", by("2026-12-24"))
    new = plan("30/KH-UBND", "2026-12-01", task)
    amending = instrument("30/KH-UBND", "2026-12-01", task.sentence, amends("12/KH-UBND"), issuer="UBND tỉnh Sơn Hạ")
    new = replace(amending, deadlines=new.deadlines)
    with desk(tmp_path, old, new) as office:
        office.follow(document(old), SINCE)
        assert days_of_reminders(office, "2026-12-02", "2026-12-15") == []
        [told] = office.said("2026-12-17 07:30")
        assert "24/12/2026" in told
        assert "thay cho “chậm nhất ngày 17/12/2026” tại Kế hoạch 12/KH-UBND" in told


def test_a_document_that_arrives_late_is_told_of_at_once(tmp_path):
    record = one_duty("chậm nhất ngày 17/12/2026", by("2026-12-17"), "Sở Nội vụ")
    with desk(tmp_path) as office:
        office.follow(unit("Sở Nội vụ"), SINCE)
        assert office.said("2026-12-14 07:30") == []
        office.holdings.library.add(record)
        [told] = office.said("2026-12-14 14:00")
        assert "còn 3 ngày" in told


def test_the_hour_is_that_of_the_office_wherever_it_is(tmp_path):
    record = one_duty("chậm nhất ngày 17/12/2026", by("2026-12-17"))
    hours = OfficeHours(ZoneInfo("America/New_York"), time(7, 30))
    with desk(tmp_path, record, hours=hours) as office:
        office.follow(document(record), SINCE)
        assert office.said("2026-12-10 07:29") == []
        assert len(office.said("2026-12-10 07:30")) == 1


def test_very_many_are_cut_and_counted(tmp_path):
    duties = [duty(f"Gửi báo cáo thứ {number} về cây", "", by("2026-12-17")) for number in range(40)]
    record = plan("12/KH-UBND", "2026-01-05", *duties)
    with desk(tmp_path, record) as office:
        office.follow(document(record), SINCE)
        [told] = office.said("2026-12-10 07:30")
        assert told.count("• ") == 25
        assert told.endswith("Còn 15 hạn khác. Xin dùng lệnh /hanchot để xem đủ.")
        assert office.said("2026-12-10 07:31") == []


def test_what_a_document_says_cannot_become_a_mark(tmp_path):
    record = plan("12/KH-UBND", "2026-01-05", duty("Nộp <b>hồ sơ & tệp", "", by("2026-12-17")))
    with desk(tmp_path, record) as office:
        office.follow(document(record), SINCE)
        [notice] = office.reminding.due(office.at("2026-12-10 07:30"))
        assert "&lt;b&gt;hồ sơ &amp; tệp" in notice.html

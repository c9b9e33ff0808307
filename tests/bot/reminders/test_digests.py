"""Lists of what is due soon. 2026: 23 November is a Monday; the office is spoken to at 7:30."""

from datetime import date

from bot.records.subscriptions import Digest
from corpus.working_days import WorkingDays
from tests.bot.reminders.desk import CHAT, OTHER_CHAT, desk, document, unit
from tests.plans import by, duty, plan

SINCE = "2026-11-01 09:00"
PLAN = plan(
    "12/KH-UBND",
    "2026-01-05",
    duty("Nộp hồ sơ làm cầu", "", by("2026-11-27"), "Sở Xây dựng"),
    duty("Gửi báo cáo trồng hoa", "", by("2026-12-03"), "Sở Tài chính"),
    duty("Tổng kết việc làng", "", by("2026-12-30"), "Sở Nội vụ"),
)


def test_each_working_day_tells_what_is_due_today_and_in_seven_days(tmp_path):
    with desk(tmp_path, PLAN) as office:
        office.follow(document(PLAN), SINCE, digest=Digest.DAILY, days=())
        [monday] = office.said("2026-11-23 07:30")
        assert monday.startswith("Hạn sắp tới, từ 23/11/2026 đến 30/11/2026")
        assert ("làm cầu" in monday, "trồng hoa" in monday) == (True, False)
        [friday] = office.said("2026-11-27 07:30")
        assert "27/11/2026 (thứ Sáu) – hôm nay là ngày cuối" in friday
        assert "trồng hoa" in friday
        assert office.said("2026-11-28 07:30") == []  # Saturday
        assert office.said("2026-11-28 18:00") == []


def test_a_day_with_nothing_due_says_nothing(tmp_path):
    with desk(tmp_path, PLAN) as office:
        office.follow(document(PLAN), SINCE, digest=Digest.DAILY, days=())
        assert office.said("2026-12-08 07:30") == []


def test_a_week_tells_two_weeks_on_its_first_working_day(tmp_path):
    calendar = WorkingDays(extra_days_off=frozenset({date(2026, 11, 23)}))
    with desk(tmp_path, PLAN, calendar=calendar) as office:
        office.follow(document(PLAN), SINCE, digest=Digest.WEEKLY, days=())
        assert office.said("2026-11-23 07:30") == []
        assert office.said("2026-11-24 07:30") == []  # Ngày Văn hóa Việt Nam
        [told] = office.said("2026-11-25 07:30")
        assert ("làm cầu" in told, "trồng hoa" in told, "việc làng" in told) == (True, True, False)
        assert office.said("2026-11-26 07:30") == []


def test_a_week_without_a_deadline_says_so(tmp_path):
    with desk(tmp_path, PLAN) as office:
        office.follow(document(PLAN), SINCE, digest=Digest.WEEKLY, days=())
        [told] = office.said("2026-12-07 07:30")
        assert told == "Từ 07/12/2026 đến 21/12/2026 không có hạn nào trong các mục đang theo dõi."
        assert office.said("2026-12-07 08:30") == []


def test_a_missed_monday_is_made_up_for_in_the_week(tmp_path):
    with desk(tmp_path, PLAN) as office:
        office.follow(document(PLAN), SINCE, digest=Digest.WEEKLY, days=())
        assert len(office.said("2026-11-25 10:00")) == 1
        assert office.said("2026-11-26 07:30") == []


def test_after_three_days_down_there_is_one_digest_that_of_today(tmp_path):
    with desk(tmp_path, PLAN) as office:
        office.follow(document(PLAN), SINCE, digest=Digest.DAILY, days=())
        assert len(office.said("2026-11-23 07:30")) == 1
        office.restart()
        [told] = office.said("2026-11-26 10:00")
        assert told.startswith("Hạn sắp tới, từ 26/11/2026")
        assert office.said("2026-11-26 10:01") == []


def test_all_that_a_chat_follows_is_in_one_digest(tmp_path):
    with desk(tmp_path, PLAN) as office:
        office.follow(unit("Sở Xây dựng"), SINCE, digest=Digest.DAILY, days=())
        office.follow(unit("Sở Tài chính"), SINCE, digest=Digest.WEEKLY, days=())
        [told] = office.said("2026-11-23 07:30")
        assert told.startswith("Hạn sắp tới, từ 23/11/2026 đến 07/12/2026")
        assert "làm cầu" in told
        assert "trồng hoa" in told


def test_a_digest_has_nothing_of_what_another_subscription_reminds_of_alone(tmp_path):
    with desk(tmp_path, PLAN) as office:
        office.follow(unit("Sở Xây dựng"), SINCE, digest=Digest.NONE, days=(7,))
        office.follow(unit("Sở Tài chính"), SINCE, digest=Digest.DAILY, days=())
        assert "làm cầu" in office.said("2026-11-20 07:30")[0]
        assert office.said("2026-11-23 07:30") == []


def test_reminders_of_a_day_stand_above_its_digest_and_are_not_repeated(tmp_path):
    with desk(tmp_path, PLAN) as office:
        office.follow(document(PLAN), SINCE, digest=Digest.DAILY, days=(1,))
        [told] = office.said("2026-11-26 07:30")
        assert told.startswith("Nhắc hạn ngày 26/11/2026")
        assert told.index("làm cầu") < told.index("Các hạn khác đến 03/12/2026") < told.index("trồng hoa")
        assert told.count("làm cầu") == 1


def test_a_digest_is_for_the_chat_that_wants_it(tmp_path):
    with desk(tmp_path, PLAN) as office:
        office.follow(document(PLAN), SINCE, digest=Digest.DAILY, days=())
        office.follow(document(PLAN), SINCE, digest=Digest.NONE, days=(), chat=OTHER_CHAT)
        notices = office.reminding.due(office.at("2026-11-23 07:30"))
        assert [one.chat_id for one in notices] == [CHAT]


def test_who_begins_after_the_hour_gets_the_next_digest(tmp_path):
    with desk(tmp_path, PLAN) as office:
        office.follow(document(PLAN), "2026-11-23 07:31", digest=Digest.DAILY, days=())
        assert office.said("2026-11-23 08:00") == []
        assert len(office.said("2026-11-25 07:30")) == 1  # the 24th is a holiday

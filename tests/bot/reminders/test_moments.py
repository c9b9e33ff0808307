"""Days are of 2026: 21 November is a Saturday, 30 November a Monday; 1 January 2027 is a holiday, a Friday."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.reminders.moments import come_of, reminder_day, weekly_digest_day
from bot.reminders.office_hours import OfficeHours
from corpus.working_days import WorkingDays

CALENDAR = WorkingDays()


@pytest.mark.parametrize(
    ("last", "days", "expected"),
    [
        ("2026-12-10", 7, "2026-12-03"),  # a Thursday, both worked
        ("2026-11-30", 1, "2026-11-27"),  # one day before a Monday is the Friday
        ("2026-11-29", 1, "2026-11-27"),  # the last day itself is a Sunday
        ("2026-11-28", 7, "2026-11-20"),  # a Saturday a week before: the Friday
        ("2027-01-04", 1, "2026-12-31"),  # over the New Year holiday and a weekend
        ("2026-11-29", 0, "2026-11-27"),  # "on the day", which is a Sunday
        ("2026-12-10", 0, "2026-12-10"),
    ],
)
def test_a_reminder_comes_on_a_working_day_never_later_than_wished(last, days, expected):
    assert reminder_day(date.fromisoformat(last), days, CALENDAR) == date.fromisoformat(expected)


def test_a_reminder_is_moved_over_the_whole_of_tet():
    last = date(2027, 2, 12)
    moved = reminder_day(last, 3, CALENDAR)
    assert moved < date(2027, 2, 5)
    assert CALENDAR.is_working_day(moved)
    assert (last - moved).days <= 14


def test_the_office_decides_which_days_are_off():
    calendar = WorkingDays(extra_days_off=frozenset({date(2026, 12, 9)}))
    assert reminder_day(date(2026, 12, 10), 1, calendar) == date(2026, 12, 8)


def test_what_has_come_is_told_until_the_deadline_has_passed():
    last = date(2026, 12, 10)
    assert come_of(last, (7, 1), date(2026, 12, 2), CALENDAR) == {}
    assert come_of(last, (7, 1), date(2026, 12, 3), CALENDAR) == {7: date(2026, 12, 3)}
    assert set(come_of(last, (7, 1), date(2026, 12, 10), CALENDAR)) == {7, 1}
    assert come_of(last, (7, 1), date(2026, 12, 11), CALENDAR) == {}


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-11-23", "2026-11-23"),  # Monday
        ("2026-11-27", "2026-11-23"),  # Friday: it was on Monday
        ("2026-11-22", "2026-11-16"),  # Sunday belongs to the week that ends
        ("2026-08-31", "2026-09-03"),  # 31/8 to 2/9: a bridging day and two holidays
    ],
)
def test_the_week_is_told_on_its_first_working_day(today, expected):
    bridged = WorkingDays(extra_days_off=frozenset({date(2026, 8, 31)}))
    day = weekly_digest_day(date.fromisoformat(today), bridged)
    assert day == date.fromisoformat(expected)


def test_a_week_that_is_off_is_not_told():
    calendar = WorkingDays(extra_days_off=frozenset(date(2026, 11, day) for day in range(23, 28)))
    assert weekly_digest_day(date(2026, 11, 25), calendar) is None


BERLIN = OfficeHours(ZoneInfo("Europe/Berlin"), time(2, 30))


def test_an_hour_that_summer_time_skips_still_comes_once():
    opening = BERLIN.opening(date(2026, 3, 29))
    assert opening.isoformat() == "2026-03-29T01:30:00+00:00"  # 3:30 on the clock
    assert BERLIN.is_open(opening)


def test_an_hour_that_comes_twice_is_the_first():
    assert BERLIN.opening(date(2026, 10, 25)).isoformat() == "2026-10-25T00:30:00+00:00"


def test_a_day_of_the_office_is_not_a_day_of_the_machine():
    hours = OfficeHours(ZoneInfo("Asia/Ho_Chi_Minh"), time(7, 30))
    late = datetime(2026, 11, 21, 18, 0, tzinfo=ZoneInfo("UTC"))
    assert hours.today(late) == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("now", "is_open", "expected"),
    [
        ("06:59", False, "2026-11-23T07:30"),
        ("07:30", True, "2026-11-23T07:30"),
        ("19:29", True, "2026-11-23T19:29"),
        ("19:30", False, "2026-11-24T07:30"),  # nobody is spoken to in the night
        ("23:59", False, "2026-11-24T07:30"),
    ],
)
def test_the_office_is_spoken_to_in_its_day(now, is_open, expected):
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    hours = OfficeHours(zone, time(7, 30))
    moment = datetime.fromisoformat(f"2026-11-23T{now}").replace(tzinfo=zone)
    assert hours.is_open(moment) is is_open
    assert hours.next_open(moment) == datetime.fromisoformat(expected).replace(tzinfo=zone)


def test_an_office_that_is_reminded_at_night_is_spoken_to_until_midnight():
    hours = OfficeHours(ZoneInfo("Asia/Ho_Chi_Minh"), time(21, 0))
    assert hours.closing(date(2026, 11, 23)) == hours.midnight_after(date(2026, 11, 23))


def test_the_settings_are_read_or_named():
    problems = []
    hours = OfficeHours.from_environment({"REMINDER_TIME": "8:05", "OFFICE_TIMEZONE": "Europe/Berlin"}, problems)
    assert (hours.hour, hours.zone.key, problems) == (time(8, 5), "Europe/Berlin", [])
    assert OfficeHours.from_environment({}, problems).hour == time(7, 30)
    OfficeHours.from_environment({"REMINDER_TIME": "half past", "OFFICE_TIMEZONE": "Hà Nội"}, problems)
    assert [one.split(":")[0] for one in problems] == ["OFFICE_TIMEZONE", "REMINDER_TIME"]


@pytest.mark.parametrize("written", ["Asia", "../etc", "/etc/passwd", "Asia/Nowhere"])
def test_what_is_no_zone_is_named(written):
    problems = []
    OfficeHours.from_environment({"OFFICE_TIMEZONE": written}, problems)
    assert len(problems) == 1

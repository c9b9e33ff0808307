"""On which days something is said: so many days before a deadline, every working day, once a week."""

from collections.abc import Iterable
from datetime import date, timedelta

from corpus.working_days import WorkingDays

# The longest run of days off that a reminder may be moved over (Tết with its weekends).
LONGEST_BREAK_DAYS = 14


def reminder_day(last_allowed: date, days_before: int, calendar: WorkingDays) -> date:
    """So many days before the last allowed day; when that is no working day, the working day before it.

    Of a deadline on a Monday the office is reminded one day before on Friday: on Sunday nobody could act on it.
    """
    day = last_allowed - timedelta(days=days_before)
    return day if calendar.is_working_day(day) else calendar.add(day, -1)


def come_of(last_allowed: date, days_before: Iterable[int], today: date, calendar: WorkingDays) -> dict[int, date]:
    """The reminders whose day has come, by the number of days before, while the deadline has not passed."""
    if last_allowed < today:
        return {}
    days = {count: reminder_day(last_allowed, count, calendar) for count in days_before}
    return {count: day for count, day in days.items() if day <= today}


def weekly_digest_day(today: date, calendar: WorkingDays) -> date | None:
    """The first working day of the week of `today`, mostly its Monday; None when the whole week is off."""
    monday = monday_of(today)
    day = calendar.on_or_after(monday)
    return day if day < monday + timedelta(days=7) else None


def monday_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())

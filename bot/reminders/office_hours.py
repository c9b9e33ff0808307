"""When an office may be spoken to unasked: from its hour on, the day's length bounded, in its own time zone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DEFAULT_HOUR = "07:30"
DEFAULT_ZONE = "Asia/Ho_Chi_Minh"

# What could not be said in the morning is said the same day, but not in the night.
OPEN_FOR = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """The zone of the office and the hour at which its reminders go out."""

    zone: ZoneInfo
    hour: time

    @classmethod
    def from_environment(cls, environ: Mapping[str, str], problems: list[str]) -> Self:
        """The hours as written; what cannot be used is added to `problems` and has its default."""
        zone = _zone(environ.get("OFFICE_TIMEZONE", "").strip() or DEFAULT_ZONE, problems)
        return cls(zone, _hour(environ.get("REMINDER_TIME", "").strip() or DEFAULT_HOUR, problems))

    def today(self, now: datetime) -> date:
        """The civil day in the office."""
        return now.astimezone(self.zone).date()

    def opening(self, day: date) -> datetime:
        """The hour on this day, in UTC; of an hour that the change to summer time skips, the one an hour later."""
        return datetime.combine(day, self.hour, self.zone).astimezone(UTC)

    def closing(self, day: date) -> datetime:
        """From then on nothing is said unasked that day, in UTC."""
        return min(self.opening(day) + OPEN_FOR, self.midnight_after(day))

    def midnight_after(self, day: date) -> datetime:
        """The end of the civil day, in UTC."""
        return datetime.combine(day + timedelta(days=1), time(), self.zone).astimezone(UTC)

    def is_open(self, now: datetime) -> bool:
        """Whether something may be said unasked."""
        day = self.today(now)
        return self.opening(day) <= now < self.closing(day)

    def next_open(self, now: datetime) -> datetime:
        """`now` when the office is open, else when it opens next."""
        day = self.today(now)
        if now < self.opening(day):
            return self.opening(day)
        return now if now < self.closing(day) else self.opening(day + timedelta(days=1))


def _zone(written: str, problems: list[str]) -> ZoneInfo:
    try:
        return ZoneInfo(written)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: the name of a folder, "Asia"
        problems.append(
            f"OFFICE_TIMEZONE: found {written!r}; give the name of a time zone, such as {DEFAULT_ZONE}, or leave it out"
        )
        return ZoneInfo(DEFAULT_ZONE)


def _hour(written: str, problems: list[str]) -> time:
    try:
        return datetime.strptime(written, "%H:%M").replace(tzinfo=UTC).time()
    except ValueError:
        problems.append(f"REMINDER_TIME: found {written!r}; give hours and minutes, such as {DEFAULT_HOUR}")
        return time.fromisoformat(DEFAULT_HOUR)

"""Which days are worked in a State office of Việt Nam; the only import of `holidays`.

Off are Saturdays and Sundays and the public holidays of Bộ luật Lao động 2019, Điều 111–112, with the days off in lieu
of those that fall on a weekend. The two days that the Prime Minister adds to Tết and to the National Day, and the
Saturdays to be worked in exchange for a bridging day, are decided anew for each year: the package knows those of past
years, later ones must be given. It reckons the lunar days of 1901 to 2100; outside, only weekends are known.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import holidays

_WEEKEND = {5: "thứ Bảy", 6: "Chủ nhật"}  # by date.weekday()
_FARTHEST = 36_525  # working days, about 140 years: what is farther off lies outside the calendar


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The calendar of an office; a day that is given both as a day off and as worked is worked."""

    extra_days_off: frozenset[date] = frozenset()
    extra_working_days: frozenset[date] = frozenset()

    def is_working_day(self, day: date) -> bool:
        """Whether `day` is worked."""
        return self.name_of_day_off(day) is None

    def name_of_day_off(self, day: date) -> str | None:
        """Why `day` is off, in Vietnamese: its holiday, else "thứ Bảy" or "Chủ nhật"; None when it is worked."""
        if day in self.extra_working_days:
            return None
        if day in self.extra_days_off:
            return "ngày nghỉ theo thông báo của cơ quan có thẩm quyền"
        names, worked_weekends = _public_holidays(day.year)
        if day in names:
            return names[day]
        return None if day in worked_weekends else _WEEKEND.get(day.weekday())

    def add(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`, or before it when negative; `day` itself for 0, worked or not.

        The first or last day of the calendar when that lies beyond it, or more than 36 525 working days away.
        """
        step = timedelta(days=1 if count > 0 else -1)
        end = date.max if count > 0 else date.min
        if abs(count) > _FARTHEST:
            return end
        left = abs(count)
        while left and day != end:
            day += step
            left -= self.is_working_day(day)
        return day

    def on_or_after(self, day: date) -> date:
        """`day` when it is worked, else the next working day."""
        return day if self.is_working_day(day) else self.add(day, 1)


@cache
def _public_holidays(year: int) -> tuple[Mapping[date, str], frozenset[date]]:
    """The holidays of a year with their names, and its weekend days that were worked."""
    # A Saturday worked in December can stand in for a day of January: it is known with the year of the day off.
    calendar = holidays.country_holidays("VN", years=(year, year + 1), language="vi")
    names = {day: name for day, name in calendar.items() if day.year == year}
    return names, frozenset(day for day in calendar.weekend_workdays if day.year == year)

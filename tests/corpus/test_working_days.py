from datetime import date

import pytest

from corpus.working_days import WorkingDays

CALENDAR = WorkingDays()


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 3, 2), None),  # a Monday
        (date(2026, 3, 7), "thứ Bảy"),
        (date(2026, 3, 8), "Chủ nhật"),
        (date(2026, 1, 1), "Tết Dương lịch"),
        (date(2026, 2, 16), "Giao thừa Tết Nguyên Đán"),  # lunar: 17/02/2026 is the first day of Bính Ngọ
        (date(2026, 2, 17), "Tết Nguyên Đán"),
        (date(2026, 2, 23), None),  # work begins again
        (date(2025, 1, 29), "Tết Nguyên Đán"),
        (date(2025, 4, 7), "Ngày Giỗ Tổ Hùng Vương"),  # 10 of the third lunar month
        (date(2026, 4, 26), "Ngày Giỗ Tổ Hùng Vương"),  # on a Sunday: the holiday is named
        (date(2026, 4, 27), "Ngày Giỗ Tổ Hùng Vương (nghỉ bù)"),  # Điều 111 khoản 3
        (date(2026, 4, 30), "Ngày Chiến thắng"),
        (date(2026, 9, 2), "Quốc khánh"),
        (date(2026, 8, 31), "Ngày nghỉ (thay cho ngày 22/08/2026)"),  # exchanged by decision for 2026
        (date(2026, 8, 22), None),  # the Saturday that was worked for it
        (date(2014, 12, 27), None),  # worked for 02/01 of the year after
    ],
)
def test_weekends_and_holidays_are_off_and_named(day, name):
    assert CALENDAR.name_of_day_off(day) == name
    assert CALENDAR.is_working_day(day) == (name is None)


@pytest.mark.parametrize(
    ("day", "count", "result"),
    [
        (date(2026, 3, 2), 0, date(2026, 3, 2)),
        (date(2026, 3, 7), 0, date(2026, 3, 7)),  # stays, though a Saturday
        (date(2026, 3, 2), 1, date(2026, 3, 3)),
        (date(2026, 3, 6), 1, date(2026, 3, 9)),  # over a weekend
        (date(2026, 3, 2), 10, date(2026, 3, 16)),
        (date(2026, 2, 13), 1, date(2026, 2, 23)),  # over Tết
        (date(2026, 3, 9), -1, date(2026, 3, 6)),
        (date(2026, 3, 16), -10, date(2026, 3, 2)),
        (date.max, 1, date.max),
        (date.min, -1, date.min),
        (date(2026, 3, 2), 10**12, date.max),
        (date(2026, 3, 2), -(10**12), date.min),
    ],
)
def test_working_days_are_counted_from_the_day_after(day, count, result):
    assert CALENDAR.add(day, count) == result


@pytest.mark.parametrize(
    ("day", "result"),
    [
        (date(2026, 3, 6), date(2026, 3, 6)),
        (date(2026, 3, 7), date(2026, 3, 9)),
        (date(2026, 2, 14), date(2026, 2, 23)),
    ],
)
def test_the_next_working_day_is_the_day_itself_when_it_is_worked(day, result):
    assert CALENDAR.on_or_after(day) == result


def test_days_that_are_given_go_before_the_calendar():
    calendar = WorkingDays(
        extra_days_off=frozenset({date(2027, 2, 11), date(2027, 2, 20)}),
        extra_working_days=frozenset({date(2027, 2, 20), date(2027, 9, 2)}),
    )
    assert calendar.name_of_day_off(date(2027, 2, 11)) == "ngày nghỉ theo thông báo của cơ quan có thẩm quyền"
    assert calendar.is_working_day(date(2027, 2, 20))  # a Saturday, given as both
    assert calendar.is_working_day(date(2027, 9, 2))  # a holiday that is worked


@pytest.mark.parametrize("year", [1, 1900, 2101, 9999])
def test_outside_the_lunar_table_weekends_are_still_off(year):
    days = [date(year, 6, day) for day in range(1, 8)]
    assert [day.weekday() in (5, 6) for day in days] == [not CALENDAR.is_working_day(day) for day in days]

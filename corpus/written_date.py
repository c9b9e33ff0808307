"""How a day and a month are written in official Vietnamese (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4)."""

from datetime import date


def written_date(day: date) -> str:
    """The date as instruments write it: 05/9/2024, 05/02/2024; days below 10 and the months 1 and 2 take a zero.

    >>> written_date(date(2025, 7, 1))
    '01/7/2025'
    """
    return f"{written_day_and_month(day.day, day.month)}/{day.year}"


def written_day_and_month(day: int, month: int) -> str:
    """Without the year.

    >>> written_day_and_month(10, 2)
    '10/02'
    """
    return f"{day:02d}/{written_month(month)}"


def written_month(month: int) -> str:
    """The number of a month, the first two with a zero.

    >>> written_month(1), written_month(3), written_month(12)
    ('01', '3', '12')
    """
    return f"{month:02d}" if month < 3 else str(month)

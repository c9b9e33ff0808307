"""The sentences of answers about the base salary: the amount first, then the document and the days."""

from datetime import date

from corpus.reward import written_dong
from corpus.written_date import written_date


def period(first: date | None, last: date | None) -> str:
    """From when until when, as far as it is known: "từ ngày 01/7/2024 đến hết ngày 30/6/2026"."""
    begun = f"từ ngày {written_date(first)}" if first else ""
    ended = f"đến hết ngày {written_date(last)}" if last else ""
    return " ".join(filter(None, (begun, ended)))


def on_a_day(day: date | None, amount: int, document: str, when: str) -> str:
    """What it is on a day, or now."""
    asked = f" ngày {written_date(day)}" if day else " hiện nay"
    return f"Mức lương cơ sở{asked}: {written_dong(amount)} đồng/tháng, theo {document}{_applied(when)}."


def of_a_period(amount: int, document: str, when: str) -> str:
    """One of several that follow one another."""
    named = f"{when[0].upper()}{when[1:]}" if when else "Chưa rõ thời gian"
    return f"– {named}: {written_dong(amount)} đồng/tháng, theo {document}."


def since(amount: int, document: str, when: str) -> str:
    """From when a sum applies."""
    return f"Mức lương cơ sở {written_dong(amount)} đồng/tháng áp dụng {when}, theo {document}."


def several() -> str:
    """Above the sums of several periods."""
    return "Mức lương cơ sở:"


def raised(before: int, after: int) -> str:
    """By how much the later of two is higher."""
    word = "Tăng" if after > before else "Giảm"
    return f"{word} {written_dong(abs(after - before))} đồng/tháng."


def not_held(day: date) -> str:
    """No held document sets one for the day; those that are held follow."""
    return f"Kho không có mức lương cơ sở áp dụng ngày {written_date(day)}. Các mức có trong kho:"


def not_held_before() -> str:
    """No former one is held; those that are held follow."""
    return "Kho không có mức lương cơ sở cũ. Các mức có trong kho:"


def no_such_sum(amount: int) -> str:
    """No held document sets this sum; those that are held follow."""
    return f"Kho không có văn bản nào quy định mức lương cơ sở {written_dong(amount)} đồng/tháng. Các mức có trong kho:"


def _applied(when: str) -> str:
    return f", áp dụng {when}" if when else ""

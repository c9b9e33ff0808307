"""The moment at which these tests happen, and moments around it."""

from datetime import UTC, datetime, timedelta

NOW = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)  # 9 o'clock in Hà Nội


def later(**duration):
    return NOW + timedelta(**duration)

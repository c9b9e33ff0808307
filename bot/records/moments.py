"""How a moment is written in the records: ISO 8601 in UTC, so that the order of the texts is that of the moments."""

from datetime import UTC, datetime


def written(moment: datetime) -> str:
    """The moment as text; ValueError for one without a time zone, whose place in the order nobody knows.

    >>> from datetime import timedelta, timezone
    >>> written(datetime(2026, 11, 21, 7, 0, tzinfo=timezone(timedelta(hours=7))))
    '2026-11-21T00:00:00+00:00'
    """
    if moment.tzinfo is None:
        raise ValueError(f"a moment of the records needs a time zone, found {moment!r}")
    return moment.astimezone(UTC).isoformat()


def read(text: str) -> datetime:
    """The moment that `written` wrote."""
    return datetime.fromisoformat(text)


def read_optional(text: str | None) -> datetime | None:
    """The same, for what may not have happened."""
    return None if text is None else read(text)

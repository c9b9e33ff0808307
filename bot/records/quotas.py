"""How often a person and a group may ask: sliding hours and days that a restart does not shorten."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from bot.records.database import Database

TABLES = """
CREATE TABLE IF NOT EXISTS admitted (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    group_id INTEGER
);
CREATE INDEX IF NOT EXISTS admitted_by_time ON admitted (at);
CREATE INDEX IF NOT EXISTS admitted_of_user ON admitted (user_id, at);
CREATE INDEX IF NOT EXISTS admitted_of_group ON admitted (group_id, at);
"""

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_MICROSECOND = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Quotas:
    """What was admitted in the last day; the rest leaves no trace, so that a flood does not grow the records."""

    def __init__(self, database: Database, per_user_hour: int, per_user_day: int, per_group_hour: int) -> None:
        self._database = database
        self._per_user_hour = per_user_hour
        self._per_user_day = per_user_day
        self._per_group_hour = per_group_hour

    def admit(self, user_id: int, chat_id: int, is_group: bool, now: datetime) -> datetime | None:
        """None: admitted and counted. A moment: not admitted, from then on it would be."""
        moment = (now - _EPOCH) // _MICROSECOND
        group_id = chat_id if is_group else None
        with self._database.transaction():
            self._database.run("DELETE FROM admitted WHERE at <= ?", (moment - _DAY // _MICROSECOND,))
            if later := list(self._free_again(user_id, group_id, moment)):
                return _EPOCH + max(later) * _MICROSECOND
            self._database.run(
                "INSERT INTO admitted (at, user_id, group_id) VALUES (?, ?, ?)", (moment, user_id, group_id)
            )
            return None

    def _free_again(self, user_id: int, group_id: int | None, moment: int) -> Iterator[int]:
        """For each limit that is reached, when it is no more, in microseconds."""
        limits = [("user_id", user_id, self._per_user_hour, _HOUR), ("user_id", user_id, self._per_user_day, _DAY)]
        if group_id is not None:
            limits.append(("group_id", group_id, self._per_group_hour, _HOUR))
        for column, value, limit, window in limits:
            width = window // _MICROSECOND
            # With as many admitted within the window as may be, the oldest of these must leave it first.
            oldest = self._database.row(
                f"SELECT at FROM admitted WHERE {column} = ? AND at > ? ORDER BY at DESC LIMIT 1 OFFSET ?",
                (value, moment - width, limit - 1),
            )
            if oldest is not None:
                yield oldest["at"] + width

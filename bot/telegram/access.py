"""Who may ask."""

from collections.abc import Set
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AllowList:
    """The Telegram users who may ask; an empty list is closed, not open."""

    user_ids: Set[int]

    def allows(self, user_id: int) -> bool:
        """Whether this user may ask."""
        return user_id in self.user_ids

    @property
    def is_closed(self) -> bool:
        """Nobody may ask yet."""
        return not self.user_ids

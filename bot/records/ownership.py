"""The first admin of a bot that has none: whoever sends the code that the terminal shows."""

import secrets
import threading
from datetime import datetime
from enum import StrEnum

from bot.records.people import People

PAYLOAD_PREFIX = "owner_"  # of a deep link: https://t.me/<bot>?start=owner_<code>
MOST_WRONG_TRIES = 5
_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that is taken for another when it is copied from a screen
_LENGTH = 10  # 31 ** 10 codes and five tries


class Claim(StrEnum):
    """What came of claiming a bot."""

    CLAIMED = "claimed"
    WRONG = "wrong"  # and there are tries left
    CLOSED = "closed"  # there is an admin, or too many tries were wrong: only a restart makes a new code


class Ownership:
    """One code for the life of the process, which ends when an admin is known or at the fifth wrong try."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._code = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
        self._wrong_tries = 0
        self._lock = threading.Lock()

    def owner_code(self) -> str | None:
        """The code to show in the terminal; None when it would open nothing."""
        return None if self._is_closed() else self._code

    def claim(self, payload: str, user_id: int, name: str, username: str | None, now: datetime) -> Claim:
        """When CLAIMED, the sender is the first admin; `payload` is what stands behind /start."""
        tried = payload.strip().removeprefix(PAYLOAD_PREFIX).upper()
        with self._lock:
            if self._is_closed():
                return Claim.CLOSED
            if not secrets.compare_digest(tried.encode(), self._code.encode()):
                self._wrong_tries += 1
                return Claim.CLOSED if self._is_closed() else Claim.WRONG
            return Claim.CLAIMED if self._people.make_owner(user_id, name, username, now) else Claim.CLOSED

    def _is_closed(self) -> bool:
        return self._wrong_tries >= MOST_WRONG_TRIES or bool(self._people.admins())


def claim_link(bot_username: str, code: str) -> str:
    """The address that opens the bot and sends the code."""
    return f"https://t.me/{bot_username}?start={PAYLOAD_PREFIX}{code}"

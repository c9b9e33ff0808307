"""How much a bot may send before it is told to wait: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits"""

from collections import defaultdict, deque
from dataclasses import dataclass

from tests.telegram_server.refusal import too_many

COUNTED_METHODS = {
    "sendMessage", "sendDocument", "sendPhoto", "editMessageText", "editMessageCaption", "editMessageReplyMarkup",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """Telegram's own figures, none of which it promises: 30 a second overall, 1 a second in a chat, 20 a minute
    in a group, with short bursts let through."""

    overall_per_second: float = 30.0
    overall_burst: int = 30
    chat_per_second: float = 1.0
    chat_burst: int = 5
    group_per_minute: int = 20


class _Bucket:
    def __init__(self, per_second: float, burst: int, now: float) -> None:
        self._per_second = per_second
        self._burst = burst
        self._tokens = float(burst)
        self._at = now

    def seconds_until_free(self, now: float) -> float:
        self._tokens = min(self._burst, self._tokens + (now - self._at) * self._per_second)
        self._at = now
        return 0.0 if self._tokens >= 1 else (1 - self._tokens) / self._per_second

    def take(self) -> None:
        self._tokens -= 1


class Flow:
    """Counts what is sent; times in seconds of any clock that only goes forward."""

    def __init__(self, limits: Limits | None) -> None:
        self._limits = limits
        self._overall: _Bucket | None = None
        self._chats: dict[int, _Bucket] = {}
        self._groups: dict[int, deque[float]] = defaultdict(deque)
        self.times_refused = 0

    def count(self, chat_id: int, *, is_group: bool, now: float) -> None:
        """One more message; Refused with the seconds to wait when it is one too many."""
        limits = self._limits
        if limits is None:
            return
        if self._overall is None:
            self._overall = _Bucket(limits.overall_per_second, limits.overall_burst, now)
        chat = self._chats.setdefault(chat_id, _Bucket(limits.chat_per_second, limits.chat_burst, now))
        wait = max(self._overall.seconds_until_free(now), chat.seconds_until_free(now))
        recent = self._groups[chat_id]
        while recent and now - recent[0] >= 60:
            recent.popleft()
        if is_group and len(recent) >= limits.group_per_minute:
            wait = max(wait, 60 - (now - recent[0]))
        if wait > 0:
            self.times_refused += 1
            raise too_many(wait)
        self._overall.take()
        chat.take()
        if is_group:
            recent.append(now)

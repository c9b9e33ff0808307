"""What goes wrong on the way, on purpose: for the next call of a method, or at random with a seed."""

import json
import threading
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from random import Random

from tests.telegram_server.refusal import failure, too_many_requests


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that goes wrong with a call.

    `acts`: the call is carried out all the same. `drops`: the connection is closed without an answer.
    `status` and `body` take the place of the answer; `delay_seconds` pass before the answer, after the act.
    """

    name: str
    acts: bool = False
    drops: bool = False
    delay_seconds: float = 0.0
    status: int = 0
    body: bytes = b""


def flood(retry_after: int = 1) -> Fault:
    return answers("flood", 429, too_many_requests(retry_after))


def server_error(status: int = 500, *, acts: bool = False) -> Fault:
    name = {500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable"}.get(status, "Error")
    return answers(f"status {status}{' after' if acts else ''}", status, failure(status, name), acts=acts)


def dropped_before() -> Fault:
    """The connection closes and nothing was done."""
    return Fault("dropped before", drops=True)


def dropped_after() -> Fault:
    """The connection closes without an answer, but the call was carried out: the message is in the chat."""
    return Fault("dropped after", acts=True, drops=True)


def slow(seconds: float) -> Fault:
    """The call is carried out at once, but its answer comes late: a bot that gives up has sent its message."""
    return Fault("slow", acts=True, delay_seconds=seconds)


def garbage(*, acts: bool = False) -> Fault:
    return Fault("garbage", acts=acts, status=200, body=b'<html>captive portal</html>{"ok":')


def answers(name: str, status: int, body: Mapping[str, object] | bytes, *, acts: bool = False) -> Fault:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Fault(name, acts=acts, status=status, body=content)


_BY_NAME: dict[str, Callable[..., Fault]] = {
    "flood": flood, "server_error": server_error, "dropped_before": dropped_before,
    "dropped_after": dropped_after, "slow": slow, "garbage": garbage,
}  # fmt: skip


def fault_named(name: str, **arguments: object) -> Fault:
    """The fault as it is named over the control address; KeyError for an unknown one."""
    return _BY_NAME[name](**arguments)


@dataclass(frozen=True, slots=True)
class _AtRandom:
    fault: Fault
    rate: float
    methods: frozenset[str]


class Faults:
    """`next` first, in order; else at random."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._queued: dict[str, deque[Fault]] = defaultdict(deque)
        self._at_random: list[_AtRandom] = []
        self._random = Random(0)
        self.happened: Counter[tuple[str, str]] = Counter()  # (method, fault) -> times

    def next(self, method: str, fault: Fault, times: int = 1) -> None:
        """The next calls of the method meet the fault."""
        with self._lock:
            self._queued[method].extend([fault] * times)

    def at_random(self, rates: Mapping[Fault, float], *, seed: int, methods: Collection[str] = ()) -> None:
        """From now on each call meets each fault with its rate (0 to 1); only calls of `methods` when given.

        Takes the place of what was set for random before; {} ends it.
        """
        with self._lock:
            self._random = Random(seed)
            self._at_random = [_AtRandom(fault, rate, frozenset(methods)) for fault, rate in rates.items()]

    def also_at_random(self, rates: Mapping[Fault, float], *, methods: Collection[str] = ()) -> None:
        """More random faults beside those set, for other methods or with other rates."""
        with self._lock:
            self._at_random += [_AtRandom(fault, rate, frozenset(methods)) for fault, rate in rates.items()]

    def all_queued_have_happened(self) -> bool:
        with self._lock:
            return not any(self._queued.values())

    def taken(self, method: str) -> Fault | None:
        """The fault that this call meets."""
        with self._lock:
            fault = self._queued[method].popleft() if self._queued.get(method) else self._drawn(method)
            if fault:
                self.happened[method, fault.name] += 1
            return fault

    def _drawn(self, method: str) -> Fault | None:
        for drawn in self._at_random:
            if (not drawn.methods or method in drawn.methods) and self._random.random() < drawn.rate:
                return drawn.fault
        return None

"""What the reading of times and the state of force add to an answer: measured around their calls, in one run."""

import time
from collections.abc import Callable
from contextlib import contextmanager
from datetime import date

import bot.answering
from bot.answering import Answering
from bot.applicability import Applicability
from bot.lookups import Lookups

AS_OF = date(2026, 11, 21)
# Every call that an answer from passages would do without.
PLACES = (
    (bot.answering, "asked_time"),
    (bot.answering, "with_years_settled"),
    (Applicability, "objection"),
    (Applicability, "with_validity"),
    (Applicability, "with_notes"),
    (Lookups, "reply"),
)


def measure(answering: Answering, questions: list[str]) -> dict[str, float]:
    """Milliseconds added and in all, of the questions that are answered from passages."""
    added, whole = [], []
    with _clocked() as clock:
        for question in questions:
            clock.seconds, clock.is_looked_up = 0.0, False
            started = time.perf_counter()
            answering.answer(question, AS_OF)
            if not clock.is_looked_up:
                added.append(clock.seconds)
                whole.append(time.perf_counter() - started)
    return {
        "questions": len(added),
        "added_p50_ms": _share(added, 0.5),
        "added_p95_ms": _share(added, 0.95),
        "whole_p50_ms": _share(whole, 0.5),
        "whole_p95_ms": _share(whole, 0.95),
    }


class _Clock:
    seconds = 0.0
    is_looked_up = False

    def around(self, act: Callable[..., object]) -> Callable[..., object]:
        def timed(*arguments: object) -> object:
            started = time.perf_counter()
            result = act(*arguments)
            self.seconds += time.perf_counter() - started
            self.is_looked_up |= act.__qualname__ == "Lookups.reply" and result is not None
            return result

        return timed


@contextmanager
def _clocked():
    clock = _Clock()
    before = [(place, name, getattr(place, name)) for place, name in PLACES]
    for place, name, act in before:
        setattr(place, name, clock.around(act))
    try:
        yield clock
    finally:
        for place, name, act in before:
            setattr(place, name, act)


def _share(seconds: list[float], share: float) -> float:
    ordered = sorted(seconds)
    return round(1000 * ordered[int(len(ordered) * share)], 1) if ordered else 0.0

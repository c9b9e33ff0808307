"""What is counted and timed, for Prometheus; the only import of `prometheus_client`."""

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

# From a glance to what nobody waits for; the limits, .5 and 4 seconds, are bounds of their own.
_SECONDS = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0)


class Metrics:
    """The numbers of one bot. None of them tells who asked or what."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.answers = Counter("bot_answers", "Answers given", ["status", "kind"], registry=self._registry)
        self.seconds = Histogram(
            "bot_answer_seconds", "From the update to the last part sent", buckets=_SECONDS, registry=self._registry
        )
        self.refusals = Counter("bot_refusals", "Messages not answered, and why", ["reason"], registry=self._registry)
        self.errors = Counter("bot_errors", "Updates whose handling failed", registry=self._registry)
        self.uncertain = Counter(
            "bot_uncertain_deliveries", "Messages that may or may not have arrived", registry=self._registry
        )
        self.notices = Counter("bot_notices", "Reminders and notices sent", registry=self._registry)

    def watch(self, name: str, meaning: str, value: Callable[[], float]) -> None:
        """A number that is asked for when it is read."""
        Gauge(name, meaning, registry=self._registry).set_function(value)

    def page(self) -> bytes:
        """All of it, in the text format of Prometheus."""
        return generate_latest(self._registry)

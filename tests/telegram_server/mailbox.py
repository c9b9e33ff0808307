"""Updates that wait for the bot: numbered, kept until they are confirmed, possibly told twice or out of order."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import islice
from random import Random

KINDS_NOT_TOLD_UNASKED = {"chat_member", "message_reaction", "message_reaction_count"}
MOST_AT_ONCE = 100


@dataclass(slots=True)
class Delivery:
    """What became of an update; times are of the clock."""

    update_id: int
    kind: str
    pushed_at: float
    first_told_at: float | None = None
    times_told: int = 0
    confirmed_at: float | None = None


@dataclass(frozen=True, slots=True)
class Disorder:
    """How often an update is told again after it was confirmed, and how often a batch is shuffled (0 to 1)."""

    twice: float = 0.0
    shuffled: float = 0.0
    seed: int = 0


class Mailbox:
    """Not for several threads at once: its owner holds the lock."""

    def __init__(self, clock: Callable[[], float], first_update_id: int = 100) -> None:
        self._clock = clock
        self._waiting: dict[int, dict[str, object]] = {}
        self._to_tell_again: list[dict[str, object]] = []
        self._next_id = first_update_id
        self._allowed: set[str] | None = None
        self._disorder = Disorder()
        self._random = Random(0)
        self.deliveries: dict[int, Delivery] = {}

    def push(self, update: dict[str, object]) -> int:
        """The update waits, unless the bot did not ask for its kind; the id that it has or would have had."""
        update_id = self._next_id
        self._next_id += 1
        kind = next(iter(update), "")
        if not self._is_wanted(kind):
            return update_id
        self._waiting[update_id] = {"update_id": update_id, **update}
        self.deliveries[update_id] = Delivery(update_id, kind, self._clock())
        return update_id

    def allow(self, kinds: list[str] | None) -> None:
        """Only these kinds come from now on; [] means the usual ones, None leaves it as it was."""
        if kinds is not None:
            self._allowed = set(kinds) or None

    def _is_wanted(self, kind: str) -> bool:
        return kind in self._allowed if self._allowed is not None else kind not in KINDS_NOT_TOLD_UNASKED

    def disorder(self, disorder: Disorder) -> None:
        self._disorder = disorder
        self._random = Random(disorder.seed)

    def tell_again(self, update_id: int, update: dict[str, object]) -> None:
        """The update is told once more, confirmed or not."""
        self._to_tell_again.append({"update_id": update_id, **update})

    def has_any(self, offset: int) -> bool:
        return bool(self._to_tell_again) or any(update_id >= offset for update_id in self._waiting)

    def confirm_below(self, offset: int) -> None:
        """What came before the offset is done with; a negative offset keeps only the last ones."""
        if offset < 0:
            offset = sorted(self._waiting)[offset:][0] if self._waiting else 0
        for update_id in [known for known in self._waiting if known < offset]:
            self.confirm(update_id)

    def confirm(self, update_id: int) -> None:
        update = self._waiting.pop(update_id, None)
        if update is None:
            return
        self.deliveries[update_id].confirmed_at = self._clock()
        if self._random.random() < self._disorder.twice:
            self._to_tell_again.append(update)

    def drop_all(self) -> None:
        self._waiting.clear()
        self._to_tell_again.clear()

    def told(self, limit: int = MOST_AT_ONCE, but_for: Collection[int] = ()) -> list[dict[str, object]]:
        """What is told now: at most `limit`, in order unless the disorder says otherwise; not those `but_for`."""
        again, self._to_tell_again = self._to_tell_again[:limit], self._to_tell_again[limit:]
        untold = (update for update_id, update in self._waiting.items() if update_id not in but_for)
        batch = [*again, *islice(untold, limit - len(again))]
        if len(batch) > 1 and self._random.random() < self._disorder.shuffled:
            self._random.shuffle(batch)
        for update in batch:
            delivery = self.deliveries.get(int(str(update["update_id"])))
            if delivery:
                delivery.times_told += 1
                delivery.first_told_at = delivery.first_told_at or self._clock()
        return batch

    def forget_confirmed(self) -> None:
        """Nothing is known any more of updates that are done with."""
        self.deliveries = {number: told for number, told in self.deliveries.items() if told.confirmed_at is None}

    def waiting(self) -> list[dict[str, object]]:
        return list(self._waiting.values())

    def count_waiting(self) -> int:
        return len(self._waiting)

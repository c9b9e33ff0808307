"""What was read from the library lately, kept while the library does not change."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Recent(Generic[Key, Value]):
    """The values asked for last, at most `capacity`, all of one revision of the library; safe for several threads.

    A value may be newer than the revision it is kept under, never older: the revision is read first.
    """

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._lock = threading.Lock()
        self._revision: int | None = None
        self._kept: OrderedDict[Key, Value] = OrderedDict()

    def take(self, revision: int, key: Key, read: Callable[[], Value]) -> Value:
        """The value of `key` at this revision, read when it is not kept; two threads may read it at once."""
        return self.take_all(revision, [key], lambda _: {key: read()})[key]

    def take_all(
        self, revision: int, keys: Sequence[Key], read: Callable[[Sequence[Key]], Mapping[Key, Value]]
    ) -> dict[Key, Value]:
        """The values of those of `keys` that have one, in order; `read` is given those that are not kept."""
        with self._lock:
            if revision != self._revision:
                self._kept.clear()
                self._revision = revision
            found = {key: self._kept[key] for key in keys if key in self._kept}
            for key in found:
                self._kept.move_to_end(key)
        missing = [key for key in keys if key not in found]
        if not missing:
            return found
        found |= (read_now := read(missing))
        with self._lock:
            if revision == self._revision:  # else another thread has seen a change since
                self._kept.update(read_now)
                while len(self._kept) > self._capacity:
                    self._kept.popitem(last=False)
        return {key: found[key] for key in keys if key in found}

import threading

from corpus.recent import Recent


class Shelf:
    """Values to read, and which were read."""

    def __init__(self, **values):
        self.values, self.read = values, []

    def __call__(self, keys):
        self.read += keys
        return {key: self.values[key] for key in keys if key in self.values}


def test_a_value_is_read_once_while_nothing_changes():
    recent, shelf = Recent(10), Shelf(a=1)
    assert [recent.take_all(7, ["a"], shelf), recent.take_all(7, ["a"], shelf)] == [{"a": 1}, {"a": 1}]
    assert shelf.read == ["a"]


def test_a_change_of_the_library_is_seen_by_the_next_to_ask():
    recent, shelf = Recent(10), Shelf(a="old")
    recent.take_all(7, ["a"], shelf)
    shelf.values["a"] = "new"
    assert recent.take_all(8, ["a"], shelf) == {"a": "new"}


def test_only_what_is_not_kept_is_read_and_the_order_is_that_of_the_keys():
    recent, shelf = Recent(10), Shelf(a=1, b=2, c=3)
    recent.take_all(7, ["b"], shelf)
    assert list(recent.take_all(7, ["c", "b", "a"], shelf).items()) == [("c", 3), ("b", 2), ("a", 1)]
    assert shelf.read == ["b", "c", "a"]


def test_a_key_without_a_value_is_left_out():
    assert Recent(10).take_all(7, ["a", "gone"], Shelf(a=1)) == {"a": 1}


def test_the_value_asked_for_longest_ago_gives_way():
    recent, shelf = Recent(2), Shelf(a=1, b=2, c=3)
    for key in ("a", "b", "a", "c", "a", "b"):
        recent.take_all(7, [key], shelf)
    assert shelf.read == ["a", "b", "c", "b"]


def test_what_was_read_before_a_change_is_not_kept_for_those_after_it():
    recent, change = Recent(10), threading.Event()

    def read_slowly():
        change.wait()
        return "old"

    slow = threading.Thread(target=lambda: recent.take(7, "a", read_slowly))
    slow.start()
    assert recent.take(8, "b", lambda: "of the new revision") == "of the new revision"
    change.set()
    slow.join()
    assert recent.take(8, "a", lambda: "new") == "new"

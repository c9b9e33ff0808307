from bot.telegram.access import AllowList


def test_only_those_on_the_list_may_ask():
    access = AllowList(frozenset({7, 8}))
    assert access.allows(7)
    assert not access.allows(9)
    assert not access.is_closed


def test_an_empty_list_is_closed():
    access = AllowList(frozenset())
    assert access.is_closed
    assert not access.allows(7)

from bot.records.memories import LARGEST_BYTES
from tests.bot.records.moments_of_tests import NOW, later

USER, GROUP = 40, -5


def test_each_conversation_has_the_memory_put_last(records):
    records.memories.put(USER, 0, '{"topic": 1}', NOW)
    records.memories.put(USER, 0, '{"topic": 2}', later(minutes=1))
    records.memories.put(GROUP, USER, '{"topic": 3}', NOW)
    assert records.memories.get(USER, 0) == '{"topic": 2}'
    assert records.memories.get(GROUP, USER) == '{"topic": 3}'
    assert records.memories.get(GROUP, 41) is None


def test_a_memory_beyond_eight_kilobytes_is_not_kept_nor_the_one_before(records):
    assert records.memories.put(USER, 0, "x" * LARGEST_BYTES, NOW)
    assert not records.memories.put(USER, 0, "đ" * LARGEST_BYTES, NOW)  # two bytes each
    assert records.memories.get(USER, 0) is None


def test_a_chat_or_one_conversation_or_a_person_can_be_forgotten(records):
    for chat_id, thread in ((USER, 0), (GROUP, USER), (GROUP, 41), (-6, USER)):
        records.memories.put(chat_id, thread, "{}", NOW)
    assert records.memories.forget_thread(GROUP, 41) == 1
    assert records.memories.forget_user(USER) == 2
    assert records.memories.get(USER, 0) == "{}"
    assert records.memories.forget(USER) == 1
    assert records.memories.get(USER, 0) is None


def test_conversations_that_rest_are_forgotten(records):
    records.memories.put(USER, 0, "{}", NOW)
    records.memories.put(GROUP, USER, "{}", later(days=2))
    assert records.memories.forget_before(later(days=1)) == 1
    assert records.memories.get(USER, 0) is None
    assert records.memories.get(GROUP, USER) == "{}"

import pytest

from bot.records.notices import Notice
from bot.records.retention import forget_old, forget_person
from bot.records.subscriptions import MOST_OF_A_CHAT, Digest, Pace, Subject, Wish
from tests.bot.records.moments_of_tests import NOW, later

CHAT, OTHER_CHAT, USER = 40, 41, 40
PLAN = Wish(Subject.DOCUMENT, "21-kh-ubnd", "21-kh-ubnd")
OFFICE = Wish(Subject.UNIT, "Sở Nội vụ", "so noi vu")
PACE = Pace(Digest.NONE, (7, 1))


def add(records, wish=PLAN, chat_id=CHAT, pace=PACE, now=NOW):
    return records.subscriptions.add(chat_id, USER, wish, pace, now)


def test_what_a_chat_follows_is_listed_for_that_chat_alone(records):
    add(records)
    add(records, OFFICE, OTHER_CHAT)
    assert [one.wish for one in records.subscriptions.of_chat(CHAT)] == [PLAN]
    assert [one.wish for one in records.subscriptions.of_chat(OTHER_CHAT)] == [OFFICE]
    assert records.subscriptions.documents() == {"21-kh-ubnd"}


def test_the_same_thing_again_changes_the_old_subscription(records):
    first = add(records)
    again = add(records, pace=Pace(Digest.DAILY, (3,)), now=later(hours=1))
    assert again.id == first.id
    assert records.subscriptions.of_chat(CHAT) == [again]
    assert (again.pace.digest, again.pace.days_before, again.since) == (Digest.DAILY, (3,), later(hours=1))


def test_an_ended_one_reminds_no_more_and_can_begin_again_from_then_on(records):
    made = add(records)
    assert records.subscriptions.end(made.id, CHAT, later(hours=1)) is not None
    assert records.subscriptions.of_chat(CHAT) == []
    assert records.subscriptions.all() == []
    assert records.subscriptions.end(made.id, CHAT, later(hours=2)) is None
    again = records.subscriptions.resume(made.id, CHAT, USER, later(hours=3))
    assert again.is_active
    assert again.since == later(hours=3)


def test_nobody_touches_what_another_chat_follows(records):
    made = add(records)
    assert records.subscriptions.get(made.id, OTHER_CHAT) is None
    assert records.subscriptions.end(made.id, OTHER_CHAT, NOW) is None
    assert records.subscriptions.change(made.id, OTHER_CHAT, Pace(Digest.DAILY, ()), NOW) is None
    assert records.subscriptions.resume(made.id, OTHER_CHAT, USER, NOW) is None
    assert records.subscriptions.of_chat(CHAT) == [made]


def test_a_new_pace_holds_from_when_it_was_chosen(records):
    made = add(records)
    changed = records.subscriptions.change(made.id, CHAT, Pace(Digest.WEEKLY, (1,)), later(days=2))
    assert changed.since == later(days=2)
    assert records.subscriptions.get(made.id, CHAT) == changed


def test_an_offer_reminds_of_nothing_until_it_begins(records):
    offered = records.subscriptions.offer(CHAT, USER, OFFICE, PACE, NOW)
    assert not offered.is_active
    assert records.subscriptions.of_chat(CHAT) == []
    records.subscriptions.resume(offered.id, CHAT, USER, later(minutes=1))
    assert [one.wish for one in records.subscriptions.of_chat(CHAT)] == [OFFICE]
    assert records.subscriptions.offer(CHAT, USER, OFFICE, PACE, NOW).is_active


def test_a_chat_follows_no_more_than_can_be_read(records):
    for number in range(MOST_OF_A_CHAT):
        add(records, Wish(Subject.TOPIC, f"việc {number}", f"viec {number}"))
    assert add(records) is None
    assert add(records, Wish(Subject.TOPIC, "việc 3", "viec 3"), pace=Pace(Digest.DAILY, ())) is not None
    assert add(records, chat_id=OTHER_CHAT) is not None
    records.subscriptions.end(records.subscriptions.of_chat(CHAT)[0].id, CHAT, NOW)
    assert add(records) is not None


def test_all_of_a_chat_end_at_once_and_can_be_forgotten(records):
    add(records)
    add(records, OFFICE)
    add(records, OFFICE, OTHER_CHAT)
    assert len(records.subscriptions.end_all(CHAT, NOW)) == 2
    assert records.subscriptions.forget_before(later(days=1)) == 2
    assert records.subscriptions.forget_chat(OTHER_CHAT) == 1
    assert records.subscriptions.all() == []


def test_who_followed_a_document_follows_it_under_its_new_id(records):
    add(records)
    add(records, chat_id=OTHER_CHAT)
    add(records, Wish(Subject.DOCUMENT, "new", "new"), OTHER_CHAT)
    records.subscriptions.follow("21-kh-ubnd", "new")
    assert {(one.chat_id, one.wish.about) for one in records.subscriptions.all()} == {
        (CHAT, "new"),
        (OTHER_CHAT, "new"),
    }


def test_each_change_is_seen_in_the_stamp(records):
    stamps = [records.subscriptions.stamp()]
    made = add(records)
    stamps.append(records.subscriptions.stamp())
    records.subscriptions.change(made.id, CHAT, Pace(Digest.DAILY, (7, 1)), later(hours=1))
    stamps.append(records.subscriptions.stamp())
    records.subscriptions.end(made.id, CHAT, later(hours=2))
    stamps.append(records.subscriptions.stamp())
    records.subscriptions.forget_chat(CHAT)
    stamps.append(records.subscriptions.stamp())
    assert len(set(stamps[:4])) == 4
    assert stamps[4] != stamps[3]


def test_nobody_is_reminded_after_the_deadline_or_months_before():
    for days in ((-1,), (31,)):
        with pytest.raises(ValueError, match="days before"):
            Pace(Digest.NONE, days)


def test_what_a_person_follows_is_forgotten_with_the_person(records):
    made = add(records)
    records.notices.plan([Notice("n1", CHAT, "nhắc", (), NOW, ("a",))])
    forgotten = forget_person(records, USER, CHAT, later(days=1))
    assert (forgotten.subscriptions, forgotten.notices) == (1, 1)
    assert records.subscriptions.get(made.id, CHAT) is None
    assert records.notices.due(later(days=1)) == []


def test_what_ended_long_ago_is_forgotten_and_what_was_told_lately_is_not(records):
    made = add(records)
    records.subscriptions.end(made.id, CHAT, NOW)
    records.notices.plan([Notice("n1", CHAT, "nhắc", (), NOW, ("a",))])
    records.notices.sent("n1", 5)
    forgotten = forget_old(records, later(days=91), memory_days=30, records_days=90)
    assert (forgotten.subscriptions, forgotten.notices) == (1, 0)
    assert forget_old(records, later(days=121), memory_days=30, records_days=90).notices == 1

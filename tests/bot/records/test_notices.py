import pytest

from bot.records.notices import Notice, NoticeState
from bot.records.records import open_records
from bot.screens.screen import Button
from tests.bot.records.moments_of_tests import NOW, later

CHAT, OTHER_CHAT = 40, 41


def notice(name="n1", chat_id=CHAT, due_at=NOW, covers=None, **more):
    rows = ((Button("Mở", callback="d:abc"), Button("Xem", url="https://example.vn/")),)
    things = (f"thing {name}",) if covers is None else covers
    return Notice(name, chat_id, f"<b>{name}</b>", rows, due_at, things, **more)


def hint(uncertain):
    return Notice(f"hint:{uncertain.id}", uncertain.chat_id, "có thể chưa gửi được", (), uncertain.due_at, is_hint=True)


def ids(notices):
    return [one.id for one in notices]


@pytest.fixture
def notices(records):
    return records.notices


def test_a_planned_notice_is_due_from_its_moment_on_as_it_was_written(notices):
    notices.plan([notice(due_at=later(hours=1))])
    assert notices.due(NOW) == []
    assert notices.due(later(hours=1)) == [notice(due_at=later(hours=1))]


def test_planning_again_changes_nothing(notices):
    assert ids(notices.plan([notice()])) == ["n1"]
    assert notices.plan([notice()]) == []
    assert ids(notices.due(NOW)) == ["n1"]


def test_what_was_told_is_not_told_in_another_notice(notices):
    notices.plan([notice("n1", covers=("a", "b"))])
    assert notices.plan([notice("n2", covers=("b", "c"))]) == []
    assert ids(notices.plan([notice("n3", covers=("c",))])) == ["n3"]
    assert notices.told(["a", "b", "c", "d"]) == {"a", "b", "c"}


def test_only_one_sends_a_notice(notices):
    notices.plan([notice()])
    assert notices.sending("n1")
    assert not notices.sending("n1")
    notices.sent("n1", 77)
    assert not notices.sending("n1")
    assert notices.due(later(days=1)) == []
    found = notices.of_key(notice().key, CHAT)
    assert (found.state, found.sent_message) == (NoticeState.SENT, 77)


def test_what_surely_did_not_leave_is_due_again(notices):
    notices.plan([notice()])
    notices.sending("n1")
    notices.not_sent("n1")
    assert ids(notices.due(NOW)) == ["n1"]
    notices.sent("n1", 77)
    notices.not_sent("n1")
    assert notices.due(NOW) == []


def test_after_a_restart_what_was_being_sent_is_not_sent_again_but_hinted_at_once(tmp_path):
    path = tmp_path / "bot.sqlite3"
    with open_records(path) as before:
        before.notices.plan([notice("n1"), notice("n2"), notice("n3")])
        before.notices.sending("n1")
        before.notices.sending("n2")
        before.notices.sent("n2", 5)
    with open_records(path) as after:
        assert ids(after.notices.after_restart(hint)) == ["n1"]
        assert ids(after.notices.due(NOW)) == ["n3", "hint:n1"]
        assert after.notices.after_restart(hint) == []
        assert after.notices.of_key(notice("n1").key, CHAT).html == "<b>n1</b>"
        assert after.notices.plan([notice("n1")]) == []


def test_a_hint_that_was_being_sent_is_sent_again(notices):
    notices.plan([notice()])
    notices.sending("n1")
    notices.after_restart(hint)
    notices.sending("hint:n1")
    notices.after_restart(hint)
    assert ids(notices.due(NOW)) == ["hint:n1"]


def test_a_broken_connection_makes_one_uncertain_without_a_restart(notices):
    notices.plan([notice()])
    notices.sending("n1")
    notices.uncertain("n1", hint)
    assert ids(notices.due(NOW)) == ["hint:n1"]
    notices.uncertain("n1", hint)
    assert ids(notices.due(NOW)) == ["hint:n1"]


def test_a_button_shows_no_notice_of_another_chat(notices):
    notices.plan([notice()])
    assert notices.of_key(notice().key, OTHER_CHAT) is None
    assert notices.of_key("nothing", CHAT) is None


def test_a_dropped_one_is_never_sent_nor_what_it_tells(notices):
    notices.plan([notice()])
    notices.sending("n1")
    notices.dropped("n1")
    assert notices.due(NOW) == []
    assert notices.plan([notice("n2", covers=("thing n1",))]) == []


def test_what_is_out_of_date_is_not_sent_and_may_be_planned_anew(notices):
    notices.plan([notice("today", covers=("a",), lasts_until=later(hours=5))])
    notices.plan([notice("sending", covers=("b",), lasts_until=later(hours=5))])
    notices.sending("sending")
    assert ids(notices.due(later(hours=5))) == []
    assert notices.withdraw_outdated(later(hours=4)) == 0
    assert notices.withdraw_outdated(later(hours=5)) == 1
    assert ids(notices.plan([notice("tomorrow", covers=("a",)), notice("again", covers=("b",))])) == ["tomorrow"]


def test_old_notices_are_forgotten_but_none_that_is_still_to_be_sent(notices):
    notices.plan([notice("old"), notice("unsent"), notice("new", due_at=later(days=5))])
    notices.sent("old", 1)
    notices.sent("new", 2)
    assert notices.forget_before(later(days=1)) == 1
    assert ids(notices.due(later(days=9))) == ["unsent"]
    assert notices.told(["thing old", "thing new"]) == {"thing new"}


def test_a_chat_is_forgotten_alone(notices):
    notices.plan([notice("n1"), notice("n2", OTHER_CHAT)])
    assert notices.forget_chat(CHAT) == 1
    assert ids(notices.due(NOW)) == ["n2"]
    assert ids(notices.plan([notice("n1")])) == ["n1"]


def test_planning_of_several_is_one_change(records):
    class Broken(Exception):
        pass

    def planned():
        yield notice("n1")
        raise Broken

    with pytest.raises(Broken):
        records.notices.plan(planned())
    assert records.notices.due(NOW) == []

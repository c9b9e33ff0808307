from bot.records.audit import AuditKind
from bot.records.records import open_records
from bot.records.switch import Paused
from tests.bot.records.moments_of_tests import NOW, later


def test_a_pause_holds_over_a_restart_until_it_is_ended(tmp_path):
    with open_records(tmp_path / "bot.sqlite3") as records:
        assert records.switch.state() is None
        records.switch.pause(1, NOW, "Bảo trì\u202e máy chủ")
    with open_records(tmp_path / "bot.sqlite3") as records:
        assert records.switch.state() == Paused(1, NOW, "Bảo trì máy chủ")
        assert records.switch.resume(2, later(hours=1))
        assert records.switch.state() is None


def test_a_second_pause_keeps_who_began_it_and_may_say_why(records):
    records.switch.pause(1, NOW)
    assert records.switch.pause(2, later(minutes=5), "Bảo trì") == Paused(1, NOW, "Bảo trì")
    assert records.switch.pause(2, later(minutes=6)) == Paused(1, NOW, "Bảo trì")


def test_only_changes_are_audited(records):
    records.switch.resume(1, NOW)
    records.switch.pause(1, NOW)
    records.switch.pause(2, NOW)
    records.switch.resume(2, NOW)
    assert [(entry.kind, entry.actor_id) for entry in reversed(records.audit.latest(9))] == [
        (AuditKind.PAUSED, 1),
        (AuditKind.RESUMED, 2),
    ]

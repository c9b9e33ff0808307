from datetime import timedelta

from bot.records.audit import AuditKind
from tests.bot.records.moments_of_tests import NOW, later

HOUR = timedelta(hours=1)


def kinds_of(entries):
    return [(entry.actor_id, entry.kind) for entry in entries]


def test_the_latest_entries_come_first_and_can_be_narrowed(records):
    records.audit.note(NOW, 40, 40, AuditKind.ASKED)
    records.audit.note(later(minutes=1), 41, -5, AuditKind.ASKED)
    records.audit.note(later(minutes=2), 40, 40, AuditKind.UPLOADED, "88/KH-UBND")
    assert kinds_of(records.audit.latest(2)) == [(40, AuditKind.UPLOADED), (41, AuditKind.ASKED)]
    assert kinds_of(records.audit.latest(9, kind=AuditKind.ASKED)) == [(41, AuditKind.ASKED), (40, AuditKind.ASKED)]
    assert kinds_of(records.audit.latest(9, actor=41)) == [(41, AuditKind.ASKED)]
    assert records.audit.latest(1)[0].about == "88/KH-UBND"
    assert records.audit.latest(1)[0].at == later(minutes=2)


def test_there_is_no_room_for_a_question_in_an_entry(records):
    records.audit.note(NOW, 40, 40, AuditKind.ASKED, "x" * 500)
    assert len(records.audit.latest(1)[0].about) == 64


def test_a_flood_leaves_one_line_an_hour_for_each_person_and_kind(records):
    def note(moment, actor=40, kind=AuditKind.ACCESS_REFUSED):
        return records.audit.note_seldom(moment, actor, actor, kind, HOUR)

    assert [note(NOW), note(later(minutes=59)), note(later(minutes=60))] == [True, False, True]
    assert note(NOW, actor=41)
    assert note(NOW, kind=AuditKind.QUOTA_MET)
    assert len(records.audit.latest(10)) == 4


def test_old_entries_are_forgotten(records):
    records.audit.note(NOW, 40, 40, AuditKind.ASKED)
    records.audit.note(later(days=1), 40, 40, AuditKind.ASKED)
    assert records.audit.forget_before(later(days=1)) == 1
    assert [entry.at for entry in records.audit.latest(10)] == [later(days=1)]

import pytest

from bot import access_messages, people_messages
from bot.records.audit import AuditKind
from bot.records.people import Change, Role
from tests.bot.message_form import faults_of

UNTIL = "15 giờ 05 hôm nay"

EVERY_MESSAGE = [
    access_messages.stranger_greeting(),
    access_messages.code_is("123456"),
    access_messages.hand_code_on(UNTIL),
    access_messages.must_wait(UNTIL),
    access_messages.no_admin_yet(),
    access_messages.owner_code_wrong(),
    access_messages.owner_code_closed(),
    access_messages.group_not_approved("123456", UNTIL),
    access_messages.group_must_wait(UNTIL),
    *map(access_messages.you_are_approved, Role),
    access_messages.you_are_refused(),
    access_messages.you_are_revoked(),
    *map(access_messages.your_role_is, Role),
    access_messages.you_are_owner(),
    access_messages.bot_is_closed(),
    access_messages.owner_commands(),
    access_messages.group_is_approved(),
    access_messages.group_is_revoked(),
    access_messages.paused_for_now(""),
    access_messages.paused_for_now("Bảo trì máy chủ"),
    access_messages.paused_for_now("Bảo trì."),
    access_messages.quota_met(UNTIL, "12 phút"),
    access_messages.group_quota_met(UNTIL, "12 phút"),
    people_messages.request_heading(is_of_group=False),
    people_messages.request_heading(is_of_group=True),
    people_messages.request_code("123456", UNTIL),
    people_messages.check_first(),
    people_messages.pending_heading(3),
    people_messages.pending_beyond(3),
    people_messages.nothing_pending(),
    people_messages.code_unknown("123456"),
    people_messages.approval_usage(),
    *(people_messages.person_approved("Trần An", role) for role in Role),
    people_messages.group_approved("Phòng Nội vụ"),
    people_messages.request_refused("Trần An"),
    people_messages.revoke_usage(),
    *(people_messages.revocation(change, "Trần An") for change in Change),
    *(people_messages.role_change(change, "Trần An", Role.TRAINER) for change in Change),
    people_messages.group_revoked("Phòng Nội vụ"),
    people_messages.group_unknown(),
    people_messages.pause_begun(),
    people_messages.pause_stands("Trần An", "21/11 09:00"),
    people_messages.pause_ended(was_paused=True),
    people_messages.pause_ended(was_paused=False),
    people_messages.people_heading(3, 1),
    people_messages.audit_heading(20),
    people_messages.audit_empty(),
]


@pytest.mark.parametrize("message", EVERY_MESSAGE)
def test_a_message_is_well_formed_vietnamese_text(message):
    assert faults_of(message) == []


def test_every_role_and_every_kind_of_entry_has_a_name():
    assert set(access_messages.ROLES) == set(people_messages.PEOPLE_HEADINGS) == set(Role)
    assert set(people_messages.AUDITED) == set(AuditKind)

from bot.records.audit import AuditKind
from bot.records.pairing import RefusedUntil
from bot.records.people import People
from tests.bot.records.moments_of_tests import NOW, later

ADMIN, MEMBER, GROUP, SUPERGROUP = 1, 40, -55, -1001234567890


def test_a_group_is_closed_until_an_admin_approves_it_in_the_group(records):
    assert not records.groups.is_group_approved(GROUP)
    group = records.groups.approve(GROUP, "Phòng\u200f Nội vụ", ADMIN, NOW)
    assert records.groups.is_group_approved(GROUP)
    assert (group.title, group.since, group.approved_by) == ("Phòng Nội vụ", NOW, ADMIN)
    assert records.groups.everyone() == [group]


def test_a_group_is_approved_by_the_code_shown_in_it(records):
    code = records.groups.ask_for_group_pairing(GROUP, "Phòng Nội vụ", MEMBER, NOW).code
    assert records.groups.ask_for_group_pairing(GROUP, "Phòng Nội vụ", MEMBER, later(hours=1)).code == code
    assert records.groups.approve_code(code, ADMIN, later(hours=1)).chat_id == GROUP
    assert records.groups.is_group_approved(GROUP)
    assert records.groups.approve_code(code, ADMIN, later(hours=1)) is None


def test_a_code_of_a_person_approves_no_group(records):
    people = People(records.database, {ADMIN}, set())
    code = people.ask_for_pairing(MEMBER, "An", None, NOW).code
    assert records.groups.approve_code(code, ADMIN, NOW) is None


def test_people_and_groups_wait_in_one_list_and_are_refused_alike(records):
    people = People(records.database, {ADMIN}, set())
    person = people.ask_for_pairing(MEMBER, "An", None, NOW)
    group = records.groups.ask_for_group_pairing(GROUP, "Phòng Nội vụ", MEMBER, NOW)
    assert [(request.code, request.is_of_group) for request in people.pending(NOW)] == [
        (person.code, False),
        (group.code, True),
    ]
    people.refuse(group.code, ADMIN, NOW)
    assert records.groups.ask_for_group_pairing(GROUP, "Phòng Nội vụ", MEMBER, NOW) == RefusedUntil(later(hours=24))


def test_a_revoked_group_is_closed_at_once(records):
    records.groups.approve(GROUP, "Phòng Nội vụ", ADMIN, NOW)
    assert records.groups.revoke(GROUP, ADMIN, NOW).title == "Phòng Nội vụ"
    assert not records.groups.is_group_approved(GROUP)
    assert records.groups.everyone() == []
    assert records.groups.names() == {GROUP: "Phòng Nội vụ"}
    assert records.groups.revoke(GROUP, ADMIN, NOW) is None


def test_a_group_that_telegram_moves_keeps_its_approval_and_memory(records):
    records.groups.approve(GROUP, "Phòng Nội vụ", ADMIN, NOW)
    records.memories.put(GROUP, MEMBER, "{}", NOW)
    assert records.groups.move_group(GROUP, SUPERGROUP, NOW)
    assert records.groups.is_group_approved(SUPERGROUP)
    assert not records.groups.is_group_approved(GROUP)
    assert records.memories.get(SUPERGROUP, MEMBER) == "{}"


def test_a_move_that_telegram_tells_twice_changes_nothing_more(records):
    records.groups.approve(GROUP, "Phòng Nội vụ", ADMIN, NOW)
    records.groups.move_group(GROUP, SUPERGROUP, NOW)
    records.groups.revoke(SUPERGROUP, ADMIN, NOW)
    assert not records.groups.move_group(GROUP, SUPERGROUP, NOW)
    assert not records.groups.is_group_approved(SUPERGROUP)


def test_a_group_that_nobody_approved_is_not_approved_by_moving(records):
    assert not records.groups.move_group(GROUP, SUPERGROUP, NOW)
    assert not records.groups.is_group_approved(SUPERGROUP)


def test_what_is_decided_about_groups_is_audited(records):
    records.groups.ask_for_group_pairing(GROUP, "Phòng", MEMBER, NOW)
    records.groups.approve(GROUP, "Phòng", ADMIN, NOW)
    records.groups.move_group(GROUP, SUPERGROUP, NOW)
    records.groups.revoke(SUPERGROUP, ADMIN, NOW)
    assert [entry.kind for entry in reversed(records.audit.latest(10))] == [
        AuditKind.PAIRING_ASKED,
        AuditKind.APPROVED,
        AuditKind.GROUP_MOVED,
        AuditKind.REVOKED,
    ]

import pytest

from bot.records.audit import AuditKind
from bot.records.pairing import RefusedUntil
from bot.records.people import Change, People, Role
from bot.records.records import open_records
from tests.bot.records.moments_of_tests import NOW, later

ADMIN, LISTED, STRANGER, OTHER = 1, 2, 40, 41


@pytest.fixture
def people(records):
    return People(records.database, admin_ids={ADMIN}, user_ids={LISTED})


def approved(people, user_id=STRANGER, role=Role.USER, name="Trần An", username="tran_an"):
    request = people.ask_for_pairing(user_id, name, username, NOW)
    return people.approve(request.code, ADMIN, NOW, role)


@pytest.mark.parametrize(
    ("role", "needed", "suffices"),
    [
        (Role.USER, Role.USER, True),
        (Role.USER, Role.TRAINER, False),
        (Role.TRAINER, Role.USER, True),
        (Role.TRAINER, Role.ADMIN, False),
        (Role.ADMIN, Role.TRAINER, True),
    ],
)
def test_each_role_may_what_those_before_it_may(role, needed, suffices):
    assert role.may(needed) is suffices


def test_the_settings_let_in_admins_and_users_and_nobody_else(people):
    assert [people.role_of(user_id) for user_id in (ADMIN, LISTED, STRANGER)] == [Role.ADMIN, Role.USER, None]


def test_a_person_approved_by_code_is_let_in_with_the_role_given(people):
    person = approved(people, role=Role.TRAINER)
    assert (person.user_id, person.name, person.username) == (STRANGER, "Trần An", "tran_an")
    assert (person.role, person.since, person.approved_by) == (Role.TRAINER, NOW, ADMIN)
    assert people.role_of(STRANGER) is Role.TRAINER
    assert people.get(STRANGER) == person


def test_a_code_approves_once(people):
    code = people.ask_for_pairing(STRANGER, "An", None, NOW).code
    assert people.approve(code, ADMIN, NOW, Role.USER)
    assert people.approve(code, ADMIN, NOW, Role.ADMIN) is None
    assert people.role_of(STRANGER) is Role.USER


def test_a_code_that_has_expired_approves_nobody(people):
    code = people.ask_for_pairing(STRANGER, "An", None, NOW).code
    assert people.approve(code, ADMIN, later(hours=24), Role.USER) is None
    assert people.role_of(STRANGER) is None


@pytest.mark.parametrize("by", [LISTED, STRANGER])
def test_nobody_but_an_admin_decides(people, by):
    code = people.ask_for_pairing(STRANGER, "An", None, NOW).code
    assert people.approve(code, by, NOW, Role.USER) is None
    assert people.refuse(code, by, NOW) is None
    assert people.revoke(LISTED, by, NOW) is Change.NOT_ALLOWED
    assert people.set_role(LISTED, Role.ADMIN, by, NOW) is Change.NOT_ALLOWED
    assert people.role_of(STRANGER) is None
    assert people.role_of(LISTED) is Role.USER


def test_the_refused_may_ask_again_after_a_day(people):
    code = people.ask_for_pairing(STRANGER, "An", None, NOW).code
    assert people.refuse(code, ADMIN, NOW).applicant_id == STRANGER
    assert people.ask_for_pairing(STRANGER, "An", None, later(hours=23)) == RefusedUntil(later(hours=24))
    assert people.ask_for_pairing(STRANGER, "An", None, later(hours=24)).asked_at == later(hours=24)


def test_a_group_code_lets_in_no_person(records, people):
    code = records.groups.ask_for_group_pairing(-100, "Phòng Nội vụ", STRANGER, NOW).code
    assert people.approve(code, ADMIN, NOW, Role.USER) is None


@pytest.mark.parametrize("user_id", [STRANGER, LISTED])
def test_the_revoked_are_out_at_once_even_if_the_settings_list_them(people, user_id):
    approved(people)
    assert people.revoke(user_id, ADMIN, NOW) is Change.DONE
    assert people.role_of(user_id) is None
    assert people.get(user_id) is None
    assert user_id not in [person.user_id for person in people.everyone()]


def test_the_revoked_stay_out_after_a_restart_and_may_ask_after_a_day(tmp_path):
    with open_records(tmp_path / "bot.sqlite3") as records:
        people = People(records.database, {ADMIN}, set())
        approved(people)
        people.revoke(STRANGER, ADMIN, NOW)
    with open_records(tmp_path / "bot.sqlite3") as records:
        people = People(records.database, {ADMIN}, set())
        assert people.role_of(STRANGER) is None
        assert people.ask_for_pairing(STRANGER, "An", None, later(hours=1)) == RefusedUntil(later(hours=24))
        assert people.approve(
            people.ask_for_pairing(STRANGER, "An", None, later(hours=25)).code, ADMIN, later(hours=25), Role.USER
        )
        assert people.role_of(STRANGER) is Role.USER


def test_an_admin_of_the_settings_cannot_be_changed_from_the_chat(people):
    approved(people, role=Role.ADMIN)
    assert people.revoke(ADMIN, STRANGER, NOW) is Change.FIXED
    assert people.set_role(ADMIN, Role.USER, STRANGER, NOW) is Change.FIXED
    assert people.role_of(ADMIN) is Role.ADMIN


def test_the_last_admin_stays(records):
    people = People(records.database, set(), set())
    people.make_owner(STRANGER, "An", None, NOW)
    assert people.revoke(STRANGER, STRANGER, NOW) is Change.LAST_ADMIN
    assert people.set_role(STRANGER, Role.USER, STRANGER, NOW) is Change.LAST_ADMIN
    assert people.role_of(STRANGER) is Role.ADMIN


def test_a_stranger_cannot_be_revoked_or_given_a_role(people):
    assert people.revoke(STRANGER, ADMIN, NOW) is Change.UNKNOWN
    assert people.set_role(STRANGER, Role.TRAINER, ADMIN, NOW) is Change.UNKNOWN
    assert people.role_of(STRANGER) is None


def test_a_role_can_be_changed(people):
    approved(people)
    assert people.set_role(STRANGER, Role.ADMIN, ADMIN, NOW) is Change.DONE
    assert people.role_of(STRANGER) is Role.ADMIN
    assert people.get(STRANGER).name == "Trần An"


def test_who_is_no_longer_in_the_settings_is_out_though_the_name_is_known(records):
    People(records.database, {ADMIN}, {LISTED}).note_seen(LISTED, "Lê Bình", "binh")
    assert People(records.database, {ADMIN}, {LISTED}).get(LISTED).name == "Lê Bình"
    assert People(records.database, {ADMIN}, set()).role_of(LISTED) is None


def test_everyone_is_listed_admins_first_then_by_name(people):
    approved(people, 43, Role.USER, "Đỗ Cường", "cuong")
    approved(people, 44, Role.TRAINER, "Bùi Dung", "dung")
    people.note_seen(LISTED, "An", None)
    assert [(person.user_id, person.role) for person in people.everyone()] == [
        (ADMIN, Role.ADMIN),
        (44, Role.TRAINER),
        (LISTED, Role.USER),
        (43, Role.USER),
    ]
    assert people.admins() == [ADMIN]


def test_a_person_is_found_by_the_name_behind_at_in_whichever_letters(people):
    approved(people)
    assert people.by_username("@Tran_An").user_id == STRANGER
    assert people.by_username("@nobody") is None
    assert people.by_username("@") is None


def test_a_name_behind_at_belongs_to_whoever_was_seen_with_it_last(people):
    approved(people)
    approved(people, OTHER, name="Trần Anh", username="tran_an")
    assert people.by_username("tran_an").user_id == OTHER
    people.note_seen(STRANGER, "Trần An", "tran_an")
    assert people.by_username("tran_an").user_id == STRANGER
    assert people.get(OTHER).username == ""


def test_the_audit_still_knows_what_the_revoked_were_called(people):
    approved(people)
    people.revoke(STRANGER, ADMIN, NOW)
    assert people.names() == {STRANGER: "Trần An"}


def test_strangers_are_not_noted_when_seen(people):
    people.note_seen(STRANGER, "An", "an")
    assert STRANGER not in [person.user_id for person in people.everyone()]
    assert people.role_of(STRANGER) is None


def test_names_are_stored_clean(people):
    assert approved(people, name="Quản\u202e trị\n\x07viên").name == "Quản trị viên"


def test_what_changes_is_audited(records, people):
    approved(people)
    people.set_role(STRANGER, Role.TRAINER, ADMIN, NOW)
    people.revoke(STRANGER, ADMIN, NOW)
    people.refuse(people.ask_for_pairing(OTHER, "An", None, NOW).code, ADMIN, NOW)
    assert [(entry.kind, entry.actor_id, entry.about) for entry in reversed(records.audit.latest(10))] == [
        (AuditKind.PAIRING_ASKED, STRANGER, ""),
        (AuditKind.APPROVED, ADMIN, "40 user"),
        (AuditKind.ROLE_CHANGED, ADMIN, "40 trainer"),
        (AuditKind.REVOKED, ADMIN, "40"),
        (AuditKind.PAIRING_ASKED, OTHER, ""),
        (AuditKind.REFUSED, ADMIN, "41"),
    ]

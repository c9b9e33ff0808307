from bot.records.audit import AuditKind
from bot.records.feedback import Verdict
from bot.records.pairing import PairingCodes
from bot.records.people import People, Role
from bot.records.retention import Forgotten, forget_old, forget_person
from tests.bot.records.given import given
from tests.bot.records.moments_of_tests import NOW, later

ADMIN, USER, OTHER, GROUP = 1, 40, 41, -5


def test_everything_is_forgotten_when_its_days_are_over(records):
    for day in (0, 100):
        moment = later(days=day)
        records.memories.put(USER, day, "{}", moment)
        records.given_answers.keep(given(f"a{day}", at=moment))
        records.feedback.note(given(f"a{day}"), Verdict.RIGHT, USER, moment)
        records.audit.note(moment, USER, USER, AuditKind.ASKED)
        records.updates.keep(day, "{}", moment)
        records.updates.handled(day, moment)
    forgotten = forget_old(records, later(days=110), memory_days=30, records_days=90)
    assert forgotten == Forgotten(memories=1, answers=1, remarks=1, audit_entries=1, update_ids=1)
    assert forget_old(records, later(days=110), 30, 90) == Forgotten(memories=0, answers=0, remarks=0)
    assert records.given_answers.get("a100", USER) is not None


def test_the_names_of_strangers_are_forgotten_with_their_requests(records):
    PairingCodes(records.database).ask(USER, "Người lạ", None, NOW)
    assert "Người lạ".encode() in contents_of(records)
    forget_old(records, later(hours=25), memory_days=30, records_days=90)
    assert "Người lạ".encode() not in contents_of(records)


def test_what_a_person_wrote_is_gone_from_the_disk_and_the_rights_stay(records):
    people = People(records.database, {ADMIN}, set())
    people.approve(people.ask_for_pairing(USER, "An", None, NOW).code, ADMIN, NOW, Role.USER)
    records.memories.put(USER, 0, '{"unit": "bí mật một"}', NOW)
    records.memories.put(GROUP, USER, '{"unit": "bí mật hai"}', NOW)
    records.given_answers.keep(given(question="bí mật ba"))
    records.feedback.note(given(question="bí mật bốn"), Verdict.WRONG, USER, NOW, "bí mật năm")
    assert "bí mật".encode() in contents_of(records)
    assert forget_person(records, USER, USER, later(days=1)) == Forgotten(memories=2, answers=1, remarks=1)
    assert "bí mật".encode() not in contents_of(records)
    assert people.role_of(USER) is Role.USER
    assert [entry.kind for entry in records.audit.latest(2)] == [AuditKind.FORGOT, AuditKind.APPROVED]


def test_nobody_else_is_forgotten_with_a_person(records):
    records.memories.put(OTHER, 0, "{}", NOW)
    records.memories.put(GROUP, OTHER, "{}", NOW)
    records.given_answers.keep(given("b1", chat_id=OTHER, user_id=OTHER))
    records.feedback.note(given("b1", chat_id=OTHER), Verdict.RIGHT, OTHER, NOW)
    assert forget_person(records, USER, USER, NOW) == Forgotten(memories=0, answers=0, remarks=0)
    assert records.memories.get(OTHER, 0) == "{}"
    assert records.memories.get(GROUP, OTHER) == "{}"
    assert records.given_answers.get("b1", OTHER) is not None
    assert records.feedback.verdict_of("b1", OTHER) is Verdict.RIGHT


def contents_of(records):
    """All that stands in the file and in its write-ahead log."""
    path = records.database.path
    return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))

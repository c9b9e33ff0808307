import pytest

from bot.records.people import Role
from bot.screens.actions import read_action
from bot.screens.people_commands import (
    Approval,
    Decision,
    RoleChange,
    read_approval,
    read_audit_lines,
    read_decision,
    read_role_change,
    read_target,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("123456", Approval("123456", Role.USER)),
        ("  012 345 ", Approval("012345", Role.USER)),  # as a person reads it out
        ("123456 giangvien", Approval("123456", Role.TRAINER)),
        ("123456 Giảng viên", Approval("123456", Role.TRAINER)),
        ("123-456 quản trị", Approval("123456", Role.ADMIN)),
        ("123456 người dùng", Approval("123456", Role.USER)),
        ("123456 sếp", None),  # no role: approving as something else would surprise
        ("12345", None),
        ("1234567", None),
        ("१२३४५६", None),  # digits of another script
        ("", None),
        ("@an", None),
    ],
)
def test_a_code_and_perhaps_a_role_are_read(typed, meant):
    assert read_approval(typed) == meant


@pytest.mark.parametrize(
    ("pressed", "meant"),
    [
        ("a:123456:user", Decision("123456", Role.USER)),
        ("a:123456:admin", Decision("123456", Role.ADMIN)),
        ("a:123456:refuse", Decision("123456", None)),
        ("a:123456:owner", None),
        ("a:12345:user", None),
        ("a:123456", None),
        ("a:123456:user:1", None),
        ("f:123456:user", None),
    ],
)
def test_a_button_decides_only_what_a_button_of_ours_says(pressed, meant):
    assert read_decision(read_action(pressed)) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8123456789", 8123456789),
        (" -1001234567890 ", -1001234567890),
        ("@Tran_An", "@Tran_An"),
        ("Trần An", None),
        ("9" * 16, None),  # more than the records can hold
        ("٣", None),
        ("", None),
    ],
)
def test_whom_a_command_is_about_is_an_id_or_a_name_behind_at(typed, meant):
    assert read_target(typed) == meant


@pytest.mark.parametrize(("typed", "lines"), [("", 20), ("5", 5), ("0", 20), ("9999", 100), ("x", 20), ("9" * 99, 20)])
def test_the_length_of_the_audit_is_bounded(typed, lines):
    assert read_audit_lines(typed) == lines


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("@le_an giảng viên", RoleChange("@le_an", Role.TRAINER)),
        ("123456789 quan tri vien", RoleChange(123456789, Role.ADMIN)),
        ("123456789  người dùng", RoleChange(123456789, Role.USER)),
        ("giảng viên", None),
        ("@le_an", None),
        ("@le_an sếp", None),
        ("", None),
    ],
)
def test_a_person_and_a_role_are_read(typed, meant):
    assert read_role_change(typed) == meant

"""What an admin typed behind /duyet, /thuhoi, /vaitro, /nhatky and what the buttons of a request say, read."""

import re
from dataclasses import dataclass

from bot.records.people import Role
from bot.screens.actions import Action, Verb
from corpus.folding import fold

MOST_AUDIT_LINES, USUAL_AUDIT_LINES = 100, 20

_ROLE_WORDS = {
    "nguoidung": Role.USER,
    "user": Role.USER,
    "giangvien": Role.TRAINER,
    "trainer": Role.TRAINER,
    "quantri": Role.ADMIN,
    "quantrivien": Role.ADMIN,
    "admin": Role.ADMIN,
}
_CODE = re.compile(r"[0-9]{6}")
_APPROVAL = re.compile(r"(?P<code>[0-9]{3}[ .-]?[0-9]{3})(?:\s+(?P<role>.+))?", re.DOTALL)
_IDENTITY = re.compile(r"-?[0-9]{1,15}")  # Telegram's ids have at most 52 bits; those of groups are below zero
_USERNAME = re.compile(r"@[A-Za-z0-9_]{3,64}")
REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Approval:
    """The request with this code is to be approved with this role."""

    code: str
    role: Role


def read_approval(typed: str) -> Approval | None:
    """What stands behind /duyet: a code and perhaps a role; None for anything else.

    >>> read_approval("123 456 giảng viên")
    Approval(code='123456', role=<Role.TRAINER: 'trainer'>)
    """
    found = _APPROVAL.fullmatch(typed.strip())
    if found is None:
        return None
    role = _role(found["role"] or Role.USER)
    return Approval(re.sub(r"\D", "", found["code"]), role) if role else None


@dataclass(frozen=True, slots=True)
class Decision:
    """A button under a request: the role to approve it with; None refuses it."""

    code: str
    role: Role | None


def read_decision(pressed: Action) -> Decision | None:
    """What a button of `people_screens` decides; None when none of them says that."""
    if pressed.verb is not Verb.PAIRING or len(pressed.arguments) != 2:
        return None
    code, said = pressed.arguments
    if not _CODE.fullmatch(code) or said not in {*Role, REFUSE}:
        return None
    return Decision(code, None if said == REFUSE else Role(said))


def read_target(typed: str) -> int | str | None:
    """Whom a command is about: an id, below zero for a group, or an @name; None for anything else."""
    written = typed.strip()
    if _IDENTITY.fullmatch(written):
        return int(written)
    return written if _USERNAME.fullmatch(written) else None


@dataclass(frozen=True, slots=True)
class RoleChange:
    """A person, by id or @name, is to have this role."""

    target: int | str
    role: Role


def read_role_change(typed: str) -> RoleChange | None:
    """What stands behind /vaitro: a person and a role; None for anything else.

    >>> read_role_change("@le_an giảng viên")
    RoleChange(target='@le_an', role=<Role.TRAINER: 'trainer'>)
    """
    who, _, said = typed.strip().partition(" ")
    target, role = read_target(who), _role(said)
    return RoleChange(target, role) if target is not None and role else None


def read_audit_lines(typed: str) -> int:
    """How many lines /nhatky shall show: 20, or as many as were asked for, up to 100."""
    written = typed.strip()
    is_count = written.isascii() and written.isdigit() and len(written) < 6 and int(written) > 0
    return min(int(written), MOST_AUDIT_LINES) if is_count else USUAL_AUDIT_LINES


def _role(said: str) -> Role | None:
    return _ROLE_WORDS.get(re.sub(r"\W", "", fold(said)))

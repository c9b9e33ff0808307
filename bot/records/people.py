"""Who may use the bot, and as what: named in the settings, or approved by an admin in the chat."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from sqlite3 import Row

from bot.records.audit import Audit, AuditKind
from bot.records.database import Database
from bot.records.moments import read_optional, written
from bot.records.outside_names import clean_name, clean_username
from bot.records.pairing import PairingCodes, PairingRequest, RefusedUntil

# A row without a role only knows what a person of the settings is called: the settings alone let that person in.
TABLES = """
CREATE TABLE IF NOT EXISTS person (
    user_id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    username TEXT NOT NULL,
    role TEXT,
    since TEXT,
    approved_by INTEGER,
    revoked_at TEXT
);
CREATE INDEX IF NOT EXISTS person_by_username ON person (username);
"""


class Role(StrEnum):
    """What a person may do; each may do what those before it may."""

    USER = "user"
    TRAINER = "trainer"
    ADMIN = "admin"

    def may(self, needed: "Role") -> bool:
        """Whether this role suffices for what needs that one."""
        ranks = list(Role)
        return ranks.index(self) >= ranks.index(needed)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is or was let in; `since` and `approved_by` are None for those whom the settings name."""

    user_id: int
    name: str
    username: str  # without @; "" for none
    role: Role
    since: datetime | None = None  # UTC
    approved_by: int | None = None
    revoked_at: datetime | None = None  # UTC


class Change(StrEnum):
    """What came of changing a person's rights."""

    DONE = "done"
    UNKNOWN = "unknown"  # there is no such person, or not any more
    FIXED = "fixed"  # an admin by the settings, where alone that can be changed
    LAST_ADMIN = "last_admin"  # nobody would be left to let others in
    NOT_ALLOWED = "not_allowed"  # who wants it is no admin (any more)


class People:
    """Those whom the settings name (`admin_ids`, `user_ids`) and those approved; what changes is audited with it."""

    def __init__(self, database: Database, admin_ids: Set[int], user_ids: Set[int]) -> None:
        self._database = database
        self._admin_ids = frozenset(admin_ids)
        self._user_ids = frozenset(user_ids)
        self._codes = PairingCodes(database)
        self._audit = Audit(database)

    def role_of(self, user_id: int) -> Role | None:
        """What the person may do at this moment; None for strangers and the revoked."""
        if user_id in self._admin_ids:
            return Role.ADMIN
        person = self._row(user_id)
        if person is not None and person["revoked_at"] is not None:
            return None
        if person is not None and person["role"] is not None:
            return Role(person["role"])
        return Role.USER if user_id in self._user_ids else None

    def get(self, user_id: int) -> Person | None:
        """The person, if let in at present."""
        role, row = self.role_of(user_id), self._row(user_id)
        if role is None:
            return None
        return _read(row, role) if row is not None else Person(user_id, "", "", role)

    def by_username(self, username: str) -> Person | None:
        """The one person let in who was last seen under this @name."""
        name = clean_username(username)
        rows = self._database.rows("SELECT user_id FROM person WHERE username = ?", (name,)) if name else []
        found = [person for row in rows if (person := self.get(row["user_id"]))]
        return found[0] if len(found) == 1 else None

    def everyone(self) -> list[Person]:
        """All who are let in, admins first, then by name."""
        known = {row["user_id"] for row in self._database.rows("SELECT user_id FROM person")}
        present = [person for user_id in known | self._admin_ids | self._user_ids if (person := self.get(user_id))]
        ranks = list(Role)
        return sorted(present, key=lambda person: (-ranks.index(person.role), person.name.casefold(), person.user_id))

    def names(self) -> dict[int, str]:
        """What all are called who were ever let in and seen, also those revoked since."""
        return {row["user_id"]: row["name"] for row in self._database.rows("SELECT user_id, name FROM person")}

    def admins(self) -> list[int]:
        """The ids of those who approve others."""
        return [person.user_id for person in self.everyone() if person.role is Role.ADMIN]

    def note_seen(self, user_id: int, name: str, username: str | None) -> None:
        """A person who is let in is known by this name from now on, and nobody else by this @name."""
        called = (clean_name(name), clean_username(username))
        row = self._row(user_id)
        if (row and (row["name"], row["username"]) == called) or self.role_of(user_id) is None:
            return
        with self._database.transaction():
            self._free_username(called[1])
            self._database.run(
                """
                INSERT INTO person (user_id, name, username) VALUES (?, ?, ?)
                ON CONFLICT (user_id) DO UPDATE SET name = excluded.name, username = excluded.username
                """,
                (user_id, *called),
            )

    def ask_for_pairing(
        self, user_id: int, name: str, username: str | None, now: datetime
    ) -> PairingRequest | RefusedUntil:
        """The person's request, the same while it is valid (24 hours); or until when a refusal stands."""
        with self._database.transaction():
            request = self._codes.ask(user_id, name, username, now)
            if isinstance(request, PairingRequest) and request.asked_at == now:
                self._audit.note(now, user_id, user_id, AuditKind.PAIRING_ASKED)
            return request

    def pending(self, now: datetime) -> list[PairingRequest]:
        """The requests of people and groups that an admin can approve or refuse, oldest first."""
        return self._codes.pending(now)

    def approve(self, code: str, by: int, now: datetime, role: Role) -> Person | None:
        """The person with this code, let in; None when no person's valid request has it or `by` is no admin."""
        with self._database.transaction():
            request = self._codes.find(code, now)
            if request is None or request.is_of_group or self.role_of(by) is not Role.ADMIN:
                return None
            person = self._let_in(request.applicant_id, request.name, request.username, role, by, now)
            self._audit.note(now, by, person.user_id, AuditKind.APPROVED, f"{person.user_id} {role}")
            return person

    def refuse(self, code: str, by: int, now: datetime) -> PairingRequest | None:
        """The request of a person or group with this code, refused for 24 hours; None as for `approve`."""
        with self._database.transaction():
            request = self._codes.find(code, now)
            if request is None or self.role_of(by) is not Role.ADMIN:
                return None
            self._codes.refuse(request.applicant_id, now)
            self._audit.note(now, by, request.applicant_id, AuditKind.REFUSED, str(request.applicant_id))
            return request

    def revoke(self, user_id: int, by: int, now: datetime) -> Change:
        """When DONE, the person is let in no more from this moment, and may ask anew after 24 hours."""
        with self._database.transaction():
            change = self._allowed_change(user_id, by)
            if change is Change.DONE:
                self._database.run(
                    """
                    INSERT INTO person (user_id, name, username, revoked_at) VALUES (?1, '', '', ?2)
                    ON CONFLICT (user_id) DO UPDATE SET revoked_at = ?2
                    """,
                    (user_id, written(now)),
                )
                self._codes.refuse(user_id, now)
                self._audit.note(now, by, user_id, AuditKind.REVOKED, str(user_id))
            return change

    def set_role(self, user_id: int, role: Role, by: int, now: datetime) -> Change:
        """When DONE, the person, who was let in before, has this role."""
        with self._database.transaction():
            person, change = self.get(user_id), self._allowed_change(user_id, by)
            if change is Change.DONE and person and person.role is not role:
                self._let_in(user_id, person.name, person.username, role, by, now)
                self._audit.note(now, by, user_id, AuditKind.ROLE_CHANGED, f"{user_id} {role}")
            return change

    def make_owner(self, user_id: int, name: str, username: str | None, now: datetime) -> Person | None:
        """The first admin, let in by nobody; None when there is an admin already."""
        with self._database.transaction():
            if self.admins():
                return None
            owner = self._let_in(user_id, clean_name(name), clean_username(username), Role.ADMIN, user_id, now)
            self._audit.note(now, user_id, user_id, AuditKind.OWNERSHIP_CLAIMED)
            return owner

    def _allowed_change(self, user_id: int, by: int) -> Change:
        role = self.role_of(user_id)
        if self.role_of(by) is not Role.ADMIN:
            return Change.NOT_ALLOWED
        if role is None:
            return Change.UNKNOWN
        if user_id in self._admin_ids:
            return Change.FIXED
        return Change.LAST_ADMIN if self.admins() == [user_id] else Change.DONE

    def _let_in(self, user_id: int, name: str, username: str, role: Role, by: int, now: datetime) -> Person:
        self._free_username(username)
        self._database.run(
            "INSERT OR REPLACE INTO person VALUES (?, ?, ?, ?, ?, ?, NULL)",
            (user_id, name, username, role, written(now), by),
        )
        self._codes.withdraw(user_id)
        return Person(user_id, name, username, role, now, by)

    def _free_username(self, username: str) -> None:
        """Names behind @ change hands; whoever was seen with it last has it."""
        self._database.run("UPDATE person SET username = '' WHERE username = ?", (username,))

    def _row(self, user_id: int) -> Row | None:
        return self._database.row("SELECT * FROM person WHERE user_id = ?", (user_id,))


def _read(row: Row, role: Role) -> Person:
    return Person(
        user_id=row["user_id"],
        name=row["name"],
        username=row["username"],
        role=role,
        since=read_optional(row["since"]),
        approved_by=row["approved_by"],
        revoked_at=read_optional(row["revoked_at"]),
    )

"""The groups in which the bot answers: those that an admin has approved, by a code or in the group itself."""

from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Row

from bot.records.audit import Audit, AuditKind
from bot.records.database import Database
from bot.records.moments import read, read_optional, written
from bot.records.outside_names import clean_name
from bot.records.pairing import PairingCodes, PairingRequest, RefusedUntil

TABLES = """
CREATE TABLE IF NOT EXISTS approved_group (
    chat_id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    since TEXT NOT NULL,
    approved_by INTEGER NOT NULL,
    revoked_at TEXT
);
"""


@dataclass(frozen=True, slots=True)
class Group:
    """A group that is or was approved."""

    chat_id: int
    title: str
    since: datetime  # UTC
    approved_by: int
    revoked_at: datetime | None = None  # UTC


class Groups:
    """Approved groups; what changes is audited with it. That `by` is an admin is for the caller to see to."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._codes = PairingCodes(database)
        self._audit = Audit(database)

    def is_group_approved(self, chat_id: int) -> bool:
        """Whether the bot answers in this group at this moment."""
        group = self._one(chat_id)
        return group is not None and group.revoked_at is None

    def everyone(self) -> list[Group]:
        """The groups that are approved at present, by title."""
        groups = map(_read, self._database.rows("SELECT * FROM approved_group WHERE revoked_at IS NULL"))
        return sorted(groups, key=lambda group: (group.title.casefold(), group.chat_id))

    def names(self) -> dict[int, str]:
        """What all groups are called that were ever approved."""
        return {
            row["chat_id"]: row["title"] for row in self._database.rows("SELECT chat_id, title FROM approved_group")
        }

    def ask_for_group_pairing(
        self, chat_id: int, title: str, asked_by: int, now: datetime
    ) -> PairingRequest | RefusedUntil:
        """The group's request, the same while it is valid (24 hours); or until when a refusal stands."""
        with self._database.transaction():
            request = self._codes.ask(chat_id, title, None, now)
            if isinstance(request, PairingRequest) and request.asked_at == now:
                self._audit.note(now, asked_by, chat_id, AuditKind.PAIRING_ASKED)
            return request

    def approve_code(self, code: str, by: int, now: datetime) -> Group | None:
        """The group with this code, approved; None when no group's valid request has it."""
        with self._database.transaction():
            request = self._codes.find(code, now)
            if request is None or not request.is_of_group:
                return None
            return self.approve(request.applicant_id, request.name, by, now)

    def approve(self, chat_id: int, title: str, by: int, now: datetime) -> Group:
        """The group, approved, as when an admin says so in it."""
        group = Group(chat_id, clean_name(title), now, by)
        with self._database.transaction():
            self._database.run(
                "INSERT OR REPLACE INTO approved_group VALUES (?, ?, ?, ?, NULL)",
                (chat_id, group.title, written(now), by),
            )
            self._codes.withdraw(chat_id)
            self._audit.note(now, by, chat_id, AuditKind.APPROVED, str(chat_id))
        return group

    def revoke(self, chat_id: int, by: int, now: datetime) -> Group | None:
        """The group, where nothing is answered from this moment; None when it was not approved."""
        with self._database.transaction():
            if not self.is_group_approved(chat_id):
                return None
            self._database.run("UPDATE approved_group SET revoked_at = ? WHERE chat_id = ?", (written(now), chat_id))
            self._codes.refuse(chat_id, now)
            self._audit.note(now, by, chat_id, AuditKind.REVOKED, str(chat_id))
            return self._one(chat_id)

    def move_group(self, old_id: int, new_id: int, now: datetime) -> bool:
        """What was decided about the group holds under its new id [1]; whether anything was.

        [1] https://core.telegram.org/bots/api#message, migrate_to_chat_id
        """
        with self._database.transaction():
            changed = 0
            for table, column in _PLACES_OF_A_GROUP:
                # Telegram tells of a move in both groups; what came first stands.
                changed += self._database.run(
                    f"UPDATE OR IGNORE {table} SET {column} = ? WHERE {column} = ?", (new_id, old_id)
                )
                self._database.run(f"DELETE FROM {table} WHERE {column} = ?", (old_id,))
            if changed:
                self._audit.note(now, old_id, new_id, AuditKind.GROUP_MOVED, str(new_id))
            return changed > 0

    def _one(self, chat_id: int) -> Group | None:
        row = self._database.row("SELECT * FROM approved_group WHERE chat_id = ?", (chat_id,))
        return _read(row) if row is not None else None


_PLACES_OF_A_GROUP = (
    ("approved_group", "chat_id"),
    ("pairing_request", "applicant_id"),
    ("pairing_refusal", "applicant_id"),
    ("memory", "chat_id"),
)


def _read(row: Row) -> Group:
    revoked_at = read_optional(row["revoked_at"])
    return Group(row["chat_id"], row["title"], read(row["since"]), row["approved_by"], revoked_at)

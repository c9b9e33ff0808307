"""Codes by which a person or a group asks to be let in: six digits that an admin approves or refuses."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from sqlite3 import Row

from bot.records.database import Database
from bot.records.moments import read, written
from bot.records.outside_names import clean_name, clean_username

TABLES = """
CREATE TABLE IF NOT EXISTS pairing_request (
    code TEXT PRIMARY KEY,
    applicant_id INTEGER NOT NULL UNIQUE,
    name TEXT NOT NULL,
    username TEXT NOT NULL,
    asked_at TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS pairing_refusal (
    applicant_id INTEGER PRIMARY KEY,
    at TEXT NOT NULL
);
"""

VALIDITY = timedelta(hours=24)
REFUSAL_LASTS = timedelta(hours=24)
MOST_PENDING = 200  # strangers can ask without end; an admin reads no longer list
CODE_DIGITS = 6


@dataclass(frozen=True, slots=True)
class PairingRequest:
    """Somebody asks to be let in; it is new when `asked_at` is the moment given to `ask`."""

    code: str
    applicant_id: int  # of a user; below zero of a group, as in Telegram
    name: str
    username: str  # without @; "" for none
    asked_at: datetime  # UTC

    @property
    def is_of_group(self) -> bool:
        """A group asks, not a person."""
        return self.applicant_id < 0

    @property
    def expires_at(self) -> datetime:
        """From then on the code means nothing."""
        return self.asked_at + VALIDITY


@dataclass(frozen=True, slots=True)
class RefusedUntil:
    """An admin has refused; a new request may be made from then on."""

    moment: datetime


class PairingCodes:
    """The requests that wait for an admin; at most 200, the oldest giving way."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ask(self, applicant_id: int, name: str, username: str | None, now: datetime) -> PairingRequest | RefusedUntil:
        """The request of the applicant, the same while it is valid; or until when a refusal stands."""
        with self._database.transaction():
            self.forget_expired(now)
            if refused := self._refused_until(applicant_id):
                return refused
            called = (clean_name(name), clean_username(username))
            if earlier := self._one("applicant_id = ?", applicant_id):
                self._database.run(
                    "UPDATE pairing_request SET name = ?, username = ? WHERE applicant_id = ?", (*called, applicant_id)
                )
                return PairingRequest(earlier.code, applicant_id, *called, earlier.asked_at)
            self._make_room()
            request = PairingRequest(self._new_code(), applicant_id, *called, now)
            self._database.run(
                "INSERT INTO pairing_request VALUES (?, ?, ?, ?, ?)",
                (request.code, applicant_id, *called, written(now)),
            )
            return request

    def pending(self, now: datetime) -> list[PairingRequest]:
        """The requests that are still valid, oldest first."""
        rows = self._database.rows("SELECT * FROM pairing_request ORDER BY asked_at, rowid")
        return [request for request in map(_read, rows) if now < request.expires_at]

    def find(self, code: str, now: datetime) -> PairingRequest | None:
        """The valid request with this code."""
        request = self._one("code = ?", code)
        return request if request and now < request.expires_at else None

    def take(self, code: str, now: datetime) -> PairingRequest | None:
        """The valid request with this code, which is pending no more."""
        with self._database.transaction():
            if request := self.find(code, now):
                self.withdraw(request.applicant_id)
            return request

    def withdraw(self, applicant_id: int) -> None:
        """The applicant has no request pending and is not refused."""
        with self._database.transaction():
            self._database.run("DELETE FROM pairing_request WHERE applicant_id = ?", (applicant_id,))
            self._database.run("DELETE FROM pairing_refusal WHERE applicant_id = ?", (applicant_id,))

    def refuse(self, applicant_id: int, now: datetime) -> None:
        """The applicant has no request pending and may make none for 24 hours."""
        with self._database.transaction():
            self.withdraw(applicant_id)
            self._database.run("INSERT INTO pairing_refusal VALUES (?, ?)", (applicant_id, written(now)))

    def forget_expired(self, now: datetime) -> None:
        """Nothing is kept of requests that have expired and refusals that stand no more."""
        with self._database.transaction():
            self._database.run("DELETE FROM pairing_request WHERE asked_at <= ?", (written(now - VALIDITY),))
            self._database.run("DELETE FROM pairing_refusal WHERE at <= ?", (written(now - REFUSAL_LASTS),))

    def _refused_until(self, applicant_id: int) -> RefusedUntil | None:
        row = self._database.row("SELECT at FROM pairing_refusal WHERE applicant_id = ?", (applicant_id,))
        return RefusedUntil(read(row["at"]) + REFUSAL_LASTS) if row else None

    def _make_room(self) -> None:
        self._database.run(
            """
            DELETE FROM pairing_request WHERE code IN
                (SELECT code FROM pairing_request ORDER BY asked_at DESC, rowid DESC LIMIT -1 OFFSET ?)
            """,
            (MOST_PENDING - 1,),
        )

    def _new_code(self) -> str:
        while True:
            code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"
            if self._one("code = ?", code) is None:
                return code

    def _one(self, condition: str, value: object) -> PairingRequest | None:
        row = self._database.row(f"SELECT * FROM pairing_request WHERE {condition}", (value,))
        return _read(row) if row is not None else None


def _read(row: Row) -> PairingRequest:
    return PairingRequest(row["code"], row["applicant_id"], row["name"], row["username"], read(row["asked_at"]))

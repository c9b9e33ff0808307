"""How long what people wrote is kept, and what /quen leaves of it: nothing but who they are and what was audited."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.records.audit import AuditKind
from bot.records.pairing import PairingCodes
from bot.records.records import Records

UPDATE_IDS_ARE_KEPT = timedelta(days=14)  # Telegram delivers nothing older than a day again
NOTICES_ARE_KEPT = timedelta(days=120)  # at least: what a forgotten one told may be told again


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many of each were forgotten."""

    memories: int
    answers: int
    remarks: int
    audit_entries: int = 0
    update_ids: int = 0
    subscriptions: int = 0
    notices: int = 0
    uploads: int = 0


def forget_old(records: Records, now: datetime, memory_days: int, records_days: int) -> Forgotten:
    """Nothing older than the days given is kept: of conversations, and of answers, remarks and the audit."""
    oldest = now - timedelta(days=records_days)
    with records.database.transaction():
        PairingCodes(records.database).forget_expired(now)
        forgotten = Forgotten(
            memories=records.memories.forget_before(now - timedelta(days=memory_days)),
            answers=records.given_answers.forget_before(oldest),
            remarks=records.feedback.forget_before(oldest),
            audit_entries=records.audit.forget_before(oldest),
            update_ids=records.updates.forget_before(now - UPDATE_IDS_ARE_KEPT),
            subscriptions=records.subscriptions.forget_before(oldest),
            notices=records.notices.forget_before(min(oldest, now - NOTICES_ARE_KEPT)),
            uploads=records.uploads.forget_before(oldest),
        )
    _empty_the_log(records)
    return forgotten


def forget_person(records: Records, user_id: int, chat_id: int, now: datetime) -> Forgotten:
    """Nothing of the private chat and nothing that the person said of answers is on the disk; rights stay."""
    with records.database.transaction():
        forgotten = Forgotten(
            memories=records.memories.forget(chat_id) + records.memories.forget_user(user_id),
            answers=records.given_answers.forget_chat(chat_id),
            remarks=records.feedback.forget_user(user_id),
            subscriptions=records.subscriptions.forget_chat(chat_id),
            notices=records.notices.forget_chat(chat_id),
        )
        records.audit.note(now, user_id, chat_id, AuditKind.FORGOT)
    _empty_the_log(records)
    return forgotten


def _empty_the_log(records: Records) -> None:
    """SQLite's write-ahead log still holds what was erased from the tables, until it is written back."""
    records.database.rows("PRAGMA wal_checkpoint(TRUNCATE)")

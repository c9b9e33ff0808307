"""Removes what nobody needs any more from the inbox: uploads long decided, and those never handed over."""

from datetime import UTC, datetime, timedelta

from corpus.inbox import Inbox
from corpus.upload import UNDO_WITHIN, UploadLook, UploadState

_UNDECIDED_WITHIN = timedelta(days=90)
_HANDED_OVER_WITHIN = timedelta(days=1)


def sweep(inbox: Inbox, now: datetime) -> None:
    """Uploads that can no longer be undone or decided are gone from the inbox; published documents stay held."""
    for ticket in inbox.tickets():
        look = inbox.look(ticket)
        changed = datetime.fromtimestamp(inbox.changed_ns(ticket) / 1e9, UTC)
        if now - changed > _kept_for(look) and inbox.is_own(ticket):
            inbox.withdraw(ticket)


def _kept_for(look: UploadLook) -> timedelta:
    match look.state:
        case UploadState.ABSENT:
            return _HANDED_OVER_WITHIN
        case UploadState.PUBLISHED | UploadState.DISCARDED | UploadState.UNDONE:
            return UNDO_WITHIN
        case UploadState.PREVIEWED | UploadState.REFUSED:
            return _UNDECIDED_WITHIN
        case _:
            return timedelta.max

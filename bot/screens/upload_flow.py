"""What happens when an administrator sends a file, presses a button under its preview, or writes a correction.

The file goes into the inbox folder and nothing here reads it; what the ingest says of it is shown as it comes. Whether
somebody may do this at all is decided before.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot import upload_messages as messages
from bot.markup import escaped
from bot.records.audit import AuditKind
from bot.records.outside_names import clean_name
from bot.records.records import Records
from bot.records.uploads import Upload
from bot.screens.actions import Action
from bot.screens.screen import Screen
from bot.screens.upload_corrections import looks_like_corrections, read_corrections
from bot.screens.upload_preview import shown_value
from bot.screens.upload_screens import ACTS, BACK, correcting_screen, shown_key, upload_screen
from corpus.errors import InboxError
from corpus.inbox import Inbox, new_ticket
from corpus.upload import (
    Decision,
    DecisionKind,
    Request,
    Ticket,
    UploadLook,
    UploadState,
    shown_name,
    suffix_of,
)

_AUDITED = {
    DecisionKind.CORRECT: AuditKind.CORRECTED,
    DecisionKind.PUBLISH: AuditKind.PUBLISHED,
    DecisionKind.DISCARD: AuditKind.DISCARDED,
    DecisionKind.UNDO: AuditKind.UNDONE,
}


@dataclass(frozen=True, slots=True)
class Room:
    """Where the bytes of a file that is being sent go, before anybody reads them."""

    ticket: Ticket
    path: Path
    file_name: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Sender:
    """Who acts, where and when."""

    chat_id: int
    user_id: int
    name: str  # as the other administrators are told
    now: datetime


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a button brings: a notice of one line, and what its message shows from now on; None: what it shows."""

    notice: str
    screen: Screen | None = None


def make_room(inbox: Inbox, name: str, size_bytes: int) -> Room | Screen:
    """The place to save the file to; or what to say when such a file is not taken."""
    file_name, suffix = shown_name(name), suffix_of(name)
    if suffix is None:
        return Screen(escaped(messages.format_not_read(file_name)))
    if size_bytes > messages.LARGEST_FROM_TELEGRAM_BYTES:
        return Screen(escaped(messages.file_too_large(file_name, size_bytes)))
    ticket = new_ticket()
    try:
        return Room(ticket, inbox.prepare(ticket, suffix), file_name, suffix)
    except InboxError:
        return Screen(escaped(messages.could_not_be_saved()))


def upload_received(records: Records, inbox: Inbox, room: Room, by: Sender) -> tuple[Upload | None, Screen]:
    """The saved file waits to be read; the upload is None when it could not be handed over."""
    try:
        size_bytes = room.path.stat().st_size
        inbox.submit(Request(room.ticket, room.file_name, room.suffix, size_bytes, by.user_id, by.now))
    except (InboxError, OSError):
        inbox.withdraw(room.ticket)
        return None, Screen(escaped(messages.could_not_be_saved()))
    upload = Upload(room.ticket, by.chat_id, by.user_id, _called(by), room.file_name, by.now)
    look, serving = inbox.look(room.ticket), inbox.serving(by.now)
    upload = replace(upload, shown=shown_key(look, serving))
    with records.database.transaction():
        records.uploads.keep(upload)
        records.audit.note(by.now, by.user_id, by.chat_id, AuditKind.UPLOADED, upload.file_name)
    return upload, upload_screen(upload, look, serving)


def upload_changes(records: Records, inbox: Inbox, now: datetime) -> list[tuple[Upload, Screen]]:
    """The uploads of which something else is to be shown than was, with what.

    Once a screen stands in the chat, `records.uploads.note_shown(upload)` with the upload given here. If the bot is
    killed between the two, the same screen comes again: to edit a message twice changes nothing.
    """
    changes, serving = [], inbox.serving(now)
    for upload in records.uploads.open():
        look = inbox.look(upload.ticket)
        key = shown_key(look, serving)
        if key != upload.shown:
            changes.append(
                (replace(upload, shown=key, is_open=_may_change(look)), upload_screen(upload, look, serving))
            )
    return changes


def press_upload(records: Records, inbox: Inbox, pressed: Action, by: Sender) -> Pressed:
    """The button has acted, or the notice tells why not."""
    ticket, act, number = (*pressed.arguments, "", "", "")[:3]
    upload = records.uploads.get(ticket, by.chat_id)
    if upload is None:
        return Pressed(messages.no_longer_kept())
    look = inbox.look(ticket)
    if act == BACK:
        records.uploads.ask_correction(ticket, None)
        return _now(inbox, upload, by, "")
    kind = ACTS.get(act)
    if kind is None or kind not in look.may or number != str(look.number):
        return _now(inbox, upload, by, _too_late(look))
    if kind is DecisionKind.CORRECT:
        records.uploads.ask_correction(ticket, by.user_id)
        return Pressed("", correcting_screen(upload, look))
    kept = look.preview.corrections if kind is DecisionKind.PUBLISH and look.preview else {}
    is_taken = _decide(records, inbox, upload, Decision(look.number + 1, kind, by.user_id, _called(by), by.now, kept))
    return _now(inbox, upload, by, messages.taken_down(kind) if is_taken else _too_late(inbox.look(ticket)))


def upload_to_correct(
    records: Records, chat_id: int, user_id: int, reply_to_message_id: int | None, text: str
) -> Upload | None:
    """The upload that a message corrects: one that it replies to, or the one that its sender was asked to correct."""
    if reply_to_message_id is not None and (found := records.uploads.of_message(chat_id, reply_to_message_id)):
        return found
    awaited = records.uploads.awaiting_correction(chat_id, user_id)
    return awaited if awaited is not None and looks_like_corrections(text) else None


def correct_upload(records: Records, inbox: Inbox, upload: Upload, text: str, by: Sender) -> tuple[bool, Screen]:
    """Whether the upload is read again, and what to reply.

    When it is, the reply is the message that shows the upload from now on: `records.uploads.place_message`.
    """
    look, read = inbox.look(upload.ticket), read_corrections(text)
    if DecisionKind.CORRECT not in look.may or look.preview is None:
        return False, Screen(escaped(_too_late(look)))
    if read.problems or not read.values:
        return False, Screen("\n\n".join(map(escaped, (*read.problems, messages.HOW_TO_CORRECT))))
    together = {**look.preview.corrections, **read.values}
    decision = Decision(look.number + 1, DecisionKind.CORRECT, by.user_id, _called(by), by.now, together)
    if not _decide(records, inbox, upload, decision):
        return False, Screen(escaped(_too_late(inbox.look(upload.ticket))))
    shown = [(key, shown_value(key, value)) for key, value in read.values.items()]
    return True, Screen(escaped(messages.reading_again(shown)))


def _decide(records: Records, inbox: Inbox, upload: Upload, decision: Decision) -> bool:
    """Whether the decision is handed over; what comes of it will be shown."""
    try:
        is_taken = inbox.decide(upload.ticket, decision)
    except InboxError:
        return False
    if is_taken:
        records.uploads.ask_correction(upload.ticket, None)
        shown = shown_key(inbox.look(upload.ticket), inbox.serving(decision.at))
        records.uploads.note_shown(replace(upload, shown=shown, is_open=True))
        records.audit.note(decision.at, decision.user_id, upload.chat_id, _AUDITED[decision.kind], upload.file_name)
    return is_taken


def _called(by: Sender) -> str:
    return clean_name(by.name) or messages.SOME_ADMINISTRATOR


def _now(inbox: Inbox, upload: Upload, by: Sender, notice: str) -> Pressed:
    """The notice, and the upload as it is now."""
    return Pressed(notice, upload_screen(upload, inbox.look(upload.ticket), inbox.serving(by.now)))


def _too_late(look: UploadLook) -> str:
    """Why a button or a correction decides nothing any more: who decided before, as far as that is known."""
    if look.state is UploadState.DECIDED and look.decision is not None:
        return messages.decided_before(look.decision.kind, look.decision.user_name)
    if look.outcome is not None and look.outcome.refusal is None:
        return messages.decided_before(look.outcome.decision, look.outcome.user_name)
    return messages.is_outdated()


def _may_change(look: UploadLook) -> bool:
    """Whether something new may come without anybody in the chat deciding."""
    return look.state in {UploadState.RECEIVED, UploadState.DECIDED}

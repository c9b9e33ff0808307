"""What is shown of a file that an administrator sent, whatever has become of it.

Its buttons say Verb.UPLOAD, the ticket, what to do, and the number of the preview or outcome that they stand under: a
button under an old preview decides nothing.
"""

from bot import upload_messages as messages
from bot.markup import bold, escaped, italic
from bot.records.uploads import Upload
from bot.screens.actions import Verb, action
from bot.screens.buttons import card_button
from bot.screens.screen import Button, Screen
from bot.screens.upload_preview import name_of, preview_html
from corpus.inbox import Serving
from corpus.upload import DecisionKind, Outcome, Preview, Refusal, Ticket, UploadLook, UploadState

# What the buttons say in their third place.
ACTS = {
    "publish": DecisionKind.PUBLISH,
    "edit": DecisionKind.CORRECT,
    "discard": DecisionKind.DISCARD,
    "undo": DecisionKind.UNDO,
}
BACK = "back"
_LABELS = {
    DecisionKind.PUBLISH: messages.PUBLISH,
    DecisionKind.CORRECT: messages.CORRECT,
    DecisionKind.DISCARD: messages.DISCARD,
    DecisionKind.UNDO: messages.UNDO,
}
_LONGEST_DETAIL = 400  # characters


def upload_screen(upload: Upload, look: UploadLook, serving: Serving) -> Screen:
    """How far the upload has come, with the buttons for what can be decided now."""
    match look.state:
        case UploadState.ABSENT:
            return _plain(messages.no_longer_kept())
        case UploadState.DAMAGED:
            return _plain(messages.damaged())
        case UploadState.RECEIVED:
            return _html(escaped(messages.received(upload.file_name)), _obstacle(serving))
        case UploadState.DECIDED:
            assert look.decision is not None  # the state tells
            by = look.decision.user_name
            return _html(_title(upload, look), escaped(messages.under_way(look.decision.kind, by)), _obstacle(serving))
        case UploadState.REFUSED:
            return _refused(upload, look)
        case UploadState.PREVIEWED:
            return _previewed(upload.ticket, look)
        case UploadState.PUBLISHED:
            return _published(upload, look)
        case UploadState.DISCARDED | UploadState.UNDONE:
            return _ended(upload, look)


def correcting_screen(upload: Upload, look: UploadLook) -> Screen:
    """How to write corrections, with the way back."""
    back = Button(messages.BACK, action(Verb.UPLOAD, upload.ticket, BACK, look.number))
    return Screen(f"{_title(upload, look)}\n\n{escaped(messages.HOW_TO_CORRECT)}", ((back,),))


def shown_key(look: UploadLook, serving: Serving) -> str:
    """Tells two screens of an upload apart: the same key, the same screen."""
    is_waiting = look.state in {UploadState.RECEIVED, UploadState.DECIDED}
    obstacle = serving if is_waiting and serving in {Serving.STOPPED, Serving.WAITING} else ""
    asked = look.decision.number if look.decision and look.state is UploadState.DECIDED else look.number
    return f"{look.state}:{asked}:{obstacle}"


def _previewed(ticket: Ticket, look: UploadLook) -> Screen:
    preview = look.preview
    assert preview is not None  # the state tells
    rows = [_row(ticket, look, DecisionKind.PUBLISH, DecisionKind.CORRECT, DecisionKind.DISCARD)]
    if preview.held is not None:
        rows.append((Button(messages.HELD_CARD, card_button(preview.held.document_id).callback),))
    return Screen(_joined(_not_done(look.outcome, look), preview_html(preview)), tuple(rows))


def _refused(upload: Upload, look: UploadLook) -> Screen:
    assert look.preview is not None
    assert look.preview.refusal is not None  # the state tells
    refusal = look.preview.refusal
    return Screen(
        _joined(
            bold(messages.cannot_be_taken(upload.file_name)), escaped(messages.REFUSALS[refusal.code]), _detail(refusal)
        ),
        (_row(upload.ticket, look, DecisionKind.DISCARD),),
    )


def _published(upload: Upload, look: UploadLook) -> Screen:
    outcome = look.outcome
    assert outcome is not None  # the state tells
    told = escaped(messages.published(outcome.user_name, is_replacing=outcome.replaced))
    summary = _summary(look.preview)
    rows = ((card_button(outcome.document_id),), _row(upload.ticket, look, DecisionKind.UNDO))
    return Screen(_joined(_not_done(outcome, look), _title(upload, look), summary, told), rows)


def _ended(upload: Upload, look: UploadLook) -> Screen:
    outcome = look.outcome
    assert outcome is not None  # the state tells
    if look.state is UploadState.DISCARDED:
        return _html(_title(upload, look), escaped(messages.discarded(outcome.user_name)))
    rows = ((card_button(outcome.document_id),),) if outcome.document_id else ()
    told = escaped(messages.undone(outcome.user_name, is_back=outcome.replaced))
    return Screen(_joined(_title(upload, look), told), rows)


def _title(upload: Upload, look: UploadLook) -> str:
    """The document when it could be read, else the file."""
    is_read = look.preview is not None and look.preview.refusal is None
    return bold(name_of(look.preview)) if is_read and look.preview else bold(upload.file_name)


def _summary(preview: Preview | None) -> str:
    if preview is None:
        return ""
    return f"{escaped(preview.title)}\n{escaped(messages.deadlines_heading(preview.deadline_count))}"


def _not_done(outcome: Outcome | None, look: UploadLook) -> str:
    """Why the last decision was not carried out; "" when it was."""
    if outcome is None or outcome.refusal is None or outcome.number < look.number:
        return ""
    return _joined(italic(messages.not_done(outcome.decision, outcome.refusal.code)), _detail(outcome.refusal))


def _detail(refusal: Refusal) -> str:
    detail = " ".join(refusal.detail.split())[:_LONGEST_DETAIL]
    return f"<blockquote expandable>{escaped(messages.detail_for_operator(detail))}</blockquote>" if detail else ""


def _obstacle(serving: Serving) -> str:
    match serving:
        case Serving.STOPPED:
            return italic(messages.not_running())
        case Serving.WAITING:
            return italic(messages.waiting())
        case _:
            return ""


def _row(ticket: Ticket, look: UploadLook, *kinds: DecisionKind) -> tuple[Button, ...]:
    """Buttons for those that can be decided now."""
    words = {kind: word for word, kind in ACTS.items()}
    return tuple(
        Button(_LABELS[kind], action(Verb.UPLOAD, ticket, words[kind], look.number))
        for kind in kinds
        if kind in look.may
    )


def _plain(sentence: str) -> Screen:
    return Screen(escaped(sentence))


def _html(*parts: str) -> Screen:
    return Screen(_joined(*parts))


def _joined(*parts: str) -> str:
    return "\n\n".join(filter(None, parts))

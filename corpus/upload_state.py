"""Which state the files of an upload tell."""

from corpus.upload import Decision, DecisionKind, Outcome, Preview, Request, UploadLook, UploadState

_ENDS = {DecisionKind.DISCARD: UploadState.DISCARDED, DecisionKind.UNDO: UploadState.UNDONE}


def state_of(
    request: Request | None, preview: Preview | None, decision: Decision | None, outcome: Outcome | None, problem: str
) -> UploadLook:
    """The upload with its state; a decision counts only after a preview, and until it is answered."""
    look = UploadLook(UploadState.RECEIVED, request, preview, decision, outcome, problem)
    return UploadLook(_state(look), request, preview, decision, outcome, problem)


def _state(look: UploadLook) -> UploadState:
    if look.request is None:
        return UploadState.DAMAGED if look.problem else UploadState.ABSENT
    if look.preview is None:
        return UploadState.RECEIVED
    if look.decision is not None and look.decision.number > look.number:
        return UploadState.DECIDED
    if look.outcome is not None:
        if look.outcome.is_published:
            return UploadState.PUBLISHED
        if look.outcome.refusal is None:
            return _ENDS[look.outcome.decision]
    return UploadState.PREVIEWED if look.preview.refusal is None else UploadState.REFUSED

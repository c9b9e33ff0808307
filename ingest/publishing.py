"""Carries out what an administrator decided about an upload; killed anywhere and run again, to the same end."""

import dataclasses
from collections.abc import Mapping
from pathlib import Path

from corpus.atomic_file import copy_whole
from corpus.folding import fold
from corpus.inbox import Inbox
from corpus.upload import (
    Decision,
    DecisionKind,
    Outcome,
    Preview,
    Refusal,
    RefusalCode,
    Request,
    UploadLook,
)
from ingest.errors import IngestError
from ingest.former import former_of, keep, kept_at
from ingest.open_library import Clock, OpenLibrary
from ingest.previewing import Previewer
from ingest.refusals import refusal_of
from ingest.report import FileReport, Status, as_dictionary
from ingest.sources import SourceFile
from ingest.undoing import outcome_of, undo


class Publisher:
    """Carries out decisions in one library; the files of what is published stay in `received`."""

    def __init__(self, inbox: Inbox, received: Path, opened: OpenLibrary, now: Clock) -> None:
        self._inbox = inbox
        self._received = received
        self._opened = opened
        self._now = now
        self._previewer = Previewer(opened.library, opened.pipeline)

    def preview(self, request: Request, corrections: Mapping[str, str], number: int = 0) -> Preview:
        """What publishing the upload now would bring."""
        path = self._inbox.file_of(request)
        return self._previewer.preview(path, self.place_of(request), corrections, number, self._now())

    def carry_out(self, look: UploadLook, request: Request, decision: Decision) -> Preview | Outcome:
        """The decision is carried out, or the outcome says why not."""
        try:
            match decision.kind:
                case DecisionKind.CORRECT:
                    return self._correct(request, decision)
                case DecisionKind.PUBLISH:
                    return self._publish(look.preview, request, decision)
                case DecisionKind.DISCARD:
                    self._inbox.file_of(request).unlink(missing_ok=True)
                    return outcome_of(decision, self._now())
                case DecisionKind.UNDO:
                    former = kept_at(self._former_at(request))
                    return undo(self._opened, look.outcome, self.place_of(request), former, decision, self._now())
        except IngestError as error:
            return outcome_of(decision, self._now(), refusal_of(error))

    def place_of(self, request: Request) -> Path:
        """Where the file stays when it is published: a folder of its own, a name that people recognise."""
        stem = "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in fold(request.file_name)).split())
        stem = stem.removesuffix(request.suffix.replace(".", "-")) or "van-ban"
        return self._received / request.ticket / f"{stem}{request.suffix}"

    def _former_at(self, request: Request) -> Path:
        return self._inbox.home(request.ticket) / "former.sqlite3"

    def _correct(self, request: Request, decision: Decision) -> Preview | Outcome:
        preview = self.preview(request, decision.corrections, decision.number)
        if preview.refusal is not None:  # the preview before stays
            return outcome_of(decision, self._now(), preview.refusal)
        return preview

    def _publish(self, seen: Preview | None, request: Request, decision: Decision) -> Outcome:
        place, former_at = self.place_of(request), self._former_at(request)
        held = self._opened.library.by_path(str(place))
        if held is None:
            preview = self.preview(request, decision.corrections, decision.number)
            if preview.refusal is not None:
                return outcome_of(decision, self._now(), preview.refusal)
            if seen is None or not preview.is_publishable or _stands_otherwise(preview, seen):
                detail = "the library has changed since the preview was made; look at the new one"
                self._inbox.write_preview(request.ticket, preview)
                return outcome_of(decision, self._now(), Refusal(RefusalCode.CHANGED_SINCE, detail))
            self._keep_former(preview, former_at)
            copy_whole(self._inbox.file_of(request), place)
        # Also after a kill behind the storing: nothing is then read or stored again.
        report = self._opened.pipeline.add(SourceFile(place, takes_over=True), decision.corrections)
        if report.status is Status.REFUSED:
            place.unlink(missing_ok=True)
            return outcome_of(decision, self._now(), Refusal(RefusalCode.UNREADABLE, report.error or ""))
        self._opened.vectors.settle()
        return self._published(decision, report, place, is_replacing=former_at.is_file())

    def _keep_former(self, preview: Preview, former_at: Path) -> None:
        head = None if preview.held is None else self._opened.library.head(preview.held.document_id)
        if head is None:
            former_at.unlink(missing_ok=True)
        else:
            keep(former_of(head, self._opened.library), former_at)

    def _published(self, decision: Decision, report: FileReport, place: Path, *, is_replacing: bool) -> Outcome:
        status = Status.CHANGED if is_replacing else Status.ADDED
        held = self._opened.library.by_path(str(place))
        assert held is not None  # it was just added
        at = self._now()
        return dataclasses.replace(
            outcome_of(decision, at),
            published_at=at,
            document_id=held.id,
            path=str(place),
            digest=held.digest,
            replaced=is_replacing,
            report=as_dictionary(dataclasses.replace(report, status=status)),
        )


def _stands_otherwise(now: Preview, seen: Preview) -> bool:
    """Whether publishing would do something else than the administrator was shown."""
    return (now.document_id, now.novelty, _held(now)) != (seen.document_id, seen.novelty, _held(seen))


def _held(preview: Preview) -> tuple[str, str] | None:
    return None if preview.held is None else (preview.held.document_id, preview.held.digest)

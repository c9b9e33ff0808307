"""What `watch` tells: a line on stdout for each thing done, remarks on stderr."""

from corpus.upload import Outcome, Preview, Ticket, UploadLook
from ingest.commands import Output
from ingest.report import FileReport, Status, as_dictionary, as_line


class WatchReport:
    """Prints for programs or for people; says each trouble once until it is over."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._trouble = ""
        self._damaged: dict[Ticket, str] = {}
        self.has_refused = False

    def dropped(self, report: FileReport) -> None:
        """A dropped file was added or refused: the line of `add`, as the event "dropped"."""
        self.has_refused |= report.status is Status.REFUSED
        self._line({"event": "dropped", **as_dictionary(report)}, as_line(report))

    def served(self, ticket: Ticket, look: UploadLook, result: Preview | Outcome) -> None:
        """An upload has a new preview or outcome."""
        name = look.request.file_name if look.request else ""
        event = "preview" if isinstance(result, Preview) else result.decision.value
        error = None if result.refusal is None else f"{result.refusal.code.value}: {result.refusal.detail}"
        document_id = result.document_id or None
        warnings = list(result.warnings) if isinstance(result, Preview) else []
        self.has_refused |= error is not None
        self._line(
            {"event": event, "ticket": ticket, "file": name, "document": document_id, "error": error}
            | ({"warnings": warnings} if isinstance(result, Preview) else {"report": dict(result.report)}),
            f"{event:<9} {name} — {f'refused: {error}' if error else document_id or 'done'}",
        )

    def damaged(self, ticket: Ticket, problem: str) -> None:
        """Files of an upload cannot be understood; said once."""
        if self._damaged.get(ticket) != problem:
            self._damaged[ticket] = problem
            self.remark(f"upload {ticket}: {problem}")

    def trouble(self, what: str) -> None:
        """Nothing can be done for now; said once."""
        if what != self._trouble:
            self._trouble = what
            self.remark(what)

    def trouble_is_over(self) -> None:
        """The same trouble will be said again."""
        self._trouble = ""

    def _line(self, shown: dict[str, object], text: str) -> None:
        self._output.line(shown, text)
        self._output.stdout.flush()  # whoever reads it waits for it

    def remark(self, text: str) -> None:
        """A remark for people."""
        self._output.remark(text)

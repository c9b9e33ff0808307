"""The commands: what each does with an open library, what it prints, and the exit code it ends with.

Programs read stdout, one JSON object a line; people read stdout without --json, and stderr.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TextIO

from corpus.library import Library
from corpus.register import Register
from ingest.chain_consistency import chain_findings
from ingest.consistency import findings
from ingest.deadline_consistency import deadline_findings
from ingest.errors import DocumentNotHeld
from ingest.graph import Graph
from ingest.naming import named_document, named_number
from ingest.pipeline import Pipeline
from ingest.progress import with_progress
from ingest.rebuilding import Rebuilder
from ingest.report import FileReport, Status, as_json, as_line
from ingest.showing import head_as_json, record_as_json
from ingest.showing_deadlines import deadline_lines
from ingest.showing_known import known_as_json
from ingest.sources import find_sources
from ingest.vectors import PassageVectors

DONE = 0
REFUSED_OR_FAILED = 1
WRONG_USAGE = 2
INTERRUPTED = 130  # as shells report Ctrl-C


@dataclass(frozen=True, slots=True)
class Output:
    """Where a command prints, and for whom."""

    stdout: TextIO
    stderr: TextIO
    is_json: bool
    is_quiet: bool = False

    def report(self, report: FileReport) -> None:
        """The report is on stdout; for people only what is new, unless something is wrong with it."""
        if self.is_json:
            print(as_json(report), file=self.stdout, flush=True)
        elif report.status is Status.REFUSED or not (self.is_quiet or report.status is Status.UNCHANGED):
            print(as_line(report), file=self.stdout, flush=True)

    def line(self, shown: Mapping[str, object], text: str) -> None:
        """One line on stdout: `shown` as JSON, or `text`."""
        print(json.dumps(shown, ensure_ascii=False) if self.is_json else text, file=self.stdout)

    def remark(self, text: str) -> None:
        """A remark for people on stderr."""
        if not self.is_quiet:
            print(text, file=self.stderr)


class Commands:
    """The commands over one library."""

    def __init__(self, library: Library, vectors: PassageVectors, pipeline: Pipeline, output: Output) -> None:
        self._library = library
        self._vectors = vectors
        self._pipeline = pipeline
        self._output = output

    def add(self, paths: Sequence[Path], assigned: Mapping[str, str]) -> int:
        """The library holds what the files say."""
        self._vectors.check_model()
        sources = find_sources(paths)
        reports = self._pipeline.run(sources, assigned)
        return self._print(with_progress(reports, len(sources.files), self._output.stderr))

    def rebuild(self) -> int:
        """Everything derived is derived anew."""
        heads = self._library.document_heads()
        rebuilder = Rebuilder(self._library, self._vectors, self._pipeline)
        return self._print(rebuilder.run(with_progress(heads, len(heads), self._output.stderr)))

    def list_documents(self) -> int:
        """Every document is on stdout, one a line."""
        for head in self._library.document_heads():
            shown = head_as_json(head, self._library)
            issued_on = head.issued_on.isoformat() if head.issued_on else "undated   "
            name = str(head.number) if head.number else "—"
            self._output.line(shown, f"{issued_on}  {head.form.value:<8}  {name:<22}  {head.title}")
        return DONE

    def show(self, named: str, day: date) -> int:
        """The whole record of one document, or what others tell of one not held; for people the same, indented."""
        register = Register(self._library)
        try:
            record = self._library.record(named_document(self._library, named).id)
            assert record is not None  # its head was just read
            records = [record_as_json(record, self._library, register, day)]
            if not self._output.is_json:
                self._output.remark("\n".join(deadline_lines(record)) or "no deadlines")
        except DocumentNotHeld:
            number = named_number(named)
            records = known_as_json(number, self._library, register, day) if number else []
            if not records:
                raise
        for shown in records:
            self._output.line(shown, json.dumps(shown, ensure_ascii=False, indent=2))
        return DONE

    def graph(self, day: date) -> int:
        """Every link between instruments is on stdout, one a line; for people a tree."""
        graph = Graph(self._library, Register(self._library), day)
        if self._output.is_json:
            for link in graph.links():
                self._output.line(graph.as_json(link), "")
        else:
            for line in graph.as_tree():
                self._output.line({}, line)
        return DONE

    def remove(self, named: str) -> int:
        """The library does not hold the document."""
        self._vectors.check_model()
        document = named_document(self._library, named)
        shown = head_as_json(document, self._library)
        self._pipeline.remove(document)
        self._vectors.settle()
        self._output.line({"status": Status.REMOVED.value, **shown}, f"removed {document.id}")
        return DONE

    def check(self, day: date, *, mend: bool) -> int:
        """Every finding is on stdout, then a summary; with `mend` the vectors agree with the passages first.

        `day` is the one on which it is looked at what is in force.
        """
        if mend:
            self._vectors.mend()
        found = [
            *findings(self._library, self._vectors),
            *deadline_findings(self._library),
            *chain_findings(self._library, Register(self._library), day),
        ]
        for finding in found:
            level = "warning" if finding.is_warning else "problem"
            self._output.line({"level": level, **asdict(finding)}, f"{level}: {finding.what}; {finding.remedy}")
        problems = sum(not finding.is_warning for finding in found)
        documents, passages = len(self._library.document_heads()), len(self._library.passage_row_ids())
        self._output.line(
            {"level": "summary", "documents": documents, "passages": passages, "problems": problems},
            f"{documents} documents, {passages} passages, {problems} problems",
        )
        return REFUSED_OR_FAILED if problems else DONE

    def _print(self, reports: Iterable[FileReport]) -> int:
        counts = dict.fromkeys(Status, 0)
        for report in reports:
            self._output.report(report)
            counts[report.status] += 1
        self._output.remark(", ".join(f"{count} {status.value}" for status, count in counts.items() if count))
        return REFUSED_OR_FAILED if counts[Status.REFUSED] else DONE

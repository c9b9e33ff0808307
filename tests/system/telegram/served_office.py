"""An office whose inbox is served when the scenario says so."""

import io
import threading
from contextlib import contextmanager

import docx

from corpus.inbox import Inbox
from ingest.commands import Output
from ingest.open_library import OpenLibrary
from ingest.watch import Watcher
from ingest.watch_report import WatchReport
from tests.ingest.pipelines import workshop_in
from tests.system.telegram.running_bot import Office


class ServedOffice(Office):
    """`folder` is that of `tests.bot.opened.opened`."""

    def __init__(self, server, data_dir, own_library, clock, **environment):
        self.folder, *both = own_library
        super().__init__(server, data_dir, *both, clock, **environment)

    def serve(self):
        """What `python -m ingest watch --once` does."""
        output = Output(io.StringIO(), io.StringIO(), is_json=True)
        inbox = Inbox(self.settings.corpus.inbox_dir)
        received = self.folder / "data" / "received"
        Watcher(inbox, received, self._opened, WatchReport(output), self.clock.now, threading.Event()).run_once()

    @contextmanager
    def _opened(self):
        with workshop_in(self.folder / "data") as workshop:
            yield OpenLibrary(workshop.library, workshop.vectors, workshop.pipeline)

    def decided(self, label, preview):
        """Lan has pressed the button under what she is shown, and it has been carried out."""
        self.lan.presses(label, under=preview)
        self.chat.bot.notices("Đã ghi nhận")
        self.serve()


def word_file(text):
    """The lines as paragraphs of a DOCX file."""
    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()

"""`watch`: serves the inbox folder. What was dropped is added, what the bot put there is previewed and decided on.

All state is in files. Killed at any moment and started again, it goes on where it was.
"""

import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from corpus.errors import CorpusError, LibraryBusy
from corpus.inbox import Inbox, Serving
from corpus.upload import Outcome, Preview, Refusal, RefusalCode, Ticket, UploadLook, UploadState
from ingest import attempts
from ingest.commands import DONE, REFUSED_OR_FAILED
from ingest.drops import Drops
from ingest.heartbeat import Heart
from ingest.open_library import Clock, Opener, OpenLibrary
from ingest.pipeline import FAULT_OF_THE_PROGRAM
from ingest.publishing import Publisher
from ingest.sweeping import sweep
from ingest.undoing import outcome_of
from ingest.watch_report import WatchReport

POLL_SECONDS = 1.0
TROUBLE_PAUSE_SECONDS = 15.0  # the disk is full, the model is missing: a person has to look
SWEEP_EACH = timedelta(hours=1)


class Watcher:
    """Serves one inbox with one library; `stop` ends it after the present file."""

    def __init__(
        self, inbox: Inbox, received: Path, opener: Opener, report: WatchReport, now: Clock, stop: threading.Event
    ) -> None:
        self._inbox = inbox
        self._received = received
        self._opener = opener
        self._report = report
        self._now = now
        self._stop = stop
        self._drops = Drops(inbox.folder)
        self._postponed: set[Ticket | Path] = set()  # until all has been looked at once more
        self._swept: datetime | None = None
        self._quiet: dict[Ticket, int] = {}  # when the folder last changed of uploads that wait for the bot

    def run(self) -> int:
        """It was served until `stop`; the exit code."""
        self._inbox.folder.mkdir(parents=True, exist_ok=True)
        with Heart(self._inbox, self._now) as heart:
            self._report.remark(f"watching {self._inbox.folder}")
            while not self._stop.is_set():
                self._stop.wait(self.work_through(heart))
        return DONE

    def run_once(self) -> int:
        """Everything that is there is served; the exit code. Waits for files that are still growing."""
        self._inbox.folder.mkdir(parents=True, exist_ok=True)
        with Heart(self._inbox, self._now) as heart:
            while not self._stop.is_set():
                if next(self._pending(), None) is not None:
                    heart.is_doing(Serving.WORKING)
                    self._session()
                if not self._drops.unsettled():
                    break
                self._stop.wait(POLL_SECONDS)
        return REFUSED_OR_FAILED if self._report.has_refused else DONE

    def work_through(self, heart: Heart) -> float:
        """Everything that is there is served, or it is said why not; after how many seconds to look again."""
        self._postponed.clear()
        try:
            if next(self._pending(), None) is None:
                heart.is_doing(Serving.IDLE)
                self._sweep_now_and_then()
                return POLL_SECONDS
            heart.is_doing(Serving.WORKING)
            self._session()
            self._report.trouble_is_over()
            return 0.0
        except LibraryBusy:
            heart.is_doing(Serving.WAITING)
            self._report.trouble("another ingest is running; waiting for it to end")
            return POLL_SECONDS
        except (CorpusError, OSError) as error:
            heart.is_doing(Serving.WAITING)
            self._report.trouble(str(error))
            return TROUBLE_PAUSE_SECONDS

    def _session(self) -> None:
        """Everything pending is served in one opening of the library; people who wait come before scripts.

        What meets trouble that is not its own, such as a full disk, is put off and told when all else is served.
        """
        trouble: Exception | None = None
        with self._opener() as opened:
            publisher = Publisher(self._inbox, self._received, opened, self._now)
            while not self._stop.is_set() and (pending := next(self._pending(), None)) is not None:
                try:
                    if isinstance(pending, Path):
                        self._add(pending, opened)
                    else:
                        self._serve(pending, publisher)
                except (CorpusError, OSError) as error:
                    self._postponed.add(pending)
                    trouble = trouble or error
            opened.vectors.settle()
        if trouble is not None:
            raise trouble

    def _sweep_now_and_then(self) -> None:
        now = self._now()
        if self._swept is None or now - self._swept > SWEEP_EACH:
            self._swept = now
            sweep(self._inbox, now)

    def _pending(self) -> Iterator[Ticket | Path]:
        """What waits to be served, the first first."""
        for ticket in self._inbox.tickets():
            if ticket not in self._postponed and self._is_waiting(ticket):
                yield ticket
        for path in (*self._drops.interrupted(), *self._drops.ready()):
            if path not in self._postponed:
                yield path

    def _is_waiting(self, ticket: Ticket) -> bool:
        changed = self._inbox.changed_ns(ticket)
        if self._quiet.get(ticket) == changed:
            return False
        look = self._inbox.look(ticket)
        if look.problem:
            self._report.damaged(ticket, look.problem)
        is_waiting = look.state in {UploadState.RECEIVED, UploadState.DECIDED}
        # A change within the same tick of the file system's clock would not show: such a folder is looked at again.
        if not is_waiting and self._now().timestamp() - changed / 1e9 > 2 * POLL_SECONDS:
            self._quiet[ticket] = changed
        return is_waiting

    def _serve(self, ticket: Ticket, publisher: Publisher) -> None:
        """The bot finds a new preview or outcome for the upload."""
        look, counter = self._inbox.look(ticket), self._inbox.home(ticket) / ".attempts"
        if look.state not in {UploadState.RECEIVED, UploadState.DECIDED}:
            return
        try:
            may_begin = attempts.begin(counter)
            refusal = None if may_begin else Refusal(RefusalCode.KEEPS_CRASHING, "it ended the program several times")
            result = self._result(look, publisher) if refusal is None else self._refused(look, refusal)
        except (CorpusError, OSError):
            raise  # not the file's fault: it is tried again
        except Exception as error:  # whatever a file brings about, the next ones are served
            why = f"serving it failed ({type(error).__name__}: {error}); {FAULT_OF_THE_PROGRAM}"
            result = self._refused(look, Refusal(RefusalCode.PROGRAM_FAULT, why))
        finally:
            attempts.end(counter)
        if isinstance(result, Preview):
            self._inbox.write_preview(ticket, result)
        else:
            self._inbox.write_outcome(ticket, result)
        self._report.served(ticket, look, result)

    def _result(self, look: UploadLook, publisher: Publisher) -> Preview | Outcome:
        assert look.request is not None  # the state tells
        if look.state is UploadState.RECEIVED:
            return publisher.preview(look.request, {})
        assert look.decision is not None
        return publisher.carry_out(look, look.request, look.decision)

    def _refused(self, look: UploadLook, refusal: Refusal) -> Preview | Outcome:
        if look.state is UploadState.RECEIVED or look.decision is None:
            return Preview(0, self._now(), refusal=refusal)
        return outcome_of(look.decision, self._now(), refusal)

    def _add(self, path: Path, opened: OpenLibrary) -> None:
        """The dropped file is in `done/` or in `refused/`, with its report beside it."""
        counter, place = self._inbox.folder / f".attempts-{attempts.name_of(path)}", path
        try:
            if attempts.begin(counter):
                place = self._drops.take(path, opened)
                report = self._drops.add(place, opened)
            else:
                report = self._drops.refuse(path, "reading it ended the program several times")
        except (CorpusError, OSError):
            raise
        except Exception as error:  # as above
            why = f"adding it failed ({type(error).__name__}: {error}); {FAULT_OF_THE_PROGRAM}"
            report = self._drops.refuse(place, why)
        finally:
            attempts.end(counter)
        self._report.dropped(report)

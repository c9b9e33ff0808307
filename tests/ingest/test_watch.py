"""The inbox served by the real pipeline, with the embedder faked; the bot's side is played by the tests."""

import json
import os
import threading
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest

from corpus.errors import LibraryBusy
from corpus.inbox import Inbox, Serving, new_ticket
from corpus.ingest_log import CorrectionOrigin
from corpus.model import RelationKind
from corpus.upload import SUFFIXES, Decision, DecisionKind, Novelty, RefusalCode, Request, UploadState
from ingest.attempts import MOST_ATTEMPTS
from ingest.commands import Output
from ingest.consistency import findings
from ingest.drops import Drops
from ingest.errors import UnreadableSource
from ingest.heartbeat import Heart
from ingest.open_library import OpenLibrary
from ingest.reading import read
from ingest.sweeping import sweep
from ingest.watch import Watcher
from ingest.watch_report import WatchReport
from tests.ingest.pipelines import workshop_in
from tests.ingest.samples import digest_form, plan

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
SETTLED = 1_700_000_000  # long before any test


class Office:
    """An inbox, a library, and what a bot would do."""

    def __init__(self, folder, workshop):
        self.inbox = Inbox(folder / "inbox")
        self.received = folder / "data" / "received"
        self.workshop = workshop
        self.now = NOW
        self.is_busy = False
        self.stdout, self.stderr = StringIO(), StringIO()
        self.inbox.folder.mkdir()

    def serve(self):
        return self.watcher().run_once()

    def watcher(self, stop=None):
        report = WatchReport(Output(self.stdout, self.stderr, is_json=True))
        return Watcher(self.inbox, self.received, self.opened, report, lambda: self.now, stop or threading.Event())

    @contextmanager
    def opened(self):
        if self.is_busy:
            raise LibraryBusy("another ingest is running")
        yield OpenLibrary(self.workshop.library, self.workshop.vectors, self.workshop.pipeline)

    def send(self, content, name="Kế hoạch.txt"):
        ticket, suffix = new_ticket(), Path(name).suffix
        path = self.inbox.prepare(ticket, suffix)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        self.inbox.submit(Request(ticket, name, suffix, path.stat().st_size, 7, self.now))
        self.serve()
        return ticket

    def decide(self, ticket, kind, **corrections):
        number = self.inbox.look(ticket).number + 1
        taken = self.inbox.decide(ticket, Decision(number, kind, 7, "Lan", self.now, corrections))
        self.serve()
        return taken

    def publish(self, content, name="Kế hoạch.txt", **corrections):
        ticket = self.send(content, name)
        assert self.decide(ticket, DecisionKind.PUBLISH, **corrections)
        return ticket

    def drop(self, name, content, settled=SETTLED):
        path = self.inbox.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        os.utime(path, (settled, settled))
        return path

    def preview(self, ticket):
        return self.inbox.look(ticket).preview

    def state(self, ticket):
        return self.inbox.look(ticket).state

    def held(self):
        return [head.id for head in self.workshop.library.document_heads()]

    def everything(self):
        """The whole library, but for its log."""
        library = self.workshop.library
        records = [library.record(identity) for identity in self.held()]
        return records, {
            head.path: library.ingest_log.corrections(head.path, CorrectionOrigin.OPERATOR)
            for head in library.documents()
        }

    def events(self):
        return [json.loads(line) for line in self.stdout.getvalue().splitlines()]


@pytest.fixture
def office(tmp_path):
    with workshop_in(tmp_path / "data") as workshop:
        yield Office(tmp_path, workshop)


ID = "12-kh-ubnd_uy-ban-nhan-dan-xa-son-ha_2025-03-05"


def test_a_preview_tells_what_publishing_would_bring_and_stores_nothing(office):
    preview = office.preview(office.send(plan()))
    assert (preview.novelty, preview.document_id, preview.document_number) == (Novelty.NEW, ID, "12/KH-UBND")
    assert (preview.kind, preview.issuer) == ("Kế hoạch", "Ủy ban nhân dân xã Sơn Hạ")
    assert (preview.signer, preview.issued_on.isoformat()) == ("Trần Văn Mẫu", "2025-03-05")
    [relation] = preview.relations
    assert (relation.kind, relation.target, relation.is_held) == (RelationKind.IMPLEMENTS, "88/KH-UBND", False)
    assert [one.when for one in preview.deadlines] == ["trước ngày 15/12/2025", "trong tháng 3/2025"]
    assert office.held() == []
    assert office.workshop.times_opened == 0  # the model is not needed for it


def test_what_is_published_is_held_and_its_file_stays(office):
    ticket = office.publish(plan(), "Kế hoạch số 12 (bản cuối).txt")
    outcome = office.inbox.look(ticket).outcome
    assert office.state(ticket) is UploadState.PUBLISHED
    assert (outcome.document_id, outcome.replaced, outcome.user_name) == (ID, False, "Lan")
    assert outcome.report["status"] == "added"
    assert outcome.report["passages"] > 0
    [head] = office.workshop.library.document_heads()
    assert Path(head.path) == office.received / ticket / "ke-hoach-so-12-ban-cuoi.txt"
    assert Path(head.path).read_text(encoding="utf-8") == plan()
    assert list(findings(office.workshop.library, office.workshop.vectors)) == []


def test_a_correction_is_previewed_again_and_published(office):
    ticket = office.send(plan())
    office.decide(ticket, DecisionKind.CORRECT, number="13/KH-UBND", issued_on="2025-03-06")
    corrected = office.preview(ticket)
    assert (corrected.document_number, corrected.issued_on.isoformat()) == ("13/KH-UBND", "2025-03-06")
    assert corrected.corrections == {"number": "13/KH-UBND", "issued_on": "2025-03-06"}
    office.decide(ticket, DecisionKind.PUBLISH, **corrected.corrections)
    [head] = office.workshop.library.document_heads()
    assert str(head.number) == "13/KH-UBND"
    kept = office.workshop.library.ingest_log.corrections(head.path, CorrectionOrigin.OPERATOR)
    assert kept == corrected.corrections  # so that a rebuild reads it so too


def test_what_a_correction_settles_is_not_warned_about_any_more(office):
    ticket = office.send(plan(number="  /KH-UBND"))
    assert any("left blank" in warning for warning in office.preview(ticket).warnings)
    office.decide(ticket, DecisionKind.CORRECT, number="13/KH-UBND")
    assert office.preview(ticket).warnings == ()


@pytest.mark.parametrize("wrong", [{"number": "số mới"}, {"issued_on": "31/2/2026"}, {"path": "/etc/passwd"}])
def test_a_correction_that_cannot_be_understood_leaves_the_preview(office, wrong):
    ticket = office.send(plan())
    office.decide(ticket, DecisionKind.CORRECT, **wrong)
    look = office.inbox.look(ticket)
    assert look.state is UploadState.PREVIEWED
    assert look.preview.document_id == ID
    assert look.outcome.refusal.code is RefusalCode.INCORRECT_CORRECTION


def test_the_file_of_a_discarded_upload_is_gone(office):
    ticket = office.send(plan())
    office.decide(ticket, DecisionKind.DISCARD)
    assert office.state(ticket) is UploadState.DISCARDED
    assert not (office.inbox.home(ticket) / "document.txt").exists()
    assert office.held() == []


def test_the_same_file_again_is_told_and_cannot_be_published(office):
    office.publish(plan())
    again = office.send(plan(), "Bản sao.txt")
    assert office.preview(again).novelty is Novelty.IDENTICAL
    assert office.preview(again).held.document_id == ID
    assert not office.decide(again, DecisionKind.PUBLISH)


def test_a_changed_version_takes_the_place_of_the_one_held(office):
    office.publish(plan())
    changed = office.send(plan(task="trồng cây ven sông"))
    assert (office.preview(changed).novelty, office.preview(changed).held.document_id) == (Novelty.CHANGED, ID)
    office.decide(changed, DecisionKind.PUBLISH)
    outcome = office.inbox.look(changed).outcome
    assert (outcome.replaced, outcome.report["status"]) == (True, "changed")
    assert office.held() == [ID]
    assert "trồng cây ven sông" in office.workshop.library.document(ID).text


def test_the_text_as_issued_takes_the_place_of_a_digest_and_not_the_reverse(office):
    office.publish(digest_form(plan()), "a.md")
    assert office.preview(office.send(plan())).novelty is Novelty.FULLER
    office.publish(plan())
    weaker = office.send(digest_form(plan(task="tóm lược")), "b.md")
    assert office.preview(weaker).novelty is Novelty.WEAKER
    assert not office.decide(weaker, DecisionKind.PUBLISH)


def test_undoing_a_new_document_leaves_the_library_as_it_was(office):
    office.publish(plan(number="7/KH-UBND"))
    before = office.everything()
    ticket = office.publish(plan())
    office.decide(ticket, DecisionKind.UNDO)
    assert office.state(ticket) is UploadState.UNDONE
    assert office.everything() == before
    assert not (office.received / ticket / "ke-hoach.txt").exists()
    assert list(findings(office.workshop.library, office.workshop.vectors)) == []


def test_undoing_a_new_version_brings_back_the_former_with_its_corrections(office):
    first = office.send(plan())
    office.decide(first, DecisionKind.PUBLISH, title="Tên đã sửa")
    before = office.everything()
    second = office.publish(plan(task="trồng cây ven sông"))
    assert office.everything() != before
    office.decide(second, DecisionKind.UNDO)
    assert office.inbox.look(second).outcome.document_id == ID
    assert office.everything() == before
    assert list(findings(office.workshop.library, office.workshop.vectors)) == []


def test_undoing_brings_back_a_document_from_elsewhere(office, tmp_path):
    shipped = tmp_path / "shipped.md"
    shipped.write_text(digest_form(plan()), encoding="utf-8")
    office.workshop.add(shipped)
    before = office.everything()
    ticket = office.publish(plan())
    assert office.inbox.look(ticket).outcome.replaced
    office.decide(ticket, DecisionKind.UNDO)
    assert office.everything() == before
    assert shipped.exists()


def test_what_was_changed_since_is_not_undone(office):
    first = office.publish(plan())
    office.publish(plan(task="trồng cây ven sông"))
    office.decide(first, DecisionKind.UNDO)
    look = office.inbox.look(first)
    assert look.state is UploadState.PUBLISHED
    assert look.outcome.refusal.code is RefusalCode.CHANGED_SINCE
    assert "trồng cây ven sông" in office.workshop.library.document(ID).text


def test_what_was_removed_since_is_undone_already(office):
    ticket = office.publish(plan())
    office.workshop.pipeline.remove(office.workshop.library.head(ID))
    office.decide(ticket, DecisionKind.UNDO)
    assert office.state(ticket) is UploadState.UNDONE


def test_after_a_month_nothing_is_undone(office):
    ticket = office.publish(plan())
    office.now = NOW + timedelta(days=31)
    office.decide(ticket, DecisionKind.UNDO)
    assert office.inbox.look(ticket).outcome.refusal.code is RefusalCode.TOO_LATE
    assert office.held() == [ID]


def test_what_was_undone_can_be_sent_and_published_again(office):
    office.decide(office.publish(plan()), DecisionKind.UNDO)
    office.publish(plan())
    assert office.held() == [ID]


def test_a_publication_that_would_do_something_else_than_was_shown_is_not_carried_out(office):
    seen = office.send(plan(task="trồng cây ven sông"))
    office.publish(plan())  # by another administrator, meanwhile
    office.decide(seen, DecisionKind.PUBLISH)
    look = office.inbox.look(seen)
    assert look.state is UploadState.PREVIEWED
    assert look.outcome.refusal.code is RefusalCode.CHANGED_SINCE
    assert look.preview.novelty is Novelty.CHANGED  # the new preview
    office.decide(seen, DecisionKind.PUBLISH)
    assert office.state(seen) is UploadState.PUBLISHED


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "a.txt", RefusalCode.EMPTY),
        (b"%PDF-1.7\n", "a.pdf", RefusalCode.UNREADABLE),  # cut short
        (b"\x00\x01\x02" * 100, "a.txt", RefusalCode.UNREADABLE),
        (b"PK\x03\x04", "a.docx", RefusalCode.UNREADABLE),
        (b"MZ\x90\x00" * 50, "a.pdf", RefusalCode.UNREADABLE),  # a program
    ],
)
def test_a_file_that_cannot_be_read_is_told_why_and_can_only_be_discarded(office, content, name, code):
    ticket = office.send(content, name)
    assert office.preview(ticket).refusal.code is code
    assert [kind for kind in DecisionKind if office.decide(ticket, kind)] == [DecisionKind.DISCARD]


def test_an_upload_whose_file_is_gone_is_refused(office):
    ticket = new_ticket()
    path = office.inbox.prepare(ticket, ".txt")
    path.write_text("x", encoding="utf-8")
    office.inbox.submit(Request(ticket, "a.txt", ".txt", 1, 7, NOW))
    path.unlink()
    office.serve()
    assert office.preview(ticket).refusal is not None


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_suffix_that_the_inbox_takes_has_a_reader(tmp_path, suffix):
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"x")
    with suppress(UnreadableSource):  # it is read, and found to be no such file
        read(path)


def test_a_dropped_file_is_added_and_kept_with_its_report(office):
    office.drop("kh-12.txt", plan())
    assert office.serve() == 0
    assert office.held() == [ID]
    done = office.inbox.folder / "done" / "kh-12.txt"
    assert office.workshop.library.head(ID).path == str(done)
    report = json.loads((done.parent / "kh-12.txt.json").read_text(encoding="utf-8"))
    assert (report["status"], report["number"]) == ("added", "12/KH-UBND")
    assert [event["event"] for event in office.events()] == ["dropped"]


def test_a_dropped_file_that_cannot_be_read_is_refused_and_the_others_are_added(office):
    office.drop("a.txt", b"\x00\x01")
    office.drop("b.exe", b"MZ")
    office.drop("c.txt", plan())
    assert office.serve() == 1
    refused = office.inbox.folder / "refused"
    assert sorted(path.name for path in refused.iterdir()) == ["a.txt", "a.txt.json", "b.exe", "b.exe.json"]
    assert "NUL character" in json.loads((refused / "a.txt.json").read_text(encoding="utf-8"))["error"]
    assert office.held() == [ID]


def test_a_file_dropped_again_with_other_content_brings_its_document_up_to_date(office):
    office.drop("kh.txt", plan())
    office.serve()
    office.drop("kh.txt", plan(task="trồng cây ven sông"))
    office.serve()
    assert office.held() == [ID]
    assert "trồng cây ven sông" in office.workshop.library.document(ID).text
    assert sorted(path.name for path in (office.inbox.folder / "done").iterdir()) == ["kh.txt", "kh.txt.json"]


def test_another_document_under_the_same_name_does_not_push_out_the_first(office):
    office.drop("kehoach.txt", plan())
    office.serve()
    office.drop("kehoach.txt", plan(number="13/KH-UBND"))
    office.serve()
    assert len(office.held()) == 2
    paths = [Path(head.path) for head in office.workshop.library.document_heads()]
    assert all(path.is_file() for path in paths)
    assert len(set(paths)) == 2


@pytest.mark.parametrize("name", [".hidden.txt", "a.txt.part", "b.tmp", "c.crdownload", "d.txt~"])
def test_files_that_are_not_finished_are_left_alone(office, name):
    path = office.drop(name, plan())
    office.serve()
    assert path.exists()
    assert office.held() == []


def test_a_file_that_still_grows_is_not_taken(office):
    clock = [1000.0]
    drops = Drops(office.inbox.folder, lambda: clock[0])
    path = office.drop("a.txt", "KẾ", settled=1000)
    assert (drops.ready(), drops.unsettled()) == ([], True)
    clock[0] = 1001.0
    path.write_text("KẾ HOẠCH", encoding="utf-8")
    os.utime(path, (1001, 1001))
    clock[0] = 1002.5
    assert drops.ready() == []
    clock[0] = 1003.5
    assert drops.ready() == [path]


def test_a_file_from_a_clock_that_is_ahead_is_taken_when_it_has_stopped_growing(office):
    clock = [1000.0]
    drops = Drops(office.inbox.folder, lambda: clock[0])
    path = office.drop("a.txt", plan(), settled=5000)
    assert drops.ready() == []
    clock[0] = 1003.0
    assert drops.ready() == [path]


@pytest.mark.parametrize("name", ["a\nb.txt", "\u202etxt.pdf.txt", "x" * 200 + ".txt", "-rf *.txt", "$(id).txt"])
def test_dropped_names_harm_nothing(office, name):
    office.drop(name, plan())
    office.serve()
    assert office.held() == [ID]
    [kept] = [path for path in (office.inbox.folder / "done").iterdir() if path.suffix == ".txt"]
    assert str(kept) == office.workshop.library.head(ID).path


def test_a_dropped_name_of_no_encoding_harms_nothing(office):
    path = os.fsencode(office.inbox.folder) + b"/k\xff\xfe.txt"
    Path(os.fsdecode(path)).write_text(plan(), encoding="utf-8")
    os.utime(path, (SETTLED, SETTLED))
    office.serve()
    assert office.held() == [ID]


def test_links_pipes_and_folders_in_the_inbox_are_left_alone(office, tmp_path):
    (tmp_path / "secret.txt").write_text(plan(), encoding="utf-8")
    (office.inbox.folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    os.mkfifo(office.inbox.folder / "pipe.txt")
    (office.inbox.folder / "folder_of_mine").mkdir()
    assert office.serve() == 0
    assert office.held() == []


def test_an_upload_is_served_before_what_scripts_dropped(office):
    office.drop("a.txt", plan(number="7/KH-UBND"))
    office.send(plan())
    assert [event["event"] for event in office.events()] == ["preview", "dropped"]


def test_foreign_files_in_an_upload_do_not_end_the_watch(office):
    ticket = office.send(plan())
    (office.inbox.home(ticket) / "decision.json").write_bytes(b"\xff{")
    office.drop("a.txt", plan(number="7/KH-UBND"))
    office.serve()
    assert len(office.held()) == 1
    assert f"upload {ticket}: decision.json is not understood" in office.stderr.getvalue()


def test_a_library_that_another_ingest_holds_is_waited_for(office):
    office.drop("a.txt", plan())
    office.is_busy = True
    watcher, heart = office.watcher(), Heart(office.inbox, lambda: NOW)
    assert watcher.work_through(heart) > 0
    assert watcher.work_through(heart) > 0
    assert office.stderr.getvalue().count("another ingest is running") == 1
    assert office.inbox.serving(NOW) is Serving.WAITING
    office.is_busy = False
    watcher.work_through(heart)
    assert office.held() == [ID]


def test_stopping_leaves_the_rest_for_the_next_time(office):
    stop = threading.Event()
    stop.set()
    office.drop("a.txt", plan())
    assert office.watcher(stop).run_once() == 0
    assert office.held() == []
    office.serve()
    assert office.held() == [ID]


def test_a_file_that_ends_the_program_each_time_is_given_up(office):
    ticket = new_ticket()
    office.inbox.prepare(ticket, ".txt").write_text(plan(), encoding="utf-8")
    (office.inbox.home(ticket) / ".attempts").write_text(str(MOST_ATTEMPTS), encoding="ascii")
    office.inbox.submit(Request(ticket, "a.txt", ".txt", 1, 7, NOW))
    office.serve()
    assert office.preview(ticket).refusal.code is RefusalCode.KEEPS_CRASHING


def test_trouble_with_one_upload_does_not_keep_the_others_waiting(office):
    stuck = office.send(plan())
    office.inbox.decide(stuck, Decision(1, DecisionKind.PUBLISH, 7, "Lan", NOW))
    office.received.parent.mkdir(exist_ok=True)
    office.received.write_text("a file where the folder should be", encoding="utf-8")
    office.drop("a.txt", plan(number="7/KH-UBND"))
    with pytest.raises(OSError, match="received"):
        office.serve()
    assert office.held() == ["7-kh-ubnd_uy-ban-nhan-dan-xa-son-ha_2025-03-05"]
    assert office.state(stuck) is UploadState.DECIDED  # it is tried again
    office.received.unlink()
    office.serve()
    assert office.state(stuck) is UploadState.PUBLISHED


def test_what_was_stored_before_a_kill_is_not_stored_again(office):
    """Killed between the storing and the outcome: the same files, without the outcome."""
    office.publish(plan())
    ticket = office.publish(plan(task="trồng cây ven sông"))
    (office.inbox.home(ticket) / "outcome.json").unlink()
    entries = office.workshop.library.ingest_log.entries()
    office.serve()
    assert office.state(ticket) is UploadState.PUBLISHED
    assert office.inbox.look(ticket).outcome.replaced
    assert office.workshop.library.ingest_log.entries() == entries
    office.decide(ticket, DecisionKind.UNDO)
    assert "vệ sinh đường làng" in office.workshop.library.document(ID).text


def test_an_undo_that_was_killed_before_its_outcome_is_found_done(office):
    ticket = office.publish(plan())
    home = office.inbox.home(ticket)
    published = (home / "outcome.json").read_bytes()
    office.decide(ticket, DecisionKind.UNDO)
    (home / "outcome.json").write_bytes(published)
    office.serve()
    assert office.state(ticket) is UploadState.UNDONE


def test_a_file_taken_before_a_kill_is_reported_after_it(office):
    done = office.inbox.folder / "done"
    done.mkdir()
    (done / "a.txt").write_text(plan(), encoding="utf-8")
    office.serve()
    assert office.held() == [ID]
    assert (done / "a.txt.json").exists()


def test_what_nobody_needs_any_more_is_swept(office):
    kept, discarded = office.send(plan()), office.send(plan(number="7/KH-UBND"))
    office.decide(discarded, DecisionKind.DISCARD)
    foreign = office.inbox.folder / "my_own_folder"
    foreign.mkdir()
    (foreign / "notes.txt").write_text("x", encoding="utf-8")
    sweep(office.inbox, datetime.now(UTC) + timedelta(days=40))
    assert sorted(path.name for path in office.inbox.folder.iterdir() if path.is_dir()) == sorted(
        [kept, "my_own_folder"]
    )

import json
import os
import stat
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from corpus.errors import InboxError
from corpus.inbox import Heartbeat, Inbox, Serving, new_ticket
from corpus.model import Form, RelationKind
from corpus.upload import (
    Decision,
    DecisionKind,
    HeldVersion,
    Novelty,
    Outcome,
    Preview,
    PreviewDeadline,
    PreviewRelation,
    Refusal,
    RefusalCode,
    Request,
    UploadState,
    is_ticket,
    shown_name,
    suffix_of,
)
from corpus.value_json import IncorrectJson, as_json, from_json

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
TICKET = "Ab3_-xYz9012"
PREVIEW = Preview(0, NOW, document_id="12-kh-ubnd", document_number="12/KH-UBND", kind="Kế hoạch")


@pytest.fixture
def inbox(tmp_path):
    return Inbox(tmp_path / "inbox")


@pytest.fixture
def sent(inbox):
    inbox.prepare(TICKET, ".txt").write_text("KẾ HOẠCH", encoding="utf-8")
    inbox.submit(Request(TICKET, "Kế hoạch 12.txt", ".txt", 11, 7, NOW))
    return inbox


def decision(number=1, kind=DecisionKind.PUBLISH, name="Lan"):
    return Decision(number, kind, 7, name, NOW)


def outcome(number=1, kind=DecisionKind.PUBLISH, refusal=None):
    return Outcome(number, kind, NOW, "Lan", refusal)


@pytest.mark.parametrize(
    ("name", "shown", "suffix"),
    [
        ("Kế hoạch 12.pdf", "Kế hoạch 12.pdf", ".pdf"),
        ("KE HOACH.DOCX", "KE HOACH.DOCX", ".docx"),
        ("../../etc/passwd", "passwd", None),  # up and away
        ("/etc/cron.d/x.txt", "x.txt", ".txt"),  # from the root
        ("..\\..\\Windows\\x.html", "x.html", ".html"),  # the same on Windows
        ("a.txt/../../b", "b", None),
        ("..", "van-ban", None),
        (".", "van-ban", None),
        ("", "van-ban", None),
        ("   ", "van-ban", None),
        (".pdf", ".pdf", None),  # a hidden file without a suffix
        ("x.pdf\0.exe", "x.pdf .exe", None),  # the end of a name in C
        ("x.pdf\n", "x.pdf", ".pdf"),
        ("fdp.\u202egpj.txt", "fdp.gpj.txt", ".txt"),  # written backwards
        ("ke\u200bhoach.md", "kehoach.md", ".md"),  # no width
        ("\ud800.txt", ".txt", None),  # half a character
        ("x.doc", "x.doc", None),  # Word's old format
        ("x.sqlite3", "x.sqlite3", None),
        ("request.json", "request.json", None),  # one of our own files
        ("CON.txt", "CON.txt", ".txt"),
        ("-rf.txt", "-rf.txt", ".txt"),
        ("$(reboot).pdf", "$(reboot).pdf", ".pdf"),
        ("<b>x</b>.pdf", "b>.pdf", ".pdf"),
        ("x" * 300 + ".pdf", "x" * 68 + "….pdf", ".pdf"),  # longer than a name may be
    ],
)
def test_a_name_from_outside_is_only_shown_and_gives_no_more_than_a_suffix(name, shown, suffix):
    assert (shown_name(name), suffix_of(name)) == (shown, suffix)
    assert "/" not in shown
    assert len(shown.encode()) < 240


@pytest.mark.parametrize(
    "ticket",
    ["", "short", "../../../etc", "a" * 17, "abcdefgh/ij", "abcdefgh.json", "abcdefgh\n", "ábcdefgh", "abcdefgh\0"],
)
def test_nothing_but_a_ticket_names_a_folder(inbox, ticket):
    assert inbox.look(ticket).state is UploadState.ABSENT
    with pytest.raises(InboxError, match="is no ticket"):
        inbox.prepare(ticket, ".txt")


def test_tickets_are_not_alike():
    tickets = {new_ticket() for _ in range(1000)}
    assert len(tickets) == 1000
    assert all(map(is_ticket, tickets))


def test_a_file_that_is_still_being_written_is_no_upload(inbox):
    inbox.prepare(TICKET, ".txt").write_text("KẾ", encoding="utf-8")
    assert inbox.look(TICKET).state is UploadState.ABSENT


def test_the_file_lies_under_a_fixed_name_and_its_own_is_only_told(sent):
    [file] = [path for path in sent.home(TICKET).iterdir() if path.suffix != ".json"]
    assert file.name == "document.txt"
    look = sent.look(TICKET)
    assert (look.state, look.request.file_name) == (UploadState.RECEIVED, "Kế hoạch 12.txt")


@pytest.mark.parametrize(
    ("preview", "decided", "came", "state"),
    [
        (None, None, None, UploadState.RECEIVED),
        (None, decision(), None, UploadState.RECEIVED),  # nothing is decided before a preview
        (PREVIEW, None, None, UploadState.PREVIEWED),
        (replace(PREVIEW, refusal=Refusal(RefusalCode.EMPTY, "")), None, None, UploadState.REFUSED),
        (PREVIEW, decision(), None, UploadState.DECIDED),
        (replace(PREVIEW, number=1), decision(kind=DecisionKind.CORRECT), None, UploadState.PREVIEWED),
        (PREVIEW, decision(), outcome(), UploadState.PUBLISHED),
        (PREVIEW, decision(), outcome(refusal=Refusal(RefusalCode.CHANGED_SINCE, "")), UploadState.PREVIEWED),
        (PREVIEW, decision(kind=DecisionKind.DISCARD), outcome(kind=DecisionKind.DISCARD), UploadState.DISCARDED),
        (PREVIEW, decision(2, DecisionKind.UNDO), outcome(), UploadState.DECIDED),
        (PREVIEW, decision(2, DecisionKind.UNDO), outcome(2, DecisionKind.UNDO), UploadState.UNDONE),
        (
            PREVIEW,
            decision(2, DecisionKind.UNDO),
            outcome(2, DecisionKind.UNDO, Refusal(RefusalCode.TOO_LATE, "")),
            UploadState.PUBLISHED,  # what could not be undone stays
        ),
    ],
)
def test_the_files_tell_how_far_an_upload_has_come(sent, preview, decided, came, state):
    home = sent.home(TICKET)
    for name, value in (("preview", preview), ("decision", decided), ("outcome", came)):
        if value is not None:
            (home / f"{name}.json").write_text(as_json(value), encoding="utf-8")
    assert sent.look(TICKET).state is state


def test_what_is_told_comes_back_as_it_was():
    preview = Preview(
        3,
        NOW,
        Refusal(RefusalCode.SCANNED, "a scan"),
        Novelty.FULLER,
        HeldVersion("id", "00", "12/KH-UBND", "Kế hoạch", "Tên", date(2026, 3, 5), Form.NEWS),
        issued_on=date(2026, 3, 5),
        relations=(PreviewRelation(RelationKind.REPLACES, "1/KH-UBND", "", "", True),),
        deadlines=(PreviewDeadline("trước ngày 31/3/2026", "báo cáo", ("Sở Nội vụ",), "…"),),
        corrections={"title": "Phát động “thi đua”"},
    )
    assert from_json(Preview, as_json(preview)) == preview


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b'{"number": 0',  # half-written
        b"\xff\xfe\x00",
        b"[]",
        b"null",
        b"{}",  # nothing that there must be
        b"[" * 200_000,  # deeper than a program can go
        b'{"number": 1e999, "at": "2026-11-21T03:00:00+00:00"}',
        b'{"number": true, "at": "2026-11-21T03:00:00+00:00"}',
        b'{"number": 0, "at": "2026-11-21T03:00:00"}',  # of no time zone
        b'{"number": 0, "at": "2026-13-41"}',
        b'{"number": 0, "at": "2026-11-21T03:00:00+00:00", "novelty": "other"}',
        b'{"number": 0, "at": "2026-11-21T03:00:00+00:00", "title": "\\ud800"}',
        b'{"number": 0, "at": "2026-11-21T03:00:00+00:00", "deadlines": [{"when": 1}]}',
        b'{"number": ' + b"9" * 10_000 + b', "at": "2026-11-21T03:00:00+00:00"}',
        b" " * 3_000_000,
    ],
)
def test_a_file_that_cannot_be_understood_is_told_and_counts_as_not_there(sent, content):
    (sent.home(TICKET) / "preview.json").write_bytes(content)
    look = sent.look(TICKET)
    assert look.state is UploadState.RECEIVED
    assert look.problem.startswith("preview.json ")


def test_a_request_that_cannot_be_understood_is_a_damaged_upload(sent):
    (sent.home(TICKET) / "request.json").write_text("{", encoding="utf-8")
    assert sent.look(TICKET).state is UploadState.DAMAGED


def test_the_request_of_another_ticket_is_a_damaged_upload(sent):
    request = as_json(Request("another_ticket", "x.txt", ".txt", 1, 7, NOW))
    (sent.home(TICKET) / "request.json").write_text(request, encoding="utf-8")
    assert sent.look(TICKET).state is UploadState.DAMAGED


@pytest.mark.parametrize("suffix", ["/../../x.txt", ".exe", ""])
def test_a_request_cannot_name_another_file(sent, suffix):
    told = json.loads(as_json(sent.look(TICKET).request)) | {"suffix": suffix}
    with pytest.raises(IncorrectJson, match="no request"):
        from_json(Request, json.dumps(told))


def test_links_and_pipes_are_not_followed(sent, tmp_path):
    outside = tmp_path / "outside.json"
    outside.write_text(as_json(PREVIEW), encoding="utf-8")
    (sent.home(TICKET) / "preview.json").symlink_to(outside)
    os.mkfifo(sent.home(TICKET) / "outcome.json")  # would never end
    look = sent.look(TICKET)
    assert (look.state, look.preview, look.outcome) == (UploadState.RECEIVED, None, None)


def test_a_folder_that_is_a_link_is_no_upload(sent, tmp_path):
    sent.home(TICKET).rename(tmp_path / "elsewhere")
    sent.home(TICKET).symlink_to(tmp_path / "elsewhere")
    assert sent.look(TICKET).state is UploadState.ABSENT
    assert sent.tickets() == []


def test_a_decision_is_taken_once(sent):
    sent.write_preview(TICKET, PREVIEW)
    assert sent.decide(TICKET, decision(name="Lan"))
    assert not sent.decide(TICKET, decision(kind=DecisionKind.DISCARD, name="Minh"))
    assert sent.look(TICKET).decision.user_name == "Lan"


@pytest.mark.parametrize("kind", DecisionKind)
def test_nothing_is_decided_before_the_preview(sent, kind):
    assert not sent.decide(TICKET, decision(0, kind))


def test_a_decision_on_an_earlier_preview_is_not_taken(sent):
    sent.write_preview(TICKET, replace(PREVIEW, number=1))
    assert not sent.decide(TICKET, decision(1))
    assert sent.decide(TICKET, decision(2))


def test_after_publishing_only_undoing_can_be_decided(sent):
    sent.write_preview(TICKET, PREVIEW)
    sent.write_outcome(TICKET, outcome())
    taken = [kind for kind in DecisionKind if sent.decide(TICKET, decision(2, kind))]
    assert taken == [DecisionKind.UNDO]


@pytest.mark.parametrize("novelty", [Novelty.IDENTICAL, Novelty.WEAKER])
def test_what_would_not_better_the_library_cannot_be_published(sent, novelty):
    sent.write_preview(TICKET, replace(PREVIEW, novelty=novelty))
    assert not sent.decide(TICKET, decision())


def test_a_file_that_is_too_large_is_not_handed_over(inbox):
    path = inbox.prepare(TICKET, ".pdf")
    with path.open("wb") as file:
        file.truncate(51 * 1024 * 1024)
    with pytest.raises(InboxError, match="more than"):
        inbox.submit(Request(TICKET, "x.pdf", ".pdf", 1, 7, NOW))
    assert inbox.look(TICKET).state is UploadState.ABSENT


def test_a_full_or_closed_folder_is_told(tmp_path):
    (tmp_path / "inbox").write_text("a file", encoding="utf-8")
    with pytest.raises(InboxError, match="check that the folder is there"):
        Inbox(tmp_path / "inbox").prepare(TICKET, ".txt")


@pytest.mark.parametrize(
    ("age", "serving", "told"),
    [
        (timedelta(seconds=5), Serving.IDLE, Serving.IDLE),
        (timedelta(seconds=5), Serving.WAITING, Serving.WAITING),
        (timedelta(minutes=5), Serving.IDLE, Serving.STOPPED),  # killed
        (-timedelta(hours=1), Serving.IDLE, Serving.STOPPED),  # from a clock that is wrong
        (timedelta(seconds=1), Serving.STOPPED, Serving.STOPPED),  # ended in good order
    ],
)
def test_the_bot_knows_whether_the_inbox_is_served(inbox, age, serving, told):
    inbox.folder.mkdir()
    inbox.beat(Heartbeat(NOW - age, 4711, serving))
    assert inbox.serving(NOW) is told


def test_an_inbox_that_was_never_served_is_not_served(inbox):
    assert inbox.serving(NOW) is Serving.STOPPED


def test_nothing_half_written_is_left(sent):
    sent.write_preview(TICKET, PREVIEW)
    assert sorted(path.name for path in sent.home(TICKET).iterdir()) == ["document.txt", "preview.json", "request.json"]
    assert stat.S_ISREG((sent.home(TICKET) / "preview.json").lstat().st_mode)

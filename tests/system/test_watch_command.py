"""`python -m ingest watch` as a process: it serves, it ends when asked to, and it may be killed at any moment."""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import pytest

from corpus.inbox import Inbox, Serving
from corpus.upload import Decision, DecisionKind, Request, UploadState
from ingest.consistency import findings
from tests.ingest.pipelines import workshop_in
from tests.ingest.samples import digest_form, plan
from tests.system.forked_runs import driving

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
SETTLED = 1_700_000_000
KILLS = 15
MOST_ATTEMPTS = 45  # an attempt that ends before it is killed does not count
TICKETS = ("ticket_new_1", "ticket_chg_2", "ticket_bad_3", "ticket_fix_4", "ticket_und_5")


def send(inbox, ticket, content, suffix=".txt"):
    inbox.prepare(ticket, suffix).write_text(content, encoding="utf-8")
    inbox.submit(Request(ticket, f"{ticket}{suffix}", suffix, len(content), 7, NOW))


def decide(inbox, ticket, kind, **corrections):
    number = inbox.look(ticket).number + 1
    assert inbox.decide(ticket, Decision(number, kind, 7, "Lan", NOW, corrections))


def drop(inbox, name, content):
    path = inbox.folder / name
    path.write_text(content, encoding="utf-8")
    os.utime(path, (SETTLED, SETTLED))


@pytest.fixture
def environment(tmp_path):
    return {**os.environ, "DATA_DIR": str(tmp_path / "data"), "INBOX_DIR": "", "EMBEDDING_MODEL": ""}


def watch(environment, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "ingest", "watch", *map(str, arguments), "--json"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_once_serves_what_is_there_and_tells_it_as_json(environment, tmp_path):
    inbox = Inbox(tmp_path / "inbox")
    send(inbox, TICKETS[0], plan())
    drop(inbox, "broken.pdf", "no PDF")
    done = watch(environment, inbox.folder, "--once")
    assert done.returncode == 1  # something was refused
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert [event["event"] for event in events] == ["preview", "dropped"]
    assert events[0]["ticket"] == TICKETS[0]
    assert (events[1]["status"], Path(events[1]["path"]).name) == ("refused", "broken.pdf")
    assert inbox.look(TICKETS[0]).state is UploadState.PREVIEWED
    assert watch(environment, inbox.folder, "--once").stdout == ""


def test_the_inbox_of_the_settings_is_served_where_none_is_named(environment, tmp_path):
    inbox = Inbox(tmp_path / "data" / "inbox")
    send(inbox, TICKETS[0], plan())
    assert watch(environment, "--once").returncode == 0
    assert inbox.look(TICKETS[0]).state is UploadState.PREVIEWED


def test_it_says_that_it_serves_and_ends_when_asked_to(environment, tmp_path):
    inbox = Inbox(tmp_path / "inbox")
    process = subprocess.Popen(
        [sys.executable, "-m", "ingest", "watch", str(inbox.folder)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr.readline() == f"watching {inbox.folder}\n"
        assert inbox.serving(datetime.now(UTC)) is Serving.IDLE
        process.send_signal(signal.SIGTERM)
        _, told = process.communicate(timeout=60)
    finally:
        process.kill()
        process.wait()
    assert (process.returncode, told) == (0, "")
    assert inbox.serving(datetime.now(UTC)) is Serving.STOPPED


def start(driver, place):
    return driver.start(place / "data", place / "inbox")


def serve(driver, place):
    start(driver, place)
    assert driver.exit_code() == 0


@pytest.fixture
def driver():
    with driving("tests.system.watch_driver") as made:
        yield made


@pytest.fixture
def office(driver, tmp_path):
    """A library and an inbox with something of everything to do: publish, replace, correct, undo, refuse, drops."""
    place = tmp_path / "office"
    inbox = Inbox(place / "inbox")
    inbox.folder.mkdir(parents=True)
    drop(inbox, "digest.md", digest_form(plan(number="9/KH-UBND")))
    drop(inbox, "kh-2.txt", plan(number="2/KH-UBND"))
    serve(driver, place)
    new, changed, bad, corrected, undone = TICKETS
    send(inbox, undone, plan(number="2/KH-UBND", task="trồng cây ven sông"))
    serve(driver, place)
    decide(inbox, undone, DecisionKind.PUBLISH)
    serve(driver, place)
    send(inbox, new, plan())
    send(inbox, changed, plan(number="9/KH-UBND"))
    send(inbox, corrected, plan(number="4/KH-UBND"))
    serve(driver, place)
    decide(inbox, new, DecisionKind.PUBLISH)
    decide(inbox, changed, DecisionKind.PUBLISH)
    decide(inbox, corrected, DecisionKind.CORRECT, number="44/KH-UBND")
    decide(inbox, undone, DecisionKind.UNDO)
    send(inbox, bad, "\0")
    for number in range(21, 25):
        drop(inbox, f"kh-{number}.txt", plan(number=f"{number}/KH-UBND", task=f"việc thứ {number}"))
    drop(inbox, "empty.txt", "")
    shutil.copytree(place, tmp_path / "start")
    return place


def test_a_watch_killed_at_random_points_and_started_again_ends_in_the_same_place(driver, office, tmp_path):
    started = perf_counter()
    serve(driver, office)
    duration = perf_counter() - started
    expected = contents(office)
    assert [Inbox(office / "inbox").look(ticket).state for ticket in TICKETS] == [
        UploadState.PUBLISHED,
        UploadState.PUBLISHED,
        UploadState.REFUSED,
        UploadState.PREVIEWED,
        UploadState.UNDONE,
    ]
    moments, kills = random.Random(20261121), 0
    for _ in range(MOST_ATTEMPTS):
        shutil.rmtree(office)
        shutil.copytree(tmp_path / "start", office)  # in the same place: documents are known by their paths
        started = perf_counter()
        child = start(driver, office)
        if driver.has_ended_within(moments.uniform(0, duration)):
            duration = min(duration, perf_counter() - started)  # the machine was quicker than at first
        else:
            os.kill(child, signal.SIGKILL)
        kills += driver.exit_code() == -signal.SIGKILL
        serve(driver, office)
        assert contents(office) == expected
        if kills == KILLS:
            break
    assert kills == KILLS


def contents(place):
    """The documents with what is derived, what the uploads tell, and where the files lie; and all is consistent."""
    connection = sqlite3.connect(place / "data" / "library.sqlite3")
    held = {
        table: sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
        for table in ("document", "provision", "deadline", "relation", "correction")
    }
    connection.close()
    with workshop_in(place / "data") as workshop:
        held["findings"] = list(findings(workshop.library, workshop.vectors))
        held["vectors"] = sorted(workshop.vector_digests())
    inbox = Inbox(place / "inbox")
    held["uploads"] = [told(inbox.look(ticket)) for ticket in TICKETS]
    held["files"] = sorted(
        str(path.relative_to(place))
        for path in place.rglob("*")
        if path.is_file()
        and path.suffix != ".sqlite3"
        and "vectors" not in path.parts
        and not path.name.startswith(".")
    )
    return held


def told(look):
    outcome = look.outcome
    return (
        look.state,
        look.preview.document_id,
        look.preview.refusal,
        outcome and (outcome.refusal, outcome.document_id, outcome.path, outcome.replaced),
    )

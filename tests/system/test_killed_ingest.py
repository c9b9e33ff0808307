"""An ingest that is killed anywhere and run again ends where an undisturbed one ends."""

import os
import random
import shutil
import signal
import sqlite3
from pathlib import Path
from time import perf_counter

import pytest

from ingest.consistency import findings
from tests.ingest.pipelines import workshop_in
from tests.ingest.samples import digest_form, plan
from tests.system.forked_runs import driving

KILLS = 20
MOST_ATTEMPTS = 60  # an attempt that ends before it is killed does not count
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def driver():
    with driving("tests.system.ingest_driver") as made:
        yield made


@pytest.fixture
def folder(tmp_path):
    """A folder that was ingested once into `start`, and has changed since in every way that a folder can."""
    made = tmp_path / "inbox"
    made.mkdir()
    for number in range(1, 7):
        (made / f"plan-{number}.txt").write_text(plan(number=f"{number}/KH-UBND"), encoding="utf-8")
    with workshop_in(tmp_path / "start") as workshop:
        workshop.add(made)
    (made / "plan-1.txt").unlink()
    (made / "plan-2.txt").write_text(plan(number="2/KH-UBND", task="trồng cây ven sông"), encoding="utf-8")
    (made / "plan-3.txt").rename(made / "renamed-3.txt")
    (made / "empty.txt").touch()
    (made / "a-digest.md").write_text(digest_form(plan(number="9/KH-UBND", task="tóm lược")), encoding="utf-8")
    (made / "official.txt").write_text(plan(number="9/KH-UBND"), encoding="utf-8")
    for number in range(11, 15):
        task = f"việc thứ {number} của thôn"
        (made / f"new-{number}.txt").write_text(plan(number=f"{number}/KH-UBND", task=task), encoding="utf-8")
    return made


def test_an_ingest_killed_at_random_points_and_run_again_ends_in_the_same_library(driver, folder, tmp_path):
    expected, duration = undisturbed(driver, folder, tmp_path)
    moments = random.Random(20250305)
    kills = 0
    for attempt in range(MOST_ATTEMPTS):
        data_dir = tmp_path / f"killed-{attempt}"
        shutil.copytree(tmp_path / "start", data_dir)
        started = perf_counter()
        child = driver.start(data_dir, folder)
        if driver.has_ended_within(moments.uniform(0, duration)):
            duration = min(duration, perf_counter() - started)  # the machine was quicker than at first
        else:
            os.kill(child, signal.SIGKILL)
        kills += driver.exit_code() == -signal.SIGKILL
        driver.start(data_dir, folder)
        assert driver.exit_code() == 0
        assert contents(data_dir) == expected
        shutil.rmtree(data_dir)
        if kills == KILLS:
            break
    assert kills == KILLS


def undisturbed(driver, folder, tmp_path):
    data_dir = tmp_path / "undisturbed"
    shutil.copytree(tmp_path / "start", data_dir)
    started = perf_counter()
    driver.start(data_dir, folder)
    assert driver.exit_code() == 0
    duration = perf_counter() - started
    held = contents(data_dir)
    assert len(held["document"]) == 10
    return held, duration


def contents(data_dir):
    """Every row of every table, but for the time in the log, and the names of the vectors; and all is consistent."""
    connection = sqlite3.connect(data_dir / "library.sqlite3")
    tables = connection.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow'")
    held = {}
    for (table,) in tables.fetchall():
        columns = [name for (name,) in connection.execute(f"SELECT name FROM pragma_table_info('{table}')")]
        listed = ", ".join(f'"{name}"' for name in columns if (table, name) != ("ingest_log", "at"))
        held[table] = sorted(connection.execute(f'SELECT {listed} FROM "{table}"').fetchall(), key=repr)
    connection.close()
    with workshop_in(data_dir) as workshop:
        held["vectors"] = sorted(workshop.vector_digests())
        held["findings"] = list(findings(workshop.library, workshop.vectors))
    return held

import io
import json
import sqlite3
from contextlib import closing
from datetime import date

import numpy as np
import pytest

from ingest.commands import Commands, Output
from ingest.consistency import findings
from tests.ingest.pipelines import open_index, workshop_in
from tests.ingest.samples import plan
from tests.instruments import guides, instrument, replaces


@pytest.fixture
def workshop(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(plan(), encoding="utf-8")
    with workshop_in(tmp_path / "data") as made:
        made.add(path)
        made.vectors.close()
        yield made


def found(workshop):
    return [finding.what for finding in findings(workshop.library, workshop.vectors)]


def change(workshop, statement):
    with closing(sqlite3.connect(workshop.library.path)) as connection, connection:
        connection.execute(statement)


def test_nothing_is_found_after_an_undisturbed_run(workshop):
    assert found(workshop) == []


@pytest.mark.parametrize(
    ("damage", "finding"),
    [
        ('UPDATE provision SET "end" = "end" + 1 WHERE ordinal = 1', "expected it to start at"),  # an overlap
        ("DELETE FROM provision WHERE ordinal = (SELECT max(ordinal) FROM provision)", "the provisions end at"),
        ("UPDATE passage SET text = 'khác' WHERE ordinal = 0", "the text of passage 0"),  # not what the document says
        ("UPDATE passage SET last = 999 WHERE ordinal = 0", "names provisions that are not there"),
        ("UPDATE passage SET digest = 'lost' WHERE ordinal = 0", "1 passages have no vector"),
        ("UPDATE passage SET digest = 'lost' WHERE ordinal = 0", "1 vectors belong to no passage"),
        ("UPDATE passage SET id = 999 WHERE ordinal = 0", "1 passages are missing"),  # not found by words
        ("UPDATE passage SET id = 999 WHERE ordinal = 0", "1 rows belong to no passage"),  # found, and not there
        ("INSERT INTO warning VALUES ('nobody', 0, '')", "refers to a missing row of document"),  # a dangling row
    ],
)
def test_each_kind_of_damage_is_found(workshop, damage, finding):
    change(workshop, damage)
    assert any(finding in what for what in found(workshop))


def checked(workshop, *, mend):
    stdout = io.StringIO()
    output = Output(stdout, io.StringIO(), is_json=True)
    code = Commands(workshop.library, workshop.vectors, workshop.pipeline, output).check(date(2026, 11, 21), mend=mend)
    return code, [json.loads(line) for line in stdout.getvalue().splitlines()]


def test_a_clean_check_ends_with_0_and_a_summary(workshop):
    code, lines = checked(workshop, mend=False)
    assert code == 0
    assert [(line["level"], line["documents"], line["problems"]) for line in lines] == [("summary", 1, 0)]


def test_a_failed_check_ends_with_1_and_says_what_to_do(workshop):
    change(workshop, "UPDATE passage SET text = 'khác' WHERE ordinal = 0")
    code, [problem, _] = checked(workshop, mend=False)
    assert code == 1
    assert problem["level"] == "problem"
    assert "ingest rebuild" in problem["remedy"]


def test_mending_removes_orphans_and_embeds_what_is_missing(workshop):
    with closing(open_index(workshop.data_dir / "vectors", workshop.embedder)) as index:
        index.delete([min(index.all_digests())])
        index.upsert(["orphan"], np.full((1, workshop.embedder.dimension), 0.125, dtype=np.float32))
    assert checked(workshop, mend=False)[0] == 1
    assert checked(workshop, mend=True)[0] == 0
    assert found(workshop) == []


def test_two_documents_that_replace_each_other_fail_the_check(workshop):
    for number, other in (("1/2024/NĐ-CP", "2/2024/NĐ-CP"), ("2/2024/NĐ-CP", "1/2024/NĐ-CP")):
        workshop.library.add(instrument(number, "", replaces(other)))
    code, lines = checked(workshop, mend=False)
    [circle] = [line for line in lines if line["level"] == "problem"]
    assert code == 1
    assert "1/2024/NĐ-CP replaces 2/2024/NĐ-CP" in circle["what"]
    assert "--set number=" in circle["remedy"]


def test_a_document_that_guides_a_newer_one_is_a_warning_that_does_not_fail_the_check(workshop):
    workshop.library.add(instrument("1/2024/TT-BNV", "", guides("2/2025/NĐ-CP")))
    code, lines = checked(workshop, mend=False)
    assert code == 0
    assert ["which is newer" in line["what"] for line in lines if line["level"] == "warning"].count(True) == 1

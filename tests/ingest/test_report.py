import json

from corpus.model import Form
from ingest.report import FileReport, Status, as_json, as_line

ADDED = FileReport(
    path="/inbox/a.txt",
    status=Status.ADDED,
    number="12/KH-UBND",
    kind="Kế hoạch",
    title="Thi đua đầu năm",
    issuer="Ủy ban nhân dân xã Sơn Hạ",
    issued_on="2025-03-05",
    form=Form.OFFICIAL,
    pages=2,
    provisions=9,
    passages=4,
    relations=1,
    warnings=("no date",),
    seconds=0.25,
)


def test_a_report_line_has_exactly_the_agreed_fields():
    assert list(json.loads(as_json(ADDED))) == [
        "path",
        "status",
        "number",
        "kind",
        "title",
        "issuer",
        "issued_on",
        "form",
        "pages",
        "provisions",
        "passages",
        "deadlines",
        "relations",
        "warnings",
        "error",
        "seconds",
    ]


def test_a_report_line_is_one_line_of_unescaped_vietnamese():
    line = as_json(ADDED)
    assert "Thi đua đầu năm" in line
    assert "\n" not in line


def test_the_values_of_a_report_line_are_plain():
    read = json.loads(as_json(ADDED))
    assert (read["status"], read["form"], read["warnings"], read["error"]) == ("added", "official", ["no date"], None)


def test_a_line_for_people_shows_warnings_and_errors_below():
    assert as_line(ADDED) == ("added     a.txt — 12/KH-UBND, 4 passages, 0.2 s\n          warning: no date")
    assert as_line(FileReport("/inbox/b.txt", Status.REFUSED, error="no text")) == (
        "refused   b.txt\n          refused: no text"
    )

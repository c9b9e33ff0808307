"""What `show` tells of a document that is held, and of one that others tell of."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from corpus.identifier import parse_number
from corpus.library import Library
from corpus.model import BaseSalary, Recipient, RewardRate
from corpus.register import Register
from ingest.showing import record_as_json
from ingest.showing_known import known_as_json
from tests.instruments import amends, begins, cites, ends, extends, implements, instrument, repeals, replaces

TODAY = date(2026, 11, 21)
DECREE = instrument(
    "15/2025/NĐ-CP",
    "2025-06-14",
    ("Thay thế.", replaces("9/2023/NĐ-CP", issued_on="2023-12-31", at=("Điều 5", "Điều 6 khoản 1"))),
    ("Kéo dài.", extends("8/2020/NĐ-CP", since="2025-08-01", until="2025-12-31")),
    ("Có hiệu lực.", begins("2025-07-01")),
    title="Nghị định mẫu",
)
LAW = instrument(
    "1/2026/QH16",
    "2026-04-23",
    ("Sửa đổi Điều 7.", amends("15/2025/NĐ-CP", at="Điều 7")),
    ("Luật có hiệu lực.", begins("2026-10-01")),
    title="Luật mẫu",
)
REPORT = instrument(
    "30/BC-UBND",
    "2026-05-01",
    ("Luật 2 bãi bỏ.", repeals("15/2025/NĐ-CP", by="2/2027/QH16", since="2027-03-01", is_disputed=True)),
    ("Nghị định 15 triển khai.", implements("99/KH-UBND", by="15/2025/NĐ-CP")),
    ("Hết hiệu lực.", ends("2027-03-01", of="15/2025/NĐ-CP")),
    title="Báo cáo mẫu",
)


@pytest.fixture
def library(tmp_path):
    with closing(Library.open(tmp_path / "library.sqlite3", create=True)) as made:
        for one in (DECREE, LAW, REPORT):
            made.add(one)
        yield made


def shown(library, document=DECREE, day=TODAY):
    return record_as_json(library.record(document.document.id), library, Register(library), day)


def told(library, number, day=TODAY):
    return known_as_json(parse_number(number), library, Register(library), day)


def only(fields, of):
    return {field: of[field] for field in fields.split()}


def test_a_relation_tells_from_when_until_when_and_on_which_places(library):
    [replacing, extending] = shown(library)["relations"]
    assert only("kind target locator since until target_locators is_partial subject is_disputed", replacing) == {
        "kind": "replaces",
        "target": "9/2023/NĐ-CP",
        "locator": "Điều 1",
        "since": "2025-07-01",  # not stated: the first day of the decree
        "until": None,
        "target_locators": ["Điều 5", "Điều 6 khoản 1"],
        "is_partial": True,
        "subject": None,
        "is_disputed": False,
    }
    assert only("since until target_locators is_partial", extending) == {
        "since": "2025-08-01",
        "until": "2025-12-31",
        "target_locators": [],
        "is_partial": False,
    }


def test_what_others_do_to_a_document_is_told_with_days_places_and_who_does_it(library):
    [amended, repealed] = shown(library)["mentioned_by"]
    assert amended == {
        "id": LAW.document.id,
        "number": "1/2026/QH16",
        "title": "Luật mẫu",
        "kind": "amends",
        "target": "15/2025/NĐ-CP",
        "locator": "Điều 1",
        "quote": "Sửa đổi Điều 7.",
        "since": "2026-10-01",
        "until": None,
        "target_locators": ["Điều 7"],
        "is_partial": True,
        "subject": None,
        "is_disputed": False,
    }
    assert only("number kind subject since is_disputed", repealed) == {
        "number": "30/BC-UBND",
        "kind": "repeals",
        "subject": "2/2027/QH16",
        "since": "2027-03-01",
        "is_disputed": True,
    }


def test_what_others_say_that_a_document_does_is_told_apart(library):
    [told_act] = shown(library)["acts_told"]
    assert only("number kind target quote", told_act) == {
        "number": "30/BC-UBND",
        "kind": "implements",
        "target": "99/KH-UBND",
        "quote": "Nghị định 15 triển khai.",
    }


def test_a_mention_of_another_held_document_of_the_number_is_not_shown(library):
    here = instrument("172/KH-UBND", "2025-03-01", issuer="UBND tỉnh Sơn Hạ")
    there = instrument("172/KH-UBND", "2025-04-01", issuer="UBND tỉnh Sông Thượng")
    naming = instrument("5/BC-UBND", "", cites("172/KH-UBND", issuer="UBND tỉnh Sơn Hạ"))
    for one in (here, there, naming):
        library.add(one)
    assert [mention["number"] for mention in shown(library, here)["mentioned_by"]] == ["5/BC-UBND"]
    assert shown(library, there)["mentioned_by"] == []


def test_the_statements_of_effect_of_the_document_and_of_others_are_shown(library):
    record_shown = shown(library)
    assert record_shown["effects"] == [
        {
            "kind": "begins",
            "on": "2025-07-01",
            "subject": None,
            "locators": [],
            "exceptions": [],
            "has_exceptions": False,
            "locator": "Điều 3",
            "quote": "Có hiệu lực.",
            "is_disputed": False,
        }
    ]
    [told_effect] = record_shown["effects_told"]
    assert only("number kind on subject locator", told_effect) == {
        "number": "30/BC-UBND",
        "kind": "ends",
        "on": "2027-03-01",
        "subject": "15/2025/NĐ-CP",
        "locator": "Điều 3",
    }


@pytest.mark.parametrize(
    ("day", "status", "reason", "cause"),
    [
        ("2025-06-30", "not_yet", "not_begun", ("15/2025/NĐ-CP", "Điều 3", "Có hiệu lực.")),
        ("2025-07-01", "in_force", "begun", ("15/2025/NĐ-CP", "Điều 3", "Có hiệu lực.")),
        ("2026-10-01", "partly_replaced", "changed_in_part", ("1/2026/QH16", "Điều 1", "Sửa đổi Điều 7.")),
        ("2025-06-01", "not_yet", "not_issued", ("15/2025/NĐ-CP", "Điều 3", "Có hiệu lực.")),
    ],
)
def test_the_status_on_the_day_is_told_with_what_causes_it(library, day, status, reason, cause):
    validity = shown(library, day=date.fromisoformat(day))["validity"]
    assert (validity["as_of"], validity["status"], validity["reason"]) == (day, status, reason)
    assert tuple(validity["cause"].values()) == cause


def test_an_unknown_status_has_no_cause(library):
    assert shown(library, REPORT)["validity"] == {
        "as_of": "2026-11-21",
        "status": "unknown",
        "reason": "nothing_said",
        "since": None,
        "until": None,
        "cause": None,
    }


def test_rewards_and_base_salaries_are_shown_with_their_places(library):
    rates = (RewardRate("Danh hiệu mẫu", Recipient.PERSON, Decimal("4.5"), False, 0, 0, 1, "4,5 lần."),)
    salaries = (BaseSalary(2_530_000, None, 0, 0, 1, "Lương."), BaseSalary(9, date(2027, 1, 1), 0, 0, 1, "Lương."))
    paying = replace(instrument("3/2026/NĐ-CP", "", begins("2026-07-01")), rewards=rates, base_salaries=salaries)
    library.add(paying)
    paying_shown = shown(library, paying)
    assert paying_shown["rewards"] == [
        {
            "title": "Danh hiệu mẫu",
            "recipient": "person",
            "coefficient": "4.5",
            "is_ceiling": False,
            "locator": "Điều 1",
            "quote": "4,5 lần.",
        }
    ]
    assert [(one["amount"], one["since"]) for one in paying_shown["base_salaries"]] == [
        (2_530_000, "2026-07-01"),
        (9, "2027-01-01"),
    ]


def test_of_a_document_that_is_not_held_every_fact_is_told_with_who_says_it(library):
    library.add(
        instrument(
            "31/BC-UBND",
            "",
            ("Ngày khác.", cites("9/2023/NĐ-CP", title="Tên mẫu", issued_on="2023-12-15")),
            ("Từ đầu năm.", begins("2024-01-01", of="9/2023/NĐ-CP")),
        )
    )
    [known] = told(library, "9/2023/NĐ-CP")
    assert only("number held kind title issued_on acts_told", known) == {
        "number": "9/2023/NĐ-CP",
        "held": False,
        "kind": "Nghị định",
        "title": "Tên mẫu",
        "issued_on": None,  # the two dates contradict one another
        "acts_told": [],
    }
    assert [tuple(one[field] for field in ("kind", "on", "said_by", "locator", "quote")) for one in known["dates"]] == [
        ("issued", "2023-12-31", "15/2025/NĐ-CP", "Điều 1", "Thay thế."),
        ("issued", "2023-12-15", "31/BC-UBND", "Điều 1", "Ngày khác."),
        ("begins", "2024-01-01", "31/BC-UBND", "Điều 2", "Từ đầu năm."),
    ]
    assert [(one["number"], one["kind"]) for one in known["mentioned_by"]] == [
        ("15/2025/NĐ-CP", "replaces"),
        ("31/BC-UBND", "cites"),
    ]
    assert known["validity"]["status"] == "partly_replaced"


def test_a_document_is_known_too_when_others_only_tell_what_it_does_or_from_when_it_is_in_force(library):
    library.add(instrument("32/BC-UBND", "", begins("2025-01-01", of="4/2024/TT-BNV")))
    [acting] = told(library, "2/2027/QH16")
    assert [one["target"] for one in acting["acts_told"]] == ["15/2025/NĐ-CP"]
    [dated] = told(library, "4/2024/TT-BNV")
    assert (dated["mentioned_by"], dated["validity"]["status"]) == ([], "in_force")


def test_two_documents_of_one_number_that_are_only_known_are_two_records(library):
    library.add(instrument("33/BC-UBND", "", cites("60/KH-UBND", issued_on="2024-01-05")))
    library.add(instrument("34/BC-UBND", "", cites("60/KH-UBND", issued_on="2025-01-07")))
    assert sorted(one["issued_on"] for one in told(library, "60/KH-UBND")) == ["2024-01-05", "2025-01-07"]


def test_what_is_held_or_what_nobody_names_is_not_known(library):
    assert told(library, "15/2025/NĐ-CP") == []
    assert told(library, "777/2025/NĐ-CP") == []

import pytest

from corpus.identifier import parse_number
from corpus.model import Form
from corpus.register import Register
from tests.documents import day
from tests.instruments import (
    amends,
    begins,
    cites,
    digest,
    ends,
    implements,
    instrument,
    library_of,
    news,
    repeals,
    replaces,
)

HILLS, MARSH = "Ủy ban nhân dân tỉnh Đồi Xanh", "Ủy ban nhân dân tỉnh Đầm Sen"
AFTER = day("2025-06-01")


@pytest.fixture
def opened(tmp_path):
    """Opens a register over these records."""
    contexts = []

    def register_of(*records):
        context = library_of(tmp_path, *records)
        contexts.append(context)
        library = context.__enter__()
        return library, Register(library)

    yield register_of
    for context in contexts:
        context.__exit__(None, None, None)


def plan(number="57/KH-UBND", issued_on="2024-02-01", *sayings, issuer=HILLS, title="Trồng cây"):
    return instrument(number, issued_on, begins(issued_on), *sayings, issuer=issuer, title=title)


def statuses(register, number, on=AFTER):
    """The status of each document of the number, by its issuer and date."""
    return {
        (one.issuer, str(one.issued_on or "")): str(register.validity_of(one, on).status)
        for one in register.instruments(parse_number(number))
    }


@pytest.mark.parametrize(
    ("saying", "issuer", "hills", "marsh"),
    [
        (repeals("57/KH-UBND", issuer=HILLS), "Chính phủ", "expired", "in_force"),  # the issuer tells which
        (repeals("57/KH-UBND", issuer="UBND tỉnh Đầm Sen"), "Chính phủ", "in_force", "expired"),  # in short
        (repeals("57/KH-UBND", issued_on="2024-03-05"), "Chính phủ", "in_force", "expired"),  # the date tells which
        (repeals("57/KH-UBND", issued_on="2020-01-01"), "Chính phủ", "in_force", "in_force"),  # one of another year
        (repeals("57/KH-UBND"), HILLS, "expired", "in_force"),  # only the number: the organ means its own
        (repeals("57/KH-UBND"), "Chính phủ", "in_force", "in_force"),  # only the number, from outside: nobody knows
        (
            ends("2025-01-01", of="57/KH-UBND", of_issued_on="2024-02-01"),
            "Chính phủ",
            "expired",
            "in_force",
        ),  # an effect
        (ends("2025-01-01", of="57/KH-UBND"), MARSH, "in_force", "expired"),  # an effect, its own
    ],
)
def test_of_two_documents_of_one_number_the_one_meant_is_concerned(opened, saying, issuer, hills, marsh):
    outside = instrument("9/QĐ-UBND", "2025-01-01", saying, issuer=issuer)
    _, register = opened(plan(), plan(issued_on="2024-03-05", issuer=MARSH), outside)
    expected = {(HILLS, "2024-02-01"): hills, (MARSH, "2024-03-05"): marsh}
    found = statuses(register, "57/KH-UBND")
    assert {told: found[told] for told in expected} == expected


def test_two_regulations_of_two_provinces_bear_one_number_with_its_year(opened):
    _, register = opened(
        plan("15/2024/QĐ-UBND", "2024-02-01"),
        plan("15/2024/QĐ-UBND", "2024-03-05", issuer=MARSH),
        instrument(
            "1/2025/NĐ-CP", "2025-01-01", begins("2025-02-01"), repeals("15/2024/QĐ-UBND", issued_on="2024-03-05")
        ),
    )
    assert statuses(register, "15/2024/QĐ-UBND") == {
        (HILLS, "2024-02-01"): "in_force",
        (MARSH, "2024-03-05"): "expired",
    }


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"issued_on": "2024-02-09"}, "a wrong day"),
        ({"issuer": "Bộ Giả định"}, "a wrong issuer"),
        ({}, "only the number"),
    ],
)
def test_a_regulation_of_one_organ_is_meant_whatever_slips_beside_its_number(opened, told, why):
    _, register = opened(
        instrument("40/2024/NĐ-CP", "2024-02-01", begins("2024-03-01")),
        instrument("1/2025/NĐ-CP", "2025-01-01", begins("2025-02-01"), repeals("40/2024/NĐ-CP", **told)),
    )
    assert statuses(register, "40/2024/NĐ-CP") == {("Chính phủ", "2024-02-01"): "expired"}, why


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("40/2024/TT-BNV", "expired"),
        ("40/2024/TT-BXD", "in_force"),  # same serial and year, another symbol
        ("40/2023/TT-BNV", "in_force"),  # another year
    ],
)
def test_one_serial_with_another_symbol_or_year_is_another_document(opened, target, status):
    _, register = opened(
        *(instrument(number, "2023-12-01", begins("2024-03-01")) for number in ("40/2024/TT-BXD", "40/2023/TT-BNV")),
        instrument("40/2024/TT-BNV", "2024-02-01", begins("2024-03-01")),
        instrument("1/2025/TT-BNV", "2025-01-01", begins("2025-02-01"), replaces("40/2024/TT-BNV")),
    )
    assert list(statuses(register, target).values()) == [status]


def test_a_plan_of_one_province_does_not_replace_that_of_another(opened):
    _, register = opened(plan(), plan("60/KH-UBND", "2025-01-05", replaces("57/KH-UBND"), issuer=MARSH))
    assert statuses(register, "57/KH-UBND") == {(HILLS, "2024-02-01"): "in_force"}


def test_a_plan_that_replaces_its_namesake_of_another_year_does_not_replace_itself(opened):
    _, register = opened(plan("57/KH-UBND", "2025-01-05", replaces("57/KH-UBND", issued_on="2024-02-01")))
    assert statuses(register, "57/KH-UBND") == {(HILLS, "2025-01-05"): "in_force", ("", "2024-02-01"): "expired"}


def test_a_document_that_is_only_told_of_has_a_standing(opened):
    _, register = opened(
        instrument(
            "1/2025/NĐ-CP", "2025-01-01", begins("2025-02-01"), replaces("8/2020/NĐ-CP", issued_on="2020-03-01")
        ),
        digest("2/2025/NĐ-CP", "2025-01-01", begins("2020-04-01", of="8/2020/NĐ-CP")),
    )
    [told] = register.instruments(parse_number("8/2020/NĐ-CP"))
    found = [str(register.validity_of(told, day(on)).status) for on in ("2020-02-29", "2020-03-31", "2020-04-01")]
    assert found == ["not_yet", "not_yet", "in_force"]
    assert register.validity_of(told, day("2025-02-01")).is_expired


def test_of_several_documents_only_told_of_the_bare_number_means_none(opened):
    _, register = opened(
        news("Hai kế hoạch", "2025-01-01", cites("8/KH-UBND", issuer=HILLS), cites("8/KH-UBND", issuer=MARSH)),
        instrument("3/QĐ-BNV", "2025-02-01", repeals("8/KH-UBND"), issuer="Bộ Nội vụ"),
    )
    assert statuses(register, "8/KH-UBND") == {(HILLS, ""): "unknown", (MARSH, ""): "unknown", ("", ""): "unknown"}


def test_a_namesake_only_told_of_is_not_concerned_by_the_bare_number_of_the_one_held(opened):
    _, register = opened(
        plan(),
        plan("60/KH-UBND", "2025-01-05", implements("57/KH-UBND", issued_on="2020-01-01", issuer=MARSH)),
        instrument("3/QĐ-BNV", "2025-02-01", repeals("57/KH-UBND"), issuer="Bộ Nội vụ"),
    )
    assert statuses(register, "57/KH-UBND") == {(HILLS, "2024-02-01"): "expired", (MARSH, "2020-01-01"): "unknown"}


def test_a_date_passed_on_as_anothers_word_is_a_contradiction_and_no_other_document(opened):
    _, register = opened(
        digest(
            "1-KL/TW", "2021-05-18", cites("1-KL/TW", issued_on="2021-08-15", is_disputed=True), issuer="Bộ Chính trị"
        )
    )
    assert [str(one.issued_on) for one in register.instruments(parse_number("01-KL/TW"))] == ["2021-05-18"]


def test_a_document_told_of_only_as_acting_is_known(opened):
    _, register = opened(
        digest("1/2020/NĐ-CP", "2020-01-01", amends("1/2020/NĐ-CP", by="2/2024/NĐ-CP", by_issued_on="2024-05-01"))
    )
    [acting] = register.instruments(parse_number("2/2024/NĐ-CP"))
    assert (acting.kind, str(acting.issued_on), acting.document) == ("Nghị định", "2024-05-01", None)


def test_what_nobody_speaks_of_is_no_instrument(opened):
    _, register = opened(plan())
    assert register.instruments(parse_number("99/2020/NĐ-CP")) == []


def test_the_day_of_an_act_is_the_first_day_of_who_acts_also_when_a_third_tells_it(opened):
    _, register = opened(
        instrument("1/2020/NĐ-CP", "2020-01-01", begins("2020-02-01")),
        digest(
            "9/2026/NĐ-CP",
            "2026-01-01",
            replaces("1/2020/NĐ-CP", by="2/2024/NĐ-CP"),
            begins("2024-07-01", of="2/2024/NĐ-CP"),
        ),
    )
    [act] = register.standing_of(register.instruments(parse_number("1/2020/NĐ-CP"))[0]).acts
    assert (str(act.acting.number), act.since, act.said_by.form) == ("2/2024/NĐ-CP", day("2024-07-01"), Form.DIGEST)


def test_two_organs_that_act_under_one_number_are_two(opened):
    _, register = opened(
        instrument("1/2020/NĐ-CP", "2020-01-01", begins("2020-02-01")),
        plan("4/QĐ-UBND", "2024-01-01", amends("1/2020/NĐ-CP", at="Điều 1")),
        plan("4/QĐ-UBND", "2024-02-01", amends("1/2020/NĐ-CP", at="Điều 1"), issuer=MARSH),
    )
    found = register.validity_of(register.instruments(parse_number("1/2020/NĐ-CP"))[0], AFTER)
    assert [act.acting.issuer for act in found.changes] == [HILLS, MARSH]


def test_a_change_of_the_library_is_seen_at_the_next_question(opened):
    library, register = opened(plan())
    assert statuses(register, "57/KH-UBND") == {(HILLS, "2024-02-01"): "in_force"}
    library.add(plan("60/KH-UBND", "2025-01-05", replaces("57/KH-UBND")))
    assert statuses(register, "57/KH-UBND") == {(HILLS, "2024-02-01"): "expired"}


def test_of_a_document_that_has_been_removed_nothing_is_known(opened):
    library, register = opened(plan())
    [head] = library.document_heads()
    library.remove(head.id)
    assert register.validity(head.id, AFTER).status == "unknown"

import pytest

from corpus.identifier import parse_locator, parse_number
from corpus.register import Register
from corpus.standing import Act
from tests.documents import day
from tests.instruments import (
    amends,
    begins,
    digest,
    ends,
    ends_of,
    extends,
    guides,
    holds,
    instrument,
    library_of,
    news,
    repeals,
    replaces,
)

BOND = "Bộ Giả định"

# Every instrument, number and day is invented.
HELD = (
    # Replaced as a whole; a place of one repealed, another amended.
    instrument("10/2020/NĐ-CP", "2020-05-10", begins("2020-07-01")),
    instrument("11/2020/NĐ-CP", "2020-05-10", begins("2020-07-01")),
    instrument("12/2020/NĐ-CP", "2020-05-10", begins("2020-07-01")),
    instrument("13/2020/NĐ-CP", "2020-05-10", begins("2020-07-01")),
    instrument(
        "20/2023/NĐ-CP",
        "2023-03-01",
        begins("2023-05-01"),
        replaces("10/2020/NĐ-CP"),
        repeals("11/2020/NĐ-CP", at="Điều 5"),
        repeals("12/2020/NĐ-CP", at="Điều 5 khoản 2", is_partial=True),
        amends("13/2020/NĐ-CP", at="Điều 3", since="2023-06-01"),
        guides("13/2020/NĐ-CP"),
    ),
    instrument("14/2020/NĐ-CP", "2020-05-10", begins("2020-07-01")),
    instrument("21/2023/NĐ-CP", "2023-03-01", begins("2023-05-01"), amends("14/2020/NĐ-CP")),
    # A part at first and the whole later, by one hand.
    instrument("15/2020/NĐ-CP", "2020-05-10", begins("2020-07-01")),
    instrument(
        "22/2023/NĐ-CP",
        "2023-03-01",
        begins("2023-05-01"),
        repeals("15/2020/NĐ-CP", at="Điều 7"),
        ends_of("15/2020/NĐ-CP", since="2024-01-01"),
    ),
    # The act names the instrument in one article and gives its own day in another.
    instrument("16/2020/NĐ-CP", "2020-05-10", begins("2020-07-01")),
    instrument(
        "23/2023/NĐ-CP",
        "2023-03-01",
        begins("2023-05-01"),
        replaces("16/2020/NĐ-CP"),
        ends_of("16/2020/NĐ-CP", since="2023-09-01"),
    ),
    # Ended before it began.
    instrument("17/2020/NĐ-CP", "2020-05-10", begins("2021-01-01")),
    instrument("24/2020/NĐ-CP", "2020-08-01", begins("2020-09-01"), repeals("17/2020/NĐ-CP")),
    # Its own time, extended by another; and an end with a transition of the same hand.
    instrument("30/2021/NĐ-CP", "2021-01-05", begins("2021-02-01"), ends("2024-01-01")),
    instrument("31/2023/NĐ-CP", "2023-11-01", begins("2023-12-01"), extends("30/2021/NĐ-CP", until="2024-06-30")),
    instrument("32/2021/NĐ-CP", "2021-01-05", begins("2021-02-01"), ends("2024-01-01")),
    instrument("33/2023/NĐ-CP", "2023-11-01", begins("2023-12-01"), extends("32/2021/NĐ-CP")),
    instrument("34/2021/NĐ-CP", "2021-01-05", begins("2021-02-01"), ends("2024-01-01")),
    news("Gia hạn", "2023-12-20", extends("34/2021/NĐ-CP", by="35/2023/NĐ-CP", until="2024-06-30", is_disputed=True)),
    instrument("36/2021/NĐ-CP", "2021-01-05", begins("2021-02-01")),
    instrument(
        "37/2023/NĐ-CP",
        "2023-11-01",
        begins("2024-01-01"),
        replaces("36/2021/NĐ-CP"),
        extends("36/2021/NĐ-CP", is_partial=True, until="2024-06-30"),
    ),
    instrument("38/2021/NĐ-CP", "2021-01-05", begins("2021-02-01"), ends("2027-03-01", has_exceptions=True)),
    instrument("39/2021/NĐ-CP", "2021-01-05", begins("2021-02-01"), ends("2022-01-01", at="Điều 9")),
    # Sources that disagree.
    instrument("40/2021/NĐ-CP", "2021-04-01", begins("2021-07-01")),
    digest("41/2022/NĐ-CP", "2022-01-01", begins("2021-06-01", of="40/2021/NĐ-CP")),
    digest("42/2021/NĐ-CP", "2021-04-01", begins("2021-06-01")),
    instrument("43/2022/NĐ-CP", "2022-01-01", begins("2021-07-01", of="42/2021/NĐ-CP")),
    instrument(
        "44/2022/NĐ-CP",
        "2022-01-01",
        begins("2021-07-01", of="45/2021/NĐ-CP"),
        begins("2021-08-01", of="46/2021/NĐ-CP"),
    ),
    instrument("47/2022/NĐ-CP", "2022-01-01", begins("2021-08-01", of="45/2021/NĐ-CP")),
    digest("48/2021/NĐ-CP", "2021-04-01", begins("2021-06-01"), begins("2021-09-01", is_disputed=True)),
    # No day from which it is in force, or none at which it ends.
    instrument("34-CT/TW", "2014-04-07", issuer="Bộ Chính trị"),
    digest("41-CT/TW", "2024-12-26", holds("2026-11-21"), issuer="Bộ Chính trị"),
    instrument("50/2021/NĐ-CP", "2021-04-01", begins("2021-06-01")),
    instrument("51/2024/NĐ-CP", "2024-03-01", replaces("50/2021/NĐ-CP")),
    instrument("52/QĐ-UBND", "2021-04-01", begins("2021-06-01"), issuer=BOND),
    instrument("53/QĐ-UBND", "2024-03-01", replaces("52/QĐ-UBND"), issuer=BOND),
    digest(
        "54/2021/NĐ-CP",
        "2021-04-01",
        begins("2021-06-01"),
        replaces("54/2021/NĐ-CP", by="55/2024/NĐ-CP", since="2024-03-01", is_disputed=True),
    ),
    instrument("56/2021/NĐ-CP", "2021-04-01", begins("2021-06-01"), replaces("56/2021/NĐ-CP", by="57/2024/NĐ-CP")),
    # Provisions with days of their own.
    instrument(
        "60/2022/QH15",
        "2022-06-15",
        begins("2023-01-01", without=["Điều 8 khoản 4", "Điều 36 khoản 6"]),
        begins("2022-06-15", at="Điều 8 khoản 4"),
        issuer="Quốc hội",
    ),
    # News, slips and impossible statements.
    instrument("70/2021/NĐ-CP", "2021-04-01", begins("2021-06-01"), replaces("70/2021/NĐ-CP")),
    instrument("71/2021/NĐ-CP", "2021-04-01", begins("2021-06-01"), replaces("72/2023/NĐ-CP")),
    instrument("72/2023/NĐ-CP", "2023-04-01", begins("2023-06-01"), replaces("71/2021/NĐ-CP")),
    instrument("73/2021/NĐ-CP", "2021-04-01", begins("2021-06-01")),
    instrument("74/2023/NĐ-CP", "2023-04-01", begins("2023-06-01"), amends("73/2021/NĐ-CP", at="Điều 2")),
    news("Có nghị định mới", "2023-04-02", replaces("73/2021/NĐ-CP", by="74/2023/NĐ-CP")),
    instrument("75/2021/NĐ-CP", "2021-04-01", begins("2021-06-01")),
    news("Bãi bỏ", "2023-04-02", repeals("75/2021/NĐ-CP", since="2023-05-01")),
    instrument("76/2021/NĐ-CP", "2021-04-01", begins("2021-03-01")),
    instrument("77/2021/NĐ-CP", "2021-04-01", begins("")),
)

# number, place, day, status, reason, by whom, why
ROWS = (
    ("10/2020/NĐ-CP", "", "2020-05-09", "not_yet", "not_issued", "", "the day before its issue"),
    ("10/2020/NĐ-CP", "", "2020-05-10", "not_yet", "not_begun", "", "issued, not in force"),
    ("10/2020/NĐ-CP", "", "2020-06-30", "not_yet", "not_begun", "", "the day before its first"),
    ("10/2020/NĐ-CP", "", "2020-07-01", "in_force", "begun", "", "its first day"),
    ("10/2020/NĐ-CP", "", "2020-07-02", "in_force", "begun", "", "the day after its first"),
    ("10/2020/NĐ-CP", "", "2023-04-30", "in_force", "begun", "", "its last day"),
    ("10/2020/NĐ-CP", "", "2023-05-01", "expired", "ended_by_act", "20/2023/NĐ-CP", "first day of what replaces it"),
    ("10/2020/NĐ-CP", "", "2023-05-02", "expired", "ended_by_act", "20/2023/NĐ-CP", "the day after"),
    ("10/2020/NĐ-CP", "Điều 1", "2023-05-01", "expired", "ended_by_act", "20/2023/NĐ-CP", "with every provision"),
    ("11/2020/NĐ-CP", "", "2023-04-30", "in_force", "begun", "", "before a place is repealed"),
    ("11/2020/NĐ-CP", "", "2023-05-01", "partly_replaced", "changed_in_part", "20/2023/NĐ-CP", "a place is repealed"),
    ("11/2020/NĐ-CP", "Điều 5", "2023-04-30", "in_force", "begun", "", "the place, before"),
    ("11/2020/NĐ-CP", "Điều 5", "2023-05-01", "expired", "ended_by_act", "20/2023/NĐ-CP", "the place repealed"),
    ("11/2020/NĐ-CP", "Chương II Điều 5 khoản 1", "2023-05-01", "expired", "ended_by_act", "20/2023/NĐ-CP", "within"),
    ("11/2020/NĐ-CP", "Điều 6", "2023-05-01", "in_force", "begun", "", "its neighbour"),
    ("12/2020/NĐ-CP", "Điều 5", "2023-05-01", "partly_replaced", "changed_in_part", "20/2023/NĐ-CP", "a clause of it"),
    ("12/2020/NĐ-CP", "Điều 5 khoản 2", "2023-05-01", "expired", "ended_by_act", "20/2023/NĐ-CP", "the clause"),
    ("12/2020/NĐ-CP", "Điều 5 khoản 1", "2023-05-01", "in_force", "begun", "", "the clause beside it"),
    ("13/2020/NĐ-CP", "", "2023-05-31", "in_force", "begun", "", "amended from a later day of its own"),
    ("13/2020/NĐ-CP", "", "2023-06-01", "partly_replaced", "changed_in_part", "20/2023/NĐ-CP", "amended in a place"),
    ("13/2020/NĐ-CP", "Điều 3 khoản 1", "2023-06-01", "partly_replaced", "changed_in_part", "20/2023/NĐ-CP", "in it"),
    ("13/2020/NĐ-CP", "Điều 4", "2023-06-01", "in_force", "begun", "", "not what is amended"),
    ("14/2020/NĐ-CP", "Điều 4", "2023-04-30", "in_force", "begun", "", "before an amendment"),
    ("14/2020/NĐ-CP", "Điều 4", "2023-05-01", "partly_replaced", "changed_in_part", "21/2023/NĐ-CP", "places untold"),
    ("15/2020/NĐ-CP", "", "2023-12-31", "partly_replaced", "changed_in_part", "22/2023/NĐ-CP", "a part first"),
    ("15/2020/NĐ-CP", "Điều 7", "2023-05-01", "expired", "ended_by_act", "22/2023/NĐ-CP", "the part that went first"),
    ("15/2020/NĐ-CP", "Điều 8", "2023-12-31", "in_force", "begun", "", "what goes with the whole"),
    ("15/2020/NĐ-CP", "", "2024-01-01", "expired", "ended_by_act", "22/2023/NĐ-CP", "then the whole"),
    ("16/2020/NĐ-CP", "", "2023-08-31", "in_force", "begun", "", "a day that is stated goes before the first day"),
    ("16/2020/NĐ-CP", "", "2023-09-01", "expired", "ended_by_act", "23/2023/NĐ-CP", "the day stated"),
    ("17/2020/NĐ-CP", "", "2020-08-31", "not_yet", "not_begun", "", "to come"),
    ("17/2020/NĐ-CP", "", "2020-09-01", "expired", "ended_by_act", "24/2020/NĐ-CP", "repealed before it began"),
    ("30/2021/NĐ-CP", "", "2024-01-01", "in_force", "begun", "", "extended past its own end"),
    ("30/2021/NĐ-CP", "", "2024-06-30", "in_force", "begun", "", "the last day of the extension"),
    ("30/2021/NĐ-CP", "", "2024-07-01", "expired", "time_is_over", "31/2023/NĐ-CP", "the extension is over"),
    ("32/2021/NĐ-CP", "", "2023-12-31", "in_force", "begun", "", "its last day but for an extension"),
    ("32/2021/NĐ-CP", "", "2024-01-01", "unknown", "no_day_given", "33/2023/NĐ-CP", "extended, nobody tells how long"),
    ("34/2021/NĐ-CP", "", "2024-01-01", "unknown", "contradiction", "", "perhaps extended"),
    ("34/2021/NĐ-CP", "", "2024-07-01", "expired", "time_is_over", "", "over in any case"),
    ("36/2021/NĐ-CP", "", "2023-12-31", "in_force", "begun", "", "before it is replaced"),
    ("36/2021/NĐ-CP", "", "2024-01-01", "expired", "ended_by_act", "37/2023/NĐ-CP", "a transition does not extend it"),
    ("38/2021/NĐ-CP", "", "2027-02-28", "in_force", "begun", "", "before its end"),
    ("38/2021/NĐ-CP", "", "2027-03-01", "expired", "time_is_over", "", "ended but for cases"),
    ("39/2021/NĐ-CP", "Điều 9", "2022-01-01", "expired", "time_is_over", "", "a place with an end of its own"),
    ("39/2021/NĐ-CP", "", "2022-01-01", "in_force", "begun", "", "the rest of it"),
    ("40/2021/NĐ-CP", "", "2021-06-30", "not_yet", "not_begun", "", "its own text goes before a digest of another"),
    ("40/2021/NĐ-CP", "", "2021-07-01", "in_force", "begun", "", "the day of its own text"),
    ("42/2021/NĐ-CP", "", "2021-06-30", "not_yet", "not_begun", "", "an official text goes before its own digest"),
    ("45/2021/NĐ-CP", "", "2020-12-31", "not_yet", "not_issued", "", "not held; its number has a year"),
    ("45/2021/NĐ-CP", "", "2021-06-30", "not_yet", "not_begun", "", "before both days that equal sources give"),
    ("45/2021/NĐ-CP", "", "2021-07-01", "unknown", "contradiction", "", "between them"),
    ("45/2021/NĐ-CP", "", "2021-07-31", "unknown", "contradiction", "", "still between"),
    ("45/2021/NĐ-CP", "", "2021-08-01", "in_force", "begun", "", "after both"),
    ("46/2021/NĐ-CP", "", "2021-08-01", "in_force", "begun", "", "not held, and told of"),
    ("48/2021/NĐ-CP", "", "2021-06-01", "in_force", "begun", "", "a disputed day does not count beside another"),
    ("34-CT/TW", "", "2014-04-06", "not_yet", "not_issued", "", "before its date"),
    ("34-CT/TW", "", "2026-11-21", "unknown", "nothing_said", "", "nobody says from when"),
    ("41-CT/TW", "", "2026-11-20", "unknown", "nothing_said", "", "before the day that a source speaks of"),
    ("41-CT/TW", "", "2026-11-21", "in_force", "holds", "", "a source says so"),
    ("41-CT/TW", "", "2027-11-21", "in_force", "holds", "", "and nothing ends it"),
    ("50/2021/NĐ-CP", "", "2024-02-29", "in_force", "begun", "", "before the regulation that replaces it is issued"),
    ("50/2021/NĐ-CP", "", "2024-03-01", "unknown", "no_day_given", "51/2024/NĐ-CP", "issued, and no first day given"),
    ("52/QĐ-UBND", "", "2024-02-29", "in_force", "begun", "", "before the decision that replaces it"),
    ("52/QĐ-UBND", "", "2024-03-01", "expired", "ended_by_act", "53/QĐ-UBND", "an administrative act works at once"),
    ("54/2021/NĐ-CP", "", "2024-02-29", "in_force", "begun", "", "before a disputed end"),
    ("54/2021/NĐ-CP", "", "2024-03-01", "unknown", "no_day_given", "55/2024/NĐ-CP", "only another's word for it"),
    ("56/2021/NĐ-CP", "", "2023-12-31", "in_force", "begun", "", "what replaces it bears the year 2024"),
    ("56/2021/NĐ-CP", "", "2024-01-01", "unknown", "no_day_given", "57/2024/NĐ-CP", "some day of that year or later"),
    ("60/2022/QH15", "", "2022-12-31", "not_yet", "not_begun", "", "a law before its first day"),
    ("60/2022/QH15", "Điều 8 khoản 4", "2022-06-14", "not_yet", "not_issued", "", "before its adoption"),
    ("60/2022/QH15", "Điều 8 khoản 4", "2022-06-15", "in_force", "begun", "", "in force from its adoption"),
    ("60/2022/QH15", "Điều 8 khoản 3", "2022-12-31", "not_yet", "not_begun", "", "with the law"),
    ("60/2022/QH15", "Điều 36 khoản 6", "2023-06-01", "unknown", "nothing_said", "", "excepted, and no day given"),
    ("60/2022/QH15", "Điều 36", "2023-01-01", "in_force", "begun", "", "the article around it"),
    ("70/2021/NĐ-CP", "", "2022-01-01", "in_force", "begun", "", "nothing replaces itself"),
    ("71/2021/NĐ-CP", "", "2023-06-01", "expired", "ended_by_act", "72/2023/NĐ-CP", "the later of two in a circle"),
    ("72/2023/NĐ-CP", "", "2023-06-01", "in_force", "begun", "", "an earlier one cannot replace it"),
    ("73/2021/NĐ-CP", "", "2023-06-01", "partly_replaced", "changed_in_part", "74/2023/NĐ-CP", "not as the news says"),
    ("73/2021/NĐ-CP", "Điều 3", "2023-06-01", "in_force", "begun", "", "an article that only the news replaces"),
    ("75/2021/NĐ-CP", "", "2023-05-01", "in_force", "begun", "", "a news item repeals nothing"),
    ("76/2021/NĐ-CP", "", "2021-03-31", "not_yet", "not_issued", "", "first day before its issue: not issued"),
    ("76/2021/NĐ-CP", "", "2021-04-01", "in_force", "begun", "", "first day before its issue: issued"),
    ("77/2021/NĐ-CP", "", "2021-05-01", "unknown", "nothing_said", "", "an impossible date is no day"),
)


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    with library_of(tmp_path_factory.mktemp("invented"), *HELD) as library:
        yield Register(library)


def validity(register, number, on, place=""):
    [meant] = register.instruments(parse_number(number))
    return register.validity_of(meant, day(on), parse_locator(place) if place else None)


def acting(statement):
    return str(statement.acting.number) if isinstance(statement, Act) else ""


@pytest.mark.parametrize(("number", "place", "on", "status", "reason", "by", "why"), ROWS, ids=lambda cell: cell or "-")
def test_the_status_on_a_day_follows_from_what_is_said(register, number, place, on, status, reason, by, why):
    found = validity(register, number, on, place)
    assert (found.status, found.reason, acting(found.cause)) == (status, reason, by), why


def test_the_invented_instruments_say_what_their_statements_quote():
    for record in HELD:
        for stated in (*record.relations, *record.effects):
            article = record.provisions[stated.provision]
            assert stated.quote in record.document.text[article.start : article.end]
            assert record.document.text[stated.start : stated.end] in stated.quote


def test_a_news_item_has_no_force(tmp_path):
    item = news("Ra quân trồng cây", "2023-05-05", begins("2023-05-05"))
    with library_of(tmp_path, item) as library:
        found = Register(library).validity(item.document.id, day("2024-01-01"))
    assert (found.status, found.reason) == ("unknown", "no_instrument")


@pytest.mark.parametrize(
    ("number", "on", "since", "until"),
    [
        ("10/2020/NĐ-CP", "2020-06-01", "", "2020-07-01"),  # not yet: until it begins
        ("10/2020/NĐ-CP", "2023-04-30", "2020-07-01", "2023-05-01"),  # in force until it is replaced
        ("10/2020/NĐ-CP", "2023-06-01", "2023-05-01", ""),  # expired since it was replaced
        ("13/2020/NĐ-CP", "2023-06-01", "2023-06-01", ""),  # changed in part since the amendment
        ("38/2021/NĐ-CP", "2022-01-01", "2021-02-01", "2027-03-01"),  # in force until its time is over
        ("30/2021/NĐ-CP", "2022-01-01", "2021-02-01", "2024-07-01"),  # and that is extended
        ("41-CT/TW", "2026-12-01", "", ""),  # in force, from when is not known
        ("45/2021/NĐ-CP", "2021-06-30", "", ""),  # not yet, and the sources disagree on the day
    ],
)
def test_a_status_tells_from_when_it_holds_and_until_when(register, number, on, since, until):
    found = validity(register, number, on)
    assert (found.since, found.until) == (day(since), day(until))


def test_a_change_to_come_is_told_with_its_instrument(register):
    found = validity(register, "13/2020/NĐ-CP", "2023-05-31")
    assert [acting(act) for act in found.coming] == ["20/2023/NĐ-CP"]
    assert validity(register, "13/2020/NĐ-CP", "2023-06-01").coming == ()


def test_what_will_end_it_is_told(register):
    assert acting(validity(register, "10/2020/NĐ-CP", "2023-01-01").end) == "20/2023/NĐ-CP"


@pytest.mark.parametrize(("on", "by"), [("2024-06-30", ["37/2023/NĐ-CP"]), ("2024-07-01", [])])
def test_a_transition_is_told_while_it_lasts(register, on, by):
    assert [acting(act) for act in validity(register, "36/2021/NĐ-CP", on).transitions] == by


@pytest.mark.parametrize(
    ("number", "days"),
    [
        ("40/2021/NĐ-CP", ["2021-07-01", "2021-06-01"]),  # the text as issued first
        ("45/2021/NĐ-CP", ["2021-07-01", "2021-08-01"]),  # each day once
        ("48/2021/NĐ-CP", ["2021-06-01", "2021-09-01"]),  # a disputed day too
        ("10/2020/NĐ-CP", []),
    ],
)
def test_days_that_contradict_one_another_are_told(register, number, days):
    found = validity(register, number, "2022-06-01")
    assert [str(statement.effect.on) for statement in found.conflicting] == days


def test_where_nothing_concerns_a_place_every_place_has_the_status_of_the_whole(register):
    place, days = parse_locator("khoản 1 Điều 5"), [day(f"{year}-08-01") for year in range(2019, 2028)]
    are_whole = set()
    for record in HELD:
        document_id = record.document.id
        are_whole.add(register.standing(document_id).is_of_whole)
        if register.standing(document_id).is_of_whole:
            for on in days:
                assert register.validity(document_id, on, place) == register.validity(document_id, on)
    assert are_whole == {True, False}

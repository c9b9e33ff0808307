import pytest

from corpus.chain import Chain, legal_rank
from corpus.identifier import parse_number
from corpus.model import RelationKind
from corpus.register import Register
from tests.documents import day
from tests.instruments import (
    amends,
    based_on,
    begins,
    cites,
    digest,
    guides,
    implements,
    instrument,
    library_of,
    replaces,
)

GUIDING, AMENDING = {RelationKind.GUIDES}, {RelationKind.AMENDS}

LAW = instrument("5/2022/QH15", "2022-06-15", begins("2023-01-01"), issuer="Quốc hội")
OLD_DECREE = instrument("10/2022/NĐ-CP", "2022-12-01", begins("2023-01-01"), guides("5/2022/QH15"))
DECREE = instrument(
    "20/2025/NĐ-CP",
    "2025-06-01",
    begins("2025-07-01"),
    based_on("5/2022/QH15"),
    guides("5/2022/QH15", title="một số điều"),
    replaces("10/2022/NĐ-CP"),
    guides("5/2022/QH15", at="Điều 3"),
)
PLAN = instrument(
    "7/KH-UBND",
    "2025-08-01",
    implements("20/2025/NĐ-CP"),
    cites("5/2022/QH15"),
    guides("5/2022/QH15", by="20/2025/NĐ-CP"),
    amends("5/2022/QH15", by="6/2026/QH16", by_issued_on="2026-04-23"),
    guides("20/2025/NĐ-CP", by="30/2025/TT-BNV"),
    issuer="Ủy ban nhân dân tỉnh Đồi Xanh",
)
NEWS = digest("8/KH-UBND", "2025-08-02", guides("20/2025/NĐ-CP", by="30/2025/TT-BNV"), issuer="Hội Giả định")


@pytest.fixture
def library(tmp_path):
    with library_of(tmp_path, LAW, OLD_DECREE, DECREE, PLAN, NEWS) as opened:
        yield opened


@pytest.fixture
def register(library):
    return Register(library)


@pytest.fixture
def chain(library, register):
    return Chain(library, register)


def the(register, number):
    [found] = register.instruments(parse_number(number))
    return found


def named(instruments):
    return [str(one.number) for one in instruments]


@pytest.mark.parametrize(
    ("number", "kinds", "sources", "why"),
    [
        ("5/2022/QH15", GUIDING, ["10/2022/NĐ-CP", "20/2025/NĐ-CP"], "told three times, once by a third: one link"),
        ("5/2022/QH15", AMENDING, ["6/2026/QH16"], "by one that is not held"),
        ("20/2025/NĐ-CP", GUIDING, ["30/2025/TT-BNV"], "two documents tell it"),
        ("20/2025/NĐ-CP", {RelationKind.IMPLEMENTS}, ["7/KH-UBND"], "the document that says so"),
        ("10/2022/NĐ-CP", {RelationKind.REPLACES}, ["20/2025/NĐ-CP"], "what came after it"),
        ("30/2025/TT-BNV", set(RelationKind), [], "nothing is done to it"),
    ],
)
def test_what_is_done_to_an_instrument_is_found_once(register, chain, number, kinds, sources, why):
    assert named(link.source for link in chain.to_instrument(the(register, number), kinds)) == sources, why


@pytest.mark.parametrize(
    ("number", "kinds", "targets", "why"),
    [
        ("20/2025/NĐ-CP", GUIDING, ["5/2022/QH15"], "by its own words, and as the plan tells"),
        ("20/2025/NĐ-CP", {RelationKind.GUIDES, RelationKind.REPLACES}, ["5/2022/QH15", "10/2022/NĐ-CP"], "two kinds"),
        ("30/2025/TT-BNV", GUIDING, ["20/2025/NĐ-CP"], "not held: as others tell"),
        ("6/2026/QH16", AMENDING, ["5/2022/QH15"], "not held, its date told"),
        ("7/KH-UBND", GUIDING, [], "it tells of others' guidance, and guides nothing itself"),
        ("7/KH-UBND", {RelationKind.CITES, RelationKind.IMPLEMENTS}, ["20/2025/NĐ-CP", "5/2022/QH15"], "in its order"),
    ],
)
def test_what_an_instrument_does_to_others_is_found_once(register, chain, number, kinds, targets, why):
    assert named(link.target for link in chain.from_instrument(the(register, number), kinds)) == targets, why


def test_an_instruments_own_word_is_the_source_of_a_link_that_others_tell_too(register, chain):
    [_, link] = chain.to_instrument(the(register, "5/2022/QH15"), GUIDING)
    assert str(link.said_by.number) == "20/2025/NĐ-CP"


def test_a_known_target_keeps_the_facts_that_the_relation_tells(tmp_path):
    teller = instrument(
        "1/2025/NĐ-CP", "2025-01-01", guides("9/2024/QH15", title="Luật Giả định", issued_on="2024-06-01")
    )
    with library_of(tmp_path, teller) as library:
        register = Register(library)
        [link] = Chain(library, register).from_instrument(the(register, "1/2025/NĐ-CP"), GUIDING)
    target = link.target
    assert (target.kind, target.title, target.issued_on, target.document) == (
        "Luật",
        "Luật Giả định",
        day("2024-06-01"),
        None,
    )


def test_a_mention_of_a_namesake_is_no_link(tmp_path):
    hills, marsh = "Ủy ban nhân dân tỉnh Đồi Xanh", "Ủy ban nhân dân tỉnh Đầm Sen"
    held = instrument("8/KH-UBND", "2024-01-05", issuer=hills)
    teller = instrument("1/KH-UBND", "2025-01-01", implements("8/KH-UBND", issuer=marsh), issuer=hills)
    with library_of(tmp_path, held, teller) as library:
        register = Register(library)
        [meant, other] = register.instruments(parse_number("8/KH-UBND"))
        links = [Chain(library, register).to_instrument(one, set(RelationKind)) for one in (meant, other)]
    assert [named(link.source for link in found) for found in links] == [[], ["1/KH-UBND"]]


@pytest.mark.parametrize(
    ("on", "applying"), [("2022-12-31", []), ("2025-06-30", ["10/2022/NĐ-CP"]), ("2025-07-01", ["20/2025/NĐ-CP"])]
)
def test_of_those_that_guide_a_law_one_applies_on_a_day(register, chain, on, applying):
    links = chain.to_instrument(the(register, "5/2022/QH15"), GUIDING)
    assert [str(link.source.number) for link in links if chain.applies(link.source, day(on))] == applying


def test_instruments_are_ordered_by_their_legal_force(tmp_path):
    numbers = [
        "9/KH-UBND",
        "1/2025/QĐ-UBND",
        "2/2025/NQ-HĐND",
        "30/2025/TT-BNV",
        "4/2025/QĐ-TTg",
        "20/2025/NĐ-CP",
        "5/2022/QH15",
    ]
    with library_of(tmp_path, *(instrument(number, "2025-01-01") for number in numbers)) as library:
        found = [the(Register(library), number) for number in numbers]
    assert named(sorted(found, key=legal_rank)) == [
        "5/2022/QH15",
        "20/2025/NĐ-CP",
        "4/2025/QĐ-TTg",
        "30/2025/TT-BNV",
        "2/2025/NQ-HĐND",
        "1/2025/QĐ-UBND",
        "9/KH-UBND",
    ]

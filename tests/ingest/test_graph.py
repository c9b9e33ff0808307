"""The chain of a small invented library, as JSON and as a tree."""

from contextlib import closing
from datetime import date

import pytest

from corpus.library import Library
from corpus.model import Form
from corpus.register import Register
from ingest.graph import SHOWN_OF_A_KIND, Graph
from tests.instruments import amends, based_on, begins, cites, guides, instrument, replaces

TODAY = date(2026, 11, 21)
LAW = instrument(
    "6/2022/QH15",
    "2022-06-15",
    ("Thay thế luật cũ.", replaces("5/2003/QH11", title="Luật cũ", target_kind="Luật")),
    begins("2024-01-01"),
    title="Luật Mẫu",
)
DECREE = instrument(
    "15/2025/NĐ-CP",
    "2025-06-14",
    ("Quy định chi tiết luật.", guides("6/2022/QH15")),
    ("Sửa đổi khoản 2 Điều 5.", amends("9/2023/NĐ-CP", at="Điều 5 khoản 2", until="2027-03-01")),
    begins("2025-07-01"),
    title="Nghị định mẫu",
)
PLAN = instrument(
    "88/KH-UBND",
    "2025-09-01",
    based_on("6/2022/QH15"),
    cites("15/2025/NĐ-CP"),
    ("Thông tư 8 thay thế Thông tư 7.", replaces("7/2021/TT-BNV", target_kind="", by="8/2024/TT-BNV")),
    title="Kế hoạch mẫu",
    form=Form.DIGEST,
)


@pytest.fixture
def graph(tmp_path):
    with closing(Library.open(tmp_path / "library.sqlite3", create=True)) as library:

        def graph_of(*records, day=TODAY):
            for one in records:
                library.add(one)
            return Graph(library, Register(library), day)

        yield graph_of


def edges(graph):
    return [(str(link.source.number), link.relation.kind.value, str(link.target.number)) for link in graph.links()]


def test_every_link_but_citations_is_listed_from_the_highest_rank_down(graph):
    assert edges(graph(PLAN, DECREE, LAW)) == [
        ("6/2022/QH15", "replaces", "5/2003/QH11"),
        ("15/2025/NĐ-CP", "guides", "6/2022/QH15"),
        ("15/2025/NĐ-CP", "amends", "9/2023/NĐ-CP"),
        ("88/KH-UBND", "based_on", "6/2022/QH15"),
        ("8/2024/TT-BNV", "replaces", "7/2021/TT-BNV"),  # told by the plan; neither is held
    ]


def test_a_link_tells_both_ends_their_status_the_days_the_places_and_who_says_it(graph):
    made = graph(LAW, DECREE)
    [_, _, amended] = map(made.as_json, made.links())
    assert amended == {
        "source": "15/2025/NĐ-CP",
        "source_id": DECREE.document.id,
        "source_title": "Nghị định mẫu",
        "source_status": "in_force",
        "kind": "amends",
        "target": "9/2023/NĐ-CP",
        "target_id": None,
        "target_title": "",
        "target_status": "unknown",
        "target_held": False,
        "since": "2025-07-01",
        "until": "2027-03-01",
        "places": ["Điều 5 khoản 2"],
        "is_partial": True,
        "is_disputed": False,
        "said_by": "15/2025/NĐ-CP",
        "locator": "Điều 2",
        "quote": "Sửa đổi khoản 2 Điều 5.",
    }


@pytest.mark.parametrize(
    ("day", "law", "old_law"),
    [(date(2023, 12, 31), "not_yet", "unknown"), (date(2024, 1, 1), "in_force", "expired")],
)
def test_the_status_is_that_of_the_day(graph, day, law, old_law):
    made = graph(LAW, day=day)
    [link] = map(made.as_json, made.links())
    assert (link["source_status"], link["target_status"]) == (law, old_law)


def test_what_two_documents_tell_of_one_act_is_one_link_in_the_own_words(graph):
    told = instrument("90/BC-UBND", "", ("Người khác nói.", guides("6/2022/QH15", by="15/2025/NĐ-CP")))
    made = graph(told, LAW, DECREE)
    assert edges(made).count(("15/2025/NĐ-CP", "guides", "6/2022/QH15")) == 1
    assert "Người khác nói." not in [link.relation.quote for link in made.links()]


def test_contradictory_days_of_one_act_are_two_links(graph):
    told = instrument("90/BC-UBND", "", guides("6/2022/QH15", by="15/2025/NĐ-CP", since="2025-08-01"))
    assert edges(graph(told, LAW, DECREE)).count(("15/2025/NĐ-CP", "guides", "6/2022/QH15")) == 2


def test_the_tree_shows_each_instrument_with_both_directions(graph):
    assert list(graph(LAW, DECREE, PLAN).as_tree()) == [
        "Laws and resolutions of the National Assembly:",
        "  Luật 6/2022/QH15 Luật Mẫu [in_force]",
        "    replaces Luật 5/2003/QH11 (since 2024-01-01)",
        "    is guided by Nghị định 15/2025/NĐ-CP (since 2025-07-01)",
        "    is the basis of Kế hoạch 88/KH-UBND",
        "  Luật 5/2003/QH11 Luật cũ [expired, not held]",
        "    is replaced by Luật 6/2022/QH15 (since 2024-01-01)",
        "Decrees:",
        "  Nghị định 15/2025/NĐ-CP Nghị định mẫu [in_force]",
        "    guides Luật 6/2022/QH15 (since 2025-07-01)",
        "    amends Nghị định 9/2023/NĐ-CP (Điều 5 khoản 2; since 2025-07-01; until 2027-03-01)",
        "  Nghị định 9/2023/NĐ-CP [unknown, not held]",
        "    is amended by Nghị định 15/2025/NĐ-CP (Điều 5 khoản 2; since 2025-07-01; until 2027-03-01)",
        "Circulars:",
        "  8/2024/TT-BNV [unknown, not held]",
        "    replaces 7/2021/TT-BNV (says 88/KH-UBND)",
        "  7/2021/TT-BNV [unknown, not held]",
        "    is replaced by 8/2024/TT-BNV (says 88/KH-UBND)",
        "Other documents:",
        "  Kế hoạch 88/KH-UBND Kế hoạch mẫu [unknown]",
        "    is based on Luật 6/2022/QH15",
    ]


def test_the_tree_counts_what_is_too_much_to_read(graph):
    plans = [instrument(f"{serial}/KH-UBND", "", based_on("6/2022/QH15")) for serial in range(1, SHOWN_OF_A_KIND + 4)]
    lines = [line for line in graph(LAW, *plans).as_tree() if "is the basis of" in line]
    assert len(lines) == SHOWN_OF_A_KIND + 1
    assert lines[-1].strip() == "is the basis of 3 more; --json lists every link"


def test_the_look_ups_grow_with_the_links_and_not_with_their_square(tmp_path):
    def look_ups(count):
        with closing(Library.open(tmp_path / f"{count}.sqlite3", create=True)) as library:
            library.add(LAW)
            for serial in range(count):
                library.add(instrument(f"{serial + 1}/KH-UBND", "2025-01-01", based_on("6/2022/QH15")))
            executed = []
            library._connection.set_trace_callback(executed.append)
            made = Graph(library, Register(library), TODAY)
            assert len([made.as_json(link) for link in made.links()]) == count + 1
            return len(executed)

    assert look_ups(80) <= 2 * look_ups(40)

import sqlite3

import pytest

from corpus.identifier import Level, Locator, Step
from corpus.lexical_index import SCHEMA, LexicalIndex, ReadTerms, terms_of
from corpus.model import Passage


def passage(text, document_id="kế-hoạch", headings=()):
    locator = Locator((Step(Level.ARTICLE, "1"),))
    return Passage(document_id, 0, 0, 0, 0, len(text), text, tuple(headings), locator, None, text)


@pytest.fixture
def index(tmp_path):
    connection = sqlite3.connect(tmp_path / "library.sqlite3", isolation_level=None)
    connection.executescript(SCHEMA)
    yield LexicalIndex(connection, ReadTerms(lambda: connection.total_changes))
    connection.close()


def found(index, text, **options):
    return [row_id for row_id, _ in index.search(text, 10, **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thi đua!", ["thi", "đua", "thi_đua"]),  # single and joined
        ("HOÀ bình", ["hòa", "bình", "hòa_bình"]),  # one tone placement, lower case
        ("88/KH", ["88", "kh", "88_kh", "88_kh", "kh_88_kh"]),  # the slash of a number is no separator for FTS5
        ("", []),
    ],
)
def test_terms_are_syllables_and_pairs(text, expected):
    assert terms_of(text) == expected


def test_the_passage_with_the_words_of_the_question_comes_first(index):
    index.add([(1, passage("Hội đồng họp mỗi quý")), (2, passage("Khen thưởng tập thể xuất sắc"))])
    assert found(index, "khen thưởng tập thể nào?") == [2]


def test_a_pair_of_syllables_counts_more_than_the_same_syllables_apart(index):
    index.add([(1, passage("thưởng thức trà và lời khen")), (2, passage("hội đồng xét khen thưởng năm"))])
    assert found(index, "khen thưởng") == [2, 1]


def test_headings_are_searched_with_the_text(index):
    index.add([(1, passage("Chậm nhất tháng mười", headings=["Quỹ vì trẻ em"])), (2, passage("Chậm nhất tháng mười"))])
    assert found(index, "quỹ trẻ em") == [1]


def test_a_rare_word_weighs_more_than_a_common_one(index):
    index.add([(row_id, passage(f"kế hoạch chung số {row_id}")) for row_id in range(1, 20)])
    index.add([(20, passage("liên hoan"))])
    assert found(index, "kế hoạch liên hoan")[0] == 20


def test_a_short_passage_beats_a_long_one_with_the_same_words(index):
    filler = " ".join(f"từ{number}" for number in range(200))
    index.add([(1, passage(f"sáng kiến cơ sở {filler}")), (2, passage("sáng kiến cơ sở"))])
    assert found(index, "sáng kiến cơ sở") == [2, 1]


def test_a_search_can_be_limited_to_documents(index):
    index.add([(1, passage("bằng khen", document_id="a")), (2, passage("bằng khen", document_id="b"))])
    assert found(index, "bằng khen", document_ids=["b"]) == [2]
    assert found(index, "bằng khen", document_ids=[]) == []


def test_the_limit_holds_and_keeps_the_best(index):
    index.add([(row_id, passage("danh hiệu " + "lao động " * (row_id == 7))) for row_id in range(1, 30)])
    results = index.search("danh hiệu lao động", 3)
    assert len(results) == 3
    assert results[0][0] == 7


@pytest.mark.parametrize(
    "text",
    [
        '"',
        "khen AND OR NOT",  # FTS5's operators
        'khen" OR "1',
        "khen*",
        "terms : khen",  # a column filter
        "NEAR(khen thưởng, 2)",
        "^khen",
        "{khen} + (thưởng",
        "'; DROP TABLE lexical; --",
        "-khen",
        "khen\x00thưởng",
    ],
)
def test_nothing_of_the_query_language_can_be_typed(index, text):
    index.add([(1, passage("khen thưởng"))])
    assert found(index, text) == ([1] if "khen" in text else [])
    assert index.passage_count() == 1


@pytest.mark.parametrize("text", ["", "   ", "🎉🎉", "?!"])
def test_a_question_without_words_finds_nothing(index, text):
    index.add([(1, passage("khen thưởng"))])
    assert found(index, text) == []


def test_words_that_occur_nowhere_find_nothing(index):
    index.add([(1, passage("khen thưởng"))])
    assert found(index, "vàng SJC") == []


def test_an_empty_index_finds_nothing(index):
    assert found(index, "khen thưởng") == []


def test_a_very_long_question_is_answered(index):
    index.add([(1, passage("khen thưởng"))])
    assert found(index, "khen thưởng " + " ".join(f"từ{number}" for number in range(5000))) == [1]


def test_removed_passages_leave_no_trace(index):
    index.add([(1, passage("bằng khen")), (2, passage("giấy khen"))])
    index.remove([1, 99])
    assert found(index, "bằng khen") == [2]
    assert index.row_ids() == {2}
    assert index.passage_count() == 1
    assert index.document_frequencies(["bằng", "khen", "giấy_khen"]) == {"bằng": 0, "khen": 1, "giấy_khen": 1}


def test_adding_and_removing_gives_the_same_scores_as_never_having_added(index):
    index.add([(1, passage("cờ thi đua")), (2, passage("cờ tổ quốc"))])
    before = index.search("cờ thi đua", 5)
    index.add([(3, passage("cờ thi đua của khối"))])
    index.remove([3])
    assert index.search("cờ thi đua", 5) == before


def test_frequencies_count_passages_and_not_occurrences(index):
    index.add([(1, passage("khen khen khen")), (2, passage("khen"))])
    assert index.document_frequencies(["khen"]) == {"khen": 2}


def test_clearing_empties_the_index(index):
    index.add([(1, passage("bằng khen"))])
    index.clear()
    assert (index.row_ids(), index.passage_count(), index.document_frequencies(["khen"])) == (set(), 0, {"khen": 0})


def test_scores_are_the_same_for_candidates_found_otherwise(index):
    index.add([(1, passage("bằng khen")), (2, passage("cờ thi đua")), (3, passage("bằng khen và cờ"))])
    found_scores = dict(index.search("bằng khen", 5))
    assert index.scores(index.weights("bằng khen"), [1, 2, 3]) == {**found_scores, 2: 0.0}


def test_changes_belong_to_the_transaction_of_the_caller(tmp_path):
    connection = sqlite3.connect(tmp_path / "library.sqlite3", isolation_level=None)
    connection.executescript(SCHEMA)
    index = LexicalIndex(connection, ReadTerms(lambda: connection.total_changes))
    connection.execute("BEGIN")
    index.add([(1, passage("bằng khen"))])
    connection.execute("ROLLBACK")
    assert (index.row_ids(), index.passage_count(), index.document_frequencies(["khen"])) == (set(), 0, {"khen": 0})
    connection.close()


def test_terms_kept_from_one_revision_do_not_score_another(tmp_path):
    connection = sqlite3.connect(tmp_path / "library.sqlite3", isolation_level=None)
    connection.executescript(SCHEMA)
    revisions = iter([1, 1, 1, 2])
    index = LexicalIndex(connection, ReadTerms(lambda: next(revisions)))
    index.add([(1, passage("bằng khen"))])
    assert index.search("bằng khen", 5)  # read at revision 1
    index.remove([1])
    index.add([(1, passage("cờ thi đua")), (2, passage("bằng khen"))])
    kept = index.scores({"cờ": 1.0}, [1])
    assert kept == {1: 0.0}  # the revision tells of no change yet
    assert index.scores({"cờ": 1.0}, [1])[1] > 0.0
    connection.close()


def test_candidates_kept_are_those_of_the_revision(tmp_path):
    connection = sqlite3.connect(tmp_path / "library.sqlite3", isolation_level=None)
    connection.executescript(SCHEMA)
    index = LexicalIndex(connection, ReadTerms(lambda: connection.total_changes))
    index.add([(1, passage("bằng khen")), (2, passage("bằng khen và cờ"))])
    assert index.candidates({"khen": 1.0}, 1) == [1]
    assert index.candidates({"khen": 1.0}, 5) == [1, 2]  # more of the same than were asked for first
    index.remove([1])
    assert index.candidates({"khen": 1.0}, 5) == [2]
    connection.close()

import hashlib
import multiprocessing

import numpy as np
import pytest

from corpus.identifier import Level, Locator, Step
from corpus.library import Library
from corpus.model import DocumentRecord, Passage
from corpus.retrieval import Retriever
from corpus.vector_index import VectorIndex
from tests.documents import document

DIMENSION = 32


class SyllableEmbedder:
    """Texts that share syllables are near; laptop means máy."""

    name = "syllables"
    dimension = DIMENSION

    def passages(self, texts):
        return np.stack([self.query(text) for text in texts])

    def query(self, text):
        vector = np.full(DIMENSION, 0.01, dtype=np.float32)
        for syllable in text.lower().replace("?", "").replace(".", "").split():
            meant = "máy" if syllable == "laptop" else syllable
            vector[hashlib.sha256(meant.encode()).digest()[0] % DIMENSION] += 1.0
        return vector / np.linalg.norm(vector)


def record(document_id, *texts, headings=()):
    text = "\n".join(texts)
    passages = tuple(
        Passage(
            document_id, ordinal, ordinal, ordinal, 0, len(each), each, tuple(headings),
            Locator((Step(Level.ARTICLE, str(ordinal + 1)),)), None, hashlib.sha256(each.encode()).hexdigest(),
        )
        for ordinal, each in enumerate(texts)
    )  # fmt: skip
    head = document(id=document_id, issued_on="2025-01-01", kind="Kế hoạch", title=f"Kế hoạch {document_id}", text=text)
    return DocumentRecord(head, (), passages, (), ())


def fill(directory, *records):
    """What ingest does: vectors first, then the library."""
    embedder = SyllableEmbedder()
    vectors = VectorIndex.open(directory / "vectors", embedder.name, embedder.dimension)
    with Library.open(directory / "library.sqlite3", create=True) as library:
        for each in records:
            passages = {passage.digest: passage.text for passage in each.passages}
            vectors.upsert(list(passages), embedder.passages(list(passages.values())))
            library.add(each)
    vectors.close()


RECORDS = (
    record("a", "Trường tặng giấy khen cho học sinh giỏi.", "Phòng tài vụ chi tiền thưởng trước tết."),
    record("b", "Xã cấp máy tính cho thôn.", "Thôn họp vào cuối tháng."),
)


@pytest.fixture
def library(tmp_path):
    fill(tmp_path, *RECORDS)
    with Library.open(tmp_path / "library.sqlite3") as opened:
        yield opened


@pytest.fixture
def vectors(tmp_path, library):
    opened = VectorIndex.open(tmp_path / "vectors", SyllableEmbedder.name, DIMENSION)
    yield opened
    opened.close()


@pytest.fixture
def retriever(library, vectors):
    return Retriever(library, vectors, SyllableEmbedder())


def texts(result):
    return [hit.passage.text for hit in result.hits]


def test_the_passage_with_the_words_and_the_meaning_comes_first_with_its_scores(retriever):
    best = retriever.search("giấy khen cho học sinh").hits[0]
    assert best.passage.text == "Trường tặng giấy khen cho học sinh giỏi."
    assert best.document.title == "Kế hoạch a"
    assert best.score == pytest.approx(1.0)
    assert best.lexical > 0
    assert 0 < best.dense <= 1


def test_a_passage_is_found_by_meaning_alone(retriever):
    assert texts(retriever.search("laptop"))[0] == "Xã cấp máy tính cho thôn."


def test_a_passage_without_vector_is_found_by_its_words(retriever, vectors):
    vectors.delete(vectors.all_digests())
    hits = retriever.search("tiền thưởng trước tết").hits
    assert (hits[0].passage.text, hits[0].dense) == ("Phòng tài vụ chi tiền thưởng trước tết.", 0.0)


def test_a_vector_without_passage_is_ignored(retriever, vectors):
    vectors.upsert(["orphan"], SyllableEmbedder().passages(["giấy khen"]))
    assert texts(retriever.search("giấy khen"))[0] == "Trường tặng giấy khen cho học sinh giỏi."


def test_the_limit_holds_and_the_rest_is_rejected_with_the_reason(retriever):
    result = retriever.search("thôn họp", limit=1)
    assert texts(result) == ["Thôn họp vào cuối tháng."]
    assert {rejected.reason for rejected in result.rejected} == {"not among the best 1"}
    assert result.rejected[0].score < result.hits[0].score


def test_hits_are_in_order_of_score(retriever):
    scores = [hit.score for hit in retriever.search("thôn họp cuối tháng và máy tính").hits]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == 4


def test_a_search_can_be_limited_to_a_document_and_then_ranks_all_of_it(retriever):
    result = retriever.search("giấy khen", document_ids=["b"])
    assert {hit.passage.document_id for hit in result.hits} == {"b"}
    assert len(result.hits) == 2


@pytest.mark.parametrize("ids", [[], ["unknown"]])
def test_a_search_in_no_document_finds_nothing(retriever, ids):
    assert retriever.search("giấy khen", document_ids=ids).hits == ()


@pytest.mark.parametrize("text", ["", "  \n", "🎉", '"?!'])
def test_a_question_without_letters_finds_nothing(retriever, text):
    assert retriever.search(text).hits == ()


@pytest.mark.parametrize("text", ['" OR 1', "x" * 5000, "a'; DROP TABLE passage; --", "NEAR(khen)", "<b>khen</b>"])
def test_odd_questions_are_searched_like_any_other(retriever, text):
    assert len(retriever.search(text).hits) == 4


def test_no_hits_are_asked_for(retriever):
    assert retriever.search("giấy khen", limit=0).hits == ()


def test_the_same_passage_in_two_documents_is_shown_once(tmp_path):
    fill(tmp_path, record("first", "Thôn họp vào cuối tháng."), record("second", "Thôn họp vào cuối tháng."))
    vectors = VectorIndex.open(tmp_path / "vectors", SyllableEmbedder.name, DIMENSION)
    with Library.open(tmp_path / "library.sqlite3") as library:
        result = Retriever(library, vectors, SyllableEmbedder()).search("thôn họp")
    vectors.close()
    assert [hit.document.id for hit in result.hits] == ["first"]
    assert [rejected.reason for rejected in result.rejected] == ["same headings and text as passage 0 of first"]


def test_an_empty_library_finds_nothing(tmp_path):
    fill(tmp_path)
    vectors = VectorIndex.open(tmp_path / "vectors", SyllableEmbedder.name, DIMENSION)
    with Library.open(tmp_path / "library.sqlite3") as library:
        assert Retriever(library, vectors, SyllableEmbedder()).search("thôn họp").hits == ()
    vectors.close()


def test_a_document_that_another_process_adds_is_found_by_meaning(tmp_path, retriever):
    assert texts(retriever.search("laptop"))[0] == "Xã cấp máy tính cho thôn."
    process = multiprocessing.get_context("spawn").Process(target=fill, args=(tmp_path, record("c", "Máy máy máy.")))
    process.start()
    process.join()
    assert process.exitcode == 0
    assert texts(retriever.search("laptop"))[0] == "Máy máy máy."


def test_vectors_of_passages_are_read_once_for_a_revision(tmp_path, monkeypatch):
    fill(tmp_path, record("a", "Xã cấp máy tính cho thôn.", "Thôn họp vào cuối tháng."))
    vectors = VectorIndex.open(tmp_path / "vectors", SyllableEmbedder.name, DIMENSION)
    read, get = [], vectors.get
    monkeypatch.setattr(vectors, "get", lambda digests: read.append(sorted(digests)) or get(digests))
    with Library.open(tmp_path / "library.sqlite3", create=True) as library:
        retriever = Retriever(library, vectors, SyllableEmbedder())
        first = retriever.search("thôn họp", document_ids=["a"])
        assert next(hit.dense for hit in retriever.search("máy tính", document_ids=["a"]).hits) > 0.0
        assert [len(digests) for digests in read] == [2]
        library.remove("a")
        library.add(record("a", "Xã cấp máy tính cho thôn.", "Thôn họp vào cuối tháng."))
        assert retriever.search("thôn họp", document_ids=["a"]) == first
        assert [len(digests) for digests in read] == [2, 2]
    vectors.close()

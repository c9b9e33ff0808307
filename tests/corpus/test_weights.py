import json
import struct

import numpy as np
import pytest
from safetensors.numpy import load_file

from corpus import weights
from corpus.errors import EmbeddingError
from corpus.packed_model import Pieces, multiplied_out, read_packed, tensor_name
from corpus.weights import build_tokenizer, damaged_files, packaged_file, unpack_weights


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    directory = tmp_path_factory.mktemp("data") / "weights"
    unpack_weights(directory)
    return directory


def pieces(*entries):
    special = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)]
    return Pieces([*special, *entries], start=0, end=2, padding=1, unknown=3)


def test_a_block_is_a_scale_and_then_low_and_high_nibbles():
    nibbles = bytes([0x0F] + [0x88] * 15)  # low nibbles are weights 0 to 15, high nibbles 16 to 31; 8 stands for 0
    values = multiplied_out(memoryview(struct.pack("<e", 0.5) + nibbles), block=32)
    expected = np.zeros(32)
    expected[0], expected[16] = (15 - 8) * 0.5, (0 - 8) * 0.5
    assert values.tolist() == expected.tolist()


@pytest.mark.parametrize(
    ("packed", "name"),
    [
        ("emb.word", "embeddings.word_embeddings.weight"),
        ("emb.ln.b", "embeddings.LayerNorm.bias"),
        ("l0.q.w", "encoder.layer.0.attention.self.query.weight"),
        ("l11.aln.b", "encoder.layer.11.attention.output.LayerNorm.bias"),  # two digits
        ("l3.fo.w", "encoder.layer.3.output.dense.weight"),
    ],
)
def test_tensors_get_the_names_of_bert(packed, name):
    assert tensor_name(packed) == name


def test_a_file_of_another_kind_is_refused():
    with pytest.raises(EmbeddingError, match="E5S1"):
        read_packed(memoryview(b"GGUF" + bytes(100)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thi đua", ["<s>", "▁thi", "▁đua", "</s>"]),
        ("  thi \n\t đua ", ["<s>", "▁thi", "▁đua", "</s>"]),  # white space collapsed and stripped
        ("ｔｈｉ đua", ["<s>", "▁thi", "▁đua", "</s>"]),  # full width: NFKC
    ],
)
def test_the_tokenizer_splits_as_the_published_one(text, expected):
    tokenizer = build_tokenizer(pieces(("▁thi", -1.0), ("▁đua", -1.0), ("▁", -5.0)))
    assert tokenizer.encode(text).tokens == expected


def test_a_letter_without_piece_is_the_unknown_token():
    tokenizer = build_tokenizer(pieces(("▁thi", -1.0), ("▁", -5.0)))
    assert tokenizer.encode("thi w").ids == [0, 4, 5, 3, 2]


@pytest.mark.slow
def test_the_folder_is_complete_and_undamaged(unpacked):
    assert list(damaged_files(unpacked)) == []
    tensors = load_file(unpacked / "model.safetensors")
    assert tensors["embeddings.word_embeddings.weight"].shape == (250037, 384)
    assert tensors["encoder.layer.11.output.dense.weight"].shape == (384, 1536)
    assert json.loads((unpacked / "config.json").read_text())["model_type"] == "bert"


@pytest.mark.slow
def test_unpacking_again_writes_nothing(unpacked):
    before = {path: path.stat().st_mtime_ns for path in unpacked.rglob("*")}
    unpack_weights(unpacked)
    assert {path: path.stat().st_mtime_ns for path in unpacked.rglob("*")} == before


@pytest.mark.slow
def test_a_damaged_folder_is_named_and_written_again(unpacked):
    content = (unpacked / "config.json").read_bytes()
    (unpacked / "config.json").write_bytes(content.replace(b"384", b"385"))
    (unpacked / "modules.json").unlink()
    assert [line.split(":")[0] for line in damaged_files(unpacked)] == ["config.json", "modules.json"]
    unpack_weights(unpacked)
    assert list(damaged_files(unpacked)) == []
    assert [path.name for path in unpacked.parent.iterdir()] == ["weights"]


def test_a_folder_without_stamp_is_not_trusted(tmp_path):
    assert [line.split(":")[0] for line in damaged_files(tmp_path)] == ["unpacked.json"]


def test_a_stamp_of_other_weights_is_not_trusted(tmp_path):
    (tmp_path / "unpacked.json").write_text(json.dumps({"layout": weights.LAYOUT, "source": "0" * 64, "files": {}}))
    assert list(damaged_files(tmp_path)) == ["unpacked.json: written from other weights"]


def test_the_packaged_file_is_the_pinned_one():
    assert packaged_file().name == weights.SOURCE_NAME
    assert packaged_file().stat().st_size > 70_000_000


def test_packed_weights_with_another_digest_are_refused_with_both_digests(tmp_path):
    file = tmp_path / "e5-small-q4.bin"
    file.write_bytes(b"E5S1 but cut short")
    with pytest.raises(EmbeddingError, match=r"e5-small-q4.bin has SHA-256 [0-9a-f]{64}, expected 1571fc.*pip install"):
        weights.trusted_content(file)


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(EmbeddingError, match=r"file.weights.*250 MB"):
        unpack_weights(tmp_path / "file" / "weights")

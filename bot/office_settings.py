"""The settings by which an office keeps its bot: who decides, how much one may ask, how long things are kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

_YES, _NO = {"yes", "true", "on", "1"}, {"no", "false", "off", "0", ""}


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """What an office decides for all its people."""

    admins: frozenset[int]  # Telegram user ids; more are made in the chat
    quota_user_hour: int  # questions of one person in any hour
    quota_user_day: int  # in any 24 hours
    quota_group_hour: int  # questions of one group in any hour
    memory_days: int  # how long a conversation that rests is remembered
    records_days: int  # how long answers, feedback and the audit are kept
    log_questions: bool  # whether the text of questions may stand in the log

    @classmethod
    def from_environment(cls, environ: Mapping[str, str], problems: list[str]) -> Self:
        """The settings as written; what cannot be used is added to `problems` and has its default."""
        return cls(
            admins=user_ids(environ, "TELEGRAM_ADMINS", problems),
            quota_user_hour=_whole_number(environ, "QUOTA_USER_HOUR", 60, problems),
            quota_user_day=_whole_number(environ, "QUOTA_USER_DAY", 300, problems),
            quota_group_hour=_whole_number(environ, "QUOTA_GROUP_HOUR", 120, problems),
            memory_days=_whole_number(environ, "MEMORY_DAYS", 30, problems),
            records_days=_whole_number(environ, "RECORDS_DAYS", 180, problems),
            log_questions=_yes_or_no(environ, "LOG_QUESTIONS", problems),
        )


def user_ids(environ: Mapping[str, str], name: str, problems: list[str]) -> frozenset[int]:
    """The Telegram user ids that the setting lists."""
    names = [written.strip() for written in environ.get(name, "").split(",") if written.strip()]
    wrong = [written for written in names if not (_is_number(written) and int(written) > 0)]
    if wrong:
        problems.append(
            f"{name}: found {', '.join(map(repr, wrong))}; "
            "give Telegram user ids (positive numbers, not @names), separated by commas"
        )
        return frozenset()
    return frozenset(map(int, names))


_LARGEST = 100_000  # days far beyond it have no date, and a quota beyond it is none
_LONGEST_NUMBER = 15  # digits; no id of Telegram has more


def _whole_number(environ: Mapping[str, str], name: str, default: int, problems: list[str]) -> int:
    written = environ.get(name, "").strip()
    if not written:
        return default
    if not (_is_number(written) and 1 <= int(written) <= _LARGEST):
        problems.append(
            f"{name}: found {written!r}; give a whole number from 1 to {_LARGEST}, or leave it out for {default}"
        )
        return default
    return int(written)


def _yes_or_no(environ: Mapping[str, str], name: str, problems: list[str]) -> bool:
    written = environ.get(name, "").strip().lower()
    if written not in _YES | _NO:
        problems.append(f"{name}: found {written!r}; give yes or no, or leave it out for no")
    return written in _YES


def _is_number(written: str) -> bool:
    return written.isascii() and written.isdigit() and len(written) <= _LONGEST_NUMBER

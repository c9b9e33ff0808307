"""The settings by which the bot runs: how it is reached, where it tells its state, in how many processes it answers."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

LOG_FORMATS = ("text", "json")

_HIGHEST_PORT = 65_535
_DEFAULT_LISTEN = "127.0.0.1:8443"

# A process takes 700 MB and answers some 40 questions a second; one more where there is a processor for it keeps a
# slow question from delaying the others.
_DEFAULT_MOST_PROCESSES = 2
_MOST_PROCESSES = 64
_DEFAULT_SECONDS = 30
_MOST_SECONDS = 600


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server listens."""

    host: str
    port: int


@dataclass(frozen=True, slots=True)
class ServingSettings:
    """How the bot and those who watch over it are served."""

    webhook_url: str  # "" for long polling
    webhook_listen: Address
    state_listen: Address | None  # health, readiness and metrics; None for none
    log_format: str
    answer_processes: int  # 0: in the process of the bot itself
    answer_seconds: int  # what a question may take, from when a process has it

    @property
    def webhook_path(self) -> str:
        """The path of the webhook; it is no secret, and never the token."""
        return urlsplit(self.webhook_url).path or "/"

    @classmethod
    def from_environment(cls, environ: Mapping[str, str], problems: list[str]) -> Self:
        """The settings as written; what cannot be used is added to `problems` and has its default."""
        url = environ.get("WEBHOOK_URL", "").strip()
        if url and not _is_https(url):
            problems.append(
                f"WEBHOOK_URL: found {url!r}; give the https address at which Telegram reaches this bot, "
                "such as https://bot.example.vn/telegram, or leave it out for long polling"
            )
        listen = _address(environ, "WEBHOOK_LISTEN", problems) or _parsed(_DEFAULT_LISTEN)
        assert listen is not None  # the default can be read
        log_format = environ.get("LOG_FORMAT", "").strip().lower() or LOG_FORMATS[0]
        if log_format not in LOG_FORMATS:
            problems.append(f"LOG_FORMAT: found {log_format!r}; give one of {', '.join(LOG_FORMATS)}")
        processes = min(_DEFAULT_MOST_PROCESSES, os.cpu_count() or 1)
        return cls(
            webhook_url=url,
            webhook_listen=listen,
            state_listen=_address(environ, "STATE_LISTEN", problems),
            log_format=log_format,
            answer_processes=_number(environ, "ANSWER_PROCESSES", (0, processes, _MOST_PROCESSES), problems),
            answer_seconds=_number(environ, "ANSWER_SECONDS", (1, _DEFAULT_SECONDS, _MOST_SECONDS), problems),
        )


def _number(environ: Mapping[str, str], name: str, allowed: tuple[int, int, int], problems: list[str]) -> int:
    """What is set; `allowed` is the least, the default and the most."""
    least, default, most = allowed
    written = environ.get(name, "").strip()
    if not written:
        return default
    if not (written.isascii() and written.isdigit() and len(written) < 10 and least <= int(written) <= most):
        problems.append(
            f"{name}: found {written!r}; give a whole number from {least} to {most}, or leave it out for {default}"
        )
        return default
    return int(written)


def _address(environ: Mapping[str, str], name: str, problems: list[str]) -> Address | None:
    written = environ.get(name, "").strip()
    address = _parsed(written)
    if written and address is None:
        problems.append(f"{name}: found {written!r}; give host:port, such as 127.0.0.1:9100")
    return address


def _parsed(written: str) -> Address | None:
    host, _, port = written.rpartition(":")
    if not host or not (port.isascii() and port.isdigit()) or int(port) > _HIGHEST_PORT:
        return None
    return Address(host.strip("[]"), int(port))


def _is_https(url: str) -> bool:
    try:
        address = urlsplit(url)
    except ValueError:
        return False
    return address.scheme == "https" and bool(address.hostname) and not address.query and not address.fragment

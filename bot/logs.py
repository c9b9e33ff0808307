"""Logs for the operator: ids, statuses and durations; never the bot's token or what a user wrote."""

import logging
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import pairwise

from bot.settings import Settings
from corpus.folding import fold

SECRET_SHOWN_AS = "[secret]"
TEXT_SHOWN_AS = "[user text]"

# Loggers of our own packages; others speak only from WARNING on, because python-telegram-bot
# prints whole messages and clients of HTTP print URLs with the token below that.
OWN_LOGGERS = ("bot", "corpus")

_WORD = re.compile(r"\w+")

# What users wrote that is being worked on in this thread or task; `asyncio.to_thread` takes it along.
_hidden_texts: ContextVar[tuple[str, ...]] = ContextVar("hidden_texts", default=())


def configure_logging(settings: Settings) -> None:
    """Everything logged goes to stderr, redacted, and nowhere else."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_formatter(settings.serving.log_format))
    handler.addFilter(RedactingFilter([settings.telegram_bot_token] if settings.telegram_bot_token else []))
    level = logging.getLevelNamesMapping()[settings.log_level]
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(max(level, logging.WARNING))
    for name in OWN_LOGGERS:
        logging.getLogger(name).setLevel(level)


def _formatter(log_format: str) -> logging.Formatter:
    if log_format == "text":
        return logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    from pythonjsonlogger.json import JsonFormatter  # only who asks for JSON waits for it

    names = {"asctime": "time", "levelname": "level", "name": "logger"}
    return JsonFormatter("%(asctime)s %(levelname)s %(name)s %(message)s", rename_fields=names, json_ensure_ascii=False)


@contextmanager
def hidden_from_logs(*texts: str) -> Iterator[None]:
    """Within the block, what is logged shows none of the texts and no two or more of their words in a row."""
    token = _hidden_texts.set((*_hidden_texts.get(), *texts))
    try:
        yield
    finally:
        _hidden_texts.reset(token)


class RedactingFilter(logging.Filter):
    """Rewrites each record, traceback included, before a handler formats it."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        self._secrets = tuple(secrets)

    def filter(self, record: logging.LogRecord) -> bool:
        """The record, redacted, always passes."""
        record.msg, record.args = self._redacted(_message(record)), ()
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        # Formatters print `exc_text` when it is there; `exc_info` would give the next one the original.
        record.exc_info = None
        if record.exc_text:
            record.exc_text = self._redacted(record.exc_text)
        if record.stack_info:
            record.stack_info = self._redacted(record.stack_info)
        return True

    def _redacted(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, SECRET_SHOWN_AS)
        for hidden in _hidden_texts.get():
            text = without_text(text, hidden)
        return text


def without_text(logged: str, hidden: str) -> str:
    """`logged` without the runs of words that stand in `hidden` too, whatever their case and diacritics.

    >>> without_text('no such column: "thi đua khen thưởng"', "Thi dua khen thuong la gi")
    'no such column: "[user text]"'
    """
    logged = unicodedata.normalize("NFC", logged)
    words = _words(logged)
    hidden_words = [word.folded for word in _words(unicodedata.normalize("NFC", hidden))]
    pairs = set(pairwise(hidden_words))
    # A text of one word is hidden as that word; of longer ones, single words are too common to hide.
    alone = set(hidden_words) if len(hidden_words) == 1 else set()
    is_hidden = [word.folded in alone for word in words]
    for place in range(len(words) - 1):
        if (words[place].folded, words[place + 1].folded) in pairs:
            is_hidden[place] = is_hidden[place + 1] = True
    shown, copied_to = [], 0
    for start, end in _runs(words, is_hidden):
        shown += [logged[copied_to:start], TEXT_SHOWN_AS]
        copied_to = end
    return "".join([*shown, logged[copied_to:]])


@dataclass(frozen=True, slots=True)
class _Word:
    folded: str
    start: int
    end: int


def _words(text: str) -> list[_Word]:
    return [_Word(fold(match.group()), *match.span()) for match in _WORD.finditer(text)]


def _runs(words: list[_Word], is_chosen: list[bool]) -> Iterator[tuple[int, int]]:
    """Start and end of each run of chosen words."""
    start: int | None = None
    for place, word in enumerate(words):
        if is_chosen[place]:
            start = word.start if start is None else start
            if place + 1 == len(words) or not is_chosen[place + 1]:
                yield start, word.end
                start = None


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError):  # arguments that do not fit; logging would print them all
        return f"{record.msg} (the arguments do not fit this message)"

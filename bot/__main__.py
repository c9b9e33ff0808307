"""The command line of the bot, and the one place where its parts are put together."""

import argparse
import io
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.command_line import parser, usage_problem
from bot.errors import BotError
from bot.logs import configure_logging
from bot.settings import Settings
from corpus.errors import CorpusError
from corpus.library import Library
from corpus.settings import environment

if TYPE_CHECKING:  # answering loads the embedding model and the vector index; lists of deadlines do without
    from bot.answering import Answering

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
DONE, SOME_REFUSED, WRONG_USAGE = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns the exit code of design.md: 0 done, 1 some input refused, 2 wrong usage."""
    options = parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # half a surrogate must not end a batch
    if problem := usage_problem(options):
        print(problem, file=sys.stderr)
        return WRONG_USAGE
    try:
        settings = Settings.from_environment(environment(os.environ, Path(".env")))
        configure_logging(settings)
        if options.command in {"deadlines", "timeline"}:
            return _run_on_library(options, settings)
        with open_answering(settings) as answering:
            return _run(options, settings, answering)
    except BrokenPipeError:  # whoever read the output, such as head, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except (CorpusError, BotError) as error:
        print(error, file=sys.stderr)
        return WRONG_USAGE


def _run_on_library(options: argparse.Namespace, settings: Settings) -> int:
    from bot.deadline_commands import draw, list_deadlines

    with Library.open(settings.corpus.library_path) as library:
        if options.command == "timeline":
            return draw(options, library, _as_of(options))
        return list_deadlines(options, library, _as_of(options), _tell)


def _run(options: argparse.Namespace, settings: Settings, answering: "Answering") -> int:
    from bot.answers import UnfailingAnswers
    from bot.chat import run_chat
    from bot.questions_file import answer_file
    from bot.rendering import answer_as_json, answer_as_text
    from bot.search_report import search_as_json, search_as_text

    match options.command:
        case "ask" if options.file:
            is_complete = answer_file(UnfailingAnswers(answering), options.file, _as_of(options), _tell)
            return DONE if is_complete else SOME_REFUSED
        case "ask":
            answer = UnfailingAnswers(answering).answer(options.question, _as_of(options))
            print(_json(answer_as_json(answer)) if options.json else answer_as_text(answer))
        case "search":
            result = answering.search(options.question, options.limit, _as_of(options))
            print(_json(search_as_json(options.question, result)) if options.json else search_as_text(result))
        case "chat":
            run_chat(answering, sys.stdin, sys.stdout, _today, interactive=sys.stdin.isatty())
        case "telegram":
            from bot.telegram.application import run_telegram  # its import takes a second that others need not wait

            return run_telegram(settings, answering, _today)
    return DONE


@contextmanager
def open_answering(settings: Settings) -> Iterator["Answering"]:
    """The core, built from what `python -m ingest` left in DATA_DIR."""
    from bot.answering import Answering
    from corpus.embedding import open_embedder
    from corpus.retrieval import Retriever
    from corpus.vector_index import VectorIndex
    from corpus.working_days import WorkingDays

    places = settings.corpus
    with Library.open(places.library_path) as library:
        embedder = open_embedder(places.embedding_model, places.weights_dir)
        vectors = VectorIndex.open(places.vectors_dir, embedder.name, embedder.dimension)
        calendar = WorkingDays(places.days_off, places.working_days)
        yield Answering(library, Retriever(library, vectors, embedder), calendar)


def _as_of(options: argparse.Namespace) -> date:
    return options.as_of or _today()


def _today() -> date:
    """Today in Việt Nam, whatever the clock of the machine is set to."""
    return datetime.now(VIETNAM).date()


def _tell(value: object) -> None:
    print(_json(value), flush=True)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(main())

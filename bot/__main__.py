"""The command line of the bot, and the one place where its parts are put together."""

import argparse
import io
import json
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
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
        if options.command == "feedback":
            from bot.feedback_report import list_feedback

            return list_feedback(options, settings.records_path, VIETNAM, _tell)
        if options.command == "telegram":
            return _run_telegram(settings)
        with open_answering(settings) as answering:
            return _run(options, answering)
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


def _run(options: argparse.Namespace, answering: "Answering") -> int:
    from bot.answers import UnfailingConversations
    from bot.chat import run_chat
    from bot.conversation.conversing import Conversing
    from bot.conversation.memory import EMPTY
    from bot.questions_file import answer_file
    from bot.rendering import answer_as_json, answer_as_text
    from bot.search_report import search_as_json, search_as_text

    conversing = Conversing(answering, answering.library)
    conversations = UnfailingConversations(conversing)
    match options.command:
        case "ask" if options.file:
            is_complete = answer_file(conversations, options.file, _as_of(options), _tell)
            return DONE if is_complete else SOME_REFUSED
        case "ask":
            answer = conversations.reply(options.question, EMPTY, _as_of(options)).answer
            print(_json(answer_as_json(answer)) if options.json else answer_as_text(answer))
        case "search":
            result = answering.search(options.question, options.limit, _as_of(options))
            print(_json(search_as_json(options.question, result)) if options.json else search_as_text(result))
        case "chat":
            run_chat(conversing, sys.stdin, sys.stdout, _today, interactive=sys.stdin.isatty())
    return DONE


def _run_telegram(settings: Settings) -> int:
    from bot.records.records import open_records
    from bot.screens.holdings import Holdings
    from bot.start_messages import told_at_start
    from bot.telegram.application import Parts, needed_token, run_telegram
    from bot.telegram.desk import Clock
    from bot.workers import open_workers
    from corpus.working_days import WorkingDays

    calendar = WorkingDays(settings.corpus.days_off, settings.corpus.working_days)
    with ExitStack() as stack:
        library = stack.enter_context(Library.open(settings.corpus.library_path))
        needed_token(settings)  # before the seconds that the core takes to open
        records = stack.enter_context(open_records(settings.records_path))
        conversations = stack.enter_context(open_workers(settings, settings.serving.answer_processes))
        parts = Parts(
            conversations=conversations,
            records=records,
            holdings_for=lambda bot_username: Holdings.of(library, calendar, bot_username),
            clock=Clock(lambda: datetime.now(UTC), settings.office_hours.zone),
            announce=lambda bot_username, owner_code: print(told_at_start(bot_username, owner_code), flush=True),
            warms_up=True,
        )
        return run_telegram(settings, parts)


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
        embedder = open_embedder(places.embedding_model, places.weights_dir, threads=1)
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

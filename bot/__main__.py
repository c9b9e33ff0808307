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
from zoneinfo import ZoneInfo

from bot.answering import Answering
from bot.answers import Answers, UnfailingAnswers
from bot.chat import run_chat
from bot.errors import BotError, QuestionsFileError
from bot.logs import configure_logging
from bot.rendering import answer_as_json, answer_as_text
from bot.search_report import search_as_json, search_as_text
from bot.settings import Settings
from corpus.embedding import open_embedder
from corpus.errors import CorpusError
from corpus.library import Library
from corpus.retrieval import Retriever
from corpus.settings import environment
from corpus.vector_index import VectorIndex

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
DONE, SOME_REFUSED, WRONG_USAGE = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns the exit code of design.md: 0 done, 1 some input refused, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # half a surrogate must not end a batch
    if options.command == "ask" and (options.question is None) == (options.file is None):
        print("ask: give a question, or --file questions.jsonl, not both", file=sys.stderr)
        return WRONG_USAGE
    try:
        settings = Settings.from_environment(environment(os.environ, Path(".env")))
        configure_logging(settings)
        with open_answering(settings) as answering:
            return _run(options, settings, answering)
    except BrokenPipeError:  # whoever read the output, such as head, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except (CorpusError, BotError) as error:
        print(error, file=sys.stderr)
        return WRONG_USAGE


def _run(options: argparse.Namespace, settings: Settings, answering: Answering) -> int:
    match options.command:
        case "ask" if options.file:
            return _ask_file(UnfailingAnswers(answering), options.file, _as_of(options))
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
def open_answering(settings: Settings) -> Iterator[Answering]:
    """The core, built from what `python -m ingest` left in DATA_DIR."""
    places = settings.corpus
    with Library.open(places.library_path) as library:
        embedder = open_embedder(places.embedding_model, places.weights_dir)
        vectors = VectorIndex.open(places.vectors_dir, embedder.name, embedder.dimension)
        yield Answering(library, Retriever(library, vectors, embedder))


def _ask_file(answers: Answers, path: Path, as_of: date) -> int:
    """One answer line for each question line, in order; a line that cannot be read is reported and skipped."""
    code = DONE
    for number, line in _lines(path):
        try:
            identity, questions, is_conversation = _questions_of(json.loads(line))
        except (ValueError, TypeError) as error:
            print(f"Reading the questions of {path}, line {number}: {error}; the line was skipped.", file=sys.stderr)
            code = SOME_REFUSED
            continue
        replies = [answer_as_json(answers.answer(question, as_of), identity) for question in questions]
        print(_json({"id": identity, "turns": replies} if is_conversation else replies[0]), flush=True)
    return code


def _lines(path: Path) -> list[tuple[int, str]]:
    """The lines that hold something, with their numbers."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionsFileError(
            f"Reading the questions of {path}: {error}. Give a UTF-8 file of JSON lines."
        ) from error
    return [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def _questions_of(line: object) -> tuple[object, list[str], bool]:
    """The id, the questions and whether they are the turns of a conversation."""
    if not isinstance(line, dict):
        raise TypeError(f"expected an object with id and question, or id and turns, found {line!r}")
    is_conversation = "turns" in line
    questions = line["turns"] if is_conversation else [line.get("question")]
    if not isinstance(questions, list) or not all(isinstance(question, str) for question in questions):
        raise TypeError("expected text in question, or a list of texts in turns")
    return line.get("id"), questions, is_conversation


def _as_of(options: argparse.Namespace) -> date:
    return options.as_of or _today()


def _today() -> date:
    """Today in Việt Nam, whatever the clock of the machine is set to."""
    return datetime.now(VIETNAM).date()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="Answers questions from the library.")
    commands = parser.add_subparsers(dest="command", required=True)
    ask = commands.add_parser("ask", help="answer one question, or a file of them")
    ask.add_argument("question", nargs="?")
    ask.add_argument("--file", type=Path, help="JSON lines with id and question, or id and turns")
    search = commands.add_parser("search", help="the ranked passages for a question")
    search.add_argument("question")
    search.add_argument("-k", dest="limit", type=_positive, default=10, help="how many passages (10)")
    for command in (ask, search):
        command.add_argument(
            "--as-of", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the day to answer for (today)"
        )
        command.add_argument("--json", action="store_true", help="JSON for programs, one object a line")
    commands.add_parser("chat", help="a conversation in the terminal; a pipe of questions works too")
    commands.add_parser("telegram", help="the Telegram bot, by long polling")
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be at least 1, found {number}")
    return number


if __name__ == "__main__":
    sys.exit(main())

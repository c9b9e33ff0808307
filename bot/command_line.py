"""What can be typed after `python -m bot`."""

import argparse
from datetime import date
from pathlib import Path


def parser() -> argparse.ArgumentParser:
    """The parser of the command line; it ends the process with exit code 2 on wrong usage."""
    root = argparse.ArgumentParser(prog="python -m bot", description="Answers questions from the library.")
    commands = root.add_subparsers(dest="command", required=True)
    ask = commands.add_parser("ask", help="answer one question, or a file of them")
    ask.add_argument("question", nargs="?")
    ask.add_argument("--file", type=Path, help="JSON lines with id and question, or id and turns")
    search = commands.add_parser("search", help="the ranked passages for a question")
    search.add_argument("question")
    search.add_argument("-k", dest="limit", type=_positive, default=10, help="how many passages (10)")
    deadlines = commands.add_parser("deadlines", help="what must be done by when, as a list or a calendar file")
    deadlines.add_argument("--from", dest="first", type=date.fromisoformat, metavar="YYYY-MM-DD", help="first day")
    deadlines.add_argument("--to", dest="last", type=date.fromisoformat, metavar="YYYY-MM-DD", help="last day")
    deadlines.add_argument("--unit", help="of this unit, or of a group that it belongs to")
    deadlines.add_argument("--document", metavar="N", help="of this document: a number, an id or a title")
    deadlines.add_argument("--ics", type=Path, metavar="FILE", help="write them as a calendar file")
    timeline = commands.add_parser("timeline", help="a picture of the deadlines of one document")
    timeline.add_argument("document", metavar="N", help="a number, an id or a title")
    timeline.add_argument("--output", type=Path, metavar="FILE", required=True, help="the picture, PNG")
    feedback = commands.add_parser("feedback", help="what people said of the answers in Telegram")
    feedback.add_argument("--since", type=date.fromisoformat, metavar="YYYY-MM-DD", help="from this day on")
    feedback.add_argument("--verdict", choices=("right", "wrong", "missing"))
    for command in (ask, search, deadlines, timeline):
        command.add_argument(
            "--as-of", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the day to answer for (today)"
        )
    for command in (ask, search, deadlines, feedback):
        command.add_argument("--json", action="store_true", help="JSON for programs, one object a line")
    commands.add_parser("chat", help="a conversation in the terminal; a pipe of questions works too")
    commands.add_parser("telegram", help="the Telegram bot, by long polling")
    return root


def usage_problem(options: argparse.Namespace) -> str:
    """What is wrong with options that do not go together; "" when nothing is."""
    match options.command:
        case "ask" if (options.question is None) == (options.file is None):
            return "ask: give a question, or --file questions.jsonl, not both"
        case "deadlines" if options.json and options.ics:
            return "deadlines: give --json or --ics, not both"
        case "deadlines" if options.first and options.last and options.first > options.last:
            return f"deadlines: --from {options.first} lies after --to {options.last}; swap them"
    return ""


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be at least 1, found {number}")
    return number

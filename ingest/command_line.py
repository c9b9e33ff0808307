"""What can be typed after `python -m ingest`."""

import argparse
from datetime import date
from pathlib import Path

from ingest.corrections import CORRECTABLE
from ingest.deadline_corrections import SETTABLE

CHANGING = frozenset({"add", "remove", "rebuild"})  # as do `check --mend` and a correcting `show`


def parser() -> argparse.ArgumentParser:
    """The parser of the command line; it ends the process with exit code 2 on wrong usage."""
    root = argparse.ArgumentParser(
        prog="python -m ingest",
        description="Adds documents to the library and looks after it.",
        epilog="Exit codes: 0 done; 1 done, but some input was refused or a check failed; 2 wrong usage or settings.",
    )
    commands = root.add_subparsers(dest="command", required=True, metavar="COMMAND")
    add = _command(commands, "add", "add files and folders; a folder also removes what has vanished from it")
    add.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    add.add_argument(
        "--set",
        nargs="+",
        action="extend",
        default=[],
        metavar="KEY=VALUE",
        dest="assignments",
        help=f"correct what is read from the one file given; keys: {', '.join(CORRECTABLE)}",
    )
    add.add_argument("--quiet", action="store_true", help="print only what was refused")
    _command(commands, "list", "list the documents")
    show = _command(commands, "show", "print the whole record of a document, or what others tell of it")
    remove = _command(commands, "remove", "remove a document")
    _correcting(show)
    for command in (show, remove):
        command.add_argument("named", metavar="NUMBER", help="a number, an id, or a title")
    graph = _command(commands, "graph", "print how the documents hang together, and which are in force")
    for command in (show, graph):
        command.add_argument(
            "--as-of", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the day to tell the status for (today)"
        )
    check = _command(commands, "check", "check what is derived against its source, and the chain of documents")
    check.add_argument("--mend", action="store_true", help="bring the vectors into agreement with the passages first")
    watch = _command(
        commands, "watch", "serve the inbox folder: add what is dropped there, preview what the bot puts there"
    )
    watch.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="the inbox folder (INBOX_DIR)")
    watch.add_argument("--once", action="store_true", dest="is_once", help="end when all that is there is served")
    _command(commands, "rebuild", "derive everything anew, after EMBEDDING_MODEL or the program has changed")
    return root


def is_changing(typed: argparse.Namespace) -> bool:
    """Whether the command changes the library, and so takes the ingest lock."""
    return typed.command in CHANGING or getattr(typed, "mend", False) or is_correcting(typed)


def is_correcting(typed: argparse.Namespace) -> bool:
    """Whether `show` is to correct deadlines before it shows them."""
    return typed.command == "show" and (typed.dropped is not None or typed.assigned is not None or typed.is_forgetting)


def _correcting(show: argparse.ArgumentParser) -> None:
    """What an officer may say about the deadlines that `show` lists; kept for later readings of the same words."""
    one = show.add_mutually_exclusive_group()
    one.add_argument(
        "--drop-deadline", type=int, dest="dropped", metavar="INDEX", help="the deadline of this index is none"
    )
    one.add_argument(
        "--set-deadline",
        nargs="+",
        dest="assigned",
        metavar=("INDEX", "FIELD=VALUE"),
        help=f"correct it; fields: {', '.join(SETTABLE)}; several units with ';'. "
        "INDEX new adds one, with when=… and quote=…, words that stand once in the text",
    )
    one.add_argument(
        "--forget-deadline-corrections", action="store_true", dest="is_forgetting", help="all deadlines are as read"
    )


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, purpose: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=purpose, description=purpose[0].upper() + purpose[1:] + ".")
    command.add_argument("--json", action="store_true", dest="is_json", help="one JSON object a line on stdout")
    return command

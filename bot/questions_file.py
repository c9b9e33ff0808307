"""`ask --file`: one answer line for each question line, in order; the turns of a line are one conversation."""

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from bot.answers import Conversations
from bot.conversation.memory import EMPTY
from bot.errors import QuestionsFileError
from bot.rendering import answer_as_json


def answer_file(conversations: Conversations, path: Path, as_of: date, tell: Callable[[object], None]) -> bool:
    """Every line that can be read has been answered to `tell`; one that cannot is reported and makes this False."""
    is_complete = True
    for number, line in _lines(path):
        try:
            identity, questions, is_conversation = _questions_of(json.loads(line))
        except (ValueError, TypeError) as error:
            print(f"Reading the questions of {path}, line {number}: {error}; the line was skipped.", file=sys.stderr)
            is_complete = False
            continue
        replies = _replies(conversations, questions, as_of, identity)
        tell({"id": identity, "turns": replies} if is_conversation else replies[0])
    return is_complete


def _replies(
    conversations: Conversations, questions: list[str], as_of: date, identity: object
) -> list[dict[str, object]]:
    """The answers in order, each read with what went before; a single question has nothing before it."""
    memory, replies = EMPTY, []
    for question in questions:
        turn = conversations.reply(question, memory, as_of)
        memory = turn.memory
        replies.append(answer_as_json(turn.answer, identity))
    return replies


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

"""The conversation in the terminal: a prompt for people, a plain pipe for programs."""

import io
from collections.abc import Callable
from datetime import date
from typing import TextIO

from bot import messages
from bot.answers import Answers, UnfailingAnswers
from bot.rendering import answer_as_text
from corpus.folding import fold

FAREWELLS = frozenset({"thoat", "exit", "quit"})


def run_chat(answers: Answers, source: TextIO, target: TextIO, today: Callable[[], date], *, interactive: bool) -> None:
    """Every line of `source` is answered on `target`, in order, until a farewell, the end of input or Ctrl-C."""
    unfailing = UnfailingAnswers(answers)
    if isinstance(source, io.TextIOWrapper):
        # A pipe may hold anything; one line of wrong bytes must not end the others.
        source.reconfigure(encoding="utf-8", errors="replace")
    if interactive:
        _say(target, messages.chat_welcome())
    try:
        while (line := _next_line(source, target, interactive=interactive)) is not None:
            _say(target, answer_as_text(unfailing.answer(line, today())))
    except KeyboardInterrupt:
        target.write("\n")
    if interactive:
        _say(target, messages.chat_farewell())


def _next_line(source: TextIO, target: TextIO, *, interactive: bool) -> str | None:
    """The next line with something in it; None when the person or the input has ended."""
    while True:
        if interactive:
            target.write(messages.CHAT_PROMPT)
            target.flush()
        line = source.readline()
        if fold(line).strip(" .\t\r\n") in FAREWELLS:
            return None
        if not line:
            # Ctrl-D leaves the cursor behind the prompt.
            target.write("\n" if interactive else "")
            return None
        if line.strip():
            return line.strip()


def _say(target: TextIO, text: str) -> None:
    target.write(f"{text}\n\n")
    target.flush()

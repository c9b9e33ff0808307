"""The conversation in the terminal: a prompt for people, a plain pipe for programs."""

import io
from collections.abc import Callable
from datetime import date
from typing import TextIO

from bot import conversation_messages, messages
from bot.answers import Conversations, UnfailingConversations
from bot.conversation.memory import EMPTY
from bot.rendering import answer_as_text
from corpus.folding import fold

FAREWELLS = frozenset({"thoat", "exit", "quit"})
NEW_BEGINNINGS = frozenset({"moi", "/moi"})


def run_chat(
    conversations: Conversations, source: TextIO, target: TextIO, today: Callable[[], date], *, interactive: bool
) -> None:
    """Every line of `source` is answered on `target`, in order, until a farewell, the end of input or Ctrl-C.

    The lines are one conversation; "mới" begins another.
    """
    unfailing = UnfailingConversations(conversations)
    if isinstance(source, io.TextIOWrapper):
        # A pipe may hold anything; one line of wrong bytes must not end the others.
        source.reconfigure(encoding="utf-8", errors="replace")
    if interactive:
        _say(target, messages.chat_welcome())
    memory = EMPTY
    try:
        while (line := _next_line(source, target, interactive=interactive)) is not None:
            if _is_one_of(line, NEW_BEGINNINGS):
                memory = EMPTY
                _say(target, conversation_messages.forgotten())
                continue
            turn = unfailing.reply(line, memory, today())
            memory = turn.memory
            _say(target, answer_as_text(turn.answer))
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
        if _is_one_of(line, FAREWELLS):
            return None
        if not line:
            # Ctrl-D leaves the cursor behind the prompt.
            target.write("\n" if interactive else "")
            return None
        if line.strip():
            return line.strip()


def _is_one_of(line: str, words: frozenset[str]) -> bool:
    return fold(line).strip(" .\t\r\n") in words


def _say(target: TextIO, text: str) -> None:
    target.write(f"{text}\n\n")
    target.flush()

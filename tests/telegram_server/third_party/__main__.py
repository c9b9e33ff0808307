"""Plays a conversation with a bot through another emulator, prints it, and tells what was not as expected.

    npm install --prefix DIR telegram-test-api@4.2.1
    python -m tests.telegram_server.third_party --emulator DIR --user 7 CONVERSATION

prints an address for TELEGRAM_API_BASE_URL and waits for the bot. README.md, beside this file, tells the rest.
"""

import argparse
import asyncio
import json
import os
import re
import sys
from collections.abc import Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

import aiohttp
from aiohttp import web

from tests.telegram_server.server import TOKEN
from tests.telegram_server.third_party.adapter import Adapter
from tests.telegram_server.third_party.chat import Chat, missing


@dataclass(frozen=True, slots=True)
class Act:
    """What the person does, as a line of the conversation, and words that the bot must show then."""

    line: str
    expected: tuple[str, ...] = ()


def acts_of(conversation: str) -> list[Act]:
    """The acts of a conversation file; its form is told in README.md."""
    acts: list[Act] = []
    for line in map(str.strip, conversation.splitlines()):
        if line.startswith("= ") and acts:
            acts[-1] = Act(acts[-1].line, (*acts[-1].expected, line[2:]))
        elif line and not line.startswith("#"):
            acts.append(Act(line))
    return acts


async def play(emulator: Path, port: int, user_id: int, acts: Sequence[Act], history: Path | None) -> int:
    """How many acts were not answered as expected; what the emulator keeps at the end is in `history`."""
    async with AsyncExitStack() as stack:
        emulator_url = await _started(emulator, port + 1, stack)
        http = await stack.enter_async_context(aiohttp.ClientSession())
        adapter = Adapter(emulator_url, http)
        runner = web.AppRunner(adapter.application(), access_log=None, shutdown_timeout=0.5)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", port).start()
        print(f"TELEGRAM_API_BASE_URL=http://127.0.0.1:{port} TELEGRAM_BOT_TOKEN={TOKEN}", flush=True)
        await adapter.polled.wait()
        chat = Chat(emulator_url, http, user_id)
        failed = 0
        for act in acts:
            failed += not await _is_as_expected(chat, act)
        if history is not None:
            kept = await chat.history()
            history.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")
        for name, length in adapter.files:
            print(f"file read by the adapter: {name}, {length} bytes")
        print(f"answered by the adapter, not by the emulator: {', '.join(sorted(adapter.answered_here))}")
        print(f"{len(acts) - failed} of {len(acts)} as expected")
        return failed


async def _started(emulator: Path, port: int, stack: AsyncExitStack) -> str:
    """The address of the emulator, which runs as a process of its own until the stack is closed."""
    process = await asyncio.create_subprocess_exec(
        "node", str(Path(__file__).with_name("start.js")), str(port),
        env={**os.environ, "NODE_PATH": str(emulator.resolve() / "node_modules")}, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    stack.push_async_callback(process.wait)
    assert process.stdout is not None
    if url := (await process.stdout.readline()).decode().strip():
        stack.callback(_terminate, process)
        return url
    raise SystemExit(f"the emulator in {emulator} did not start; --help tells how to install it")


def _terminate(process: asyncio.subprocess.Process) -> None:
    with suppress(ProcessLookupError):  # Ctrl-C reaches it too
        process.terminate()


async def _is_as_expected(chat: Chat, act: Act) -> bool:
    before = await chat.sent()
    print(f"An: {act.line}", flush=True)
    try:
        if pressed := re.fullmatch(r"\[(.+)\]", act.line):
            await chat.presses(pressed[1])
        elif act.line.startswith("~ "):
            await chat.edits(act.line[2:])
        else:
            await chat.says(act.line)
    except LookupError as error:
        print(f"FAILED: {error}", flush=True)
        return False
    news = await chat.news(before, act.expected)
    for message in news:
        print(message, flush=True)
    lacking = missing(news, act.expected)
    if not news or lacking:
        print(f"FAILED: {f'lacks {lacking}' if lacking else 'no answer'}", flush=True)
    return bool(news) and not lacking


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.telegram_server.third_party", description=__doc__)
    parser.add_argument("--emulator", type=Path, required=True, help="where npm installed telegram-test-api")
    parser.add_argument("--port", type=int, default=9100, help="of the adapter; the emulator takes the next one")
    parser.add_argument("--user", type=int, default=7)
    parser.add_argument("--history", type=Path, help="a file for what the emulator keeps at the end, as JSON")
    parser.add_argument("conversation", type=Path)
    chosen = parser.parse_args()
    acts = acts_of(chosen.conversation.read_text(encoding="utf-8"))
    sys.exit(1 if asyncio.run(play(chosen.emulator, chosen.port, chosen.user, acts, chosen.history)) else 0)


if __name__ == "__main__":
    main()

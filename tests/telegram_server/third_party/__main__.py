"""Plays a conversation with a bot through another emulator, and prints it.

    npm install --prefix DIR telegram-test-api@4.2.1
    python -m tests.telegram_server.third_party --emulator DIR --user 7 CONVERSATION

prints an address for TELEGRAM_API_BASE_URL and waits for the bot (any token). CONVERSATION is a file with a line for
each act: what the person types, or the part of a button's label in [brackets].
"""

import argparse
import asyncio
import html
import os
import re
import sys
import time
from pathlib import Path

import aiohttp
from aiohttp import web

from tests.telegram_server.server import TOKEN
from tests.telegram_server.third_party.adapter import Adapter, Json

_QUIET_SECONDS = 1.5  # the bot has said all that it says
_PATIENCE_SECONDS = 20.0


class Chat:
    """A person's chat with the bot in the emulator."""

    def __init__(self, emulator_url: str, http: aiohttp.ClientSession, user_id: int) -> None:
        self._url = emulator_url
        self._http = http
        person: Json = {"id": user_id, "first_name": "An"}
        self._common: Json = {
            "botToken": TOKEN,
            "from": {**person, "is_bot": False},
            "chat": {**person, "type": "private"},
        }

    async def says(self, text: str) -> None:
        message: Json = {**self._common, "date": int(time.time()), "text": text}
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
        await self._post("sendMessage", message)

    async def presses(self, label_part: str) -> None:
        for sent in reversed(await self.sent()):
            for button in _buttons(sent):
                if label_part.lower() in button["text"].lower() and "callback_data" in button:
                    message = {**self._common, "message_id": sent["messageId"], "date": int(time.time()), "text": "x"}
                    await self._post(
                        "sendCallback", {**self._common, "message": message, "data": button["callback_data"]}
                    )
                    return
        raise LookupError(f"no button {label_part!r}")

    async def sent(self) -> list[Json]:
        """All that the bot sent, as it stands now."""
        history = await self._post("getUpdatesHistory", {"token": TOKEN})
        assert isinstance(history, list)
        return [told for told in history if "chat_id" in told.get("message", {})]

    async def news(self, before: list[Json]) -> list[Json]:
        """What the bot sent or changed after `before`, once it has been quiet for a while."""
        ends, seen, changed_at = time.monotonic() + _PATIENCE_SECONDS, before, time.monotonic()
        while time.monotonic() < ends:
            now = await self.sent()
            if now != seen:
                seen, changed_at = now, time.monotonic()
            elif seen != before and time.monotonic() - changed_at > _QUIET_SECONDS:
                break
            await asyncio.sleep(0.05)
        return [told for told in seen if told not in before]

    async def _post(self, route: str, body: Json) -> object:
        async with self._http.post(f"{self._url}/{route}", json=body) as response:
            return (await response.json()).get("result")


def _buttons(sent: Json) -> list[dict[str, str]]:
    message = sent["message"]
    markup = message.get("reply_markup") if isinstance(message, dict) else None
    return [button for row in markup.get("inline_keyboard", []) for button in row] if isinstance(markup, dict) else []


def _shown(sent: Json) -> str:
    message = sent["message"]
    assert isinstance(message, dict)
    text = html.unescape(re.sub(r"</?[a-z][^<>]*>", "", str(message.get("text", ""))))
    return "\n".join([text, *(f"[{button['text']}]" for button in _buttons(sent))]).replace("\n", "\n      ")


async def play(emulator: Path, port: int, user_id: int, acts: list[str]) -> int:
    """The number of acts that the bot did not answer."""
    process = await asyncio.create_subprocess_exec(
        "node", str(Path(__file__).with_name("start.js")), str(port + 1),
        env={**os.environ, "NODE_PATH": str(emulator / "node_modules")}, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        emulator_url = (await process.stdout.readline()).decode().strip()
        if not emulator_url:
            raise SystemExit(f"the emulator in {emulator} did not start; --help tells how to install it")
        async with aiohttp.ClientSession() as http:
            adapter = Adapter(emulator_url, http)
            runner = web.AppRunner(adapter.application(), access_log=None, shutdown_timeout=0.5)
            await runner.setup()
            await web.TCPSite(runner, "127.0.0.1", port).start()
            print(f"TELEGRAM_API_BASE_URL=http://127.0.0.1:{port} TELEGRAM_BOT_TOKEN={TOKEN}", flush=True)
            await adapter.polled.wait()
            unanswered = await _held(Chat(emulator_url, http, user_id), acts)
            print(f"answered outside the emulator: {', '.join(sorted(adapter.answered_here))}")
            await runner.cleanup()
            return unanswered
    finally:
        process.terminate()
        await process.wait()


async def _held(chat: Chat, acts: list[str]) -> int:
    unanswered = 0
    for act in acts:
        before = await chat.sent()
        pressed = re.fullmatch(r"\[(.+)\]", act)
        print(f"An: {act}", flush=True)
        await (chat.presses(pressed[1]) if pressed else chat.says(act))
        told = await chat.news(before)
        unanswered += not told
        for sent in told:
            print(f"Bot: {_shown(sent)}", flush=True)
    return unanswered


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.telegram_server.third_party", description=__doc__)
    parser.add_argument("--emulator", type=Path, required=True, help="where npm installed telegram-test-api")
    parser.add_argument("--port", type=int, default=9100, help="of the adapter; the emulator takes the next one")
    parser.add_argument("--user", type=int, default=7)
    parser.add_argument("conversation", type=Path)
    chosen = parser.parse_args()
    acts = [line for line in chosen.conversation.read_text(encoding="utf-8").splitlines() if line.strip()]
    sys.exit(1 if asyncio.run(play(chosen.emulator, chosen.port, chosen.user, acts)) else 0)


if __name__ == "__main__":
    main()

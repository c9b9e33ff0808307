"""A person's chat with the bot, in the emulator: what is typed, pressed and edited there, and what the bot sent."""

import asyncio
import html
import re
import time
from collections.abc import Sequence

import aiohttp

from tests.telegram_server.server import TOKEN
from tests.telegram_server.third_party.adapter import EDITED, Json

_QUIET_SECONDS = 1.5  # the bot has said all that it says
_PATIENCE_SECONDS = 60.0


class Chat:
    """Everything that is said here is kept by the emulator, and read from it."""

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
        """The emulator has the message for the bot."""
        await self._post("sendMessage", self._message(text))

    async def edits(self, text: str) -> None:
        """The last message that the person typed says `text` now, as far as the bot is told."""
        typed = [told["messageId"] for told in await self.history() if "from" in _said(told)]
        if not typed:
            raise LookupError("nothing was typed that could be edited")
        await self._post("sendMessage", {**self._message(text), EDITED: typed[-1]})

    async def presses(self, label_part: str) -> None:
        """The newest button whose label has the words is pressed; LookupError when there is none."""
        for sent in reversed(await self.sent()):
            for button in _buttons(sent):
                if label_part.lower() in button["text"].lower() and "callback_data" in button:
                    message = {**self._message(str(_said(sent)["text"])), "message_id": sent["messageId"]}
                    pressed = {**self._common, "message": message, "data": button["callback_data"]}
                    await self._post("sendCallback", pressed)
                    return
        raise LookupError(f"no button {label_part!r}")

    async def history(self) -> list[Json]:
        """All that the emulator keeps of both sides, in order."""
        history = await self._post("getUpdatesHistory", {"token": TOKEN})
        assert isinstance(history, list)
        return history

    async def sent(self) -> list[Json]:
        """All that the bot sent, as it stands now."""
        return [told for told in await self.history() if "chat_id" in _said(told)]

    async def news(self, before: Sequence[Json], expected: Sequence[str]) -> list[str]:
        """The messages that the bot sent or changed after `before`, as `shown`.

        Returns once they have all the expected words and the bot is quiet, or nothing more is to be hoped for.
        """
        ends, seen, changed_at = time.monotonic() + _PATIENCE_SECONDS, list(before), time.monotonic()
        while True:
            now = await self.sent()
            if now != seen:
                seen, changed_at = now, time.monotonic()
            known = {sent["messageId"] for sent in before}
            news = [shown(sent, is_changed=sent["messageId"] in known) for sent in seen if sent not in before]
            is_quiet = time.monotonic() - changed_at > _QUIET_SECONDS
            if (news and is_quiet and not missing(news, expected)) or time.monotonic() > ends:
                return news
            await asyncio.sleep(0.05)

    def _message(self, text: str) -> Json:
        message: Json = {**self._common, "date": int(time.time()), "text": text}
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
        return message

    async def _post(self, route: str, body: Json) -> object:
        async with self._http.post(f"{self._url}/{route}", json=body) as response:
            return (await response.json()).get("result")


def shown(sent: Json, *, is_changed: bool) -> str:
    """What the person sees of a message: its number, its text without the markup, its buttons."""
    text = html.unescape(re.sub(r"</?[a-z][^<>]*>", "", str(_said(sent).get("text", ""))))
    lines = [*text.splitlines(), *(f"[{button['text']}]" for button in _buttons(sent))]
    return f"Bot #{sent['messageId']}{' (changed)' if is_changed else ''}: " + "\n      ".join(lines)


def missing(news: Sequence[str], expected: Sequence[str]) -> list[str]:
    """The expected words that none of the messages shows, in whatever case."""
    all_shown = "\n".join(news).casefold()
    return [words for words in expected if words.casefold() not in all_shown]


def _said(told: Json) -> Json:
    message = told.get("message")
    return message if isinstance(message, dict) else {}


def _buttons(sent: Json) -> list[dict[str, str]]:
    markup = _said(sent).get("reply_markup")
    return [button for row in markup.get("inline_keyboard", []) for button in row] if isinstance(markup, dict) else []

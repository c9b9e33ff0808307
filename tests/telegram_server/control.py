"""Drives the server from another process: JSON under /control/, for load runs and runs that are killed.

POST says      {"acts": [{"user_id": 7, "text": "Hạn?", "chat_id": -5}]}     what people type
POST push      {"updates": [{...}]}                                          any updates
POST press     {"chat_id": 7, "message_id": 9, "label": "Xem", "user_id": 7}
POST file      {"user_id": 7, "name": "a.pdf", "content": "<base64>", "caption": ""}
POST group     {"chat_id": -5, "title": "Phòng", "user_ids": [7, 8]}
POST faults    {"next": [{"method": "sendMessage", "fault": "flood", "arguments": {"retry_after": 1}}],
                "at_random": [{"fault": "dropped_after", "rate": 0.05, "methods": ["sendMessage"]}], "seed": 1}
POST disorder  {"twice": 0.05, "shuffled": 0.05, "seed": 1}
POST limits    {"overall_per_second": 30}  (the fields of Limits), or null for none
POST forget    {}: messages, calls and told updates are forgotten, so that a long run takes no memory
GET  state, messages?since=0, updates?since=0, calls?method=sendChatAction, presses, transcript?chat_id=7
"""

import base64
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.telegram_server.chats import Message
from tests.telegram_server.faults import fault_named
from tests.telegram_server.limits import Limits
from tests.telegram_server.telegram import Press

if TYPE_CHECKING:
    from tests.telegram_server.server import BotApiServer

Asked = dict[str, Any]


class Control:
    """What another process may do and ask."""

    def __init__(self, server: "BotApiServer") -> None:
        self._server = server

    def add_to(self, application: web.Application) -> None:
        people = (self.says, self.push, self.press, self.edit, self.inline, self.block, self.file, self.group)
        for act in (*people, self.faults, self.disorder, self.limits, self.forget):
            application.router.add_post(f"/control/{act.__name__}", _answering(act))
        for question in (self.state, self.messages, self.updates, self.calls, self.presses, self.transcript):
            application.router.add_get(f"/control/{question.__name__}", _answering(question))

    def says(self, asked: Asked) -> object:
        people, mailbox = self._server.people, self._server.telegram.mailbox
        told = []
        with self._server.telegram.changed:
            for act in asked["acts"]:
                self._server.telegram.user(act["user_id"], act.get("first_name", ""))
                chat_id = act.get("chat_id", act["user_id"])
                reply_to = self._message(chat_id, act["reply_to"]) if "reply_to" in act else None
                message = people.says(act["user_id"], act["text"], chat_id=chat_id, reply_to=reply_to)
                told.append({"message_id": message.message_id, "update_id": max(mailbox.deliveries, default=0)})
        return {"said": told}

    def push(self, asked: Asked) -> object:
        return {"update_ids": [self._server.push(update) for update in asked["updates"]]}

    def press(self, asked: Asked) -> object:
        message = self._message(asked["chat_id"], asked["message_id"])
        return {"query_id": self._server.people.presses(message, asked["label"], asked["user_id"]).query_id}

    def edit(self, asked: Asked) -> object:
        message = self._message(asked["chat_id"], asked["message_id"])
        return {"update_id": self._server.people.edits(message, asked["text"])}

    def inline(self, asked: Asked) -> object:
        return {"query_id": self._server.people.asks_inline(asked["user_id"], asked["query"]).query_id}

    def block(self, asked: Asked) -> object:
        people = self._server.people
        (people.blocks if asked["is_blocked"] else people.unblocks)(asked["user_id"])
        return {}

    def _message(self, chat_id: int, message_id: int) -> Message:
        return self._server.telegram.chats[chat_id].messages[message_id]

    def file(self, asked: Asked) -> object:
        content = base64.b64decode(asked["content"])
        message = self._server.people.sends_file(
            asked["user_id"], asked["name"], content, caption=asked.get("caption", ""), chat_id=asked.get("chat_id")
        )
        assert message.file is not None
        return {"message_id": message.message_id, "file_id": message.file.file_id}

    def group(self, asked: Asked) -> object:
        self._server.people.group(asked["chat_id"], asked["title"], *asked["user_ids"])
        return {}

    def faults(self, asked: Asked) -> object:
        faults = self._server.faults
        for queued in asked.get("next", []):
            fault = fault_named(queued["fault"], **queued.get("arguments", {}))
            faults.next(queued["method"], fault, queued.get("times", 1))
        if "at_random" in asked:
            faults.at_random({}, seed=asked.get("seed", 0))
            for drawn in asked["at_random"]:
                fault = fault_named(drawn["fault"], **drawn.get("arguments", {}))
                faults.also_at_random({fault: drawn["rate"]}, methods=drawn.get("methods", ()))
        return {}

    def disorder(self, asked: Asked) -> object:
        self._server.disorder(**asked)
        return {}

    def limits(self, asked: Asked | None) -> object:
        self._server.limit(None if asked is None else Limits(**asked))
        return {}

    def forget(self, _asked: Asked) -> object:
        telegram = self._server.telegram
        with telegram.changed:
            self._server.calls.clear()
            telegram.sent.clear()
            telegram.shown.clear()
            telegram.refusals.clear()
            telegram.presses.clear()
            telegram.inline_queries.clear()
            telegram.mailbox.forget_confirmed()
            for chat in telegram.chats.values():
                chat.messages.clear()
                chat.actions.clear()
        return {}

    def state(self, _asked: Asked) -> object:
        telegram = self._server.telegram
        with telegram.changed:
            return {
                "messages": len(telegram.sent),
                "calls": Counter(self._server.called()),
                "updates_waiting": telegram.mailbox.count_waiting(),
                "polls": self._server.api.updates.polls,
                "webhook_attempts": self._server.api.updates.webhook_attempts,
                "warnings": telegram.warnings[-100:],
                "refusals": Counter(f"{method}: {description}" for method, description in telegram.refusals),
                "faults": {
                    f"{method}: {name}": times for (method, name), times in self._server.faults.happened.items()
                },
                "times_limited": telegram.flow.times_refused,
            }

    def messages(self, asked: Asked) -> object:
        since = int(asked.get("since", 0))
        with self._server.telegram.changed:
            sent = self._server.telegram.sent[since:]
            return {"messages": [_told(message) for message in sent], "next": since + len(sent)}

    def updates(self, asked: Asked) -> object:
        since = int(asked.get("since", 0))
        with self._server.telegram.changed:
            deliveries = self._server.telegram.mailbox.deliveries.values()
            return {"updates": [asdict(delivery) for delivery in deliveries if delivery.update_id >= since]}

    def calls(self, asked: Asked) -> object:
        with self._server.telegram.changed:
            named = [call for call in self._server.calls if call.method == asked["method"]]
            return {"calls": [{"parameters": call.parameters, "at": call.at} for call in named]}

    def presses(self, _asked: Asked) -> object:
        with self._server.telegram.changed:
            return {"presses": [_pressed(press) for press in self._server.telegram.presses.values()]}

    def transcript(self, asked: Asked) -> object:
        return {"transcript": self._server.transcript(int(asked["chat_id"]))}


def _told(message: Message) -> Asked:
    return {
        "chat_id": message.chat_id,
        "message_id": message.message_id,
        "method": message.method,
        "shown": message.shown,
        "written": message.written,
        "buttons": message.labels(),
        "file": message.file.name if message.file else None,
        "reply_to": message.reply_to.message_id if message.reply_to else None,
        "sent_at": message.sent_at,
        "edited_at": message.edited_at,
        "is_deleted": message.is_deleted,
    }


def _pressed(press: Press) -> Asked:
    return {
        "query_id": press.query_id, "user_id": press.user.id, "data": press.data, "at": press.at,
        "answered_at": press.answered_at, "notice": press.notice,
    }  # fmt: skip


def _answering(act: Callable[[Any], object]) -> Callable[[web.Request], Any]:
    async def answer(request: web.Request) -> web.Response:
        try:
            asked = json.loads(await request.text() or "{}") if request.method == "POST" else dict(request.query)
            body, status = act(asked), 200
        except (KeyError, TypeError, ValueError) as error:
            body, status = {"error": f"{type(error).__name__}: {error}"}, 400
        return web.Response(
            status=status, body=json.dumps(body, ensure_ascii=False).encode(), content_type="application/json"
        )

    return answer

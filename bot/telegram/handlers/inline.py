"""Inline mode: "@bot câu hỏi" typed in any chat by somebody who may ask."""

import asyncio
import hashlib

from telegram import InlineQueryResultArticle, InlineQueryResultsButton, InputTextMessageContent
from telegram.constants import ParseMode

from bot import telegram_messages as messages
from bot.answer import AnswerStatus
from bot.answer_html import answer_as_html
from bot.conversation.memory import EMPTY
from bot.records.audit import AuditKind
from bot.records.people import Role
from bot.telegram.desk import Desk
from bot.telegram.gate import Visitor
from bot.telegram.incoming import TypedInline
from bot.telegram.message_parts import message_parts

# Telegram sends a query at each letter; what is shorter is hardly a question, and who still types is waited for.
FEWEST_CHARACTERS = 8
STILL_TYPING_SECONDS = 0.7

# A short description under the title.
_LONGEST_DESCRIPTION = 120

_WORTH_SENDING = frozenset({AnswerStatus.ANSWERED, AnswerStatus.PARTIAL, AnswerStatus.NOT_IN_CORPUS})


class Inline:
    """Offers one result, the answer, to be sent by the person who typed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._latest: dict[int, int] = {}  # the last update of each person who is typing

    async def type(self, typed: TypedInline, visitor: Visitor) -> None:
        """The last query of the person has its result; strangers are offered the way to ask for access."""
        if not visitor.may_ask:
            button = InlineQueryResultsButton(messages.INLINE_ASK_FOR_ACCESS, start_parameter="inline")
            await self._desk.bot.answer_inline_query(typed.query_id, [], 0, is_personal=True, button=button)
            return
        user_id = typed.sender.user_id
        # They are handled side by side, so that an earlier one may get here after a later one.
        self._latest[user_id] = max(typed.update_id, self._latest.get(user_id, typed.update_id))
        await asyncio.sleep(STILL_TYPING_SECONDS)
        if self._latest.get(user_id) != typed.update_id:
            return
        del self._latest[user_id]
        results = [] if len(typed.text.strip()) < FEWEST_CHARACTERS else await self._results(typed, visitor)
        await self._desk.bot.answer_inline_query(typed.query_id, results, 0, is_personal=True)

    async def _results(self, typed: TypedInline, visitor: Visitor) -> list[InlineQueryResultArticle]:
        desk, now = self._desk, self._desk.clock.now()
        user_id = typed.sender.user_id
        if await asyncio.to_thread(desk.records.switch.state):
            return []
        if not visitor.may(Role.ADMIN):
            free_again = await asyncio.to_thread(desk.quotas.admit, user_id, user_id, False, now)
            if free_again is not None:
                return []
        turn = await desk.answering(desk.conversations.reply, typed.text, EMPTY, desk.clock.today())
        await asyncio.to_thread(desk.records.audit.note, now, user_id, user_id, AuditKind.ASKED)
        answer = turn.answer
        if answer.status not in _WORTH_SENDING:
            return []
        content = InputTextMessageContent(message_parts(answer_as_html(answer))[0], ParseMode.HTML)
        identity = hashlib.sha256(typed.text.encode()).hexdigest()[:32]
        title, description = messages.inline_title(typed.text), answer.text[:_LONGEST_DESCRIPTION]
        return [InlineQueryResultArticle(identity, title, content, description=description)]

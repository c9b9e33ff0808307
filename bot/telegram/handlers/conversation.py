"""The conversation itself: beginning, help, beginning anew, forgetting, and what people think of the answers."""

import asyncio

from bot import messages as answer_messages
from bot import telegram_messages as messages
from bot.markup import escaped
from bot.records.given_answers import GivenAnswer
from bot.records.ownership import PAYLOAD_PREFIX
from bot.records.people import Role
from bot.records.retention import forget_person
from bot.screens.deep_links import read_start_payload
from bot.screens.screen import Screen
from bot.telegram.desk import Desk
from bot.telegram.gate import Visitor
from bot.telegram.handlers.access import Access
from bot.telegram.handlers.documents import Documents
from bot.telegram.handlers.questions import Questions
from bot.telegram.incoming import Said


class Conversation:
    """Everything in a chat that is neither a question nor about a document."""

    def __init__(self, desk: Desk, access: Access, documents: Documents, questions: Questions) -> None:
        self._desk = desk
        self._access = access
        self._documents = documents
        self._questions = questions

    async def start(self, said: Said, visitor: Visitor) -> None:
        """/start: what a link opens, the claim of a first admin, or help; a stranger has a code."""
        if said.text.startswith(PAYLOAD_PREFIX) or (said.text and not await self._has_admin()):
            await self._access.claim(said.text, visitor)
        elif not visitor.may_ask:
            await self._access.stranger(visitor)
        elif payload := read_start_payload(said.text):
            await self._documents.open_link(payload, visitor)
        else:
            await self._say(visitor, self._help(visitor))
            await self._access.admin_began(visitor)

    async def help(self, said: Said, visitor: Visitor) -> None:
        """/trogiup."""
        await self._say(visitor, self._help(visitor))

    async def unknown_command(self, said: Said, visitor: Visitor) -> None:
        """A command that the bot does not have."""
        await self._say(visitor, messages.unknown_command())

    async def ask(self, said: Said, visitor: Visitor) -> None:
        """/hoi, or any text."""
        if said.text:
            await self._questions.ask(said, visitor)
        elif said.command:
            await self._say(visitor, messages.question_is_missing())
        elif visitor.place.is_private:
            await self._say(visitor, answer_messages.only_text_is_understood())

    async def begin_anew(self, said: Said, visitor: Visitor) -> None:
        """/moi."""
        memories = self._desk.records.memories
        await asyncio.to_thread(memories.forget_thread, visitor.place.chat_id, visitor.memory_key)
        await self._say(visitor, messages.conversation_begins_anew())

    async def forget(self, said: Said, visitor: Visitor) -> None:
        """/quen; in a group only the sender's own conversation there, for the answers are everybody's."""
        if not visitor.place.is_private:
            await self.begin_anew(said, visitor)
            return
        forgotten = await asyncio.to_thread(
            forget_person, self._desk.records, said.sender.user_id, said.place.chat_id, self._desk.clock.now()
        )
        await self._say(visitor, messages.forgotten(forgotten.answers, forgotten.subscriptions))

    async def comment(self, said: Said, visitor: Visitor) -> None:
        """/gopy: words on the answer that is replied to, or on the last one."""
        if not said.text:
            await self._say(visitor, messages.feedback_wants_words())
            return
        given = await asyncio.to_thread(self._commented_on, said)
        feedback, now = self._desk.records.feedback, self._desk.clock.now()
        if given is None:
            await asyncio.to_thread(feedback.remark, said.place.chat_id, said.sender.user_id, said.text, now)
        else:
            await asyncio.to_thread(feedback.comment, given, said.sender.user_id, said.text, now)
        await self._say(visitor, messages.comment_thanks())

    def _help(self, visitor: Visitor) -> str:
        return messages.help_text(is_admin=visitor.may(Role.ADMIN))

    def _commented_on(self, said: Said) -> GivenAnswer | None:
        answers = self._desk.records.given_answers
        if said.replied_to is not None:
            return answers.sent_as(said.place.chat_id, said.replied_to)
        return answers.latest_in(said.place.chat_id, said.sender.user_id)

    async def _has_admin(self) -> bool:
        return bool(await asyncio.to_thread(self._desk.people.admins))

    async def _say(self, visitor: Visitor, text: str) -> None:
        await self._desk.courier.say(visitor.place, Screen(escaped(text)))

"""Buttons under messages: each is allowed anew when it is pressed, and says so when what it opened is gone."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from bot import telegram_messages as messages
from bot.markup import escaped
from bot.records.feedback import Verdict
from bot.records.given_answers import GivenAnswer
from bot.records.people import Role
from bot.screens.actions import Action, Verb, read_action
from bot.screens.answer_screen import FEEDBACK
from bot.screens.files import answer_calendar
from bot.screens.provision_screen import citation_screen
from bot.screens.screen import Attachment, Screen
from bot.telegram.desk import Desk
from bot.telegram.gate import Visitor
from bot.telegram.handlers.documents import Documents
from bot.telegram.handlers.questions import Asked, Questions
from bot.telegram.incoming import Pressed

OnAction: TypeAlias = Callable[[Pressed, Action, Visitor], Awaitable[None]]

# What these verbs do is for administrators; who may do the rest is who may ask.
_FOR_ADMINS = frozenset({Verb.PAIRING, Verb.UPLOAD})
_OF_ANSWERS = frozenset({Verb.CITATION, Verb.ANSWER_CALENDAR, Verb.FEEDBACK, Verb.CHOICE, Verb.RESEND})


class Buttons:
    """Gives a pressed button to what it opens; `elsewhere` has those that other handlers see to."""

    def __init__(self, desk: Desk, questions: Questions, documents: Documents, elsewhere: dict[Verb, OnAction]) -> None:
        self._desk = desk
        self._questions = questions
        self._documents = documents
        self._elsewhere = elsewhere

    async def press(self, pressed: Pressed, visitor: Visitor) -> None:
        """What the button says has been done, or the person knows why not."""
        action = read_action(pressed.callback)
        if action is None:
            await self._too_old(pressed)
        elif action.verb in _FOR_ADMINS and not visitor.may(Role.ADMIN):
            await self._desk.courier.acknowledge(pressed.query_id, messages.not_for_you(), is_alert=True)
        elif action.verb not in _FOR_ADMINS and not visitor.may_ask:
            await self._desk.courier.acknowledge(pressed.query_id, messages.not_let_in(), is_alert=True)
        elif action.verb in self._elsewhere:
            await self._elsewhere[action.verb](pressed, action, visitor)
        elif action.verb in _OF_ANSWERS:
            await self._of_answer(pressed, action, visitor)
        else:
            await self._of_document(pressed, action, visitor)

    async def _of_document(self, pressed: Pressed, action: Action, visitor: Visitor) -> None:
        found = await asyncio.to_thread(self._documents.opened, action)
        if found is None:
            await self._too_old(pressed)
            return
        await self._desk.courier.acknowledge(pressed.query_id)
        await self._show(found, pressed, visitor)

    async def _of_answer(self, pressed: Pressed, action: Action, visitor: Visitor) -> None:
        """An answer is opened only in the chat in which it was given."""
        answer_id, *arguments = action.arguments or ("",)
        answers = self._desk.records.given_answers
        given = await asyncio.to_thread(answers.get, answer_id, pressed.place.chat_id)
        if given is None:
            await self._too_old(pressed)
            return
        match action.verb, arguments:
            case Verb.CITATION, [mark]:
                await self._desk.courier.acknowledge(pressed.query_id)
                screen = await asyncio.to_thread(
                    citation_screen, given, mark, self._desk.holdings, self._desk.clock.today()
                )
                await self._desk.courier.say(pressed.place, screen)
            case Verb.ANSWER_CALENDAR, []:
                await self._desk.courier.acknowledge(pressed.query_id)
                found = await asyncio.to_thread(answer_calendar, given, self._desk.holdings, self._desk.clock.now())
                await self._documents.show(found, visitor)
            case Verb.FEEDBACK, [verdict] if verdict in FEEDBACK:
                await self._judged(given, verdict, pressed)
            case Verb.CHOICE, [place] if place.isdecimal() and int(place) < len(given.choices):
                await self._desk.courier.acknowledge(pressed.query_id)
                question = given.choices[int(place)].question
                await self._questions.answer(Asked(question, pressed.update_id, None), visitor)
            case Verb.RESEND, []:
                await self._desk.courier.acknowledge(pressed.query_id)
                await self._questions.send_again(given, visitor)
            case _:
                await self._too_old(pressed)

    async def _judged(self, given: GivenAnswer, verdict: str, pressed: Pressed) -> None:
        await asyncio.to_thread(
            self._desk.records.feedback.note, given, Verdict(verdict), pressed.sender.user_id, self._desk.clock.now()
        )
        await self._desk.courier.acknowledge(pressed.query_id, messages.feedback_thanks(FEEDBACK[verdict]))
        if Verdict(verdict) is not Verdict.RIGHT:
            screen = Screen(escaped(messages.feedback_wants_words()))
            await self._desk.courier.say(pressed.place, screen)

    async def _show(self, found: Screen | Attachment, pressed: Pressed, visitor: Visitor) -> None:
        """Below an answer, which stays; in place of any other screen."""
        answers = self._desk.records.given_answers
        if isinstance(found, Screen):
            below = await asyncio.to_thread(answers.sent_as, pressed.place.chat_id, pressed.message_id)
            if below is None and await self._desk.courier.replace(pressed.place, pressed.message_id, found):
                return
        await self._documents.show(found, visitor)

    async def _too_old(self, pressed: Pressed) -> None:
        await self._desk.courier.acknowledge(pressed.query_id, messages.button_is_too_old(), is_alert=True)

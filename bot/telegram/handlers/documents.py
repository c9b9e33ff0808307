"""Documents and their deadlines by command, by link and by button."""

import asyncio
from datetime import date

from bot.records.audit import AuditKind
from bot.screens.actions import Action, Verb
from bot.screens.deadline_screens import deadlines_command, document_deadlines_screen
from bot.screens.deep_links import StartPayload
from bot.screens.document_card import card_screen, relations_screen
from bot.screens.document_list import documents_command
from bot.screens.files import calendar_command, document_calendar, source_file, timeline_picture
from bot.screens.provision_screen import provision_screen
from bot.screens.screen import Attachment, Screen
from bot.telegram.desk import Desk
from bot.telegram.gate import Visitor
from bot.telegram.incoming import Said


class Documents:
    """Shows what the library holds."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def find(self, said: Said, visitor: Visitor) -> None:
        """/vanban."""
        screen = await asyncio.to_thread(documents_command, said.text, self._desk.holdings, self._today())
        await self._desk.courier.say(visitor.place, screen)

    async def deadlines(self, said: Said, visitor: Visitor) -> None:
        """/hanchot."""
        screen = await asyncio.to_thread(deadlines_command, said.text, self._desk.holdings, self._today())
        await self._desk.courier.say(visitor.place, screen)

    async def calendar(self, said: Said, visitor: Visitor) -> None:
        """/lich."""
        found = await asyncio.to_thread(
            calendar_command, said.text, self._desk.holdings, self._today(), self._desk.clock.now()
        )
        await self.show(found, visitor)

    async def open_link(self, payload: StartPayload, visitor: Visitor) -> None:
        """A link to a document or a provision was followed."""
        holdings, today = self._desk.holdings, self._today()
        if payload.ordinal is None:
            screen = await asyncio.to_thread(card_screen, payload.key, holdings, today)
        else:
            screen = await asyncio.to_thread(
                provision_screen, payload.key, str(payload.ordinal), payload.version, holdings, today
            )
        await self._desk.courier.say(visitor.place, screen)

    def opened(self, action: Action) -> Screen | Attachment | None:
        """What a button about a document opens; None when it is none. Reads the library, so call it in a thread."""
        holdings, today = self._desk.holdings, self._today()
        match action.verb, action.arguments:
            case Verb.PROVISION, (key, ordinal, version):
                return provision_screen(key, ordinal, version, holdings, today)
            case Verb.PROVISION, (key, ordinal, version, part):
                return provision_screen(key, ordinal, version, holdings, today, part)
            case Verb.CARD, (key,):
                return card_screen(key, holdings, today)
            case Verb.RELATIONS, (key, page):
                return relations_screen(key, page, holdings)
            case Verb.DEADLINES, (key, page):
                return document_deadlines_screen(key, page, holdings, today)
            case Verb.SOURCE, (key, page):
                return source_file(key, page, holdings)
            case Verb.CALENDAR, (key,):
                return document_calendar(key, holdings, self._desk.clock.now())
            case Verb.TIMELINE, (key,):
                return timeline_picture(key, holdings, today)
        return None

    async def show(self, found: Screen | Attachment, visitor: Visitor) -> None:
        """The screen or the file is in the chat."""
        if isinstance(found, Screen):
            await self._desk.courier.say(visitor.place, found)
            return
        await self._desk.courier.send_file(visitor.place, found)
        await asyncio.to_thread(
            self._desk.records.audit.note,
            self._desk.clock.now(),
            visitor.sender.user_id,
            visitor.place.chat_id,
            AuditKind.EXPORTED,
        )

    def _today(self) -> date:
        return self._desk.clock.today()

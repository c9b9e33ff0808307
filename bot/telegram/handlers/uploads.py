"""Files that administrators send for the library: saved into the inbox folder, followed, decided."""

import asyncio
import logging

from telegram.error import TelegramError

from bot import telegram_messages as messages
from bot.markup import escaped
from bot.records.people import Role
from bot.screens.actions import Action
from bot.screens.screen import Screen
from bot.screens.upload_flow import (
    Sender,
    correct_upload,
    make_room,
    press_upload,
    upload_changes,
    upload_received,
    upload_to_correct,
)
from bot.telegram.desk import Desk
from bot.telegram.gate import Visitor
from bot.telegram.incoming import Place, Pressed, Said
from corpus.inbox import Inbox

logger = logging.getLogger(__name__)


class Uploads:
    """The bot only saves the file and shows what the ingest says of it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._inbox = Inbox(desk.settings.corpus.inbox_dir)

    async def receive(self, said: Said, visitor: Visitor) -> None:
        """A file of an administrator lies in the inbox, and a message shows from now on what becomes of it."""
        desk, place = self._desk, visitor.place
        assert said.file is not None  # the registry sends only such here
        if not (visitor.may(Role.ADMIN) and place.is_private):
            await desk.courier.say(place, Screen(escaped(messages.file_not_expected())))
            return
        room = await asyncio.to_thread(make_room, self._inbox, said.file.name, said.file.size)
        if isinstance(room, Screen):
            await desk.courier.say(place, room)
            return
        try:
            file = await desk.bot.get_file(said.file.file_id)
            await file.download_to_drive(room.path)
        except TelegramError as error:
            await asyncio.to_thread(self._inbox.withdraw, room.ticket)
            logger.warning("A file could not be fetched from Telegram: %s", type(error).__name__)
            await desk.courier.say(place, Screen(escaped(messages.file_not_fetched())))
            return
        by = self._sender(visitor)
        upload, screen = await asyncio.to_thread(upload_received, desk.records, self._inbox, room, by)
        message_id = await desk.courier.say(place, screen)
        if upload is not None and message_id is not None:
            await asyncio.to_thread(desk.records.uploads.place_message, upload.ticket, message_id)

    async def decide(self, pressed: Pressed, action: Action, visitor: Visitor) -> None:
        """A button under a preview or an outcome."""
        done = await asyncio.to_thread(press_upload, self._desk.records, self._inbox, action, self._sender(visitor))
        await self._desk.courier.acknowledge(pressed.query_id, done.notice)
        if done.screen is not None:
            await self._desk.courier.replace(pressed.place, pressed.message_id, done.screen)

    async def correct(self, said: Said, visitor: Visitor) -> bool:
        """Whether the message was a correction of an upload; then it has been taken or refused."""
        if not (visitor.may(Role.ADMIN) and visitor.place.is_private):
            return False
        desk, by = self._desk, self._sender(visitor)
        upload = await asyncio.to_thread(
            upload_to_correct, desk.records, by.chat_id, by.user_id, said.replied_to, said.text
        )
        if upload is None:
            return False
        is_taken, screen = await asyncio.to_thread(correct_upload, desk.records, self._inbox, upload, said.text, by)
        message_id = await desk.courier.say(visitor.place, screen)
        if is_taken and message_id is not None:
            await asyncio.to_thread(desk.records.uploads.place_message, upload.ticket, message_id)
            if upload.message_id is not None:
                moved = Screen(escaped(messages.upload_moved(upload.file_name)))
                await desk.courier.replace(visitor.place, upload.message_id, moved)
        return True

    async def follow(self) -> None:
        """Every upload shows how far it has come."""
        changes = await asyncio.to_thread(upload_changes, self._desk.records, self._inbox, self._desk.clock.now())
        for upload, screen in changes:
            place = Place(upload.chat_id, is_private=True)
            shown_in = upload.message_id
            if shown_in is None or not await self._desk.courier.replace(place, shown_in, screen):
                message_id = await self._desk.courier.say(place, screen)
                if message_id is not None:
                    await asyncio.to_thread(self._desk.records.uploads.place_message, upload.ticket, message_id)
            await asyncio.to_thread(self._desk.records.uploads.note_shown, upload)

    def _sender(self, visitor: Visitor) -> Sender:
        return Sender(visitor.place.chat_id, visitor.sender.user_id, visitor.sender.name, self._desk.clock.now())

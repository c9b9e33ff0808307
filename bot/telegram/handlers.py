"""What happens to each message of a private chat."""

import asyncio
import html
import logging
import time
from collections.abc import Callable
from datetime import date

from telegram import Message, Update, User
from telegram.error import Forbidden, TelegramError
from telegram.ext import Application, CommandHandler, ContextTypes, MessageHandler, filters

from bot import messages
from bot.answers import Answers, UnfailingAnswers, new_reference
from bot.logs import hidden_from_logs
from bot.rendering import answer_as_html
from bot.telegram.access import AllowList
from bot.telegram.message_parts import message_parts
from bot.telegram.typing_sign import typing_sign

logger = logging.getLogger(__name__)

Context = ContextTypes.DEFAULT_TYPE


class Handlers:
    """Answers those who may ask; every other message gets one polite sentence."""

    def __init__(self, answers: Answers, access: AllowList, today: Callable[[], date]) -> None:
        self._answers = UnfailingAnswers(answers)
        self._access = access
        self._today = today

    def add_to(self, application: Application) -> None:  # type: ignore[type-arg]  # its six parameters do not matter
        """The application gives messages of private chats, and nothing else, to these handlers; the first fit wins."""
        private = filters.ChatType.PRIVATE
        application.add_handlers(
            [
                MessageHandler(private & filters.UpdateType.EDITED_MESSAGE, self.on_edited_message),
                CommandHandler("start", self.on_start, private),
                CommandHandler("help", self.on_help, private),
                MessageHandler(private & filters.COMMAND, self.on_unknown_command),
                MessageHandler(private & filters.TEXT, self.on_question),
                MessageHandler(private & ~filters.StatusUpdate.ALL, self.on_message_without_text),
            ]
        )
        application.add_error_handler(self.on_error)

    async def on_start(self, update: Update, context: Context) -> None:
        """/start, for everybody: it shows who may not ask yet the id to pass on."""
        message, user = _sent(update)
        text = messages.start(is_allowed=self._access.allows(user.id), user_id=user.id)
        await _reply(message, html.escape(text, quote=False))

    async def on_help(self, update: Update, context: Context) -> None:
        """/help."""
        await self._say(update, messages.help_text())

    async def on_unknown_command(self, update: Update, context: Context) -> None:
        """/anything."""
        await self._say(update, messages.unknown_command())

    async def on_edited_message(self, update: Update, context: Context) -> None:
        """A message that was changed."""
        await self._say(update, messages.edited_message_is_not_read())

    async def on_message_without_text(self, update: Update, context: Context) -> None:
        """A sticker, a picture, a voice message, a file."""
        await self._say(update, messages.only_text_is_understood())

    async def on_question(self, update: Update, context: Context) -> None:
        """Any other text is a question."""
        message, user = _sent(update)
        if not self._access.allows(user.id):
            await self._say(update, messages.access_denied(user.id))
            return
        started = time.monotonic()
        async with typing_sign(context.bot, message.chat_id):
            answer = await asyncio.to_thread(self._answers.answer, message.text or "", self._today())
        await _reply(message, answer_as_html(answer))
        logger.info(
            "Answered user %s in %.2f s: %s, %s, %s citations",
            user.id,
            time.monotonic() - started,
            answer.status,
            answer.kind,
            len(answer.citations),
        )

    async def on_error(self, update: object, context: Context) -> None:
        """What went wrong is in the log under a reference, and the person, if there is one, has the reference."""
        message = update.message if isinstance(update, Update) else None
        with hidden_from_logs(message.text or "" if message else ""):
            if isinstance(context.error, Forbidden):
                logger.warning("Telegram does not let the bot write to a chat: %s", context.error)
                return
            reference = new_reference()
            logger.error("Handling an update failed, reference %s", reference, exc_info=context.error)
            if message is None or message.chat.type != message.chat.PRIVATE:
                return
            try:
                await _reply(message, html.escape(messages.internal_error(reference), quote=False))
            except TelegramError as error:
                logger.warning("The apology with reference %s was not sent: %s", reference, error)

    async def _say(self, update: Update, text: str) -> None:
        """The sentence for those who may ask; others learn that they may not."""
        message, user = _sent(update)
        said = text if self._access.allows(user.id) else messages.access_denied(user.id)
        await _reply(message, html.escape(said, quote=False))


def _sent(update: Update) -> tuple[Message, User]:
    """The message and its author; the filters let only updates with both through."""
    message, user = update.effective_message, update.effective_user
    if message is None or user is None:
        raise ValueError(f"update {update.update_id} of a private chat has no message or no author")
    return message, user


async def _reply(message: Message, text: str) -> None:
    """All parts of the HTML text are in the chat, in order."""
    for part in message_parts(text):
        await message.reply_text(part)

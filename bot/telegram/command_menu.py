"""The commands that Telegram offers when "/" is typed: people's, groups', administrators'."""

import logging
from collections.abc import Iterable, Mapping

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
)
from telegram.error import TelegramError

from bot import telegram_messages as messages

logger = logging.getLogger(__name__)


async def set_command_menus(bot: Bot, admins: Iterable[int]) -> None:
    """Each kind of chat is offered its commands [1]; the description stands in empty chats.

    [1] https://core.telegram.org/bots/api#botcommandscope
    """
    await bot.set_my_commands(_listed(messages.USER_COMMANDS), BotCommandScopeDefault())
    await bot.set_my_commands(_listed(messages.USER_COMMANDS), BotCommandScopeAllPrivateChats())
    await bot.set_my_commands(_listed(messages.GROUP_COMMANDS), BotCommandScopeAllGroupChats())
    await bot.set_my_description(messages.bot_description())
    for admin in admins:
        await offer_admin_commands(bot, admin)


async def offer_admin_commands(bot: Bot, user_id: int) -> None:
    """The private chat of this admin is offered all commands; one that has never begun cannot be."""
    commands = {**messages.USER_COMMANDS, **messages.ADMIN_COMMANDS}
    try:
        await bot.set_my_commands(_listed(commands), BotCommandScopeChat(user_id))
    except TelegramError as error:
        logger.info("The menu of admin %s was not set: %s", user_id, error.message)


async def withdraw_admin_commands(bot: Bot, user_id: int) -> None:
    """The private chat is offered what everybody is."""
    try:
        await bot.delete_my_commands(BotCommandScopeChat(user_id))
    except TelegramError as error:
        logger.info("The menu of user %s was not taken back: %s", user_id, error.message)


def _listed(commands: Mapping[str, str]) -> list[BotCommand]:
    return [BotCommand(name, meaning) for name, meaning in commands.items()]

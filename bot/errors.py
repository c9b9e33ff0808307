"""Errors of the bot.

BotError
├── QuestionsFileError       a file of questions cannot be read
└── TelegramStartError       the Telegram bot cannot start: no token, token rejected, server out of reach

Settings that cannot be used are `corpus.settings.IncorrectSettings`, for all packages alike.
What a user meets is a status of an Answer, or a sentence of `bot.messages`; these are for the operator.
"""


class BotError(Exception):
    """Base of all errors of this package; the message says what was done, found, and what to do."""


class QuestionsFileError(BotError):
    """A file of questions cannot be read."""


class TelegramStartError(BotError):
    """The Telegram bot cannot start; the message never holds the token."""

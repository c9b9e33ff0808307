"""Errors of the bot.

BotError
├── CalendarFileError        a calendar file cannot be written where it was asked for
├── PictureError             a picture for a chat could not be drawn
├── PictureFileError         a picture cannot be written where it was asked for
├── QuestionsFileError       a file of questions cannot be read
├── RecordsError             the bot's own records cannot be read or written
├── TelegramStartError       the Telegram bot cannot start: no token, token rejected, server out of reach
└── WorkerError              a process that answers cannot be started, or gave no answer

Settings that cannot be used are `corpus.settings.IncorrectSettings`, for all packages alike.
What a user meets is a status of an Answer, or a sentence of `bot.messages`; these are for the operator.
"""


class BotError(Exception):
    """Base of all errors of this package; the message says what was done, found, and what to do."""


class QuestionsFileError(BotError):
    """A file of questions cannot be read."""


class PictureError(BotError):
    """The process that draws a picture could not be started, failed or took too long."""


class PictureFileError(BotError):
    """A picture cannot be written: no format goes by that suffix, or the place cannot be written to."""


class CalendarFileError(BotError):
    """A calendar file cannot be written: its folder is not there, or is closed to us."""


class RecordsError(BotError):
    """The records of people, answers and subscriptions cannot be read or written."""


class TelegramStartError(BotError):
    """The Telegram bot cannot start; the message never holds the token."""


class WorkerError(BotError):
    """No process that answers could be started or gave an answer; may hold a traceback with words of the question."""

"""Runs the Telegram bot in a process of its own, with a scripted core: SERVER TOKEN."""

import sys

from bot.logs import configure_logging
from bot.settings import Settings
from bot.telegram.application import run_telegram
from tests.bot.factories import ScriptedAnswers, today

if __name__ == "__main__":
    _, server, token = sys.argv
    settings = Settings.from_environment(
        {
            "TELEGRAM_BOT_TOKEN": token,
            "TELEGRAM_ALLOWED_USERS": "7",
            "TELEGRAM_API_BASE_URL": server,
            "LOG_LEVEL": "DEBUG",
        }
    )
    configure_logging(settings)
    sys.exit(run_telegram(settings, ScriptedAnswers(), today))

"""Questions as the core understands them, without a library behind them."""

from bot.question import analyse
from bot.relevance import focus_on
from corpus.understanding import Reading


def asked(text):
    return analyse(Reading(typed=text, text=text, search_text=text, changed=False))


def focus(text):
    """The focus on a question whose words are all equally rare among a hundred passages."""
    return focus_on(asked(text), lambda terms: dict.fromkeys(terms, 1), 100)

"""Answers, where a document orders what is asked about and sets no time for it, that it sets none, with its words."""

from dataclasses import replace

from bot import deadline_answer_messages as messages
from bot.answer import AnswerStatus
from bot.answerers.evidence import Evidence
from bot.composing import plain
from bot.expressions import AnswerType, find_expressions
from bot.open_document import OpenDocument
from bot.relevance import Focus, Terms, without
from bot.reply import Reply

# The words of the statement itself must say so much of what is asked, the name of the document apart.
ENOUGH_SHARE = 0.6


def answer_undated(focus: Focus, opened: OpenDocument, evidence: Evidence) -> Reply | None:
    """That the document sets no day, with the statement of the duty; None when no statement is about it."""
    about = without(focus, opened.document)
    rated = [(about.share([(Terms.of(one.statement.text), 1.0)]), one.statement) for one in evidence.ranked]
    share, statement = max(rated, key=lambda pair: pair[0], default=(0.0, None))
    if statement is None or share < ENOUGH_SHARE or _tells_time(statement.text):
        return None
    citation = opened.cite(statement.provision, statement.start, statement.end)
    return Reply(AnswerStatus.PARTIAL, f"{messages.no_day_set()} [1]\n{plain(citation.quote)}", (citation,))


def without_day(reply: Reply) -> Reply:
    """An answer on a named document that holds no time at all, under the words that say so."""
    if reply.deadlines or any(_tells_time(citation.quote) for citation in reply.citations):
        return reply
    return replace(reply, status=AnswerStatus.PARTIAL, text=f"{messages.no_day_set()}\n{reply.text}")


def _tells_time(text: str) -> bool:
    return any(find_expressions(kind, text) for kind in (AnswerType.TIME, AnswerType.DURATION))

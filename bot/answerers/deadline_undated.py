"""Answers, where a document orders what is asked about and sets no time for it, that it sets none, with its words."""

import re
from dataclasses import replace

from bot import deadline_answer_messages as messages
from bot.answer import AnswerStatus
from bot.answerers.evidence import Evidence
from bot.composing import plain
from bot.expressions import AnswerType, find_expressions
from bot.messages import ASK_ADMINISTRATOR
from bot.open_document import OpenDocument
from bot.relevance import Focus, without
from bot.reply import Reply
from bot.terms import Terms
from corpus.deadline import sets_a_day
from corpus.deadline_rule import Ongoing, Recurring
from corpus.folding import fold

# The words of the statement itself must say so much of what is asked, the name of the document apart.
ENOUGH_SHARE = 0.6
_NO_DAY_FOR_TITLE = (
    "Các văn bản trong kho không nêu thời hạn này cho danh hiệu hoặc hình thức khen thưởng được hỏi; "
    "thời hạn của danh hiệu, hình thức khác không áp dụng thay."
)
_NUMBER = re.compile(r"\d|(?<!\w)[IVX]{1,4}(?!\w)")
# The end of something is asked for …
_ENDS = re.compile(r"(?<!\w)(?:ket thuc|be mac)(?!\w)")
# … and told by one of these; the day of its launch tells nothing of it.
_ENDING = re.compile(
    r"(?<!\w)(?:ket thuc|be mac|tong ket|so ket|hoan thanh|den|toi|truoc|cham nhat|giai doan|het|keo dai"
    r"|trong (?:thang|quy|nam|\d+))(?!\w)"
)


def answer_undated(focus: Focus, opened: OpenDocument, evidence: Evidence) -> Reply | None:
    """That the document sets no day, with the statement of the duty; None when no statement is about it."""
    about = without(focus, opened.document)
    rated = [(about.share([(Terms.of(one.statement.text), 1.0)]), one.statement) for one in evidence.ranked]
    share, statement = max(rated, key=lambda pair: pair[0], default=(0.0, None))
    if statement is None or share < ENOUGH_SHARE or _tells_time(statement.text):
        return None
    citation = opened.cite(statement.provision, statement.start, statement.end)
    return Reply(AnswerStatus.PARTIAL, f"{messages.no_day_set()} [1]\n{plain(citation.quote)}", (citation,))


def without_day(reply: Reply, focus: Focus, *, is_named: bool) -> Reply:
    """An answer without the time that is asked for, under the words that say so.

    Of a document that is named an answer without any time; of any document one on the beginning, when the end is asked.
    """
    quotes = [citation.quote for citation in reply.citations]
    if _ENDS.search(fold(focus.question.reading.text)) and not any(_ENDING.search(fold(quote)) for quote in quotes):
        quoted = [f"{plain(citation.quote)} [{mark}]" for mark, citation in enumerate(reply.citations, 1)]
        return replace(
            reply, status=AnswerStatus.PARTIAL, text="\n".join([messages.no_day_set(), *quoted]), deadlines=()
        )
    if not is_named or tells_time(reply):
        return reply
    return replace(reply, status=AnswerStatus.PARTIAL, text=f"{messages.no_day_set()}\n{reply.text}")


def answer_no_day_for_title() -> Reply:
    """Nothing tells a day for the title of emulation asked about: that, and not a day of another title."""
    return Reply(AnswerStatus.NOT_IN_CORPUS, f"{_NO_DAY_FOR_TITLE} {ASK_ADMINISTRATOR}")


def tells_day(reply: Reply) -> bool:
    """Whether what it quotes says more than a rhythm: "hằng năm" alone is no day."""
    if reply.deadlines:
        rules = [one.deadline.rule for one in reply.deadlines]
        return any(sets_a_day(rule) or not isinstance(rule, Recurring | Ongoing) for rule in rules)
    return any(names_day(citation.quote) for citation in reply.citations)


def names_day(text: str) -> bool:
    """Whether the words hold a time with a number in it: not "định kỳ hằng năm"."""
    times = [one for kind in (AnswerType.TIME, AnswerType.DURATION) for one in find_expressions(kind, text)]
    return any(_NUMBER.search(text, start, end) for start, end in times)


def tells_time(reply: Reply) -> bool:
    """Whether what it quotes holds a time."""
    return bool(reply.deadlines) or any(_tells_time(citation.quote) for citation in reply.citations)


def _tells_time(text: str) -> bool:
    return any(find_expressions(kind, text) for kind in (AnswerType.TIME, AnswerType.DURATION))

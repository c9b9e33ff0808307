"""An answer as it was given to somebody."""

from datetime import date

from bot.records.given_answers import GivenAnswer
from tests.bot.records.moments_of_tests import NOW


def given(answer_id="a1", chat_id=40, user_id=40, at=NOW, question="hạn nộp báo cáo?", update_id=None):
    return GivenAnswer(
        id=answer_id,
        update_id=update_id,
        chat_id=chat_id,
        user_id=user_id,
        message_id=5,
        at=at,
        as_of=date(2026, 11, 21),
        question=question,
        status="answered",
        kind="deadline",
        html="<b>30/11/2026</b>",
    )

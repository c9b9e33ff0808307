import logging
from datetime import date

from bot.answer import AnswerStatus
from bot.answers import UnfailingConversations
from bot.conversation.memory import Memory
from tests.bot.factories import ScriptedAnswers, ScriptedConversations

DAY = date(2026, 11, 21)
BEFORE = Memory(questions=("Kế hoạch 7/KH-UBND do ai ký",))


def test_what_breaks_the_core_becomes_an_apology_and_the_memory_stays(caplog):
    conversations = UnfailingConversations(ScriptedConversations(ScriptedAnswers(**{"Hai?": RuntimeError("no table")})))
    with caplog.at_level(logging.ERROR):
        turn = conversations.reply("Hai?", BEFORE, DAY)
    reference = turn.answer.text.split()[-1].rstrip(".")
    assert (turn.answer.status, turn.answer.question, turn.memory) == (AnswerStatus.FAILED, "Hai?", BEFORE)
    assert f"reference {reference}" in caplog.text
    assert "no table" in caplog.text


def test_a_turn_that_does_not_fail_is_passed_on():
    turn = UnfailingConversations(ScriptedConversations()).reply("Một?", BEFORE, DAY)
    assert turn.answer.text == "Trả lời: Một?"
    assert turn.memory.questions == ("Một?", *BEFORE.questions)

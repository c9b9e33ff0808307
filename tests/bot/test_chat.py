import io
import logging

import pytest

from bot.chat import run_chat
from bot.conversation.memory import EMPTY
from tests.bot.factories import TODAY, ScriptedAnswers, ScriptedConversations, today


class InterruptedInput(io.StringIO):
    """Ctrl-C instead of a second line."""

    def readline(self):
        line = super().readline()
        if not line:
            raise KeyboardInterrupt
        return line


def chat(typed, answers=None, *, interactive=False):
    target = io.StringIO()
    source = typed if isinstance(typed, io.IOBase) else io.StringIO(typed)
    conversations = answers if isinstance(answers, ScriptedConversations) else ScriptedConversations(answers)
    run_chat(conversations, source, target, today, interactive=interactive)
    return target.getvalue()


def test_a_pipe_of_questions_is_answered_in_order_without_prompts():
    assert chat("Một?\nHai?\n") == "Trả lời: Một?\n\nTrả lời: Hai?\n\n"


def test_the_last_line_needs_no_line_break():
    assert chat("Một?") == "Trả lời: Một?\n\n"


def test_each_question_is_asked_for_today():
    answers = ScriptedAnswers()
    chat("Một?\n", answers)
    assert answers.asked == [("Một?", TODAY)]


def test_empty_lines_are_no_questions():
    answers = ScriptedAnswers()
    chat("\n  \nMột?\n\t\n", answers)
    assert [question for question, _ in answers.asked] == ["Một?"]


@pytest.mark.parametrize(
    "farewell",
    ["thoát", "Thoát.", "THOAT", "exit", "quit", "thoa\u0301t"],  # the last one decomposed, as macOS types it
)
def test_a_farewell_ends_the_conversation(farewell):
    assert chat(f"Một?\n {farewell} \nHai?\n") == "Trả lời: Một?\n\n"


def test_a_question_that_holds_a_farewell_is_a_question():
    assert chat("lối thoát nào\n") == "Trả lời: lối thoát nào\n\n"


def test_a_person_is_welcomed_prompted_and_bidden_farewell():
    shown = chat("Một?\n", interactive=True)
    assert shown.startswith("Xin chào.")
    assert shown.count("Câu hỏi: ") == 2
    assert "Câu hỏi: Trả lời: Một?\n\nCâu hỏi: \nTạm biệt.\n" in shown


def test_control_c_ends_politely():
    shown = chat(InterruptedInput("Một?\n"), interactive=True)
    assert "Trả lời: Một?" in shown
    assert shown.endswith("Câu hỏi: \nTạm biệt.\n\n")


def test_a_question_that_breaks_the_core_does_not_end_the_conversation(caplog):
    answers = ScriptedAnswers(**{"Hai ba?": RuntimeError("no such table")})
    with caplog.at_level(logging.ERROR):
        shown = chat("Hai ba?\nBốn?\n", answers)
    apology, answered = shown.strip().split("\n\n")
    reference = apology.split()[-1].rstrip(".")
    assert "hệ thống gặp lỗi" in apology
    assert answered == "Trả lời: Bốn?"
    assert f"reference {reference}" in caplog.text
    assert "no such table" in caplog.text


def test_bytes_that_are_not_utf_8_do_not_end_a_pipe():
    source = io.TextIOWrapper(io.BytesIO(b"M\xff?\nHai?\n"), encoding="ascii")
    assert chat(source) == "Trả lời: M\ufffd?\n\nTrả lời: Hai?\n\n"


def test_each_line_is_read_with_what_went_before():
    conversations = ScriptedConversations()
    chat("Một?\nHai?\nBa?\n", conversations)
    assert [memory.questions for memory in conversations.memories] == [(), ("Một?",), ("Hai?", "Một?")]


@pytest.mark.parametrize("new_beginning", ["mới", "/moi", "Mới."])
def test_a_new_beginning_forgets_what_went_before(new_beginning):
    conversations = ScriptedConversations()
    shown = chat(f"Một?\n{new_beginning}\nHai?\n", conversations)
    assert conversations.memories == [EMPTY, EMPTY]
    assert "Đã bắt đầu cuộc trò chuyện mới." in shown

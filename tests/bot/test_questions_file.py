import json
from datetime import date

from bot.questions_file import answer_file
from tests.bot.factories import ScriptedConversations

DAY = date(2026, 11, 21)


def asked(folder, *lines):
    """What is told of a file of these lines, and with which memory each message was read."""
    path = folder / "questions.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    conversations, told = ScriptedConversations(), []
    is_complete = answer_file(conversations, path, DAY, told.append)
    return is_complete, told, [memory.questions for memory in conversations.memories]


def test_the_turns_of_a_line_are_one_conversation(tmp_path):
    is_complete, told, before = asked(tmp_path, {"id": "a", "turns": ["Một?", "Hai?"]})
    assert is_complete
    assert [(one["id"], one["question"]) for one in told[0]["turns"]] == [("a", "Một?"), ("a", "Hai?")]
    assert before == [(), ("Một?",)]


def test_lines_know_nothing_of_one_another(tmp_path):
    _, told, before = asked(tmp_path, {"id": 1, "question": "Một?"}, {"id": 2, "turns": ["Hai?"]})
    assert told[0]["question"] == "Một?"
    assert list(told[1]) == ["id", "turns"]
    assert before == [(), ()]


def test_a_line_that_cannot_be_read_is_reported_and_the_others_are_answered(tmp_path, capsys):
    is_complete, told, _ = asked(tmp_path, "{", {"id": 1, "turns": "Một?"}, {"id": 2, "question": "Hai?"})
    assert not is_complete
    assert [one["id"] for one in told] == [2]
    assert "line 1" in capsys.readouterr().err

import os

import pytest

from bot.serving_settings import ServingSettings


def read(**environ):
    problems = []
    return ServingSettings.from_environment(environ, problems), problems


def test_two_processes_answer_unless_told_otherwise_and_one_where_there_is_one_processor(monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    assert read()[0].answer_processes == 2
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert read()[0].answer_processes == 1


def test_what_is_set_holds():
    settings, problems = read(ANSWER_PROCESSES="0", ANSWER_SECONDS=" 12 ")
    assert (settings.answer_processes, settings.answer_seconds, problems) == (0, 12, [])


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("ANSWER_PROCESSES", "two"),
        ("ANSWER_PROCESSES", "-1"),
        ("ANSWER_PROCESSES", "65"),  # more than a machine for an office can hold
        ("ANSWER_SECONDS", "0"),  # no question is done in no time
        ("ANSWER_SECONDS", "9" * 400),
    ],
)
def test_what_cannot_be_used_is_named(name, written):
    _, problems = read(**{name: written})
    assert len(problems) == 1
    assert problems[0].startswith(f"{name}: found {written!r}")

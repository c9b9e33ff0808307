"""Short ways to write documents, citations and answers, so that a row of a table fits on a line."""

import threading
from datetime import date

from bot.answer import Answer, AnswerStatus, Citation
from bot.conversation.memory import MOST_QUESTIONS, Memory
from bot.conversation.turn import Turn
from corpus.identifier import Locator, parse_locator
from corpus.model import Form
from tests import documents

TODAY = date(2026, 3, 2)


def today():
    return TODAY


def document(number="12/KH-UBND", *, kind="Kế hoạch", title="Tổ chức phong trào", form=Form.OFFICIAL, **more):
    """A plan of a province, but for what is told otherwise."""
    facts = {
        "id": f"{number}-{title}",
        "issued_on": date(2025, 11, 18),
        "issuer": "Ủy ban nhân dân tỉnh Hòa An",
        "source": "/srv/files/plan.pdf",
        "path": "/srv/files/plan.pdf",
    }
    return documents.document(number, kind=kind, title=title, form=form, **{**facts, **more})


def citation(quote, *, of=None, locator="", page=None):
    place = parse_locator(locator) if locator else Locator(())
    return Citation(of or document(), place, page, quote, 0, len(quote))


def answer(text, *citations, question="Hỏi gì?", understood_as=None, status=AnswerStatus.ANSWERED, warnings=()):
    return Answer(question, understood_as, "fact", status, TODAY, text, citations, warnings, 0.25)


class ScriptedAnswers:
    """Gives the answer written for a question, or raises the exception; anything else is echoed."""

    def __init__(self, **script):
        self.script = dict(script)
        self.asked = []

    def answer(self, question, as_of, /):
        self.asked.append((question, as_of))
        scripted = self.script.get(question)
        if isinstance(scripted, Exception):
            raise scripted
        return scripted or answer(f"Trả lời: {question}", question=question)


class ScriptedConversations:
    """Answers each message as `ScriptedAnswers` and remembers what was typed; keeps the memories that it was given."""

    def __init__(self, answers=None):
        self.answers = answers or ScriptedAnswers()
        self.memories = []

    def reply(self, typed, memory, as_of, /):
        self.memories.append(memory)
        told = self.answers.answer(typed, as_of)
        return Turn(told, Memory(questions=(typed, *memory.questions)[:MOST_QUESTIONS]))


class HeldAnswers(ScriptedAnswers):
    """Holds the answers to the questions named until they are released."""

    def __init__(self, *held):
        super().__init__()
        self.began = {question: threading.Event() for question in held}
        self.released = {question: threading.Event() for question in held}

    def answer(self, question, as_of, /):
        if question in self.released:
            self.began[question].set()
            assert self.released[question].wait(10), f"never released: {question}"
        return super().answer(question, as_of)

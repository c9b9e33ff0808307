"""From a message of a conversation to a turn: the visible list of steps."""

import time
from dataclasses import replace
from datetime import date

from bot import conversation_messages as messages
from bot.answer import Answer, AnswerStatus
from bot.answers import Answers
from bot.conversation.choosing import chosen
from bot.conversation.document_names import DocumentNames
from bot.conversation.following import Following
from bot.conversation.leaning import leans
from bot.conversation.memory import EMPTY, Memory
from bot.conversation.remembering import remembered
from bot.conversation.resolution import Rewritten, Unclear
from bot.conversation.said import Said, said
from bot.conversation.turn import Turn
from bot.question import QuestionKind
from corpus.library import Library
from corpus.understanding import LONGEST_QUESTION_CHARACTERS

__all__ = ["Conversing", "Turn"]

_TOLD = frozenset({AnswerStatus.ANSWERED, AnswerStatus.PARTIAL})
# What a message that leaves its document out may come to.
_SAID_TOO_LITTLE = frozenset({AnswerStatus.NEEDS_CLARIFICATION, AnswerStatus.OUT_OF_SCOPE, AnswerStatus.NOT_IN_CORPUS})


class Conversing:
    """Answers messages of conversations over one library; keeps nothing itself, safe to call from several threads."""

    def __init__(self, answering: Answers, library: Library) -> None:
        self._answering = answering
        self._library = library
        self._names = DocumentNames(library)
        self._following = Following(library, self._names)

    def reply(self, typed: str, memory: Memory, as_of: date) -> Turn:
        """The turn. What stands alone is asked as typed; a follow-up as the question that `understood_as` shows."""
        started = time.perf_counter()
        if len(typed) > LONGEST_QUESTION_CHARACTERS:
            return Turn(self._answering.answer(typed, as_of), memory)
        message = said(typed, self._library.syllables, as_of)
        if message.is_courtesy:
            return Turn(self._answering.answer(typed, as_of), memory)
        resolution = chosen(message, memory) or self._following.resolved(message, memory)
        if isinstance(resolution, Unclear):
            return _asked_back(typed, resolution, memory, as_of, started)
        plainly = typed if memory == EMPTY else message.plain
        asked, answer = self._asked(plainly, resolution, as_of)
        if answer.status in _SAID_TOO_LITTLE and asked == plainly:
            asked, answer = self._asked_though_vague(plainly, answer, message, memory)
        elif answer.status is AnswerStatus.NOT_IN_CORPUS and asked != plainly:
            asked, answer = self._asked_again(asked, answer, message, memory)
        if answer.status is AnswerStatus.OUT_OF_SCOPE and memory != EMPTY and leans(message):
            unclear = Unclear(messages.not_spoken_of_here())
            return _asked_back(typed, unclear, memory, as_of, started)
        follows = asked != plainly
        meant = answer.understood_as or (asked if follows else message.meant)
        after = remembered(memory, meant, answer, self._names, follows=follows)
        if follows:
            answer = replace(answer, understood_as=answer.understood_as or asked)
        answer = replace(answer, question=typed)
        return Turn(replace(answer, seconds=round(time.perf_counter() - started, 4)), after)

    def _asked_though_vague(self, plainly: str, answer: Answer, message: Said, memory: Memory) -> tuple[str, Answer]:
        """The message under what is talked about, where that answers it; else as it was asked."""
        for under in self._following.resolved_though_vague(message, memory):
            found = self._answering.answer(under.question, answer.as_of)
            if found.status in _TOLD:
                return under.question, found
        return plainly, answer

    def _asked_again(self, asked: str, answer: Answer, message: Said, memory: Memory) -> tuple[str, Answer]:
        """The follow-up under the document talked about, where that answers it; else as it was asked."""
        again = self._following.resolved_again(asked, message, memory)
        found = self._answering.answer(again.question, answer.as_of) if again else answer
        return (again.question, found) if again and found.status in _TOLD else (asked, answer)

    def _asked(self, typed: str, reading: Rewritten | None, as_of: date) -> tuple[str, Answer]:
        """What is asked and its answer; a reading that is not sure counts only when it is answered."""
        asked = reading.question if reading else typed
        answer = self._answering.answer(asked, as_of)
        if reading is None or reading.is_sure or answer.status in _TOLD:
            return asked, answer
        return typed, self._answering.answer(typed, as_of)


def _asked_back(typed: str, unclear: Unclear, memory: Memory, as_of: date, started: float) -> Turn:
    answer = Answer(
        question=typed,
        understood_as=None,
        kind=QuestionKind.FACT,
        status=AnswerStatus.NEEDS_CLARIFICATION,
        as_of=as_of,
        text=unclear.text,
        seconds=round(time.perf_counter() - started, 4),
        choices=unclear.choices,
    )
    waiting = unclear.waiting or memory.waiting
    return Turn(answer, replace(memory, choices=unclear.choices or memory.choices, waiting=waiting))

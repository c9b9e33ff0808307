"""From a message of a conversation to a turn: the visible list of steps."""

import time
from dataclasses import replace
from datetime import date
from itertools import islice

from bot import conversation_messages as messages
from bot.answer import Answer, AnswerStatus
from bot.answers import Answers
from bot.conversation.chat_words import without_introduction
from bot.conversation.choosing import chosen
from bot.conversation.document_names import DocumentNames
from bot.conversation.fitting import ENOUGH, ENOUGH_BY_RULE, Fitting, is_of_the_places
from bot.conversation.following import Following
from bot.conversation.in_context import InContext
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
MOST_READINGS = 8  # each is answered
# What a message that leaves its document out may come to.
_SAID_TOO_LITTLE = frozenset({AnswerStatus.NEEDS_CLARIFICATION, AnswerStatus.OUT_OF_SCOPE, AnswerStatus.NOT_IN_CORPUS})


class Conversing:
    """Answers messages of conversations over one library; keeps nothing itself, safe to call from several threads."""

    def __init__(self, answering: Answers, library: Library) -> None:
        self._answering = answering
        self._library = library
        self._names = DocumentNames(library)
        self._following = Following(library, self._names)
        self._fitting = Fitting(library)
        self._in_context = InContext(library, self._fitting)

    def reply(self, typed: str, memory: Memory, as_of: date) -> Turn:
        """The turn. What stands alone is asked as typed; a follow-up as the question that `understood_as` shows."""
        with self._library.reading():
            return self._reply(typed, memory, as_of)

    def _reply(self, typed: str, memory: Memory, as_of: date) -> Turn:
        started = time.perf_counter()
        if len(typed) > LONGEST_QUESTION_CHARACTERS:
            return Turn(self._answering.answer(typed, as_of), memory)
        message = said(typed, self._library.syllables, as_of)
        if message.is_courtesy:
            said_politely = typed if message.question.kind is QuestionKind.GREETING else messages.THANKS
            return Turn(replace(self._answering.answer(said_politely, as_of), question=typed), memory)
        resolution = chosen(message, memory) or self._following.resolved(message, memory)
        if isinstance(resolution, Unclear):
            return _asked_back(typed, resolution, memory, as_of, started)
        plainly, asked, answer = self._asked(message, resolution, memory, typed)
        if answer.status is AnswerStatus.OUT_OF_SCOPE and memory != EMPTY and leans(message):
            unclear = Unclear(messages.not_spoken_of_here())
            return _asked_back(typed, unclear, memory, as_of, started)
        follows = asked != plainly
        meant = answer.understood_as or (asked if follows else without_introduction(message.meant))
        after = remembered(memory, meant, answer, self._names, follows=follows)
        if follows:
            answer = replace(answer, understood_as=answer.understood_as or asked)
        answer = replace(answer, question=typed)
        return Turn(replace(answer, seconds=round(time.perf_counter() - started, 4)), after)

    def _asked(
        self, message: Said, resolution: Rewritten | None, memory: Memory, typed: str
    ) -> tuple[str, str, Answer]:
        """The message as it stands alone, what is asked instead of it, the same where it is no follow-up, the answer.

        A reading that is not sure counts only when it is answered. What finds nothing is read in its conversation; so
        is what a short message finds elsewhere than in what is talked about.
        """
        plainly = typed if memory == EMPTY else message.plain
        asked = resolution.question if resolution else plainly
        answer = self._answering.answer(asked, message.as_of)
        if resolution and not self._may_be_told(resolution, message, answer):
            asked, answer = plainly, self._answering.answer(plainly, message.as_of)
        if answer.status in _SAID_TOO_LITTLE and (shorter := without_introduction(plainly)) != asked == plainly:
            again = self._answering.answer(shorter, message.as_of)
            if again.status in _TOLD:
                return plainly, shorter, again
        if memory == EMPTY:
            return plainly, asked, answer
        if answer.status in _SAID_TOO_LITTLE:
            return plainly, *(self._asked_in_context(message, memory) or (asked, answer))
        if asked == plainly and self._in_context.may_lean(message, memory) and not _speaks_on(answer, memory):
            return plainly, *(self._asked_in_context(message, memory, alone=answer) or (asked, answer))
        return plainly, asked, answer

    def _asked_in_context(
        self, message: Said, memory: Memory, alone: Answer | None = None
    ) -> tuple[str, Answer] | None:
        """The reading of the message in its conversation whose answer fits both best; None when none fits.

        Where the message has an answer `alone`, only one from what is talked about, with as many of its words.
        """
        enough = self._fitting.share_found(message, alone) if alone else ENOUGH
        named = self._following.named(message, memory)
        message = named[0][1] if len(named) == 1 else message
        best: tuple[float, str, Answer] | None = None
        for reading in islice(self._in_context.readings(message, memory), MOST_READINGS):
            answer = self._answering.answer(reading, message.as_of)
            if not self._fits(message, answer, enough) or (alone and not _speaks_on(answer, memory)):
                continue
            score = self._fitting.share_found(message, answer) + self._fitting.share_of_matter(memory, answer)
            if best is None or score > best[0]:
                best = score, reading, answer
        return best[1:] if best else None

    def _may_be_told(self, resolution: Rewritten, message: Said, answer: Answer) -> bool:
        """Whether a rule's reading is kept: one that is not sure must be answered, and none tells of another place."""
        if not resolution.is_sure:
            return self._fits(message, answer, ENOUGH_BY_RULE)
        return answer.status not in _TOLD or is_of_the_places(message, answer)

    def _fits(self, message: Said, answer: Answer, enough: float) -> bool:
        return answer.status in _TOLD and self._fitting.share_found(message, answer) >= enough


def _speaks_on(answer: Answer, memory: Memory) -> bool:
    """Whether all that the answer cites is talked about."""
    known = {one.id for one in memory.documents}
    return bool(answer.citations) and all(one.document.id in known for one in answer.citations)


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

"""What is remembered once a question is answered."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer, AnswerStatus
from bot.conversation.asking import question_words
from bot.conversation.document_names import DocumentNames
from bot.conversation.memory import EMPTY, MOST_EARLIER, MOST_QUESTIONS, MOST_TOLD, Meant, Memory
from corpus.locator import Level, Locator, locator_of
from corpus.locator_reading import read_steps

_TOLD = frozenset({AnswerStatus.ANSWERED, AnswerStatus.PARTIAL, AnswerStatus.NOT_VERIFIED})
_CHANGES_NOTHING = frozenset({AnswerStatus.FAILED, AnswerStatus.OUT_OF_SCOPE})
_ASKED_BACK = frozenset({AnswerStatus.AMBIGUOUS, AnswerStatus.NEEDS_CLARIFICATION})
# A longer question is answered, and not carried on.
LONGEST_CARRIED_CHARACTERS = 400
_MOST_SPOKEN_OF = 2  # documents that one answer is about; more are only listed


def remembered(memory: Memory, asked: str, answer: Answer, names: DocumentNames, *, follows: bool) -> Memory:
    """The memory after `asked`, which stands alone; what does not follow on what was said takes its place.

    A question that failed or is out of scope changes nothing; one that was asked back about waits for its answer.
    """
    if answer.status in _CHANGES_NOTHING or len(asked) > LONGEST_CARRIED_CHARACTERS:
        return memory
    documents = names.spoken_of(asked, answer)
    if answer.status in _ASKED_BACK:
        known = memory if follows or not documents else replace(EMPTY, earlier=_earlier(memory, documents))
        waiting = asked if question_words(asked) else ""
        return replace(known, waiting=waiting, choices=answer.choices)
    # What stands alone and is answered from the one document talked about goes on with it.
    follows = follows or (len(documents) == 1 and documents == memory.documents)
    earlier = [one for one in memory.questions if one != asked and names.agree(one, documents)] if follows else []
    if follows and not documents:
        documents = memory.documents
    elif follows and memory.documents == documents[:1] and names.agree(asked, ()):
        documents = memory.documents  # cited first, with others beside: still what is talked about
    is_missing = answer.status not in _TOLD and bool(documents) and all(one.id is None for one in documents)
    before = memory.before if follows else (*memory.questions, *memory.before)
    return Memory(
        questions=(asked, *earlier)[:MOST_QUESTIONS],
        before=before[:MOST_QUESTIONS],
        documents=documents,
        earlier=_earlier(memory, documents),
        told=names.asked_for(asked, answer)[:MOST_TOLD],
        place=_place(asked, answer) or (memory.place if follows and documents == memory.documents else ""),
        waiting=asked if is_missing else "",
        choices=answer.choices,
    )


def _earlier(memory: Memory, documents: Sequence[Meant]) -> tuple[Meant, ...]:
    """Those spoken of before; of an answer from many documents none was."""
    spoken_of = memory.documents if len(memory.documents) <= _MOST_SPOKEN_OF else ()
    known = {one.id or one.name: one for one in (*spoken_of, *memory.earlier)}
    current = {one.id or one.name for one in documents}
    return tuple(one for key, one in known.items() if key not in current)[:MOST_EARLIER]


def _place(asked: str, answer: Answer) -> str:
    """The article that was asked for, else the first provision cited, when all that is cited is of one document."""
    if named := _article_in(asked):
        return str(named)
    if len({citation.document.id for citation in answer.citations}) != 1:
        return ""
    return str(answer.citations[0].locator)


def _article_in(asked: str) -> Locator | None:
    """The place of the one article that the question names."""
    try:
        found = locator_of(read_steps(asked))
    except ValueError:
        return None
    return found if any(step.level is Level.ARTICLE for step in found.steps) else None

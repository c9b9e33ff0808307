"""What is remembered once a question is answered."""

from dataclasses import replace

from bot.answer import Answer, AnswerStatus
from bot.conversation import follow_up_cues as cues
from bot.conversation.document_names import DocumentNames
from bot.conversation.memory import EMPTY, MOST_QUESTIONS, Memory
from corpus.folding import fold

_TOLD = frozenset({AnswerStatus.ANSWERED, AnswerStatus.PARTIAL, AnswerStatus.NOT_VERIFIED})
_CHANGES_NOTHING = frozenset({AnswerStatus.FAILED, AnswerStatus.OUT_OF_SCOPE})
_ASKED_BACK = frozenset({AnswerStatus.AMBIGUOUS, AnswerStatus.NEEDS_CLARIFICATION})
# A longer question is answered, and not carried on.
LONGEST_CARRIED_CHARACTERS = 400


def remembered(memory: Memory, asked: str, answer: Answer, names: DocumentNames, *, follows: bool) -> Memory:
    """The memory after `asked`, which stands alone; what does not follow on what was said takes its place.

    A question that failed or is out of scope changes nothing; one that was asked back about waits for its answer.
    """
    if answer.status in _CHANGES_NOTHING or len(asked) > LONGEST_CARRIED_CHARACTERS:
        return memory
    documents = names.spoken_of(asked, answer)
    if answer.status in _ASKED_BACK:
        known = memory if follows or not documents else EMPTY
        waiting = asked if cues.ASKING.search(fold(asked)) else ""
        return replace(known, waiting=waiting, choices=answer.choices)
    # What stands alone and is answered from the one document talked about goes on with it.
    follows = follows or (len(documents) == 1 and documents == memory.documents)
    earlier = [one for one in memory.questions if one != asked and names.agree(one, documents)] if follows else []
    if follows and not documents:
        documents = memory.documents
    is_missing = answer.status not in _TOLD and bool(documents) and all(one.id is None for one in documents)
    return Memory(
        questions=(asked, *earlier)[:MOST_QUESTIONS],
        documents=documents,
        place=_place(answer) or (memory.place if follows and documents == memory.documents else ""),
        waiting=asked if is_missing else "",
        choices=answer.choices,
    )


def _place(answer: Answer) -> str:
    """The first provision cited, when all that is cited is of one document."""
    if len({citation.document.id for citation in answer.citations}) != 1:
        return ""
    return str(answer.citations[0].locator)

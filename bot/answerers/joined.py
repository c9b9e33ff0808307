"""Several replies to one question as one, the marks counted through."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answer import AnswerStatus, Citation
from bot.by_document import asks_same_of_each
from bot.marks import Marks
from bot.messages import ASK_ADMINISTRATOR, designation, part_not_found
from bot.reply import Reply
from bot.verification import numbers_in

_ANSWERED = frozenset({AnswerStatus.ANSWERED, AnswerStatus.PARTIAL})
_MARK = re.compile(r"\[(\d+)\]")


def joined(replies: Sequence[Reply]) -> Reply:
    """One reply with the lines of all, in order; a line that an earlier or longer one tells already is left out.

    The same words of another document or place repeat nothing.

    It is answered when all are; partial when only some are.
    """
    marks, lines = Marks(), []
    told = [(place, _bare(line), _cited(line, reply)) for place, reply in enumerate(replies) for line in _lines(reply)]
    for place, reply in enumerate(replies):
        for line in _lines(reply):
            bare, sources = _bare(line), _cited(line, reply)
            others = [(other, said) for other, said, beside in told if other != place and sources <= beside]
            is_told_before = any(other < place and said == bare for other, said in others)
            if is_told_before or any(said != bare and bare in said for _, said in others):
                continue
            lines.append(_renumbered(line, reply, marks))
    statuses = {reply.status for reply in replies}
    return Reply(
        status=statuses.pop() if len(statuses) == 1 else AnswerStatus.PARTIAL,
        text="\n".join(lines),
        citations=marks.citations,
        warnings=tuple(dict.fromkeys(note for reply in replies for note in reply.warnings)),
        computed=tuple(dict.fromkeys(figure for reply in replies for figure in _figures(reply))),
        deadlines=tuple(dict.fromkeys(held for reply in replies for held in reply.deadlines)),
    )


def _figures(reply: Reply) -> Sequence[str]:
    """The figures of the reply that stand in no quote; what cites nothing repeats those of the question."""
    return reply.computed if reply.citations else (*reply.computed, *sorted(numbers_in([reply.text])))


def _lines(reply: Reply) -> list[str]:
    return reply.text.split("\n")


def _cited(line: str, reply: Reply) -> frozenset[tuple[str, int, int]]:
    """The places that the marks of the line cite."""
    marked = [one for mark in _MARK.finditer(line) if (one := _citation(mark, reply))]
    return frozenset((one.document.id, one.start, one.end) for one in marked)


def joined_parts(asked: Sequence[str], replies: Sequence[Reply]) -> Reply | None:
    """The replies to the parts of one message as one; a line names the parts of which nothing is told.

    None when no part is answered, or one needs to be asked again before anything can be said of it.
    """
    statuses = {reply.status for reply in replies}
    if AnswerStatus.NEEDS_CLARIFICATION in statuses or not statuses & _ANSWERED:
        return None
    missing = [part for part, reply in zip(asked, replies, strict=True) if not _tells(reply)]
    told = [reply for reply in replies if _tells(reply)]
    reply = joined([_headed(one) for one in told] if asks_same_of_each(asked) else told)
    if statuses <= _ANSWERED:
        return reply
    lines = [part_not_found(missing)] if missing else []
    return replace(
        reply,
        status=AnswerStatus.PARTIAL,
        text="\n".join([reply.text, *lines]),
        computed=tuple(dict.fromkeys([*reply.computed, *sorted(numbers_in(lines))])),
    )


def _headed(reply: Reply) -> Reply:
    """The reply under the name of the document that it cites, where it cites one only."""
    documents = {citation.document.id: citation.document for citation in reply.citations}
    if len(documents) != 1:
        return reply
    [document] = documents.values()
    name = designation(document)
    if name in _lines(reply)[0]:
        return reply
    return replace(reply, text=f"{name}:\n{reply.text}", computed=(*reply.computed, *sorted(numbers_in([name]))))


def _tells(reply: Reply) -> bool:
    """Whether it answers, or says more than that nothing is held: which instrument applied, what has ended."""
    return reply.status in _ANSWERED or (
        reply.status is AnswerStatus.NOT_IN_CORPUS and ASK_ADMINISTRATOR not in reply.text
    )


def _renumbered(line: str, reply: Reply, marks: Marks) -> str:
    def renumbered(mark: re.Match[str]) -> str:
        citation = _citation(mark, reply)
        return marks.of(citation) if citation else mark[0]

    return _MARK.sub(renumbered, line)


def _citation(mark: re.Match[str], reply: Reply) -> Citation | None:
    """What the mark cites; None for a note of the document itself that is quoted with its number."""
    number = int(mark[1])
    return reply.citations[number - 1] if 0 < number <= len(reply.citations) else None


def _bare(line: str) -> str:
    """The line without marks and its full stop."""
    return " ".join(_MARK.sub("", line).split()).rstrip(" .")

"""Several replies to one question as one, the marks counted through."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answer import AnswerStatus
from bot.marks import Marks
from bot.messages import ASK_ADMINISTRATOR, part_not_found
from bot.reply import Reply
from bot.verification import numbers_in

_ANSWERED = frozenset({AnswerStatus.ANSWERED, AnswerStatus.PARTIAL})
_MARK = re.compile(r"\[(\d+)\]")


def joined(replies: Sequence[Reply]) -> Reply:
    """One reply with the lines of all, in order; a line that an earlier or longer one tells already is left out.

    It is answered when all are; partial when only some are.
    """
    marks, lines = Marks(), []
    said = [[_bare(line) for line in reply.text.split("\n")] for reply in replies]
    for place, reply in enumerate(replies):
        others = [line for other, told in enumerate(said) if other != place for line in told]
        before = {line for told in said[:place] for line in told}
        for line in reply.text.split("\n"):
            bare = _bare(line)
            if bare in before or any(bare != other and bare in other for other in others):
                continue
            lines.append(_renumbered(line, reply, marks))
    statuses = {reply.status for reply in replies}
    return Reply(
        status=statuses.pop() if len(statuses) == 1 else AnswerStatus.PARTIAL,
        text="\n".join(lines),
        citations=marks.citations,
        warnings=tuple(dict.fromkeys(note for reply in replies for note in reply.warnings)),
        computed=tuple(dict.fromkeys(figure for reply in replies for figure in reply.computed)),
        deadlines=tuple(dict.fromkeys(held for reply in replies for held in reply.deadlines)),
    )


def joined_parts(asked: Sequence[str], replies: Sequence[Reply]) -> Reply | None:
    """The replies to the parts of one message as one; a line names the parts of which nothing is told.

    None when no part is answered, or one needs to be asked again before anything can be said of it.
    """
    statuses = {reply.status for reply in replies}
    if AnswerStatus.NEEDS_CLARIFICATION in statuses or not statuses & _ANSWERED:
        return None
    missing = [part for part, reply in zip(asked, replies, strict=True) if not _tells(reply)]
    reply = joined([reply for reply in replies if _tells(reply)])
    if statuses <= _ANSWERED:
        return reply
    lines = [part_not_found(missing)] if missing else []
    return replace(
        reply,
        status=AnswerStatus.PARTIAL,
        text="\n".join([reply.text, *lines]),
        computed=tuple(dict.fromkeys([*reply.computed, *sorted(numbers_in(lines))])),
    )


def _tells(reply: Reply) -> bool:
    """Whether it answers, or says more than that nothing is held: which instrument applied, what has ended."""
    return reply.status in _ANSWERED or (
        reply.status is AnswerStatus.NOT_IN_CORPUS and ASK_ADMINISTRATOR not in reply.text
    )


def _renumbered(line: str, reply: Reply, marks: Marks) -> str:
    return _MARK.sub(lambda mark: marks.of(reply.citations[int(mark[1]) - 1]), line)


def _bare(line: str) -> str:
    """The line without marks and its full stop."""
    return " ".join(_MARK.sub("", line).split()).rstrip(" .")

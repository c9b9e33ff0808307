"""Several replies to one question as one, the marks counted through."""

import re
from collections.abc import Sequence

from bot.answer import AnswerStatus
from bot.marks import Marks
from bot.reply import Reply

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
    )


def _renumbered(line: str, reply: Reply, marks: Marks) -> str:
    return _MARK.sub(lambda mark: marks.of(reply.citations[int(mark[1]) - 1]), line)


def _bare(line: str) -> str:
    """The line without marks and its full stop."""
    return " ".join(_MARK.sub("", line).split()).rstrip(" .")

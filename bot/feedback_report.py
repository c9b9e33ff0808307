"""`feedback`: what people said of answers, from the records alone, so that it need not wait for the embedding model."""

import argparse
import sys
from collections.abc import Callable
from datetime import datetime, time, tzinfo
from pathlib import Path

from bot.records.feedback import Remark, Verdict
from bot.records.records import open_records
from bot.rendering import shortened

DONE = 0
LONGEST_QUESTION_CHARACTERS = 120


def list_feedback(options: argparse.Namespace, records_path: Path, zone: tzinfo, tell: Callable[[object], None]) -> int:
    """The remarks asked for are on stdout, oldest first, their times in `zone`; a word on what they are on stderr."""
    if not records_path.exists():  # opening would make them
        _remark(f"{records_path} is not there: no bot has run with this DATA_DIR yet, so there is no feedback.")
        return DONE
    since = None if options.since is None else datetime.combine(options.since, time.min, zone)
    with open_records(records_path) as records:
        remarks = records.feedback.listed(since, Verdict(options.verdict) if options.verdict else None)
    for remark in remarks:
        if options.json:
            tell(remark_as_json(remark))
        else:
            print(remark_as_text(remark, zone))
    if not options.json:
        _remark(_count(remarks) if remarks else "No feedback fits; an earlier --since, or no --verdict, finds more.")
    return DONE


def remark_as_json(remark: Remark) -> dict[str, object]:
    """The remark for programs; whose it is stays in the records."""
    return {
        "answer": remark.answer_id,
        "at": remark.at.isoformat(),
        "verdict": remark.verdict and str(remark.verdict),
        "comment": remark.comment,
        "question": remark.question,
        "status": remark.status,
        "html": remark.html,
    }


def remark_as_text(remark: Remark, zone: tzinfo) -> str:
    """A line on the answer and, indented under it, the words of the person."""
    moment = f"{remark.at.astimezone(zone):%Y-%m-%d %H:%M}"
    verdict = remark.verdict or "-"
    about = shortened(_printable(remark.question), LONGEST_QUESTION_CHARACTERS) or "(the bot as a whole)"
    line = f"{moment}  {verdict:<7}  {remark.status or '-':<19}  {about}"
    words = _printable(remark.comment)
    return f"{line}\n{' ' * 18}{words}" if words else line


def _printable(text: str) -> str:
    """On one line, and nothing in it that a terminal obeys."""
    return "".join(filter(str.isprintable, " ".join(text.split())))


def _count(remarks: list[Remark]) -> str:
    counts = {verdict: sum(remark.verdict is verdict for remark in remarks) for verdict in Verdict}
    told = ", ".join(f"{count} {verdict}" for verdict, count in counts.items())
    return f"{len(remarks)} in all: {told}"


def _remark(line: str) -> None:
    print(line, file=sys.stderr)

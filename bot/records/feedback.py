"""What people say of the answers they got, with the answer as it was, for whoever improves the bot."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from sqlite3 import Row

from bot.records.database import Database
from bot.records.given_answers import AnswerId, GivenAnswer
from bot.records.moments import read, written

TABLES = """
CREATE TABLE IF NOT EXISTS feedback (
    id INTEGER PRIMARY KEY,
    answer_id TEXT,
    chat_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    verdict TEXT,
    comment TEXT NOT NULL,
    question TEXT NOT NULL,
    status TEXT NOT NULL,
    html TEXT NOT NULL,
    UNIQUE (answer_id, user_id)
);
CREATE INDEX IF NOT EXISTS feedback_by_time ON feedback (at);
CREATE INDEX IF NOT EXISTS feedback_of_user ON feedback (user_id);
"""

LONGEST_COMMENT = 2000


class Verdict(StrEnum):
    """What a person thinks of an answer."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSING = "missing"  # right as far as it goes


@dataclass(frozen=True, slots=True)
class Remark:
    """A verdict on an answer, words about it, or both; `answer_id` is None for words about the bot as a whole."""

    answer_id: AnswerId | None
    chat_id: int
    user_id: int
    at: datetime  # UTC, of the last change
    verdict: Verdict | None
    comment: str
    question: str
    status: str
    html: str


class Feedback:
    """At most one remark of a person on an answer; it outlives the answer as long as records are kept."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, answer: GivenAnswer, verdict: Verdict, user_id: int, now: datetime, comment: str = "") -> None:
        """The person's verdict on the answer is this; words that the person added before stay unless there are new."""
        self._put(answer, user_id, now, verdict, comment)

    def comment(self, answer: GivenAnswer, user_id: int, text: str, now: datetime) -> None:
        """The person's words on the answer are these, beside the verdict if there is one."""
        self._put(answer, user_id, now, None, text)

    def remark(self, chat_id: int, user_id: int, text: str, now: datetime) -> None:
        """Words about no answer in particular are kept."""
        self._database.run(
            """
            INSERT INTO feedback (chat_id, user_id, at, comment, question, status, html) VALUES (?, ?, ?, ?, '', '', '')
            """,
            (chat_id, user_id, written(now), _short(text)),
        )

    def verdict_of(self, answer_id: AnswerId, user_id: int) -> Verdict | None:
        """What the person thinks of the answer so far."""
        row = self._database.row(
            "SELECT verdict FROM feedback WHERE answer_id = ? AND user_id = ?", (answer_id, user_id)
        )
        return Verdict(row["verdict"]) if row is not None and row["verdict"] else None

    def listed(self, since: datetime | None = None, verdict: Verdict | None = None) -> list[Remark]:
        """The remarks from then on, or all, oldest first; with this verdict, or with any and none."""
        rows = self._database.rows(
            "SELECT * FROM feedback WHERE at >= ?1 AND (?2 IS NULL OR verdict = ?2) ORDER BY at, id",
            (written(since or datetime.min.replace(tzinfo=UTC)), verdict),
        )
        return [_read(row) for row in rows]

    def forget_user(self, user_id: int) -> int:
        """Nothing that the person said of answers is kept, in whichever chat; how many remarks were."""
        return self._database.run("DELETE FROM feedback WHERE user_id = ?", (user_id,))

    def forget_before(self, moment: datetime) -> int:
        """No remark from before then is kept; how many were."""
        return self._database.run("DELETE FROM feedback WHERE at < ?", (written(moment),))

    def _put(self, answer: GivenAnswer, user_id: int, now: datetime, verdict: Verdict | None, comment: str) -> None:
        values = (answer.id, answer.chat_id, user_id, written(now), verdict, _short(comment))
        self._database.run(
            """
            INSERT INTO feedback (answer_id, chat_id, user_id, at, verdict, comment, question, status, html)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (answer_id, user_id) DO UPDATE SET
                at = excluded.at,
                verdict = coalesce(excluded.verdict, verdict),
                comment = CASE excluded.comment WHEN '' THEN comment ELSE excluded.comment END,
                question = excluded.question, status = excluded.status, html = excluded.html
            """,
            (*values, answer.question, answer.status, answer.html),
        )


def _short(comment: str) -> str:
    """Its beginning, in characters that a file can hold: half a surrogate has no UTF-8."""
    return comment.strip()[:LONGEST_COMMENT].encode(errors="replace").decode()


def _read(row: Row) -> Remark:
    return Remark(
        answer_id=row["answer_id"],
        chat_id=row["chat_id"],
        user_id=row["user_id"],
        at=read(row["at"]),
        verdict=Verdict(row["verdict"]) if row["verdict"] else None,
        comment=row["comment"],
        question=row["question"],
        status=row["status"],
        html=row["html"],
    )

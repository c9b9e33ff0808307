"""All records of the bot, opened together."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.records import (
    audit,
    feedback,
    given_answers,
    groups,
    memories,
    notices,
    pairing,
    people,
    quotas,
    sent_files,
    subscriptions,
    switch,
    updates,
    uploads,
    watched_state,
)
from bot.records.audit import Audit
from bot.records.database import Database
from bot.records.feedback import Feedback
from bot.records.given_answers import GivenAnswers
from bot.records.groups import Groups
from bot.records.memories import Memories
from bot.records.notices import Notices
from bot.records.sent_files import SentFiles
from bot.records.subscriptions import Subscriptions
from bot.records.switch import Switch
from bot.records.updates import Updates
from bot.records.uploads import Uploads
from bot.records.watched_state import WatchedState

# Tables are only ever added, and columns given a default, so that a newer program opens an older file as it is.
TABLES = (
    given_answers.TABLES,
    audit.TABLES,
    feedback.TABLES,
    groups.TABLES,
    memories.TABLES,
    notices.TABLES,
    pairing.TABLES,
    people.TABLES,
    quotas.TABLES,
    sent_files.TABLES,
    subscriptions.TABLES,
    switch.TABLES,
    updates.TABLES,
    uploads.TABLES,
    watched_state.TABLES,
)


@dataclass(frozen=True, slots=True)
class Records:
    """What the bot remembers, each kind under its noun; People and Quotas are made of `database` and settings."""

    database: Database
    given_answers: GivenAnswers
    audit: Audit
    feedback: Feedback
    groups: Groups
    memories: Memories
    notices: Notices
    sent_files: SentFiles
    subscriptions: Subscriptions
    switch: Switch
    updates: Updates
    uploads: Uploads
    watched_state: WatchedState


@contextmanager
def open_records(path: Path) -> Iterator[Records]:
    """The records at `path`, made when there are none, until the end of the block."""
    with Database.open(path, TABLES) as database:
        yield Records(
            database=database,
            given_answers=GivenAnswers(database),
            audit=Audit(database),
            feedback=Feedback(database),
            groups=Groups(database),
            memories=Memories(database),
            notices=Notices(database),
            sent_files=SentFiles(database),
            subscriptions=Subscriptions(database),
            switch=Switch(database),
            updates=Updates(database),
            uploads=Uploads(database),
            watched_state=WatchedState(database),
        )

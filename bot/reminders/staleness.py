"""Who relied on a document learns once that another has changed it, that its deadline has moved, or that it is gone.

The last known state of each document that is followed or was cited lately is kept; a change of the library is compared
with it. The first look at a document only records its state.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from bot import staleness_messages as messages
from bot.deadline_matching import MatchedDeadline
from bot.markup import bold, escaped, italic
from bot.records.notices import Notice
from bot.records.records import Records
from bot.records.watched_state import DocumentState
from bot.reminders.coming import ComingDeadlines
from bot.reminders.document_state import Look, MovedDeadline, look_at, moved_deadlines, new_acts
from bot.reminders.office_hours import OfficeHours
from bot.reminders.telling import document_rows, quoted
from bot.rendering import shortened
from corpus.deadline_wording import wording
from corpus.model import Document, DocumentId, RelationKind
from corpus.standing import Act

ASKED_DAYS = 30  # who asked longer ago has acted on the answer
MOST_TOLD = 8  # changes in one message
LONGEST_TASK = 160


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that has changed about a document."""

    thing: str  # a stable name within the document
    said: str  # HTML that follows "Kế hoạch 21/KH-UBND mà anh/chị đã hỏi …"
    documents: tuple[Document, ...]  # to open
    for_followers_only: bool = False


class Staleness:
    """Over one library; used by one thread at a time."""

    def __init__(self, deadlines: ComingDeadlines, office: OfficeHours) -> None:
        self._deadlines = deadlines
        self._held = deadlines.holdings
        self._office = office
        self._cited_until: datetime | None = None  # answers up to then have been looked through

    def look(self, records: Records, now: datetime) -> list[Notice]:
        """The notices of what has changed since the last look; they are in the outbox.

        While the library is as it was, one number is read, and the answers given since.
        """
        now = now.astimezone(UTC)  # as the answers are dated
        state, revision = records.watched_state, self._held.library.revision()
        known = state.ids()
        watched = records.subscriptions.documents() | self._cited(records, now)
        first = [look for one in sorted(watched - known) if (look := self._look_at(one))]
        if revision == state.revision():
            if first:
                state.keep([look.state for look in first], revision)
            return []
        return self._compared(records, first, now)

    def _cited(self, records: Records, now: datetime) -> set[DocumentId]:
        since = self._cited_until or now - timedelta(days=ASKED_DAYS)
        found = records.given_answers.documents_cited(since)
        self._cited_until = now
        return found

    def _compared(self, records: Records, first: Sequence[Look], now: datetime) -> list[Notice]:
        """Every known document compared; those that nobody relies on any more are forgotten.

        All is read before anything is written, so that nobody who asks meanwhile waits for the records.
        """
        asked_since = now - timedelta(days=ASKED_DAYS)
        watched = records.subscriptions.documents() | records.given_answers.documents_cited(asked_since)
        revision, today = self._held.library.revision(), self._office.today(now)
        kept, gone = [look.state for look in first], list[DocumentId]()
        renamed: list[tuple[DocumentId, DocumentId]] = []
        by_chat: dict[int, list[tuple[str, Change]]] = {}
        for before in records.watched_state.all():
            look = self._look_at(before.id) if before.id in watched else None
            if look is not None:
                kept.append(look.state)
            else:
                gone.append(before.id)
            if before.id not in watched:
                continue
            if look is None and (same_file := self._held.library.by_path(before.path)):
                renamed.append((before.id, same_file.id))  # its number or date was corrected
                continue
            for change in self._changes(before, look, today):
                self._tell(records, before, change, asked_since, by_chat)
        notices = list(self._notices(by_chat, records, now))
        with records.database.transaction():
            for old, new in renamed:
                records.subscriptions.follow(old, new)
            records.watched_state.forget(gone)
            records.watched_state.keep(kept, revision)
            return records.notices.plan(notices)

    def _look_at(self, document_id: DocumentId) -> Look | None:
        return look_at(self._held.library, self._held.register, document_id)

    def _changes(self, before: DocumentState, look: Look | None, today: date) -> list[Change]:
        if look is None:
            return [Change("removed", f"{escaped(messages.removed())}.", (), for_followers_only=True)]
        acts = [self._of_act(look, name, act, today) for name, act in new_acts(before, look)]
        return acts + [self._of_deadline(look, moved) for moved in moved_deadlines(before, look)]

    def _of_act(self, look: Look, name: str, act: Act, today: date) -> Change:
        relation = act.relation
        place = self._locator(act.said_by.id, relation.provision)
        lines = [
            f"{escaped(messages.changed_by(act))}.",
            escaped(messages.places(act)),
            quoted(relation.quote),
            italic(messages.said_by(act.said_by, place)),
            *(self._moved_by(look, act, today) if relation.kind is not RelationKind.REPEALS else []),
        ]
        acting = act.acting.document or act.said_by
        return Change(name, "\n".join(filter(None, lines)), (look.document, acting))

    def _moved_by(self, look: Look, act: Act, today: date) -> list[str]:
        """The deadlines for which the acting document sets another day."""
        if act.acting.document is None:
            return []
        matches = [MatchedDeadline(one, self._held.shelf) for one in look.deadlines]
        instead = self._deadlines.changes(today).of(matches)
        told = []
        for place, new in sorted(instead.items()):
            if new.held.document.id == act.acting.document.id:
                old = look.deadlines[place].deadline
                moved = messages.deadline_moved(wording(old.rule), wording(new.held.deadline.rule))
                told.append(f"– {escaped(_task(old.task or old.quote))}: {escaped(moved)}")
        return list(dict.fromkeys(told))

    def _of_deadline(self, look: Look, moved: MovedDeadline) -> Change:
        deadline = moved.now.deadline
        old, new = moved.before.wording, wording(deadline.rule)
        tell = messages.deadline_moved
        if deadline.is_corrected:
            tell = messages.deadline_corrected
        elif moved.is_read_anew:
            tell = messages.deadline_read_anew
        task = _task(deadline.task or deadline.quote)
        lines = [
            f"{escaped(tell(old, new))}.",
            "" if task in deadline.quote else escaped(messages.duty(task)),
            quoted(deadline.quote),
            italic(messages.said_by(look.document, str(moved.now.locator))),
        ]
        said = "\n".join(filter(None, lines))
        name = sha256(f"{moved.before.task}|{old}|{new}".encode()).hexdigest()[:16]
        return Change(f"deadline|{name}|{look.state.digest[:12]}", said, (look.document,))

    def _locator(self, document_id: DocumentId, provision: int) -> str:
        opened = self._held.shelf.take(document_id)
        is_held = opened is not None and provision < len(opened.provisions)
        return str(opened.provisions[provision].locator) if opened is not None and is_held else ""

    def _tell(
        self,
        records: Records,
        before: DocumentState,
        change: Change,
        asked_since: datetime,
        by_chat: dict[int, list[tuple[str, Change]]],
    ) -> None:
        """The change is told to each chat that follows the document or asked about it lately."""
        asked: dict[int, date] = {}
        if not change.for_followers_only:
            for given in records.given_answers.last_cited(before.id, asked_since):
                asked[given.chat_id] = self._office.today(given.at)
        followers = {one.chat_id for one in records.subscriptions.of_document(before.id)}
        for chat_id in sorted(followers | set(asked)):
            day = None if chat_id in followers else asked[chat_id]
            why = messages.why_told(day, is_group=chat_id < 0)
            said = f"{bold(before.name)} {escaped(why)} {change.said}"
            thing = f"stale:{chat_id}:{before.id}:{change.thing}"
            by_chat.setdefault(chat_id, []).append((thing, Change(thing, said, change.documents)))

    def _notices(
        self, by_chat: dict[int, list[tuple[str, Change]]], records: Records, now: datetime
    ) -> Iterable[Notice]:
        """One message for each chat, without what it was told before, when the office is open."""
        for chat_id, changes in by_chat.items():
            told = records.notices.told([thing for thing, _ in changes])
            new = [(thing, change) for thing, change in changes if thing not in told]
            if not new:
                continue
            covers = tuple(thing for thing, _ in new)
            shown = [change for _, change in new[:MOST_TOLD]]
            parts = [bold(messages.HEADING), *(f"• {change.said}" for change in shown)]
            if len(new) > len(shown):
                parts.append(escaped(messages.more_changes(len(new) - len(shown))))
            yield Notice(
                id=f"stale:{chat_id}:{sha256(' '.join(covers).encode()).hexdigest()[:16]}",
                chat_id=chat_id,
                html="\n\n".join(parts),
                rows=document_rows(one for change in shown for one in change.documents),
                due_at=self._office.next_open(now),
                covers=covers,
            )


def _task(text: str) -> str:
    return shortened(text, LONGEST_TASK).rstrip(" .;,")

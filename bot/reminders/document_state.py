"""What is known of a document that may change under those who asked about it, and how two looks at it differ."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.messages import designation
from bot.records.watched_state import DocumentState, KnownDeadline
from corpus.deadline_wording import wording
from corpus.folding import fold
from corpus.held_deadline import HeldDeadline
from corpus.library import Library
from corpus.model import Deadline, Document, DocumentId, RelationKind
from corpus.register import Register
from corpus.standing import CHANGING, Act

# What another document does to one that somebody relies on; that it continues it changes nothing.
TELLING = CHANGING - {RelationKind.CONTINUES}


@dataclass(frozen=True, slots=True)
class Look:
    """A document as it is now; `state` is what is kept of it."""

    document: Document
    state: DocumentState
    acts: dict[str, Act]  # by the names in the state
    deadlines: tuple[HeldDeadline, ...]  # in the order of the state


@dataclass(frozen=True, slots=True)
class MovedDeadline:
    """A duty that is now due at another time than was known."""

    before: KnownDeadline
    now: HeldDeadline
    is_read_anew: bool  # the file is the same: the program reads it otherwise, no officer has changed it


def look_at(library: Library, register: Register, document_id: DocumentId) -> Look | None:
    """The document as it is now; None when it is not held."""
    head = library.head(document_id)
    if head is None:
        return None
    acts = {_name(act): act for act in register.standing(document_id).of_kinds(TELLING)}
    held = tuple(library.held_deadlines(document_ids=[document_id]))
    state = DocumentState(
        id=head.id,
        name=designation(head),
        path=head.path,
        digest=head.digest,
        derived_by=library.derived_by(head.id),
        acts=tuple(sorted(acts)),
        deadlines=tuple(map(_known, held)),
    )
    return Look(head, state, acts, held)


def new_acts(before: DocumentState, look: Look) -> list[tuple[str, Act]]:
    """What others do to it now and did not before, by name."""
    return [(name, act) for name, act in sorted(look.acts.items()) if name not in before.acts]


def moved_deadlines(before: DocumentState, look: Look) -> list[MovedDeadline]:
    """The duties that are due at another time than before.

    A duty is known again by its words at its place, else by its words alone where they are the only ones.
    """
    is_same_file = before.digest == look.state.digest
    pairs = _paired(before.deadlines, look.state.deadlines)
    return [
        MovedDeadline(old, look.deadlines[place], is_same_file and not look.deadlines[place].deadline.is_corrected)
        for old, place in pairs
        if old.wording != look.state.deadlines[place].wording
    ]


def _paired(old: Sequence[KnownDeadline], new: Sequence[KnownDeadline]) -> list[tuple[KnownDeadline, int]]:
    """Each old deadline with the place of the new one for the same duty; what is due as before is paired first."""
    open_old, open_new = list(range(len(old))), list(range(len(new)))
    pairs: list[tuple[KnownDeadline, int]] = []

    def pair(key: object, left: list[object], right: list[object]) -> None:
        here, there = left.index(key), right.index(key)
        pairs.append((old[open_old.pop(here)], open_new.pop(there)))

    for keys in (_by_all, _by_place_and_task, _by_task):
        for key in [keys(old[place]) for place in open_old]:
            left, right = [keys(old[place]) for place in open_old], [keys(new[place]) for place in open_new]
            counts = Counter(left)[key], Counter(right)[key]
            if key in left and key in right and (keys is _by_all or counts == (1, 1)):
                pair(key, left, right)
    return pairs


def _by_all(one: KnownDeadline) -> object:
    return one.locator, one.task, one.wording


def _by_place_and_task(one: KnownDeadline) -> object:
    return one.locator, one.task


def _by_task(one: KnownDeadline) -> object:
    return one.task


def _known(held: HeldDeadline) -> KnownDeadline:
    deadline = held.deadline
    return KnownDeadline(str(held.locator), duty_words(deadline), wording(deadline.rule))


def duty_words(deadline: Deadline) -> str:
    """The folded words of the duty without those that tell its time: equal when only the day has changed."""
    time = deadline.quote[max(0, deadline.start - deadline.quote_start) : max(0, deadline.end - deadline.quote_start)]
    words, when = (fold(" ".join(text.split())) for text in (deadline.task or deadline.quote, time))
    rest = words.replace(when, " ") if when else words
    return " ".join(rest.split()).strip(" .;,")


def _name(act: Act) -> str:
    """Equal for one act whoever tells of it, before and after the acting instrument is held."""
    number = act.acting.number
    by = number.key if number is not None else act.acting.identity
    places = ",".join(map(str, act.relation.places))
    return f"{act.relation.kind}|{by}|{places}"

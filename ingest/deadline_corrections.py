"""What officers say about the deadlines of a document overrides what was read.

A correction (`python -m ingest show N --set-deadline …`) holds as long as the words that it was made for stand in the
text. When the text has changed it is applied again with a warning, or kept and reported when its words are gone; none
is ever lost without a word.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.deadline_rule import Ongoing
from corpus.folding import fold
from corpus.ingest_log import DeadlineAction, DeadlineCorrection
from corpus.model import Deadline, Document, DocumentRecord, Provision
from corpus.time_reading import TimeExpression, TimeSetting, read_stated_time
from ingest.deadline_making import product_of
from ingest.deadlines import read_deadlines
from ingest.errors import IncorrectCorrection

SETTABLE = ("when", "unit", "task", "coordinating", "addressee")
WARNING = "correction of a deadline"  # with it each warning of ours begins
_WITHOUT_DAY = ("thuong xuyen", "lien tuc", "dot xuat", "theo ", "khi ", "trong qua trinh", "lau dai")
_LONGEST_SHOWN = 80  # characters


class State(StrEnum):
    """What became of a correction."""

    APPLIED = "applied"
    APPLIED_TO_CHANGED_TEXT = "applied_to_changed_text"
    WORDS_ARE_GONE = "words_are_gone"  # not applied
    TIME_IS_NOT_READ = "time_is_not_read"  # not applied: this program cannot read the time that was set


@dataclass(frozen=True, slots=True)
class Corrected:
    """The deadlines under the corrections, and what became of each correction, in their order."""

    deadlines: tuple[Deadline, ...]
    states: tuple[State, ...]


def text_digest(document: Document) -> str:
    """The SHA-256 of the text, in hexadecimal."""
    return hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()


def with_corrections(record: DocumentRecord, corrections: Sequence[DeadlineCorrection]) -> DocumentRecord:
    """The record with its deadlines as read, then corrected; its warnings tell what the officers should look at."""
    warnings = tuple(warning for warning in record.warnings if not warning.startswith(WARNING))
    read, _ = read_deadlines(record.document, record.provisions)
    corrected = apply(record.document, record.provisions, read, corrections)
    told = [warning_of(*pair) for pair in zip(corrections, corrected.states, strict=True)]
    return replace(record, deadlines=corrected.deadlines, warnings=(*warnings, *filter(None, told)))


def apply(
    document: Document,
    provisions: Sequence[Provision],
    read: Sequence[Deadline],
    corrections: Sequence[DeadlineCorrection],
) -> Corrected:
    """The deadlines read, without those dropped, with those set and new, in order of the text."""
    held, states, digest = list(read), [], text_digest(document)
    targets = [_target(document, read, correction) for correction in corrections]  # before any of them moves
    for correction, target in zip(corrections, targets, strict=True):
        if correction.quote not in document.text:
            states.append(State.WORDS_ARE_GONE)
            continue
        try:
            made = _made(document, provisions, correction, target)
        except IncorrectCorrection:
            states.append(State.TIME_IS_NOT_READ)
            continue
        is_same_text = correction.text_digest == digest
        states.append(State.APPLIED if is_same_text else State.APPLIED_TO_CHANGED_TEXT)
        replaced = {(one.start, one.end) for one in (target, made) if one is not None}
        held = [one for one in held if (one.start, one.end) not in replaced] + ([made] if made else [])
    return Corrected(tuple(sorted(held, key=lambda one: (one.start, one.end))), tuple(states))


def correction_of(
    document: Document,
    read: Sequence[Deadline],
    deadline: Deadline,
    action: DeadlineAction,
    assigned: Mapping[str, str],
) -> DeadlineCorrection:
    """The correction of a deadline, known by its words; `read` are the deadlines as read from the same text."""
    expression = document.text[deadline.start : deadline.end]
    alike = [one.start for one in _alike(document, read, deadline.quote, expression)]
    occurrence = alike.index(deadline.start) if deadline.start in alike else 0
    return DeadlineCorrection(
        action, deadline.quote, expression, occurrence, text_digest(document), tuple(assigned.items())
    )


def new_correction(document: Document, assigned: Mapping[str, str]) -> DeadlineCorrection:
    """The correction that adds a deadline: its quote stands once in the text, and says when."""
    quote = assigned.get("quote", "")
    if not quote.strip() or not assigned.get("when"):
        raise IncorrectCorrection('Reading --set-deadline new: give "when=…" and "quote=…"')
    count = document.text.count(quote)
    if count != 1:
        found = "does not stand" if count == 0 else f"stands {count} times"
        raise IncorrectCorrection(
            f"Reading --set-deadline new: the quote “{shown(quote)}” {found} in the text of {document.id}; "
            "copy words from it that stand there once, letter by letter and line by line"
        )
    rest = {field: value for field, value in assigned.items() if field != "quote"}
    check_assigned(rest, document)
    expression = rest["when"] if rest["when"] in quote else quote
    return DeadlineCorrection(DeadlineAction.NEW, quote, expression, 0, text_digest(document), tuple(rest.items()))


def check_assigned(assigned: Mapping[str, str], document: Document) -> None:
    """Each field is one that can be set, and the time can be read."""
    for field in assigned:
        if field not in SETTABLE:
            raise IncorrectCorrection(f"Reading --set-deadline {field}=…: no such field; give {', '.join(SETTABLE)}")
    if "when" in assigned:
        stated_time(assigned["when"], document)


def stated_time(text: str, document: Document) -> TimeExpression:
    """The one time that `text` states, whole; raises IncorrectCorrection with what was understood instead."""
    times = read_stated_time(text, TimeSetting(document.issued_on))
    understood = [f"“{text[one.start : one.end]}”" for one in times.expressions]
    understood += [one.what for one in times.unreadable]
    if len(times.expressions) != 1 or times.unreadable:
        raise IncorrectCorrection(
            f"Reading when={text!r}: expected one time, understood {' and '.join(understood) or 'none'}; "
            "write it as plans do: trước ngày 05/12/2026, trong quý IV/2026, hằng quý"
        )
    [one] = times.expressions
    rest = (text[: one.start] + text[one.end :]).strip(" .,;()")
    is_word_only = isinstance(one.rule, Ongoing) and not any(word in f"{fold(text)} " for word in _WITHOUT_DAY)
    if rest or is_word_only:
        raise IncorrectCorrection(
            f"Reading when={text!r}: understood "
            + (f"{understood[0]}, but not “{rest}”" if rest else "no time at all")
            + "; write it as plans do: trước ngày 05/12/2026, trong quý IV/2026, thường xuyên"
        )
    return one


def assigned_to(deadline: Deadline, document: Document, assigned: Mapping[str, str]) -> Deadline:
    """The deadline with what an officer set."""
    if "when" in assigned:
        time = stated_time(assigned["when"], document)
        deadline = replace(deadline, rule=time.rule, year_origin=time.year_origin)
    if "task" in assigned:
        deadline = replace(deadline, task=assigned["task"], product=product_of(assigned["task"]))
    return replace(
        deadline,
        responsible=_units(assigned["unit"]) if "unit" in assigned else deadline.responsible,
        coordinating=_units(assigned["coordinating"]) if "coordinating" in assigned else deadline.coordinating,
        addressee=assigned.get("addressee", deadline.addressee),
        is_corrected=True,
    )


def warning_of(correction: DeadlineCorrection, state: State) -> str:
    """What an officer should look at; "" when all is well."""
    about = f"{WARNING} ({correction.action.value}, “{shown(correction.quote)}”)"
    match state:
        case State.APPLIED:
            return ""
        case State.APPLIED_TO_CHANGED_TEXT:
            return f"{about}: the text has changed since; its words still stand there, and it was applied again"
        case State.WORDS_ARE_GONE:
            return f"{about}: the text has changed, and its words are gone; it was not applied"
        case State.TIME_IS_NOT_READ:
            return f"{about}: its time cannot be read; it was not applied"


def shown(quote: str) -> str:
    """The quote on one line, cut when it is long."""
    line = " ".join(quote.split())
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + "…"


def source_of(
    document: Document,
    provisions: Sequence[Provision],
    read: Sequence[Deadline],
    corrections: Sequence[DeadlineCorrection],
    deadline: Deadline,
) -> DeadlineCorrection | None:
    """The correction that made `deadline` what it is; None when it is as read."""
    for correction in corrections:
        if correction.action is not DeadlineAction.DROP and correction.quote in document.text:
            made = _made(document, provisions, correction, _target(document, read, correction))
            if made is not None and (made.start, made.end) == (deadline.start, deadline.end):
                return correction
    return None


def _made(
    document: Document, provisions: Sequence[Provision], correction: DeadlineCorrection, target: Deadline | None
) -> Deadline | None:
    """The deadline that a correction leaves in the place of its target; None of one dropped."""
    if correction.action is DeadlineAction.DROP:
        return None
    return assigned_to(target or _built(document, provisions, correction), document, dict(correction.assigned))


def _target(document: Document, read: Sequence[Deadline], correction: DeadlineCorrection) -> Deadline | None:
    """The deadline that a correction means; None when the program does not read it, or it is new."""
    alike = _alike(document, read, correction.quote, correction.expression)
    if len(alike) > correction.occurrence:
        return alike[correction.occurrence]
    return alike[0] if len(alike) == 1 else None


def _alike(document: Document, read: Sequence[Deadline], quote: str, expression: str) -> list[Deadline]:
    """The deadlines of this expression within the words quoted: the quote may be cut otherwise at the next reading."""
    places, start = [], document.text.find(quote)
    while quote and start >= 0:
        places.append((start, start + len(quote)))
        start = document.text.find(quote, start + len(quote))
    return [
        one
        for one in read
        if document.text[one.start : one.end] == expression
        and any(first <= one.start and one.end <= last for first, last in places)
    ]


def _built(document: Document, provisions: Sequence[Provision], correction: DeadlineCorrection) -> Deadline:
    """A deadline of the words quoted, for what the program does not read by itself."""
    quote_start = document.text.index(correction.quote)
    start = quote_start + max(correction.quote.find(correction.expression), 0)
    when = dict(correction.assigned).get("when", correction.expression)
    time = stated_time(when, document)
    task = shown(correction.quote)
    return Deadline(
        rule=time.rule,
        year_origin=time.year_origin,
        provision=next((one.ordinal for one in provisions if one.start <= start < one.end), 0),
        start=start,
        end=min(start + len(correction.expression), quote_start + len(correction.quote)),
        quote=correction.quote,
        quote_start=quote_start,
        quote_end=quote_start + len(correction.quote),
        task=task,
        product=product_of(task),
        responsible=(),
        coordinating=(),
        addressee="",
    )


def _units(text: str) -> tuple[str, ...]:
    """Several units are written with semicolons, since names have commas of their own."""
    return tuple(unit.strip() for unit in text.split(";") if unit.strip())

"""Deadlines as an answer: one told in full, several as a list by date, each with its unit and its source."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bot import deadline_answer_messages as messages
from bot.answer import AnswerStatus, Citation
from bot.deadline_matching import MatchedDeadline
from bot.deadline_state import DeadlineState, Today, state_of
from bot.marks import Marks
from bot.open_document import OpenDocument
from bot.rendering import shortened
from bot.reply import Reply
from bot.verification import numbers_in
from corpus.deadline_rule import Event, Ongoing, Period, Relative, VariableYear
from corpus.deadline_wording import wording
from corpus.held_deadline import HeldDeadline
from corpus.model import DocumentId

LONGEST_TASK_CHARACTERS = 220
# A list is told with ever shorter tasks: first until a phone shows it on about two screens, as long as tasks can still
# be told apart well, then until it fits one message of a chat (4,096 characters with the marks of its sources).
ROOMS_FOR_A_TASK = (
    (1_200, (LONGEST_TASK_CHARACTERS, 140, 100, 80)),
    (3_600, (100, 80, 50)),
)
_MARKS = re.compile(r" (?:\[\d+\])+$")
LONGEST_UNITS_CHARACTERS = 160


@dataclass(frozen=True)
class _Whole:
    """The text of a document told of, white space collapsed."""

    text: str

    @cached_property
    def numbers(self) -> set[str]:
        """Those that stand in it."""
        return numbers_in([self.text])


@dataclass(slots=True)
class DeadlineLines:
    """The lines of one answer, with their marks and the numbers that code computed."""

    today: Today
    room: int = LONGEST_TASK_CHARACTERS  # for a task on a line of a list
    marks: Marks = field(default_factory=Marks)
    told: list[HeldDeadline] = field(default_factory=list)
    _computed: list[str] = field(default_factory=list)
    _whole: dict[DocumentId, _Whole] = field(default_factory=dict)

    def in_full(self, match: MatchedDeadline, old: MatchedDeadline | None = None) -> list[str]:
        """The date with its mark, then task, unit and to whom it goes; `old` is what it stands instead of."""
        deadline, date_line = match.held.deadline, f"{self._date(match, old)}. {self._marks(match, old)}"
        task = self.verbatim(match.opened, shortened(deadline.task or deadline.quote, LONGEST_TASK_CHARACTERS))
        units = [self.verbatim(match.opened, unit) for unit in deadline.responsible if unit not in task]
        more = [_ended(task[:1].upper() + task[1:])]
        if units:
            more.append(messages.responsible(units))
        if deadline.addressee and deadline.addressee not in task:
            more.append(messages.goes_to(self.verbatim(match.opened, deadline.addressee)))
        return [date_line, " ".join(more)]

    def in_list(self, match: MatchedDeadline, old: MatchedDeadline | None = None) -> str:
        """The date, who must do what, and the mark, on one line; `old` is what it stands instead of."""
        deadline, when, marks = match.held.deadline, self._date(match, old), self._marks(match, old)
        task = self.verbatim(match.opened, shortened(deadline.task or deadline.quote, self.room))
        units = shortened("; ".join(deadline.responsible), min(LONGEST_UNITS_CHARACTERS, self.room))
        units = self.verbatim(match.opened, units, parts=deadline.responsible)
        how = [messages.FOR_GROUP if match.is_for_group else "", messages.HELPING if match.is_helping else ""]
        duty = messages.duty(
            task.rstrip(" .;,"), [units] if units else [], how, is_short=self.room < LONGEST_TASK_CHARACTERS
        )
        whom = deadline.addressee if deadline.addressee and deadline.addressee not in task else ""
        goes = f" {messages.goes_to(self.verbatim(match.opened, shortened(whom, self.room)))}" if whom else ""
        return f"• {when} – {_ended(duty)}{goes} {marks}"

    def _date(self, match: MatchedDeadline, old: MatchedDeadline | None) -> str:
        if old is None:
            return self.when(match)
        return self.computed(messages.changed(wording(old.held.deadline.rule), self.when(match), match.held.document))

    def _marks(self, match: MatchedDeadline, old: MatchedDeadline | None) -> str:
        return (self.mark(old) if old else "") + self.mark(match)

    def when(self, match: MatchedDeadline) -> str:
        """The date and what it means today; its numbers are computed from the quote."""
        state, deadline = self.state(match), match.held.deadline
        return self.computed(messages.when(state, deadline.year_origin, _as_written(match)))

    def state(self, match: MatchedDeadline) -> DeadlineState:
        """How the deadline stands today."""
        return state_of(match.held, self.today)

    def mark(self, match: MatchedDeadline) -> str:
        """The mark of the words that lay down the duty."""
        if match.held not in self.told:
            self.told.append(match.held)
        return self.marks.of(citation_of(match.held, match.opened))

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers that code computed, each once."""
        return tuple(dict.fromkeys(self._computed))

    def computed(self, text: str) -> str:
        """The text, whose numbers code computed or took from the question."""
        self._computed += sorted(numbers_in([text]))
        return text

    def verbatim(self, opened: OpenDocument, text: str, parts: Sequence[str] = ()) -> str:
        """Words of the document; cut before the first number that does not stand in its text so.

        A task may stand apart from the words that are quoted; that it stands in the text is verified here.
        """
        whole = self._whole.get(opened.document.id) or _Whole(" ".join(opened.document.text.split()))
        self._whole[opened.document.id] = whole
        pieces = parts or [piece for piece in text.split("…") if piece.strip()]
        if all(" ".join(piece.split()).strip(" .;,") in whole.text for piece in pieces):
            return self.computed(text)
        unknown = numbers_in([text]) - whole.numbers
        return self.computed(text) if not unknown else f"{text[: _first_digit(text)].rstrip()}…"

    def reply(self, status: AnswerStatus, lines: Sequence[str], warnings: Sequence[str] = ()) -> Reply:
        """The reply of these lines."""
        return Reply(
            status=status,
            text="\n".join(filter(None, lines)),
            citations=self.marks.citations,
            warnings=tuple(warnings),
            computed=(*self.numbers, *sorted(numbers_in(warnings))),
            deadlines=tuple(self.told),
        )


def fitting_lines(today: Today, tell: Callable[[DeadlineLines], list[str]]) -> tuple[DeadlineLines, list[str]]:
    """What `tell` makes, with tasks as long as the list allows."""
    whole: dict[DocumentId, _Whole] = {}
    for longest, rooms in ROOMS_FOR_A_TASK:
        for room in rooms:
            lines = DeadlineLines(today, room, _whole=whole)
            told = tell(lines)
            if sum(len(line) + 1 for line in told) <= longest:
                return lines, told
    return lines, told


def by_date(matches: Sequence[MatchedDeadline], today: Today) -> list[MatchedDeadline]:
    """In the order of their last days in time, those of today's future before the past, those without a day last."""
    states = [(state_of(match.held, today), place) for place, match in enumerate(matches)]
    order = sorted(states, key=lambda pair: (pair[0].order, pair[1]))
    return [matches[place] for _, place in order]


def merged(lines: Sequence[str]) -> list[str]:
    """Lines that say the same once, with all their marks: a plan repeats in its appendix what its body says."""
    marks: dict[str, list[str]] = {}
    for line in lines:
        text = _MARKS.sub("", line)
        marks.setdefault(text, []).extend(re.findall(r"\[\d+\]", line[len(text) :]))
    return [f"{text} {''.join(dict.fromkeys(found))}" for text, found in marks.items()]


def citation_of(held: HeldDeadline, opened: OpenDocument) -> Citation:
    """The words that lay down the duty, at the place that states its time."""
    deadline = held.deadline
    return opened.cite(opened.provisions[deadline.provision], deadline.quote_start, deadline.quote_end)


def _as_written(match: MatchedDeadline) -> str:
    """The words of the text where they say more than the days: "từ nay", an open end, an occasion, no day at all."""
    deadline, rule, issued_on = match.held.deadline, match.held.deadline.rule, match.held.document.issued_on
    is_in_words = isinstance(rule, Period) and (
        rule.last is None or (rule.first == issued_on and issued_on is not None)
    )
    if not (is_in_words or isinstance(rule, Event | Relative | VariableYear | Ongoing)):
        return ""
    return shortened(
        " ".join(match.opened.document.text[deadline.start : deadline.end].split()), LONGEST_TASK_CHARACTERS
    )


def _ended(text: str) -> str:
    text = text.rstrip(" .;,")
    return text if text.endswith("…") else f"{text}."


def _first_digit(text: str) -> int:
    return next((place for place, character in enumerate(text) if character.isdigit()), len(text))

"""An answer as a screen: its HTML with the buttons that the stored record allows, also after a restart."""

from dataclasses import dataclass
from datetime import datetime

from bot import screen_messages as messages
from bot.answer import Answer, AnswerStatus, Choice
from bot.answer_html import answer_as_html
from bot.records.given_answers import AnswerId, CitedPlace, GivenAnswer, ToldDeadline
from bot.screens.actions import Verb, action
from bot.screens.buttons import Row, card_button, cut_label, in_rows, spoken_place
from bot.screens.holdings import Holdings
from bot.screens.screen import Button, Screen

MOST_OPENED = 5  # citations with a button; more would push the answer off a phone
MOST_MARKS = 3  # before the place in a label
LONGEST_PLACE_CHARACTERS = 34
FEEDBACK = {"right": messages.RIGHT, "wrong": messages.WRONG, "missing": messages.MISSING}
_ASKS_FEEDBACK = frozenset({AnswerStatus.ANSWERED, AnswerStatus.PARTIAL, AnswerStatus.NOT_IN_CORPUS})


@dataclass(frozen=True, slots=True)
class _Buttons:
    """What the buttons of an answer are made of, whether it is new or read from the records."""

    answer_id: AnswerId
    status: str
    cited: tuple[CitedPlace, ...]
    has_deadlines: bool
    choices: tuple[Choice, ...]


def answer_screen(answer_id: AnswerId, answer: Answer, holdings: Holdings) -> Screen:
    """The answer as it is sent, under the id that its record will have."""
    cited = _cited(answer)
    made_of = _Buttons(answer_id, str(answer.status), cited, bool(answer.deadlines), answer.choices)
    return Screen(answer_as_html(answer), _rows(made_of, holdings))


def buttons_of(given: GivenAnswer, holdings: Holdings) -> tuple[Row, ...]:
    """The same buttons, from the record of the answer alone."""
    made_of = _Buttons(given.id, given.status, given.cited, bool(given.deadlines), given.choices)
    return _rows(made_of, holdings)


def given_answer(
    answer: Answer,
    answer_id: AnswerId,
    *,
    update_id: int | None,
    chat_id: int,
    user_id: int,
    message_id: int | None,
    now: datetime,
    html: str,
) -> GivenAnswer:
    """The record of an answer that is given as `html`: enough to make its buttons and open what they open."""
    return GivenAnswer(
        id=answer_id,
        update_id=update_id,
        chat_id=chat_id,
        user_id=user_id,
        message_id=message_id,
        at=now,
        as_of=answer.as_of,
        question=answer.question,
        status=str(answer.status),
        kind=str(answer.kind),
        html=html,
        cited=_cited(answer),
        deadlines=tuple(
            ToldDeadline(one.document.id, one.deadline.start, one.deadline.end) for one in answer.deadlines
        ),
        choices=answer.choices,
    )


def _cited(answer: Answer) -> tuple[CitedPlace, ...]:
    return tuple(
        CitedPlace(one.document.id, one.document.digest, one.start, one.end, one.page, str(one.locator))
        for one in answer.citations
    )


def _rows(made_of: _Buttons, holdings: Holdings) -> tuple[Row, ...]:
    """The readings to choose from, what is cited, the document, its deadlines, and what the person thinks of it."""
    choices = [
        (Button(cut_label(choice.label), action(Verb.CHOICE, made_of.answer_id, place)),)
        for place, choice in enumerate(made_of.choices)
    ]
    rows = [*choices, *in_rows(_opening(made_of)), _documents(made_of, holdings), _feedback(made_of)]
    return tuple(row for row in rows if row)


def _opening(made_of: _Buttons) -> list[Button]:
    """One for each place that is cited; several quotes of one place are marked and opened together."""
    marks: dict[tuple[str, str], list[int]] = {}
    for mark, cited in enumerate(made_of.cited, 1):
        marks.setdefault((cited.document_id, cited.locator or str(cited.start)), []).append(mark)
    return [
        Button(
            messages.open_citation(
                of_place[:MOST_MARKS],
                cut_label(spoken_place(made_of.cited[of_place[0] - 1].locator), LONGEST_PLACE_CHARACTERS),
            ),
            action(Verb.CITATION, made_of.answer_id, of_place[0]),
        )
        for of_place in [*marks.values()][:MOST_OPENED]
    ]


def _documents(made_of: _Buttons, holdings: Holdings) -> Row:
    documents = {cited.document_id for cited in made_of.cited}
    row = []
    if len(documents) == 1 and holdings.library.head(only := documents.pop()) is not None:
        row.append(card_button(only))
    if made_of.has_deadlines:
        row.append(Button(messages.CALENDAR, action(Verb.ANSWER_CALENDAR, made_of.answer_id)))
    return tuple(row)


def _feedback(made_of: _Buttons) -> Row:
    """A greeting and other words without a source are nothing to judge."""
    is_judged = made_of.cited or made_of.status == AnswerStatus.NOT_IN_CORPUS
    if made_of.status not in _ASKS_FEEDBACK or not is_judged:
        return ()
    return tuple(Button(label, action(Verb.FEEDBACK, made_of.answer_id, said)) for said, label in FEEDBACK.items())

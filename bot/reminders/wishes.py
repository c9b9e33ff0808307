"""What the words behind /nhac mean: a document, a unit or a topic, by what the library knows; of several, a choice."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.deadline_units import provinces_in, units_asked
from bot.naming import named_documents, nearest_held
from bot.records.subscriptions import Subject, Wish
from bot.relevance import IN_STATEMENT, described
from bot.reminders.topic import ENOUGH, Topic
from bot.screens.command_request import understood
from bot.terms import Terms
from corpus.folding import fold
from corpus.library import Library
from corpus.model import Document
from corpus.register import Register
from corpus.unit_name import unit_key
from corpus.unit_reading import Unit, read_units
from corpus.unit_words import Kind

LONGEST_WORDS = 200  # a topic is a few words
MOST_CHOICES = 6
A_YEAR = timedelta(days=365)
_PASSAGES_LOOKED_AT = 40


@dataclass(frozen=True, slots=True)
class Meant:
    """What the words can mean: `certain`, or one of the choices; neither when the library knows nothing of it."""

    certain: Wish | None = None
    choices: tuple[Wish, ...] = ()
    not_held: str = ""  # a document that is named and not held; the choices are the nearest
    unbound_unit: str = ""  # a unit that no deadline is for; the choice is to follow it all the same


def meant_by(words: str, library: Library, register: Register, today: date) -> Meant:
    """What is to be followed."""
    words = " ".join(words.split())[:LONGEST_WORDS]
    question = understood(words, library)
    text = question.reading.text.strip(" .,;:?")
    named = named_documents(question, library, lambda document: register.validity(document.id, today).applies)
    if named:
        held = list({head.id: head for one in named for head in one.held}.values())
        if not held:
            return Meant(choices=_of_documents(nearest_held(named[0], library)), not_held=named[0].reference.written)
        wishes = _of_documents(held)
        return Meant(certain=wishes[0]) if len(wishes) == 1 else Meant(choices=wishes)
    units = [one.name for one in units_asked(text)]
    if any(_is_numbered(text, name) for name in units) or (text and unit_key(text) in library.unit_keys()):
        wish = unit_wish(text)
        is_bound = bool(library.unit_keys_meaning(text))
        return Meant(certain=wish) if is_bound else Meant(choices=(wish,), unbound_unit=text)
    return _of_topic(text, units or _unit_at_end(text), library, today)


def document_wish(document: Document) -> Wish:
    """To follow the document."""
    return Wish(Subject.DOCUMENT, document.id, document.id)


def unit_wish(name: str) -> Wish:
    """To follow what the unit must do; a unit of another province is another one."""
    return Wish(Subject.UNIT, name, "|".join([unit_key(name), *sorted(provinces_in(fold(name)))]))


def _is_numbered(text: str, name: str) -> bool:
    """Whether the text is the name alone, with its number if it has one: "cụm thi đua số 3"."""
    return text == name or re.fullmatch(rf"{re.escape(name)} *(?:\d+|[IVX]+)", text) is not None


def _unit_at_end(text: str) -> list[str]:
    """A unit that the words end with, as whom something goes to: "báo cáo Sở Nội vụ"; no mere level, "cấp xã"."""
    tails = [text[match.end() :] for match in re.finditer(r"\s+", text)]
    named = [tail for tail in tails if [one.name for one in units_asked(tail)] == [tail]]
    return [tail for tail in named[:1] if any(isinstance(one, Unit) and not _is_level(one) for one in read_units(tail))]


def _is_level(unit: Unit) -> bool:
    return unit.kind in (Kind.COMMUNE, Kind.DISTRICT) and not unit.place


def _of_topic(text: str, units: Sequence[str], library: Library, today: date) -> Meant:
    topic = Topic.of(text, library)
    wish = Wish(Subject.TOPIC, text, fold(text))
    found = topic.among(library.deadlines_between(today, today + A_YEAR))
    of_units = tuple(unit_wish(name) for name in units if library.unit_keys_meaning(name))
    if found and not of_units:
        return Meant(certain=wish)
    of_topic = (wish,) if found else ()
    documents = () if of_topic or of_units else _of_documents(_speaking_of(topic, text, library))
    return Meant(choices=(*of_topic, *of_units, *documents)[:MOST_CHOICES])


def _speaking_of(topic: Topic, text: str, library: Library) -> list[Document]:
    """The documents whose titles speak of it, those found best by their texts first."""
    rows = library.lexical.search(text, _PASSAGES_LOOKED_AT) if topic.says_something else []
    passages = library.passages_by_row([row_id for row_id, _ in rows])
    ids = dict.fromkeys(passages[row_id].document_id for row_id, _ in rows if row_id in passages)
    heads = [head for one in ids if (head := library.head(one))]
    return [one for one in heads if topic.focus.share([(Terms.of(described(one)), IN_STATEMENT)]) >= ENOUGH]


def _of_documents(documents: Sequence[Document]) -> tuple[Wish, ...]:
    return tuple(map(document_wish, documents[:MOST_CHOICES]))

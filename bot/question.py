"""What is asked: kind, expected answer, named documents and provisions, years and content words."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.expressions import AnswerType
from bot.question_cues import ANSWER_CUES, FIELD, GREETING, KIND_CUES, NOT_CONTENT
from corpus.abbreviations import expand
from corpus.citation import Reference, find_references
from corpus.lexical_index import single_terms
from corpus.normalise import fold
from corpus.understanding import Reading


class QuestionKind(StrEnum):
    """The kinds of design.md; `out_of_scope` is found only after searching."""

    FACT = "fact"
    DIRECTIVE = "directive"
    DEADLINE = "deadline"
    RESPONSIBLE = "responsible"
    STANDARD = "standard"
    DOSSIER = "dossier"
    PROVISION = "provision"
    LIST = "list"
    SUMMARY = "summary"
    GREETING = "greeting"
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True, slots=True)
class Question:
    """One question, understood as far as its words go; `reading.text` has diacritics restored."""

    reading: Reading
    kind: QuestionKind
    wants: AnswerType
    references: tuple[Reference, ...]  # documents and provisions that it names
    content: tuple[str, ...]  # syllables that say what it is about, in order, repeated as typed
    in_field: bool  # it uses a word of the field

    @property
    def documents(self) -> tuple[Reference, ...]:
        """The references that name a document by its number, whole or short."""
        return tuple(reference for reference in self.references if reference.number or reference.short)

    @property
    def titled(self) -> tuple[Reference, ...]:
        """The references that name a document by its title only."""
        return tuple(r for r in self.references if r.title and not r.number and not r.short)

    @property
    def provisions(self) -> tuple[Reference, ...]:
        """The references that name a provision, of a named document or alone."""
        return tuple(reference for reference in self.references if reference.locator)


def analyse(reading: Reading) -> Question:
    """The question that the reading asks; never fails, an unclear one is a `FACT` about its content words."""
    folded = fold(reading.text)
    references = find_references(reading.text)
    return Question(
        reading=reading,
        kind=_kind(folded, references),
        wants=_wants(folded),
        references=references,
        content=content_words(_spelt_out(reading.text)),
        in_field=bool(_whole(FIELD).search(folded)),
    )


def content_words(text: str) -> tuple[str, ...]:
    """The terms of one syllable or number in the text, without question words and fillers."""
    return tuple(term for term in single_terms(text) if term not in NOT_CONTENT)


def _spelt_out(text: str) -> str:
    """The text with each abbreviation replaced by its most frequent reading."""
    first: dict[tuple[int, int], str] = {}
    for found in expand(text):
        first.setdefault((found.start, found.end), found.expansion)
    for (start, end), expansion in sorted(first.items(), reverse=True):
        text = f"{text[:start]} {expansion} {text[end:]}"
    return text


def _kind(folded: str, references: tuple[Reference, ...]) -> QuestionKind:
    if re.fullmatch(rf"\W*(?:(?:{GREETING})\W*)+(?:ban|bot|em|anh|chi|nhieu|nhe|a|oi|ad|\W)*", folded):
        return QuestionKind.GREETING
    if any(reference.locator for reference in references) and not _wants_expression(folded):
        return QuestionKind.PROVISION
    for kind, cue in KIND_CUES:
        if _whole(cue).search(folded):
            return QuestionKind(kind)
    return QuestionKind.FACT


def _wants(folded: str) -> AnswerType:
    for answer_type, cue in ANSWER_CUES:
        if _whole(cue).search(folded):
            return answer_type
    return AnswerType.TEXT


def _wants_expression(folded: str) -> bool:
    return _wants(folded) in {AnswerType.TIME, AnswerType.DURATION, AnswerType.AMOUNT, AnswerType.PERSON}


def _whole(cue: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{cue})(?!\w)")

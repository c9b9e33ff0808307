"""What is asked: kind, expected answer, named documents and provisions, names and content words."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from bot.expressions import AnswerType
from bot.politeness import without_courtesies
from bot.question_cues import ANSWER_CUES, DUTY, FIELD, FILLERS, GREETING, KIND_CUES, NOT_CONTENT, THANKS
from bot.wanted import Wanted, wanted
from corpus.abbreviations import written_out
from corpus.citation import Reference, find_references
from corpus.lexical_index import single_terms
from corpus.normalise import fold
from corpus.understanding import Reading

# Stands for what was taken out of a text; no Vietnamese syllable is written so.
_BREAK = "zzz"


# Whom a greeting or thanks may address: "… anh nhé".
_ADDRESSED = r"(?:ban|bot|em|anh|chi|nhieu|nhe|a|oi|ad|\W)*"


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
    wanted: Wanted
    references: tuple[Reference, ...]  # documents and provisions that it names
    content: tuple[str, ...]  # syllables that say what it is about, in order, repeated as typed
    pairs: tuple[str, ...]  # of these, those that stand side by side, joined: "thi_đua"
    names: frozenset[str]  # the pairs in which both syllables are capitalised: "Mai Dịch"
    in_field: bool  # it uses a word of the field
    names_a_duty: bool  # it uses a word of what plans lay on people

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


@lru_cache(maxsize=256)  # one question is analysed by the conversation, by the answer and with its parts
def analyse(reading: Reading) -> Question:
    """The question that the reading asks; never fails, an unclear one is a `FACT` about its content words."""
    reading = without_courtesies(reading)
    folded = fold(reading.text)
    references = find_references(reading.text)
    kind = _kind(folded, references)
    wants = _wants(folded)
    if wants is AnswerType.DEFINITION and kind is not QuestionKind.FACT:
        wants = AnswerType.TEXT  # "tiêu chuẩn … là gì" asks for the standards
    about = written_out(_without_fillers(_without_numbers(reading.text, references)))
    return Question(
        reading=reading,
        kind=kind,
        wants=wants,
        wanted=wanted(wants, folded),
        references=references,
        content=content_words(about),
        pairs=tuple(_pairs(single_terms(about))),
        names=frozenset(_pairs(single_terms(_names_only(about)))),
        in_field=bool(_whole(FIELD).search(folded)),
        names_a_duty=bool(_whole(DUTY).search(folded)),
    )


def content_words(text: str) -> tuple[str, ...]:
    """The terms of one syllable or number in the text, without question words and fillers."""
    return tuple(term for term in single_terms(_without_fillers(text)) if term not in NOT_CONTENT and term != _BREAK)


def _pairs(terms: list[str]) -> list[str]:
    return [f"{one}_{two}" for one, two in pairwise(terms) if not {one, two} & (NOT_CONTENT | {_BREAK})]


def _names_only(text: str) -> str:
    """The capitalised words, the others replaced by a break, so that only neighbours form pairs."""
    return re.sub(r"\w+|[.,;:]", lambda word: word[0] if word[0].istitle() else f" {_BREAK} ", text)


def _without_numbers(text: str, references: tuple[Reference, ...]) -> str:
    """The text without the documents that it names by number: these are looked up, not searched for."""
    for reference in sorted(references, key=lambda one: -one.start):
        if reference.number or reference.short:
            text = f"{text[: reference.start]} {_BREAK} {text[reference.end :]}"
    return text


def _without_fillers(text: str) -> str:
    for match in reversed([*_whole(FILLERS).finditer(fold(text))]):
        text = f"{text[: match.start()]} {_BREAK} {text[match.end() :]}"
    return text


def is_thanks(question: Question) -> bool:
    """Whether the person thanks or takes leave, and asks for nothing."""
    folded = fold(question.reading.text)
    return re.fullmatch(rf"\W*(?:(?:{THANKS})\W*)+{_ADDRESSED}", folded) is not None


def _kind(folded: str, references: tuple[Reference, ...]) -> QuestionKind:
    if re.fullmatch(rf"\W*(?:(?:{GREETING})\W*)+{_ADDRESSED}", folded):
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
    return _wants(folded) not in {
        AnswerType.TEXT,
        AnswerType.DOCUMENT,
        AnswerType.ENUMERATION,
        AnswerType.DEFINITION,
    }


def _whole(cue: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{cue})(?!\w)")

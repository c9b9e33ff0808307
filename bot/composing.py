"""Composes the text of an answer from verbatim spans: the thing asked for first, each span with its mark."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answer import Citation
from bot.clauses import answering_span, without_label
from bot.expressions import AnswerType, find_expressions
from bot.relevance import Focus, Relevance
from bot.statements import Statement
from bot.terms import Terms
from corpus.model import ProvisionKind

_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")

# The heading above is shown when it carries this share of the question that the statement itself does not.
HEADING_SHARE = 0.06
LONGEST_HEADING_CHARACTERS = 140
# A task whose first words name nobody is the task of the unit that heads the list.
FIRST_WORDS_CHARACTERS = 40
# In a shorter line the eye finds the date without help.
WORTH_A_DIRECT_ANSWER_CHARACTERS = 130


@dataclass(frozen=True, slots=True)
class Composed:
    """Lines for people, with marks [1], [2] … that count the citations from 1."""

    text: str
    citations: tuple[Citation, ...]


def compose(focus: Focus, chosen: Sequence[Relevance]) -> Composed:
    """The chosen statements as lines; the same fact from two sources is one line with two marks."""
    lines: list[tuple[str, list[int]]] = []
    citations: list[Citation] = []
    for relevance in chosen:
        line, citation = _line(focus, relevance.statement)
        same = next((marks for text, marks in lines if _same(text, line)), None)
        citations.append(citation)
        if same is None:
            lines.append((line, [len(citations)]))
        else:
            same.append(len(citations))
    text = "\n".join(line + "".join(f" [{mark}]" for mark in marks) for line, marks in lines)
    return Composed(_with_direct_answer(focus, chosen, text), tuple(citations))


def plain(text: str) -> str:
    """The text as it reads: bars of tables and line breaks become spaces."""
    return " ".join(text.replace("|", " ").split())


def _line(focus: Focus, statement: Statement) -> tuple[str, Citation]:
    if statement.provision.kind is ProvisionKind.ROW and statement.provision.columns:
        return _row(statement)
    start, end = answering_span(focus, statement.text)
    citation = statement.opened.cite(statement.provision, statement.start + start, statement.start + end)
    heading = _heading(focus, statement)
    shown = plain(citation.quote)
    is_cut = start > without_label(statement.text)
    return (f"{heading}: " if heading else "") + (f"… {_ended(shown)}" if is_cut else _sentence(shown)), citation


def _row(statement: Statement) -> tuple[str, Citation]:
    cells = [
        f"{plain(head)}: {plain(cell)}" if head.strip() else plain(cell)
        for head, cell in statement.provision.columns
        if cell.strip() and plain(head).lower() not in {"tt", "stt", "số tt"}
    ]
    return _sentence("; ".join(cells)), statement.opened.cite(statement.provision, statement.start, statement.end)


def _heading(focus: Focus, statement: Statement) -> str:
    """The nearest heading above, when the statement does not say by itself what it is about."""
    own = Terms.of(statement.text)
    said = focus.share([(own, 1.0)])
    asks_who = focus.question.wants in {AnswerType.UNIT, AnswerType.PERSON}
    names_someone = any(
        start < FIRST_WORDS_CHARACTERS for start, _ in find_expressions(AnswerType.UNIT, statement.text)
    )
    for text in _headings_above(statement):
        if len(text) > LONGEST_HEADING_CHARACTERS or any(character.isdigit() for character in text):
            return ""  # a number must stand in a quote
        if asks_who and not names_someone and find_expressions(AnswerType.UNIT, text)[:1]:
            return text
        if focus.share([(own, 1.0), (Terms.of(text), 1.0)]) - said >= HEADING_SHARE:
            return text
        if not asks_who:
            return ""
    return ""


def _headings_above(statement: Statement) -> Iterator[str]:
    """The heading of the statement's own provision, then those above, nearest first, without labels."""
    opened, provision = statement.opened, statement.provision
    if provision.heading and plain(provision.heading) not in plain(statement.text):
        yield plain(provision.heading).rstrip(":. ")
    for above in opened.ancestors(provision):
        own_text = opened.own_text(above)
        text = plain(own_text[without_label(own_text) :]).rstrip(":. ")
        if text and above.kind not in {ProvisionKind.CHAPTER, ProvisionKind.PART, ProvisionKind.PREAMBLE}:
            yield text


def _sentence(text: str) -> str:
    return _ended(text[:1].upper() + text[1:])


def _ended(text: str) -> str:
    text = text.rstrip(" ;,/")
    return text if text.endswith((".", "!", "?", "…", ":", "”")) else text + "."


def _same(one: str, other: str) -> bool:
    """Whether two lines state the same fact: nearly the same words, and the same numbers to the last digit."""
    if sorted(_NUMBER.findall(one)) != sorted(_NUMBER.findall(other)):
        return False
    first, second = Terms.of(one).found, Terms.of(other).found
    return len(first & second) >= 0.8 * min(len(first), len(second))


def _with_direct_answer(focus: Focus, chosen: Sequence[Relevance], text: str) -> str:
    """Puts the expression asked for first when the best statement holds exactly one."""
    wanted = focus.question.wants
    if len(chosen) != 1 or wanted not in {AnswerType.TIME, AnswerType.DURATION}:
        return text
    best = chosen[0].statement
    if best.provision.kind is ProvisionKind.ROW:
        return text
    start, end = answering_span(focus, best.text)
    shown = best.text[start:end]
    found = focus.question.wanted.found_in(shown)
    if len(found) != 1 or len(shown) < WORTH_A_DIRECT_ANSWER_CHARACTERS:
        return text
    if shown[found[0][1] :].lstrip().startswith("của"):
        return text  # "31/12 của năm liền kề …" means nothing without the rest
    return f"{_sentence(plain(shown[slice(*found[0])]))} [1]\n{text}"
